//! Product rows: a table with a name and a price, in a file of its own or inside a page.

use super::grammar;
use crate::knowledge::delimited::Record;
use crate::knowledge::{ProductDetail, ProductFacts, StatementForm};
use crate::language::Language;
use crate::text::fold;

/// Which column holds what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductColumns {
    pub name: usize,
    pub price: usize,
    pub unit: Option<usize>,
    pub availability: Option<usize>,
    pub description: Option<usize>,
    /// What kind of thing the name's head says it is ("plan"), where names alone do not.
    pub noun: Option<&'static str>,
    /// What the price's head says about the currency: "£" for "price_gbp" and "Price (£)".
    pub currency: Option<&'static str>,
}

/// Finds the columns of a product table by their heads; `None` if there is no name or no price.
pub fn product_columns(head: &[&str]) -> Option<ProductColumns> {
    let folded: Vec<String> = head.iter().map(|name| fold(name.trim())).collect();
    let words = |at: usize| -> Vec<&str> {
        folded[at]
            .split(|c: char| !c.is_alphanumeric() && !matches!(c, '£' | '€' | '$'))
            .filter(|word| !word.is_empty())
            .collect()
    };
    let find = |names: &[&str]| {
        // The order of the names is their rank: "product" before "item".
        names
            .iter()
            .find_map(|name| (0..folded.len()).find(|at| words(*at).contains(name)))
    };
    let price = find(&[
        "price",
        "preis",
        "verkaufspreis",
        "bruttopreis",
        "cost",
        "rrp",
        "price_gbp",
        "kosten",
        "amount",
        "eur",
        "gbp",
        "usd",
    ])?;
    let name = find(&[
        "name",
        "product",
        "produkt",
        "title",
        "titel",
        "artikel",
        "item",
        "bezeichnung",
        "produktname",
        "work",
        "leistung",
        "service",
        "plan",
        "ticket",
        "workshop",
        "tarif",
    ])
    .filter(|at| *at != price)?;
    let other = |names: &[&str]| find(names).filter(|at| *at != price && *at != name);
    let currency = [
        ("£", ["£", "gbp", "pounds"]),
        ("€", ["€", "eur", "euro"]),
        ("$", ["$", "usd", "dollars"]),
    ]
    .into_iter()
    .find(|(_, marks)| words(price).iter().any(|word| marks.contains(word)))
    .map(|(sign, _)| sign);
    Some(ProductColumns {
        name,
        price,
        unit: other(&["unit", "per", "einheit", "uom"]),
        availability: other(&[
            "availability",
            "available",
            "verfugbarkeit",
            "verfugbar",
            "lieferzeit",
            "status",
        ]),
        noun: [
            "plan",
            "ticket",
            "workshop",
            "course",
            "membership",
            "package",
        ]
        .into_iter()
        .find(|noun| words(name).contains(noun)),
        description: other(&[
            "description",
            "beschreibung",
            "details",
            "about",
            "text",
            "summary",
            "notes",
        ]),
        currency,
    })
}

/// The parts of a row. `None` if it has no name.
pub(super) fn facts(
    cells: &[&str],
    head: &[&str],
    columns: &ProductColumns,
) -> Option<ProductFacts> {
    let cell = |at: usize| {
        cells
            .get(at)
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    };
    let name = cell(columns.name)?;
    let optional = |at: Option<usize>| at.and_then(cell).map(str::to_owned);
    let known = [
        Some(columns.name),
        Some(columns.price),
        columns.unit,
        columns.availability,
        columns.description,
    ];
    let details = (0..cells.len())
        .filter(|at| !known.contains(&Some(*at)))
        .filter_map(|at| {
            Some(ProductDetail {
                name: head.get(at)?.trim().to_owned(),
                value: cell(at)?.to_owned(),
            })
        })
        .collect();
    Some(ProductFacts {
        name: match columns.noun {
            Some(noun) if !fold(name).contains(noun) && name.split_whitespace().count() <= 3 => {
                format!("{name} {noun}")
            }
            _ => name.to_owned(),
        },
        price: cell(columns.price).map(|price| price_text(price, columns.currency)),
        unit: optional(columns.unit),
        availability: optional(columns.availability),
        description: optional(columns.description),
        details,
    })
}

/// A typed sentence made of the row's cells, or a fragment where grammar is not sure.
pub(super) fn statement(
    product: &ProductFacts,
    language: Language,
) -> Option<(String, StatementForm)> {
    let price = product.price.as_deref()?;
    let has_currency = price.contains(['£', '€', '$', '¥'])
        || price
            .split_whitespace()
            .any(|word| matches!(word, "GBP" | "EUR" | "USD" | "CHF" | "Euro"));
    let name = &product.name;
    let size = product
        .details
        .iter()
        .find(|detail| {
            matches!(
                fold(&detail.name).as_str(),
                "size" | "dimensions" | "grosse" | "masse" | "format"
            )
        })
        .filter(|detail| {
            detail.value.chars().count() <= 30
                && detail.value.contains(|c: char| c.is_ascii_digit())
                && !name.contains(&detail.value)
        })
        .map(|detail| format!(" ({})", detail.value))
        .unwrap_or_default();
    let unit = unit_text(product, price, language);
    if !has_currency || !price.contains(|c: char| c.is_ascii_digit()) {
        let fragment = format!("{name}{size}: {price}{unit}");
        return Some((fragment, StatementForm::Fragment));
    }
    let sentence = match language {
        Language::English => english(name, &size, &pointed(price), &unit),
        Language::German => german(name, &size, price, &unit),
        Language::Other => None,
    };
    Some(match sentence {
        Some(sentence) => (sentence, StatementForm::Sentence),
        None => (
            format!("{name}{size}: {price}{unit}"),
            StatementForm::Fragment,
        ),
    })
}

/// The cells of a record as text.
pub(super) fn texts(record: &Record) -> Vec<&str> {
    record.cells.iter().map(|cell| cell.text.as_str()).collect()
}

fn english(name: &str, size: &str, price: &str, unit: &str) -> Option<String> {
    if name.contains([',', '(', '/', ':', ';', '–', '—', '+', '&']) || name.contains(" - ") {
        return None;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let last = words.last()?;
    let lower = last.to_lowercase();
    let trailing = [
        "small", "large", "medium", "big", "mini", "long", "short", "wide", "xl", "xs", "s", "m",
        "l", "new", "black", "white", "red", "blue", "green", "sliced", "unsliced", "pro", "plus",
        "cut", "only",
    ];
    if trailing.contains(&lower.as_str())
        || last.contains(|c: char| c.is_ascii_digit()) && words.len() > 1
    {
        return None;
    }
    if grammar::names_nothing(&words[0].to_lowercase()) {
        return None;
    }
    let plural = lower.ends_with('s')
        && !lower.ends_with("ss")
        && !lower.ends_with("us")
        && !lower.ends_with("is");
    // A name of its own, or a material: no article. A thing of many words: "the".
    let mass = [
        "bread",
        "sourdough",
        "coffee",
        "tea",
        "wire",
        "steel",
        "plate",
        "flat",
        "angle",
        "bar",
        "support",
        "delivery",
        "cheese",
        "butter",
        "cutting",
        "bending",
        "entry",
        "admission",
        "milk",
        "flour",
        "section",
        "mesh",
        "software",
        "training",
    ];
    let article = words.len() > 1 && !plural && !mass.contains(&lower.as_str());
    let verb = if plural { "cost" } else { "costs" };
    let price = price.trim();
    let (verb, price) = match price
        .strip_prefix("from ")
        .or_else(|| price.strip_prefix("From "))
    {
        Some(rest) if plural => ("start at", rest),
        Some(rest) => ("starts at", rest),
        None => (verb, price),
    };
    let subject = if article {
        // A name in sentence case is a thing: "the country loaf". Codes and names of their own stay.
        let is_word =
            words[0].chars().skip(1).all(char::is_lowercase) && words[0].chars().count() > 1;
        let in_sentence_case = is_word
            && words[1..]
                .iter()
                .all(|word| word.starts_with(char::is_lowercase));
        if in_sentence_case && !crate::knowledge::entities::is_well_known(words[0]) {
            format!(
                "The {}",
                name.replacen(words[0], &words[0].to_lowercase(), 1)
            )
        } else {
            format!("The {name}")
        }
    } else {
        let mut chars = name.chars();
        let first = chars.next()?;
        // "iPhone" keeps its small letter.
        let keeps = chars.clone().next().is_some_and(char::is_uppercase);
        if keeps {
            name.to_owned()
        } else {
            first.to_uppercase().chain(chars).collect()
        }
    };
    Some(format!("{subject}{size} {verb} {price}{unit}."))
}

/// "Wartung Gasheizung gibt es für 129 €." needs no article; "Verstopfung beseitigen" is no thing.
fn german(name: &str, size: &str, price: &str, unit: &str) -> Option<String> {
    let last = name.split_whitespace().next_back()?;
    let is_action = last.starts_with(char::is_lowercase)
        && (last.ends_with("en") || last.ends_with("ern") || last.ends_with("eln"));
    if is_action || name.contains([',', '/', ':', '(']) {
        return None;
    }
    Some(match price.strip_prefix("ab ") {
        Some(rest) => format!("{name}{size} gibt es ab {rest}{unit}."),
        None => format!("{name}{size} gibt es für {price}{unit}."),
    })
}

/// "£4,60" as English writes it: "£4.60".
fn pointed(price: &str) -> String {
    match price.rsplit_once(',') {
        Some((whole, cents))
            if cents.len() == 2
                && cents.bytes().all(|byte| byte.is_ascii_digit())
                && !whole.contains(['.', ',']) =>
        {
            format!("{whole}.{cents}")
        }
        _ => price.to_owned(),
    }
}

fn unit_text(product: &ProductFacts, price: &str, language: Language) -> String {
    let Some(unit) = product.unit.as_deref() else {
        return String::new();
    };
    let lower = unit.to_lowercase();
    let stated = price.contains('/')
        || [" per ", " a ", " each", " pro ", " je "]
            .iter()
            .any(|word| price.to_lowercase().contains(word));
    let last = product
        .name
        .split_whitespace()
        .next_back()
        .unwrap_or_default()
        .to_lowercase();
    if stated
        || last == lower
        || matches!(
            lower.as_str(),
            "pc" | "pcs" | "piece" | "ea" | "item" | "stk" | "unit"
        )
        || unit.chars().count() > 24
    {
        return String::new();
    }
    match lower.as_str() {
        "each" => " each".to_owned(),
        _ if ["per ", "a ", "an ", "pro ", "je "]
            .iter()
            .any(|word| lower.starts_with(word)) =>
        {
            format!(" {unit}")
        }
        _ if language == Language::German => format!(" pro {unit}"),
        _ => format!(" per {unit}"),
    }
}

fn price_text(price: &str, currency: Option<&str>) -> String {
    let is_bare = price
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    match currency {
        Some("€") if is_bare => format!("{price} €"),
        Some(sign) if is_bare => format!("{sign}{price}"),
        _ => price.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str, row: &str, language: Language, expect: &str) {
        let head: Vec<&str> = head.split('|').collect();
        let cells: Vec<&str> = row.split('|').collect();
        let columns = product_columns(&head).expect("a product table");
        let product = facts(&cells, &head, &columns).expect("a named product");
        let (statement, _) = statement(&product, language).expect("a price");
        assert_eq!(statement, expect);
    }

    #[test]
    fn rows_become_sentences_where_grammar_is_sure() {
        let head = "name|price|unit|size";
        check(
            head,
            "A142 mesh sheet|£41.20|sheet|4.8 m x 2.4 m",
            Language::English,
            "The A142 mesh sheet (4.8 m x 2.4 m) costs £41.20.",
        );
        check(
            head,
            "mesh clips|£12|bag|",
            Language::English,
            "Mesh clips cost £12 per bag.",
        );
        check(
            head,
            "Sourdough|£4.20|loaf|",
            Language::English,
            "Sourdough costs £4.20 per loaf.",
        );
        check(
            head,
            "A142 mesh sheet small|£26.40|sheet|",
            Language::English,
            "A142 mesh sheet small: £26.40 per sheet",
        );
        check(
            "Bezeichnung|Preis (€)|Einheit",
            "Wartung Gasheizung|129,00|Termin",
            Language::German,
            "Wartung Gasheizung gibt es für 129,00 € pro Termin.",
        );
    }

    #[test]
    fn the_head_may_name_the_currency() {
        check(
            "Product|Price GBP",
            "Rye loaf|4.20",
            Language::English,
            "The rye loaf costs £4.20.",
        );
        check(
            "Product|Price",
            "Rye loaf|4.20",
            Language::English,
            "Rye loaf: 4.20",
        );
    }

    #[test]
    fn a_table_without_name_or_price_has_no_products() {
        assert_eq!(product_columns(&["date", "text", "likes"]), None);
        assert_eq!(product_columns(&["name", "phone"]), None);
    }
}
