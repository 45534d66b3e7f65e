//! Ten guides in ten manners, as brand teams write them: what is taken from each, and nothing else.

use super::read;
use proptest::prelude::*;

/// Words that are never used, and pairs `good < bad, bad`.
fn check(text: &str, never: &str, prefer: &str) {
    let rules = read("voice.md", text);
    let listed = |list: &str| -> Vec<String> {
        let items = list.split('|').map(str::trim);
        items
            .filter(|item| !item.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let found: Vec<_> = rules.never.iter().map(|rule| rule.text.clone()).collect();
    assert_eq!(found, listed(never), "never-words");
    let found: Vec<_> = rules
        .prefer
        .iter()
        .map(|pair| format!("{} < {}", pair.text, pair.instead_of.join(", ")))
        .collect();
    assert_eq!(found, listed(prefer), "preferences");
}

#[test]
fn wrapped_prose_gives_words_and_pairs() {
    check(
        include_str!("guides/ferry-prose.md"),
        "customers | clients | guests | cruise | hassle-free | seamless | unforgettable | journey \
         | experience | adventure",
        "on board < onboard",
    );
}

#[test]
fn comma_lists_behind_labels_keep_what_is_not_quoted() {
    check(
        include_str!("guides/gym-lists.txt"),
        "smash | beast mode | no excuses | shred | feel the burn | summer body | extreme \
         | adrenaline junkie | conquer | hardcore | crush it | elite | newbie | guys | ladies \
         | man up | dude | just | simply | easy | warrior | tribe | journey",
        "",
    );
}

#[test]
fn columns_of_deeds_give_only_what_they_quote() {
    check(
        include_str!("guides/charity-columns.md"),
        "plight",
        "people who use the food bank < the needy, the poor | donate < give generously \
         | food bank < foodbank | volunteer < helper, angel | emergency parcel < hand-out \
         | people on low incomes < low-income families, the less fortunate",
    );
}

#[test]
fn pairs_in_every_form_are_read_and_advice_on_style_is_not() {
    check(
        include_str!("guides/software-pairs.md"),
        "please note",
        "sign in < log in | help < assist | workspace < account, tenant | email < e-mail \
         | choose < select | Settings < preferences | use < utilise | to < in order to",
    );
}

#[test]
fn german_prose_with_two_pairs_in_a_sentence_is_read() {
    check(
        include_str!("guides/weingut-prosa.md"),
        "Genussmoment | Gaumenfreude | exklusiv | edel | erlesen | Spitzenwein | günstig",
        "Lese < Ernte | Keller < Produktion | Riesling trocken < trockener Riesling",
    );
}

#[test]
fn german_lists_with_conditions_ban_nothing_for_good() {
    check(
        include_str!("guides/stadtwerke-liste.md"),
        "Kundinnen-Journey | im Zuge von | Energiewende-Champion | Wohlfühlstrom | Billigstrom \
         | Schnäppchen | Rabattschlacht",
        "Abschlag < Abschlagszahlung | Zähler < Messeinrichtung, Messstelle \
         | Störung < Störfall, Havarie | bis Freitag < zeitnah | Haushalt < Abnehmer",
    );
}

#[test]
fn text_pasted_from_a_word_processor_is_read() {
    check(
        include_str!("guides/optician-paste.txt"),
        "eyewear | optical solutions | vision journey | look amazing",
        "",
    );
}

#[test]
fn lists_inside_lists_belong_to_the_item_above_them() {
    check(
        include_str!("guides/brewery-nested.md"),
        "craft | artisan | artisanal | mouthfeel | drinkability | best | finest | greatest",
        "pub < venue, outlet",
    );
}

#[test]
fn ticks_and_crosses_make_pairs_of_words() {
    check(
        include_str!("guides/nursery-ticks.md"),
        "cute | adorable",
        "children < kids, kiddos | nursery < daycare, childminding | key person < babysitter",
    );
}

#[test]
fn a_memo_bans_in_whole_sentences() {
    check(
        include_str!("guides/lawfirm-memo.md"),
        "expert | specialist | leading | guarantee | guaranteed | best-in-class | trusted partner \
         | we are delighted to announce | inter alia | prima facie",
        "solicitor < attorney | firm < company | will < last will and testament",
    );
    let rules = read("voice.md", include_str!("guides/lawfirm-memo.md"));
    assert_eq!(rules.spelling, Some(crate::brand::Spelling::British));
}

#[test]
fn every_guide_is_known_as_one() {
    for text in [
        include_str!("guides/ferry-prose.md"),
        include_str!("guides/gym-lists.txt"),
        include_str!("guides/charity-columns.md"),
        include_str!("guides/software-pairs.md"),
        include_str!("guides/weingut-prosa.md"),
        include_str!("guides/stadtwerke-liste.md"),
        include_str!("guides/optician-paste.txt"),
        include_str!("guides/brewery-nested.md"),
        include_str!("guides/nursery-ticks.md"),
        include_str!("guides/lawfirm-memo.md"),
    ] {
        assert!(super::is_style_guide(text), "{:?}", text.lines().next());
    }
}

/// Pieces of guides, and what breaks programs.
const PIECES: &[&str] = &[
    "Never: ",
    "Don't use: ",
    "Banned – ",
    "Say ",
    "not ",
    ", not ",
    " rather than ",
    "Prefer ",
    " to ",
    "Instead of ",
    "cheap",
    "Günstig",
    "“",
    "”",
    "„",
    "\"",
    "'",
    "*",
    "**",
    "_",
    "`",
    "(",
    ")",
    "only when ",
    ", ",
    "; ",
    " / ",
    " or ",
    " – ",
    ": ",
    ". ",
    "\n",
    "\n\n",
    "\r\n",
    "- ",
    "  - ",
    "✅ ",
    "❌ ",
    "👎",
    "# ",
    "| Do | Don't |\n|---|---|\n",
    "|",
    " → ",
    "->",
    " but ",
    "nicht ",
    "sondern ",
    "İ",
    "ß",
    "e\u{301}",
    "\u{202e}",
    "We don't ",
    "are banned",
    "unless ",
    "No emoji. ",
    "Words to avoid:\n",
    "British English",
    "1. ",
    "\u{0}",
];

proptest! {
    #[test]
    fn any_guide_is_read_without_harm(
        pieces in prop::collection::vec(
            prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,6}"],
            0..40,
        ),
    ) {
        let text = pieces.concat();
        let rules = read("voice.md", &text);
        let sources = rules.never.iter().map(|rule| &rule.source)
            .chain(rules.prefer.iter().map(|pair| &pair.source));
        for source in sources {
            let span = source.as_ref().map(|source| source.span);
            prop_assert!(span.and_then(|span| span.slice(&text)).is_some(), "{rules:?} of {text:?}");
        }
        super::is_style_guide(&text);
    }
}

#[test]
fn long_hostile_guides_are_read() {
    for piece in [
        "“a”, ",
        "(",
        "()",
        "Never: a, ",
        "- a\n  - b:\n",
        "❌ a\n",
        "not “a” ",
        "| a | b |\n",
    ] {
        let text: String = piece.chars().cycle().take(50_000).collect();
        let rules = read("voice.md", &text);
        assert!(rules.never.len() <= 1, "{piece:?}: one word once");
    }
}
