//! Posts that go on as a page does: from where it tells of the topic, in its order.

use super::*;

const PEOPLE: &str = "# The people at the light\n\n\
    The light at Skerrow Point is looked after by nine people, and open to visitors from May.\n\n\
    ## The keeper\n\n\
    Our keeper was a bus driver for eleven years. In 2009 the bus garage closed and the light stood empty. \
    He painted the lantern room with his own hands and hung a bell by the door. Fourteen people came on the \
    first open day. Three of them still polish the lens.\n\n\
    ## The shop\n\n\
    The shop sells charts, tea towels and jam. The jam is made two doors down. Every Friday the shop gives \
    what is left to the lifeboat crew.\n";

const NEWS: &str = "# The new boat has crossed a thousand times\n\n\
    The old launch burned 62,000 litres of diesel a year. The new boat burns none. She cost 3 million \
    pounds, and the county paid half of it.\n\n\
    ## What went wrong\n\n\
    In November the charging arm froze, and for two days we sailed every second crossing. The arm has a \
    heated sleeve now, and has worked in every frost.\n";

fn texts(document: &str, brief: &str) -> Vec<String> {
    let case = Case::of("Skerrow Light", document, brief);
    let candidates = case.candidates(1);
    candidates
        .iter()
        .map(|candidate| candidate.versions[0].text.clone())
        .collect()
}

#[test]
fn a_story_is_told_from_the_section_that_tells_it_and_in_its_order() {
    for text in texts(PEOPLE, "The story of our keeper, warm, Facebook") {
        let order = [
            "Our keeper was a bus driver",
            "In 2009 the bus garage closed",
            "He painted the lantern room",
            "Fourteen people came",
        ];
        let places: Vec<usize> = order.iter().filter_map(|start| text.find(start)).collect();
        assert!(places.len() >= 2, "not the keeper's story:\n{text}");
        assert!(places.is_sorted(), "told backwards:\n{text}");
        assert!(!text.contains("jam"), "beside the point:\n{text}");
    }
}

#[test]
fn a_sentence_about_somebody_stands_behind_the_one_that_names_them() {
    for text in texts(PEOPLE, "The story of our keeper, warm, Facebook") {
        if text.contains("He painted") {
            assert!(text.contains("Our keeper was"), "who is he?\n{text}");
        }
    }
}

#[test]
fn news_that_no_sentence_says_is_said_by_the_title() {
    let texts = texts(
        NEWS,
        "Announce that the new boat has crossed a thousand times",
    );
    assert!(
        texts[0].starts_with("The new boat has crossed a thousand times.\n\nThe old launch burned"),
        "{}",
        texts[0]
    );
}

#[test]
fn a_heading_that_is_no_sentence_has_no_full_stop() {
    let page = "# Gift vouchers\n\nVouchers start at 45 euros and are valid for three years. You can buy \
        them in the shop. The voucher comes in a small box with a stamped tag.\n";
    let texts = texts(page, "Promote gift vouchers, Facebook");
    let titled = texts.iter().find(|text| text.starts_with("Gift vouchers"));
    let titled = titled.unwrap_or_else(|| panic!("no candidate has the title: {texts:?}"));
    assert!(titled.starts_with("Gift vouchers\n\n"), "{titled}");
}

#[test]
fn an_answer_does_not_go_on_to_another_question() {
    let page = "# Questions\n\n\
        **What happens if I break something you lent me?** Tell us, and you will not be charged for honest accidents.\n\n\
        **What do I bring to join?** One thing with your name on it. If you have no fixed address, a letter \
        from a support worker is fine.\n";
    for text in texts(
        page,
        "FAQ: what happens if I break something you lent? Facebook",
    ) {
        assert!(text.contains("honest accidents"), "no answer:\n{text}");
        assert!(!text.contains("fixed address"), "another answer:\n{text}");
    }
}
