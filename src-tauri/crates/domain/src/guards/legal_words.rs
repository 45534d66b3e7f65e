//! Guard: legal words.
//!
//! Some words have a law of their own: "eco-friendly" and "climate neutral" must be proven in the words of
//! the market's law, and a paid post must say that it is one. This is a hint at the rule and no legal advice.

use super::context::Market;
use super::lexicon::{Lexicon, Row};
use super::{
    CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source, TextEdit, cuts,
};
use crate::language::Language;
use crate::text::{Span, fold};
use std::sync::LazyLock;

pub(super) const GUARD: Guard = Guard {
    id: "legal-words",
    codes: &[
        "legal-words.green",
        "legal-words.climate",
        "legal-words.ad-label",
    ],
    limits: &[],
    sources: &[EUROPEAN_UNION, BRITAIN, AMERICA, AD_BRITAIN, AD_GERMANY],
    check,
    fix,
};

const READ: &str = "2026-11-21";
/// Directive (EU) 2024/825, in force since 27 September 2026: its recitals 9 and 12 list the words.
const EUROPEAN_UNION: Source = Source {
    address: "https://eur-lex.europa.eu/eli/dir/2024/825/oj",
    date: READ,
};
const BRITAIN: Source = Source {
    address: "https://www.gov.uk/government/publications/green-claims-code-making-environmental-claims",
    date: READ,
};
/// Guides for the Use of Environmental Marketing Claims, §§ 260.4 and 260.5.
const AMERICA: Source = Source {
    address: "https://www.ecfr.gov/current/title-16/part-260",
    date: READ,
};
const AD_BRITAIN: Source = Source {
    address: "https://www.asa.org.uk/advice-online/recognising-ads-social-media-and-influencer-marketing.html",
    date: READ,
};
const AD_GERMANY: Source = Source {
    address: "https://www.die-medienanstalten.de/service/merkblaetter-und-leitfaeden/",
    date: READ,
};

/// Terms with their kind: `green`, `climate`, or `paid` where a post says that it was paid for.
static TERMS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("legal_words.tsv")));

/// Words by which a post says that it is an advertisement, folded.
const LABELS: &[&str] = &[
    "ad",
    "advert",
    "advertisement",
    "anzeige",
    "werbung",
    "advertising",
];

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let labeled = || {
        let mut tokens = draft.tokens().iter();
        tokens.any(|token| LABELS.contains(&token.folded.as_str()))
    };
    let mut found = Vec::new();
    for (span, row) in TERMS.find(draft) {
        let written = span.slice(draft.text).unwrap_or_default();
        let paid = kind(row) == "paid";
        let Some(source) = source(context.market, paid) else {
            continue;
        };
        if paid && labeled() || !paid && draft.text[..span.range().start].ends_with('#') {
            continue;
        }
        let (code, severity) = match kind(row) {
            "paid" => ("ad-label", Severity::Warn),
            // The documents say so: whether they prove it is for somebody to look at.
            kind if context.stated.contains(&fold(written)) => (kind, Severity::Note),
            kind => (kind, Severity::Warn),
        };
        let params = [("text", written.to_owned())];
        let finding = Finding::new("legal-words", code, severity, Some(span), params);
        found.push(finding.by_page(source));
        if paid {
            break;
        }
    }
    found
}

fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(span) = finding.span else {
        return Vec::new();
    };
    if finding.code == "legal-words.ad-label" {
        let label = match draft.language {
            Language::German => "Anzeige",
            _ => "Ad",
        };
        let edit = TextEdit {
            span: Span::of(0..0),
            text: format!("{label}: "),
        };
        return vec![Fix::new("add", [("text", label.to_owned())], vec![edit])];
    }
    let mut fixes: Vec<Fix> = cuts::cut_clause(draft.text, span).into_iter().collect();
    fixes.extend(cuts::cut_sentence(draft.text, span));
    fixes
}

fn kind(row: &Row) -> &'static str {
    match row.fields.first() {
        Some(&"green") => "green",
        Some(&"climate") => "climate",
        _ => "paid",
    }
}

/// The rule of a market. Where nothing says which market it is, none is claimed.
fn source(market: Market, paid: bool) -> Option<&'static Source> {
    match (market, paid) {
        (Market::Germany | Market::Austria | Market::Switzerland, true) => Some(&AD_GERMANY),
        (_, true) => Some(&AD_BRITAIN),
        (market, false) if market.is_european_union() => Some(&EUROPEAN_UNION),
        (Market::Britain, false) => Some(&BRITAIN),
        (Market::America, false) => Some(&AMERICA),
        (_, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, check_codes, fact, fixed, found_with};
    use super::*;
    use crate::networks::NetworkId;

    #[test]
    fn a_market_has_its_own_rule_and_none_is_claimed_elsewhere() {
        let british = brand();
        let text = "Our eco-friendly mesh is climate neutral.";
        let expect = ["legal-words.green", "legal-words.climate"];
        check_codes(&british, text, "legal-words", &expect);
        let mut unknown = brand();
        unknown.website = None;
        check_codes(&unknown, text, "legal-words", &[]);
        check_codes(
            &british,
            "A green hard hat, a climate chamber.",
            "legal-words",
            &[],
        );
    }

    #[test]
    fn what_the_documents_say_is_a_note() {
        let facts = [fact("The mesh is climate neutral by its own production.")];
        let text = "The mesh is climate neutral.";
        let found = found_with(&brand(), &facts, NetworkId::LinkedIn, text);
        let finding = found.iter().find(|finding| finding.guard == "legal-words");
        assert_eq!(
            finding.map(|finding| finding.severity),
            Some(Severity::Note)
        );
    }

    #[test]
    fn a_paid_post_says_that_it_is_one() {
        let text = "In paid partnership with a mill. We show the shear.";
        check_codes(&brand(), text, "legal-words", &["legal-words.ad-label"]);
        let fixed = fixed(&brand(), NetworkId::LinkedIn, text);
        assert!(
            fixed.text.starts_with("Ad: In paid partnership"),
            "{}",
            fixed.text
        );
        check_codes(
            &brand(),
            "#ad In paid partnership with a mill.",
            "legal-words",
            &[],
        );
    }
}
