//! Frames: the reviewed sentences that stand between the folder's own.
//!
//! A frame states nothing about the brand. Whatever it names comes through a typed hole, and what fills a
//! hole stands in a fact. Each language has its own bank; a language without one is drafted from the
//! folder's sentences only.

use super::nouns::german::{Case, Determiner};
use super::nouns::{Noun, Number};
use crate::language::Language;
use crate::language::german::Address;

mod addressed;
mod english;
mod german;

/// What a frame does in a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    Hook,
    /// A line before a list of facts. Ends in a colon.
    Facts,
    /// A line before numbered steps. Ends in a colon.
    Steps,
    /// A line before the first step, where there is no room for the others. Ends in a colon.
    FirstStep,
    /// A line before terms. Ends in a colon.
    Terms,
    /// A line before a customer's words. Ends in a colon.
    Proof,
    Question,
    CallToAction,
}

impl Use {
    /// All of them, for tests and for counting.
    pub const ALL: [Self; 8] = [
        Self::Hook,
        Self::Facts,
        Self::Steps,
        Self::FirstStep,
        Self::Terms,
        Self::Proof,
        Self::Question,
        Self::CallToAction,
    ];
}

/// The tone that a frame belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Register {
    Plain,
    Friendly,
    Formal,
}

/// What must be true of the post before a frame may stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The brief says that it is new.
    New,
    /// The lead has a date.
    Date,
    /// The lead answers a question of the folder's.
    Answer,
    /// The post has steps.
    Steps,
    /// The lead is about something for sale.
    Sale,
    /// The lead is about an event.
    Event,
}

/// One frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    pub used_as: Use,
    pub registers: &'static [Register],
    /// Goals that it fits; empty: any.
    pub goals: &'static [&'static str],
    pub needs: &'static [Need],
    /// Holes: `{topic}` (a noun phrase in a place that takes no article), `{Topic}` (the same, first in its
    /// line), `{a topic}` (with its article), `{the topic}` (as the reader knows it), `{audience}`,
    /// `{Audience}`.
    ///
    /// In German the article says the case: `{der topic}`, `{ein topic}` (nominative), `{den topic}`,
    /// `{einen topic}` (accusative), `{dem topic}`, `{zum topic}` (dative). What changes with who is spoken to is a hole
    /// too, as it is said to a friend: `{schreib}`, `{dir}`, `{Möchtest du}`.
    pub text: &'static str,
}

/// What may fill holes in this post. A hole without a filling makes a frame unusable.
#[derive(Debug, Clone, Default)]
pub struct Fillings {
    pub topic: Option<Noun>,
    pub audience: Option<String>,
    /// "our" or "my" where the brief calls the topic the brand's own.
    pub possessive: Option<&'static str>,
    /// How a German post speaks to its reader; `None`: frames that would have to know are not used.
    pub address: Option<Address>,
}

/// The frames of a language; none where nobody has written and reviewed a bank.
pub fn bank(language: Language) -> &'static [Frame] {
    match language {
        Language::English => english::BANK,
        Language::German => german::BANK,
        Language::Other => &[],
    }
}

/// The goal whose frames fit: several goals of the library are told in the same way.
pub fn goal_kind(goal: &str) -> &str {
    match goal {
        "launch" | "event" | "partnership" | "milestone" | "hiring" | "seasonal" => "announcement",
        "customer-story" | "recap" => "behind-the-scenes",
        "faq-answer" | "myth-vs-fact" => "faq",
        other => other,
    }
}

impl Frame {
    /// The frame as a sentence, or `None` if a hole has no filling.
    pub fn fill(&self, fillings: &Fillings) -> Option<String> {
        let mut out = String::with_capacity(self.text.len() + 24);
        let mut rest = self.text;
        while let Some((before, tail)) = rest.split_once('{') {
            let (hole, after) = tail.split_once('}')?;
            out.push_str(before);
            out.push_str(&fillings.hole(hole)?);
            rest = after;
        }
        out.push_str(rest);
        Some(super::edits::capitalized(&out))
    }

    /// Whether the frame names the topic.
    pub fn names_topic(&self) -> bool {
        self.text.to_lowercase().contains("topic}")
    }
}

impl Fillings {
    fn hole(&self, hole: &str) -> Option<String> {
        match hole {
            "topic" | "Topic" => self.topic.as_ref().map(bare),
            "a topic" => self.topic.as_ref()?.with_article(),
            "the topic" => self.topic.as_ref()?.definite(self.possessive),
            "audience" | "Audience" => self.audience.clone(),
            _ if addressed::is_addressed(hole) => addressed::said(hole, self.address?),
            _ => self.in_german(hole),
        }
    }

    /// A German hole for the topic, by the article that says its case.
    fn in_german(&self, hole: &str) -> Option<String> {
        let article = hole.strip_suffix(" topic")?;
        let lower = article.to_lowercase();
        let (determiner, case) = match lower.as_str() {
            "der" => (Determiner::Definite, Case::Nominative),
            "den" => (Determiner::Definite, Case::Accusative),
            "dem" => (Determiner::Definite, Case::Dative),
            "zum" => return self.topic.as_ref()?.behind_zu(self.possessive),
            "ein" => (Determiner::Indefinite, Case::Nominative),
            "einen" => (Determiner::Indefinite, Case::Accusative),
            _ => return None,
        };
        let determiner = match (determiner, self.possessive) {
            (Determiner::Definite, Some(possessive)) => Determiner::Possessive(possessive),
            _ => determiner,
        };
        let said = self.topic.as_ref()?.declined(determiner, case)?;
        let large = article.starts_with(char::is_uppercase);
        Some(if large {
            super::edits::capitalized(&said)
        } else {
            said
        })
    }
}

/// A noun phrase that stands by itself: in German its adjectives take the endings of the nominative.
fn bare(noun: &Noun) -> String {
    let named = matches!(noun.number, Number::Name | Number::Unclear);
    let declined = noun.declined(Determiner::Nothing, Case::Nominative);
    match declined.filter(|_| noun.gender.is_some() && !named) {
        Some(declined) => declined,
        None => noun.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::nouns;
    use crate::text;

    /// Words that would state something about the brand, the offer or the time.
    const CLAIMS: &[&str] = &[
        "new",
        "free",
        "best",
        "trusted",
        "today",
        "tomorrow",
        "now",
        "exciting",
        "thrilled",
        "proud",
        "leading",
        "unique",
        "perfect",
        "amazing",
        "always",
        "every",
        "guaranteed",
        "fast",
        "easy",
        "cheap",
        "award",
        "quality",
        "popular",
        "favorite",
        "favourite",
        "only",
        "limited",
        "hurry",
        "last",
    ];

    fn fillings() -> Fillings {
        Fillings {
            topic: nouns::read("service", Language::English),
            audience: Some("site managers".into()),
            possessive: Some("our"),
            address: None,
        }
    }

    fn german(address: Address) -> Fillings {
        Fillings {
            topic: nouns::read("Pflanzservice", Language::German),
            audience: Some("Hausbesitzer".into()),
            possessive: None,
            address: Some(address),
        }
    }

    const ADDRESSES: [Address; 3] = [Address::Du, Address::Ihr, Address::Sie];

    #[test]
    fn every_use_and_register_has_at_least_eight_frames() {
        for used_as in Use::ALL {
            for register in [Register::Plain, Register::Friendly, Register::Formal] {
                for language in [Language::English, Language::German] {
                    let of_kind = |frame: &&Frame| {
                        frame.used_as == used_as && frame.registers.contains(&register)
                    };
                    let count = bank(language).iter().filter(of_kind).count();
                    assert!(
                        count >= 8,
                        "{used_as:?} in {register:?} has {count} in {language:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn frames_state_nothing() {
        let german = super::super::wording::of(Language::German).claims;
        for frame in bank(Language::English).iter().chain(bank(Language::German)) {
            let allowed = frame.needs.contains(&Need::New);
            let outside = without_holes(frame.text);
            for word in text::words(&outside) {
                let folded = text::fold(word.text);
                let news = allowed && matches!(folded.as_str(), "new" | "neu");
                // "So", "das", "noch" and the like are no claims of a frame.
                let small = [
                    "dieser", "neu", "so", "das", "es", "er", "noch", "alle", "erste", "sie",
                    "dir", "davon",
                ];
                let claims = (CLAIMS.contains(&folded.as_str())
                    || german.contains(&folded.as_str()) && !small.contains(&folded.as_str()))
                    && !news;
                assert!(!claims, "{folded:?} in {:?} is a claim", frame.text);
                assert!(
                    !word.text.chars().any(char::is_numeric),
                    "a number in {:?}",
                    frame.text
                );
            }
            assert!(
                !frame.text.contains('!'),
                "an exclamation mark in {:?}",
                frame.text
            );
        }
    }

    fn without_holes(text: &str) -> String {
        let after = |part: &str| {
            part.split_once('}')
                .map_or(String::new(), |(_, rest)| rest.to_owned())
        };
        let mut parts = text.split('{');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |out, part| out + &after(part))
    }

    #[test]
    fn frames_are_whole_short_and_told_apart() {
        let mut seen = std::collections::BTreeSet::new();
        let english = bank(Language::English)
            .iter()
            .map(|frame| (frame, fillings()));
        let in_german = |address: Address| {
            let frames = bank(Language::German).iter();
            frames.map(move |frame| (frame, german(address)))
        };
        for (frame, fillings) in english.chain(ADDRESSES.into_iter().flat_map(in_german)) {
            let text = frame.fill(&fillings).unwrap();
            assert!(!text.contains(['{', '}']), "a hole is left in {text:?}");
            assert!(text::words(&text).count() <= 14, "{text:?} is long");
            let colon = matches!(
                frame.used_as,
                Use::Facts | Use::Steps | Use::FirstStep | Use::Terms | Use::Proof
            );
            assert_eq!(text.ends_with(':'), colon, "{text:?} ends wrongly");
            assert!(colon || text.ends_with(['.', '?']), "{text:?} does not end");
            assert!(
                text.starts_with(char::is_uppercase),
                "{text:?} starts small"
            );
            assert!(
                seen.insert((frame.used_as, fillings.address, frame.text)),
                "{text:?} is there twice"
            );
        }
    }

    #[test]
    fn a_hole_without_an_honest_filling_makes_no_sentence() {
        let frame = Frame {
            used_as: Use::Hook,
            registers: &[Register::Plain],
            goals: &[],
            needs: &[],
            text: "Need {a topic}?",
        };
        assert_eq!(frame.fill(&fillings()).as_deref(), Some("Need a service?"));
        let unclear = Fillings {
            topic: nouns::read("frobnicator", Language::English),
            ..fillings()
        };
        assert_eq!(frame.fill(&unclear), None, "the article is not known");
        assert_eq!(frame.fill(&Fillings::default()), None, "there is no topic");
    }

    #[test]
    fn a_german_frame_speaks_to_its_reader_in_one_form_only() {
        use crate::language::german::addresses;
        for address in ADDRESSES {
            for frame in bank(Language::German) {
                let text = frame.fill(&german(address)).unwrap();
                let found = addresses(&text);
                let one = found.is_empty() || found == [address];
                assert!(one, "{text:?} speaks as {found:?} instead of {address:?}");
            }
        }
    }

    #[test]
    fn a_german_frame_with_an_unknown_gender_takes_no_article() {
        let unknown = Fillings {
            topic: nouns::read("Frobnikat", Language::German),
            ..german(Address::Sie)
        };
        for frame in bank(Language::German) {
            let Some(text) = frame.fill(&unknown) else {
                continue;
            };
            let at = text.find("Frobnikat");
            let before = at.and_then(|at| text[..at].split_whitespace().next_back());
            assert!(
                matches!(
                    before,
                    None | Some("Neu:" | "uns:" | "vor:" | "Neuigkeiten:")
                ),
                "{text:?}"
            );
        }
    }
}
