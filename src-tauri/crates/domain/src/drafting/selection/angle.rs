//! What a candidate says that it leads with.

use super::Slots;
use crate::drafting::Angle;
use crate::drafting::manner::word_count;
use crate::drafting::material::Role;
use crate::drafting::plan::{Hook, Lead, Plan};
use crate::knowledge::EntityKind;
use std::collections::BTreeMap;

impl Slots<'_> {
    pub(super) fn angle(&self, plan: &Plan) -> Angle {
        let facts = self.input.facts;
        let (code, fact, params) = match plan.lead {
            Lead::Procedure(at) => {
                let procedure = &self.material.procedures[at];
                let fact = &facts[self.material.units[procedure.steps[0]].fact];
                let title = procedure
                    .title
                    .as_ref()
                    .map_or_else(|| fact.subject.clone(), |title| title.text.clone());
                ("leads-with-steps", fact, vec![("title", title)])
            }
            Lead::Unit(at) => {
                let unit = &self.material.units[at];
                let fact = &facts[unit.fact];
                let value = unit
                    .value(fact, self.material.language)
                    .map(|entity| (entity.kind, entity.text.clone()));
                match (&plan.hook, value) {
                    (Hook::Question, _) => {
                        let question = fact.question.clone().unwrap_or_default();
                        ("leads-with-question", fact, vec![("question", question)])
                    }
                    (_, Some((EntityKind::Price, value))) => {
                        ("leads-with-price", fact, vec![("value", value)])
                    }
                    (_, Some((EntityKind::Time, value))) => {
                        ("leads-with-time", fact, vec![("value", value)])
                    }
                    (_, Some((EntityKind::Date, value))) => {
                        ("leads-with-date", fact, vec![("value", value)])
                    }
                    (_, Some((EntityKind::Quantity, value))) => {
                        ("leads-with-number", fact, vec![("value", value)])
                    }
                    _ if unit.role == Role::Proof => ("leads-with-customer", fact, Vec::new()),
                    _ => ("leads-with-fact", fact, Vec::new()),
                }
            }
        };
        let mut params: BTreeMap<String, String> = params
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect();
        params.insert("lead".into(), first_words(&fact.text));
        Angle {
            code: code.to_owned(),
            params,
            lead: fact.entry,
        }
    }
}

fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    let cut = word_count(text) > 6;
    let start = words.join(" ");
    if cut {
        format!("{}…", start.trim_end_matches([',', ';', ':', '.']))
    } else {
        start
    }
}
