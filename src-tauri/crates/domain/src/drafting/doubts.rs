//! What Galley is not sure of before it writes: a product that cannot be had, two prices for one thing.

use super::{Advisory, AdvisoryChoice};
use crate::ids::EntryId;
use crate::knowledge::{EntryKind, Fact, ProductFacts};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Says of an advisory that the member has answered it: it is not asked again.
pub const OUT_OF_STOCK: &str = "out-of-stock";

/// As [`OUT_OF_STOCK`].
pub const TWO_PRICES: &str = "two-prices";

/// The goal of a post that says that something cannot be had, and the name of the skill for it.
const OUT_OF_STOCK_GOAL: &str = "out-of-stock";

/// What a table says of what cannot be had, folded. A cell that begins with one of them says so.
const NOT_TO_BE_HAD: &[&str] = &[
    "out of stock",
    "out-of-stock",
    "sold out",
    "unavailable",
    "not available",
    "no stock",
    "discontinued",
    "ausverkauft",
    "nicht lieferbar",
    "nicht vorratig",
    "nicht verfugbar",
    "vergriffen",
];

/// The brief names a product that the product table says cannot be had. `products` are all rows of the
/// folder's product tables, `named` the products of the brief, `skills` the names of all skills.
pub fn out_of_stock(
    brief: &str,
    goal: &str,
    named: &[String],
    products: &[ProductFacts],
    skills: &[&str],
) -> Option<Advisory> {
    if goal == OUT_OF_STOCK_GOAL {
        return None;
    }
    let of_name = |name: &str| products.iter().find(|row| fold(&row.name) == fold(name));
    let missing = named
        .iter()
        .filter_map(|name| of_name(name))
        .find(|product| !can_be_had(product))?;
    let name = missing.name.as_str();
    let choice = |code: &str, more: &[(&str, &str)], brief: String, skill: Option<&str>| {
        let mut params = BTreeMap::from([("product".to_owned(), name.to_owned())]);
        params.extend(
            more.iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned())),
        );
        AdvisoryChoice {
            code: code.to_owned(),
            params,
            brief,
            skill: skill.map(str::to_owned),
            settled: vec![OUT_OF_STOCK.to_owned()],
            without: Vec::new(),
        }
    };
    let mut choices = Vec::new();
    if skills.contains(&OUT_OF_STOCK_GOAL) {
        let skill = Some(OUT_OF_STOCK_GOAL);
        choices.push(choice("say-out-of-stock", &[], brief.to_owned(), skill));
    }
    if let Some(similar) = most_similar(missing, products) {
        let instead = [("instead", similar)];
        choices.push(choice(
            "draft-about-similar",
            &instead,
            instead_of(brief, name, similar),
            None,
        ));
    }
    choices.push(choice("draft-anyway", &[], brief.to_owned(), None));
    Some(Advisory {
        code: OUT_OF_STOCK.to_owned(),
        params: BTreeMap::from([
            ("product".to_owned(), name.to_owned()),
            (
                "availability".to_owned(),
                missing.availability.clone().unwrap_or_default(),
            ),
        ]),
        choices,
    })
}

/// Two entries give a product of the brief different prices for the same unit. `rows` are the entries of
/// all product tables as facts.
pub fn two_prices(brief: &str, named: &[String], rows: &[Fact]) -> Option<Advisory> {
    let priced = |name: &String| {
        let of_name = rows.iter().filter(|fact| fact.kind == EntryKind::Product);
        of_name
            .filter_map(|fact| {
                let product = fact.product.as_ref()?;
                let price = product.price.as_deref()?;
                (fold(&product.name) == fold(name)).then_some((fact, product, price))
            })
            .collect::<Vec<_>>()
    };
    let (first, second) = named.iter().find_map(|name| {
        let priced = priced(name);
        let (first, product, price) = priced.first()?;
        let unit = |product: &ProductFacts| product.unit.as_deref().map(fold);
        let other = priced.iter().find(|(_, other, there)| {
            amount(there) != amount(price) && unit(other) == unit(product)
        })?;
        Some(((*first, *price, &product.name), (other.0, other.2)))
    })?;
    let (first, price, name) = first;
    let (second, other) = second;
    let all: Vec<EntryId> = vec![first.entry, second.entry];
    let choice = |code: &str, fact: Option<(&Fact, &str)>, without: Vec<EntryId>| {
        let mut params = BTreeMap::from([("product".to_owned(), name.clone())]);
        if let Some((fact, price)) = fact {
            params.insert("price".to_owned(), price.to_owned());
            params.insert("file".to_owned(), fact.file.clone());
        }
        AdvisoryChoice {
            code: code.to_owned(),
            params,
            brief: brief.to_owned(),
            skill: None,
            settled: vec![TWO_PRICES.to_owned()],
            without,
        }
    };
    Some(Advisory {
        code: TWO_PRICES.to_owned(),
        params: BTreeMap::from([
            ("product".to_owned(), name.clone()),
            ("price".to_owned(), price.to_owned()),
            ("file".to_owned(), first.file.clone()),
            ("other".to_owned(), other.to_owned()),
            ("there".to_owned(), second.file.clone()),
        ]),
        choices: vec![
            choice("use-price", Some((first, price)), vec![second.entry]),
            choice("use-price", Some((second, other)), vec![first.entry]),
            choice("draft-without-price", None, all),
        ],
    })
}

/// Whether a product can be had, as far as its row says.
pub fn can_be_had(product: &ProductFacts) -> bool {
    let said = product
        .availability
        .as_deref()
        .map(fold)
        .unwrap_or_default();
    let said = said.trim();
    !matches!(said, "no" | "nein" | "0") && !NOT_TO_BE_HAD.iter().any(|word| said.starts_with(word))
}

/// Digits and marks of a price: "£ 41.20" and "£41.20" are one.
fn amount(price: &str) -> String {
    price.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The product that can be had and shares most words with the missing one.
fn most_similar<'a>(missing: &ProductFacts, products: &'a [ProductFacts]) -> Option<&'a str> {
    let words = |name: &str| -> BTreeSet<String> {
        crate::text::words(name)
            .map(|word| fold(word.text))
            .collect()
    };
    let wanted = words(&missing.name);
    // A word with a digit is a grade or a model: it says more than "small" does.
    let weight = |word: &String| 1 + usize::from(word.contains(|c: char| c.is_ascii_digit()));
    let shared = |product: &ProductFacts| -> usize {
        words(&product.name).intersection(&wanted).map(weight).sum()
    };
    let best = products
        .iter()
        .filter(|product| can_be_had(product) && fold(&product.name) != fold(&missing.name))
        .enumerate()
        .max_by_key(|(at, product)| (shared(product), std::cmp::Reverse(*at)))?;
    (shared(best.1) > 0).then_some(best.1.name.as_str())
}

/// The brief with another product in the place of the one that is missing. A brief that writes the name in
/// another way gets the other product said behind it.
fn instead_of(brief: &str, name: &str, other: &str) -> String {
    let (folded, wanted) = (brief.to_lowercase(), name.to_lowercase());
    match folded.find(&wanted).filter(|_| folded.len() == brief.len()) {
        Some(at) if brief.is_char_boundary(at) && brief.is_char_boundary(at + wanted.len()) => {
            format!("{}{other}{}", &brief[..at], &brief[at + wanted.len()..])
        }
        _ => format!("{other}: {brief}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, availability: &str) -> ProductFacts {
        ProductFacts {
            name: name.to_owned(),
            price: Some("£41.20".to_owned()),
            unit: Some("sheet".to_owned()),
            availability: Some(availability.to_owned()),
            description: None,
            details: Vec::new(),
        }
    }

    fn asked(
        brief: &str,
        goal: &str,
        named: &str,
        skills: &[&str],
    ) -> Option<Vec<(String, String)>> {
        let products = [
            row("A252 mesh sheet", "in stock"),
            row("A252 mesh sheet small", "Out of stock until May"),
            row("H8 bar", "in stock"),
        ];
        let advisory = out_of_stock(brief, goal, &[named.to_owned()], &products, skills)?;
        let choices = advisory.choices.into_iter();
        Some(choices.map(|choice| (choice.code, choice.brief)).collect())
    }

    #[test]
    fn a_product_that_cannot_be_had_is_asked_about() {
        let brief = "Offer the A252 mesh sheet small";
        let with_skill = asked(brief, "offer", "A252 mesh sheet small", &["out-of-stock"]);
        let expect = [
            ("say-out-of-stock", brief),
            ("draft-about-similar", "Offer the A252 mesh sheet"),
            ("draft-anyway", brief),
        ];
        let expect = expect.map(|(code, brief)| (code.to_owned(), brief.to_owned()));
        assert_eq!(with_skill.as_deref(), Some(&expect[..]));
        let without = asked(brief, "offer", "A252 mesh sheet small", &[]);
        assert_eq!(without.as_deref(), Some(&expect[1..]));
    }

    #[test]
    fn what_can_be_had_or_is_to_be_said_missing_is_not_asked_about() {
        assert_eq!(asked("Offer the H8 bar", "offer", "H8 bar", &[]), None);
        let brief = "Say that the A252 mesh sheet small is sold out";
        let name = "A252 mesh sheet small";
        assert_eq!(asked(brief, "out-of-stock", name, &[]), None);
    }

    #[test]
    fn cells_say_in_many_words_that_there_is_none() {
        let check = |availability: &str, expect: bool| {
            assert_eq!(
                can_be_had(&row("H8 bar", availability)),
                expect,
                "{availability}"
            );
        };
        check("in stock", true);
        check("made to order", true);
        check("", true);
        check("no", false);
        check("Sold out", false);
        check("nicht vorrätig", false);
        check("Ausverkauft bis Mai", false);
    }
}
