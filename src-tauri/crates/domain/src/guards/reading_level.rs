//! Guard: reading level.
//!
//! Long sentences of long words lose readers who scroll. The ease of reading is measured by a published
//! formula and held against what the brand's own posts are like; only a text that is far off is noted.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source};
use crate::language::Language;
use crate::text::{Span, sentences, words};

pub(super) const GUARD: Guard = Guard {
    id: "reading-level",
    codes: &["reading-level.hard", "reading-level.harder"],
    limits: &[],
    sources: &[FLESCH, AMSTAD],
    check,
    fix,
};

/// R. Flesch, A new readability yardstick, 1948: 206.835 - 1.015 words a sentence - 84.6 syllables a word.
const FLESCH: Source = Source {
    address: "doi:10.1037/h0057532",
    date: "2026-11-21",
};

/// T. Amstad, Wie verständlich sind unsere Zeitungen?, 1978: 180 - words a sentence - 58.5 syllables a word.
const AMSTAD: Source = Source {
    address: "https://de.wikipedia.org/wiki/Lesbarkeitsindex",
    date: "2026-11-21",
};

/// A shorter text has too few sentences for a mean.
const LEAST_WORDS: usize = 40;

/// Fewer posts say nothing about what is usual.
const LEAST_POSTS: usize = 10;

/// So much below what nine in ten of the brand's posts reach is far off. Points of the scale to 100.
const FAR_OFF: f32 = 20.0;

/// Below this a text is very hard whoever writes it: both scales call less than 30 so.
const VERY_HARD: f32 = 20.0;

/// How easy a brand's posts are to read: 100 is very easy, below 30 very hard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UsualEase {
    /// Nine in ten posts are easier than this.
    low: f32,
    middle: f32,
}

impl UsualEase {
    /// Of past posts; those too short to be measured are left out. `None`: too few are left.
    pub fn of<'a>(posts: impl IntoIterator<Item = &'a str>, language: Language) -> Option<Self> {
        let measure = |text: &str| {
            let all: Vec<Span> = words(text).map(|word| word.span).collect();
            ease(text, &sentences(text), &all, language, LEAST_WORDS / 2)
        };
        let mut found: Vec<f32> = posts.into_iter().filter_map(measure).collect();
        found.sort_by(f32::total_cmp);
        (found.len() >= LEAST_POSTS).then(|| Self {
            low: found.get(found.len() / 10).copied().unwrap_or_default(),
            middle: found.get(found.len() / 2).copied().unwrap_or_default(),
        })
    }
}

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let all = draft.sentences();
    if draft.tokens().len() < LEAST_WORDS {
        return Vec::new();
    }
    let spans: Vec<Span> = draft.tokens().iter().map(|token| token.span).collect();
    let measure =
        |sentences: &[Span], least| ease(draft.text, sentences, &spans, draft.language, least);
    let Some(ease) = measure(all, LEAST_WORDS) else {
        return Vec::new();
    };
    let usual = context.circumstances.usual_ease;
    let (code, limit) = match usual {
        Some(usual) => ("harder", (usual.low - FAR_OFF).max(VERY_HARD)),
        None => ("hard", VERY_HARD),
    };
    if ease >= limit {
        return Vec::new();
    }
    let hardest = all.iter().copied().min_by(|left, right| {
        let of = |span: &Span| measure(&[*span], 1).unwrap_or(100.0);
        of(left).total_cmp(&of(right))
    });
    let params = [
        ("ease", format!("{:.0}", ease.max(0.0))),
        (
            "usual",
            usual.map_or_else(String::new, |usual| format!("{:.0}", usual.middle)),
        ),
    ];
    let source = match draft.language {
        Language::German => &AMSTAD,
        _ => &FLESCH,
    };
    vec![Finding::new("reading-level", code, Severity::Note, hardest, params).by_page(source)]
}

/// Which words are easier is the writer's to say.
fn fix(_: &Reading<'_>, _: &CheckContext<'_>, _: &Finding) -> Vec<Fix> {
    Vec::new()
}

/// The ease of a text, without hashtags, mentions and addresses. `None`: fewer words than `least`, or a
/// language without a formula.
fn ease(
    text: &str,
    sentences: &[Span],
    words: &[Span],
    language: Language,
    least: usize,
) -> Option<f32> {
    let (mut count, mut syllables, mut spoken) = (0_usize, 0_usize, 0_usize);
    for sentence in sentences {
        let from = words.partition_point(|word| word.start < sentence.start);
        let inside = words.get(from..)?.iter();
        let mut here = 0;
        for word in inside.take_while(|word| word.end <= sentence.end) {
            let tagged = text
                .get(..word.range().start)?
                .ends_with(['#', '@', '/', '.']);
            let word = word.slice(text)?;
            if tagged
                || !word
                    .chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
            {
                continue;
            }
            here += 1;
            syllables += match language {
                Language::German => german_syllables(word),
                _ => english_syllables(word),
            };
        }
        count += here;
        spoken += usize::from(here > 0);
    }
    if language == Language::Other || count < least.max(1) {
        return None;
    }
    let length = count as f32 / spoken.max(1) as f32;
    let weight = syllables as f32 / count as f32;
    Some(match language {
        Language::German => 180.0 - length - 58.5 * weight,
        _ => 206.835 - 1.015 * length - 84.6 * weight,
    })
}

/// Groups of vowels, without a silent "e" at the end: right for most words, which is enough for a mean.
fn english_syllables(word: &str) -> usize {
    let lower = word.to_lowercase();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut groups = 0;
    let mut before = false;
    for c in lower.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = lower.ends_with('e') && !lower.ends_with("le") && !lower.ends_with("ee")
        || lower.ends_with("ed") && !lower.ends_with("ted") && !lower.ends_with("ded")
        || lower.ends_with("es")
            && !["ses", "zes", "xes", "ches", "shes", "ges", "ces", "ies"]
                .iter()
                .any(|end| lower.ends_with(end));
    groups
        .saturating_sub(usize::from(silent && groups > 1))
        .max(1)
}

/// Vowels, where two that are one sound count once.
fn german_syllables(word: &str) -> usize {
    let lower: Vec<char> = word.to_lowercase().chars().collect();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü');
    let mut count = 0;
    let mut at = 0;
    while let Some(first) = lower.get(at) {
        at += 1;
        if !vowel(*first) {
            continue;
        }
        count += 1;
        let pair = lower.get(at).map(|second| (*first, *second));
        let one_sound = matches!(
            pair,
            Some(
                ('a', 'u' | 'i' | 'a' | 'y')
                    | ('ä', 'u')
                    | ('e', 'i' | 'u' | 'e' | 'y')
                    | ('i', 'e')
                    | ('o', 'o' | 'u')
            )
        );
        at += usize::from(one_sound);
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, context, draft};
    use super::super::{CheckContext, Circumstances, Measured, check};
    use super::*;
    use crate::networks::NetworkId;

    const HARD: &str = "The comprehensive implementation of interdisciplinary sustainability methodologies necessitates \
        organizational transformation capabilities, notwithstanding considerable infrastructural interdependencies \
        characterizing contemporary procurement administration. Consequently, international standardization committees \
        recommend systematically institutionalizing accountability documentation, particularly regarding \
        environmental certification responsibilities and intergovernmental communication. Nevertheless, \
        organizational prioritization considerations regarding experimentation remain unavoidable.";

    const PLAIN: &str = "We cut your mesh the night before. It comes tagged, and the driver rings you on the way. You \
        lift the sheets off, lay them down and tie them. No grinder, no sparks, no waste in the mud. Send us the \
        drawing by two and it is there the next day. That is all there is to it.";

    #[test]
    fn syllables_are_counted_well_enough() {
        for (word, expect) in [
            ("mesh", 1),
            ("delivery", 4),
            ("made", 1),
            ("table", 2),
            ("tagged", 1),
            ("wanted", 2),
            ("sizes", 2),
        ] {
            assert_eq!(english_syllables(word), expect, "{word}");
        }
        for (word, expect) in [
            ("Haus", 1),
            ("Lieferung", 3),
            ("Bäume", 2),
            ("Wärmepumpe", 4),
            ("Boot", 1),
        ] {
            assert_eq!(german_syllables(word), expect, "{word}");
        }
    }

    #[test]
    fn the_formulas_give_what_their_papers_say() {
        let near = |found: Option<f32>, expect: f32| {
            assert!(
                found.is_some_and(|found| (found - expect).abs() < 0.5),
                "{found:?} {expect}"
            );
        };
        let of = |text: &str, language: Language| {
            let all: Vec<Span> = words(text).map(|word| word.span).collect();
            ease(text, &sentences(text), &all, language, 1)
        };
        near(of("The cat sat on the mat.", Language::English), 116.1);
        near(of("Das Haus ist rot.", Language::German), 117.5);
    }

    #[test]
    fn only_a_text_far_off_is_noted() {
        let brand = brand();
        let found = |text: &str, context: &CheckContext<'_>| {
            let all = check(
                &draft(NetworkId::LinkedIn, text),
                &Measured::default(),
                context,
            );
            let mut codes: Vec<_> = all.into_iter().map(|finding| finding.code).collect();
            codes.retain(|code| code.starts_with("reading-level"));
            codes
        };
        let plain = context(&brand, &[]);
        assert_eq!(found(HARD, &plain), ["reading-level.hard"]);
        assert!(found(PLAIN, &plain).is_empty());
        let mut circumstances = Circumstances::on(jiff::civil::date(2026, 5, 10));
        circumstances.usual_ease = UsualEase::of(vec![HARD; 10], Language::English);
        let usual = CheckContext::new(&brand, &[], &circumstances);
        assert_eq!(
            found(HARD, &usual),
            ["reading-level.harder"],
            "very hard stays very hard"
        );
        circumstances.usual_ease = UsualEase::of(vec![PLAIN; 9], Language::English);
        assert_eq!(circumstances.usual_ease, None, "nine posts are too few");
    }
}
