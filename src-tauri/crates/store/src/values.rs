//! How values stand in columns: ids as lower-case text, instants as milliseconds, words of an enum as the
//! word that serde gives them, documents as JSON text.

use crate::error::{Fault, Inner, damaged};
use jiff::Timestamp;
use rusqlite::Row;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::str::FromStr;

/// An enum's word: `approval-void`.
pub(crate) fn word<T: Serialize>(value: &T) -> Inner<String> {
    match serde_json::to_value(value)? {
        Value::String(word) => Ok(word),
        other => Err(damaged(format!("{other} is not a word"))),
    }
}

/// An enum from its word.
pub(crate) fn from_word<T: DeserializeOwned>(word: String) -> Inner<T> {
    Ok(serde_json::from_value(Value::String(word))?)
}

pub(crate) fn to_json<T: Serialize>(value: &T) -> Inner<String> {
    Ok(serde_json::to_string(value)?)
}

pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Inner<T> {
    Ok(serde_json::from_str(text)?)
}

pub(crate) fn instant(milliseconds: i64) -> Inner<Timestamp> {
    Timestamp::from_millisecond(milliseconds).map_err(damaged)
}

/// Reading typed columns by name.
pub(crate) trait Columns {
    fn text(&self, column: &str) -> Inner<String>;
    fn id<T: FromStr>(&self, column: &str) -> Inner<T>;
    fn id_or_none<T: FromStr>(&self, column: &str) -> Inner<Option<T>>;
    fn word<T: DeserializeOwned>(&self, column: &str) -> Inner<T>;
    fn word_or_none<T: DeserializeOwned>(&self, column: &str) -> Inner<Option<T>>;
    fn json<T: DeserializeOwned>(&self, column: &str) -> Inner<T>;
    fn json_or_none<T: DeserializeOwned>(&self, column: &str) -> Inner<Option<T>>;
    fn instant(&self, column: &str) -> Inner<Timestamp>;
    fn instant_or_none(&self, column: &str) -> Inner<Option<Timestamp>>;
    fn number(&self, column: &str) -> Inner<u32>;
}

impl Columns for Row<'_> {
    fn text(&self, column: &str) -> Inner<String> {
        Ok(self.get(column)?)
    }

    fn id<T: FromStr>(&self, column: &str) -> Inner<T> {
        parse(&self.text(column)?, column)
    }

    fn id_or_none<T: FromStr>(&self, column: &str) -> Inner<Option<T>> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| parse(&text, column)).transpose()
    }

    fn word<T: DeserializeOwned>(&self, column: &str) -> Inner<T> {
        from_word(self.text(column)?)
    }

    fn word_or_none<T: DeserializeOwned>(&self, column: &str) -> Inner<Option<T>> {
        let word: Option<String> = self.get(column)?;
        word.map(from_word).transpose()
    }

    fn json<T: DeserializeOwned>(&self, column: &str) -> Inner<T> {
        from_json(self.get_ref(column)?.as_str().map_err(damaged)?)
    }

    fn json_or_none<T: DeserializeOwned>(&self, column: &str) -> Inner<Option<T>> {
        let text = self.get_ref(column)?.as_str_or_null().map_err(damaged)?;
        text.map(from_json).transpose()
    }

    fn instant(&self, column: &str) -> Inner<Timestamp> {
        instant(self.get(column)?)
    }

    fn instant_or_none(&self, column: &str) -> Inner<Option<Timestamp>> {
        let at: Option<i64> = self.get(column)?;
        at.map(instant).transpose()
    }

    fn number(&self, column: &str) -> Inner<u32> {
        Ok(self.get(column)?)
    }
}

fn parse<T: FromStr>(text: &str, column: &str) -> Inner<T> {
    text.parse()
        .map_err(|_| damaged(format!("{column} has no id: {text:?}")))
}

/// All rows of a query, each read by `read`.
pub(crate) fn rows<T>(
    statement: &mut rusqlite::Statement<'_>,
    params: impl rusqlite::Params,
    mut read: impl FnMut(&Row<'_>) -> Inner<T>,
) -> Inner<Vec<T>> {
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// The first row of a query, if it has one.
pub(crate) fn first<T>(
    statement: &mut rusqlite::Statement<'_>,
    params: impl rusqlite::Params,
    read: impl FnOnce(&Row<'_>) -> Inner<T>,
) -> Inner<Option<T>> {
    let mut rows = statement.query(params)?;
    rows.next().map_err(Fault::from)?.map(read).transpose()
}
