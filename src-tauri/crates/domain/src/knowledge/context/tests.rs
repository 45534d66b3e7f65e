use super::*;
use crate::drafting::{Brief, intent};
use crate::ids::{DocumentId, EntryId};
use crate::language::Language;
use crate::networks::NetworkId;
use uuid::Uuid;

fn fact(id: u128, heading: &str, statement: &str) -> Fact {
    Fact {
        entry: EntryId(Uuid::from_u128(id)),
        text: statement.into(),
        document: DocumentId(Uuid::from_u128(1)),
        file: "page.md".into(),
        span: crate::text::Span { start: 0, end: 1 },
        subject: heading.into(),
        category: Category::Service,
        kind: EntryKind::Statement,
        entities: Vec::new(),
        question: None,
        headings: vec!["The shop".into(), heading.into()],
        form: StatementForm::Sentence,
        quoted: false,
        order: None,
        product: None,
        paragraph: 0,
        relevance: 0.5,
    }
}

fn check(brief: &str, hits: &[Fact], expect: &[u128]) {
    let brief = Brief {
        text: brief.into(),
        language: Language::English,
        networks: NetworkId::ALL.to_vec(),
    };
    let intent = intent::read(&brief, &intent::Known::default());
    let mut found: Vec<u128> = select(&intent, hits, Language::English, Budget::default())
        .iter()
        .map(|fact| fact.entry.0.as_u128())
        .collect();
    found.sort_unstable();
    assert_eq!(
        found, expect,
        "facts for {:?}, topics {:?}",
        brief.text, intent.topics
    );
}

#[test]
fn what_is_off_the_topic_stays_out_however_much_there_is() {
    let hits = [
        fact(1, "Brake pads", "Worn brake pads chew the rotor."),
        fact(
            2,
            "Brake pads",
            "Check your pads every 500 miles in winter.",
        ),
        fact(3, "Parking", "Parking on the square is free after noon."),
        fact(4, "Wheels", "A wheel is trued in twenty minutes."),
    ];
    check("How to look after brake pads", &hits, &[1, 2]);
    check("Announce the string quartet", &hits, &[]);
}

#[test]
fn what_is_said_twice_is_taken_once() {
    let hits = [
        fact(1, "Brake pads", "Worn brake pads chew the rotor."),
        fact(2, "Brake pads", "Worn brake pads will chew the rotor."),
    ];
    check("How to look after brake pads", &hits, &[1]);
}

#[test]
fn a_guide_on_writing_is_no_source_of_facts() {
    let hits = [
        fact(
            1,
            "How we write",
            "We write brake pads, never brake blocks.",
        ),
        fact(2, "Brake pads", "Worn brake pads chew the rotor."),
    ];
    check("How to look after brake pads", &hits, &[2]);
}

#[test]
fn a_word_in_passing_is_no_knowledge_of_the_topic() {
    let hits = [
        fact(1, "The roof", "The roof has 96 solar panels."),
        fact(2, "Weekends", "We open at nine at the weekend."),
    ];
    check("Announce the sauna weekend with the ice plunge", &hits, &[]);
}

#[test]
fn the_thing_that_a_brief_names_is_its_last_telling_word() {
    let named = |text: &str| {
        let brief = Brief {
            text: text.into(),
            language: Language::English,
            networks: NetworkId::ALL.to_vec(),
        };
        let intent = intent::read(&brief, &intent::Known::default());
        named_thing(&intent, Language::English).map(str::to_owned)
    };
    assert_eq!(
        named("our new goat milk soap range").as_deref(),
        Some("soap")
    );
    assert_eq!(
        named("Announce the string quartet").as_deref(),
        Some("quartet")
    );
    assert_eq!(named("our offers"), None);
}
