//! How this brand's sentences are put: whom it speaks as, which words it uses, which marks it sets.

use super::frames::Register;
use super::{edits, wording};
use crate::brand::{BrandProfile, BrandRules, PastPost, SpeaksAs};
use crate::knowledge::Fact;
use crate::language::Language;
use crate::language::german::{Address, addresses, usual_address};
use crate::text;

/// Longest sentence that a draft may have, in words, whatever the brand allows.
pub const MAX_SENTENCE_WORDS: usize = 30;

/// The same for the one sentence that the brief is about, where no shorter one says it.
pub const MAX_CORE_WORDS: usize = 40;

/// The brand's manner, settled once for a draft.
#[derive(Debug, Clone)]
pub struct Manner<'a> {
    pub language: Language,
    pub register: Register,
    pub speaks_as: Option<SpeaksAs>,
    /// How a German post speaks to its reader; `None`: nothing shows it.
    pub address: Option<Address>,
    pub brand: &'a str,
    pub rules: &'a BrandRules,
    /// Longest sentence in words.
    pub max_sentence_words: usize,
    /// Whether posts carry hashtags: what the documents say, or else what past posts do.
    pub hashtags: bool,
    /// Names that no edit may touch.
    pub names: Vec<&'a str>,
}

impl<'a> Manner<'a> {
    /// Reads the manner from the profile, the past posts and the tone that the brief asks for.
    pub fn of(
        brand: &'a BrandProfile,
        posts: &[PastPost],
        tone: &[String],
        language: Language,
        names: Vec<&'a str>,
        facts: &[Fact],
    ) -> Self {
        let rules = &brand.rules;
        let longest = rules
            .max_sentence_words
            .map_or(MAX_SENTENCE_WORDS, |words| {
                usize::try_from(words).unwrap_or(MAX_SENTENCE_WORDS)
            });
        let with_hashtags = posts.iter().filter(|post| post.text.contains('#')).count();
        Self {
            language,
            register: register(tone, rules, posts, language),
            speaks_as: rules.speaks_as,
            address: (language == Language::German)
                .then(|| address(rules, posts, facts))
                .flatten(),
            brand: &brand.name,
            rules,
            max_sentence_words: longest.clamp(6, MAX_SENTENCE_WORDS),
            hashtags: rules
                .use_hashtags
                .unwrap_or(posts.len() < 10 || with_hashtags * 10 >= posts.len()),
            names,
        }
    }

    /// A sentence of the folder as the brand would post it, or `None` if it may not say it: a word stays
    /// that it never uses, or a sentence is too long.
    pub fn say(&self, sentence: &str) -> Option<String> {
        let mut said = edits::without_connective(sentence, self.language);
        if let Some(who) = self.speaks_as {
            said = edits::spoken_by(&said, who, self.brand, self.language);
        }
        said = self.put(&said);
        (self.allows(&said) && self.speaks_rightly(&said)).then_some(said)
    }

    /// [`say`](Self::say), for the one sentence that the brief is about: it may be longer than the brand's
    /// own limit, as the documents have it, and the check of the house style will say so.
    pub fn say_long(&self, sentence: &str) -> Option<String> {
        self.patient().say(sentence)
    }

    /// [`allows`](Self::allows), for the answer that the brief asks for.
    pub fn allows_long(&self, text: &str) -> bool {
        let patient = self.patient();
        patient.allows(text) && self.speaks_rightly(text)
    }

    /// [`allows`](Self::allows), for a question that a reader puts: it speaks to the brand in its own way.
    pub fn allows_question(&self, text: &str) -> bool {
        self.allows(text)
    }

    /// Whether a text speaks to its reader as the brand does, and in one way only.
    pub fn speaks_rightly(&self, text: &str) -> bool {
        let Some(address) = self.address else {
            return true;
        };
        addresses(text).iter().all(|found| *found == address)
    }

    fn patient(&self) -> Self {
        Self {
            max_sentence_words: MAX_CORE_WORDS,
            ..self.clone()
        }
    }

    /// The lexicon, the spelling and the marks alone: for frames, which already speak as the brand does.
    pub fn put(&self, sentence: &str) -> String {
        let mut said = edits::preferred(sentence, &self.rules.prefer, &self.names, self.language);
        if let Some(contract) = self.rules.contractions {
            said = edits::contracted(&said, contract);
        }
        if let Some(spelling) = self.rules.spelling {
            said = edits::spelled(&said, spelling);
        }
        if self.rules.exclamation_marks == Some(false) {
            said = said.replace("!?", "?").replace('!', ".");
        }
        if self.rules.emoji == Some(false) {
            said = without_emoji(&said);
        }
        edits::capitalized(said.trim())
    }

    /// Whether a sentence keeps to the brand's bans and lengths.
    pub fn allows(&self, sentence: &str) -> bool {
        let banned = self
            .rules
            .never
            .iter()
            .any(|rule| self.holds(sentence, &rule.text))
            || self.rules.prefer.iter().any(|preference| {
                preference.instead_of.iter().any(|avoided| {
                    self.holds(sentence, avoided)
                        && !self.holds(&preference.text, avoided)
                        && !self.names.iter().any(|name| self.holds(name, avoided))
                })
            });
        let long = text::sentences(sentence).into_iter().any(|span| {
            span.slice(sentence)
                .is_some_and(|one| word_count(one) > self.max_sentence_words)
        });
        !banned && !long
    }

    /// Whether a phrase stands in a text in any of its forms.
    fn holds(&self, text: &str, phrase: &str) -> bool {
        match self.language {
            Language::German => edits::holds_german_phrase(text, phrase),
            Language::English | Language::Other => edits::holds_phrase(text, phrase),
        }
    }

    /// "our" or "my"; `None` if the brand speaks by its name.
    pub fn possessive(&self) -> Option<&'static str> {
        let [ours, mine] = wording::of(self.language).possessives;
        match self.speaks_as {
            Some(SpeaksAs::Name) => None,
            Some(SpeaksAs::I) => Some(mine),
            Some(SpeaksAs::We) | None => Some(ours),
        }
    }

    /// A frame's sentence in the brand's person, or `None` if it would need one that the brand does not use.
    pub fn frame(&self, sentence: &str) -> Option<String> {
        let first_person = wording::holds(sentence, wording::of(self.language).first_person);
        let said = match self.speaks_as {
            Some(SpeaksAs::Name) if first_person => return None,
            Some(SpeaksAs::I) => edits::spoken_by(sentence, SpeaksAs::I, self.brand, self.language),
            _ => sentence.to_owned(),
        };
        let said = self.put(&said);
        (self.allows(&said) && self.speaks_rightly(&said)).then_some(said)
    }
}

/// Words as a reader counts them: what stands between white space, with a letter or digit in it.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Whether a character is drawn as a picture: the blocks of Unicode that hold emoji, without the arrows
/// and signs that also stand in plain text.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(u32::from(c), 0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B50 | 0x2B55 | 0xFE0F | 0x200D | 0x20E3)
}

fn without_emoji(text: &str) -> String {
    if !text.chars().any(is_emoji) {
        return text.to_owned();
    }
    let kept: String = text.chars().filter(|c| !is_emoji(*c)).collect();
    kept.split(' ')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What a guide says, else what past posts do, else what the documents do. Where the documents speak to one
/// friend and the posts to several, or the other way round, the sentences that a post is made of decide.
fn address(rules: &BrandRules, posts: &[PastPost], facts: &[Fact]) -> Option<Address> {
    let posts = || usual_address(posts.iter().map(|post| post.text.as_str()));
    let wanted = rules.address.or_else(posts);
    let told = facts.iter().filter(|fact| !fact.quoted);
    let written = usual_address(told.map(|fact| fact.text.as_str()));
    match (wanted, written) {
        (Some(Address::Du | Address::Ihr), Some(Address::Du | Address::Ihr)) => written,
        _ => wanted.or(written),
    }
}

fn register(
    tone: &[String],
    rules: &BrandRules,
    posts: &[PastPost],
    language: Language,
) -> Register {
    const FRIENDLY: &[&str] = &[
        "friendly",
        "warm",
        "casual",
        "chatty",
        "playful",
        "cheerful",
        "relaxed",
        "funny",
        "fun",
        "informal",
        "conversational",
        "freundlich",
        "locker",
    ];
    const FORMAL: &[&str] = &[
        "formal",
        "professional",
        "serious",
        "official",
        "sober",
        "corporate",
        "formell",
        "sachlich",
    ];
    const PLAIN: &[&str] = &[
        "plain",
        "simple",
        "direct",
        "clear",
        "matter-of-fact",
        "schlicht",
    ];
    for word in tone.iter().map(|word| text::fold(word)) {
        for (words, register) in [
            (FRIENDLY, Register::Friendly),
            (FORMAL, Register::Formal),
            (PLAIN, Register::Plain),
        ] {
            if words.contains(&word.as_str()) {
                return register;
            }
        }
    }
    if rules.contractions == Some(false)
        && rules.exclamation_marks == Some(false)
        && posts.is_empty()
    {
        return Register::Plain;
    }
    // A brand that asks its readers questions and uses short forms talks to them.
    let short_forms = posts
        .iter()
        .filter(|post| {
            let text = post.text.replace('\u{2019}', "'");
            let forms: &[&str] = match language {
                Language::German => &["!", " mal ", "'s ", "einfach"],
                Language::English | Language::Other => &["'ll", "'re", "n't", "'ve", "it's", "!"],
            };
            let friend = language == Language::German
                && addresses(&text)
                    .iter()
                    .any(|address| *address != Address::Sie);
            friend || forms.iter().any(|form| text.contains(form))
        })
        .count();
    if posts.len() >= 5 && short_forms * 2 >= posts.len() {
        Register::Friendly
    } else {
        Register::Plain
    }
}
