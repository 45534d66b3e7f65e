//! Rules read from a document on how the brand writes.
//!
//! Guides differ in shape: lists under "Never", tables of "say" and "instead of", running text, in
//! Markdown or plain. What is read here is only what can be checked in a post: words, required text and
//! habits such as emoji or the length of sentences. Advice ("be warm", "avoid jargon") is left alone: a
//! word on the never-list by mistake would mark honest sentences in every post.

use super::{BrandRules, Preference, Rule, RuleSource};
use crate::networks::NetworkId;
use crate::text::{Span, sentences};
use lines::{Kind, Line, Mark};
use sections::{EXAMPLES, NEVER, Section, Side, WORD_SECTIONS};
use terms::{Place, has, normalize};

mod bans;
mod former;
mod habits;
mod hashtag_networks;
mod lines;
mod pairs;
mod required;
mod sections;
mod terms;

/// Titles of documents on how to write, as [`normalize`] gives them.
const TITLES: &str = "style guide|styleguide|tone of voice|brand voice|our voice|voice and tone|tone and voice\
    |words and tone|tone and words|voice guide|voice guidelines|brand language|how we write|how we sound|how we talk\
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
        if section.example || bans::is_example(line.text) {
            continue;
        }
        if line.mark == Mark::No && !section.never {
            reading.crossed(&lines[..at], line, &section);
            continue;
        }
        reading.line(line, &section);
        required::read(&mut reading, &lines, at, &section);
    }
    reading.rules.tidy();
    reading.rules
}

impl BrandRules {
    /// Whether the documents keep hashtags off a network.
    pub fn keeps_hashtags_off(&self, network: NetworkId) -> bool {
        let elsewhere = self.hashtag_networks.as_ref();
        self.use_hashtags == Some(false)
            || elsewhere.is_some_and(|networks| !networks.contains(&network))
    }

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
        self.hashtag_networks = self.hashtag_networks.or(other.hashtag_networks);
        self.max_sentence_words = self.max_sentence_words.or(other.max_sentence_words);
        self.contractions = self.contractions.or(other.contractions);
        self.speaks_as = self.speaks_as.or(other.speaks_as);
        self.address = self.address.or(other.address);
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
        // Where a paragraph is wrapped says nothing; the places stay what they are.
        let unwrapped = line.text.replace(['\n', '\r', '\t'], " ");
        let line = &Line {
            text: &unwrapped,
            ..line.clone()
        };
        let whole = self.source(line.start, line.start + line.text.len());
        let spans = sentences(line.text);
        // A colon somewhere in a paragraph is no label of the whole.
        if (spans.len() <= 1 || line.kind == Kind::Item)
            && let Some((label, rest)) = bans::label(line.text)
        {
            self.labeled(line, label, rest, section);
            return;
        }
        if section.never && !bans::starts_positive(line.text) {
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
            let place = if line.kind == Kind::Prose && spans.len() > 1 {
                Place::Advice
            } else {
                place
            };
            let verb_free = bans::without_negative_verb(line.text);
            for term in terms::terms(verb_free, place) {
                self.never(&term.text, whole.clone());
            }
            return;
        }
        let context = format!("{} {}", section.title, normalize(line.text));
        for span in spans {
            let Some(sentence) = span.slice(line.text) else {
                continue;
            };
            let start = line.start + span.range().start;
            if let Some((label, rest)) = bans::label(sentence)
                && has(&normalize(label), NEVER)
            {
                let line = &Line {
                    start,
                    text: sentence,
                    ..line.clone()
                };
                self.labeled(line, label, rest, section);
                continue;
            }
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
                let lists = bans::announces(&name) || rest.contains([',', ';', '/']);
                let place = if bans::is_conduct(&name) || !lists {
                    Place::Advice
                } else if inner.words {
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
        if let Some(listed) = bans::banned_in(sentence, section.character) {
            for term in listed {
                self.never(&term, source.clone());
            }
        }
    }

    /// "❌ kids" behind "✅ children", or below a heading on words. A whole sentence is an example.
    fn crossed(&mut self, before: &[Line<'_>], line: &Line<'_>, section: &Section) {
        let ticked = before
            .iter()
            .rev()
            .take_while(|other| other.block == line.block && other.mark != Mark::None)
            .find(|other| other.mark == Mark::Yes);
        let good = ticked.and_then(|other| bans::bare_word(other.text));
        if !(section.words || good.is_some()) {
            return;
        }
        let bad: Vec<_> = terms::terms(line.text, Place::Words)
            .into_iter()
            .map(|term| term.text)
            .filter(|bad| bans::bare_word(bad).is_some())
            .collect();
        let start = ticked.map_or(line.start, |other| other.start);
        let source = self.source(start, line.start + line.text.len());
        if !bad.is_empty() {
            let good = good.unwrap_or_default();
            self.pair(pairs::Pair { good, bad }, &source);
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
        let mut columns: Vec<Column> = Vec::new();
        let mut block = usize::MAX;
        for (at, line) in lines.iter().enumerate() {
            match line.kind {
                Kind::Header { column } => {
                    if line.block != block {
                        columns.clear();
                        block = line.block;
                    }
                    let header = normalize(line.text);
                    columns.push(Column {
                        column,
                        side: Side::of(&header, line.text),
                        conduct: header.is_empty() || bans::is_conduct(&header),
                    });
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

    fn row(&mut self, cells: &[&Line<'_>], columns: &[Column]) {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
            return;
        };
        let section = Section::of(&first.above);
        if section.example {
            return;
        }
        let source = self.source(first.start, last.start + last.text.len());
        let side = |wanted: Side| {
            let column = columns.iter().find(|column| column.side == wanted)?;
            let cell = cells.get(column.column)?;
            // "Do" and "Don't" head deeds more often than words: "Thank by name", "Beg".
            let word = !column.conduct
                || section.words
                || !terms::quoted(cell.text).is_empty()
                || bans::bare_word(cell.text).is_some();
            Some((cell.text, word))
        };
        let good = side(Side::Use);
        if let Some((bad, bad_is_word)) = side(Side::Avoid) {
            if !bad_is_word || good.is_some_and(|(_, is_word)| !is_word) {
                return;
            }
            let bad = terms::terms(bad, Place::Words)
                .into_iter()
                .map(|term| term.text)
                .collect();
            let good = good.and_then(|(good, _)| terms::preferred(good));
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

/// A column of a table, by its head.
struct Column {
    column: usize,
    side: Side,
    /// The head says what to do rather than what to write: "Do", "Don't", a tick.
    conduct: bool,
}

fn normalize_term(text: &str) -> String {
    normalize(text)
}

#[cfg(test)]
mod tests;
