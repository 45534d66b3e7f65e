//! Channels: the brand's accounts on the networks.

use crate::error::Inner;
use crate::migrations::Migration;
use crate::store::Writing;
use crate::values::{Columns, first, rows, word};
use galley_domain::channels::Channel;
use galley_domain::ids::ChannelId;
use rusqlite::{Connection, Row};

pub(crate) const MIGRATION: Migration = Migration {
    name: "channels",
    sql: "
CREATE TABLE channel (
    id TEXT PRIMARY KEY NOT NULL,
    network TEXT NOT NULL,
    name TEXT NOT NULL,
    handle TEXT,
    state TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
",
};

/// All channels, in the order of their networks.
pub(crate) fn all(connection: &Connection) -> Inner<Vec<Channel>> {
    let mut statement = connection
        .prepare_cached("SELECT id, network, name, handle, state FROM channel ORDER BY id")?;
    let mut channels = rows(&mut statement, [], read)?;
    channels.sort_by_key(|channel| channel.network);
    Ok(channels)
}

pub(crate) fn by_id(connection: &Connection, id: ChannelId) -> Inner<Option<Channel>> {
    let mut statement = connection
        .prepare_cached("SELECT id, network, name, handle, state FROM channel WHERE id = ?")?;
    first(&mut statement, [id.to_string()], read)
}

pub(crate) fn save(writing: &Writing<'_>, channel: &Channel) -> Inner<()> {
    let before = by_id(writing, channel.id)?;
    if before.as_ref() == Some(channel) {
        return Ok(());
    }
    writing.execute(
        "INSERT INTO channel (id, network, name, handle, state, by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET network = excluded.network, name = excluded.name,
             handle = excluded.handle, state = excluded.state, by_member = excluded.by_member,
             on_device = excluded.on_device, written = excluded.written",
        (
            channel.id.to_string(),
            word(&channel.network)?,
            &channel.name,
            &channel.handle,
            word(&channel.state)?,
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    let before = before.map(serde_json::to_value).transpose()?;
    let after = serde_json::to_value(channel)?;
    writing.audit("channel", channel.id, before, Some(after))
}

fn read(row: &Row<'_>) -> Inner<Channel> {
    Ok(Channel {
        id: row.id("id")?,
        network: row.word("network")?,
        name: row.text("name")?,
        handle: row.get("handle")?,
        state: row.word("state")?,
    })
}
