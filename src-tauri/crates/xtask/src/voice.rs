//! How well the voice score tells one author's texts from others', over corpora that lie outside the
//! repository, beside a character n-gram centroid in the same split.

use galley_domain::brand::BrandRules;
use galley_domain::brand::voice::VoiceProfile;
use galley_domain::drafting::seed::Seed;
use galley_domain::knowledge::delimited;
use galley_domain::language::{self, Language};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Texts a profile is measured on.
const PROFILE: usize = 50;
/// Held-out texts of an author at the most, and as many of all others together.
const HELD_OUT: usize = 40;
/// An author with fewer held-out texts is only one of the others.
const LEAST_HELD_OUT: usize = 10;
/// Letters of a group of the baseline.
const LETTERS: usize = 3;
/// Samples of authors behind an interval.
const SAMPLES: usize = 1_000;

const USAGE: &str = "cargo xtask voice [--seed N] [--words N] [--half first|second] [--mask] PATH…
  PATH: a folder with a folder an author, in it .txt files or a posts.csv; or a table with a column
        of authors (author, brand, screenname) and one of texts (text, post). Authors of the same
        name are one.
  --words N  cuts each text at the end of the paragraph after which it has N words
  --half     of the authors, by seed: constants are tuned on the first and reported on the second
  --mask     puts one word in the place of names that only one author uses";

/// Reads the corpora, measures each author's voice and prints the table.
pub(crate) fn evaluate(arguments: &[&str]) -> Result<String, String> {
    let asked = Asked::of(arguments)?;
    let mut authors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in &asked.paths {
        read(Path::new(path), &mut authors)?;
    }
    for texts in authors.values_mut() {
        for text in texts.iter_mut() {
            *text = cut(text, asked.words);
        }
        texts.retain(|text| text.split_whitespace().count() >= 5);
        let mut seen = BTreeSet::new();
        texts.retain(|text| seen.insert(text.clone()));
    }
    if asked.mask {
        mask(&mut authors);
    }
    let mut dice = Seed::new(asked.seed);
    for texts in authors.values_mut() {
        dice.shuffle(texts);
    }
    let mut whole: Vec<&str> = authors
        .iter()
        .filter(|(_, texts)| texts.len() >= PROFILE + LEAST_HELD_OUT)
        .map(|(author, _)| author.as_str())
        .collect();
    if whole.len() < 2 {
        return Err(format!(
            "fewer than two authors have {} different texts of five words or more",
            PROFILE + LEAST_HELD_OUT
        ));
    }
    dice.shuffle(&mut whole);
    let half = whole.len() / 2;
    match asked.half {
        Half::Both => {}
        Half::First => whole.truncate(half),
        Half::Second => drop(whole.drain(..half)),
    }
    let trials: Vec<Trial> = whole
        .iter()
        .map(|author| Trial::of(author, &authors, &mut dice))
        .collect();
    Ok(report(&trials, authors.len(), &mut dice))
}

enum Half {
    Both,
    First,
    Second,
}

struct Asked {
    seed: u64,
    words: usize,
    half: Half,
    mask: bool,
    paths: Vec<String>,
}

impl Asked {
    fn of(arguments: &[&str]) -> Result<Self, String> {
        let mut asked = Self {
            seed: 1,
            words: usize::MAX,
            half: Half::Both,
            mask: false,
            paths: Vec::new(),
        };
        let mut rest = arguments.iter();
        let number = |value: Option<&&str>| {
            value
                .and_then(|value| value.parse::<u64>().ok())
                .ok_or_else(|| USAGE.to_owned())
        };
        while let Some(argument) = rest.next() {
            match *argument {
                "--seed" => asked.seed = number(rest.next())?,
                "--words" => {
                    asked.words = usize::try_from(number(rest.next())?).unwrap_or(usize::MAX);
                }
                "--half" => {
                    asked.half = match rest.next() {
                        Some(&"first") => Half::First,
                        Some(&"second") => Half::Second,
                        _ => return Err(USAGE.to_owned()),
                    }
                }
                "--mask" => asked.mask = true,
                path if !path.starts_with('-') => asked.paths.push(path.to_owned()),
                _ => return Err(USAGE.to_owned()),
            }
        }
        if asked.paths.is_empty() {
            return Err(USAGE.to_owned());
        }
        Ok(asked)
    }
}

/// What came of one author.
struct Trial {
    author: String,
    /// Score of the voice and of the baseline, own texts first.
    own: Vec<(f64, f64)>,
    others: Vec<(f64, f64)>,
}

impl Trial {
    fn of(author: &str, authors: &BTreeMap<String, Vec<String>>, dice: &mut Seed) -> Self {
        let texts = &authors[author];
        let profile: Vec<&str> = texts[..PROFILE].iter().map(String::as_str).collect();
        let language = match language::detect(&profile.join("\n")) {
            Language::German => Language::German,
            _ => Language::English,
        };
        let voice = VoiceProfile::measure(&profile, language);
        let centroid = Centroid::of(&profile);
        let rules = BrandRules::default();
        let judge = |text: &str| {
            let score = voice.score(&rules, text).score.unwrap_or_default();
            (f64::from(score), centroid.nearness(text))
        };
        let mut others: Vec<&str> = Vec::new();
        let mut pools: Vec<Vec<&str>> = authors
            .iter()
            .filter(|(other, _)| *other != author)
            .map(|(_, texts)| {
                // Of an author with a profile only what is held out, so that no text is used twice.
                let from = if texts.len() > PROFILE { PROFILE } else { 0 };
                let mut pool: Vec<&str> = texts[from..].iter().map(String::as_str).collect();
                dice.shuffle(&mut pool);
                pool
            })
            .collect();
        dice.shuffle(&mut pools);
        while others.len() < HELD_OUT {
            let before = others.len();
            for pool in &mut pools {
                if others.len() < HELD_OUT {
                    others.extend(pool.pop());
                }
            }
            if others.len() == before {
                break;
            }
        }
        Self {
            author: author.to_owned(),
            own: texts[PROFILE..]
                .iter()
                .take(HELD_OUT)
                .map(|text| judge(text))
                .collect(),
            others: others.into_iter().map(judge).collect(),
        }
    }

    fn voice(&self) -> f64 {
        area(&self.own, &self.others, |scores| scores.0)
    }

    fn baseline(&self) -> f64 {
        area(&self.own, &self.others, |scores| scores.1)
    }
}

/// Area under the curve: how often an own text scores above another's; equal scores count half.
fn area(own: &[(f64, f64)], others: &[(f64, f64)], of: fn(&(f64, f64)) -> f64) -> f64 {
    let mut wins = 0.0;
    for mine in own.iter().map(of) {
        for other in others.iter().map(of) {
            wins += match mine.total_cmp(&other) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    wins / as_f64(own.len() * others.len())
}

fn report(trials: &[Trial], authors: usize, dice: &mut Seed) -> String {
    let own: usize = trials.iter().map(|trial| trial.own.len()).sum();
    let others: usize = trials.iter().map(|trial| trial.others.len()).sum();
    let mut out = format!(
        "{} profiles of {PROFILE} texts each, {authors} authors; {own} held-out own texts, {others} of others\n\n",
        trials.len()
    );
    let voice: Vec<f64> = trials.iter().map(Trial::voice).collect();
    let baseline: Vec<f64> = trials.iter().map(Trial::baseline).collect();
    let ahead: Vec<f64> = voice.iter().zip(&baseline).map(|(a, b)| a - b).collect();
    for (name, values) in [
        ("voice score", &voice),
        ("character 3-gram centroid", &baseline),
        ("difference", &ahead),
    ] {
        let (low, high) = interval(values, dice);
        let _ = writeln!(
            out,
            "{name:<26} AUC {:.3}  [{low:.3}, {high:.3}]",
            mean(values)
        );
    }
    let mut order: Vec<&Trial> = trials.iter().collect();
    order.sort_by(|a, b| a.voice().total_cmp(&b.voice()));
    out.push_str("\nweakest authors:");
    for trial in order.iter().take(5) {
        let _ = write!(
            out,
            " {} {:.2} ({:.2})",
            trial.author,
            trial.voice(),
            trial.baseline()
        );
    }
    out.push_str("\n\nscore      own  others  share that is the author's own\n");
    for floor in 0..10_u32 {
        let inside = |scores: &&(f64, f64)| {
            let at = scores.0.floor().min(9.0);
            (at - f64::from(floor)).abs() < 0.5
        };
        let own: usize = trials
            .iter()
            .map(|trial| trial.own.iter().filter(inside).count())
            .sum();
        let others: usize = trials
            .iter()
            .map(|trial| trial.others.iter().filter(inside).count())
            .sum();
        if own + others > 0 {
            let share = as_f64(own) / as_f64(own + others);
            let _ = writeln!(
                out,
                "{floor:>2} to {:<3} {own:>5} {others:>7}  {share:.2}",
                floor + 1
            );
        }
    }
    out.trim_end().to_owned()
}

/// Percentile interval of the mean over authors, 95 in 100.
fn interval(values: &[f64], dice: &mut Seed) -> (f64, f64) {
    let mut means: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let sample: Vec<f64> = values
                .iter()
                .map(|_| values[dice.below(values.len())])
                .collect();
            mean(&sample)
        })
        .collect();
    means.sort_by(f64::total_cmp);
    (means[SAMPLES / 40], means[SAMPLES - SAMPLES / 40 - 1])
}

/// The mean direction of texts in the space of their letter groups.
struct Centroid {
    weights: BTreeMap<String, f64>,
}

impl Centroid {
    fn of(texts: &[&str]) -> Self {
        let mut weights = BTreeMap::new();
        for text in texts {
            for (group, value) in direction(text) {
                *weights.entry(group).or_insert(0.0) += value;
            }
        }
        Self { weights }
    }

    /// Cosine times the centroid's length, which is the same for all texts.
    fn nearness(&self, text: &str) -> f64 {
        direction(text)
            .into_iter()
            .map(|(group, value)| value * self.weights.get(&group).copied().unwrap_or_default())
            .sum()
    }
}

fn direction(text: &str) -> BTreeMap<String, f64> {
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    for group in letters.windows(LETTERS) {
        *counts.entry(group.iter().collect()).or_insert(0.0) += 1.0;
    }
    for value in counts.values_mut() {
        *value = 1.0 + value.ln();
    }
    let length = counts
        .values()
        .map(|value| value * value)
        .sum::<f64>()
        .sqrt()
        .max(1.0);
    for value in counts.values_mut() {
        *value /= length;
    }
    counts
}

fn read(path: &Path, authors: &mut BTreeMap<String, Vec<String>>) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    if path.is_file() {
        let text = String::from_utf8_lossy(&fs::read(path).map_err(failed)?).into_owned();
        return table(path, &text, None, authors);
    }
    let mut folders: Vec<_> = fs::read_dir(path).map_err(failed)?.flatten().collect();
    folders.sort_by_key(fs::DirEntry::path);
    for folder in folders {
        if !folder.path().is_dir() {
            continue;
        }
        let author = folder.file_name().to_string_lossy().into_owned();
        let mut files: Vec<_> = fs::read_dir(folder.path())
            .map_err(failed)?
            .flatten()
            .collect();
        files.sort_by_key(fs::DirEntry::path);
        for file in files {
            let end = file.path().extension().map(|end| end.to_owned());
            let is = |wanted: &str| end.as_ref().is_some_and(|end| end == wanted);
            if !is("txt") && !is("csv") {
                continue;
            }
            let bytes = fs::read(file.path()).map_err(failed)?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if is("txt") {
                authors.entry(author.clone()).or_default().push(text);
            } else if file.file_name() == "posts.csv" {
                table(&file.path(), &text, Some(&author), authors)?;
            }
        }
    }
    Ok(())
}

fn table(
    path: &Path,
    text: &str,
    folder: Option<&str>,
    authors: &mut BTreeMap<String, Vec<String>>,
) -> Result<(), String> {
    let unfit = || format!("{}: no columns of authors and texts", path.display());
    let table = delimited::read(text).ok_or_else(unfit)?;
    let column = |names: &[&str]| {
        table
            .head
            .iter()
            .position(|cell| names.contains(&cell.text.to_lowercase().as_str()))
    };
    let author = column(&["author", "brand", "screenname"]);
    if author.is_none() && folder.is_none() {
        return Err(unfit());
    }
    let text = column(&["text", "post"]).ok_or_else(unfit)?;
    for record in &table.records {
        let named = author.map(|at| record.cells[at].text.clone());
        let Some(author) = named.or(folder.map(str::to_owned)) else {
            continue;
        };
        authors
            .entry(author)
            .or_default()
            .push(record.cells[text].text.clone());
    }
    Ok(())
}

fn cut(text: &str, words: usize) -> String {
    let mut kept = String::new();
    let mut count = 0;
    for line in text.lines() {
        if count >= words {
            break;
        }
        count += line.split_whitespace().count();
        kept.push_str(line.trim());
        kept.push('\n');
    }
    kept.trim().to_owned()
}

/// Names give an author away without any voice: a capitalized word, mention or hashtag that eight in ten
/// times stands in one author's texts becomes "Name", an address "https://example.org".
fn mask(authors: &mut BTreeMap<String, Vec<String>>) {
    let mut uses: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for (author, texts) in authors.iter() {
        for word in texts.iter().flat_map(|text| text.split_whitespace()) {
            if let Some(name) = name_in(word) {
                *uses
                    .entry(name.to_owned())
                    .or_default()
                    .entry(author)
                    .or_insert(0) += 1;
            }
        }
    }
    let own: BTreeSet<String> = uses
        .into_iter()
        .filter(|(_, by)| {
            let (all, most) = (
                by.values().sum::<usize>(),
                by.values().max().copied().unwrap_or(0),
            );
            all >= 3 && most * 10 >= all * 8
        })
        .map(|(name, _)| name)
        .collect();
    for text in authors.values_mut().flatten() {
        let masked: Vec<String> = text
            .split('\n')
            .map(|line| {
                let words: Vec<String> = line
                    .split(' ')
                    .map(|word| {
                        if word.contains("://") {
                            return "https://example.org".to_owned();
                        }
                        match name_in(word).filter(|name| own.contains(*name)) {
                            Some(name) => word.replace(name, "Name"),
                            None => word.to_owned(),
                        }
                    })
                    .collect();
                words.join(" ")
            })
            .collect();
        *text = masked.join("\n");
    }
}

/// The name that a word between spaces holds, without the signs around it.
fn name_in(word: &str) -> Option<&str> {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = bare
        .strip_suffix("'s")
        .or(bare.strip_suffix("’s"))
        .unwrap_or(bare);
    let called = word.contains('@') || word.contains('#');
    (called || bare.starts_with(char::is_uppercase))
        .then_some(bare)
        .filter(|bare| !bare.is_empty())
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / as_f64(values.len().max(1))
}

#[expect(clippy::cast_precision_loss, reason = "counts of texts")]
fn as_f64(count: usize) -> f64 {
    count as f64
}
