//! Typed reading of a YAML mapping: each value is what was expected, or the error says what was.

use super::error::{Place, SkillError};
use super::yaml::{Node, Pair, Value};
use std::ops::Range;

/// A mapping that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a> {
    place: Place<'a>,
    pairs: &'a [Pair],
    span: &'a Range<usize>,
}

impl<'a> Fields<'a> {
    /// `key` names the mapping in messages.
    pub(super) fn of(place: Place<'a>, key: &str, node: &'a Node) -> Result<Self, Box<SkillError>> {
        match &node.value {
            Value::Map(pairs) => Ok(Self {
                place,
                pairs,
                span: &node.span,
            }),
            _ => Err(wrong_type(&place, key, node, "mapping")),
        }
    }

    /// An error for the first key that is not one of `known`.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), Box<SkillError>> {
        match self
            .pairs
            .iter()
            .find(|pair| !known.contains(&pair.key.as_str()))
        {
            Some(pair) => Err(self.place.error(
                pair.key_span.start,
                "skill.unknown-key",
                &[("key", &pair.key), ("expected", &known.join(", "))],
            )),
            None => Ok(()),
        }
    }

    /// The value of a key; an empty one counts as missing.
    pub(super) fn get(&self, key: &str) -> Option<&'a Node> {
        self.pairs
            .iter()
            .find(|pair| pair.key == key)
            .map(|pair| &pair.node)
            .filter(|node| node.value != Value::Null)
    }

    pub(super) fn pairs(&self) -> &'a [Pair] {
        self.pairs
    }

    /// The error for a key that has to be there: at the key if it stands there empty.
    pub(super) fn missing(&self, key: &str) -> Box<SkillError> {
        let at = self
            .pairs
            .iter()
            .find(|pair| pair.key == key)
            .map_or(self.span.start, |pair| pair.key_span.start);
        self.place.error(at, "skill.missing-key", &[("key", key)])
    }

    pub(super) fn text(&self, key: &str) -> Result<Option<String>, Box<SkillError>> {
        self.get(key)
            .map(|node| text(&self.place, key, node))
            .transpose()
    }

    /// A text that has to be there and not be blank.
    pub(super) fn required_text(&self, key: &str) -> Result<String, Box<SkillError>> {
        match self.text(key)? {
            Some(value) if !value.trim().is_empty() => Ok(value.trim().to_owned()),
            _ => Err(self.missing(key)),
        }
    }

    pub(super) fn truth(&self, key: &str) -> Result<Option<bool>, Box<SkillError>> {
        self.get(key)
            .map(|node| match &node.value {
                Value::Bare(word) if word == "true" => Ok(true),
                Value::Bare(word) if word == "false" => Ok(false),
                _ => Err(wrong_type(&self.place, key, node, "true-or-false")),
            })
            .transpose()
    }

    pub(super) fn whole(&self, key: &str) -> Result<Option<u32>, Box<SkillError>> {
        self.get(key)
            .map(|node| whole(&self.place, key, node))
            .transpose()
    }

    /// The items of a list; none where the key is missing.
    pub(super) fn list(&self, key: &str) -> Result<&'a [Node], Box<SkillError>> {
        match self.get(key) {
            None => Ok(&[]),
            Some(node) => match &node.value {
                Value::List(items) => Ok(items),
                _ => Err(wrong_type(&self.place, key, node, "list")),
            },
        }
    }

    pub(super) fn texts(&self, key: &str) -> Result<Vec<String>, Box<SkillError>> {
        self.list(key)?
            .iter()
            .map(|item| text(&self.place, key, item))
            .collect()
    }

    /// One of the named values.
    pub(super) fn one_of<T: Copy>(
        &self,
        key: &str,
        names: &[(&str, T)],
    ) -> Result<Option<T>, Box<SkillError>> {
        self.get(key)
            .map(|node| one_of(&self.place, key, node, names))
            .transpose()
    }
}

pub(super) fn text(place: &Place<'_>, key: &str, node: &Node) -> Result<String, Box<SkillError>> {
    match &node.value {
        Value::Text(text) | Value::Bare(text) => Ok(text.clone()),
        _ => Err(wrong_type(place, key, node, "text")),
    }
}

pub(super) fn whole(place: &Place<'_>, key: &str, node: &Node) -> Result<u32, Box<SkillError>> {
    match &node.value {
        Value::Bare(number) => number.parse().ok(),
        _ => None,
    }
    .ok_or_else(|| wrong_type(place, key, node, "whole-number"))
}

pub(super) fn one_of<T: Copy>(
    place: &Place<'_>,
    key: &str,
    node: &Node,
    names: &[(&str, T)],
) -> Result<T, Box<SkillError>> {
    let value = text(place, key, node)?;
    match names.iter().find(|(name, _)| *name == value) {
        Some((_, known)) => Ok(*known),
        None => {
            let expected: Vec<_> = names.iter().map(|(name, _)| *name).collect();
            Err(place.error(
                node.span.start,
                "skill.unknown-value",
                &[
                    ("key", key),
                    ("value", &value),
                    ("expected", &expected.join(", ")),
                ],
            ))
        }
    }
}

fn wrong_type(place: &Place<'_>, key: &str, node: &Node, expected: &str) -> Box<SkillError> {
    place.error(
        node.span.start,
        "skill.wrong-type",
        &[
            ("key", key),
            ("expected", expected),
            ("found", node.value.kind()),
        ],
    )
}
