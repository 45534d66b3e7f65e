use super::*;
use crate::brand::{BrandKit, BrandProfile, BrandRules};
use crate::drafting::Brief;
use crate::drafting::intent::{self, Known};
use crate::language::Language;
use crate::members::Role;
use filling::{Filled, FilledFrom, Filling};

const SKILL_MD: &str = "---\nname: test-skill\ndescription: 'Writes about tests'  # kept\nlicense: MIT\nmetadata:\n  author: us\n---\n\n# Test\n\n## When to use\n\nAlways.\n\n## Rules (locked)\n\nNone.\n\n### Finer\n\nStill rules.\n\n## Examples\n\nNone.\n";
const GALLEY_YAML: &str = "version: 1.0  # first\nintents: [how-to]\nslots:\n  - name: task\n    default: \"plain\" # note\n    type: topic\n  - {name: tone, type: choice, choices: [dry, warm]}\nstructure:\n  - move: hook\n    max-words: 12\nlocked: [Rules]\n";

fn check_error(skill_md: &str, galley_yaml: Option<&str>, expect: &str) {
    let found = match parse(skill_md, galley_yaml) {
        Ok(skill) => format!("read {}", skill.name),
        Err(error) => {
            let params: Vec<_> = error.params.values().cloned().collect();
            format!(
                "{}:{}:{} {} {}",
                error.file,
                error.line,
                error.column,
                error.code,
                params.join(" | ")
            )
        }
    };
    assert_eq!(found.trim_end(), expect);
}

fn check_manifest(yaml: &str, expect: &str) {
    check_error(SKILL_MD, Some(yaml), expect);
}

fn good() -> Skill {
    parse(SKILL_MD, Some(GALLEY_YAML)).unwrap()
}

#[test]
fn a_skill_is_read_with_everything_it_says() {
    let skill = good();
    assert_eq!(skill.version, "1.0");
    assert_eq!(skill.metadata["author"], "us");
    assert_eq!(skill.section("when to use"), Some("Always."));
    assert_eq!(
        skill.section("RULES"),
        Some("None.\n\n### Finer\n\nStill rules.")
    );
    assert_eq!(skill.slots[0].default.as_deref(), Some("plain"));
    assert_eq!(skill.slots[1].choices, ["dry", "warm"]);
    assert_eq!(skill.structure.moves[0].max_words, 12);
    assert_eq!(skill.provenance, Provenance::HandWritten);
}

#[test]
fn a_folder_without_galley_yaml_works() {
    let text = "---\nname: site-tips\ndescription: Step by step instructions for crews\nallowed-tools: Read\n---\nBody\n";
    let skill = parse(text, None).unwrap();
    assert_eq!(skill.intents, ["how-to"]);
    assert_eq!(skill.structure, Structure::default());
    let skill = parse(&text.replace("Step by step instructions", "Words"), None).unwrap();
    assert_eq!(skill.intents, ["site-tips"]);
}

#[test]
fn a_byte_order_mark_and_crlf_are_read_past_and_kept() {
    let text = format!("\u{feff}{}", SKILL_MD.replace('\n', "\r\n"));
    let yaml = format!("\u{feff}{}", GALLEY_YAML.replace('\n', "\r\n"));
    let skill = parse(&text, Some(&yaml)).unwrap();
    assert_eq!(skill.description, "Writes about tests");
    assert_eq!(skill.slots, good().slots);
    assert_eq!(skill.source.skill_md, text);
    let edited = skill.set_slot_default("tone", "dry").unwrap();
    assert_eq!(
        edited.source.galley_yaml.as_deref(),
        Some(
            yaml.replace("name: tone,", "name: tone, default: dry,")
                .as_str()
        )
    );
    check_error(
        &text.replace("name: test-skill", "name: Test Skill"),
        None,
        "SKILL.md:2:7 skill.bad-name Test Skill",
    );
}

#[test]
fn front_matter_that_is_not_right_is_reported_with_its_place() {
    let with = |front: &str| format!("---\n{front}\n---\nBody\n");
    check_error(
        "# No front matter",
        None,
        "SKILL.md:1:1 skill.no-front-matter ---",
    );
    check_error(
        "---\nname: a\n",
        None,
        "SKILL.md:3:1 skill.open-front-matter ---",
    );
    check_error(
        &with("name: a"),
        None,
        "SKILL.md:2:1 skill.missing-key description",
    );
    check_error(
        &with("name: a\ndescription:"),
        None,
        "SKILL.md:3:1 skill.missing-key description",
    );
    check_error(
        &with("name: [a]\ndescription: b"),
        None,
        "SKILL.md:2:7 skill.wrong-type text | list | name",
    );
    check_error(
        &with("name: a\n\tb: c"),
        None,
        "SKILL.md:3:1 skill.yaml-tab",
    );
    check_error(
        &with("name: \"a\ndescription: b"),
        None,
        "SKILL.md:2:7 skill.yaml-unclosed-quote",
    );
    check_error(
        &with("name: a\ndescription: b: c"),
        None,
        "SKILL.md:3:15 skill.yaml-colon",
    );
    check_error(
        &with("name: a\nname: b"),
        None,
        "SKILL.md:3:1 skill.duplicate-key name",
    );
    check_error(
        &with("just words"),
        None,
        "SKILL.md:2:1 skill.wrong-type mapping | text | front matter",
    );
    check_error(
        &with(&format!("name: a\ndescription: {}", "x".repeat(1_025))),
        None,
        "SKILL.md:3:14 skill.too-long description | 1024",
    );
}

#[test]
fn a_manifest_that_is_not_right_is_reported_with_its_place_and_what_was_expected() {
    check_manifest(
        "",
        "galley.yaml:1:1 skill.wrong-type mapping | nothing | galley.yaml",
    );
    check_manifest("version: 1", "galley.yaml:1:1 skill.missing-key intents");
    check_manifest(
        "version: 1\nintents: offer",
        "galley.yaml:2:10 skill.wrong-type list | text | intents",
    );
    check_manifest(
        "version: 1\nintents: [offer]\nnetworks: [myspace]",
        "galley.yaml:3:12 skill.unknown-value linkedin, x, facebook, instagram | networks | myspace",
    );
    check_manifest(
        "version: 1\nintents: [offer]\nstructure:\n  - move: joke\n    max-words: 3",
        "galley.yaml:4:11 skill.unknown-value hook, lead-fact, support, proof, steps, question, answer, terms, call-to-action, hashtags | move | joke",
    );
    check_manifest(
        "version: 1\nintents: [offer]\nstructure:\n  - move: hook\n    max-words: many",
        "galley.yaml:5:16 skill.wrong-type whole-number | text | max-words",
    );
    check_manifest(
        "version: 1\nintents: [offer]\nstructure: []",
        "galley.yaml:3:12 skill.no-moves",
    );
    check_manifest(
        "version: 1\nintents: [offer]\nslots:\n  - name: a\n  - name: a",
        "galley.yaml:5:11 skill.duplicate-slot a",
    );
    check_manifest(
        "version: 1\nintents: [offer]\nslots:\n  - name: a\n    required: yes",
        "galley.yaml:5:15 skill.wrong-type true-or-false | text | required",
    );
    check_manifest(
        "version: 1\nintents: [offer]\nlocked: [Prices]",
        "galley.yaml:3:10 skill.unknown-heading Test, When to use, Rules (locked), Finer, Examples | Prices",
    );
    check_manifest(
        "version: 1\nintents: [offer]\nchecks:\n  - max-words: 3\n    min-words: 1",
        "galley.yaml:4:5 skill.one-check-each max-words, min-words, max-sentence-words, max-first-sentence-words, max-hashtags, max-questions, max-exclamations, min-steps, has-number, starts-with-question, never",
    );
    check_manifest(
        "version: 1\nintent: [offer]",
        "galley.yaml:2:1 skill.unknown-key version, intents, networks, goal, slots, structure, locked, checks, examples, layout, provenance | intent",
    );
}

#[test]
fn a_file_of_ten_megabytes_is_refused_unread() {
    let big = format!("{SKILL_MD}{}", "x".repeat(10 * 1024 * 1024));
    check_error(&big, None, "SKILL.md:1:1 skill.too-large 262144 | 10485967");
}

#[test]
fn a_broken_skill_is_named_and_the_others_load() {
    let file = |folder, skill_md| SkillFiles {
        folder,
        skill_md,
        galley_yaml: None,
    };
    let (skills, errors) = load_all(&[
        file("mine/a", "---\nname: a\ndescription: x\n---\n"),
        file("mine/b/", "---\nname: b\n---\n"),
        file("mine/c", "---\nname: a\ndescription: y\n---\n"),
        file("mine/d", "---\nname: d\ndescription: z\n---\n"),
    ]);
    let names: Vec<_> = skills.iter().map(|skill| skill.name.as_str()).collect();
    assert_eq!(names, ["a", "d"]);
    let errors: Vec<_> = errors
        .iter()
        .map(|error| format!("{} {}", error.file, error.code))
        .collect();
    assert_eq!(
        errors,
        [
            "mine/b/SKILL.md skill.missing-key",
            "mine/c/SKILL.md skill.duplicate-name"
        ]
    );
}

#[test]
fn the_shipped_skills_load_and_keep_their_own_rules() {
    let (skills, errors) = load_all(SHIPPED);
    assert_eq!(errors, []);
    assert_eq!(skills.len(), 6);
    for skill in &skills {
        for heading in [
            "When to use",
            "Structure",
            "Rules",
            "Slots",
            "Examples",
            "Checks",
        ] {
            assert!(
                skill.section(heading).is_some_and(|text| !text.is_empty()),
                "{}: no section {heading}",
                skill.name
            );
        }
        assert!(!skill.goal.is_empty() && skill.examples.len() >= 2 && !skill.locked.is_empty());
        for example in &skill.examples {
            let failed: Vec<_> = skill
                .checks
                .iter()
                .filter_map(|check| check.failure(&example.text))
                .collect();
            if example.good {
                assert_eq!(failed, [], "the good example of {}", skill.name);
            }
            let body: String = skill
                .source
                .skill_md
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let words: Vec<_> = example.text.split_whitespace().collect();
            assert!(
                body.contains(&words.join(" ")),
                "SKILL.md and galley.yaml of {} give different examples",
                skill.name
            );
        }
    }
}

#[test]
fn no_labelled_brief_quotes_a_shipped_skill() {
    let (skills, _) = load_all(SHIPPED);
    let words = |text: &str| -> Vec<String> {
        crate::text::words(text)
            .map(|word| crate::text::fold(word.text))
            .collect()
    };
    let texts: Vec<String> = skills
        .iter()
        .map(|skill| format!(" {} ", words(&skill.source.skill_md).join(" ")))
        .collect();
    let sets = [
        include_str!("briefs.en.tsv"),
        include_str!("briefs.second.en.tsv"),
        include_str!("briefs.third.en.tsv"),
        include_str!("briefs.held-out.en.tsv"),
    ];
    for row in sets.into_iter().flat_map(str::lines) {
        let brief = words(row.split_once('\t').unwrap().1);
        for window in brief.windows(5) {
            let phrase = format!(" {} ", window.join(" "));
            assert!(
                !texts.iter().any(|text| text.contains(&phrase)),
                "quoted: {phrase}"
            );
        }
    }
}

#[test]
fn setting_a_default_changes_that_value_only() {
    let skill = good();
    let edited = skill.set_slot_default("task", "say \"hi\": now").unwrap();
    assert_eq!(
        edited.source.galley_yaml.as_deref(),
        Some(
            GALLEY_YAML
                .replace("\"plain\"", "\"say \\\"hi\\\": now\"")
                .as_str()
        )
    );
    assert_eq!(edited.source.skill_md, SKILL_MD);
    let bad = skill.set_slot_default("tone", "loud").unwrap_err();
    assert_eq!(bad.code, "skill.unknown-value");
    let bad = skill.set_slot_default("nothing", "x").unwrap_err();
    assert_eq!(bad.code, "skill.unknown-slot");
}

#[test]
fn setting_the_front_matter_changes_that_value_only() {
    let edited = good().set_front_matter("description", "It's new").unwrap();
    assert_eq!(
        edited.source.skill_md,
        SKILL_MD.replace("'Writes about tests'", "'It''s new'")
    );
    assert_eq!(edited.description, "It's new");
    let bad = good().set_front_matter("name", "Not A Name").unwrap_err();
    assert_eq!(bad.code, "skill.bad-name");
    let folded = SKILL_MD.replace(
        "'Writes about tests'  # kept",
        ">-\n  Writes\n  about tests",
    );
    let skill = parse(&folded, None).unwrap();
    assert_eq!(skill.description, "Writes about tests");
    let edited = skill.set_front_matter("description", "Short").unwrap();
    assert_eq!(
        edited.source.skill_md,
        SKILL_MD.replace("'Writes about tests'  # kept", "Short")
    );
}

#[test]
fn a_slot_without_a_default_gets_a_line_of_its_own() {
    let yaml = "version: 1\nintents: [offer]\nslots:\n  - name: a # first\n    required: true\n  - name: b\n    default:\n";
    let skill = parse(SKILL_MD, Some(yaml)).unwrap();
    let edited = skill.set_slot_default("a", "x").unwrap();
    assert_eq!(
        edited.source.galley_yaml.as_deref(),
        Some(
            yaml.replace("# first\n", "# first\n    default: x\n")
                .as_str()
        )
    );
    let edited = skill.set_slot_default("b", "z").unwrap();
    assert_eq!(
        edited.source.galley_yaml.as_deref(),
        Some(yaml.replace("default:\n", "default: z\n").as_str())
    );
}

#[test]
fn only_an_admin_edits_a_locked_section() {
    let skill = good();
    let at = SKILL_MD.find("Still rules").unwrap();
    let span = crate::text::Span::of(at..at + 5);
    let refused = skill
        .edit(SkillFile::SkillMd, span, "No", Role::Editor)
        .unwrap_err();
    assert_eq!(refused.code, "skill.locked");
    let edited = skill
        .edit(SkillFile::SkillMd, span, "No", Role::Admin)
        .unwrap();
    assert_eq!(
        edited.source.skill_md,
        SKILL_MD.replace("Still rules", "No rules")
    );
    let at = SKILL_MD.find("Always").unwrap();
    let span = crate::text::Span::of(at..at + 6);
    let edited = skill
        .edit(SkillFile::SkillMd, span, "Often", Role::Editor)
        .unwrap();
    assert_eq!(edited.section("When to use"), Some("Often."));
    let outside = crate::text::Span::of(0..SKILL_MD.len() + 9);
    let refused = skill
        .edit(SkillFile::SkillMd, outside, "", Role::Admin)
        .unwrap_err();
    assert_eq!(refused.code, "skill.bad-span");
}

fn brand() -> BrandProfile {
    BrandProfile {
        schema_version: 1,
        name: "Oven".into(),
        one_liner: String::new(),
        language: Language::English,
        audiences: vec!["home bakers".into()],
        website: None,
        hashtags: Vec::new(),
        rules: BrandRules::default(),
        kit: BrandKit::default(),
        identity: crate::brand::BrandIdentity::default(),
    }
}

#[test]
fn slots_are_filled_from_brief_and_brand_or_asked_for() {
    let (skills, _) = load_all(SHIPPED);
    let brief = Brief {
        text: "announce the rye loaf".into(),
        language: Language::English,
        networks: Vec::new(),
    };
    let intent = intent::read(&brief, &Known::default());
    let announcement = &skills[0];
    match fill(announcement, &intent, &brand(), &[]) {
        Filling::Missing(slot) => assert_eq!(slot.name, "change"),
        Filling::Filled(values) => panic!("filled without a fact: {values:?}"),
    }
    let mut skill = announcement.clone();
    skill.slots.retain(|slot| slot.source == SlotSource::Brief);
    let Filling::Filled(values) = fill(&skill, &intent, &brand(), &[]) else {
        panic!("the brief and the brand are enough");
    };
    let value = |text: &str, from| Filled {
        value: text.into(),
        from,
    };
    assert_eq!(values["subject"], value("rye loaf", FilledFrom::Brief));
    assert_eq!(values["audience"], value("home bakers", FilledFrom::Brand));
    assert!(!values.contains_key("call-to-action"));
}

proptest::proptest! {
    #[test]
    fn any_default_changes_its_own_bytes_and_reads_back(value in "\\PC{1,60}|[ -~\n\t]{1,60}") {
        let skill = good();
        if let Ok(edited) = skill.set_slot_default("task", &value) {
            let text = edited.source.galley_yaml.clone().unwrap();
            let (before, after) = GALLEY_YAML.split_once("\"plain\"").unwrap();
            proptest::prop_assert!(text.starts_with(before) && text.ends_with(after));
            proptest::prop_assert_eq!(edited.slots[0].default.as_deref(), Some(value.as_str()));
            let again = parse(&edited.source.skill_md, Some(&text)).unwrap();
            proptest::prop_assert_eq!(again, edited);
        } else {
            proptest::prop_assert!(value.trim().is_empty(), "refused {:?}", value);
        }
    }

    #[test]
    fn no_text_makes_reading_panic(md in "\\PC{0,80}", front in "[-a-z:\\[\\]{}&*!|>'\"#%@,\n\t ]{0,80}", yaml in "[-a-z:\\[\\]{}&*!|>'\"#%@,\n\t ]{0,80}") {
        let _ = parse(&md, Some(&yaml));
        let _ = parse(&format!("---\n{front}\n---\n{md}"), None);
        let _ = parse(SKILL_MD, Some(&yaml));
    }
}
