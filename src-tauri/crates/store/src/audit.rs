//! The audit chain, as stored: each record is written in the transaction of the change that it tells of.

mod list;

use crate::error::{Fault, Inner, damaged};
use crate::migrations::Migration;
use crate::store::{Store, Writing};
use crate::values::{Columns, first, rows};
use galley_app::ports::{AuditBreak, AuditCheck, AuditQuery, AuditRow, AuditStore, Stored};
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
        /// Its number; 0: the chain as a whole, or its head.
        sequence: u32,
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
                let unreadable = |detail: String| AuditState::Unreadable {
                    sequence: 0,
                    detail,
                };
                let state = state.unwrap_or_else(|fault| unreadable(fault.to_string()));
                (device, state)
            };
            Ok(devices.into_iter().map(state).collect())
        })
    }
}

impl AuditStore for Store {
    fn verify_audit(&self) -> Stored<Vec<AuditCheck>> {
        let checked = |(device, state)| {
            let broken = |record, detail| Some(AuditBreak { record, detail });
            let (records, broken) = match state {
                AuditState::Whole { records } => (records, None),
                AuditState::Tampered(at) => {
                    let record = at.record();
                    (record.saturating_sub(1), broken(record, at.to_string()))
                }
                AuditState::Unreadable { sequence, detail } => {
                    (sequence.saturating_sub(1), broken(sequence, detail))
                }
            };
            AuditCheck {
                device,
                records,
                broken,
            }
        };
        Ok(self.audit_states()?.into_iter().map(checked).collect())
    }

    fn audit(&self, query: &AuditQuery) -> Stored<(Vec<AuditRow>, u32)> {
        self.read(|connection| list::audit(connection, query))
    }

    fn export(&self, name: &str, text: &str) -> Stored<String> {
        crate::exports::write(self.folder(), name, text)
            .map_err(|fault| fault.stored(self.folder()))
    }
}

fn check(connection: &Connection, device: &str) -> Inner<AuditState> {
    let id: DeviceId = device.parse().map_err(damaged)?;
    if id.to_string() != device {
        return Err(misspelled("device"));
    }
    let mut statement = connection.prepare_cached(OF_DEVICE)?;
    let mut rows = statement.query([device])?;
    let mut records: Vec<AuditRecord> = Vec::new();
    let mut unreadable = None;
    while let Some(row) = rows.next()? {
        match read(row) {
            Ok(record) => records.push(record),
            Err(fault) => {
                unreadable = Some(fault.to_string());
                break;
            }
        }
    }
    // What was read so far may break before the record that cannot be read.
    let read = u32::try_from(records.len()).unwrap_or(u32::MAX);
    let head = match (&unreadable, records.last()) {
        (None, _) => head(connection, id)?,
        (Some(_), last) => ChainHead {
            device: id,
            sequence: read,
            hash: last.map_or(String::new(), |last| last.hash.clone()),
        },
    };
    Ok(match (verify(&records, &head), unreadable) {
        (Err(tampered), _) => AuditState::Tampered(tampered),
        (Ok(()), Some(detail)) => AuditState::Unreadable {
            sequence: read.saturating_add(1),
            detail,
        },
        (Ok(()), None) => AuditState::Whole { records: read },
    })
}

const OF_DEVICE: &str =
    "SELECT device, sequence, at, member, operation, object, before, after, previous, hash
     FROM audit WHERE device = ? ORDER BY sequence";

/// The records of a device in order.
fn of_device(connection: &Connection, device: DeviceId) -> Inner<Vec<AuditRecord>> {
    let mut statement = connection.prepare_cached(OF_DEVICE)?;
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
        Err(misspelled(column))
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
        Err(misspelled(column))
    }
}

fn misspelled(column: &str) -> Fault {
    damaged(format!("{column} is not written as Galley writes it"))
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
