//! Guard: hashtags.
//!
//! Networks refuse or punish too many hashtags, and a hashtag with a hyphen or only digits does not link.
//! How many are wise differs from network to network; the brand's own rule holds where there is one. Too few
//! is no finding: no network asks for any, and what is usual is not what this brand does.

use super::{
    CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source, TextEdit, cuts,
};
use crate::text::Span;
use std::collections::BTreeSet;

mod casing;

pub(super) const GUARD: Guard = Guard {
    id: "hashtags",
    codes: &[
        "hashtags.too-many",
        "hashtags.many",
        "hashtags.over-brand-limit",
        "hashtags.unwanted",
        "hashtags.doubled",
        "hashtags.digits",
        "hashtags.broken",
        "hashtags.joined-words",
    ],
    limits: &["hashtags.too-many"],
    sources: &[CASING],
    check,
    fix,
};

/// Screen readers read a hashtag word by word where capitals part the words.
const CASING: Source = Source {
    address: "https://accessibility.engin.umich.edu/hashtags/",
    date: "2026-11-21",
};

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let text = draft.text;
    let rules = draft.rules();
    let tags = rules.hashtags(text);
    let brand = &context.brand.rules;
    let mut found = Vec::new();
    let new = |code: &str, severity, span, params: [(&str, String); 2]| {
        Finding::new("hashtags", code, severity, span, params)
    };
    let beyond = |most: u32| {
        tags.get(most as usize)
            .map(|first| tags.last().map_or(*first, |last| first.join(*last)))
    };
    let numbers = |most: u32| {
        [
            ("count", tags.len().to_string()),
            ("limit", most.to_string()),
        ]
    };
    let refused = rules
        .hashtags
        .max
        .filter(|max| tags.len() > max.value as usize);
    let advised = rules.hashtags.advised_max;
    if brand.keeps_hashtags_off(rules.id) && !tags.is_empty() {
        let finding = new("unwanted", Severity::Warn, beyond(0), numbers(0));
        let stated = match brand.use_hashtags {
            Some(false) => brand.stated.get("use_hashtags"),
            _ => brand.stated.get("hashtag_networks"),
        };
        found.push(finding.by_brand(stated));
    } else if let Some(max) = refused {
        found.push(
            new(
                "too-many",
                Severity::Block,
                beyond(max.value),
                numbers(max.value),
            )
            .by_network(&max),
        );
    } else if let Some(most) = brand
        .max_hashtags
        .filter(|most| tags.len() > *most as usize)
    {
        let finding = new(
            "over-brand-limit",
            Severity::Warn,
            beyond(most),
            numbers(most),
        );
        found.push(finding.by_brand(brand.stated.get("max_hashtags")));
    } else if tags.len() > advised.value as usize {
        found.push(
            new(
                "many",
                Severity::Warn,
                beyond(advised.value),
                numbers(advised.value),
            )
            .by_network(&advised),
        );
    }
    let mut seen = BTreeSet::new();
    for span in &tags {
        let tag = span.slice(text).unwrap_or("");
        if !seen.insert(tag.to_lowercase()) {
            found.push(new(
                "doubled",
                Severity::Warn,
                Some(*span),
                [("text", tag.to_owned()), ("count", "2".to_owned())],
            ));
        }
    }
    for span in broken(text, &tags) {
        let tag = span.slice(text).unwrap_or("").to_owned();
        let linked = tags
            .iter()
            .find(|tag| tag.start == span.start)
            .and_then(|tag| tag.slice(text))
            .unwrap_or("")
            .to_owned();
        found.push(new(
            "broken",
            Severity::Warn,
            Some(span),
            [("text", tag), ("linked", linked)],
        ));
    }
    for span in digits(text, &tags) {
        let tag = span.slice(text).unwrap_or("").to_owned();
        found.push(new(
            "digits",
            Severity::Warn,
            Some(span),
            [("text", tag), ("count", "1".to_owned())],
        ));
    }
    for (span, written) in casing::parted(draft, context, &tags) {
        let tag = span.slice(text).unwrap_or("").to_owned();
        let params = [("text", tag), ("instead", written)];
        found.push(new("joined-words", Severity::Note, Some(span), params).by_page(&CASING));
    }
    found
}

fn fix(draft: &Reading<'_>, context: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let text = draft.text;
    let tags = draft.rules().hashtags(text);
    let span = finding.span.unwrap_or(Span { start: 0, end: 0 });
    match finding.code.as_str() {
        "hashtags.broken" => {
            let joined = joined(span.slice(text).unwrap_or(""));
            let params = [("text", joined.clone())];
            vec![Fix::new(
                "use-instead",
                params,
                vec![TextEdit { span, text: joined }],
            )]
        }
        "hashtags.joined-words" => {
            let written = finding.params.get("instead").cloned().unwrap_or_default();
            let params = [("text", written.clone())];
            let edit = TextEdit {
                span,
                text: written,
            };
            vec![Fix::new("use-instead", params, vec![edit])]
        }
        "hashtags.doubled" | "hashtags.digits" => {
            let params = [("text", span.slice(text).unwrap_or("").to_owned())];
            vec![Fix::new(
                "remove-hashtag",
                params,
                vec![without(text, span)],
            )]
        }
        _ => {
            let most: usize = finding
                .params
                .get("limit")
                .and_then(|limit| limit.parse().ok())
                .unwrap_or(0);
            let is_required = |tag: &Span| {
                let tag = tag.slice(text).unwrap_or("").to_lowercase();
                context
                    .brand
                    .rules
                    .required
                    .iter()
                    .any(|rule| rule.text.to_lowercase().contains(&tag))
            };
            let surplus = tags.len().saturating_sub(most);
            let mut gone: Vec<Span> = tags
                .iter()
                .rev()
                .filter(|tag| !is_required(tag))
                .take(surplus)
                .copied()
                .collect();
            gone.sort();
            if gone.len() < surplus {
                return Vec::new();
            }
            let params = [("count", gone.len().to_string())];
            vec![Fix::new(
                "remove-hashtags",
                params,
                merged(gone.into_iter().map(|tag| without(text, tag)).collect()),
            )]
        }
    }
}

/// Removes a hashtag that stands among others; inside a sentence only its mark goes, for it is a word there.
fn without(text: &str, span: Span) -> TextEdit {
    let range = span.range();
    let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[range.end..]
        .find('\n')
        .map_or(text.len(), |at| range.end + at);
    let tags_only = |piece: &str| piece.split_whitespace().all(|word| word.starts_with('#'));
    let trailing = tags_only(&text[range.start..line_end]);
    let cut = if tags_only(&text[line_start..line_end])
        && text[line_start..line_end].split_whitespace().count() == 1
    {
        // The only one of its line: the line goes too.
        return cuts::remove(text, &[span])
            .into_iter()
            .next()
            .unwrap_or(TextEdit {
                span,
                text: String::new(),
            });
    } else if trailing {
        let gap =
            text[line_start..range.start].len() - text[line_start..range.start].trim_end().len();
        let opens = gap == range.start - line_start;
        let after = text[range.end..line_end].len() - text[range.end..line_end].trim_start().len();
        if opens {
            range.start..range.end + after
        } else {
            range.start - gap..range.end
        }
    } else {
        range.start..range.start + 1
    };
    TextEdit {
        span: Span::of(cut),
        text: String::new(),
    }
}

/// Edits that touch or overlap become one.
fn merged(mut edits: Vec<TextEdit>) -> Vec<TextEdit> {
    edits.sort_by_key(|edit| edit.span);
    let mut kept: Vec<TextEdit> = Vec::new();
    for edit in edits {
        match kept.last_mut() {
            Some(last) if edit.span.start <= last.span.end => last.span = last.span.join(edit.span),
            _ => kept.push(edit),
        }
    }
    kept
}

/// Hashtags that a hyphen cuts short ("#cut-to-size" links "#cut"), with their whole length.
fn broken(text: &str, tags: &[Span]) -> Vec<Span> {
    tags.iter()
        .filter_map(|tag| {
            let rest = text.get(tag.range().end..)?;
            let length = rest
                .find(|c: char| {
                    c.is_whitespace() || matches!(c, '#' | ',' | '.' | '!' | '?' | ')' | ':' | ';')
                })
                .unwrap_or(rest.len());
            let tail = &rest[..length];
            let parts = tail.split(['-', '&', '+', '/', '\u{2010}', '\u{2011}']);
            let joins = tail.starts_with(['-', '&', '+', '/', '\u{2010}', '\u{2011}'])
                && parts
                    .skip(1)
                    .all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric));
            joins.then(|| Span::of(tag.range().start..tag.range().end + length))
        })
        .collect()
}

/// "#2026" among hashtags: without a letter it is none. Alone it is a number in a sentence ("our #1 mesh").
fn digits(text: &str, tags: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut before = Span { start: 0, end: 0 };
    let mut waiting: Option<Span> = None;
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let span = Span::of(start..start + word.len());
        let same_line = !text[before.range().end..start].contains('\n');
        let is_tag = |span: Span| {
            let at = tags.partition_point(|tag| tag.start < span.start);
            tags.get(at).is_some_and(|tag| tag.start == span.start)
        };
        if let Some(number) = waiting.take()
            && same_line
            && is_tag(span)
        {
            found.push(number);
        }
        let is_number = word
            .strip_prefix('#')
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
        if is_number && same_line && is_tag(before) {
            found.push(span);
        } else if is_number {
            waiting = Some(span);
        }
        before = span;
    }
    found
}

/// "#cut-to-size" becomes "#CutToSize".
fn joined(tag: &str) -> String {
    let mut out = String::from("#");
    for part in tag
        .trim_start_matches('#')
        .split(|c: char| !c.is_alphanumeric() && c != '_')
    {
        let mut letters = part.chars();
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(letters.as_str());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, codes, fixed};
    use crate::networks::NetworkId;

    fn check(network: NetworkId, text: &str, expect: &[&str]) {
        let mut found = codes(&brand(), network, text);
        found.retain(|code| code.starts_with("hashtags."));
        assert_eq!(found, expect, "hashtags of {text:?}");
    }

    fn check_fix(network: NetworkId, before: &str, after: &str) {
        assert_eq!(
            fixed(&brand(), network, before).text,
            after,
            "fixing {before:?}"
        );
    }

    #[test]
    fn more_than_the_network_takes_or_advises_is_found_and_cut() {
        let many = format!(
            "A good day.\n\n{}",
            (0..31)
                .map(|n| format!("#Tag{n}a"))
                .collect::<Vec<_>>()
                .join(" ")
        );
        check(NetworkId::Instagram, &many, &["hashtags.too-many"]);
        check(
            NetworkId::X,
            "A day. #Alpha #Beta #Gamma",
            &["hashtags.many"],
        );
        check_fix(
            NetworkId::X,
            "A day. #Alpha #Beta #Gamma",
            "A day. #Alpha #Beta",
        );
    }

    #[test]
    fn a_doubled_one_goes_and_a_broken_one_is_joined() {
        check(NetworkId::X, "Mesh. #Rebar #rebar", &["hashtags.doubled"]);
        check_fix(NetworkId::X, "Mesh. #Rebar #rebar", "Mesh. #Rebar");
        check(
            NetworkId::X,
            "Mesh #cut-to-size today",
            &["hashtags.broken"],
        );
        check_fix(
            NetworkId::X,
            "Mesh #cut-to-size today",
            "Mesh #CutToSize today",
        );
    }

    #[test]
    fn digits_alone_are_no_hashtag_and_are_marked_among_hashtags() {
        for network in NetworkId::ALL {
            check(network, "Mesh. #Rebar #123", &["hashtags.digits"]);
            check(network, "Mesh. #2026 #Rebar", &["hashtags.digits"]);
            check(network, "Our #1 mesh, and #2 as well.", &[]);
        }
        check_fix(NetworkId::X, "Mesh. #Rebar #123", "Mesh. #Rebar");
        // Two that count and one that does not: X advises two.
        check(
            NetworkId::X,
            "Mesh. #123 #Rebar #Bars",
            &["hashtags.digits"],
        );
    }

    #[test]
    fn fewer_than_usual_is_no_finding() {
        for network in NetworkId::ALL {
            check(network, "A day on site.", &[]);
            check(network, "A day on site.\n\n#Rebar", &[]);
        }
    }

    #[test]
    fn a_fix_that_removes_hashtags_leaves_nothing_to_say_about_their_number() {
        let mut brand = brand();
        brand.rules.max_hashtags = Some(1);
        let fixed = fixed(&brand, NetworkId::LinkedIn, "A day.\n\n#Alpha #Beta #Gamma");
        assert_eq!(fixed.text, "A day.\n\n#Alpha");
        assert!(fixed.left.iter().all(|finding| finding.guard != "hashtags"));
    }

    #[test]
    fn the_brands_own_limit_holds_and_required_ones_stay() {
        let mut brand = brand();
        brand.rules.max_hashtags = Some(1);
        brand.rules.required.push(crate::brand::Rule {
            text: "#Beta".to_owned(),
            source: None,
        });
        let fixed = fixed(&brand, NetworkId::X, "A day.\n\n#Alpha #Beta");
        assert_eq!(fixed.text, "A day.\n\n#Beta");
    }

    #[test]
    fn inside_a_sentence_only_the_mark_goes() {
        let mut brand = brand();
        brand.rules.use_hashtags = Some(false);
        assert_eq!(
            fixed(&brand, NetworkId::X, "We cut #mesh all day.").text,
            "We cut mesh all day."
        );
    }

    #[test]
    fn a_network_that_the_guide_keeps_free_of_them_is_kept_free() {
        let mut brand = brand();
        brand.rules.hashtag_networks = Some(vec![NetworkId::Instagram]);
        let text = "A day on site.\n\n#Rebar";
        assert_eq!(
            fixed(&brand, NetworkId::Facebook, text).text,
            "A day on site."
        );
        assert_eq!(fixed(&brand, NetworkId::Instagram, text).text, text);
    }
}
