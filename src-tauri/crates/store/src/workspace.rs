//! What the workspace is, and its side of the ports.

use crate::error::{Inner, damaged};
use crate::migrations::Migration;
use crate::store::{Store, Writing};
use crate::values::{Columns, first};
use crate::{channels, members};
use galley_app::ports::{Act, Counts, Stored, WorkspaceFacts, WorkspaceStore};
use galley_domain::channels::Channel;
use galley_domain::ids::{DeviceId, MemberId};
use galley_domain::members::Member;
use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};
use serde_json::json;
use uuid::Uuid;

/// One row. `kind` is `plain`; `encrypted` comes with the trust capability. `device` is the machine that
/// holds this copy of the workspace.
pub(crate) const MIGRATION: Migration = Migration {
    name: "workspace",
    sql: "
CREATE TABLE workspace (
    id TEXT PRIMARY KEY NOT NULL,
    only_one INTEGER NOT NULL UNIQUE DEFAULT 1 CHECK (only_one = 1),
    kind TEXT NOT NULL CHECK (kind IN ('plain', 'encrypted')),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    device TEXT NOT NULL REFERENCES device (id),
    created INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;
",
};

/// What a new workspace begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkspace {
    /// Tells workspaces apart: an index made for another one is not used.
    pub id: Uuid,
    /// Made from a demo brand, so it can be reset.
    pub demo: bool,
    /// Its first member, who makes it; an admin.
    pub member: Member,
    pub device: DeviceId,
    /// The machine's name.
    pub device_name: String,
    /// The channels that are planned from the start.
    pub channels: Vec<Channel>,
    pub at: Timestamp,
}

/// Writes the first rows.
pub(crate) fn fill(connection: &mut Connection, new: &NewWorkspace) -> Inner<()> {
    let act = Act {
        member: new.member.id,
        device: new.device,
        at: new.at,
        operation: "workspace.create",
    };
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let writing = Writing::over(transaction, &act);
    members::insert(&writing, &new.member)?;
    members::insert_device(&writing, new.device, &new.device_name)?;
    writing.execute(
        "INSERT INTO workspace (id, kind, demo, device, created, by_member, on_device)
         VALUES (?, 'plain', ?, ?, ?, ?, ?)",
        (
            new.id.to_string(),
            new.demo,
            writing.device(),
            writing.at(),
            writing.member(),
            writing.device(),
        ),
    )?;
    let after = json!({"kind": "plain", "demo": new.demo, "member": new.member.name});
    writing.audit("workspace", new.id, None, Some(after))?;
    for channel in &new.channels {
        channels::save(&writing, channel)?;
    }
    writing.commit()
}

/// Tells workspaces apart.
pub(crate) fn id(connection: &Connection) -> Inner<String> {
    Ok(connection.query_row("SELECT id FROM workspace", [], |row| row.get(0))?)
}

fn counts(connection: &Connection) -> Inner<Counts> {
    let count = |sql: &str| {
        connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))
    };
    Ok(Counts {
        documents: count("SELECT count(*) FROM document")?,
        entries: count("SELECT count(*) FROM entry")?,
        past_posts: count("SELECT count(*) FROM past_post")?,
        posts: count("SELECT count(*) FROM post")?,
        waiting: count(
            "SELECT count(DISTINCT candidate) FROM version WHERE state = 'awaiting-approval'",
        )?,
    })
}

impl WorkspaceStore for Store {
    fn facts(&self) -> Stored<WorkspaceFacts> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT demo, device, created FROM workspace")?;
            let facts = first(&mut statement, [], |row| {
                Ok(WorkspaceFacts {
                    folder: self.folder().to_owned(),
                    demo: row.get("demo")?,
                    device: row.id("device")?,
                    created: row.instant("created")?,
                })
            })?;
            facts.ok_or_else(|| damaged("the workspace's own row is missing"))
        })
    }

    fn counts(&self) -> Stored<Counts> {
        self.read(counts)
    }

    fn members(&self) -> Stored<Vec<Member>> {
        self.read(members::all)
    }

    fn add_member(&self, act: &Act, member: &Member) -> Stored<()> {
        self.write(act, |writing| members::add(writing, member))
    }

    fn change_member(&self, act: &Act, member: &Member) -> Stored<()> {
        self.write(act, |writing| members::change(writing, member))
    }

    fn acting(&self) -> Stored<Option<MemberId>> {
        let device = self.facts()?.device;
        self.read(|connection| members::acting(connection, device))
    }

    fn act_as(&self, act: &Act, member: MemberId) -> Stored<()> {
        self.write(act, |writing| members::act_as(writing, member))
    }

    fn channels(&self) -> Stored<Vec<Channel>> {
        self.read(channels::all)
    }

    fn save_channel(&self, act: &Act, channel: &Channel) -> Stored<()> {
        self.write(act, |writing| channels::save(writing, channel))
    }
}
