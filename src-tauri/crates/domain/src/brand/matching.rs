//! Where a text uses a word of the brand's lists: whole words, in their inflected forms, whatever the case,
//! across hyphens and line breaks, never inside an address or a mention.

use crate::text::{Span, fold, words};

/// A text cut into words once, so that many terms can be looked for.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

/// A word of a text.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) folded: String,
    /// It belongs to an address or a mention: replacing it would break it.
    pub(crate) fixed: bool,
}

/// How the form that stands in the text differs from the form that a list gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Same,
    /// "solutions" for "solution", "utilises" for "utilise".
    S,
    /// "solution" for "solutions".
    WithoutS,
    /// "utilised".
    Ed,
    /// "utilising".
    Ing,
    /// A German ending, or a genitive.
    Other,
}

/// One use of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    pub span: Span,
    pub form: Form,
}

impl<'a> Words<'a> {
    pub fn of(text: &'a str) -> Self {
        let fixed = fixed_ranges(text);
        let mut next = 0;
        let tokens = words(text)
            .map(|word| {
                while fixed
                    .get(next)
                    .is_some_and(|range| range.end <= word.span.start)
                {
                    next += 1;
                }
                Token {
                    span: word.span,
                    folded: fold(word.text),
                    fixed: fixed
                        .get(next)
                        .is_some_and(|range| range.overlaps(word.span)),
                }
            })
            .collect();
        Self { text, tokens }
    }

    /// The words, ascending.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The uses of a term, ascending and apart from each other.
    pub fn uses(&self, term: &str) -> Vec<Use> {
        let wanted: Vec<(String, &str)> = tokens_of(term);
        let mut found = Vec::new();
        if wanted.is_empty() {
            return found;
        }
        let mut at = 0;
        while at + wanted.len() <= self.tokens.len() {
            match self.use_at(at, &wanted) {
                Some(form) => {
                    let last = at + wanted.len() - 1;
                    found.push(Use {
                        span: self.tokens[at].span.join(self.tokens[last].span),
                        form,
                    });
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        found
    }

    fn use_at(&self, at: usize, wanted: &[(String, &str)]) -> Option<Form> {
        let mut form = Form::Same;
        for (offset, (word, gap)) in wanted.iter().enumerate() {
            let token = &self.tokens[at + offset];
            if token.fixed {
                return None;
            }
            if offset + 1 == wanted.len() {
                form = form_of(&token.folded, word)?;
            } else if token.folded != *word {
                return None;
            }
            if offset > 0 {
                let before = self.tokens[at + offset - 1].span.range().end;
                let between = self.text.get(before..token.span.range().start)?;
                if !joins(between, gap) {
                    return None;
                }
            }
        }
        Some(form)
    }
}

/// The ranges of addresses and mentions, ascending.
pub(crate) fn fixed_ranges(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += piece.len();
        let word = piece.trim_end();
        let bare = word.trim_start_matches(['(', '<', '"', '“', '\'']);
        let dotted = bare.contains('.')
            && bare.split('.').skip(1).all(|part| {
                part.starts_with(|c: char| c.is_ascii_alphanumeric()) || part.is_empty()
            })
            && bare.split(['/', '?', '#']).next().is_some_and(is_domain);
        if bare.contains("://") || bare.starts_with("www.") || bare.contains('@') || dotted {
            found.push(Span::of(start..start + word.len()));
        }
    }
    found
}

/// "nextdaysteel.example": at least two labels, the last of letters only.
fn is_domain(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ',', '!', '?', ')', ';', ':']);
    let labels: Vec<_> = text.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
        && labels
            .last()
            .is_some_and(|last| last.len() >= 2 && last.bytes().all(|b| b.is_ascii_lowercase()))
        && labels[0].len() >= 2
}

/// The folded words of a term, each with what stands before it.
fn tokens_of(term: &str) -> Vec<(String, &str)> {
    let mut end = 0;
    words(term)
        .map(|word| {
            let gap = term.get(end..word.span.range().start).unwrap_or("");
            end = word.span.range().end;
            (fold(word.text), gap)
        })
        .collect()
}

/// Whether two words of a text belong together as a term has them.
fn joins(between: &str, gap: &str) -> bool {
    let spaces = between
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}'));
    let one_line = between.matches('\n').count() <= 1;
    !between.is_empty() && spaces && one_line || between == gap
}

/// How `word` is a form of `term`, both folded. Short words have no forms: "to" is not "toed".
fn form_of(word: &str, term: &str) -> Option<Form> {
    if word == term {
        return Some(Form::Same);
    }
    let letters = term.chars().count();
    if !term.chars().all(char::is_alphabetic) || letters < 3 {
        return None;
    }
    if let Some(ending) = word.strip_prefix(term) {
        let form = match ending {
            "s" | "es" => Form::S,
            "'s" => Form::Other,
            "ed" | "d" if letters >= 4 && (ending == "ed") != term.ends_with('e') => Form::Ed,
            "ing" if letters >= 4 => Form::Ing,
            "e" | "en" | "er" | "em" | "n" | "ern" if letters >= 6 => Form::Other,
            _ => return None,
        };
        return Some(form);
    }
    if letters < 4 {
        return None;
    }
    if let Some(stem) = term.strip_suffix('e')
        && word.strip_prefix(stem) == Some("ing")
    {
        return Some(Form::Ing);
    }
    if let Some(stem) = term.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'o', 'u'])
    {
        match word.strip_prefix(stem) {
            Some("ies") => return Some(Form::S),
            Some("ied") => return Some(Form::Ed),
            _ => {}
        }
    }
    if letters >= 5 && !term.ends_with("ss") && term.strip_suffix('s') == Some(word) {
        return Some(Form::WithoutS);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, term: &str, expect: &[&str]) {
        let found: Vec<_> = Words::of(text)
            .uses(term)
            .into_iter()
            .filter_map(|found| found.span.slice(text))
            .collect();
        assert_eq!(found, expect, "uses of {term:?} in {text:?}");
    }

    #[test]
    fn whole_words_count_whatever_their_case() {
        check(
            "Solutions! And SOLUTIONS.",
            "solutions",
            &["Solutions", "SOLUTIONS"],
        );
        check("The cheapest cheap thing.", "cheap", &["cheap"]);
        check("An unlocked door, a padlock.", "lock", &[]);
        check("Café and cafe", "cafe", &["Café", "cafe"]);
    }

    #[test]
    fn forms_of_a_word_are_the_word() {
        check(
            "We utilise, utilised, are utilising and he utilises.",
            "utilise",
            &["utilise", "utilised", "utilising", "utilises"],
        );
        check("One solution", "solutions", &["solution"]);
        check(
            "He empowers; empowered, empowering.",
            "empower",
            &["empowers", "empowered", "empowering"],
        );
        check(
            "innovative Ideen, innovativen Geist",
            "innovativ",
            &["innovative", "innovativen"],
        );
        check("We used the business bus.", "bus", &["bus"]);
        check("He was used to uses", "us", &[]);
    }

    #[test]
    fn phrases_are_found_across_hyphens_and_lines() {
        check(
            "A game changing, game-changing\nbest\nin class thing",
            "game-changing",
            &["game changing", "game-changing"],
        );
        check("best\nin class", "best in class", &["best\nin class"]);
        check("The best. In class, too.", "best in class", &[]);
        check("best\n\nin class", "best in class", &[]);
        check("open 24/7", "24/7", &["24/7"]);
    }

    #[test]
    fn addresses_and_mentions_are_left_alone() {
        check(
            "See https://solutions.example/solutions and @solutions",
            "solutions",
            &[],
        );
        check(
            "www.solutions.example or solutions.example",
            "solutions",
            &[],
        );
        check("#solutions", "solutions", &["solutions"]);
    }
}
