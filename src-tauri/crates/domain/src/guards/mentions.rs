//! Guard: mentions.
//!
//! On some networks an @name in the text becomes a mention by itself, on others the account is picked when
//! the post is sent. A name that the network cannot link is plain text that looks like a mistake.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, TextEdit};
use crate::networks::MentionForm;
use crate::text::Span;

pub(super) const GUARD: Guard = Guard {
    id: "mentions",
    codes: &[
        "mentions.too-many",
        "mentions.broken",
        "mentions.too-long",
        "mentions.picked",
    ],
    limits: &["mentions.too-many"],
    sources: &[],
    check,
    fix,
};

fn check(draft: &Reading<'_>, _: &Measured, _: &CheckContext<'_>) -> Vec<Finding> {
    let text = draft.text;
    if !text.contains('@') {
        return Vec::new();
    }
    let rules = draft.rules();
    let form = rules.mentions.form;
    let mut found = Vec::new();
    let new = |code: &str, severity, span: Span, count: String, limit: String| {
        let params = [
            ("text", span.slice(text).unwrap_or("").to_owned()),
            ("network", rules.name.to_owned()),
            ("count", count),
            ("limit", limit),
        ];
        Finding::new("mentions", code, severity, Some(span), params)
    };
    let written = handles(text);
    for span in &written {
        let name = span.slice(text).unwrap_or_default().trim_start_matches('@');
        match form.value {
            MentionForm::Picked => found.push(
                new(
                    "picked",
                    Severity::Note,
                    *span,
                    String::new(),
                    String::new(),
                )
                .by_network(&form),
            ),
            MentionForm::Handle { extra, max_chars } => {
                let plain = |c: char| c.is_ascii_alphanumeric() || extra.contains(c);
                let linked = name.find(|c| !plain(c)).unwrap_or(name.len());
                if linked > 0 && linked < name.len() {
                    found.push(
                        new(
                            "broken",
                            Severity::Warn,
                            *span,
                            String::new(),
                            String::new(),
                        )
                        .by_network(&form),
                    );
                } else if linked == name.len() && name.len() > max_chars as usize {
                    found.push(
                        new(
                            "too-long",
                            Severity::Warn,
                            *span,
                            name.len().to_string(),
                            max_chars.to_string(),
                        )
                        .by_network(&form),
                    );
                }
            }
        }
    }
    let linked = rules.mentions(text);
    if let Some(most) = rules
        .mentions
        .max
        .filter(|most| linked.len() > most.value as usize)
        && let Some(first) = linked.get(most.value as usize)
    {
        let span = linked.last().map_or(*first, |last| first.join(*last));
        found.push(
            new(
                "too-many",
                Severity::Block,
                span,
                linked.len().to_string(),
                most.value.to_string(),
            )
            .by_network(&most),
        );
    }
    found
}

/// Of too many, the last ones become plain names. Whom a broken one means cannot be known here.
fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(span) = finding.span.filter(|_| finding.code == "mentions.too-many") else {
        return Vec::new();
    };
    let edits: Vec<TextEdit> = draft
        .rules()
        .mentions(draft.text)
        .into_iter()
        .filter(|mention| mention.overlaps(span))
        .filter(|mention| {
            mention
                .slice(draft.text)
                .is_some_and(|name| name.starts_with('@'))
        })
        .map(|mention| TextEdit {
            span: Span::of(mention.range().start..mention.range().start + 1),
            text: String::new(),
        })
        .collect();
    let params = [("count", edits.len().to_string())];
    vec![Fix::new("plain-names", params, edits)]
}

/// What is written like a mention: `@` behind a space or an opening bracket, then a name of letters, digits,
/// `_`, `.` and `-`.
fn handles(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text[..at].chars().next_back();
        if before
            .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '"' | '“' | ',' | '.'))
        {
            continue;
        }
        let rest = &text[at + 1..];
        let length = rest
            .find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.' | '-'))
            .unwrap_or(rest.len());
        let name = rest[..length].trim_end_matches(['.', '-']);
        if name.starts_with(char::is_alphanumeric) || name.starts_with('_') && name.len() > 1 {
            found.push(Span::of(at..at + 1 + name.len()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, codes, fixed};
    use crate::networks::NetworkId;

    fn check(network: NetworkId, text: &str, expect: &[&str]) {
        let mut found = codes(&brand(), network, text);
        found.retain(|code| code.starts_with("mentions."));
        assert_eq!(found, expect, "mentions of {text:?}");
    }

    #[test]
    fn a_name_that_the_network_cannot_link_is_found() {
        check(NetworkId::X, "Thanks @next-day!", &["mentions.broken"]);
        check(NetworkId::X, "Thanks @nextday and @next_day.", &[]);
        check(NetworkId::Instagram, "Thanks @next.day.", &[]);
        check(
            NetworkId::X,
            "Thanks @a_name_that_is_far_too_long_for_x",
            &["mentions.too-long"],
        );
    }

    #[test]
    fn where_accounts_are_picked_a_name_in_the_text_is_noted() {
        check(NetworkId::LinkedIn, "Thanks @nextday", &["mentions.picked"]);
        check(NetworkId::LinkedIn, "yard@nextday.co.uk, 5 @ £3 each", &[]);
    }

    #[test]
    fn more_than_the_network_takes_become_plain_names() {
        let names: Vec<_> = (b'a'..=b'v')
            .map(|letter| format!("@mill{}", char::from(letter)))
            .collect();
        let text = format!("Thanks to all of {}.", names.join(" "));
        check(NetworkId::Instagram, &text, &["mentions.too-many"]);
        let fixed = fixed(&brand(), NetworkId::Instagram, &text);
        assert!(
            fixed.text.ends_with("@millt millu millv."),
            "{}",
            fixed.text
        );
    }
}
