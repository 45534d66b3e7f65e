//! Paragraphs, list items, questions and table rows.

use super::blocks::{Block, BlockKind, Blocks};
use super::emit::{Judged, Proposal, Reader, Source};
use super::judge::{self, Verdict};
use super::paragraphs;
use super::plain::Plain;
use super::proposals::joined;
use super::titles::{NEGATIONS, capitalized};
use crate::knowledge::{EntryKind, StatementForm};
use crate::text::Span;
use std::ops::Range;

/// Keys that only draw attention: what follows is an ordinary sentence.
const ATTENTION: &[&str] = &[
    "note",
    "tip",
    "important",
    "please note",
    "hinweis",
    "tipp",
    "achtung",
    "wichtig",
    "nb",
    "good to know",
    "gut zu wissen",
    "remember",
];

/// Marks of a question where the answer has its own.
const QUESTION_MARKS: &[&str] = &["Q:", "Q.", "F:", "Frage:", "Question:"];

/// Longest question in words that a paragraph answers.
const MOST_WORDS_QUESTION: usize = 14;

/// Keys of lines about the page and not about the brand.
const ABOUT_PAGE: &[&str] = &[
    "date",
    "author",
    "tags",
    "status",
    "version",
    "by",
    "title",
    "slug",
    "updated",
    "last updated",
    "stand",
    "datum",
    "autor",
    "published",
    "from",
    "to",
    "subject",
    "cc",
    "photo",
    "image",
    "source",
    "quelle",
    "foto",
    "bild",
    "category",
    "keywords",
    "owner",
    "reviewed",
    "last reviewed",
    "caption",
    "filed under",
    "reading time",
    "before",
    "after",
    "example",
    "beispiel",
];

impl Reader<'_> {
    pub(super) fn read_paragraph(&mut self, block: &Block, source: Source) {
        let mut plain = block.plain.clone();
        let lines = paragraphs::lines(&mut plain);
        if let Some((question, body)) = bold_question(block, &plain) {
            let source = Source {
                question: Some(question),
                question_span: Some(plain.raw(0..body.start)),
                ..source
            };
            return self.read_answer(&plain, body, &source);
        }
        if let Some((lead, body)) = led(block, &plain) {
            return self.read_led(&plain, &lead, body, source);
        }
        if source.question.is_none()
            && let Some((question, body)) = self.asked_in_prose(&plain, &source)
        {
            let source = Source {
                question_span: Some(plain.raw(0..body.start)),
                question: Some(question),
                ..source
            };
            return self.read_answer(&plain, body, &source);
        }
        let mut asked: Option<(String, Span)> = None;
        for range in lines {
            let line = plain.text[range.clone()].trim();
            if let Some(question) = after_mark(line, QUESTION_MARKS).filter(|q| q.ends_with('?')) {
                asked = Some((question.to_owned(), plain.raw(range)));
                continue;
            }
            let answer = after_mark(line, &["A:", "A.", "Antwort:", "Answer:"]);
            if let (Some((question, span)), Some(answer)) = (asked.take(), answer) {
                let from =
                    range.end - (plain.text[range.clone()].trim_end().len().min(answer.len()));
                let source = Source {
                    question: Some(question),
                    question_span: Some(span),
                    ..source.clone()
                };
                self.read_answer(&plain, from..range.end, &source);
                continue;
            }
            if source.question.is_some() {
                self.read_answer(&plain, range, &source);
            } else {
                self.read_line(&plain, range, &source);
            }
        }
    }

    /// "Must I book? No, there is no booking." on a page of questions.
    fn asked_in_prose(&self, plain: &Plain, source: &Source) -> Option<(String, Range<usize>)> {
        let title = crate::text::fold(&self.document.title);
        let file = crate::text::fold(&self.document.file);
        let section = crate::text::fold(self.blocks.sections[source.section].title());
        let of_questions = ["question", "faq", "frage", "asked", "ask us"];
        let listed = [&title, &file, &section]
            .iter()
            .any(|place| of_questions.iter().any(|word| place.contains(word)));
        let sentences = paragraphs::sentences(plain, 0..plain.text.len());
        let [first, _, ..] = sentences.as_slice() else {
            return None;
        };
        let words = first.text.split_whitespace().count();
        let marked = after_mark(&first.text, QUESTION_MARKS).is_some();
        let asks =
            !marked && first.text.ends_with('?') && (2..=MOST_WORDS_QUESTION).contains(&words);
        (listed && asks && !first.quoted)
            .then(|| (first.text.clone(), first.range.end..plain.text.len()))
    }

    pub(super) fn read_item(&mut self, block: &Block, source: Source) {
        let mut plain = block.plain.clone();
        let lines = paragraphs::lines(&mut plain);
        if let Some((lead, body)) = led(block, &plain) {
            return self.read_led(&plain, &lead, body, source);
        }
        for range in lines {
            self.read_item_line(&plain, range, &source);
        }
    }

    fn read_item_line(&mut self, plain: &Plain, range: Range<usize>, source: &Source) {
        let line = &plain.text[range.clone()];
        if paragraphs::key_value(line.trim()).is_some() {
            return self.read_line(plain, range, source);
        }
        let mut judged = self.judged(plain, range, source, true);
        // An item says its sentence without a full stop.
        if let Some(last) = judged.last_mut()
            && matches!(last.verdict, Verdict::Stands { .. })
            && !judge::is_closed(&last.sentence.text)
        {
            last.sentence.text.push('.');
        }
        self.propose_all(&judged, source);
    }

    /// A line of running text, or "Key: value".
    fn read_line(&mut self, plain: &Plain, range: Range<usize>, source: &Source) {
        let line = &plain.text[range.clone()];
        let indent = line.len() - line.trim_start().len();
        let Some((key, value_at)) = paragraphs::key_value(line.trim()) else {
            let judged = self.judged(plain, range, source, false);
            return self.propose_all(&judged, source);
        };
        let lower = key.to_lowercase();
        if ABOUT_PAGE.contains(&lower.as_str()) {
            return self.skip("navigation");
        }
        let value = range.start + indent + value_at..range.end;
        let is_note = ATTENTION.contains(&lower.as_str());
        let subject = if is_note {
            source.subject.clone()
        } else {
            Some(key.to_owned())
        };
        let source = Source {
            subject,
            opens_section: false,
            ..source.clone()
        };
        self.read_keyed(
            plain,
            range.start + indent..range.end,
            value,
            is_note,
            &source,
        );
    }

    /// A value behind its key: its sentences if it has any, else both as one fragment.
    fn read_keyed(
        &mut self,
        plain: &Plain,
        whole: Range<usize>,
        value: Range<usize>,
        is_note: bool,
        source: &Source,
    ) {
        let judged = self.judged(plain, value, source, true);
        let stands = judged.first().is_some_and(|first| {
            matches!(first.verdict, Verdict::Stands { .. })
                && (judge::is_closed(&first.sentence.text) || is_note)
        });
        if stands || is_note || judged.len() > 1 {
            return self.propose_all(&judged, source);
        }
        if let Some(Judged {
            verdict: Verdict::Unusable(code),
            ..
        }) = judged.first()
            && *code != "unfinished"
        {
            return self.skip(code);
        }
        let text = plain.text[whole.clone()]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let text = text.trim_end_matches(['.', ';', ',']).to_owned();
        if text.split_whitespace().count() > 25 {
            return self.skip("too-long");
        }
        let proposal = Proposal {
            statement: text,
            span: plain.raw(whole),
            form: StatementForm::Fragment,
            quoted: source.quoted,
            confidence: 0.65,
        };
        self.push(proposal, source);
    }

    /// A paragraph or item that opens with a bold lead: "**Delivery:** next working day".
    fn read_led(&mut self, plain: &Plain, lead: &str, body: Range<usize>, source: Source) {
        let lower = lead.to_lowercase();
        let is_note = ATTENTION.contains(&lower.as_str());
        // What the lead names is what "it" means, not what stood before.
        self.run = None;
        // "**Before.** Books in one tool. The month closed on the 18th." tells; one line shows how to write.
        let tells = matches!(lower.as_str(), "before" | "after")
            && crate::text::sentences(&plain.text[body.clone()]).len() > 1;
        if ABOUT_PAGE.contains(&lower.as_str()) && !tells {
            return self.skip("navigation");
        }
        let source = Source {
            subject: if is_note {
                source.subject.clone()
            } else {
                Some(lead.to_owned())
            },
            lead: (source.kind == EntryKind::Statement && !is_note).then(|| lead.to_owned()),
            opens_section: false,
            ..source
        };
        let judged = self.judged(plain, body.clone(), &source, true);
        // "**Block three hours.** Put it on the calendar.": the lead of a step is what is to be done.
        if source.kind == EntryKind::Step {
            let start = plain.text.len() - plain.text.trim_start().len();
            let whole = plain.text[start..body.end].trim_end();
            let statement = whole.split_whitespace().collect::<Vec<_>>().join(" ");
            // "Use last month's as a template" and "**Beans** – leave the pods on" are steps for all that.
            let sound = judged
                .iter()
                .enumerate()
                .all(|(at, one)| match one.verdict {
                    Verdict::Unusable("time") => true,
                    Verdict::Unusable("unfinished") => at == 0,
                    Verdict::Unusable(_) => false,
                    _ => true,
                });
            if sound
                && judge::is_closed(&statement)
                && statement.split(' ').count() <= judge::MAX_WORDS
            {
                let proposal = Proposal {
                    statement,
                    span: plain.raw(start..start + whole.len()),
                    form: StatementForm::Sentence,
                    quoted: source.quoted,
                    confidence: 0.85,
                };
                return self.push(proposal, &source);
            }
        }
        let one_fragment = judged.len() == 1 && matches!(judged[0].verdict, Verdict::Fragment);
        if one_fragment && !is_note {
            let start = plain.text.len() - plain.text.trim_start().len();
            let text = format!(
                "{lead}: {}",
                judged[0].sentence.text.trim_end_matches(['.', ';', ','])
            );
            let proposal = Proposal {
                statement: text,
                span: plain.raw(start..body.end),
                form: StatementForm::Fragment,
                quoted: source.quoted,
                confidence: 0.65,
            };
            return self.push(proposal, &source);
        }
        // "The sheet is too big" below "**Cover forgotten.**" speaks of the lead.
        let mut judged = judged;
        if let Some(first) = judged.first_mut()
            && matches!(first.verdict, Verdict::Stands { .. })
            && ["The ", "A ", "An ", "Der ", "Die ", "Das "]
                .iter()
                .any(|article| first.sentence.text.starts_with(article))
            && !crate::text::fold(&first.sentence.text).contains(&crate::text::fold(lead))
        {
            first.verdict = Verdict::Leans;
        }
        if let Some(last) = judged.last_mut()
            && matches!(last.verdict, Verdict::Stands { .. })
            && !judge::is_closed(&last.sentence.text)
        {
            last.sentence.text.push('.');
        }
        self.propose_all(&judged, &source);
    }

    /// The first one or two sentences behind a question are its answer; all that stand alone are
    /// statements of their own.
    pub(super) fn read_answer(&mut self, plain: &Plain, range: Range<usize>, source: &Source) {
        let statement_source = Source {
            question: None,
            question_span: None,
            opens_section: false,
            ..source.clone()
        };
        // An answer leans on its question, never on the answer before.
        self.run = None;
        let judged = self.judged(plain, range, &statement_source, false);
        if let Some(proposal) = answer(&judged, source) {
            let answer_source = Source {
                kind: EntryKind::Answer,
                ..source.clone()
            };
            self.push(proposal, &answer_source);
        }
        let rest = judged
            .iter()
            .any(|one| matches!(one.verdict, Verdict::Stands { .. }));
        if rest && judged.len() > 1 {
            self.propose_all(&judged, &statement_source);
            self.run = None;
        }
    }
}

/// Whether the list's heading or the line before it turns its items around ("We never use:").
pub(super) fn is_negated(blocks: &Blocks, at: usize, list: usize) -> bool {
    let section = blocks.blocks[at].section;
    let negates = |text: &str| {
        let lower = text.to_lowercase().replace('’', "'");
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|word| !word.is_empty())
            .collect();
        // "Thing no. 0417" has a number.
        let numbered = |at: usize| {
            let next = words.get(at + 1);
            words[at] == "no"
                && next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
        };
        (0..words.len()).any(|at| NEGATIONS.contains(&words[at]) && !numbered(at))
    };
    let intro = blocks.blocks[..at]
        .iter()
        .rev()
        .find(|block| !matches!(block.kind, BlockKind::Item { list: other, .. } if other == list))
        .filter(|block| block.section == section && block.plain.text.trim_end().ends_with(':'));
    negates(blocks.sections[section].title())
        || intro.is_some_and(|block| {
            let last = block
                .plain
                .text
                .rsplit(['.', '!', '?', '\n'])
                .next()
                .unwrap_or_default();
            negates(last)
        })
}

fn answer(judged: &[Judged], source: &Source) -> Option<Proposal> {
    let usable = |one: &Judged| {
        !matches!(one.verdict, Verdict::Unusable(_)) && judge::is_closed(&one.sentence.text)
    };
    // "Yes." says nothing that the sentence behind it does not say; "No." may.
    let says_yes = |one: &Judged| {
        matches!(
            one.sentence
                .text
                .to_lowercase()
                .trim_end_matches(['.', '!']),
            "yes" | "ja" | "of course" | "sure" | "absolutely" | "natürlich" | "klar"
        )
    };
    let judged = match judged {
        [yes, rest @ ..]
            if says_yes(yes)
                && rest
                    .first()
                    .is_some_and(|next| matches!(next.verdict, Verdict::Stands { .. })) =>
        {
            rest
        }
        _ => judged,
    };
    let first = judged.first().filter(|one| usable(one))?;
    let quoted = source.quoted || first.sentence.quoted;
    let stands = match first.verdict {
        Verdict::Stands { cut } => Some(Proposal {
            statement: capitalized(&first.sentence.text[cut..]),
            span: first.span,
            form: StatementForm::Sentence,
            quoted,
            confidence: 0.9,
        }),
        _ => None,
    };
    let second = judged.get(1).filter(|one| usable(one));
    let words = |one: &Judged| one.sentence.text.split_whitespace().count();
    if let Some(stands) = stands {
        let more = second.and_then(|second| match second.verdict {
            Verdict::Stands { cut: 0 } | Verdict::Leans => joined(&stands, second, quoted),
            _ => None,
        });
        return Some(match more {
            Some(more) if words(first) + second.map_or(0, words) <= 35 => more,
            _ => stands,
        });
    }
    let mut statement = first.sentence.text.clone();
    let mut span = first.span;
    if let Some(second) =
        second.filter(|second| words(first) + words(second) <= 35 && words(first) < 12)
    {
        statement = format!("{statement} {}", second.sentence.text);
        span = span.join(second.span);
    }
    Some(Proposal {
        statement,
        span: source
            .question_span
            .map_or(span, |question| question.join(span)),
        form: StatementForm::Reply,
        quoted,
        confidence: 0.7,
    })
}

/// A bold lead that is closed by ":" or "." inside or right behind the bold, and what follows.
fn led(block: &Block, plain: &Plain) -> Option<(String, Range<usize>)> {
    let lead = block.lead.clone()?;
    let written = plain.text.get(lead.clone())?;
    let rest = plain.text.get(lead.end..)?;
    let inside = written.trim_end().ends_with([':', '.', '!']);
    let behind = rest.starts_with([':', '.'])
        || [" – ", " — ", " - "]
            .iter()
            .any(|dash| rest.starts_with(dash));
    if !inside && !behind {
        return None;
    }
    let skip = rest.len()
        - rest
            .trim_start_matches([':', '.', '–', '—', '-', ' ', '\n'])
            .len();
    let name = written.trim().trim_end_matches([':', '.', '!']).trim();
    let body = lead.end + skip..plain.text.len();
    let short = name.split_whitespace().count() <= 8;
    (short && !name.is_empty() && !plain.text[body.clone()].trim().is_empty())
        .then(|| (name.to_owned(), body))
}

/// "**Do you deliver?** Yes, we do."
fn bold_question(block: &Block, plain: &Plain) -> Option<(String, Range<usize>)> {
    let lead = block.lead.clone()?;
    let question = plain.text.get(lead.clone())?.trim();
    let question = after_mark(question, &["Q:", "F:", "Frage:"]).unwrap_or(question);
    let rest = plain.text.get(lead.end..)?;
    let skip = rest.len() - rest.trim_start().len();
    (question.ends_with('?') && !rest.trim().is_empty())
        .then(|| (question.to_owned(), lead.end + skip..plain.text.len()))
}

fn after_mark<'t>(line: &'t str, marks: &[&str]) -> Option<&'t str> {
    marks
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .map(str::trim)
}
