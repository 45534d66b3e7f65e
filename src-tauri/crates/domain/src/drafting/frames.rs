//! Frames: the reviewed sentences that stand between the folder's own.
//!
//! A frame states nothing about the brand. Whatever it names comes through a typed hole, and what fills a
//! hole stands in a fact. Each language has its own bank; a language without one is drafted from the
//! folder's sentences only.

use super::nouns::Noun;
use crate::language::Language;

mod english;

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
    pub text: &'static str,
}

/// What may fill holes in this post. A hole without a filling makes a frame unusable.
#[derive(Debug, Clone, Default)]
pub struct Fillings {
    pub topic: Option<Noun>,
    pub audience: Option<String>,
    /// "our" or "my" where the brief calls the topic the brand's own.
    pub possessive: Option<&'static str>,
}

/// The frames of a language; none where nobody has written and reviewed a bank.
pub fn bank(language: Language) -> &'static [Frame] {
    match language {
        Language::English => english::BANK,
        Language::German | Language::Other => &[],
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
            "topic" | "Topic" => self.topic.as_ref().map(|noun| noun.text.clone()),
            "a topic" => self.topic.as_ref()?.with_article(),
            "the topic" => self.topic.as_ref()?.definite(self.possessive),
            "audience" | "Audience" => self.audience.clone(),
            _ => None,
        }
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
            topic: nouns::read("service"),
            audience: Some("site managers".into()),
            possessive: Some("our"),
        }
    }

    #[test]
    fn every_use_and_register_has_at_least_eight_frames() {
        for used_as in Use::ALL {
            for register in [Register::Plain, Register::Friendly, Register::Formal] {
                let count = bank(Language::English)
                    .iter()
                    .filter(|frame| frame.used_as == used_as && frame.registers.contains(&register))
                    .count();
                assert!(count >= 8, "{used_as:?} in {register:?} has {count}");
            }
        }
    }

    #[test]
    fn frames_state_nothing() {
        for frame in bank(Language::English) {
            let allowed = frame.needs.contains(&Need::New);
            for word in text::words(frame.text) {
                let folded = text::fold(word.text);
                let claims = CLAIMS.contains(&folded.as_str()) && !(allowed && folded == "new");
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

    #[test]
    fn frames_are_whole_short_and_told_apart() {
        let mut seen = std::collections::BTreeSet::new();
        for frame in bank(Language::English) {
            let text = frame.fill(&fillings()).unwrap();
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
                seen.insert((frame.used_as, frame.text)),
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
            topic: nouns::read("frobnicator"),
            ..fillings()
        };
        assert_eq!(frame.fill(&unclear), None, "the article is not known");
        assert_eq!(frame.fill(&Fillings::default()), None, "there is no topic");
    }
}
