//! The brand as its folder shows it: name, what it does, whom it speaks to.

use crate::style_rules;
use galley_app::ports::{FolderReading, ProposedProfile, ReadDocument};
use galley_domain::brand::{BrandIdentity, BrandKit, BrandProfile, SpeaksAs};
use galley_domain::knowledge::{Category, DocumentKind, EntityKind, EntryKind, StatementForm};
use galley_domain::language::Language;
use galley_domain::text::fold;
use std::collections::BTreeMap;
use std::path::Path;

/// Words in a title that are the page's and not the brand's.
const PAGE_TITLES: &[&str] = &[
    "about",
    "about us",
    "home",
    "welcome",
    "readme",
    "index",
    "company",
    "our company",
    "who we are",
    "our story",
    "contact",
    "faq",
    "changelog",
    "uber uns",
    "willkommen",
    "startseite",
    "unternehmen",
    "wir uber uns",
    "das sind wir",
    "team",
    "our team",
    "prices",
    "services",
    "leistungen",
    "products",
    "delivery",
];

/// Proposes a profile. A profile that the folder states wins; its rules are joined with those of the
/// guides on how the brand writes. `None` if the folder has no document at all.
pub(crate) fn propose(
    stated: Option<BrandProfile>,
    reading: &FolderReading,
    folder: &Path,
) -> Option<ProposedProfile> {
    if let Some(mut profile) = stated {
        profile.rules = std::mem::take(&mut profile.rules).merge(style_rules(reading));
        return Some(ProposedProfile {
            profile,
            name_from: "stated".to_owned(),
        });
    }
    let facts: Vec<&ReadDocument> = reading
        .documents
        .iter()
        .filter(|read| !read.no_facts)
        .collect();
    if reading.documents.is_empty() && reading.past_posts.is_empty() {
        return None;
    }
    let company = facts
        .iter()
        .filter(|read| read.document.kind != DocumentKind::Products)
        .max_by_key(|read| (about_company(read), std::cmp::Reverse(&read.document.file)));
    let heading = company.and_then(|read| brand_name(read, &facts));
    let folder_name = || {
        let real = folder.canonicalize();
        let real = real.as_deref().unwrap_or(folder);
        let name = real
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        capitalized(name.replace(['-', '_'], " ").trim())
    };
    let (name, name_from) = match heading {
        Some(name) => (name, "heading"),
        None => (folder_name(), "folder"),
    };
    let mut profile = BrandProfile {
        schema_version: 1,
        one_liner: company
            .and_then(|read| one_liner(read, &name))
            .unwrap_or_default(),
        audiences: company.map(|read| audiences(read)).unwrap_or_default(),
        website: website(&facts),
        language: language(reading),
        name,
        hashtags: hashtags(reading),
        rules: style_rules(reading),
        kit: BrandKit {
            logo: logo(reading),
            ..BrandKit::default()
        },
        identity: BrandIdentity::default(),
    };
    profile.rules.speaks_as = profile
        .rules
        .speaks_as
        .or_else(|| speaks_as(&facts, &profile.name));
    Some(ProposedProfile {
        profile,
        name_from: name_from.to_owned(),
    })
}

/// A document's title: its first heading, else the file's name without its ending.
pub(crate) fn title(text: &str, kind: DocumentKind, file: &str) -> String {
    let heading = (kind == DocumentKind::Markdown)
        .then(|| first_heading(text))
        .flatten();
    let stem = || {
        let name = file.rsplit('/').next().unwrap_or(file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        capitalized(stem.replace(['-', '_'], " ").trim())
    };
    let first_line = || {
        let line = text.lines().find(|line| !line.trim().is_empty())?.trim();
        let titled = line.chars().count() <= 80
            && !line.ends_with(['.', ':', '!', ',', ';'])
            && line.split_whitespace().count() <= 10;
        (kind == DocumentKind::Text && titled).then(|| line.to_owned())
    };
    heading.or_else(first_line).unwrap_or_else(stem)
}

fn first_heading(text: &str) -> Option<String> {
    let mut previous = "";
    let mut fenced = false;
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        let bare = trimmed.trim_start_matches('#');
        if bare.len() < trimmed.len() && bare.starts_with(' ') && trimmed.len() - bare.len() <= 6 {
            return Some(unmarked(bare));
        }
        let underline = trimmed.len() >= 3 && trimmed.chars().all(|c| c == '=');
        if underline && !previous.is_empty() {
            return Some(unmarked(previous));
        }
        previous = trimmed;
    }
    None
}

fn unmarked(heading: &str) -> String {
    let text = heading.trim().trim_end_matches('#').trim();
    let text = match (text.find('['), text.find("](")) {
        (Some(open), Some(close)) if open < close => {
            format!("{}{}", &text[..open], &text[open + 1..close])
        }
        _ => text.to_owned(),
    };
    text.replace(['*', '`'], "").trim().to_owned()
}

/// How much a document is about the company itself.
fn about_company(read: &ReadDocument) -> usize {
    let file = fold(&read.document.file);
    let title = fold(&read.document.title);
    let named = [
        "about",
        "uber-uns",
        "ueber-uns",
        "uber_uns",
        "company",
        "unternehmen",
        "story",
        "readme",
        "index",
        "home",
    ]
    .iter()
    .any(|word| file.contains(word) || title.contains(word));
    let entries = read
        .entries
        .iter()
        .filter(|entry| {
            entry.category == Category::Company && entry.form == StatementForm::Sentence
        })
        .count();
    let says = [
        "founded",
        "since ",
        "we are a",
        "is a small",
        "is a family",
        "wir sind ein",
        "seit 1",
        "seit 2",
        "gegründet",
        "our story",
        "family-run",
        "who we are",
    ]
    .iter()
    .filter(|cue| read.document.text.to_lowercase().contains(*cue))
    .count();
    let opens = read
        .document
        .text
        .get(..200)
        .unwrap_or(&read.document.text)
        .contains(&read.document.title);
    usize::from(named) * 12 + entries.min(8) + says * 4 + usize::from(opens)
}

/// The first heading, if it is the brand's name: not the page's title, and used in the text.
fn brand_name(company: &ReadDocument, facts: &[&ReadDocument]) -> Option<String> {
    let title = company.document.title.trim();
    let folded = fold(title);
    // "About Crumb & Kettle", "Welcome to Crumb & Kettle", "Crumb & Kettle: a bakery"
    let prefixes = ["about ", "welcome to ", "willkommen bei ", "uber "];
    let start = prefixes
        .iter()
        .find(|prefix| folded.starts_with(**prefix))
        .map_or(0, |prefix| prefix.chars().count());
    let rest: String = title.chars().skip(start).collect();
    let rest = rest
        .split([':', '|', '–', '—'])
        .next()
        .unwrap_or(&rest)
        .split(" - ")
        .next()
        .unwrap_or_default()
        .trim();
    let words = rest.split_whitespace().count();
    let is_page = PAGE_TITLES.contains(&fold(rest).as_str());
    if !is_page
        && (1..=5).contains(&words)
        && !rest.ends_with('?')
        && rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    {
        let in_text = facts
            .iter()
            .map(|read| read.document.text.matches(rest).count())
            .sum::<usize>();
        let looks_like_name = rest.split_whitespace().all(|word| {
            !word.starts_with(char::is_lowercase)
                || matches!(word, "of" | "and" | "the" | "und" | "&" | "für")
        });
        if in_text >= 2
            || looks_like_name && start > 0
            || looks_like_name
                && !["how", "our", "what", "why", "the story"]
                    .iter()
                    .any(|word| fold(rest).starts_with(word))
        {
            return Some(rest.to_owned());
        }
    }
    named_in_headings(company).or_else(|| frequent_name(facts))
}

/// "About Tidepool" may also stand above a section.
fn named_in_headings(company: &ReadDocument) -> Option<String> {
    let headings = company.entries.iter().flat_map(|entry| &entry.headings);
    headings
        .filter_map(|heading| {
            ["About ", "Welcome to ", "Über ", "Willkommen bei "]
                .iter()
                .find_map(|start| heading.strip_prefix(start))
        })
        .map(|name| name.trim_end_matches(['.', '!', ':']).trim())
        .find(|name| {
            let own = !PAGE_TITLES.contains(&fold(name).as_str())
                && !matches!(fold(name).as_str(), "us" | "uns" | "me" | "mich");
            own && name.split_whitespace().count() <= 4
                && name.starts_with(char::is_uppercase)
                && company.document.text.matches(name).count() >= 3
        })
        .map(str::to_owned)
}

/// The organization that the documents name most, if they name it often.
fn frequent_name(facts: &[&ReadDocument]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in facts
        .iter()
        .flat_map(|read| &read.entries)
        .filter(|entry| !entry.quoted)
    {
        for entity in entry
            .entities
            .iter()
            .filter(|entity| entity.kind == EntityKind::Organization)
        {
            *counts.entry(entity.text.as_str()).or_default() += 1;
        }
    }
    let (name, count) = counts
        .into_iter()
        .max_by_key(|(name, count)| (*count, std::cmp::Reverse(*name)))?;
    (count >= 3).then(|| name.to_owned())
}

/// The first sentence that says what the brand is or does.
fn one_liner(company: &ReadDocument, name: &str) -> Option<String> {
    let sentences = || {
        company.entries.iter().filter(|entry| {
            entry.kind == EntryKind::Statement
                && entry.form == StatementForm::Sentence
                && !entry.quoted
                && entry.statement.split_whitespace().count() <= 30
        })
    };
    let starts = |entry: &&galley_domain::knowledge::Entry| {
        let statement = entry.statement.as_str();
        statement.starts_with(name)
            || [
                "We are ",
                "We're ",
                "Wir sind ",
                "We make ",
                "We build ",
                "We help ",
            ]
            .iter()
            .any(|start| statement.starts_with(start))
    };
    sentences()
        .find(starts)
        .or_else(|| sentences().next())
        .map(|entry| entry.statement.clone())
}

/// "Site managers, groundworkers and small builders buy from us": the subjects of such sentences, and the
/// items below a heading that asks who.
fn audiences(company: &ReadDocument) -> Vec<String> {
    let mut found = Vec::new();
    let cues = [
        " buy from us",
        " rely on us",
        " come to us",
        " use it",
        " trust us",
        " order from us",
        " kaufen bei uns",
        " kommen zu uns",
        " vertrauen uns",
    ];
    for entry in company.entries.iter().filter(|entry| !entry.quoted) {
        if let Some((subject, _)) = cues.iter().find_map(|cue| entry.statement.split_once(cue)) {
            found.extend(list(subject));
        }
        if let Some((_, rest)) = [
            " made for ",
            " built for ",
            " designed for ",
            " is for ",
            " we work for ",
            "We work with ",
        ]
        .iter()
        .find_map(|cue| entry.statement.split_once(cue))
        {
            found.extend(list(rest.trim_end_matches('.')));
        }
    }
    found.truncate(6);
    found
}

fn list(text: &str) -> Vec<String> {
    let parts: Vec<String> = text
        .replace(" and ", ", ")
        .replace(" und ", ", ")
        .split(',')
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    let plain = |part: &String| {
        part.split_whitespace().count() <= 3
            && part
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
    };
    if parts.iter().all(plain) {
        parts.iter().map(|part| lowered(part)).collect()
    } else {
        Vec::new()
    }
}

fn website(facts: &[&ReadDocument]) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let contacts = facts
        .iter()
        .flat_map(|read| &read.entries)
        .flat_map(|entry| &entry.entities)
        .filter(|entity| {
            entity.kind == EntityKind::Contact
                && !entity.key.starts_with(|c: char| c.is_ascii_digit())
        });
    for entity in contacts {
        let host = entity.key.rsplit('@').next().unwrap_or(&entity.key);
        let host = host.split('/').next().unwrap_or(host);
        let is_mail_host = [
            "gmail.", "gmx.", "outlook.", "hotmail.", "icloud.", "yahoo.", "web.de",
        ]
        .iter()
        .any(|mail| host.starts_with(mail));
        if host.contains('.') && !is_mail_host {
            *counts.entry(host.to_owned()).or_default() += 1;
        }
    }
    let (host, _) = counts
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))?;
    Some(format!("https://{host}"))
}

/// The language that most of the folder's text is in.
fn language(reading: &FolderReading) -> Language {
    let mut bytes: BTreeMap<Language, usize> = BTreeMap::new();
    for read in &reading.documents {
        *bytes.entry(read.document.language).or_default() += read.document.text.len();
    }
    for post in &reading.past_posts {
        *bytes
            .entry(galley_domain::language::detect(&post.text))
            .or_default() += post.text.len();
    }
    bytes
        .into_iter()
        .max_by_key(|(language, bytes)| (*bytes, std::cmp::Reverse(*language)))
        .map_or(Language::English, |(language, _)| language)
}

/// Hashtags that the guide on writing names, then those that at least a fifth of the past posts carry, the
/// most frequent first.
fn hashtags(reading: &FolderReading) -> Vec<String> {
    let guides = reading.documents.iter().filter(|read| read.no_facts);
    let mut named: Vec<String> = Vec::new();
    for sentence in guides.flat_map(|read| read.document.text.split(['.', '\n', ';'])) {
        let refused = galley_domain::text::words(sentence)
            .any(|word| REFUSING.contains(&fold(word.text).as_str()));
        for tag in tags_in(sentence).filter(|_| !refused) {
            if !named.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
                named.push(tag.to_owned());
            }
        }
    }
    for tag in frequent(reading) {
        if !named.iter().any(|known| known.eq_ignore_ascii_case(&tag)) {
            named.push(tag);
        }
    }
    named.truncate(MOST_HASHTAGS);
    named
}

/// Most hashtags that a profile begins with.
const MOST_HASHTAGS: usize = 3;

/// Words by which a guide turns a hashtag down or shows one as an example.
const REFUSING: &[&str] = &[
    "never", "not", "no", "none", "isn't", "don't", "dont", "avoid", "instead", "like", "example",
    "nie", "nicht", "kein", "keine", "statt", "beispiel",
];

fn tags_in(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '#'))
        .filter(|word| word.starts_with('#') && word.chars().skip(1).any(char::is_alphabetic))
}

fn frequent(reading: &FolderReading) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for post in &reading.past_posts {
        let tags: std::collections::BTreeSet<&str> = tags_in(&post.text).collect();
        for tag in tags {
            *counts.entry(tag.to_owned()).or_default() += 1;
        }
    }
    let mut tags: Vec<(String, usize)> = counts
        .into_iter()
        .filter(|(_, count)| count * 5 >= reading.past_posts.len() && *count >= 2)
        .collect();
    tags.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    tags.into_iter().map(|(tag, _)| tag).collect()
}

fn logo(reading: &FolderReading) -> Option<String> {
    reading
        .pictures
        .iter()
        .find(|picture| {
            picture.media.kind == "image/svg+xml" && fold(&picture.media.name).contains("logo")
        })
        .map(|picture| picture.media.name.clone())
}

/// How the documents speak of the brand: "we", or by its name.
fn speaks_as(facts: &[&ReadDocument], name: &str) -> Option<SpeaksAs> {
    let count = |words: &[&str]| -> usize {
        facts
            .iter()
            .flat_map(|read| &read.entries)
            .filter(|entry| !entry.quoted)
            .filter(|entry| {
                words.iter().any(|word| {
                    entry
                        .statement
                        .split(|c: char| !c.is_alphanumeric())
                        .any(|own| own.eq_ignore_ascii_case(word))
                })
            })
            .count()
    };
    let (we, me) = (
        count(&["we", "our", "us", "wir", "uns", "unser", "unsere"]),
        count(&["I", "my", "ich", "mein", "meine"]),
    );
    let named = facts
        .iter()
        .flat_map(|read| &read.entries)
        .filter(|entry| !entry.quoted && entry.statement.starts_with(name))
        .count();
    match (we, me, named) {
        (0, 0, 0) => None,
        _ if me > we && me > named => Some(SpeaksAs::I),
        _ if named > we => Some(SpeaksAs::Name),
        _ => Some(SpeaksAs::We),
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        // "UK builders" keeps its capitals.
        Some(first) if chars.clone().next().is_some_and(char::is_lowercase) => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}
