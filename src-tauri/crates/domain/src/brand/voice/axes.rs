//! Where posts stand between the poles of tone, with the sentences that show it.
//!
//! Each sentence gives cues for one pole or the other: words of a list, and what it does (a contraction,
//! an emoji, a figure with letters). A post stands at the share of its cues that lean to the high pole,
//! with half a cue assumed on each side, so that a post without cues stands at 50. The brand stands at
//! the mean of its posts.

use super::moves::is_imperative;
use super::style::is_emoji;
use super::{Sample, Spread, ratio};
use crate::ids::PastPostId;
use crate::language::Language;
use crate::text::{Span, fold, sentences, words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Quotes that are shown of an axis.
const QUOTES: usize = 3;
/// Words of a sentence that can be quoted.
const QUOTED_WORDS: std::ops::RangeInclusive<usize> = 3..=30;
/// Cues assumed for each pole of a post before any is seen.
const ASSUMED: f32 = 0.5;
/// The mean of few posts is uncertain even where they agree: these many points of variance, as of two
/// posts a quarter of the axis away from the mean, are added to what the posts show.
const ASSUMED_SQUARES: f32 = 2.0 * 25.0 * 25.0;

/// A pair of poles. 0 is the first named pole, 100 the second.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Axis {
    FormalCasual,
    SeriousPlayful,
    ReservedWarm,
    PlainTechnical,
    ModestBold,
}

impl Axis {
    /// All axes, in the order in which they are shown.
    pub const ALL: &[Self] = &[
        Self::FormalCasual,
        Self::SeriousPlayful,
        Self::ReservedWarm,
        Self::PlainTechnical,
        Self::ModestBold,
    ];

    /// The wire name, for the catalogs.
    pub fn code(self) -> &'static str {
        match self {
            Self::FormalCasual => "formal-casual",
            Self::SeriousPlayful => "serious-playful",
            Self::ReservedWarm => "reserved-warm",
            Self::PlainTechnical => "plain-technical",
            Self::ModestBold => "modest-bold",
        }
    }
}

/// Where the brand's posts stand on an axis. All values are 0 to 100.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct AxisReading {
    pub axis: Axis,
    /// Mean over the posts.
    pub value: f32,
    /// 95 % interval of the mean: wide with few posts.
    pub low: f32,
    pub high: f32,
    /// Eight in ten posts lie between these.
    pub band_low: f32,
    pub band_high: f32,
    /// Sentences that show the side on which the brand stands, the clearest first, at most three.
    pub quotes: Vec<Quote>,
}

/// A sentence of a past post.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Quote {
    pub post: PastPostId,
    /// In the post's text.
    pub span: Span,
    pub text: String,
}

/// The cues of a text, sentence by sentence.
pub(super) struct Cues {
    sentences: Vec<(Span, Weights)>,
}

/// Cues towards the low and the high pole of each axis.
type Weights = BTreeMap<Axis, (f32, f32)>;

impl Cues {
    /// Reads a text. Words under `banned` are no cues.
    pub(super) fn of(text: &str, banned: &[Span], language: Language) -> Self {
        let lists = Lists::of(language);
        let sentences = sentences(text)
            .into_iter()
            .filter_map(|span| {
                let hidden: Vec<Span> = banned
                    .iter()
                    .filter(|other| other.overlaps(span))
                    .map(|other| Span {
                        start: other.start.saturating_sub(span.start),
                        end: other.end.saturating_sub(span.start),
                    })
                    .collect();
                let weights = weigh(span.slice(text)?, &hidden, lists, language)?;
                Some((span, weights))
            })
            .collect();
        Self { sentences }
    }

    /// Where the text stands on an axis, 0 to 100.
    pub(super) fn place(&self, axis: Axis) -> f32 {
        let (mut low, mut high) = (ASSUMED, ASSUMED);
        for (_, weights) in &self.sentences {
            let (to_low, to_high) = weights.get(&axis).copied().unwrap_or_default();
            low += to_low;
            high += to_high;
        }
        100.0 * high / (low + high)
    }

    /// The sentence with the most cues towards a pole.
    pub(super) fn strongest(&self, axis: Axis, high: bool) -> Option<Span> {
        self.sentences
            .iter()
            .map(|(span, weights)| (*span, net(weights, axis, high)))
            .filter(|(_, weight)| *weight > 0.0)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.start.cmp(&a.0.start)))
            .map(|(span, _)| span)
    }
}

/// The readings of all axes; none without posts.
pub(super) fn read(samples: &[Sample<'_>], language: Language) -> Vec<AxisReading> {
    if samples.is_empty() {
        return Vec::new();
    }
    let cues: Vec<Cues> = samples
        .iter()
        .map(|sample| Cues::of(sample.text, &[], language))
        .collect();
    Axis::ALL
        .iter()
        .map(|axis| {
            let places: Vec<f32> = cues.iter().map(|cues| cues.place(*axis)).collect();
            let count = ratio(places.len(), 1);
            let value = places.iter().sum::<f32>() / count;
            let squares: f32 = places.iter().map(|place| (place - value).powi(2)).sum();
            let deviation = ((squares + ASSUMED_SQUARES) / (count + 1.0)).sqrt();
            let half = 1.96 * deviation / count.sqrt();
            let band = Spread::of(places);
            AxisReading {
                axis: *axis,
                value,
                low: (value - half).max(0.0),
                high: (value + half).min(100.0),
                band_low: band.low,
                band_high: band.high,
                quotes: quotes(samples, &cues, *axis, value >= 50.0),
            }
        })
        .collect()
}

fn quotes(samples: &[Sample<'_>], cues: &[Cues], axis: Axis, high: bool) -> Vec<Quote> {
    let mut found: Vec<(f32, Quote)> = Vec::new();
    for (sample, cues) in samples.iter().zip(cues) {
        let best = cues
            .sentences
            .iter()
            .filter_map(|(span, weights)| {
                let text = span.slice(sample.text)?.trim();
                let fits = QUOTED_WORDS.contains(&words(text).count());
                fits.then(|| (net(weights, axis, high), *span, text))
            })
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.start.cmp(&a.1.start)));
        if let Some((weight, span, text)) = best {
            let quote = Quote {
                post: sample.post,
                span,
                text: text.to_owned(),
            };
            found.push((weight, quote));
        }
    }
    // A stable sort: of equals the earlier post is quoted.
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut seen = BTreeSet::new();
    found.retain(|(_, quote)| seen.insert(quote.text.clone()));
    found.truncate(QUOTES);
    found.into_iter().map(|(_, quote)| quote).collect()
}

fn net(weights: &Weights, axis: Axis, high: bool) -> f32 {
    let (low, up) = weights.get(&axis).copied().unwrap_or_default();
    if high { up - low } else { low - up }
}

/// Words and phrases of up to three words, with the poles that they lean to.
struct Lists {
    items: BTreeMap<String, Vec<(Axis, bool)>>,
}

impl Lists {
    fn of(language: Language) -> &'static Self {
        static ENGLISH: LazyLock<Lists> =
            LazyLock::new(|| Lists::read(include_str!("axes/english.txt")));
        static GERMAN: LazyLock<Lists> =
            LazyLock::new(|| Lists::read(include_str!("axes/german.txt")));
        match language {
            Language::German => &GERMAN,
            Language::English | Language::Other => &ENGLISH,
        }
    }

    fn read(list: &'static str) -> Self {
        let pole = |name: &str| {
            Some(match name {
                "formal" => (Axis::FormalCasual, false),
                "casual" => (Axis::FormalCasual, true),
                "serious" => (Axis::SeriousPlayful, false),
                "playful" => (Axis::SeriousPlayful, true),
                "reserved" => (Axis::ReservedWarm, false),
                "warm" => (Axis::ReservedWarm, true),
                "plain" => (Axis::PlainTechnical, false),
                "technical" => (Axis::PlainTechnical, true),
                "modest" => (Axis::ModestBold, false),
                "bold" => (Axis::ModestBold, true),
                _ => return None,
            })
        };
        let mut items: BTreeMap<String, Vec<(Axis, bool)>> = BTreeMap::new();
        for line in list.lines() {
            let Some((name, listed)) = line.split_once(": ") else {
                continue;
            };
            if let Some(pole) = pole(name) {
                for item in listed.split(", ") {
                    items.entry(fold(item)).or_default().push(pole);
                }
            }
        }
        Self { items }
    }
}

/// The cues of one sentence; `None`: it has no word.
fn weigh(sentence: &str, hidden: &[Span], lists: &Lists, language: Language) -> Option<Weights> {
    let shown: Vec<&str> = words(sentence)
        .filter(|word| !hidden.iter().any(|span| span.overlaps(word.span)))
        .map(|word| word.text)
        .collect();
    if shown.is_empty() {
        return None;
    }
    let folded: Vec<String> = shown.iter().map(|word| fold(word)).collect();
    let mut weights = Weights::new();
    let mut add = |axis: Axis, high: bool, weight: f32| {
        let sides = weights.entry(axis).or_default();
        *(if high { &mut sides.1 } else { &mut sides.0 }) += weight;
    };
    for length in 1..=3 {
        for phrase in folded.windows(length) {
            for (axis, high) in lists.items.get(&phrase.join(" ")).into_iter().flatten() {
                add(*axis, *high, 1.0);
            }
        }
    }
    let signs = Signs::of(sentence, &shown, &folded, language);
    for (axis, high, weight) in signs.cues() {
        add(axis, high, weight);
    }
    Some(weights)
}

/// What a sentence does, beside its words.
struct Signs {
    words: f32,
    long_words: f32,
    letters: f32,
    contraction: bool,
    exclamation: bool,
    question: bool,
    emoji: bool,
    ellipsis: bool,
    semicolon: bool,
    aside: bool,
    you: bool,
    we: bool,
    imperative: bool,
    passive: bool,
    codes: f32,
    figures: f32,
    superlative: bool,
}

impl Signs {
    fn of(sentence: &str, shown: &[&str], folded: &[String], language: Language) -> Self {
        let long = if language == Language::German { 16 } else { 11 };
        let any = |list: &str| {
            folded
                .iter()
                .any(|word| list.split('|').any(|one| one == word))
        };
        let count =
            |is: &dyn Fn(&str) -> bool| ratio(shown.iter().filter(|word| is(word)).count(), 1);
        let digit = |c: char| c.is_ascii_digit();
        let passive = folded.windows(2).any(|two| {
            let helper = matches!(
                two[0].as_str(),
                "is" | "are" | "was" | "were" | "been" | "be"
            );
            helper && two[1].len() > 4 && two[1].ends_with("ed")
        });
        let passive_german = language == Language::German && any("wird|werden|wurde|wurden|worden");
        let capitals = |word: &str| {
            (2..=5).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
        };
        Self {
            words: ratio(shown.len(), 1),
            long_words: count(&|word| word.chars().count() >= long),
            letters: ratio(
                shown.iter().map(|word| word.chars().count()).sum(),
                shown.len(),
            ),
            contraction: folded.iter().any(|word| {
                word.contains('\'') && !word.ends_with("'s")
                    || matches!(
                        word.as_str(),
                        "it's" | "that's" | "let's" | "here's" | "there's" | "what's"
                    )
            }),
            exclamation: sentence.contains('!'),
            question: sentence.contains('?'),
            emoji: sentence.chars().any(is_emoji),
            ellipsis: sentence.contains('…') || sentence.contains("..."),
            semicolon: sentence.contains(';'),
            aside: sentence.contains('('),
            you: any(
                "you|your|you're|you'll|you've|yours|du|dich|dir|dein|deine|deinen|euch|euer|eure|ihr",
            ),
            we: any("we|we're|we'll|we've|our|us|ours|wir|uns|unser|unsere|unseren"),
            imperative: folded.first().is_some_and(|first| {
                is_imperative(first, folded.get(1).map(String::as_str), language)
            }),
            passive: passive || passive_german,
            codes: count(&|word| word.contains(digit) && word.contains(char::is_alphabetic))
                + count(&capitals),
            figures: count(&|word| word.starts_with(digit)),
            superlative: language == Language::English
                && folded.iter().any(|word| {
                    word.len() >= 6
                        && word.ends_with("est")
                        && !matches!(
                            word.as_str(),
                            "request"
                                | "interest"
                                | "honest"
                                | "forest"
                                | "invest"
                                | "protest"
                                | "suggest"
                                | "contest"
                                | "harvest"
                                | "latest"
                                | "modest"
                                | "guest"
                                | "nearest"
                        )
                }),
        }
    }

    fn cues(&self) -> Vec<(Axis, bool, f32)> {
        use Axis::{FormalCasual, ModestBold, PlainTechnical, ReservedWarm, SeriousPlayful};
        let on = |is: bool, weight: f32| if is { weight } else { 0.0 };
        let long = self.words > 22.0;
        let short = self.words <= 5.0;
        let signless = !self.emoji && !self.exclamation && !self.question;
        vec![
            (FormalCasual, true, on(self.contraction, 1.0)),
            (FormalCasual, true, on(short, 0.7)),
            (FormalCasual, true, on(self.exclamation, 0.5)),
            (FormalCasual, true, on(self.emoji, 0.8)),
            (FormalCasual, true, on(self.question, 0.3)),
            (FormalCasual, true, on(self.ellipsis, 0.4)),
            (FormalCasual, true, on(self.you, 0.2)),
            (FormalCasual, false, on(long, 0.8)),
            (FormalCasual, false, (0.25 * self.long_words).min(1.0)),
            (FormalCasual, false, on(self.semicolon, 0.6)),
            (FormalCasual, false, on(self.passive, 0.4)),
            (SeriousPlayful, true, on(self.emoji, 1.0)),
            (SeriousPlayful, true, on(self.exclamation, 0.7)),
            (SeriousPlayful, true, on(self.ellipsis, 0.3)),
            (SeriousPlayful, true, on(self.aside, 0.2)),
            (SeriousPlayful, true, on(self.question && self.you, 0.4)),
            (SeriousPlayful, false, on(signless, 0.25)),
            (SeriousPlayful, false, on(long, 0.3)),
            (SeriousPlayful, false, (0.2 * self.figures).min(0.4)),
            (ReservedWarm, true, on(self.you, 0.5)),
            (ReservedWarm, true, on(self.we, 0.3)),
            (ReservedWarm, true, on(self.emoji, 0.6)),
            (ReservedWarm, true, on(self.exclamation, 0.4)),
            (ReservedWarm, false, on(!self.you && !self.we, 0.5)),
            (ReservedWarm, false, on(self.passive, 0.4)),
            (PlainTechnical, true, (0.7 * self.codes).min(1.4)),
            (PlainTechnical, true, (0.3 * self.figures).min(0.9)),
            (PlainTechnical, true, (0.3 * self.long_words).min(0.9)),
            (PlainTechnical, false, on(self.letters < 4.6, 0.6)),
            (PlainTechnical, false, on(short, 0.3)),
            (ModestBold, true, on(self.superlative, 1.0)),
            (ModestBold, true, on(self.exclamation, 0.4)),
            (ModestBold, true, on(self.imperative, 0.3)),
            (ModestBold, false, on(self.question, 0.2)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, axis: Axis, language: Language) -> f32 {
        Cues::of(text, &[], language).place(axis)
    }

    #[test]
    fn a_text_without_cues_stands_in_the_middle() {
        for axis in Axis::ALL {
            assert!((place("", *axis, Language::English) - 50.0).abs() < 0.01);
        }
    }

    #[test]
    fn each_axis_tells_its_poles_apart_in_both_languages() {
        use Axis::{FormalCasual, ModestBold, PlainTechnical, ReservedWarm, SeriousPlayful};
        use Language::{English, German};
        let check = |axis, language, low: &str, high: &str| {
            let (low, high) = (place(low, axis, language), place(high, axis, language));
            assert!(low + 20.0 < high, "{axis:?} {language:?}: {low} and {high}");
        };
        check(
            FormalCasual,
            English,
            "The company shall provide the documents in accordance with the contract; delivery is confirmed prior to dispatch.",
            "Hey folks, we've got stuff. Fancy a look?",
        );
        check(
            FormalCasual,
            German,
            "Hiermit möchten wir Ihnen mitteilen, dass die Lieferung gemäß Vertrag erfolgt.",
            "Moin! Habt ihr Bock? Kommt vorbei.",
        );
        check(
            SeriousPlayful,
            English,
            "Safety is mandatory. Inspection is required by law.",
            "Guess what? Party time! 🎉",
        );
        check(
            SeriousPlayful,
            German,
            "Die Prüfung ist Pflicht. Es besteht Gefahr.",
            "Juhu, Party! 🎉 Das wird ein Spaß!",
        );
        check(
            ReservedWarm,
            English,
            "The unit was installed in March. The user is informed by letter.",
            "Thank you, friends. We love having you here.",
        );
        check(
            ReservedWarm,
            German,
            "Die Anlage wurde im März montiert.",
            "Danke, ihr Lieben. Schön, dass ihr da seid, wir freuen uns gemeinsam.",
        );
        check(
            PlainTechnical,
            English,
            "Send it to us. We cut it and it works.",
            "A393 mesh at 10 mm has a nominal cross-section of 393 mm2 per metre, CE tolerance applies.",
        );
        check(
            PlainTechnical,
            German,
            "Ruf an. Wir machen das schnell.",
            "Die Schnittstelle überträgt 16 Parameter je Sensor, Toleranz 0,5 Volt.",
        );
        check(
            ModestBold,
            English,
            "We think it might help a little, sometimes.",
            "The best, fastest and most powerful range ever. Guaranteed!",
        );
        check(
            ModestBold,
            German,
            "Vielleicht hilft es ein bisschen, wir hoffen es.",
            "Die beste Anlage weltweit. Garantiert unschlagbar!",
        );
    }
}
