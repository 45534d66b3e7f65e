//! The context step: what the folder has on a brief, and what has to be asked about it first.

use super::{HITS, StartDraftIn, facts, profile};
use crate::error::Result;
use crate::ports::{Ports, SearchFilter};
use crate::runs::{StepCx, StepOutcome, answer, done};
use galley_domain::drafting::{Advisory, Brief, Drafted, Intent, advice, doubts};
use galley_domain::ids::{DocumentId, EntryId};
use galley_domain::knowledge::context::{self, Budget};
use galley_domain::knowledge::{Entry, EntryKind, Fact, ProductFacts, number_paragraphs};
use galley_domain::language::Language;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Pages that are read whole beside the hits.
const PAGES: usize = 3;

/// Most entries that such a page may add.
const SHORT_PAGE: usize = 80;

/// The relevance of what search did not find: above [`context::BASIC_RELEVANCE`], below every hit.
const BESIDE: f32 = 0.1;

/// What the context step leaves.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Found {
    /// What search found.
    pub(super) hits: Vec<Fact>,
    /// What of it may be used.
    pub(super) facts: Vec<Fact>,
    /// Where the brand's name stands.
    pub(super) brand: Option<Fact>,
}

/// Searches for what the brief is about, and asks where something about its products is in doubt.
pub(super) fn find_facts(cx: StepCx<'_>) -> Result<StepOutcome> {
    let brief: Brief = cx.output("brief")?;
    let intent: Intent = cx.output("intent")?;
    let mut lists = vec![facts(cx.ports, &brief.text, HITS)?];
    for topic in intent.topics.iter().chain(&intent.products).take(6) {
        lists.push(facts(cx.ports, topic, HITS)?);
    }
    let mut hits = context::fuse(&lists);
    let input: StartDraftIn = cx.input()?;
    if let Some(advisory) = doubt(cx.ports, &brief, &intent, &input)? {
        return answer(&Drafted::Advisory { advisory });
    }
    hits.retain(|fact| is_wanted(&input, fact));
    if let Some(advisory) = advice::unknown_product(&brief.text, &intent, &hits) {
        return answer(&Drafted::Advisory { advisory });
    }
    let mut hits = with_pages(cx.ports, hits)?;
    hits.retain(|fact| is_wanted(&input, fact));
    let pages: BTreeSet<DocumentId> = hits.iter().map(|fact| fact.document).collect();
    for page in pages {
        number_paragraphs(&mut hits, page, &cx.ports.store.document(page)?.text);
    }
    // What stands nowhere in the folder is unknown to it, however much it has of the words beside it.
    let language = language(&cx)?;
    let unheard = match context::named_thing(&intent, language) {
        Some(thing) => {
            let found = cx
                .ports
                .index
                .search_chunks(thing, &SearchFilter::default(), 1)?;
            found.is_empty() && !context::is_known_by_another_name(&intent, &hits, language)
        }
        None => false,
    };
    let facts = if unheard {
        Vec::new()
    } else {
        context::select(&intent, &hits, language, Budget::default())
    };
    done(&Found {
        brand: brand_fact(cx.ports)?,
        facts,
        hits,
    })
}

/// The language that the posts are written in: what the caller asked for, else the brand's own.
fn language(cx: &StepCx<'_>) -> Result<Language> {
    let input: StartDraftIn = cx.input()?;
    match input.language {
        Some(language) => Ok(language),
        None => Ok(profile(cx.ports)?.language),
    }
}

fn is_wanted(input: &StartDraftIn, fact: &Fact) -> bool {
    !input.without.contains(&fact.entry) && input.wishes.allows(fact)
}

/// What has to be asked about the products of the brief, unless it was answered.
fn doubt(
    ports: &Ports,
    brief: &Brief,
    intent: &Intent,
    input: &StartDraftIn,
) -> Result<Option<Advisory>> {
    let named = &intent.products;
    if named.is_empty() {
        return Ok(None);
    }
    let rows = ports.store.entries_of(EntryKind::Product)?;
    let rows: Vec<Fact> = rows
        .iter()
        .filter(|(entry, _)| !input.without.contains(&entry.id))
        .map(|(entry, file)| Fact::of(entry, file, 1.0))
        .collect();
    let products: Vec<ProductFacts> = rows.iter().filter_map(|row| row.product.clone()).collect();
    let is_open = |code: &str| !input.settled.iter().any(|settled| settled == code);
    let (skills, _) = crate::skills::load(ports);
    let skills: Vec<&str> = skills.iter().map(|skill| skill.name.as_str()).collect();
    let goal = input.skill.as_deref().unwrap_or(&intent.goal);
    let missing = is_open(doubts::OUT_OF_STOCK)
        .then(|| doubts::out_of_stock(&brief.text, goal, named, &products, &skills))
        .flatten();
    Ok(missing.or_else(|| {
        is_open(doubts::TWO_PRICES)
            .then(|| doubts::two_prices(&brief.text, named, &rows))
            .flatten()
    }))
}

/// The hits, and what else stands on the pages that most of them are from: a sentence without a word of
/// the brief, or a how-to's other steps, may carry what is on the topic.
fn with_pages(ports: &Ports, mut hits: Vec<Fact>) -> Result<Vec<Fact>> {
    let mut pages: BTreeMap<DocumentId, f32> = BTreeMap::new();
    for fact in &hits {
        // The square makes one page that has it all outweigh a page with many weak hits.
        *pages.entry(fact.document).or_insert(0.0) += fact.relevance * fact.relevance;
    }
    let mut pages: Vec<_> = pages.into_iter().collect();
    // The page of the best hit is one of them, however many weak hits others have.
    let best = hits.first().map(|fact| fact.document);
    pages.sort_by(|left, right| {
        let first = |page: &(DocumentId, f32)| best == Some(page.0);
        first(right)
            .cmp(&first(left))
            .then(right.1.total_cmp(&left.1))
            .then(left.0.cmp(&right.0))
    });
    let known: BTreeSet<EntryId> = hits.iter().map(|fact| fact.entry).collect();
    for (page, _) in pages.into_iter().take(PAGES) {
        let entries = ports.store.entries_in(page, None)?;
        let near = |entry: &Entry| {
            entries.len() <= SHORT_PAGE
                || hits
                    .iter()
                    .any(|fact| fact.document == page && fact.headings == entry.headings)
        };
        let beside: Vec<Fact> = entries
            .iter()
            .filter(|(entry, _)| !known.contains(&entry.id) && near(entry))
            .take(SHORT_PAGE)
            .map(|(entry, file)| Fact::of(entry, file, BESIDE))
            .collect();
        hits.extend(beside);
    }
    Ok(hits)
}

/// A fact whose statement names the brand, for sentences that name it.
fn brand_fact(ports: &Ports) -> Result<Option<Fact>> {
    let name = profile(ports)?.name;
    let found = facts(ports, &name, HITS)?;
    Ok(found
        .into_iter()
        .find(|fact| !name.is_empty() && fact.text.contains(&name)))
}
