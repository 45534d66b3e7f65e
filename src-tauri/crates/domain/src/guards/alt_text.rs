//! Guard: alternative text.
//!
//! Who cannot see a picture hears its alternative text; without one they learn nothing of it. It says what
//! the picture shows, within the length that the network takes.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source};
use crate::text::fold;

pub(super) const GUARD: Guard = Guard {
    id: "alt-text",
    codes: &[
        "alt-text.missing",
        "alt-text.too-long",
        "alt-text.file-name",
        "alt-text.opening",
    ],
    limits: &["alt-text.too-long"],
    sources: &[WCAG, W3C_TIPS],
    check,
    fix,
};

const WCAG: Source = Source {
    address: "https://www.w3.org/TR/WCAG22/#non-text-content",
    date: "2026-11-21",
};

const W3C_TIPS: Source = Source {
    address: "https://www.w3.org/WAI/tutorials/images/tips/",
    date: "2026-11-21",
};

/// Openings that say nothing: who hears an alternative text knows that it is a picture.
const OPENINGS: &[&str] = &[
    "image of",
    "picture of",
    "photo of",
    "a photo of",
    "a picture of",
    "an image of",
    "bild von",
    "ein bild von",
    "foto von",
    "ein foto von",
];

fn check(draft: &Reading<'_>, _: &Measured, _: &CheckContext<'_>) -> Vec<Finding> {
    let longest = draft.rules().images.alt_max;
    let mut found = Vec::new();
    for (index, picture) in draft.media.iter().enumerate() {
        let alt = picture.alt.trim();
        let new = |code: &str, severity, value: String| {
            let params = [("number", (index + 1).to_string()), ("text", value)];
            Finding::new("alt-text", code, severity, None, params)
        };
        let length = alt.chars().count();
        if alt.is_empty() {
            found.push(new("missing", Severity::Warn, String::new()).by_page(&WCAG));
        } else if let Some(limit) = longest.filter(|limit| length > limit.value as usize) {
            let finding = new("too-long", Severity::Block, limit.value.to_string());
            found.push(finding.by_network(&limit));
        } else if is_file_name(alt) {
            found.push(new("file-name", Severity::Warn, alt.to_owned()).by_page(&WCAG));
        } else if let Some(opening) = opening(alt) {
            found.push(new("opening", Severity::Note, opening.to_owned()).by_page(&W3C_TIPS));
        }
    }
    found
}

/// What a picture shows is for somebody to say who sees it.
fn fix(_: &Reading<'_>, _: &CheckContext<'_>, _: &Finding) -> Vec<Fix> {
    Vec::new()
}

/// "IMG_2041.jpg", "DSC00012".
fn is_file_name(alt: &str) -> bool {
    let lower = alt.to_lowercase();
    let ends = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic"];
    let numbered = lower
        .strip_prefix("img")
        .or_else(|| lower.strip_prefix("dsc"))
        .or_else(|| lower.strip_prefix("pxl"))
        .is_some_and(|rest| {
            rest.len() > 2 && rest.bytes().all(|b| b.is_ascii_digit() || b == b'_')
        });
    !alt.contains(' ') && (ends.iter().any(|end| lower.ends_with(end)) || numbered)
}

fn opening(alt: &str) -> Option<&'static str> {
    let folded = fold(alt);
    OPENINGS.iter().copied().find(|opening| {
        folded
            .strip_prefix(opening)
            .is_some_and(|rest| rest.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, context, draft};
    use super::super::{Draft, Measured, check};
    use crate::ids::MediaId;
    use crate::networks::NetworkId;
    use crate::posts::MediaUse;

    fn check_alt(network: NetworkId, alt: &str, expect: &[&str]) {
        let media = [MediaUse {
            media: MediaId(uuid::Uuid::nil()),
            sha256: String::new(),
            alt: alt.to_owned(),
        }];
        let brand = brand();
        let draft = Draft {
            media: &media,
            ..draft(network, "Mesh, cut to size.")
        };
        let found: Vec<_> = check(&draft, &Measured::default(), &context(&brand, &[]))
            .into_iter()
            .filter(|finding| finding.guard == "alt-text")
            .map(|finding| finding.code)
            .collect();
        assert_eq!(found, expect, "alternative text {alt:?}");
    }

    #[test]
    fn a_picture_needs_words_that_say_what_it_shows() {
        check_alt(NetworkId::X, "  ", &["alt-text.missing"]);
        check_alt(NetworkId::X, "IMG_2041.jpg", &["alt-text.file-name"]);
        check_alt(NetworkId::X, "DSC00012", &["alt-text.file-name"]);
        check_alt(NetworkId::X, "Photo of a lorry", &["alt-text.opening"]);
        check_alt(NetworkId::X, "A lorry at the gate", &[]);
        check_alt(NetworkId::X, "Imaging of steel", &[]);
    }

    #[test]
    fn the_networks_own_length_cannot_be_passed() {
        let long = "a ".repeat(600);
        check_alt(NetworkId::X, &long, &["alt-text.too-long"]);
        check_alt(NetworkId::LinkedIn, &long, &[]);
    }
}
