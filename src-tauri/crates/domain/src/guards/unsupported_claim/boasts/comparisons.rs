//! Comparisons with others: "less waste than any other supplier", "half the price", "nobody else".

use super::{Boast, Kind, listed};
use crate::text::Word;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that compare when "than" follows.
static COMPARED: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "better|cheaper|faster|quicker|stronger|lighter|safer|cleaner|greener|easier|simpler|fresher|smarter|tougher|larger|bigger|lower|higher|longer|shorter|smaller|warmer|quieter|heavier|thicker|thinner|sooner|later|earlier|older|newer|tastier|healthier|softer|harder|sharper|less|more|fewer|besser|gunstiger|billiger|schneller|starker|leichter|sicherer|frischer|grosser|größer|großer|kleiner|langer|haltbarer|weniger|mehr|fruher".split('|').collect()
});

/// Those with whom one compares.
const OTHERS: &str = "any other|all other|all others|every other|other suppliers|other companies|other brands|other bakeries|other providers|other shops|others|the others|the competition|our competitors|competitors|anyone else|anybody else|everyone else|everybody else|anyone|anybody|everyone|the rest|most suppliers|most brands|most companies|most others|our rivals|rivals|the average|industry average|the big|supermarket|supermarkets|andere|anderen|alle anderen|jeder andere|die konkurrenz|der wettbewerb|die anderen|mitbewerber|wettbewerber|der rest";

/// What follows "than" in idioms that compare nothing.
const IDIOMS_AFTER_THAN: &str = "ever|happy|just|that|this|expected|you|usual|ideal|never|nothing|later|meets|done|sorry|enough|one|a|an|welcome|words|before|it|we|they|i|once|half|je|nie|man|sonst|gedacht|erwartet|genug|nur|dir|ihr|du|sie";

/// "less waste than any other supplier", "cheaper than bar".
pub(super) fn comparison(sentence: &str, all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let (word, folded) = &all[at];
    let twice = matches!(folded.as_str(), "twice" | "doppelt")
        || folded == "half" && all.get(at + 1).is_some_and(|(_, next)| next == "the");
    if twice {
        return multiple(all, at);
    }
    if !COMPARED.contains(folded.as_str()) {
        return None;
    }
    let than = (at + 1..all.len().min(at + 5))
        .find(|other| matches!(all[*other].1.as_str(), "than" | "als"))?;
    let gap = &sentence[word.span.range().end..all[than].0.span.range().start];
    if gap.contains(['.', ';', ':', '!', ',']) {
        return None;
    }
    let negated = at.checked_sub(1).is_some_and(|at| {
        matches!(
            all[at].1.as_str(),
            "no" | "not" | "nicht" | "any" | "rather"
        )
    });
    let tail: Vec<&str> = all[than + 1..]
        .iter()
        .take(4)
        .map(|(_, word)| word.as_str())
        .collect();
    let joined = tail.join(" ");
    let others = OTHERS
        .split('|')
        .any(|other| joined == other || joined.starts_with(&format!("{other} ")));
    let first = tail.first().copied().unwrap_or_default();
    let counted = first.starts_with(|c: char| c.is_ascii_digit()) || is_number_word(first);
    if !others && (negated || counted || listed(IDIOMS_AFTER_THAN, first) || first.is_empty()) {
        return None;
    }
    let clause_end = sentence[all[than].0.span.range().end..]
        .find(['.', ',', ';', '!', '–', '—', ':', '\n', ')'])
        .map_or(sentence.len(), |offset| {
            all[than].0.span.range().end + offset
        });
    let last = all
        .iter()
        .rev()
        .find(|(word, _)| word.span.range().end <= clause_end)?;
    // What is compared stands between the comparing word and "than"; with whom, behind it.
    let mut evidence: Vec<String> = vec![folded.clone()];
    evidence.extend(all[at + 1..than].iter().map(|(_, word)| word.clone()));
    evidence.extend(
        tail.iter()
            .take(1)
            .filter(|word| word.len() > 3)
            .map(|word| (*word).to_owned()),
    );
    let negation = negated && others;
    let start = if negation {
        all[at - 1].0.span.range().start
    } else {
        word.span.range().start
    };
    Some(Boast {
        kind: Kind::Comparison,
        range: start..last.0.span.range().end,
        evidence,
        sure: others,
    })
}

/// "twice as fast", "half the price".
fn multiple(all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let (word, folded) = &all[at];
    let last = if folded == "half" {
        let noun = all.get(at + 2)?;
        listed("price|cost|time|weight|waste|effort|money", &noun.1).then_some(at + 2)?
    } else {
        let as_word = all.get(at + 1)?;
        matches!(as_word.1.as_str(), "as" | "so").then_some(())?;
        all.get(at + 2)?;
        at + 2
    };
    Some(Boast {
        kind: Kind::Comparison,
        range: word.span.range().start..all[last].0.span.range().end,
        evidence: all[at..=last]
            .iter()
            .map(|(_, word)| word.clone())
            .filter(|word| word.len() > 2)
            .collect(),
        sure: true,
    })
}

/// "no other supplier", "nobody else does", "like no other", "the only yard in Leeds", "unlike others".
pub(super) fn without_equal(all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let folded = all[at].1.as_str();
    let next = all
        .get(at + 1)
        .map(|(_, word)| word.as_str())
        .unwrap_or_default();
    let after = all
        .get(at + 2)
        .map(|(_, word)| word.as_str())
        .unwrap_or_default();
    let before = at
        .checked_sub(1)
        .map(|at| all[at].1.as_str())
        .unwrap_or_default();
    let length = match (folded, next) {
        ("no", "other")
            if listed(
                "supplier|suppliers|company|brand|shop|bakery|provider|yard|product|service",
                after,
            ) || before == "like" =>
        {
            3
        }
        ("nobody" | "niemand", "else" | "sonst") if at + 2 < all.len() => 2,
        ("no", "one") if after == "else" && at + 3 < all.len() => 3,
        ("unlike", "other" | "others" | "most" | "our" | "the")
            if matches!(next, "other" | "others")
                || matches!(
                    after,
                    "suppliers" | "competitors" | "competition" | "rivals"
                ) =>
        {
            2
        }
        ("only" | "einzige" | "einziger" | "einziges", noun)
            if matches!(before, "the" | "der" | "die" | "das")
                && listed(
                    "supplier|company|brand|bakery|provider|yard|shop|service|anbieter|lieferant|hersteller|backerei|laden",
                    noun,
                ) =>
        {
            2
        }
        _ => return None,
    };
    let last = (at + length - 1).min(all.len() - 1);
    Some(Boast {
        kind: Kind::Comparison,
        range: all[at].0.span.range().start..all[last].0.span.range().end,
        evidence: all[at..=last]
            .iter()
            .map(|(_, word)| word.clone())
            .collect(),
        sure: true,
    })
}

fn is_number_word(word: &str) -> bool {
    listed(
        "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|hundert|tausend",
        word,
    )
}
