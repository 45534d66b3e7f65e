//! The audit chain, as stored: each record is written in the transaction of the change that it tells of.

use crate::error::Inner;
use crate::migrations::Migration;
use crate::store::{Store, Writing};
use crate::values::{Columns, first, rows};
use galley_app::ports::Stored;
use galley_domain::audit::{AuditRecord, ChainHead, Tampered, verify};
use galley_domain::canonical;
use galley_domain::ids::DeviceId;
use rusqlite::{Connection, Row};
use serde_json::Value;

/// `before` and `after` are canonical JSON. The newest record of each device stands in `audit_head` too,
/// so that one missing at the end is found. Nothing here refers to members: a record outlives them.
pub(crate) const MIGRATION: Migration = Migration {
    name: "audit",
    sql: "
CREATE TABLE audit (
    device TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    member TEXT NOT NULL,
    operation TEXT NOT NULL,
    object TEXT NOT NULL,
    before TEXT,
    after TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (device, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_head (
    device TEXT PRIMARY KEY NOT NULL,
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
};

/// What checking a device's chain came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditState {
    /// Nothing was changed in this many records.
    Whole {
        records: u32,
    },
    Tampered(Tampered),
    /// A record or the head cannot even be read.
    Unreadable {
        detail: String,
    },
}

impl Writing<'_> {
    /// Appends what is being done to the acting device's chain.
    pub(crate) fn audit(
        &self,
        kind: &str,
        id: impl std::fmt::Display,
        before: Option<Value>,
        after: Option<Value>,
    ) -> Inner<()> {
        let device = self.act.device;
        let head = head(self, device)?;
        let mut record = AuditRecord {
            sequence: head.sequence.saturating_add(1),
            device,
            member: self.act.member,
            at: self.act.at,
            operation: self.act.operation.to_owned(),
            object: format!("{kind} {id}"),
            before,
            after,
            previous: head.hash,
            hash: String::new(),
        };
        record.hash = record.expected_hash();
        append(self, &record)
    }
}

impl Store {
    /// The audit records of a device in order.
    pub fn audit_records(&self, device: DeviceId) -> Stored<Vec<AuditRecord>> {
        self.read(|connection| of_device(connection, device))
    }

    /// Checks every device's chain, in the order of the devices' ids.
    pub fn audit_states(&self) -> Stored<Vec<(String, AuditState)>> {
        self.read(|connection| {
            let mut statement = connection.prepare(
                "SELECT device FROM audit UNION SELECT device FROM audit_head
                 UNION SELECT id FROM device ORDER BY 1",
            )?;
            let devices = rows(&mut statement, [], |row| row.text("device"))?;
            let state = |device: String| {
                let state = check(connection, &device);
                let unreadable = |detail: String| AuditState::Unreadable { detail };
                let state = state.unwrap_or_else(|fault| unreadable(fault.to_string()));
                (device, state)
            };
            Ok(devices.into_iter().map(state).collect())
        })
    }
}

fn check(connection: &Connection, device: &str) -> Inner<AuditState> {
    let device: DeviceId = device.parse().map_err(crate::error::damaged)?;
    let head = head(connection, device)?;
    let records = of_device(connection, device)?;
    Ok(match verify(&records, &head) {
        Ok(()) => AuditState::Whole {
            records: head.sequence,
        },
        Err(tampered) => AuditState::Tampered(tampered),
    })
}

/// The records of a device in order.
fn of_device(connection: &Connection, device: DeviceId) -> Inner<Vec<AuditRecord>> {
    let mut statement = connection.prepare_cached(
        "SELECT device, sequence, at, member, operation, object, before, after, previous, hash
         FROM audit WHERE device = ? ORDER BY sequence",
    )?;
    rows(&mut statement, [device.to_string()], read)
}

fn read(row: &Row<'_>) -> Inner<AuditRecord> {
    Ok(AuditRecord {
        sequence: row.number("sequence")?,
        device: exact_id(row, "device")?,
        member: exact_id(row, "member")?,
        at: row.instant("at")?,
        operation: row.text("operation")?,
        object: row.text("object")?,
        before: exact_json(row, "before")?,
        after: exact_json(row, "after")?,
        previous: row.text("previous")?,
        hash: row.text("hash")?,
    })
}

/// An id that is written as we write it: another spelling of the same id is another byte.
fn exact_id<T: std::str::FromStr + std::fmt::Display>(row: &Row<'_>, column: &str) -> Inner<T> {
    let id: T = row.id(column)?;
    if id.to_string() == row.text(column)? {
        Ok(id)
    } else {
        Err(crate::error::damaged(format!(
            "{column} is not written as Galley writes it"
        )))
    }
}

/// A value whose text is the canonical one: a changed blank is a changed byte too.
fn exact_json(row: &Row<'_>, column: &str) -> Inner<Option<Value>> {
    let text: Option<String> = row.get(column)?;
    let Some(text) = text else {
        return Ok(None);
    };
    let value: Value = serde_json::from_str(&text)?;
    if canonical::json(&value) == text {
        Ok(Some(value))
    } else {
        Err(crate::error::damaged(format!(
            "{column} is not written as Galley writes it"
        )))
    }
}

fn head(connection: &Connection, device: DeviceId) -> Inner<ChainHead> {
    let mut statement =
        connection.prepare_cached("SELECT sequence, hash FROM audit_head WHERE device = ?")?;
    let head = first(&mut statement, [device.to_string()], |row| {
        Ok(ChainHead {
            device,
            sequence: row.number("sequence")?,
            hash: row.text("hash")?,
        })
    })?;
    Ok(head.unwrap_or(ChainHead {
        device,
        sequence: 0,
        hash: String::new(),
    }))
}

fn append(connection: &Connection, record: &AuditRecord) -> Inner<()> {
    let device = record.device.to_string();
    connection
        .prepare_cached(
            "INSERT INTO audit (device, sequence, at, member, operation, object, before, after,
                 previous, hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute((
            &device,
            record.sequence,
            record.at.as_millisecond(),
            record.member.to_string(),
            &record.operation,
            &record.object,
            record.before.as_ref().map(canonical::json),
            record.after.as_ref().map(canonical::json),
            &record.previous,
            &record.hash,
        ))?;
    connection
        .prepare_cached(
            "INSERT INTO audit_head (device, sequence, hash) VALUES (?, ?, ?)
             ON CONFLICT (device) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash",
        )?
        .execute((&device, record.sequence, &record.hash))?;
    Ok(())
}
