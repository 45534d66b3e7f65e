use super::*;
use crate::ids::DocumentId;
use crate::knowledge::tokens::Vocabulary;
use crate::knowledge::{EntryKind, StatementForm, entailment};
use crate::language;
use proptest::prelude::*;

mod fixtures;

fn document(text: &str, kind: DocumentKind) -> Document {
    Document {
        id: DocumentId(Uuid::nil()),
        file: "page".to_owned(),
        kind,
        title: "Page".to_owned(),
        language: language::detect(text),
        text: text.to_owned(),
        sha256: String::new(),
    }
}

fn read_text(text: &str, kind: DocumentKind) -> (Document, Reading) {
    let document = document(text, kind);
    let mut next = 0_u128;
    let reading = read(&document, &["Country loaf"], &mut || {
        next += 1;
        Uuid::from_u128(next)
    });
    (document, reading)
}

/// The statements of a Markdown page with their form and kind.
fn check(text: &str, expect: &[(&str, StatementForm, EntryKind)]) {
    let (_, reading) = read_text(text, DocumentKind::Markdown);
    let found: Vec<_> = reading
        .entries
        .iter()
        .map(|entry| (entry.statement.as_str(), entry.form, entry.kind))
        .collect();
    assert_eq!(found, expect, "entries of {text:?}");
}

use EntryKind::{Answer, Item, Statement, Step};
use StatementForm::{Following, Fragment, NounPhrase, Reply, Sentence};

#[test]
fn a_line_that_ends_where_a_word_had_room_ends_by_intent() {
    check(
        "Sunday 18 January 2026, 11am to 4pm\nThe old baths, Easterby\nFree. Just turn up with a broken \
         thing that you cannot mend alone.",
        &[
            ("Sunday 18 January 2026, 11am to 4pm", Fragment, Statement),
            ("The old baths, Easterby", Fragment, Statement),
            (
                "Just turn up with a broken thing that you cannot mend alone.",
                Sentence,
                Statement,
            ),
        ],
    );
}

#[test]
fn markup_is_taken_out_and_the_span_keeps_it() {
    let text = "# Bread\n\nWe bake **eleven** kinds of [bread](/bread) in `two` ovens.";
    let (document, reading) = read_text(text, DocumentKind::Markdown);
    let entry = &reading.entries[0];
    assert_eq!(
        entry.statement,
        "We bake eleven kinds of bread in two ovens."
    );
    assert_eq!(
        entry.span.slice(&document.text),
        Some("# Bread\n\nWe bake **eleven** kinds of [bread](/bread) in `two` ovens.")
    );
}

#[test]
fn a_pronoun_right_below_its_heading_is_replaced_and_the_span_begins_there() {
    let text = "# Shop\n\n## Seeded rolls\n\nThey come in bags of six.\n";
    let (document, reading) = read_text(text, DocumentKind::Markdown);
    assert_eq!(
        reading.entries[0].statement,
        "Seeded rolls come in bags of six."
    );
    let raw = reading.entries[0]
        .span
        .slice(&document.text)
        .expect("a span");
    assert!(raw.starts_with("## Seeded rolls"), "{raw:?}");
    // Number does not agree: nothing is repaired.
    check("# Shop\n\n## Seeded rolls\n\nIt comes in a bag.", &[]);
}

#[test]
fn a_sentence_that_leans_is_kept_only_behind_its_neighbor() {
    check(
        "Our stollen rests for four weeks. It weighs 750 g.",
        &[
            ("Our stollen rests for four weeks.", Sentence, Statement),
            ("It weighs 750 g.", Following, Statement),
        ],
    );
    check("As mentioned above, it weighs 750 g.", &[]);
}

#[test]
fn running_text_is_kept_as_it_goes_on() {
    check(
        "# Open day\n\nThursday 16 October, 18:30, upstairs. It is free and lasts an hour. Got a puppy? Bring it.\n",
        &[
            ("Thursday 16 October, 18:30, upstairs.", Fragment, Statement),
            ("It is free and lasts an hour.", Following, Statement),
            ("Got a puppy?", Following, Statement),
            ("Bring it.", NounPhrase, Statement),
        ],
    );
}

#[test]
fn a_bold_lead_is_the_heading_of_its_paragraph() {
    let text = "# New\n\n**Ragged kale.** Won our trial. We sell it by the packet.\n";
    let (_, reading) = read_text(text, DocumentKind::Markdown);
    for entry in &reading.entries {
        assert_eq!(
            entry.headings,
            ["New", "Ragged kale"],
            "{}",
            entry.statement
        );
    }
    assert!(!reading.entries.is_empty());
}

#[test]
fn an_item_may_begin_small_and_a_number_is_no_negation() {
    check(
        "# Carpet cleaner, thing no. 0417\n\n- a lift to the café\n- easy steps with two handrails\n",
        &[
            ("A lift to the café", NounPhrase, Item),
            ("Easy steps with two handrails", Fragment, Item),
        ],
    );
}

#[test]
fn a_page_of_questions_has_its_answers_in_prose_too() {
    check(
        "# Questions at the quay\n\nWhat happens in bad weather? We stop when the wind is above force 8.\n",
        &[("We stop when the wind is above force 8.", Sentence, Answer)],
    );
}

#[test]
fn items_are_sentences_only_if_they_have_a_verb() {
    check(
        "# Bread\n\n- We never freeze our dough\n- No added sugar or yeast, ever\n- Free delivery\n",
        &[
            ("We never freeze our dough.", Sentence, Item),
            ("No added sugar or yeast, ever", Fragment, Item),
            ("Free delivery", NounPhrase, Item),
        ],
    );
}

#[test]
fn a_list_under_a_negation_states_nothing() {
    check("We never use:\n\n- palm oil\n- We bake with sugar.\n", &[]);
    check("## Not included\n\n- Travel to the airport\n", &[]);
}

#[test]
fn steps_keep_their_order_even_if_they_lean() {
    let text = "1. Make a small loop near the end.\n2. Pull it tight.\n";
    check(
        text,
        &[
            ("Make a small loop near the end.", Sentence, Step),
            ("Pull it tight.", Reply, Step),
        ],
    );
    let (_, reading) = read_text(text, DocumentKind::Markdown);
    let orders: Vec<_> = reading.entries.iter().map(|entry| entry.order).collect();
    assert_eq!(orders, [Some(1), Some(2)]);
}

#[test]
fn questions_are_read_in_all_their_forms() {
    for text in [
        "### Do you deliver?\n\nYes, we deliver within 3 miles.",
        "**Do you deliver?** Yes, we deliver within 3 miles.",
        "**Do you deliver?**\n\nYes, we deliver within 3 miles.",
        "Q: Do you deliver?\nA: Yes, we deliver within 3 miles.",
        "| Question | Answer |\n|---|---|\n| Do you deliver? | Yes, we deliver within 3 miles. |",
    ] {
        check(text, &[("We deliver within 3 miles.", Sentence, Answer)]);
        let (_, reading) = read_text(text, DocumentKind::Markdown);
        let question = reading.entries[0].question.as_deref();
        assert_eq!(question, Some("Do you deliver?"), "{text:?}");
    }
    check(
        "### How long does it take?\n\nAbout two days.",
        &[("About two days.", Reply, Answer)],
    );
}

#[test]
fn what_is_not_for_the_public_gives_neither_entries_nor_chunks() {
    let text = "# Shop\n\nWe bake bread.\n\n## Internal notes\n\nThe margin is 62 %.\n\n### More\n\nFlour costs us £0.94.\n\n## Bread\n\nINTERNAL: raise the price of rye.\n\nWe bake rolls too often.\n";
    let (document, reading) = read_text(text, DocumentKind::Markdown);
    let said: Vec<_> = reading
        .entries
        .iter()
        .map(|entry| entry.statement.as_str())
        .collect();
    assert_eq!(said, ["We bake bread.", "We bake rolls too often."]);
    for chunk in &reading.chunks {
        let raw = chunk.span.slice(&document.text).expect("a span");
        assert!(
            !raw.contains("62 %") && !raw.contains("0.94") && !raw.contains("raise"),
            "{raw:?}"
        );
    }
    for text in [
        "---\nstatus: draft\n---\n# Shop\n\nWe bake bread.",
        "# Shop (internal)\n\nWe bake bread.",
        "Internal use only.\n\nWe bake bread.",
    ] {
        let (_, reading) = read_text(text, DocumentKind::Markdown);
        assert_eq!(reading.role, DocumentRole::Internal, "{text:?}");
        assert!(reading.entries.is_empty() && reading.chunks.is_empty());
    }
    // A product may be internal too.
    check(
        "# Internal doors\n\nWe hang oak doors.",
        &[("We hang oak doors.", Sentence, Statement)],
    );
}

#[test]
fn customers_words_are_marked_as_quoted() {
    let (_, reading) = read_text(
        "## Reviews\n\n> The best rye in the county is sold here in Leeds.\n\n“We loved every roll,” said a guest.",
        DocumentKind::Markdown,
    );
    assert!(reading.entries.iter().all(|entry| entry.quoted));
    assert!(!reading.entries.is_empty());
}

#[test]
fn code_comments_images_and_deleted_text_say_nothing() {
    check(
        "<!-- We sell cakes. -->\n\n```\nWe sell code.\n```\n\n![We sell art.](a.png)\n\n~~We sell jam.~~ We sell bread.\n\n[Home](/) | [Shop](/shop) | [Help](/help)\n\nLast updated: May 2025\n\n- [ ] We sell tasks.\n",
        &[("We sell bread.", Sentence, Statement)],
    );
}

#[test]
fn entities_are_those_of_the_statement() {
    let (_, reading) = read_text(
        "The country loaf costs £4.60 and keeps for 5 days.",
        DocumentKind::Markdown,
    );
    let entry = &reading.entries[0];
    let keys: Vec<_> = entry
        .entities
        .iter()
        .map(|entity| entity.key.as_str())
        .collect();
    assert_eq!(keys, ["country loaf", "4.6 GBP", "5 day"]);
    assert_eq!(entry.subject, "country loaf");
}

#[test]
fn chunks_hold_at_most_512_tokens_and_share_sentences() {
    let text = "We bake one more loaf of bread for the town each day. ".repeat(200);
    let (_, reading) = read_text(&text, DocumentKind::Markdown);
    assert!(reading.chunks.len() > 3);
    for pair in reading.chunks.windows(2) {
        assert!(pair[0].tokens <= 512);
        let shared = Span {
            start: pair[1].span.start,
            end: pair[0].span.end,
        };
        let tokens = Vocabulary::minilm().count(shared.slice(&text).expect("a span"));
        assert!((80..=100).contains(&tokens), "{tokens} tokens are shared");
    }
}

#[test]
fn reading_twice_gives_the_same() {
    let text = fixtures::ALL[0].1;
    assert_eq!(
        read_text(text, DocumentKind::Markdown).1,
        read_text(text, DocumentKind::Markdown).1
    );
}

/// Whatever the text: spans fit, statements say no more than their spans, chunks cover the text.
fn hold(text: &str, kind: DocumentKind) -> Result<(), TestCaseError> {
    let (document, reading) = read_text(text, kind);
    for entry in &reading.entries {
        let raw = entry.span.slice(&document.text);
        prop_assert!(raw.is_some(), "span of {:?}", entry.statement);
        let raw = raw.unwrap_or_default();
        // A row's cells are held apart: "100,40 mm" are two numbers.
        let row = if entry.product.is_some() {
            raw.replace(
                [',', ';'],
                "
",
            ) + " £ € $"
        } else {
            String::new()
        };
        // In the entry's own language: the span alone may look like another one.
        let support = entailment::Support::in_language(&[raw, &row], entry.language);
        let more = support.unsupported(&entry.statement);
        prop_assert!(more.is_empty(), "{:?} says more: {more:?}", entry.statement);
        for entity in &entry.entities {
            prop_assert_eq!(
                entity.span.slice(&entry.statement),
                Some(entity.text.as_str())
            );
        }
        prop_assert!((0.0..=1.0).contains(&entry.confidence));
    }
    let mut covered = vec![false; text.len()];
    for chunk in &reading.chunks {
        prop_assert!(chunk.span.slice(text).is_some());
        prop_assert!(chunk.tokens as usize <= chunking::MAX_TOKENS);
        covered[chunk.span.range()].fill(true);
    }
    let has_internal = reading
        .notes
        .iter()
        .any(|note| note.code.ends_with("internal"));
    let open = text
        .char_indices()
        .find(|(at, c)| !c.is_whitespace() && !covered[*at]);
    prop_assert!(has_internal || open.is_none(), "{open:?} is in no chunk");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(300), ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,200}") {
        hold(&text, DocumentKind::Markdown)?;
        hold(&text, DocumentKind::Text)?;
        hold(&text, DocumentKind::Products)?;
    }

    #[test]
    fn any_mixture_of_markdown_is_read_without_harm(
        pieces in proptest::collection::vec(proptest::sample::select(fixtures::PIECES), 0..40),
    ) {
        let text = pieces.concat();
        hold(&text, DocumentKind::Markdown)?;
        hold(&text, DocumentKind::Text)?;
    }

    #[test]
    fn any_table_is_read_without_harm(
        cells in proptest::collection::vec(proptest::sample::select(fixtures::CELLS), 0..40),
    ) {
        let text = format!("name,price,unit,description\n{}", cells.concat());
        hold(&text, DocumentKind::Products)?;
    }
}

#[test]
fn a_minus_behind_a_sign_is_read_the_same_in_a_row_and_in_its_cell() {
    hold(
        "name,price,unit,description\nkg,;-4,60,",
        DocumentKind::Products,
    )
    .expect("the entry says what its row says");
}

#[test]
fn a_step_is_one_entry_with_its_bold_lead_and_all_its_sentences() {
    check(
        "# Close the month\n\n1. **Block three hours.** Put it on the calendar.\n\
         2. Book online. The list opens at 7am.\n",
        &[
            ("Block three hours. Put it on the calendar.", Sentence, Step),
            ("Book online. The list opens at 7am.", Sentence, Step),
        ],
    );
}
