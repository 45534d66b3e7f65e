use super::*;
use crate::drafting::Brief;
use crate::drafting::intent::{self, Known};
use crate::language::Language;
use crate::networks::NetworkId;
use crate::skills::{SHIPPED, load_all, parse};

fn intent(text: &str) -> Intent {
    let brief = Brief {
        text: text.to_owned(),
        language: Language::English,
        networks: vec![NetworkId::X],
    };
    intent::read(&brief, &Known::default())
}

fn check(text: &str, expect: &str) {
    let (skills, _) = load_all(SHIPPED);
    let found = match rank(&intent(text), &skills).verdict {
        Verdict::Use { choice } => format!("use {}", choice.skill),
        Verdict::Ask { choices } => {
            let names: Vec<_> = choices.into_iter().map(|choice| choice.skill).collect();
            format!("ask {}", names.join(", "))
        }
        Verdict::General { choice } => choice.skill,
    };
    assert_eq!(found, expect, "skill for {text:?}");
}

#[test]
fn an_explicit_brief_is_used_without_asking() {
    check("Announce the Saturday counter", "use announcement");
    check("announce our Christmas sale", "use announcement");
    check("How to wash a wool jumper", "use how-to");
    check(
        "A look behind the scenes at the foundry",
        "use behind-the-scenes",
    );
    check("FAQ: can I return a cut sheet?", "use faq-answer");
    check("10 % off everything in May", "use offer");
}

#[test]
fn a_brief_between_two_is_asked_about_with_three_choices() {
    check(
        "how to make our bread, behind the scenes",
        "ask behind-the-scenes, how-to, general",
    );
}

#[test]
fn a_brief_that_fits_none_gets_the_general_skill() {
    check("steel", "general");
    check("We're hiring a welder", "general");
    check("", "general");
}

#[test]
fn the_general_choice_is_there_without_a_general_skill() {
    let found = rank(&intent("steel"), &[]);
    assert!(matches!(found.verdict, Verdict::General { .. }));
    assert_eq!(found.ranked.len(), 1);
}

#[test]
fn the_order_of_the_skills_does_not_matter() {
    let (mut skills, _) = load_all(SHIPPED);
    let asked = intent("explain the new discount, customers keep asking");
    let one = rank(&asked, &skills);
    skills.reverse();
    assert_eq!(one, rank(&asked, &skills));
}

#[test]
fn naming_a_skill_of_ones_own_finds_it() {
    let (mut skills, _) = load_all(SHIPPED);
    let own = "---\nname: toolbox-talk\ndescription: Weekly safety reminder for crews\n---\nBody\n";
    skills.push(parse(own, None).unwrap());
    let found = rank(&intent("toolbox talk about ladders"), &skills);
    let Verdict::Use { choice } = found.verdict else {
        panic!("not used: {:?}", found.verdict);
    };
    assert_eq!(choice.skill, "toolbox-talk");
    assert!(
        choice
            .reasons
            .iter()
            .any(|reason| reason.code == "skill.reason.named")
    );
}

#[test]
fn a_skill_for_other_networks_falls_behind() {
    let (skills, _) = load_all(SHIPPED);
    let mut how_to = skills
        .into_iter()
        .find(|skill| skill.name == "how-to")
        .unwrap();
    let asked = intent("how to wash wool");
    let before = rank(&asked, &[how_to.clone()]).ranked[0].confidence;
    how_to.networks = vec![NetworkId::LinkedIn];
    let ranked = rank(&asked, &[how_to]).ranked;
    let after = ranked
        .iter()
        .find(|choice| choice.skill == "how-to")
        .unwrap();
    assert!(after.confidence < before);
    assert!(
        after
            .reasons
            .iter()
            .any(|reason| reason.code == "skill.reason.other-networks")
    );
}

/// Keeps what the labelled briefs reached from getting lost; the goals are 0.90 and 0.97.
#[test]
fn the_labelled_briefs_reach_the_goals() {
    let (skills, _) = load_all(SHIPPED);
    for table in [
        include_str!("../briefs.en.tsv"),
        include_str!("../briefs.second.en.tsv"),
        include_str!("../briefs.third.en.tsv"),
        include_str!("../briefs.held-out.en.tsv"),
        include_str!("../briefs.de.tsv"),
    ] {
        let (mut all, mut first, mut third) = (0.0_f32, 0.0_f32, 0.0_f32);
        for (labels, text) in table.lines().filter_map(|row| row.split_once('\t')) {
            let ranked = rank(&intent(text), &skills).ranked;
            let right = |choice: &Choice| labels.split('|').any(|label| label == choice.skill);
            all += 1.0;
            first += f32::from(u8::from(ranked.first().is_some_and(right)));
            third += f32::from(u8::from(ranked.iter().take(3).any(right)));
        }
        assert!(first / all >= 0.90, "top-1 {first} of {all}");
        assert!(third / all >= 0.97, "top-3 {third} of {all}");
    }
}
