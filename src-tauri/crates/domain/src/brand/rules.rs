//! Rules read from a document on how the brand writes.
//!
//! Guides differ in shape: lists under "Never", tables of "say" and "instead of", running text, in
//! Markdown or plain. What is read here is only what can be checked in a post: words, required text and
//! habits such as emoji or the length of sentences. Advice ("be warm", "avoid jargon") is left alone: a
//! word on the never-list by mistake would mark honest sentences in every post.

use super::{BrandRules, Preference, Rule, RuleSource};
use crate::text::{Span, sentences};
use lines::{Kind, Line};
use sections::{EXAMPLES, NEVER, Section, Side, WORD_SECTIONS};
use terms::{Place, has, normalize};

mod former;
mod habits;
mod lines;
mod pairs;
mod required;
mod sections;
mod terms;

/// Titles of documents on how to write, as [`normalize`] gives them.
const TITLES: &str = "style guide|styleguide|tone of voice|brand voice|our voice|voice and tone|tone and voice\
    |voice guide|voice guidelines|brand language|how we write|how we sound|how we talk\
    |how we speak|writing guide|writing guidelines|writing style|writing rules|writing for us\
    |writing for the brand|house style|editorial guide|editorial guidelines|editorial style\
    |content style|content guidelines|copy guidelines|copy guide|copywriting guide\
    |copywriting guidelines|social media guidelines|social media guide|social media style\
    |language guide|language guidelines|words we use|words we dont use|how to write\
    |schreibstil|tonalitat|sprachstil|so schreiben wir|wie wir schreiben|wie wir sprechen\
    |so sprechen wir|so klingen wir|sprachregeln|schreibregeln|stilhandbuch|stilregeln\
    |sprachleitfaden|schreibleitfaden|textleitfaden|redaktionsleitfaden|unsere sprache\
    |markenstimme|markensprache|wording guide|wording leitfaden|unser ton|unser stil\
    |schreibweise";

/// Whether a text is a document on how to write, so that its sentences are rules and not facts.
pub fn is_style_guide(text: &str) -> bool {
    let lines = lines::read(text);
    let titled = |line: &Line<'_>| {
        let title = normalize(line.text);
        has(&title, TITLES) || title.starts_with("how ") && title.ends_with(" writes")
    };
    if lines
        .first()
        .is_some_and(|line| line.text.len() < 120 && titled(line))
    {
        return true;
    }
    let headings = lines.iter().filter(|line| line.kind == Kind::Heading);
    let named = headings.clone().any(titled);
    let listed = headings
        .filter(|line| {
            has(&normalize(line.text), WORD_SECTIONS) && has(&normalize(line.text), NEVER)
        })
        .count();
    let rules = read("", text);
    let words = usize::from(!rules.never.is_empty()) + usize::from(!rules.prefer.is_empty());
    let kinds = rules.stated.len() + listed;
    named && kinds + words >= 1 || kinds >= 2 || kinds >= 1 && words >= 1
}

/// The rules that a guide states, each with the span that states it. `file` is the document's name.
pub fn read(file: &str, text: &str) -> BrandRules {
    let mut reading = Reading {
        file,
        rules: BrandRules::default(),
    };
    let lines = lines::read(text);
    reading.tables(&lines);
    for (at, line) in lines.iter().enumerate() {
        if matches!(
            line.kind,
            Kind::Cell { .. } | Kind::Header { .. } | Kind::Quote
        ) {
            continue;
        }
        if line.kind == Kind::Heading {
            reading.heading(line);
            let section = Section::of(&line.above);
            if !section.example {
                required::read(&mut reading, &lines, at, &section);
            }
            continue;
        }
        let section = Section::of(&line.above);
        if section.example || is_example(line.text) {
            continue;
        }
        reading.line(line, &section);
        required::read(&mut reading, &lines, at, &section);
    }
    reading.rules.tidy();
    reading.rules
}

impl BrandRules {
    /// These rules with another document's added. Where both state a single setting, the first holds.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.never.extend(other.never);
        self.prefer.extend(other.prefer);
        self.required.extend(other.required);
        self.emoji = self.emoji.or(other.emoji);
        self.exclamation_marks = self.exclamation_marks.or(other.exclamation_marks);
        self.use_hashtags = self.use_hashtags.or(other.use_hashtags);
        self.max_hashtags = self.max_hashtags.or(other.max_hashtags);
        self.max_sentence_words = self.max_sentence_words.or(other.max_sentence_words);
        self.contractions = self.contractions.or(other.contractions);
        self.speaks_as = self.speaks_as.or(other.speaks_as);
        self.spelling = self.spelling.or(other.spelling);
        for (field, source) in other.stated {
            self.stated.entry(field).or_insert(source);
        }
        self.tidy();
        self
    }

    /// Each word once: rules that differ only in case are one rule, stated where it was stated first.
    fn tidy(&mut self) {
        let mut seen = std::collections::BTreeSet::new();
        self.required
            .retain(|rule| seen.insert(rule.text.to_lowercase()));
        seen.clear();
        self.never
            .retain(|rule| seen.insert(normalize_term(&rule.text)));
        let mut kept: Vec<Preference> = Vec::new();
        let mut replaced = std::collections::BTreeSet::new();
        for mut preference in std::mem::take(&mut self.prefer) {
            let good = normalize_term(&preference.text);
            preference.instead_of.retain(|bad| {
                let bad = normalize_term(bad);
                bad != good && replaced.insert(bad)
            });
            if preference.instead_of.is_empty() {
                continue;
            }
            match kept
                .iter_mut()
                .find(|other| normalize_term(&other.text) == good)
            {
                Some(other) => other.instead_of.append(&mut preference.instead_of),
                None => kept.push(preference),
            }
        }
        // What one place bans and another prefers is the contradiction of a person: the ban on the
        // preferred word would leave no word at all.
        let wanted: Vec<_> = kept
            .iter()
            .map(|preference| normalize_term(&preference.text))
            .collect();
        self.never
            .retain(|rule| !wanted.contains(&normalize_term(&rule.text)));
        self.prefer = kept;
    }
}

struct Reading<'a> {
    file: &'a str,
    rules: BrandRules,
}

impl Reading<'_> {
    fn source(&self, start: usize, end: usize) -> Option<RuleSource> {
        Some(RuleSource {
            file: self.file.to_owned(),
            span: Span::of(start..end),
        })
    }

    fn never(&mut self, text: &str, source: Option<RuleSource>) {
        // A sign is a habit (`habits`), and one letter is no word.
        if text.chars().filter(|c| c.is_alphanumeric()).count() >= 2 {
            self.rules.never.push(Rule {
                text: text.to_owned(),
                source,
            });
        }
    }

    fn heading(&mut self, line: &Line<'_>) {
        // "No emoji" and "Sentences under 20 words" are often whole headings.
        let source = self.source(line.start, line.start + line.text.len());
        habits::read(&mut self.rules, line.text, "", false, &source);
    }

    /// One item or paragraph: a list of words, or sentences of which each may state something.
    fn line(&mut self, line: &Line<'_>, section: &Section) {
        let whole = self.source(line.start, line.start + line.text.len());
        if let Some((label, rest)) = label(line.text) {
            self.labeled(line, label, rest, section);
            return;
        }
        if section.never && !starts_positive(line.text) {
            if pairs::read(
                line.text,
                section.words || section.never,
                section.character,
                true,
            )
            .is_some_and(|pair| self.pair(pair, &whole))
            {
                return;
            }
            habits::read(&mut self.rules, line.text, &section.title, true, &whole);
            let place = section.place();
            let place = if line.kind == Kind::Prose && sentences(line.text).len() > 1 {
                Place::Advice
            } else {
                place
            };
            let verb_free = without_negative_verb(line.text);
            for term in terms::terms(verb_free, place) {
                self.never(&term.text, whole.clone());
            }
            return;
        }
        let context = format!("{} {}", section.title, normalize(line.text));
        for span in sentences(line.text) {
            let Some(sentence) = span.slice(line.text) else {
                continue;
            };
            let start = line.start + span.range().start;
            let source = self.source(start, start + sentence.len());
            self.sentence(sentence, &context, section, &source);
        }
        // "Don't say X. Say Y." is one rule in two sentences.
        if let Some(pair) = pairs::across_sentences(line.text) {
            self.pair(pair, &whole);
        }
    }

    /// "Never: cheap, cheapest", "Emoji: none", "Use: fixers (not installation teams)".
    fn labeled(&mut self, line: &Line<'_>, label: &str, rest: &str, section: &Section) {
        let source = self.source(line.start, line.start + line.text.len());
        let name = normalize(label);
        let mut above = vec![section.title.clone(), name.clone()];
        above.retain(|title| !title.is_empty());
        let inner = Section::of(&above);
        if has(&name, EXAMPLES) {
            return;
        }
        if has(&name, NEVER) && name.split(' ').count() <= 6 {
            if !habits::read(&mut self.rules, rest, &name, true, &source) {
                let place = if inner.words {
                    Place::Words
                } else {
                    Place::Mixed
                };
                for term in terms::terms(rest.trim_end_matches('.'), place) {
                    self.never(&term.text, source.clone());
                }
            }
            return;
        }
        if let Some(pairs) = pairs::several(rest) {
            for pair in pairs {
                self.pair(pair, &source);
            }
            return;
        }
        // "leverage: say use" and "leverage: use" in a list of words.
        if let Some(pair) = pairs::read(line.text, section.words, section.character, section.never)
            && self.pair(pair, &source)
        {
            return;
        }
        if section.never {
            for term in terms::terms(line.text, section.place()) {
                self.never(&term.text, source.clone());
            }
            return;
        }
        if habits::read(&mut self.rules, line.text, &section.title, false, &source) {
            return;
        }
        let context = format!("{} {}", section.title, normalize(line.text));
        for span in sentences(rest) {
            if let Some(sentence) = span.slice(rest) {
                self.sentence(sentence, &context, section, &source);
            }
        }
    }

    fn sentence(
        &mut self,
        sentence: &str,
        context: &str,
        section: &Section,
        source: &Option<RuleSource>,
    ) {
        habits::read(&mut self.rules, sentence, context, false, source);
        if let Some(pairs) = pairs::several(sentence) {
            for pair in pairs {
                self.pair(pair, source);
            }
            return;
        }
        if let Some(pair) = pairs::read(sentence, section.words, section.character, false)
            && self.pair(pair, source)
        {
            return;
        }
        if let Some(listed) = banned_in(sentence) {
            for term in listed {
                self.never(&term, source.clone());
            }
        }
    }

    /// Keeps a preference; whether it was one.
    fn pair(&mut self, pair: pairs::Pair, source: &Option<RuleSource>) -> bool {
        if habits::person(&mut self.rules, &pair, source) {
            return true;
        }
        if pair.good.is_empty() {
            for bad in pair.bad {
                self.never(&bad, source.clone());
            }
            return true;
        }
        self.rules.prefer.push(Preference {
            text: pair.good,
            instead_of: pair.bad,
            source: source.clone(),
        });
        true
    }

    fn tables(&mut self, lines: &[Line<'_>]) {
        let mut columns: Vec<(usize, Side)> = Vec::new();
        let mut block = usize::MAX;
        for (at, line) in lines.iter().enumerate() {
            match line.kind {
                Kind::Header { column } => {
                    if line.block != block {
                        columns.clear();
                        block = line.block;
                    }
                    columns.push((column, Side::of(&normalize(line.text), line.text)));
                }
                Kind::Cell { row, column: 0 } => {
                    let cells: Vec<_> = lines[at..]
                        .iter()
                        .take_while(|cell| matches!(cell.kind, Kind::Cell { row: other, .. } if other == row))
                        .collect();
                    self.row(&cells, &columns);
                }
                _ => {}
            }
        }
    }

    fn row(&mut self, cells: &[&Line<'_>], columns: &[(usize, Side)]) {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
            return;
        };
        let section = Section::of(&first.above);
        if section.example {
            return;
        }
        let source = self.source(first.start, last.start + last.text.len());
        let side = |wanted: Side| {
            columns
                .iter()
                .find(|(_, side)| *side == wanted)
                .and_then(|(column, _)| cells.get(*column))
                .map(|cell| cell.text)
        };
        let good = side(Side::Use).and_then(preferred);
        if let Some(bad) = side(Side::Avoid) {
            let bad = terms::terms(bad, Place::Words)
                .into_iter()
                .map(|term| term.text)
                .collect();
            let good = good.unwrap_or_default();
            self.pair(pairs::Pair { good, bad }, &source);
            return;
        }
        // "Emoji | none": a table of habits.
        let row: Vec<_> = cells.iter().map(|cell| cell.text).collect();
        let never = section.never;
        habits::read(
            &mut self.rules,
            &row.join(": "),
            &section.title,
            never,
            &source,
        );
    }
}

/// The word that a table's better side names. Short words ("to") are fine here: nothing bans them.
fn preferred(cell: &str) -> Option<String> {
    if let Some(term) = terms::terms(cell, Place::Words).into_iter().next() {
        return Some(term.text);
    }
    let one = cell.trim();
    let short = !one.is_empty() && one.chars().all(char::is_alphabetic);
    short.then(|| one.to_owned())
}

/// "Never:" and what follows, in one line. A label has no quotation and at most six words.
fn label(text: &str) -> Option<(&str, &str)> {
    let at = text
        .find(": ")
        .or_else(|| text.find(":** ").map(|at| at + 2))
        .or_else(|| text.find(":*"))?;
    let name = text[..at].trim_matches(['*', '_', ' ', ':']);
    let rest = text[at..].trim_start_matches([':', '*', '_', ' ']);
    let plain = !name.contains(['"', '“', '„', '»', '.', '`', '→']);
    (plain && !rest.is_empty() && name.split_whitespace().count() <= 6).then_some((name, rest))
}

fn is_example(text: &str) -> bool {
    let start = text.trim_start_matches(['*', '_', ' ']);
    let head = normalize(start.split([':', '–', '—']).next().unwrap_or(start));
    let labeled = start.contains(':') || start.contains('–') || start.contains('—');
    labeled && head.split(' ').count() <= 3 && has(&head, EXAMPLES) && !has(&head, NEVER)
        || start.starts_with(['✅', '❌', '✓', '✗', '✘', '👍', '👎'])
}

/// "Do use the product's name" inside a list of what not to do.
fn starts_positive(text: &str) -> bool {
    let text = normalize(text);
    text.starts_with("do ") && !text.starts_with("do not")
        || text.starts_with("always ")
        || text.starts_with("immer ")
}

/// An item under "Don't" often repeats the verb: "Don't say cheap", "Use the word 'cheap'".
fn without_negative_verb(text: &str) -> &str {
    let lower = text.to_lowercase();
    // Lower-casing may move bytes; only texts where it does not are cut.
    if lower.len() != text.len() {
        return text;
    }
    for verb in "don't say |don’t say |do not say |never say |don't use |don’t use |do not use \
        |never use |avoid |no |say |the word |the words |the phrase |the phrases |words like \
        |phrases like |kein |keine |nie |niemals |das wort |die wörter "
        .split('|')
    {
        if lower.starts_with(verb) {
            return text.get(verb.len()..).unwrap_or(text);
        }
    }
    text
}

/// The words that a sentence bans: "Never say cheap", "Avoid words like synergy or leverage",
/// "We don't use the phrase 'best in class'".
fn banned_in(sentence: &str) -> Option<Vec<String>> {
    let normal = normalize(sentence);
    let negative = "dont start|dont begin|dont open|never start|never begin|never open|never end|dont end|never say|never write|never use|dont say|do not say|dont write|do not write|dont use\
        |do not use|avoid|never call|dont call|do not call|we never say|we never use|not say\
        |stay away from|steer clear of|never describe|is banned|are banned|off limits\
        |is forbidden|are forbidden|no one says|sagen nie|sagen niemals|nie sagen|sagen nicht\
        |nicht sagen|niemals|nie|vermeiden|vermeide|verzichten|verwenden wir nicht\
        |verwenden nicht|nicht verwenden|benutzen wir nicht|benutzen nicht|schreiben nie\
        |schreiben nicht|nicht schreiben|schreiben wir nicht|sagen wir nie|sagen wir nicht\
        |ist tabu|sind tabu|never the word|never the words";
    if !has(&normal, negative) {
        return None;
    }
    // "Never say X without Y" and "avoid X unless Y" are conditions.
    if has(
        &normal,
        "unless|without|except|if|when|ausser|wenn|ohne|until|before|nur",
    ) {
        return None;
    }
    let introduced = "the word |the words |the phrase |the phrases |the term |the terms |words like \
        |words such as |phrases like |phrases such as |terms like |terms such as |das wort \
        |die wörter |die worte |den begriff |die begriffe |wörter wie |worte wie \
        |begriffe wie |floskeln wie |buzzwords like |buzzwords such as |clichés like \
        |jargon like |jargon such as ";
    let said = "never say |never write |don't say |don’t say |do not say |don't write |don’t write \
        |do not write |we never say |sagen nie |sagen niemals |schreiben nie ";
    let quotes = terms::quoted(sentence);
    if !quotes.is_empty() {
        let found: Vec<_> = quotes
            .into_iter()
            .filter_map(|range| terms::term(sentence, range, Place::Words, true))
            .map(|term| term.text)
            .collect();
        return Some(found);
    }
    let lower = sentence.to_lowercase();
    if lower.len() != sentence.len() {
        return None;
    }
    for (phrase, place) in introduced
        .split('|')
        .map(|phrase| (phrase, Place::Words))
        .chain(said.split('|').map(|phrase| (phrase, Place::Mixed)))
    {
        if let Some(at) = lower.find(phrase) {
            let rest = sentence
                .get(at + phrase.len()..)?
                .trim_end_matches(['.', '!']);
            let found = terms::terms(rest, place);
            return Some(found.into_iter().map(|term| term.text).collect());
        }
    }
    None
}

fn normalize_term(text: &str) -> String {
    normalize(text)
}

#[cfg(test)]
mod tests;
