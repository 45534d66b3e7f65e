//! How often skill matching is right on the labelled briefs beside `skills::matching`, with Wilson
//! 95 % intervals. Run by `cargo run -p galley-domain --example matching_accuracy`. Arguments narrow it to
//! sets (`en`, `second`, `third`, `de`, `held-out`); `misses` lists what went wrong on the sets that are
//! tuned on, `all-misses` also on the one that is held out.
#![expect(clippy::print_stdout, reason = "printing is what this example is for")]

use galley_domain::drafting::Brief;
use galley_domain::drafting::intent::{self, Known};
use galley_domain::language::Language;
use galley_domain::networks::NetworkId;
use galley_domain::skills::matching::{Verdict, rank};
use galley_domain::skills::{SHIPPED, Skill, load_all};

const ENGLISH: &str = include_str!("../src/skills/briefs.en.tsv");
/// A second and a third set, each written after the cues had been tuned on the ones before it, then
/// tuned on as well. The second has briefs that say little outright.
const SECOND: &str = include_str!("../src/skills/briefs.second.en.tsv");
const THIRD: &str = include_str!("../src/skills/briefs.third.en.tsv");
/// Written last. No cue was changed for it: its figures are the ones to quote.
const HELD_OUT: &str = include_str!("../src/skills/briefs.held-out.en.tsv");
const GERMAN: &str = include_str!("../src/skills/briefs.de.tsv");

#[derive(Default)]
struct Tally {
    briefs: u32,
    first: u32,
    third: u32,
    used: u32,
    asked: u32,
    used_wrongly: u32,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = |word: &str| arguments.iter().any(|argument| argument == word);
    let (skills, errors) = load_all(SHIPPED);
    for error in &errors {
        println!("not loaded: {error}");
    }
    for (code, language, table) in [
        ("en", Language::English, ENGLISH),
        ("de", Language::German, GERMAN),
        ("second", Language::English, SECOND),
        ("third", Language::English, THIRD),
        ("held-out", Language::English, HELD_OUT),
    ] {
        if arguments.iter().any(|a| !a.contains("misses")) && !asked(code) {
            continue;
        }
        let (mut fitting, mut general) = (Tally::default(), Tally::default());
        for (line, row) in (1..).zip(table.lines()) {
            let Some((labels, text)) = row.split_once('\t') else {
                continue;
            };
            let tally = if labels == "general" {
                &mut general
            } else {
                &mut fitting
            };
            let missed = count(tally, labels, text, language, &skills);
            let listed = asked("all-misses") || (asked("misses") && code != "held-out");
            if let Some(missed) = missed.filter(|_| listed) {
                println!("{code}:{line} {missed}");
            }
        }
        report(&format!("{code}, five skills"), &fitting);
        report(&format!("{code}, none fits"), &general);
        report(&format!("{code}, all"), &fitting.and(&general));
    }
}

/// Counts one brief; gives what to print if the first choice is wrong or had to be asked for.
fn count(
    tally: &mut Tally,
    labels: &str,
    text: &str,
    language: Language,
    skills: &[Skill],
) -> Option<String> {
    let brief = Brief {
        text: text.to_owned(),
        language,
        networks: NetworkId::ALL.to_vec(),
    };
    let intent = intent::read(&brief, &Known::default());
    let found = rank(&intent, skills);
    let right = |skill: &str| labels.split('|').any(|label| label == skill);
    let (band, first) = match &found.verdict {
        Verdict::Use { choice } => ("use", choice.skill.as_str()),
        Verdict::Ask { choices } => ("ask", choices.first().map_or("", |c| &c.skill)),
        Verdict::General { choice } => ("general", choice.skill.as_str()),
    };
    tally.briefs += 1;
    tally.first += u32::from(right(first));
    tally.third += u32::from(found.ranked.iter().take(3).any(|c| right(&c.skill)));
    tally.used += u32::from(band == "use");
    tally.asked += u32::from(band == "ask");
    tally.used_wrongly += u32::from(band == "use" && !right(first));
    let goals: Vec<String> = intent
        .goals
        .iter()
        .take(4)
        .map(|goal| format!("{} {:.2}", goal.goal, goal.score))
        .collect();
    let confidence = found.ranked.first().map_or(0.0, |choice| choice.confidence);
    (!right(first) || band == "ask").then(|| {
        format!(
            "[{labels}] {band} {first} {confidence:.2} | {text} | {}",
            goals.join(", ")
        )
    })
}

fn report(name: &str, tally: &Tally) {
    let share = |right: u32| {
        let (low, high) = wilson(right, tally.briefs);
        let of = f64::from(right) / f64::from(tally.briefs.max(1));
        format!("{right}/{} = {of:.3} [{low:.3}, {high:.3}]", tally.briefs)
    };
    println!(
        "{name}: top-1 {}, top-3 {}, used {} ({} wrongly), asked {}",
        share(tally.first),
        share(tally.third),
        tally.used,
        tally.used_wrongly,
        tally.asked
    );
}

/// Wilson score interval at 95 % (Wilson 1927).
fn wilson(right: u32, all: u32) -> (f64, f64) {
    const Z: f64 = 1.959_964;
    if all == 0 {
        return (0.0, 1.0);
    }
    let n = f64::from(all);
    let p = f64::from(right) / n;
    let middle = p + Z * Z / (2.0 * n);
    let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    ((middle - spread) / scale, (middle + spread) / scale)
}

impl Tally {
    fn and(&self, other: &Self) -> Self {
        Self {
            briefs: self.briefs + other.briefs,
            first: self.first + other.first,
            third: self.third + other.third,
            used: self.used + other.used,
            asked: self.asked + other.asked,
            used_wrongly: self.used_wrongly + other.used_wrongly,
        }
    }
}
