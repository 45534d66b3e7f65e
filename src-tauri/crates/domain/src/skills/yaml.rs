//! A YAML text as a tree in which every value knows its bytes.
//!
//! Reading into a tree first, and into our types from there, keeps two promises that deserializing
//! straight into structs does not: an error names what was expected where, and an edit finds the bytes
//! of one value.

use super::error::{Place, SkillError};
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;
use std::fmt;
use std::ops::Range;

/// A value with its bytes in the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Null,
    /// A plain number or boolean, as written.
    Bare(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Pair>),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) key_span: Range<usize>,
    pub(super) node: Node,
}

impl Value {
    /// Name of the kind, for "found" in a message.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bare(_) => "number",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Map(_) => "mapping",
        }
    }
}

/// Reads the YAML in `source[range]`; spans and errors count from the start of `source`.
pub(super) fn read(place: &Place<'_>, range: Range<usize>) -> Result<Node, Box<SkillError>> {
    let text = place.source.get(range.clone()).unwrap_or_default();
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: MAX_DEPTH,
            max_aliases: MAX_ALIASES,
            max_anchors: MAX_ALIASES,
            max_nodes: MAX_NODES,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: MAX_NODES,
        },
        strict_booleans: true,
        with_snippet: false,
    };
    match serde_saphyr::from_str_with_options::<Raw>(text, options) {
        Ok(raw) => Ok(raw.located(text, range.start)),
        Err(error) => Err(syntax_error(place, range, &error)),
    }
}

/// Deepest nesting. Ours is 4.
const MAX_DEPTH: usize = 16;
/// Aliases and anchors are legal YAML, and nothing in a skill needs more than a few.
const MAX_ALIASES: usize = 16;
/// Most values in one file, aliases counted at each use.
const MAX_NODES: usize = 20_000;

fn syntax_error(
    place: &Place<'_>,
    range: Range<usize>,
    error: &serde_saphyr::Error,
) -> Box<SkillError> {
    use serde_saphyr::Error as Yaml;
    let at = error.location().map_or(range.start, |location| {
        byte_at(place.source, &range, location.line(), location.column())
    });
    let line = line_around(place.source, at);
    match error {
        Yaml::DuplicateMappingKey { key, .. } => {
            let key = key.as_deref().unwrap_or_default();
            return place.error(at, "skill.duplicate-key", &[("key", key)]);
        }
        Yaml::Budget { .. }
        | Yaml::AliasReplayLimitExceeded { .. }
        | Yaml::AliasExpansionLimitExceeded { .. }
        | Yaml::AliasReplayStackDepthExceeded { .. }
        | Yaml::AliasReplayCounterOverflow { .. } => {
            return place.error(at, "skill.yaml-too-complex", &[]);
        }
        _ => {}
    }
    if let Some(tab) = tab_indent(place.source, at) {
        return place.error(tab, "skill.yaml-tab", &[]);
    }
    // The parser has no codes. A change of its wording only costs the better of two messages, and
    // the tests below notice it.
    let message = error.to_string();
    if message.contains("quoted scalar") {
        let quote = opening_quote(place.source, range.start..at).unwrap_or(at);
        return place.error(quote, "skill.yaml-unclosed-quote", &[]);
    }
    if message.contains("mapping values are not allowed") {
        return place.error(at, "skill.yaml-colon", &[]);
    }
    place.error(at, "skill.yaml", &[("found", line.trim())])
}

/// The byte of a line and a column, both from 1 and counted inside `range`.
fn byte_at(source: &str, range: &Range<usize>, line: u64, column: u64) -> usize {
    let text = source.get(range.clone()).unwrap_or_default();
    let mut start = 0;
    for (number, piece) in (1..).zip(text.split_inclusive('\n')) {
        if number == line {
            let inner = piece
                .char_indices()
                .nth(usize::try_from(column.saturating_sub(1)).unwrap_or(usize::MAX))
                .map_or(piece.trim_end().len(), |(at, _)| at);
            return range.start + start + inner;
        }
        start += piece.len();
    }
    range.end
}

/// The line that holds a byte, without its end.
fn line_around(source: &str, at: usize) -> &str {
    let before = source.get(..at).unwrap_or(source);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    source[start..].lines().next().unwrap_or_default()
}

/// A tab before the first word of the line that holds a byte, or of the next one, where the parser sees
/// it as the end of what came before.
fn tab_indent(source: &str, at: usize) -> Option<usize> {
    let mut start = source
        .get(..at)?
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    for line in source.get(start..)?.split_inclusive('\n').take(2) {
        let indent = &line[..line.len() - line.trim_start().len()];
        if let Some(tab) = indent.find('\t') {
            return Some(start + tab);
        }
        start += line.len();
    }
    None
}

/// The quote that opened the value in which the parser got lost: the last value before the error that
/// starts with a quote and does not end with it on its line.
fn opening_quote(source: &str, range: Range<usize>) -> Option<usize> {
    let text = source.get(range.clone())?;
    let mut found = None;
    let mut start = range.start;
    for line in text.split_inclusive('\n') {
        for lead in [": \"", ": '", "- \"", "- '"] {
            if let Some(at) = line.find(lead) {
                let quoted = line[at + 2..].trim_end();
                let quote = quoted.chars().next().unwrap_or('"');
                if quoted.len() == 1 || !quoted.ends_with(quote) {
                    found = Some(start + at + 2);
                }
            }
        }
        start += line.len();
    }
    found
}

/// What serde hands over: the spans are relative, and plain scalars have lost their spelling.
struct Raw {
    value: RawValue,
    /// Where the file uses the value.
    span: Range<usize>,
    /// Where the value is written: elsewhere, if it is used by an alias.
    written: Range<usize>,
}

enum RawValue {
    Null,
    Bare,
    Text(String),
    List(Vec<Raw>),
    Map(Vec<(Spanned<String>, Raw)>),
}

impl Raw {
    fn located(self, text: &str, base: usize) -> Node {
        let value = match self.value {
            RawValue::Null => Value::Null,
            RawValue::Bare => {
                Value::Bare(text.get(self.written).unwrap_or_default().trim().to_owned())
            }
            RawValue::Text(text) => Value::Text(text),
            RawValue::List(items) => Value::List(
                items
                    .into_iter()
                    .map(|item| item.located(text, base))
                    .collect(),
            ),
            RawValue::Map(pairs) => Value::Map(
                pairs
                    .into_iter()
                    .map(|(key, raw)| {
                        let span = bytes(key.referenced);
                        Pair {
                            key: key.value,
                            key_span: base + span.start..base + span.end,
                            node: raw.located(text, base),
                        }
                    })
                    .collect(),
            ),
        };
        Node {
            value,
            span: base + self.span.start..base + self.span.end,
        }
    }
}

/// The bytes of a location, relative to the text that was parsed.
fn bytes(location: serde_saphyr::Location) -> Range<usize> {
    let span = location.span();
    let number = |value: Option<u64>| usize::try_from(value.unwrap_or(0)).unwrap_or(0);
    let start = number(span.byte_offset());
    start..start + number(span.byte_len())
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<RawValue>::deserialize(deserializer)?;
        Ok(Self {
            span: bytes(spanned.referenced),
            written: bytes(spanned.defined),
            value: spanned.value,
        })
    }
}

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = RawValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawValue, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<RawValue, E> {
        Ok(RawValue::Bare)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<RawValue, E> {
        Ok(RawValue::Bare)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<RawValue, E> {
        Ok(RawValue::Bare)
    }

    fn visit_i128<E: de::Error>(self, _: i128) -> Result<RawValue, E> {
        Ok(RawValue::Bare)
    }

    fn visit_u128<E: de::Error>(self, _: u128) -> Result<RawValue, E> {
        Ok(RawValue::Bare)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<RawValue, E> {
        Ok(RawValue::Bare)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<RawValue, E> {
        Ok(RawValue::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RawValue, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(RawValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<RawValue, A::Error> {
        let mut map = Vec::new();
        while let Some(pair) = pairs.next_entry()? {
            map.push(pair);
        }
        Ok(RawValue::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let place = Place {
            file: "galley.yaml",
            source: text,
        };
        let found = match read(&place, 0..text.len()) {
            Ok(node) => sketch(text, &node),
            Err(error) => format!("{}:{} {}", error.line, error.column, error.code),
        };
        assert_eq!(found, expect, "reading {text:?}");
    }

    /// Scalars as value@source, so that a wrong span shows.
    fn sketch(text: &str, node: &Node) -> String {
        let source = text.get(node.span.clone()).unwrap_or("?");
        match &node.value {
            Value::Null => "null".into(),
            Value::Bare(value) => format!("{value}@{source}"),
            Value::Text(value) => format!("'{value}'@{source}"),
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(|item| sketch(text, item)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Map(pairs) => {
                let pairs: Vec<_> = pairs
                    .iter()
                    .map(|pair| format!("{}={}", pair.key, sketch(text, &pair.node)))
                    .collect();
                format!("{{{}}}", pairs.join(", "))
            }
        }
    }

    #[test]
    fn every_value_knows_its_own_bytes() {
        check(
            "a: 1.0\nb: \"x y\"  # note\nc: [p, 'q']\nd:\n",
            "{a=1.0@1.0, b='x y'@\"x y\", c=['p'@p, 'q'@'q'], d=null}",
        );
        check("a: é ü\r\nb: 日本\r\n", "{a='é ü'@é ü, b='日本'@日本}");
    }

    #[test]
    fn an_alias_stands_for_its_value_and_points_at_its_use() {
        check("a: &x 5\nb: *x\n", "{a=5@5, b=5@*x}");
    }

    #[test]
    fn what_is_not_yaml_is_named_at_its_place() {
        check("a:\n\t- b\n", "2:1 skill.yaml-tab");
        check("a: \"x\nb: c\n", "1:4 skill.yaml-unclosed-quote");
        check("k: v\na: 'x\nb: c\n", "2:4 skill.yaml-unclosed-quote");
        check("a: b: c\n", "1:5 skill.yaml-colon");
        check("a: 1\na: 2\n", "2:1 skill.duplicate-key");
        check("a: [1, 2\nb: c\n", "2:2 skill.yaml");
        check("a: *nope\n", "1:4 skill.yaml");
    }

    #[test]
    fn bombs_and_towers_are_refused() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let before = vec![format!("*a{}", level - 1); 10].join(", ");
            bomb.push_str(&format!("a{level}: &a{level} [{before}]\n"));
        }
        let place = Place {
            file: "galley.yaml",
            source: &bomb,
        };
        let error = read(&place, 0..bomb.len()).unwrap_err();
        assert_eq!(error.code, "skill.yaml-too-complex");
        let tower = format!("a: {}1{}\n", "[".repeat(100), "]".repeat(100));
        check(&tower, "1:19 skill.yaml-too-complex");
    }
}
