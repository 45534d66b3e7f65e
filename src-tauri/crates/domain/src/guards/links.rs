//! Guard: links.
//!
//! A broken address loses the reader, and on some networks an address in the text cannot be followed at
//! all. More links than a network advises make a post look like an advertisement.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, TextEdit, cuts};
use crate::text::Span;
use std::collections::BTreeSet;

pub(super) const GUARD: Guard = Guard {
    id: "links",
    codes: &[
        "links.not-clickable",
        "links.many",
        "links.doubled",
        "links.not-secure",
        "links.malformed",
    ],
    limits: &[],
    sources: &[],
    check,
    fix,
};

fn check(draft: &Reading<'_>, _: &Measured, _: &CheckContext<'_>) -> Vec<Finding> {
    let text = draft.text;
    let rules = draft.rules();
    let links = rules.links(text);
    let clickable = rules.links.clickable;
    let advised = rules.links.advised_max;
    let mut found = Vec::new();
    let shown = |span: Span| {
        [
            ("text", span.slice(text).unwrap_or("").to_owned()),
            ("network", rules.name.to_owned()),
        ]
    };
    if !clickable.value {
        for span in &links {
            found.push(
                Finding::new(
                    "links",
                    "not-clickable",
                    Severity::Warn,
                    Some(*span),
                    shown(*span),
                )
                .by_network(&clickable),
            );
        }
    } else if links.len() > advised.value as usize {
        let span = links.get(advised.value as usize).copied();
        let params = [
            ("count", links.len().to_string()),
            ("limit", advised.value.to_string()),
        ];
        found
            .push(Finding::new("links", "many", Severity::Warn, span, params).by_network(&advised));
    }
    let mut seen = BTreeSet::new();
    for span in &links {
        let address = span.slice(text).unwrap_or("").trim_end_matches('/');
        if !seen.insert(address.to_lowercase()) && clickable.value {
            found.push(Finding::new(
                "links",
                "doubled",
                Severity::Note,
                Some(*span),
                shown(*span),
            ));
        }
        if address.starts_with("http://") {
            found.push(Finding::new(
                "links",
                "not-secure",
                Severity::Note,
                Some(*span),
                shown(*span),
            ));
        }
    }
    for (span, _) in malformed(text) {
        found.push(Finding::new(
            "links",
            "malformed",
            Severity::Block,
            Some(span),
            shown(span),
        ));
    }
    found
}

fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(span) = finding.span else {
        return Vec::new();
    };
    match finding.code.as_str() {
        "links.malformed" => malformed(draft.text)
            .into_iter()
            .find(|(other, _)| *other == span)
            .map(|(_, mended)| {
                Fix::new(
                    "use-instead",
                    [("text", mended.clone())],
                    vec![TextEdit { span, text: mended }],
                )
            })
            .into_iter()
            .collect(),
        "links.not-clickable" | "links.doubled" | "links.many" => {
            cuts::cut_sentence(draft.text, span).into_iter().collect()
        }
        // Whether a server answers by https cannot be known here.
        _ => Vec::new(),
    }
}

/// Addresses whose beginning was mistyped, with what was meant.
fn malformed(text: &str) -> Vec<(Span, String)> {
    const MISTYPED: &[(&str, &str)] = &[
        ("https//", "https://"),
        ("http//", "http://"),
        ("https:///", "https://"),
        ("http:///", "http://"),
        ("htps://", "https://"),
        ("htpps://", "https://"),
        ("htttps://", "https://"),
        ("httpss://", "https://"),
        ("ttps://", "https://"),
        ("htp://", "http://"),
        ("https:www.", "https://www."),
        ("http:www.", "http://www."),
        ("https;//", "https://"),
        ("http;//", "http://"),
        ("https://https://", "https://"),
        ("https://http://", "http://"),
        ("http://http://", "http://"),
        ("http://https://", "https://"),
        ("https:/", "https://"),
        ("http:/", "http://"),
        ("wwww.", "www."),
        ("www,", "www."),
        ("ww.", "www."),
    ];
    let mut found = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += piece.len();
        let trimmed = piece
            .trim_end()
            .trim_start_matches(['(', '<', '"', '“', '\'']);
        let start = start + (piece.trim_end().len() - trimmed.len());
        let address = trimmed.trim_end_matches([')', '>', '"', '”', ',', '.', '!', '?', ';', '\'']);
        let mistyped = MISTYPED.iter().filter(|(wrong, _)| {
            address
                .get(..wrong.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(wrong))
        });
        let Some((wrong, right)) = mistyped.max_by_key(|(wrong, _)| wrong.len()) else {
            continue;
        };
        let rest = &address[wrong.len()..];
        // "https:/" also begins every sound address.
        if rest.starts_with('/') && !wrong.ends_with("///") || !rest.contains('.') {
            continue;
        }
        found.push((
            Span::of(start..start + address.len()),
            format!("{right}{}", rest.trim_start_matches('/')),
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, codes, fixed};
    use crate::networks::NetworkId;

    fn check(network: NetworkId, text: &str, expect: &[&str]) {
        let mut found = codes(&brand(), network, text);
        found.retain(|code| code.starts_with("links."));
        assert_eq!(found, expect, "links of {text:?}");
    }

    #[test]
    fn mistyped_addresses_are_found_and_mended() {
        check(
            NetworkId::LinkedIn,
            "See https//nextday.co.uk now.",
            &["links.malformed"],
        );
        let fixed = fixed(&brand(), NetworkId::LinkedIn, "See (htps://nextday.co.uk).");
        assert_eq!(fixed.text, "See (https://nextday.co.uk).");
        check(
            NetworkId::LinkedIn,
            "See https://nextday.co.uk/a//b now.",
            &[],
        );
    }

    #[test]
    fn an_address_that_cannot_be_followed_is_cut_with_its_sentence() {
        let text = "We cut your mesh. See https://nextday.co.uk now.";
        check(NetworkId::Instagram, text, &["links.not-clickable"]);
        assert_eq!(
            fixed(&brand(), NetworkId::Instagram, text).text,
            "We cut your mesh."
        );
        check(NetworkId::LinkedIn, text, &[]);
    }

    #[test]
    fn an_address_without_encryption_is_noted() {
        check(
            NetworkId::LinkedIn,
            "See http://nextday.co.uk now.",
            &["links.not-secure"],
        );
    }
}
