//! The closed classes of words by which sentences are told apart, language by language.

use crate::language::Language;
use crate::text;

mod english;
mod german;

/// The words of one language. All are folded, but for the marks and `yes_no`.
pub(super) struct Wording {
    /// Words that speak to the reader.
    pub reader: &'static [&'static str],
    /// Words that begin the second half of a talk: "if we cancel".
    pub late: &'static [&'static str],
    /// Articles that say that something was spoken of before, where the language keeps them for that.
    pub known: &'static [&'static str],
    /// Articles that a sentence's second word stands for.
    pub articles: &'static [&'static str],
    /// Words of a price.
    pub priced: &'static [&'static str],
    /// Words by which a brief asks for one.
    pub price: &'static [&'static str],
    /// Words in front of a number that make it a bound.
    pub bounds: &'static [&'static str],
    /// Words that say what is not.
    pub negative: &'static [&'static str],
    /// The same, but for what nobody needs.
    pub none: &'static [&'static str],
    pub needed: &'static [&'static str],
    /// Sentences of one word that answer a question.
    pub yes_no: &'static [&'static str],
    /// Words in front of which a how-to's step is a thing, and nothing to do.
    pub things: &'static [&'static str],
    /// Pronouns of somebody who was named before.
    pub persons: &'static [&'static str],
    /// Words with which a sentence says first when it is.
    pub times: &'static [&'static str],
    /// Words of a brief that say that something is new.
    pub new: &'static [&'static str],
    /// Words of the brand's own things in a brief.
    pub own: &'static [&'static str],
    /// Words that count what happened.
    pub counting: &'static [&'static str],
    /// Words that make a call to action one about others.
    pub others: &'static [&'static str],
    /// Words of a heading that lean on what stands above it.
    pub leaning: &'static [&'static str],
    /// Words that put a question to the brand.
    pub to_brand: &'static [&'static str],
    /// Words of the brand itself.
    pub first_person: &'static [&'static str],
    /// "our", "my".
    pub possessives: [&'static str; 2],
    /// Words by which a brief asks for a link.
    pub link: &'static [&'static str],
    /// Words that stand in no hashtag, unless hyphens bind them.
    pub joining: &'static [&'static str],
    /// Words that make a claim or a promise, or tie a sentence to a day.
    pub claims: &'static [&'static str],
    /// Beginnings, and behind them parts, of questions that claim something.
    pub presupposing: &'static [&'static str],
    pub presupposed: &'static [&'static str],
    /// Every clause stands between commas.
    pub clauses_apart: bool,
    pub quotes: [char; 2],
}

/// The words of a language; of one without its own, the English ones, which its texts hardly hold.
pub(super) fn of(language: Language) -> &'static Wording {
    match language {
        Language::German => &german::WORDING,
        Language::English | Language::Other => &english::WORDING,
    }
}

/// Whether one of a text's words is listed.
pub(super) fn holds(text: &str, list: &[&str]) -> bool {
    text::words(text).any(|word| list.contains(&text::fold(word.text).as_str()))
}

/// The text between the language's quotation marks.
pub(super) fn quoted(text: &str, language: Language) -> String {
    let [open, close] = of(language).quotes;
    format!("{open}{text}{close}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_folded() {
        for wording in [of(Language::English), of(Language::German)] {
            for list in [
                wording.reader,
                wording.late,
                wording.known,
                wording.articles,
                wording.priced,
                wording.price,
                wording.bounds,
                wording.negative,
                wording.none,
                wording.needed,
                wording.things,
                wording.persons,
                wording.times,
                wording.new,
                wording.own,
                wording.counting,
                wording.others,
                wording.leaning,
                wording.to_brand,
                wording.first_person,
                wording.link,
                wording.joining,
                wording.claims,
            ] {
                for word in list {
                    assert_eq!(*word, text::fold(word));
                }
            }
        }
    }
}
