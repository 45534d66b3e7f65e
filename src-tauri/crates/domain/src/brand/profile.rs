//! What is wrong with a profile that a member wrote, and what changed between two.

use super::{BrandIdentity, BrandProfile, BrandRules, Preference, Rule};
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Letters of a name, a line, and an item of a list.
const NAME_CHARS: usize = 80;
const LINE_CHARS: usize = 300;
const ITEM_CHARS: usize = 200;
/// Items of a list.
const ITEMS: usize = 200;

/// Something in a profile that must be mended before it can be kept.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct ProfileProblem {
    /// The field as [`BrandProfile`] calls it: `name`, `website`, `hashtags`, `rules.never`.
    pub field: String,
    /// `empty`, `too-long`, `too-many`, `not-an-address`, `not-a-hashtag`, `not-a-color`,
    /// `never-and-wanted`.
    pub problem: String,
    /// The value that is meant.
    pub value: String,
}

/// A field that differs between two states of a document, by the items that went and came.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct FieldChange {
    pub field: String,
    pub removed: Vec<String>,
    pub added: Vec<String>,
}

impl BrandProfile {
    /// The profile without white space around its values, empty items and repeated ones.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        for tag in &mut self.hashtags {
            let bare = tag.trim().trim_start_matches('#');
            *tag = if bare.is_empty() {
                String::new()
            } else {
                format!("#{bare}")
            };
        }
        let lists = [
            &mut self.audiences,
            &mut self.hashtags,
            &mut self.identity.products,
            &mut self.identity.values,
            &mut self.identity.markets,
            &mut self.identity.links,
            &mut self.kit.fonts,
        ];
        for list in lists {
            tidy(list);
        }
        for line in [&mut self.name, &mut self.one_liner] {
            *line = line.trim().to_owned();
        }
        self.website = self
            .website
            .map(|website| website.trim().to_owned())
            .filter(|website| !website.is_empty());
        let mut seen = BTreeSet::new();
        let languages = &mut self.identity.languages;
        languages.retain(|language| seen.insert(*language));
        self.rules = self.rules.tidied();
        self
    }

    /// Everything that must be mended.
    pub fn problems(&self) -> Vec<ProfileProblem> {
        let mut found = Vec::new();
        let mut say = |field: &str, problem: &str, value: &str| {
            found.push(ProfileProblem {
                field: field.to_owned(),
                problem: problem.to_owned(),
                value: value.chars().take(ITEM_CHARS).collect(),
            });
        };
        if self.name.trim().is_empty() {
            say("name", "empty", "");
        }
        for (field, line, most) in [
            ("name", &self.name, NAME_CHARS),
            ("one_liner", &self.one_liner, LINE_CHARS),
        ] {
            if line.chars().count() > most {
                say(field, "too-long", line);
            }
        }
        for website in self.website.iter().filter(|website| !is_address(website)) {
            say("website", "not-an-address", website);
        }
        for link in self.identity.links.iter().filter(|link| !is_address(link)) {
            say("links", "not-an-address", link);
        }
        for tag in self.hashtags.iter().filter(|tag| !is_hashtag(tag)) {
            say("hashtags", "not-a-hashtag", tag);
        }
        for color in self.kit.palette.iter().filter(|color| !is_hex(&color.hex)) {
            say("palette", "not-a-color", &color.hex);
        }
        for (field, items) in fields(self) {
            if items.len() > ITEMS {
                say(&field, "too-many", &items.len().to_string());
            }
            if field == "name" || field == "one_liner" {
                continue;
            }
            for item in items
                .iter()
                .filter(|item| item.chars().count() > ITEM_CHARS)
            {
                say(&field, "too-long", item);
            }
        }
        for word in contradictions(&self.rules) {
            say("rules.never", "never-and-wanted", &word);
        }
        found
    }

    /// What differs from an earlier state, field by field.
    pub fn changes_from(&self, before: &Self) -> Vec<FieldChange> {
        let (before, after) = (fields(before), fields(self));
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        names
            .into_iter()
            .filter_map(|field| {
                let empty = Vec::new();
                let (old, new) = (
                    before.get(field).unwrap_or(&empty),
                    after.get(field).unwrap_or(&empty),
                );
                FieldChange::between(field, old, new)
            })
            .collect()
    }
}

impl FieldChange {
    /// The items that only one of the lists has; `None` if both have the same.
    pub fn between(field: &str, before: &[String], after: &[String]) -> Option<Self> {
        let only = |these: &[String], others: &[String]| -> Vec<String> {
            these
                .iter()
                .filter(|item| !others.contains(item))
                .cloned()
                .collect()
        };
        let (removed, added) = (only(before, after), only(after, before));
        (!removed.is_empty() || !added.is_empty()).then(|| Self {
            field: field.to_owned(),
            removed,
            added,
        })
    }
}

impl BrandRules {
    /// Words that a rule forbids and another one asks for.
    fn wanted(&self) -> impl Iterator<Item = &String> {
        let preferred = self.prefer.iter().map(|preference| &preference.text);
        preferred.chain(self.required.iter().map(|rule| &rule.text))
    }

    fn tidied(mut self) -> Self {
        let kept = |rules: &mut Vec<Rule>| {
            for rule in rules.iter_mut() {
                rule.text = rule.text.trim().to_owned();
            }
            let mut seen = BTreeSet::new();
            rules.retain(|rule| !rule.text.is_empty() && seen.insert(fold(&rule.text)));
        };
        kept(&mut self.never);
        kept(&mut self.required);
        for preference in &mut self.prefer {
            preference.text = preference.text.trim().to_owned();
            tidy(&mut preference.instead_of);
        }
        self.prefer
            .retain(|preference| !preference.text.is_empty() && !preference.instead_of.is_empty());
        tidy(&mut self.dropped);
        self
    }
}

fn contradictions(rules: &BrandRules) -> Vec<String> {
    let never: BTreeSet<String> = rules.never.iter().map(|rule| fold(&rule.text)).collect();
    rules
        .wanted()
        .filter(|wanted| never.contains(&fold(wanted)))
        .cloned()
        .collect()
}

/// All fields as lists of items that can be shown.
fn fields(profile: &BrandProfile) -> BTreeMap<String, Vec<String>> {
    let BrandProfile {
        schema_version: _,
        name,
        one_liner,
        language,
        audiences,
        website,
        hashtags,
        rules,
        kit,
        identity,
    } = profile;
    let BrandIdentity {
        products,
        values,
        markets,
        languages,
        links,
    } = identity;
    let one = |value: String| {
        if value.is_empty() {
            Vec::new()
        } else {
            vec![value]
        }
    };
    let mut all = BTreeMap::new();
    let mut put = |field: &str, items: Vec<String>| {
        all.insert(field.to_owned(), items);
    };
    put("name", one(name.clone()));
    put("one_liner", one(one_liner.clone()));
    put("language", one(word(language)));
    put("audiences", audiences.clone());
    put("website", website.iter().cloned().collect());
    put("hashtags", hashtags.clone());
    put("products", products.clone());
    put("values", values.clone());
    put("markets", markets.clone());
    put("languages", languages.iter().map(word).collect());
    put("links", links.clone());
    put("logo", kit.logo.iter().cloned().collect());
    let colors = kit.palette.iter();
    put(
        "palette",
        colors
            .map(|color| format!("{} {}", color.name, color.hex))
            .collect(),
    );
    put("fonts", kit.fonts.clone());
    let texts = |list: &[Rule]| list.iter().map(|rule| rule.text.clone()).collect();
    put("rules.never", texts(&rules.never));
    put("rules.required", texts(&rules.required));
    let prefer = |preference: &Preference| {
        format!("{} < {}", preference.text, preference.instead_of.join(", "))
    };
    put("rules.prefer", rules.prefer.iter().map(prefer).collect());
    // The single settings by their own names, as the stored document has them.
    if let Ok(serde_json::Value::Object(settings)) = serde_json::to_value(rules) {
        for (name, value) in settings {
            let single = value.is_boolean() || value.is_number() || value.is_string();
            if single {
                put(
                    &format!("rules.{name}"),
                    one(value.as_str().map_or(value.to_string(), str::to_owned)),
                );
            }
        }
    }
    all
}

fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn tidy(list: &mut Vec<String>) {
    for item in list.iter_mut() {
        *item = item.trim().to_owned();
    }
    let mut seen = BTreeSet::new();
    list.retain(|item| !item.is_empty() && seen.insert(fold(item)));
}

fn is_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.') && !host.starts_with('.') && !text.contains(char::is_whitespace)
    })
}

fn is_hashtag(tag: &str) -> bool {
    let body = tag.strip_prefix('#').unwrap_or(tag);
    body.chars().any(char::is_alphabetic) && body.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn is_hex(color: &str) -> bool {
    color
        .strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brand::PaletteColor;
    use crate::language::Language;

    fn profile() -> BrandProfile {
        BrandProfile {
            schema_version: 1,
            name: "Alder Bakery".to_owned(),
            one_liner: String::new(),
            language: Language::English,
            audiences: Vec::new(),
            website: None,
            hashtags: Vec::new(),
            rules: BrandRules::default(),
            kit: crate::brand::BrandKit::default(),
            identity: BrandIdentity::default(),
        }
    }

    #[test]
    fn each_problem_names_its_field_and_value() {
        let check = |change: &dyn Fn(&mut BrandProfile), expect: Option<(&str, &str)>| {
            let mut profile = profile();
            change(&mut profile);
            let found = profile.problems();
            let first = found
                .first()
                .map(|one| (one.field.as_str(), one.problem.as_str()));
            assert_eq!(first, expect, "{found:?}");
        };
        check(&|_| {}, None);
        check(
            &|profile| profile.name = " ".to_owned(),
            Some(("name", "empty")),
        );
        check(
            &|profile| profile.name = "a".repeat(81),
            Some(("name", "too-long")),
        );
        check(
            &|profile| profile.website = Some("alder".to_owned()),
            Some(("website", "not-an-address")),
        );
        check(
            &|profile| profile.website = Some("https://alder.example/shop?a=1".to_owned()),
            None,
        );
        check(
            &|profile| profile.hashtags = vec!["#two words".to_owned()],
            Some(("hashtags", "not-a-hashtag")),
        );
        check(
            &|profile| {
                profile.kit.palette = vec![PaletteColor {
                    name: "Crust".to_owned(),
                    hex: "brown".to_owned(),
                }];
            },
            Some(("palette", "not-a-color")),
        );
        check(
            &|profile| {
                let rule = |text: &str| Rule {
                    text: text.to_owned(),
                    source: None,
                };
                profile.rules.never = vec![rule("Loaf")];
                profile.rules.required = vec![rule("loaf")];
            },
            Some(("rules.never", "never-and-wanted")),
        );
    }

    #[test]
    fn a_change_shows_what_went_and_what_came() {
        let before = profile();
        let mut after = profile();
        after.audiences = vec!["home bakers".to_owned()];
        after.name = "Alder".to_owned();
        after.rules.emoji = Some(false);
        let changes = after.changes_from(&before);
        let names: Vec<&str> = changes.iter().map(|change| change.field.as_str()).collect();
        assert_eq!(names, ["audiences", "name", "rules.emoji"]);
        assert_eq!(changes[1].removed, ["Alder Bakery"]);
        assert_eq!(changes[1].added, ["Alder"]);
        assert!(before.changes_from(&before).is_empty());
    }

    #[test]
    fn a_tidied_profile_has_each_item_once_and_hashtags_with_their_sign() {
        let mut profile = profile();
        profile.hashtags = vec![" rye ".to_owned(), "#Rye".to_owned(), String::new()];
        profile.audiences = vec!["Bakers".to_owned(), "bakers ".to_owned()];
        let tidied = profile.tidied();
        assert_eq!(tidied.audiences, ["Bakers"]);
        assert_eq!(tidied.hashtags, ["#rye"]);
    }
}
