use super::*;
use crate::brand::{SpeaksAs, Spelling};

mod guides;

fn never(text: &str) -> Vec<String> {
    read("voice.md", text)
        .never
        .into_iter()
        .map(|rule| rule.text)
        .collect()
}

fn prefer(text: &str) -> Vec<(String, Vec<String>)> {
    read("voice.md", text)
        .prefer
        .into_iter()
        .map(|preference| (preference.text, preference.instead_of))
        .collect()
}

fn required(text: &str) -> Vec<String> {
    read("voice.md", text)
        .required
        .into_iter()
        .map(|rule| rule.text)
        .collect()
}

fn check_never(text: &str, expect: &[&str]) {
    assert_eq!(never(text), expect, "never-words of {text:?}");
}

fn check_prefer(text: &str, expect: &[(&str, &[&str])]) {
    let expect: Vec<_> = expect
        .iter()
        .map(|(good, bad)| {
            (
                (*good).to_owned(),
                bad.iter().map(|bad| (*bad).to_owned()).collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(prefer(text), expect, "preferences of {text:?}");
}

fn check_required(text: &str, expect: &[&str]) {
    assert_eq!(required(text), expect, "required text of {text:?}");
}

const GUIDE: &str = "\
# How Northpine Coffee writes

We sound like the person behind the counter: calm, dry, useful.

## Tone

- Confident, not cocky.
- Friendly, never chummy.
- We explain; we don't lecture.

## Words

| Say | Instead of | Why |
|---|---|---|
| beans | product, SKU | it is coffee |
| roastery | production facility | |

We say “flat white”, never “flattie”. Use “guests”, not “customers”.

### Never

- “artisanal”
- game-changing
- passionate about
- Being pushy
- Jargon
- Exclamation marks

## Habits

- No emoji.
- Keep sentences under 18 words.
- Max two hashtags per post.
- Use contractions (we'll, you're, don't).
- British English.
- Speak as “we”, not the company name.

Every post ends with #NorthpineCoffee.

## Examples

Good: “Kettle on. The new Kenya is in.”
Bad: “We are thrilled to announce our amazing new product!”
";

#[test]
fn a_whole_guide_is_read() {
    check_never(GUIDE, &["artisanal", "game-changing", "passionate about"]);
    check_prefer(
        GUIDE,
        &[
            ("beans", &["product", "SKU"]),
            ("roastery", &["production facility"]),
            ("flat white", &["flattie"]),
            ("guests", &["customers"]),
        ],
    );
    check_required(GUIDE, &["#NorthpineCoffee"]);
    let rules = read("voice.md", GUIDE);
    assert_eq!(rules.emoji, Some(false));
    assert_eq!(rules.exclamation_marks, Some(false));
    assert_eq!(rules.max_sentence_words, Some(17));
    assert_eq!(rules.max_hashtags, Some(2));
    assert_eq!(rules.contractions, Some(true));
    assert_eq!(rules.spelling, Some(Spelling::British));
    assert_eq!(rules.speaks_as, Some(SpeaksAs::We));
    assert!(is_style_guide(GUIDE));
}

#[test]
fn every_rule_names_the_place_that_states_it() {
    let rules = read("voice.md", GUIDE);
    for rule in rules.never.iter().chain(&rules.required) {
        let source = rule
            .source
            .as_ref()
            .expect("a rule read from a file has a source");
        let stated = source.span.slice(GUIDE).expect("the span lies in the file");
        assert!(
            stated.contains(&rule.text),
            "{stated:?} states {:?}",
            rule.text
        );
    }
    for preference in &rules.prefer {
        let source = preference.source.as_ref().expect("a source");
        let stated = source.span.slice(GUIDE).expect("the span lies in the file");
        assert!(
            stated.contains(&preference.text),
            "{stated:?} states {:?}",
            preference.text
        );
    }
    let emoji = rules.stated["emoji"].span.slice(GUIDE);
    assert_eq!(emoji, Some("No emoji."));
}

#[test]
fn a_german_guide_is_read() {
    let guide = "\
So schreiben wir

Wörter, die wir nicht verwenden:
- innovativ
- „ganzheitlich“
- Lösungen

Wir sagen „Handwerk“, nicht „Manufaktur“. Statt „zeitnah“ schreiben wir „diese Woche“.

Keine Emojis. Höchstens drei Hashtags pro Beitrag. Sätze mit maximal 15 Wörtern.
Wir schreiben in der Wir-Form.

Jeder Beitrag endet mit „Gebaut in Kassel.“
";
    check_never(guide, &["innovativ", "ganzheitlich", "Lösungen"]);
    check_prefer(
        guide,
        &[("Handwerk", &["Manufaktur"]), ("diese Woche", &["zeitnah"])],
    );
    check_required(guide, &["Gebaut in Kassel."]);
    let rules = read("ton.txt", guide);
    assert_eq!(rules.emoji, Some(false));
    assert_eq!(rules.max_hashtags, Some(3));
    assert_eq!(rules.max_sentence_words, Some(15));
    assert_eq!(rules.speaks_as, Some(SpeaksAs::We));
    assert!(is_style_guide(guide));
}

#[test]
fn plain_text_without_bullets_is_read() {
    let guide = "TONE OF VOICE\n\nWORDS WE NEVER USE\nsynergy\nleverage\nworld-class, best in class\n\nUSE X NOT Y\nsite, not jobsite\n";
    check_never(
        guide,
        &["synergy", "leverage", "world-class", "best in class"],
    );
    assert!(is_style_guide(guide));
}

#[test]
fn lists_in_running_text_are_read() {
    check_never("Never say cheap or bargain.", &["cheap", "bargain"]);
    check_never(
        "We avoid words like “solution” and “ecosystem”.",
        &["solution", "ecosystem"],
    );
    check_never("Don't use the word synergy.", &["synergy"]);
    check_never(
        "Never: cheap, cheapest, budget",
        &["cheap", "cheapest", "budget"],
    );
    check_never(
        "**Avoid:** leverage, utilise, synergy.",
        &["leverage", "utilise", "synergy"],
    );
    check_never("Wir sagen nie „billig“.", &["billig"]);
    check_never(
        "**We don't say** \"excited to announce\".",
        &["excited to announce"],
    );
}

#[test]
fn advice_gives_no_never_words() {
    for text in [
        "Avoid jargon and buzzwords.",
        "Never promise a delivery we can't keep.",
        "Never say anything we can't prove.",
        "Don't use exclamation marks.",
        "## Avoid\n- Talking down to people\n- Long words where a short one will do\n- Sarcasm",
        "## Don't\n- Use slang\n- Make jokes about competitors\n- Shout",
        "Never use more than one emoji.",
        "Avoid long sentences, passive voice and clichés.",
        "Never cut mesh with a grinder on a wet slab.",
        "Avoid contact with skin.",
        "We never close on Saturdays.",
    ] {
        check_never(text, &[]);
    }
}

#[test]
fn examples_are_no_rules() {
    check_never("## Examples\n\nBad: Never say “cheap”.\n", &[]);
    check_prefer(
        "## Before and after\n\n| Before | After |\n|---|---|\n| We are excited | Here it is |\n",
        &[],
    );
    check_never("Bad example: “We leverage synergies.”", &[]);
}

#[test]
fn tables_of_every_heading_are_read() {
    check_prefer(
        "| Avoid | Use instead |\n|---|---|\n| utilise | use |\n| in order to | to |\n",
        &[("use", &["utilise"]), ("to", &["in order to"])],
    );
    check_prefer(
        "| ❌ | ✅ |\n|---|---|\n| purchase | buy |\n",
        &[("buy", &["purchase"])],
    );
    check_prefer(
        "| Statt | Besser |\n|---|---|\n| Kunden | Gäste |\n",
        &[("Gäste", &["Kunden"])],
    );
    check_never(
        "| Never | Why |\n|---|---|\n| cheapest | we are not |\n",
        &["cheapest"],
    );
    let rules = read(
        "v.md",
        "| Topic | Rule |\n|---|---|\n| Emoji | none |\n| Hashtags | max 3 |\n",
    );
    assert_eq!((rules.emoji, rules.max_hashtags), (Some(false), Some(3)));
}

#[test]
fn lists_of_pairs_are_read() {
    check_prefer(
        "## Words\n\n- site, not jobsite\n- fixers rather than installation teams\n- use → apply\n",
        &[
            ("site", &["jobsite"]),
            ("fixers", &["installation teams"]),
            ("apply", &["use"]),
        ],
    );
    check_prefer(
        "## Words to avoid\n\n- utilise (use “use”)\n- purchase – say buy\n",
        &[("use", &["utilise"]), ("buy", &["purchase"])],
    );
    check_prefer(
        "Don't say “cheap”. Say “good value”.",
        &[("good value", &["cheap"])],
    );
}

#[test]
fn several_pairs_and_lists_with_a_remark_are_read() {
    check_prefer(
        "Prefer plain verbs: \"use\" over \"leverage\", \"help\" over \"facilitate\".",
        &[("use", &["leverage"]), ("help", &["facilitate"])],
    );
    check_never(
        "Statt „hochwertig“ sagen wir, was es ist: Eiche, geölt.",
        &["hochwertig"],
    );
    check_never(
        "We are warm and we keep it that way in every single post.\nNever: cheap, budget unless asked, bargain",
        &["cheap", "bargain"],
    );
    check_never(
        "Don't start posts with \"We're thrilled\".",
        &["We're thrilled"],
    );
}

#[test]
fn required_text_is_text_and_not_a_wish() {
    check_required("Always include “Capital at risk.”", &["Capital at risk."]);
    check_required(
        "Every post must carry #CutToSize and #NextDay.",
        &["#CutToSize", "#NextDay"],
    );
    check_required(
        "Every post ends with this line:\n\n> Drink responsibly.\n",
        &["Drink responsibly."],
    );
    check_required(
        "## Legal line\n\nCapital at risk. Not advice.\n",
        &["Capital at risk. Not advice."],
    );
    check_required("Every post ends with a question.", &[]);
    check_required("## Must\n\n- Every price says \"ex VAT\".", &[]);
    check_required("Always say “cut to size”.", &[]);
    check_required("When you mention a price, always add “ex VAT”.", &[]);
    check_required("Always use metric units.", &[]);
    check_required(
        "Jeder Beitrag endet mit #GebautInKassel.",
        &["#GebautInKassel"],
    );
}

#[test]
fn documents_on_other_things_are_no_guides() {
    for text in [
        "# Delivery\n\nOrder by 2 pm. Never leave mesh on wet ground. Use spacers, not bricks.\n",
        "# About us\n\nWe cut mesh. We avoid waste.\n\n## Contact\nCall us.\n",
        "# How to lay mesh\n\n1. Always wear gloves.\n2. Don't cut on site.\n",
        "",
    ] {
        assert!(!is_style_guide(text), "{text:?} is no guide");
    }
    assert!(is_style_guide("# Tone of voice\n\nBe warm."));
    assert!(is_style_guide(
        "No emoji. Sentences under 20 words. We never say “cheap”."
    ));
}

#[test]
fn merging_keeps_the_first_word_on_single_settings() {
    let first = read("a.md", "No emoji. Never say “cheap”.");
    let second = read(
        "b.md",
        "Emoji are welcome. Never say “Cheap” or “bargain”. Keep sentences under 15 words.",
    );
    let merged = first.merge(second);
    assert_eq!(merged.emoji, Some(false));
    assert_eq!(merged.max_sentence_words, Some(14));
    let words: Vec<_> = merged.never.iter().map(|rule| rule.text.as_str()).collect();
    assert_eq!(words, ["cheap", "bargain"]);
    assert_eq!(merged.stated["emoji"].file, "a.md");
}

#[test]
fn a_hard_stop_is_the_longest_sentence_and_an_example_in_brackets_is_no_demand() {
    let rules = read(
        "voice.md",
        "- Sentences: aim for 14 words. Hard stop at 25.\n",
    );
    assert_eq!(rules.max_sentence_words, Some(25));
    let rules = read(
        "voice.md",
        "One exclamation mark a month, and it's been used.\n",
    );
    assert_eq!(rules.exclamation_marks, Some(false));
    check_required(
        "- Numbers always with a source or a period (\"in Q2 2025\").\n",
        &[],
    );
}

#[test]
fn what_sets_a_condition_or_explains_is_no_word() {
    for text in [
        "## Never\n\n- green, sustainable without proof",
        "Don't use: sustainable, climate neutral unless we can prove it",
        "## Don't\n\n- Photos of faces",
        "Don't: shout, beg, promise refunds",
        "Please don't: shout, beg, panic",
        "We never rush – good bread takes time.",
        "We never rush: good bread takes time.",
        "We avoid waste - offcuts, pallets and water go back.",
        "## Tone\n\nWe don't “sell”, we help.",
    ] {
        check_never(text, &[]);
    }
    for text in [
        "Say “sessions”, not “classes”, unless it is a lesson.",
        "Say what it does, not how it works.",
        "Write for the reader, never for us.",
        "Write times as 06:45, not 6.45am.",
        "| Do | Don't |\n|---|---|\n| Thank by name | Beg |\n",
        "❌ Beg\n❌ We are thrilled to announce it.\n",
    ] {
        check_prefer(text, &[]);
    }
    check_never(
        "## Words to avoid\n\n- mouthfeel: say how it feels",
        &["mouthfeel"],
    );
}

#[test]
fn a_list_may_mix_quoted_and_bare_words() {
    check_never(
        "Don't use: smash, \"no pain, no gain\", shred (it hurts); beast mode.",
        &["smash", "no pain", "no gain", "shred", "beast mode"],
    );
    check_never("We sail; we don't “cruise”.", &["cruise"]);
    check_never(
        "## Never\n\n- must-have\n- on-trend\n- guilt-free\n- all-caps\n",
        &["must-have", "on-trend", "guilt-free"],
    );
    check_prefer(
        "Prefer \"sign in\" to \"log in\".",
        &[("sign in", &["log in"])],
    );
    check_prefer(
        "Nicht „Anwalt“, sondern „Kanzlei“.",
        &[("Kanzlei", &["Anwalt"])],
    );
}

#[test]
fn what_to_say_is_not_banned_with_what_it_is_never_called() {
    check_never(
        "We say \"we\" for the company and \"Tenon\" for the product, and we never call it a platform.",
        &[],
    );
    check_never("Never call it a “platform”.", &["platform"]);
}

#[test]
fn how_something_is_written_is_no_text_of_every_post() {
    let text = "## Must\n\n- Commands are written as they are typed: `tenon why`.\n";
    assert_eq!(required(text), Vec::<String>::new());
}

#[test]
fn a_network_without_hashtags_leaves_them_to_the_others() {
    let rules = read(
        "voice.md",
        "## Hashtags\n\nOn Instagram we use three to five hashtags. LinkedIn and X get no hashtags.\n\n\
         ## Sentences\n\nSentences may be long. Try to stay below 38 words.\n",
    );
    assert_eq!((rules.use_hashtags, rules.max_hashtags), (None, Some(5)));
    assert_eq!(
        rules.hashtag_networks,
        Some(vec![NetworkId::Facebook, NetworkId::Instagram])
    );
    assert_eq!(rules.max_sentence_words, Some(37));
}
