//! Guard: required text.
//!
//! Some lines must stand in every post: a legal notice, a hashtag. The brand's documents name them, and
//! Galley adds what is missing at the end.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, TextEdit};
use crate::text::{Span, fold};

pub(super) const GUARD: Guard = Guard {
    id: "required-text",
    codes: &["required-text.missing"],
    limits: &[],
    sources: &[],
    check,
    fix,
};

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let rules = &context.brand.rules;
    if rules.required.is_empty() {
        return Vec::new();
    }
    let has = flat(draft.text);
    rules
        .required
        .iter()
        .filter(|rule| !rule.text.trim().is_empty() && !holds(&has, &flat(&rule.text)))
        .map(|rule| {
            let params = [("text", rule.text.clone())];
            Finding::new("required-text", "missing", Severity::Block, None, params)
                .by_brand(rule.source.as_ref())
        })
        .collect()
}

fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(wanted) = finding.params.get("text") else {
        return Vec::new();
    };
    let text = draft.text;
    let end = text.trim_end().len();
    let last_line = text[..end].rsplit('\n').next().unwrap_or("");
    let tags =
        |line: &str| !line.is_empty() && line.split_whitespace().all(|word| word.starts_with('#'));
    let insert = |at: usize, inserted: String| {
        let edit = TextEdit {
            span: Span::of(at..at),
            text: inserted,
        };
        vec![Fix::new("add", [("text", wanted.clone())], vec![edit])]
    };
    if tags(wanted) && tags(last_line) {
        return insert(end, format!(" {wanted}"));
    }
    // A sentence stands before the hashtags of the last paragraph.
    if tags(last_line) {
        let before = text[..end - last_line.len()].trim_end().len();
        if before > 0 {
            return insert(before, format!("\n\n{wanted}"));
        }
    }
    insert(
        end,
        if end == 0 {
            wanted.clone()
        } else {
            format!("\n\n{wanted}")
        },
    )
}

/// Folded, with single spaces: wrapping and case do not matter.
fn flat(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text has the wanted words, not as a part of longer ones: "#Cut" is not "#CutToSize".
fn holds(text: &str, wanted: &str) -> bool {
    text.match_indices(wanted).any(|(at, found)| {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let opens = wanted.starts_with(|c: char| c.is_alphanumeric())
            && letter(text[..at].chars().next_back());
        let closes = wanted.ends_with(|c: char| c.is_alphanumeric())
            && letter(text[at + found.len()..].chars().next());
        !opens && !closes
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, codes, fixed};
    use crate::brand::{BrandProfile, Rule};
    use crate::networks::NetworkId;

    fn requiring(texts: &[&str]) -> BrandProfile {
        let mut brand = brand();
        brand.rules.required = texts
            .iter()
            .map(|text| Rule {
                text: (*text).to_owned(),
                source: None,
            })
            .collect();
        brand
    }

    fn check_fix(required: &[&str], before: &str, after: &str) {
        let fixed = fixed(&requiring(required), NetworkId::LinkedIn, before);
        assert_eq!(fixed.text, after, "adding {required:?} to {before:?}");
    }

    #[test]
    fn what_is_missing_is_added_at_its_place() {
        check_fix(
            &["Capital at risk."],
            "A day at the desk.",
            "A day at the desk.\n\nCapital at risk.",
        );
        check_fix(
            &["#Cut"],
            "A day.\n\n#Mesh #Rebar",
            "A day.\n\n#Mesh #Rebar #Cut",
        );
        check_fix(
            &["Capital at risk."],
            "A day.\n\n#Mesh #Rebar #Steel",
            "A day.\n\nCapital at risk.\n\n#Mesh #Rebar #Steel",
        );
    }

    #[test]
    fn what_is_there_in_another_case_or_wrapping_is_not_missing() {
        let brand = requiring(&["Capital at risk.", "#CutToSize"]);
        let found = codes(
            &brand,
            NetworkId::LinkedIn,
            "capital\nat risk. #cuttosize #One #Two",
        );
        assert!(
            !found.iter().any(|code| code.starts_with("required-text")),
            "{found:?}"
        );
        let found = codes(&requiring(&["#Cut"]), NetworkId::LinkedIn, "#CutToSize");
        assert!(
            found.iter().any(|code| code == "required-text.missing"),
            "{found:?}"
        );
    }
}
