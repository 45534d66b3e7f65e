//! The audit chain: who did what, and whether anybody changed the record of it.

use crate::error::{Code, Error, Result};
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use crate::ports::{AuditQuery, AuditRow};
use galley_domain::ids::MemberId;
use galley_domain::members::{Member, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The operations on the audit chain.
pub const OPS: &[&dyn AnyOp] = &[&ListAudit, &VerifyAudit, &ExportAudit];

/// Records that one answer has at the most.
const MOST: u32 = 5_000;

/// Records that an export has at the most.
const EXPORTED: u32 = 1_000_000;

/// Which records to give.
#[derive(Debug, Clone, Default, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct AuditIn {
    /// Looked for in operation, object, what was before and after, and the member's name, ignoring case.
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub member: Option<MemberId>,
    /// Records whose operation begins so: `review.`.
    #[serde(default)]
    pub operation: Option<String>,
    /// At most this many, the newest; 200 if left out, 5,000 at the most.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Records that fit.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct AuditView {
    /// Newest first.
    pub records: Vec<AuditRecordView>,
    /// How many fit in all.
    pub total: u32,
}

/// A record as it is stored. Whether it was changed is for `audit.verify` to say.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct AuditRecordView {
    /// From 1 on its device.
    pub sequence: u32,
    pub device: String,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
    /// Name of who did it; their id if there is no such member.
    pub member: String,
    pub operation: String,
    /// `version 0198…`.
    pub object: String,
    /// JSON; `None`: there was nothing.
    pub before: Option<String>,
    pub after: Option<String>,
    pub hash: String,
}

/// Lists records, newest first.
struct ListAudit;

impl Op for ListAudit {
    const NAME: &'static str = "audit.list";
    const ROLE: Role = Role::Viewer;
    /// Every write appends to it.
    const PROVIDES: &'static [Tag] = Tag::ALL;
    type In = AuditIn;
    type Out = AuditView;

    async fn run(&self, cx: Cx<'_>, input: AuditIn) -> Result<AuditView> {
        let limit = input.limit.unwrap_or(200).min(MOST);
        let (rows, total) = cx.ports.store.audit(&query(input, limit))?;
        let members = cx.ports.store.members()?;
        Ok(AuditView {
            records: rows.into_iter().map(|row| shown(row, &members)).collect(),
            total,
        })
    }
}

/// What checking the audit chains came to: all of them hold.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct AuditVerified {
    /// Records that were checked.
    pub records: u32,
    /// Machines that wrote them.
    pub devices: u32,
}

/// Checks every device's audit chain from its first record. A chain that does not hold is an error that
/// names the record at which it breaks first.
struct VerifyAudit;

impl Op for VerifyAudit {
    const NAME: &'static str = "audit.verify";
    const ROLE: Role = Role::Viewer;
    type In = Nothing;
    type Out = AuditVerified;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<AuditVerified> {
        let checked = cx.ports.store.verify_audit()?;
        for chain in &checked {
            let Some(broken) = &chain.broken else {
                continue;
            };
            let (device, record, detail) = (&chain.device, broken.record, &broken.detail);
            let message = format!(
                "the audit chain of device {device} does not hold at record {record}: {detail}. \
                 Somebody changed the workspace's files behind Galley; compare with a backup."
            );
            return Err(Error::new(Code::AuditBroken, message)
                .with("device", device)
                .with("record", record)
                .with("holds", chain.records)
                .with("detail", detail));
        }
        Ok(AuditVerified {
            records: checked.iter().map(|chain| chain.records).sum(),
            devices: u32::try_from(checked.len()).unwrap_or(u32::MAX),
        })
    }
}

/// How the records are written out.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum ExportFormat {
    Csv,
    /// A JSON object a line.
    Jsonl,
}

/// Which records to write out, and how.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ExportAuditIn {
    pub format: ExportFormat,
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub member: Option<MemberId>,
    #[serde(default)]
    pub operation: Option<String>,
}

/// A file that was written.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct Exported {
    pub path: String,
    pub records: u32,
}

/// Writes the records that fit into a file of the workspace's folder, oldest first.
struct ExportAudit;

impl Op for ExportAudit {
    const NAME: &'static str = "audit.export";
    const ROLE: Role = Role::Viewer;
    type In = ExportAuditIn;
    type Out = Exported;

    async fn run(&self, cx: Cx<'_>, input: ExportAuditIn) -> Result<Exported> {
        let wanted = AuditIn {
            text: input.text,
            member: input.member,
            operation: input.operation,
            limit: None,
        };
        let (mut rows, _) = cx.ports.store.audit(&query(wanted, EXPORTED))?;
        rows.reverse();
        let members = cx.ports.store.members()?;
        let records: Vec<_> = rows.into_iter().map(|row| shown(row, &members)).collect();
        let (ending, text) = match input.format {
            ExportFormat::Csv => ("csv", csv(&records)),
            ExportFormat::Jsonl => ("jsonl", json_lines(&records)),
        };
        let day = cx.now.strftime("%Y-%m-%d");
        Ok(Exported {
            path: cx
                .ports
                .store
                .export(&format!("audit-{day}.{ending}"), &text)?,
            records: u32::try_from(records.len()).unwrap_or(u32::MAX),
        })
    }
}

fn query(input: AuditIn, limit: u32) -> AuditQuery {
    let filled = |text: Option<String>| {
        text.map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
    };
    AuditQuery {
        text: filled(input.text),
        member: input.member,
        operation: filled(input.operation),
        limit,
    }
}

fn shown(row: AuditRow, members: &[Member]) -> AuditRecordView {
    let named = members
        .iter()
        .find(|member| member.id.to_string() == row.member);
    AuditRecordView {
        sequence: row.sequence,
        device: row.device,
        at: row.at,
        member: named.map_or(row.member, |member| member.name.clone()),
        operation: row.operation,
        object: row.object,
        before: row.before,
        after: row.after,
        hash: row.hash,
    }
}

const COLUMNS: [&str; 9] = [
    "device",
    "sequence",
    "at",
    "member",
    "operation",
    "object",
    "before",
    "after",
    "hash",
];

/// Comma-separated values as RFC 4180 has them (<https://www.rfc-editor.org/rfc/rfc4180>, read
/// 2026-11-21).
fn csv(records: &[AuditRecordView]) -> String {
    let mut text = COLUMNS.join(",") + "\r\n";
    for record in records {
        let cells = [
            record.device.clone(),
            record.sequence.to_string(),
            record.at.to_string(),
            record.member.clone(),
            record.operation.clone(),
            record.object.clone(),
            record.before.clone().unwrap_or_default(),
            record.after.clone().unwrap_or_default(),
            record.hash.clone(),
        ];
        text += &cells.map(|value| cell(&value)).join(",");
        text += "\r\n";
    }
    text
}

/// A cell that a spreadsheet takes for text: what would begin a formula gets an apostrophe.
fn cell(value: &str) -> String {
    let formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let value = if formula {
        format!("'{value}")
    } else {
        value.to_owned()
    };
    if value.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value
    }
}

fn json_lines(records: &[AuditRecordView]) -> String {
    let value = |text: &Option<String>| -> Value {
        let text = text.as_deref().unwrap_or("null");
        // What somebody changed may be no JSON any more: it is written out as it stands.
        serde_json::from_str(text).unwrap_or_else(|_| json!(text))
    };
    let line = |record: &AuditRecordView| {
        let line = json!({
            "device": record.device,
            "sequence": record.sequence,
            "at": record.at,
            "member": record.member,
            "operation": record.operation,
            "object": record.object,
            "before": value(&record.before),
            "after": value(&record.after),
            "hash": record.hash,
        });
        line.to_string() + "\n"
    };
    records.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expect: &str) {
        assert_eq!(cell(value), expect);
    }

    #[test]
    fn a_cell_is_text_to_every_spreadsheet() {
        check("version 1", "version 1");
        check("=1+1", "'=1+1");
        check("@sum", "'@sum");
        check("a,b", "\"a,b\"");
        check("{\"a\":1}", "\"{\"\"a\"\":1}\"");
        check("-1,\n2", "\"'-1,\n2\"");
    }
}
