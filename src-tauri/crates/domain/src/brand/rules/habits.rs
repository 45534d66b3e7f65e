//! Single settings of a guide: emoji, exclamation marks, hashtags, length of sentences, contractions, the
//! person it speaks in, and spelling.

use super::hashtag_networks::{denies_hashtags, hashtag_networks};
use super::pairs::Pair;
use super::terms::{has, normalize};
use crate::brand::{BrandRules, RuleSource, SpeaksAs, Spelling};
use crate::language::german::Address;

pub(super) const NEGATIVE: &str = "no|not|never|dont|do not|avoid|without|none|zero|skip|ban|banned|off|leave out|kein|keine\
    |keinen|keinerlei|nicht|nie|niemals|ohne|verzichten|verzichtet|vermeiden|nein|forbidden\
    |verboten|tabu|free|stay away|sparen wir uns|weglassen|weg";

/// Words that limit instead of forbidding: "no more than one emoji".
const LIMITING: &str = "no more than|not more than|never more than|at most|up to|max|maximum|maximal|sparingly\
    |sparsam|only|nur|except|ausser|hochstens|nicht mehr als|bis zu|too many|more than\
    |mehr als|a few|one or two|unless|overuse|overdo|einzelne|excessive|limit|limited\
    |strings of|ubertreiben|instead of words|multiple";

/// Reads the settings that a sentence, item or table row states. `avoided`: it stands in a list of what to
/// avoid, so that the bare noun is a ban. `context`: the heading and the sentences around it, normalized.
/// Whether anything was stated.
pub(super) fn read(
    rules: &mut BrandRules,
    text: &str,
    context: &str,
    avoided: bool,
    source: &Option<RuleSource>,
) -> bool {
    let whole = normalize(text);
    // "We use contractions (we'll, don't)": what stands in brackets is an example.
    let plain = normalize(&without_brackets(text));
    let mut setter = Setter {
        rules,
        source,
        stated: false,
    };
    setter.signs(&plain, avoided);
    setter.hashtags(&plain, avoided);
    setter.sentence_length(&whole, context);
    setter.contractions(&plain, avoided);
    setter.voice(&plain, avoided);
    setter.address(&plain);
    setter.spelling(&plain, avoided);
    setter.stated
}

/// "We, not the company's name" is a person and no pair of words. Whether it was one.
pub(super) fn person(rules: &mut BrandRules, pair: &Pair, source: &Option<RuleSource>) -> bool {
    let speaks = match normalize(&pair.good).as_str() {
        "we" | "wir" | "we and our" | "we us" | "we and us" | "we our" => SpeaksAs::We,
        "i" | "ich" => SpeaksAs::I,
        _ => return is_pronoun(&pair.good),
    };
    let mut setter = Setter {
        rules,
        source,
        stated: false,
    };
    setter.speaks(speaks);
    true
}

/// A pronoun cannot stand in a phrase's place without changing the verb.
fn is_pronoun(text: &str) -> bool {
    matches!(
        normalize(text).as_str(),
        "you"
            | "they"
            | "us"
            | "our"
            | "du"
            | "sie"
            | "ihr"
            | "euch"
            | "it"
            | "he"
            | "she"
            | "uns"
            | "unser"
    )
}

struct Setter<'a> {
    rules: &'a mut BrandRules,
    source: &'a Option<RuleSource>,
    stated: bool,
}

impl Setter<'_> {
    fn note(&mut self, field: &str) {
        self.stated = true;
        if let Some(source) = self.source {
            self.rules
                .stated
                .entry(field.to_owned())
                .or_insert_with(|| source.clone());
        }
    }

    fn signs(&mut self, text: &str, avoided: bool) {
        if has(
            text,
            "emoji|emojis|emoticons|smileys|smiley|smilies|emoticon",
        ) && let Some(allowed) = allowed(text, avoided)
        {
            self.rules.emoji.get_or_insert(allowed);
            self.note("emoji");
        }
        let marks = "exclamation mark|exclamation marks|exclamation point|exclamation points\
            |exclamations|ausrufezeichen|exclamation";
        // "One a month, and it's been used": the allowance is spent.
        if has(text, marks) && has(text, "been used|used up|already used|aufgebraucht") {
            self.rules.exclamation_marks.get_or_insert(false);
            self.note("exclamation_marks");
        } else if has(text, marks)
            && let Some(allowed) = allowed(text, avoided)
        {
            self.rules.exclamation_marks.get_or_insert(allowed);
            self.note("exclamation_marks");
        }
    }

    fn hashtags(&mut self, text: &str, avoided: bool) {
        if !has(text, "hashtag|hashtags|hash tags|hash tag") {
            return;
        }
        if let Some(networks) = hashtag_networks(text) {
            self.rules.hashtag_networks.get_or_insert(networks);
            self.note("hashtag_networks");
        }
        let limited = has(
            text,
            "max|maximum|maximal|most|up to|more than|hochstens|bis zu|mehr als|or|oder|to\
                |bis|limit|only|nur|per post|pro post|pro beitrag|a post|each post|exactly\
                |genau|use|fewer|weniger|enough|genugt|reicht",
        );
        let numbers = numbers_before(text, "hashtag|hashtags|hash tags", 4);
        let after = numbers_after(text, "hashtags|hashtag", 5);
        let most = numbers.into_iter().chain(after).max();
        if let (Some(most), true) = (
            most.filter(|most| (1..=30).contains(most)),
            limited || avoided,
        ) {
            self.rules.max_hashtags.get_or_insert(most);
            self.note("max_hashtags");
            return;
        }
        let bare = text.split(' ').count() <= 8 && hashtag_networks(text).is_none();
        if bare
            && let Some(allowed) = allowed(text, avoided)
            && (allowed || avoided || denies_hashtags(text))
        {
            self.rules.use_hashtags.get_or_insert(allowed);
            self.note("use_hashtags");
        }
    }

    fn sentence_length(&mut self, text: &str, context: &str) {
        let sentence = "sentence|sentences|satz|satze|satzen|satzlange";
        let word = "words|word|worter|wortern|worte|worten";
        // "Keep sentences short. 18 words is the limit.": the second sentence leans on the first.
        let limit = "limit|max|maximum|most|no more than|longer than|stay below|stay under|hochstens|maximal\
            |grenze|nicht mehr als|bleiben unter";
        // "Aim for 14 words. Hard stop at 25.": the first is a wish, the second the limit.
        let stop = "hard stop|stop at|hard limit|never over|never above|schluss bei";
        if (has(text, sentence) || has(context, sentence)) && has(text, stop) {
            let number = text
                .split(' ')
                .filter_map(|part| part.parse::<u32>().ok())
                .max();
            if let Some(limit) = number.filter(|limit| (4..=60).contains(limit)) {
                self.rules.max_sentence_words = Some(limit);
                self.note("max_sentence_words");
            }
            return;
        }
        let meant = has(text, sentence) || has(context, sentence) && has(text, limit);
        if !meant || !has(text, word) {
            return;
        }
        if has(
            text,
            "average|durchschnitt|durchschnittlich|im schnitt|at least|mindestens\
                |paragraph|absatz|headline",
        ) {
            return;
        }
        let Some(limit) = numbers_before(text, word, 4).into_iter().max() else {
            return;
        };
        // "Under 20 words" leaves 19.
        let exclusive = has(
            text,
            "under|below|fewer than|less than|shorter than|unter|weniger als|kurzer als",
        ) && !has(text, "no fewer than|no less than");
        let limit = if exclusive {
            limit.saturating_sub(1)
        } else {
            limit
        };
        if (4..=60).contains(&limit) {
            self.rules.max_sentence_words.get_or_insert(limit);
            self.note("max_sentence_words");
        }
    }

    fn contractions(&mut self, text: &str, avoided: bool) {
        if has(
            text,
            "contraction|contractions|contracted forms|zusammenziehungen",
        ) && !has(text, LIMITING)
            && let Some(allowed) = allowed(text, avoided)
        {
            self.rules.contractions.get_or_insert(allowed);
            self.note("contractions");
        }
    }

    fn voice(&mut self, text: &str, avoided: bool) {
        if avoided
            || has(text, NEGATIVE)
                && !has(
                    text,
                    "not the company|not the brand|never the company|not third person\
                        |nicht der firmenname",
                )
        {
            return;
        }
        let we = "first person plural|we form|wir form|speak as we|write as we|say we|use we\
            |talk as we|refer to ourselves as we|erste person plural|erster person plural\
            |in der wir form|als wir|we not the company|we our and us|we us and our|we and our\
            |call ourselves we|in the we form";
        let name = "third person|dritte person|dritter person|refer to ourselves by name\
            |use the company name|by our name|use our name";
        let i = "first person singular|ich form|erste person singular|speak as i|write as i|say i";
        if has(text, we) {
            self.speaks(SpeaksAs::We);
        } else if has(text, name) {
            self.speaks(SpeaksAs::Name);
        } else if has(text, i) {
            self.speaks(SpeaksAs::I);
        }
    }

    /// "Wir siezen unsere Kunden." A guide that does both, each on its networks, settles nothing for all.
    fn address(&mut self, text: &str) {
        let polite = has(text, "siezen|gesiezt|sie form|per sie");
        let friendly = has(text, "duzen|geduzt|du form|ihr form|per du");
        let refused = has(text, NEGATIVE) || has(text, "niemanden|niemand");
        let several = has(text, "ihr form|ihr und euch|mit ihr|als ihr");
        let address = match (polite, friendly) {
            (true, false) if !refused => Address::Sie,
            (false, true) if refused => Address::Sie,
            (false, true) if several => Address::Ihr,
            (false, true) => Address::Du,
            (true, false) => Address::Du,
            _ => return,
        };
        self.rules.address.get_or_insert(address);
        self.note("address");
    }

    fn speaks(&mut self, speaks: SpeaksAs) {
        self.rules.speaks_as.get_or_insert(speaks);
        self.note("speaks_as");
    }

    fn spelling(&mut self, text: &str, avoided: bool) {
        let british = "british english|british spelling|british spellings|uk english|uk spelling\
            |uk spellings|english uk|en gb";
        let american = "american english|american spelling|american spellings|us english|us spelling\
            |us spellings|english us|en us";
        let first = |list: &str| {
            list.split('|')
                .filter_map(|phrase| super::terms::find_phrase(text, phrase))
                .min()
        };
        let (found, at) = match (first(british), first(american)) {
            (Some(b), Some(a)) if b < a => (Spelling::British, b),
            (Some(b), None) => (Spelling::British, b),
            (_, Some(a)) => (Spelling::American, a),
            (None, None) => return,
        };
        // "American spellings are out: we write in British English."
        let behind = text[at..].split(' ').skip(2).take(3).collect::<Vec<_>>();
        let negative = avoided
            || has(&text[..at], "not|never|dont|do not|avoid|no")
            || has(
                &behind.join(" "),
                "is out|are out|is wrong|are wrong|is banned|are banned",
            );
        let meant = match (found, negative) {
            (Spelling::British, false) | (Spelling::American, true) => Spelling::British,
            _ => Spelling::American,
        };
        self.rules.spelling.get_or_insert(meant);
        self.note("spelling");
    }
}

/// Whether a sentence allows what it names. `None`: it says neither.
fn allowed(text: &str, avoided: bool) -> Option<bool> {
    if has(text, LIMITING) {
        return Some(true);
    }
    if avoided || has(text, NEGATIVE) {
        // A conditional ban ("no emoji when we talk about safety") is no ban.
        return (!has(text, "when|if|wenn|bei|where")).then_some(false);
    }
    let positive = "use|yes|welcome|fine|ok|okay|allowed|like|love|can|may|one|two|three|add|include\
        |always|with|ja|erlaubt|gern|gerne|verwenden|nutzen|einsetzen|ein|zwei|duerfen|durfen\
        |setzen|please|encouraged|good|every";
    has(text, positive).then_some(true)
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => {
                    let inside = depth > 0;
                    depth = depth.saturating_sub(1);
                    return !inside;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// Numbers among the `reach` words before one of the nouns.
fn numbers_before(text: &str, nouns: &str, reach: usize) -> Vec<u32> {
    let words: Vec<_> = text.split(' ').collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if nouns.contains(word) {
            let from = at.saturating_sub(reach);
            found.extend(numbers_in(&words[from..at]));
        }
    }
    found
}

/// Numbers among the `reach` words behind one of the nouns ("Hashtags: two at most").
fn numbers_after(text: &str, nouns: &str, reach: usize) -> Vec<u32> {
    let words: Vec<_> = text.split(' ').collect();
    let Some(at) = words.iter().position(|word| nouns.contains(word)) else {
        return Vec::new();
    };
    numbers_in(&words[at + 1..words.len().min(at + 1 + reach)])
}

/// The numbers among words; "twenty five" is one.
fn numbers_in(words: &[&str]) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    let mut tens = false;
    for word in words {
        let value = number(word);
        match (value, found.last_mut()) {
            (Some(one @ 1..=9), Some(last)) if tens && word.parse::<u32>().is_err() => *last += one,
            (Some(value), _) => found.push(value),
            (None, _) => {}
        }
        tens = value.is_some_and(|value| value >= 20 && value % 10 == 0)
            && word.parse::<u32>().is_err();
    }
    found
}

pub(super) fn number(word: &str) -> Option<u32> {
    const WORDS: &[(&str, u32)] = &[
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("twelve", 12),
        ("fifteen", 15),
        ("eighteen", 18),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("ein", 1),
        ("eins", 1),
        ("einen", 1),
        ("zwei", 2),
        ("drei", 3),
        ("vier", 4),
        ("funf", 5),
        ("sechs", 6),
        ("acht", 8),
        ("zehn", 10),
        ("zwolf", 12),
        ("funfzehn", 15),
        ("zwanzig", 20),
    ];
    word.parse().ok().or_else(|| {
        WORDS
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, value)| *value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, avoided: bool, expect: BrandRules) {
        let mut rules = BrandRules::default();
        read(&mut rules, text, "", avoided, &None);
        assert_eq!(rules, expect, "habits in {text:?}");
    }

    fn rules(set: impl FnOnce(&mut BrandRules)) -> BrandRules {
        let mut rules = BrandRules::default();
        set(&mut rules);
        rules
    }

    #[test]
    fn emoji_and_exclamation_marks_are_allowed_limited_or_banned() {
        check("No emoji.", false, rules(|r| r.emoji = Some(false)));
        check("Emoji", true, rules(|r| r.emoji = Some(false)));
        check("Emojis: keine", false, rules(|r| r.emoji = Some(false)));
        check(
            "One emoji per post is fine.",
            false,
            rules(|r| r.emoji = Some(true)),
        );
        check(
            "No more than two emoji per post",
            false,
            rules(|r| r.emoji = Some(true)),
        );
        check(
            "Wir verzichten auf Ausrufezeichen.",
            false,
            rules(|r| r.exclamation_marks = Some(false)),
        );
        check(
            "Never use exclamation marks!",
            false,
            rules(|r| r.exclamation_marks = Some(false)),
        );
        check(
            "No emoji and no exclamation marks.",
            false,
            rules(|r| {
                r.emoji = Some(false);
                r.exclamation_marks = Some(false);
            }),
        );
    }

    #[test]
    fn hashtags_are_counted_or_banned() {
        check(
            "No hashtags.",
            false,
            rules(|r| r.use_hashtags = Some(false)),
        );
        check(
            "Max two hashtags per post.",
            false,
            rules(|r| r.max_hashtags = Some(2)),
        );
        check(
            "Use two to four hashtags",
            false,
            rules(|r| r.max_hashtags = Some(4)),
        );
        check(
            "Hashtags: at most 3",
            false,
            rules(|r| r.max_hashtags = Some(3)),
        );
        check(
            "One hashtag is enough and it is #Threadback",
            false,
            rules(|r| r.max_hashtags = Some(1)),
        );
        check(
            "Never more than one hashtag",
            true,
            rules(|r| r.max_hashtags = Some(1)),
        );
        check(
            "Höchstens drei Hashtags pro Beitrag",
            false,
            rules(|r| r.max_hashtags = Some(3)),
        );
    }

    #[test]
    fn the_longest_sentence_is_read_and_an_average_is_not() {
        check(
            "Keep sentences under 20 words.",
            false,
            rules(|r| r.max_sentence_words = Some(19)),
        );
        check(
            "Keep sentences under twenty-five words in posts.",
            false,
            rules(|r| r.max_sentence_words = Some(24)),
        );
        check(
            "No sentence longer than 15 words",
            false,
            rules(|r| r.max_sentence_words = Some(15)),
        );
        check(
            "Sätze mit höchstens 15 Wörtern",
            false,
            rules(|r| r.max_sentence_words = Some(15)),
        );
        check(
            "Short sentences (max 14 words).",
            false,
            rules(|r| r.max_sentence_words = Some(14)),
        );
        check(
            "Our sentences average 12 words.",
            false,
            BrandRules::default(),
        );
        check("Posts under 80 words.", false, BrandRules::default());
    }

    #[test]
    fn contractions_person_and_spelling_are_read() {
        check(
            "Use contractions (we'll, don't).",
            false,
            rules(|r| r.contractions = Some(true)),
        );
        check(
            "No contractions.",
            false,
            rules(|r| r.contractions = Some(false)),
        );
        check(
            "Write in the first person plural.",
            false,
            rules(|r| r.speaks_as = Some(SpeaksAs::We)),
        );
        check(
            "Wir schreiben in der Wir-Form.",
            false,
            rules(|r| r.speaks_as = Some(SpeaksAs::We)),
        );
        check(
            "British English, not American English.",
            false,
            rules(|r| r.spelling = Some(Spelling::British)),
        );
        check(
            "Don't use American spelling",
            false,
            rules(|r| r.spelling = Some(Spelling::British)),
        );
    }
}
