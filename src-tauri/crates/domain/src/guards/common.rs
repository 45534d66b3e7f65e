//! Findings that a text has on several networks alike: those of the words themselves, not of one network's
//! room and habits.

use super::{
    CheckContext, Draft, Finding, FixedAll, MAX_ROUNDS, Measured, Reading, apply, check, findings,
};
use crate::networks::NetworkId;

/// The findings that the text has on the draft's network and on each of `others`. Their fixes are those that
/// help on the draft's network.
pub fn check_common(
    draft: &Draft<'_>,
    others: &[NetworkId],
    measured: &Measured,
    context: &CheckContext<'_>,
) -> Vec<Finding> {
    let mut found = check(draft, measured, context);
    for network in others {
        let there = Draft {
            network: *network,
            ..*draft
        };
        let there = findings(&Reading::new(there), measured, context);
        found.retain(|finding| there.iter().any(|other| is_same(finding, other)));
    }
    found
}

/// Applies fixes of what [`check_common`] finds, what blocks first, until none is left that helps.
pub fn fix_all_common(
    draft: &Draft<'_>,
    others: &[NetworkId],
    measured: &Measured,
    context: &CheckContext<'_>,
) -> FixedAll {
    let mut text = draft.text.to_owned();
    let mut applied = Vec::new();
    loop {
        let now = draft.with_text(&text);
        let left = check_common(&now, others, measured, context);
        let next = left
            .iter()
            .filter(|finding| !finding.fixes.is_empty())
            .max_by_key(|finding| (finding.severity, std::cmp::Reverse(finding.span)))
            .and_then(|finding| finding.fixes.first());
        let fixed = next.and_then(|fix| apply(&text, fix).map(|fixed| (fix.clone(), fixed)));
        let Some((fix, fixed)) = fixed.filter(|_| applied.len() < MAX_ROUNDS) else {
            return FixedAll {
                text,
                applied,
                left,
            };
        };
        applied.push(fix);
        text = fixed;
    }
}

/// Whether two networks' findings are of the same words and for the same reason.
fn is_same(left: &Finding, right: &Finding) -> bool {
    left.guard == right.guard && left.code == right.code && left.span == right.span
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, context, draft};
    use super::*;

    fn codes(text: &str, network: NetworkId, others: &[NetworkId]) -> Vec<String> {
        let brand = brand();
        let context = context(&brand, &[]);
        let found = check_common(
            &draft(network, text),
            others,
            &Measured::default(),
            &context,
        );
        found.into_iter().map(|finding| finding.guard).collect()
    }

    #[test]
    fn what_only_one_network_objects_to_is_not_common() {
        let long = "Mesh is cut to your drawing. ".repeat(20);
        let on_x = codes(&long, NetworkId::X, &[]);
        assert!(on_x.contains(&"length".to_owned()), "{on_x:?}");
        let common = codes(&long, NetworkId::X, &[NetworkId::Facebook]);
        assert!(!common.contains(&"length".to_owned()), "{common:?}");
    }

    #[test]
    fn what_is_wrong_with_the_words_is_common_and_can_be_fixed() {
        let text = "Mesh is cut to your drawing. Ask [Name] for a quote.";
        let others = [NetworkId::X, NetworkId::Instagram];
        let common = codes(text, NetworkId::LinkedIn, &others);
        assert!(common.contains(&"placeholder".to_owned()), "{common:?}");
        let brand = brand();
        let context = context(&brand, &[]);
        let fixed = fix_all_common(
            &draft(NetworkId::LinkedIn, text),
            &others,
            &Measured::default(),
            &context,
        );
        assert_eq!(fixed.text, "Mesh is cut to your drawing.");
    }
}
