//! Which of the brand's pictures goes with a text, by what its description says it shows.

use crate::language::stems::{is_stop_word, of_word};
use crate::language::{self, Language};
use crate::text::{fold, words};
use std::collections::BTreeSet;

/// A picture as far as the choice needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Described<'a> {
    /// File name.
    pub name: &'a str,
    /// What it shows.
    pub alt: &'a str,
}

/// Words that text and picture must share for the picture to belong to the text.
const RELATED: usize = 2;

/// The picture that shares most words with a text, as an index into `pictures`; the first of equals that is
/// not among `used`, so that candidates differ. A picture with too little in common is chosen only where
/// the network takes no post without one.
pub fn choose(
    pictures: &[Described<'_>],
    text: &str,
    required: bool,
    used: &BTreeSet<usize>,
) -> Option<usize> {
    // Descriptions are short: the text says which language both are in.
    let language = language::detect(text);
    let wanted = stems(text, language);
    let shared = |picture: &Described<'_>| {
        let mut shown = stems(picture.alt, language);
        shown.extend(stems(&picture.name.replace(['-', '_', '.'], " "), language));
        shown.intersection(&wanted).count()
    };
    let (best, score) =
        pictures
            .iter()
            .map(shared)
            .enumerate()
            .max_by(|(a, left), (b, right)| {
                let fresh = |n: &usize| !used.contains(n);
                left.cmp(right).then(fresh(a).cmp(&fresh(b))).then(b.cmp(a))
            })?;
    (required || score >= RELATED).then_some(best)
}

fn stems(text: &str, language: Language) -> BTreeSet<String> {
    words(text)
        .map(|word| fold(word.text))
        .filter(|word| !is_stop_word(word, language) && word.chars().any(char::is_alphabetic))
        .flat_map(|word| of_word(&word, language))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURES: &[Described<'_>] = &[
        Described {
            name: "mesh-on-slab.jpg",
            alt: "Reinforcing mesh on a slab in low sun",
        },
        Described {
            name: "lorry.jpg",
            alt: "A flatbed lorry with tagged sheets at a site gate",
        },
    ];

    fn check(text: &str, required: bool, used: &[usize], expect: Option<usize>) {
        let used = used.iter().copied().collect();
        assert_eq!(
            choose(PICTURES, text, required, &used),
            expect,
            "the picture for {text:?}"
        );
    }

    #[test]
    fn a_text_gets_the_picture_that_shows_what_it_speaks_of() {
        check("The lorry is at your gate by noon.", false, &[], Some(1));
        check("Mesh, ready for the slab.", false, &[], Some(0));
    }

    #[test]
    fn an_unrelated_picture_is_taken_only_where_one_is_required() {
        check("We are closed on Friday.", false, &[], None);
        check("We are closed on Friday.", true, &[], Some(0));
        check("We are closed on Friday.", true, &[0], Some(1));
    }

    #[test]
    fn without_pictures_there_is_none() {
        assert_eq!(choose(&[], "Mesh on a slab.", true, &BTreeSet::new()), None);
    }
}
