//! Tables inside pages: questions with answers, products, and rows of anything.

use super::emit::{Proposal, Reader, Source};
use super::plain::Plain;
use super::products;
use super::titles::NEGATIONS;
use crate::knowledge::{EntryKind, StatementForm};
use crate::language::Language;
use crate::text::Span;

impl Reader<'_> {
    fn read_question_row(
        &mut self,
        row: &[Plain],
        question: usize,
        answer: usize,
        source: &Source,
    ) {
        let (Some(asked), Some(answer)) = (row.get(question), row.get(answer)) else {
            return;
        };
        let source = Source {
            question: Some(asked.text.trim().to_owned()),
            question_span: Some(asked.raw_all()),
            ..source.clone()
        };
        self.read_answer(answer, 0..answer.text.len(), &source);
    }

    pub(super) fn read_table(&mut self, head: &[Plain], rows: &[Vec<Plain>], source: &Source) {
        let heads: Vec<&str> = head.iter().map(|cell| cell.text.trim()).collect();
        let columns = products::product_columns(&heads);
        let head_span = head
            .iter()
            .filter(|cell| !cell.is_blank())
            .map(Plain::raw_all)
            .reduce(Span::join);
        if heads
            .iter()
            .any(|head| NEGATIONS.contains(&head.to_lowercase().as_str()))
        {
            return self.skip("negated-list");
        }
        if let Some((question, answer)) = question_columns(&heads) {
            for row in rows {
                self.read_question_row(row, question, answer, source);
            }
            return;
        }
        for row in rows {
            let cells: Vec<&str> = row.iter().map(|cell| cell.text.trim()).collect();
            let Some(row_span) = row
                .iter()
                .filter(|cell| !cell.is_blank())
                .map(Plain::raw_all)
                .reduce(Span::join)
            else {
                continue;
            };
            let product = columns
                .as_ref()
                .and_then(|columns| products::facts(&cells, &heads, columns));
            let made = product
                .as_ref()
                .and_then(|product| products::statement(product, source.language));
            let (statement, form) = match made {
                Some(made) => made,
                None => match row_text(&heads, &cells) {
                    Some(text) => (text, StatementForm::Fragment),
                    None => {
                        self.skip("unfinished");
                        continue;
                    }
                },
            };
            let supported = row_span.slice(&self.document.text).is_some_and(|raw| {
                crate::knowledge::entailment::unsupported(&statement, &[raw]).is_empty()
            });
            // What only the head names (a size, a currency) needs the head under the span too.
            let span = if supported {
                row_span
            } else {
                head_span.map_or(row_span, |head| head.join(row_span))
            };
            let source = Source {
                kind: if product.is_some() {
                    EntryKind::Product
                } else {
                    EntryKind::Item
                },
                subject: cells
                    .first()
                    .filter(|cell| !cell.is_empty())
                    .map(|cell| (*cell).to_owned()),
                product,
                ..source.clone()
            };
            let proposal = Proposal {
                statement,
                span,
                form,
                quoted: source.quoted,
                confidence: if form == StatementForm::Sentence {
                    0.85
                } else {
                    0.6
                },
            };
            self.push(proposal, &source);
        }
    }
}

/// The columns of a table of questions and answers.
fn question_columns(heads: &[&str]) -> Option<(usize, usize)> {
    let find = |names: [&str; 2]| {
        heads
            .iter()
            .position(|head| names.contains(&head.to_lowercase().as_str()))
    };
    Some((find(["question", "frage"])?, find(["answer", "antwort"])?))
}

fn row_text(heads: &[&str], cells: &[&str]) -> Option<String> {
    let (first, rest) = cells.split_first()?;
    if first.is_empty() || cells.iter().any(|cell| cell.ends_with('?')) {
        return None;
    }
    let filled: Vec<(usize, &str)> = rest
        .iter()
        .enumerate()
        .filter(|(_, cell)| {
            !cell.is_empty() && !matches!(**cell, "-" | "–" | "—" | "n/a" | "k. A.")
        })
        .map(|(at, cell)| (at + 1, *cell))
        .collect();
    let parts: Vec<String> = match filled.as_slice() {
        [] => return None,
        [(_, cell)] if rest.len() == 1 => vec![(*cell).to_owned()],
        many => many
            .iter()
            .map(
                |(at, cell)| match heads.get(*at).filter(|head| !head.is_empty()) {
                    Some(head) => format!("{} {cell}", small_head(head)),
                    None => (*cell).to_owned(),
                },
            )
            .collect(),
    };
    Some(format!("{first}: {}", parts.join(", ")))
}

/// A column's head inside a line: "Stock lengths" becomes "stock lengths", "VAT" stays.
fn small_head(head: &str) -> String {
    let mut chars = head.chars();
    let first = chars.next().unwrap_or_default();
    let is_word = chars.clone().next().is_some_and(char::is_lowercase);
    if is_word && crate::language::detect(head) == Language::English {
        first.to_lowercase().chain(chars).collect()
    } else {
        head.to_owned()
    }
}
