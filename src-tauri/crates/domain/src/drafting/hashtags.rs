//! Hashtags: the brand's own first, then the topic's real words.

use super::DraftingInput;
use super::adapt::Extras;
use super::manner::Manner;
use super::material::Material;
use super::nouns::Number;
use super::wording;
use crate::language::Language;
use crate::networks::NetworkId;
use crate::text;

/// Longest hashtag made from a topic, in characters: longer ones nobody reads.
const MAX_CHARS: usize = 22;

/// The hashtags, required texts and link of a draft.
pub fn extras(input: &DraftingInput, manner: &Manner, material: &Material) -> Extras {
    let (required_hashtags, required): (Vec<String>, Vec<String>) = input
        .brand
        .rules
        .required
        .iter()
        .map(|rule| rule.text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .partition(|text| text.starts_with('#') && !text.contains(char::is_whitespace));
    let mut hashtags = Vec::new();
    if manner.hashtags {
        let own = input
            .brand
            .hashtags
            .iter()
            .filter_map(|tag| own_hashtag(tag));
        let topic = material.fillings.topic.iter().filter_map(|noun| {
            // "#Check" and "#Day" gather nobody: one word alone must be a name or a matter.
            let several = noun.text.contains([' ', '-']);
            let telling = match manner.language {
                Language::German => noun.is_telling_in_german(),
                _ => several || matches!(noun.number, Number::Name | Number::Mass),
            };
            let name = noun.number == Number::Name;
            let short = noun
                .text
                .rsplitn(3, ' ')
                .nth(2)
                .map(|start| &noun.text[start.len() + 1..]);
            telling
                .then(|| {
                    hashtag(&noun.text, name, manner.language)
                        .or_else(|| hashtag(short?, name, manner.language))
                })
                .flatten()
        });
        for tag in own.chain(topic) {
            let known = hashtags
                .iter()
                .any(|known: &String| known.eq_ignore_ascii_case(&tag));
            if !known && manner.allows(&tag) {
                hashtags.push(tag);
            }
        }
    }
    // The brand's own hashtag counts: the guide's limit is for the whole post.
    if let Some(most) = input.brand.rules.max_hashtags {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let own: &Vec<String> = &required_hashtags;
        hashtags.retain(|tag: &String| !own.iter().any(|known| known.eq_ignore_ascii_case(tag)));
        hashtags.truncate(most.saturating_sub(own.len()));
    }
    Extras {
        hashtags,
        required_hashtags,
        untagged: NetworkId::ALL
            .into_iter()
            .filter(|network| input.brand.rules.keeps_hashtags_off(*network))
            .collect(),
        required,
        link: input
            .brand
            .website
            .clone()
            .filter(|_| asks_for_link(&input.brief.text)),
    }
}

/// Words of a phrase as one hashtag, each with a capital; `None` if it gets long or has no letter. A name
/// keeps its own capitals.
pub fn hashtag(phrase: &str, name: bool, language: Language) -> Option<String> {
    let mut tag = String::from("#");
    let words: Vec<_> = text::words(phrase).map(|word| word.text).collect();
    let joining = wording::of(language).joining;
    let joined = words
        .iter()
        .any(|word| joining.contains(&text::fold(word).as_str()));
    if words.len() > 3 || joined && !phrase.contains('-') {
        return None;
    }
    for word in words {
        let kept: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        let mut chars = kept.chars();
        let first = chars.next()?;
        tag.extend(first.to_uppercase());
        let rest = chars.as_str();
        if name || rest.chars().any(char::is_uppercase) {
            tag.push_str(rest);
        } else {
            tag.push_str(&rest.to_lowercase());
        }
    }
    let length = tag.chars().count();
    let letters = tag.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 3 && length <= MAX_CHARS).then_some(tag)
}

fn own_hashtag(tag: &str) -> Option<String> {
    let name = tag.trim().trim_start_matches('#');
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    (plain && name.chars().any(char::is_alphabetic)).then(|| format!("#{name}"))
}

fn asks_for_link(brief: &str) -> bool {
    [Language::English, Language::German]
        .into_iter()
        .any(|language| wording::holds(brief, wording::of(language).link))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, name: bool, expect: Option<&str>) {
        assert_eq!(
            hashtag(phrase, name, Language::English).as_deref(),
            expect,
            "hashtag of {phrase:?}"
        );
    }

    #[test]
    fn a_hashtag_is_made_of_real_words() {
        check("rebar mesh", false, Some("#RebarMesh"));
        check("cut-to-size", false, Some("#CutToSize"));
        check("A142 mesh", false, Some("#A142Mesh"));
        check("NextDaySteel", true, Some("#NextDaySteel"));
        check("iPad stand", true, Some("#IPadStand"));
    }

    #[test]
    fn a_long_phrase_or_a_bare_number_makes_none() {
        check("mesh cut to size service", false, None);
        check("extraordinarily comprehensive accountancy", false, None);
        check("24", false, None);
        check("", false, None);
    }
}
