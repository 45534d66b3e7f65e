//! Records as a list, newest first.

use crate::error::Inner;
use crate::values::{Columns, rows};
use galley_app::ports::{AuditQuery, AuditRow};
use rusqlite::{Connection, named_params};

/// The newest records that fit, and how many fit in all.
pub(super) fn audit(connection: &Connection, query: &AuditQuery) -> Inner<(Vec<AuditRow>, u32)> {
    const FITTING: &str = "FROM audit LEFT JOIN member ON member.id = audit.member
         WHERE (:member IS NULL OR audit.member = :member)
           AND (:operation IS NULL OR substr(operation, 1, length(:operation)) = :operation)
           AND (:text IS NULL
                OR instr(lower(operation || ' ' || object || ' ' || coalesce(before, '') || ' '
                    || coalesce(after, '') || ' ' || coalesce(member.name, '')), :text) > 0)";
    let member = query.member.map(|member| member.to_string());
    let text = query.text.as_ref().map(|text| text.to_ascii_lowercase());
    let total = connection
        .prepare_cached(&format!("SELECT count(*) {FITTING}"))?
        .query_row(
            named_params! {":member": member, ":operation": query.operation, ":text": text},
            |row| row.get(0),
        )?;
    let mut statement = connection.prepare_cached(&format!(
        "SELECT audit.* {FITTING} ORDER BY at DESC, device, sequence DESC LIMIT :limit"
    ))?;
    let found = rows(
        &mut statement,
        named_params! {
            ":member": member, ":operation": query.operation, ":text": text, ":limit": query.limit,
        },
        |row| {
            Ok(AuditRow {
                device: row.text("device")?,
                sequence: row.get::<_, i64>("sequence")?.try_into().unwrap_or(0),
                at: row.instant("at").unwrap_or_default(),
                member: row.text("member")?,
                operation: row.text("operation")?,
                object: row.text("object")?,
                before: row.get("before")?,
                after: row.get("after")?,
                hash: row.text("hash")?,
            })
        },
    )?;
    Ok((found, total))
}
