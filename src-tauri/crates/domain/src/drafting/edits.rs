//! The few edits that a sentence of the folder may take on its way into a post: who speaks, contractions,
//! a leading connective, words of the lexicon, spelling. Tense and numbers never change.

mod german;
mod person;

pub(super) use german::holds_german_phrase;

use super::nouns;
use crate::brand::{Preference, SpeaksAs, Spelling};
use crate::language::Language;
use crate::text::{self, Span};

/// Connectives that tie a sentence to one that will not stand before it. Without them it says the same.
const CONNECTIVES: &[&str] = &[
    "Additionally,",
    "Also,",
    "And",
    "As well as that,",
    "At the same time,",
    "But",
    "Finally,",
    "Furthermore,",
    "However,",
    "In addition,",
    "In fact,",
    "Moreover,",
    "Of course,",
    "Plus,",
    "Please note that",
    "Note that",
    "So,",
    "Therefore,",
    "Yes,",
    "Yes.",
    "Yes –",
    "Yes!",
    "Besides,",
    "Secondly,",
    "Lastly,",
    "Firstly,",
    "That said,",
    "Naturally,",
];

/// Long and short forms, both ways. Only pairs that mean one thing.
const CONTRACTIONS: &[(&str, &str)] = &[
    ("we will", "we'll"),
    ("you will", "you'll"),
    ("I will", "I'll"),
    ("they will", "they'll"),
    ("we are", "we're"),
    ("you are", "you're"),
    ("I am", "I'm"),
    ("they are", "they're"),
    ("we have", "we've"),
    ("you have", "you've"),
    ("I have", "I've"),
    ("do not", "don't"),
    ("does not", "doesn't"),
    ("did not", "didn't"),
    ("is not", "isn't"),
    ("are not", "aren't"),
    ("was not", "wasn't"),
    ("were not", "weren't"),
    ("cannot", "can't"),
    ("will not", "won't"),
    ("would not", "wouldn't"),
    ("should not", "shouldn't"),
    ("could not", "couldn't"),
    ("has not", "hasn't"),
    ("have not", "haven't"),
    ("let us", "let's"),
    ("it is", "it's"),
    ("that is", "that's"),
    ("here is", "here's"),
    ("what is", "what's"),
    ("there is", "there's"),
];

/// Spellings of the same word, British first. Only forms that are not also other words.
const SPELLINGS: &[(&str, &str)] = &[
    ("colour", "color"),
    ("colours", "colors"),
    ("favourite", "favorite"),
    ("honour", "honor"),
    ("neighbour", "neighbor"),
    ("neighbours", "neighbors"),
    ("flavour", "flavor"),
    ("flavours", "flavors"),
    ("labour", "labor"),
    ("centre", "center"),
    ("centres", "centers"),
    ("fibre", "fiber"),
    ("organise", "organize"),
    ("organised", "organized"),
    ("organises", "organizes"),
    ("recognise", "recognize"),
    ("recognised", "recognized"),
    ("specialise", "specialize"),
    ("specialised", "specialized"),
    ("customise", "customize"),
    ("customised", "customized"),
    ("galvanised", "galvanized"),
    ("optimise", "optimize"),
    ("catalogue", "catalog"),
    ("grey", "gray"),
    ("jewellery", "jewelry"),
    ("aluminium", "aluminum"),
    ("cancelled", "canceled"),
    ("travelling", "traveling"),
    ("labelled", "labeled"),
    ("enquiry", "inquiry"),
    ("enquiries", "inquiries"),
    ("mould", "mold"),
    ("programme", "program"),
];

/// Lets the brand speak as it asks to, where that changes only pronouns and the ending of one verb.
pub(super) fn spoken_by(
    sentence: &str,
    speaks_as: SpeaksAs,
    brand: &str,
    language: Language,
) -> String {
    match language {
        Language::German => german::spoken_by(sentence, speaks_as, brand),
        Language::English | Language::Other => person::spoken_by(sentence, speaks_as, brand),
    }
}

/// Cuts the connectives off the front and gives the sentence its capital back. German ones change the order
/// of words: those that do not are cut when a document is read.
pub(super) fn without_connective(sentence: &str, language: Language) -> String {
    if language == Language::German {
        return capitalized(sentence.trim());
    }
    let mut rest = sentence.trim();
    'again: loop {
        for connective in CONNECTIVES {
            let Some(tail) = rest.strip_prefix(connective) else {
                continue;
            };
            let tail_text = tail.trim_start();
            if tail.starts_with(char::is_whitespace) && tail_text.split_whitespace().count() >= 3 {
                rest = tail_text;
                continue 'again;
            }
        }
        return capitalized(rest);
    }
}

/// Contracts (`true`) or spells out (`false`) what has one other form.
pub(super) fn contracted(sentence: &str, contract: bool) -> String {
    let mut out = sentence.replace('\u{2019}', "'");
    for (long, short) in CONTRACTIONS {
        let (from, to) = if contract {
            (long, short)
        } else {
            (short, long)
        };
        let mut at = 0;
        while let Some(span) = find_phrase(&out, from, at, false) {
            at = span.end as usize;
            let after = &out[span.range().end..];
            // "what it is." keeps its weight at the end; "it's been" has another long form.
            let stressed = after
                .trim_start()
                .starts_with(['.', ',', '?', '!', ';', ':'])
                || after.is_empty();
            let another = !contract
                && to.ends_with(" is")
                && after.split_whitespace().next().is_some_and(|word| {
                    word.ends_with("ed") || matches!(word, "been" | "got" | "had" | "become")
                });
            // "Is it is" and "are you are" never meet, but "how do you … what you have" do: only a verb
            // that helps another one is contracted.
            let main_have = contract && to.ends_with("'ve") && !after_is_participle(after);
            if (contract && stressed) || another || main_have {
                continue;
            }
            let written = like_case(&out[span.range()], to);
            at = span.start as usize + written.len();
            out.replace_range(span.range(), &written);
        }
    }
    out
}

/// Uses the lexicon's words. Words inside the `kept` texts (names) stay as they are.
pub(super) fn preferred(
    sentence: &str,
    prefer: &[Preference],
    kept: &[&str],
    language: Language,
) -> String {
    if language == Language::German {
        return german::preferred(sentence, prefer, kept);
    }
    let mut out = sentence.to_owned();
    for preference in prefer {
        for avoided in &preference.instead_of {
            // A replacement that holds the avoided word would be replaced again.
            let mut at = 0;
            while let Some(span) = find_phrase(&out, avoided, at, true) {
                at = span.end as usize;
                if inside_any(&out, span, kept) || covers(&out, span, &preference.text) {
                    continue;
                }
                let found = &out[span.range()];
                let mut word = like_case(found, &preference.text);
                if is_plural_of(found, avoided) && !word.ends_with('s') {
                    word.push('s');
                } else if is_plural_of(avoided, found) {
                    let one = word.strip_suffix('s').filter(|one| !one.ends_with('s'));
                    // "Client" for "clients" wants one customer; what has no singular stays and is refused.
                    let Some(one) = one.map(str::to_owned) else {
                        continue;
                    };
                    word = one;
                }
                at = span.start as usize + word.len();
                out.replace_range(span.range(), &word);
                out = with_article_mended(&out, span.start as usize);
            }
        }
    }
    out
}

/// Whether a word or phrase stands in the text: whole words, any case, simple plurals too.
pub(super) fn holds_phrase(text: &str, phrase: &str) -> bool {
    find_phrase(text, phrase, 0, true).is_some()
}

/// Spelling as the brand's documents ask for it. Only lower-case words: names keep theirs.
pub(super) fn spelled(sentence: &str, spelling: Spelling) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut at = 0;
    for word in text::words(sentence) {
        let other = SPELLINGS
            .iter()
            .find_map(|&(british, american)| match spelling {
                Spelling::British => (word.text == american).then_some(british),
                Spelling::American => (word.text == british).then_some(american),
            });
        if let Some(other) = other {
            out.push_str(&sentence[at..word.span.range().start]);
            out.push_str(other);
            at = word.span.range().end;
        }
    }
    out.push_str(&sentence[at..]);
    out
}

/// The sentence with a capital at its start.
pub(super) fn capitalized(sentence: &str) -> String {
    let mut chars = sentence.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// The first place at or after byte `from` where the words of `phrase` follow each other, with spaces or
/// hyphens between them.
fn find_phrase(text: &str, phrase: &str, from: usize, plurals: bool) -> Option<Span> {
    let wanted: Vec<String> = text::words(phrase)
        .map(|word| text::fold(word.text))
        .collect();
    let (last, first) = wanted.split_last()?;
    let stem = wanted[0].strip_suffix('s').unwrap_or(&wanted[0]);
    if !may_hold(text, stem) {
        return None;
    }
    let words: Vec<_> = text::words(text)
        .filter(|word| word.span.start as usize >= from)
        .collect();
    words.windows(wanted.len()).find_map(|run| {
        let (run_last, run_first) = run.split_last()?;
        let same = run_first
            .iter()
            .zip(first)
            .all(|(word, want)| text::fold(word.text) == *want);
        let tail = text::fold(run_last.text);
        let same_tail = tail == *last
            || plurals
                && (is_plural_of(&tail, last) || tail.len() > 3 && is_plural_of(last, &tail));
        let joined = run.windows(2).all(|pair| {
            let between = text.get(pair[0].span.range().end..pair[1].span.range().start);
            between.is_some_and(|gap| gap.chars().all(|c| c.is_whitespace() || c == '-'))
        });
        (same && same_tail && joined).then(|| run[0].span.join(run_last.span))
    })
}

/// A cheap look before words are cut: most rules are about words that a sentence does not have.
fn may_hold(text: &str, word: &str) -> bool {
    if !text.is_ascii() || !word.is_ascii() || word.is_empty() {
        return true;
    }
    text.as_bytes()
        .windows(word.len())
        .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

fn is_plural_of(word: &str, singular: &str) -> bool {
    let (word, singular) = (text::fold(word), text::fold(singular));
    word.strip_suffix('s').is_some_and(|stem| stem == singular)
        || word.strip_suffix("es").is_some_and(|stem| stem == singular)
}

fn like_case(found: &str, word: &str) -> String {
    let upper = found.chars().filter(|c| c.is_alphabetic()).count() > 1
        && found
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
    if upper && found != "I" {
        word.to_uppercase()
    } else if found.starts_with(char::is_uppercase) {
        capitalized(word)
    } else {
        word.to_owned()
    }
}

fn inside_any(text: &str, span: Span, kept: &[&str]) -> bool {
    kept.iter().filter(|name| !name.is_empty()).any(|name| {
        text.match_indices(name)
            .any(|(at, _)| Span::of(at..at + name.len()).overlaps(span))
    })
}

/// Whether the place already reads as the preferred phrase does ("size" in "cut to size").
fn covers(text: &str, span: Span, preferred: &str) -> bool {
    let mut at = 0;
    while let Some(found) = find_phrase(text, preferred, at, true) {
        if found.overlaps(span) {
            return true;
        }
        at = found.end as usize;
    }
    false
}

/// "a" or "an" right before byte `at`, as the word there now asks for it.
fn with_article_mended(text: &str, at: usize) -> String {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return text.to_owned();
    };
    let trimmed = before.trim_end();
    let start = trimmed
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + 1);
    let found = &trimmed[start..];
    if !matches!(found, "a" | "an" | "A" | "An") {
        return text.to_owned();
    }
    let wanted = like_case_of_article(found, nouns::article(after));
    format!("{}{wanted} {after}", &trimmed[..start])
}

fn like_case_of_article(found: &str, wanted: &str) -> String {
    if found.starts_with('A') {
        capitalized(wanted)
    } else {
        wanted.to_owned()
    }
}

fn after_is_participle(after: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "been", "had", "made", "got", "built", "kept", "found", "put", "cut",
    ];
    text::words(after).next().is_some_and(|word| {
        word.text.ends_with("ed") || word.text.ends_with("en") || IRREGULAR.contains(&word.text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brand::SpeaksAs;

    #[test]
    fn a_leading_connective_is_dropped_and_nothing_else() {
        for (before, after) in [
            ("However, we close on Sundays.", "We close on Sundays."),
            ("And we cut rebar.", "We cut rebar."),
            ("Yes, dogs are welcome.", "Dogs are welcome."),
            ("Yes. We cut A142.", "We cut A142."),
            ("Andrews Mill is ours.", "Andrews Mill is ours."),
            ("Also, no.", "Also, no."),
        ] {
            assert_eq!(without_connective(before, Language::English), after);
        }
    }

    #[test]
    fn contractions_go_both_ways_and_leave_the_end_alone() {
        for (long, short) in [
            (
                "We will cut it and it is yours.",
                "We'll cut it and it's yours.",
            ),
            (
                "You do not pay for what it is.",
                "You don't pay for what it is.",
            ),
            ("We have moved.", "We've moved."),
        ] {
            assert_eq!(contracted(long, true), short);
            assert_eq!(contracted(short, false), long);
        }
        assert_eq!(contracted("We have two ovens.", true), "We have two ovens.");
        assert_eq!(contracted("It's been a year.", false), "It's been a year.");
        assert_eq!(contracted("We don’t.", false), "We do not.");
    }

    #[test]
    fn the_lexicons_words_replace_others_with_case_number_and_article() {
        let prefer = |text: &str, instead: &str| {
            vec![Preference {
                text: text.to_owned(),
                instead_of: vec![instead.to_owned()],
                source: None,
            }]
        };
        let check = |sentence: &str, text: &str, instead: &str, expect: &str| {
            assert_eq!(
                preferred(
                    sentence,
                    &prefer(text, instead),
                    &["Client Hall"],
                    Language::English
                ),
                expect
            );
        };
        check(
            "Bespoke mesh.",
            "cut to size",
            "bespoke",
            "Cut to size mesh.",
        );
        check(
            "Our customers call.",
            "client",
            "customer",
            "Our clients call.",
        );
        check("A customer calls.", "owner", "customer", "An owner calls.");
        check(
            "We met at Client Hall.",
            "owner",
            "client",
            "We met at Client Hall.",
        );
        check(
            "A cut to size sheet.",
            "cut to size",
            "size",
            "A cut to size sheet.",
        );
    }

    #[test]
    fn the_brand_speaks_as_it_asks_to() {
        let check = |sentence: &str, who: SpeaksAs, expect: &str| {
            let found = spoken_by(sentence, who, "Kiln Yard", Language::English);
            assert_eq!(found, expect);
        };
        check(
            "Kiln Yard fires twice a week.",
            SpeaksAs::We,
            "We fire twice a week.",
        );
        check("Kiln Yard is open.", SpeaksAs::We, "We are open.");
        check(
            "Kiln Yard also teaches beginners.",
            SpeaksAs::We,
            "We also teach beginners.",
        );
        check(
            "Kiln Yard uses local clay.",
            SpeaksAs::We,
            "We use local clay.",
        );
        check(
            "Kiln Yard cuts and fires clay.",
            SpeaksAs::We,
            "Kiln Yard cuts and fires clay.",
        );
        check(
            "Kiln Yard keeps its clay dry.",
            SpeaksAs::We,
            "Kiln Yard keeps its clay dry.",
        );
        check(
            "We carry local clay.",
            SpeaksAs::Name,
            "Kiln Yard carries local clay.",
        );
        check(
            "We glaze our own pots.",
            SpeaksAs::Name,
            "We glaze our own pots.",
        );
        check(
            "We're in our shop; ask us.",
            SpeaksAs::I,
            "I'm in my shop; ask me.",
        );
    }

    #[test]
    fn spelling_follows_the_documents_but_not_into_names() {
        assert_eq!(
            spelled("We organize colors.", Spelling::British),
            "We organise colours."
        );
        assert_eq!(
            spelled("The Color Centre", Spelling::British),
            "The Color Centre"
        );
    }

    #[test]
    fn phrases_are_found_as_whole_words_in_any_case() {
        assert!(holds_phrase("Cutting-edge tools", "cutting edge"));
        assert!(holds_phrase("Three BESPOKES", "bespoke"));
        assert!(!holds_phrase("Freedom", "free"));
        assert!(!holds_phrase("anything", ""));
    }
}
