//! Guard: length.
//!
//! Each network counts a post's length in its own way and refuses what is longer than its limit. Galley
//! counts as the network does and shows where the room ends.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, cuts};
use crate::text::{Span, sentences};

pub(super) const GUARD: Guard = Guard {
    id: "length",
    codes: &["length.too-long"],
    limits: &["length.too-long"],
    sources: &[],
    check,
    fix,
};

fn check(draft: &Reading<'_>, _: &Measured, _: &CheckContext<'_>) -> Vec<Finding> {
    let rules = draft.rules();
    let count = rules.count(draft.text);
    if count.value <= count.limit {
        return Vec::new();
    }
    let mut room = (rules.room(draft.text) as usize).min(draft.text.len());
    while !draft.text.is_char_boundary(room) {
        room -= 1;
    }
    let params = [
        ("value", count.value.to_string()),
        ("limit", count.limit.to_string()),
        ("count", (count.value - count.limit).to_string()),
        ("network", rules.name.to_owned()),
    ];
    let span = Span::of(room..draft.text.len());
    vec![
        Finding::new("length", "too-long", Severity::Block, Some(span), params)
            .by_network(&rules.text.limit),
    ]
}

/// Drops whole sentences: those before the last first, from the end; never the first one, nor one that
/// carries required text, nor one that the next leans on.
fn fix(draft: &Reading<'_>, context: &CheckContext<'_>, _: &Finding) -> Vec<Fix> {
    let text = draft.text;
    let all = sentences(text);
    let required = |span: &Span| {
        let body = span.slice(text).unwrap_or("").to_lowercase();
        context.brand.rules.required.iter().any(|rule| {
            let wanted = rule.text.to_lowercase();
            body.contains(&wanted) || wanted.contains(&body)
        })
    };
    let droppable: Vec<Span> = all
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(at, span)| {
            !required(span) && !all.get(at + 1).is_some_and(|next| cuts::leans(text, *next))
        })
        .map(|(_, span)| *span)
        .collect();
    let last = all.last().copied();
    let mut order: Vec<Span> = droppable
        .iter()
        .rev()
        .copied()
        .filter(|span| Some(*span) != last)
        .collect();
    // The last sentence asks for something: it goes last.
    order.extend(last.filter(|last| droppable.contains(last)));
    let without = |count: usize| {
        let mut gone: Vec<Span> = order[..count].to_vec();
        gone.sort();
        Fix::new(
            "shorten",
            [("count", count.to_string())],
            cuts::remove(text, &gone),
        )
    };
    let fits = |fix: &Fix| {
        super::apply(text, fix).is_some_and(|text| {
            let count = draft.rules().count(&text);
            count.value <= count.limit
        })
    };
    // One sentence is enough for most: the shortest that is long enough keeps the most of the post.
    if order.len() <= 60 {
        let mut single: Vec<Span> = order
            .iter()
            .copied()
            .filter(|span| Some(*span) != last)
            .collect();
        single.sort_by_key(|span| (span.end - span.start, std::cmp::Reverse(span.start)));
        for span in single {
            let fix = Fix::new(
                "shorten",
                [("count", "1".to_owned())],
                cuts::remove(text, &[span]),
            );
            if fits(&fix) {
                return vec![fix];
            }
        }
    }
    // Each further sentence makes the text shorter, so the fewest that are enough are found by halving.
    let (mut low, mut high) = (1, order.len());
    if high == 0 || !fits(&without(high)) {
        return Vec::new();
    }
    while low < high {
        let middle = low.midpoint(high);
        if fits(&without(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    vec![without(low)]
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, fixed, found};
    use crate::networks::NetworkId;

    #[test]
    fn a_text_over_the_limit_blocks_and_shows_where_the_room_ends() {
        let text = format!("{} end", "word ".repeat(60));
        let findings = found(&brand(), NetworkId::X, &text);
        let finding = findings
            .iter()
            .find(|finding| finding.code == "length.too-long")
            .expect("it is too long");
        assert_eq!(finding.params["limit"], "280");
        let span = finding.span.expect("the part that is too much");
        assert!(
            span.start >= 270 && span.end as usize == text.len(),
            "{span:?}"
        );
        assert!(finding.source.is_some(), "the network's page is named");
        assert!(
            finding.fixes.is_empty(),
            "one sentence cannot be shortened by whole sentences"
        );
    }

    #[test]
    fn whole_sentences_go_but_not_the_first_the_ask_or_required_text() {
        let mut brand = brand();
        brand.rules.required.push(crate::brand::Rule {
            text: "Steel by morning.".to_owned(),
            source: None,
        });
        let filler = "The yard opens early and the shear runs all day for the sites around it. ";
        let text = format!(
            "Mesh, cut to size. {}Steel by morning. {}Send us the drawing.",
            filler.repeat(3),
            filler
        );
        let fixed = fixed(&brand, NetworkId::X, &text);
        assert!(fixed.text.chars().count() <= 280, "{}", fixed.text);
        assert!(
            fixed.text.starts_with("Mesh, cut to size."),
            "{}",
            fixed.text
        );
        assert!(
            fixed.text.ends_with("Send us the drawing."),
            "{}",
            fixed.text
        );
        assert!(fixed.text.contains("Steel by morning."), "{}", fixed.text);
        assert_eq!(fixed.applied[0].code, "shorten");
    }
}
