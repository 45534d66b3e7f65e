//! Runs, their steps, and the one job list.

use crate::error::{Inner, conflict, not_found};
use crate::migrations::Migration;
use crate::store::{Store, Writing};
use crate::values::{Columns, first, rows, to_json, word};
use galley_app::ports::{Act, RunStore, Stored, StoredRun};
use galley_domain::ids::RunId;
use galley_domain::runs::{Run, RunState, Step};
use rusqlite::{Connection, Row};
use serde_json::json;

/// A job is a run that is not over. Its place is where it stands on the list; `leased_by` is the process
/// that works on it.
pub(crate) const MIGRATION: Migration = Migration {
    name: "runs",
    sql: "
CREATE TABLE run (
    id TEXT PRIMARY KEY NOT NULL,
    schema_version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    input TEXT NOT NULL,
    failure TEXT,
    seed TEXT NOT NULL,
    created INTEGER NOT NULL,
    ended INTEGER,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;
CREATE TABLE step (
    run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    started INTEGER,
    ended INTEGER,
    output TEXT,
    PRIMARY KEY (run, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE job (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    run TEXT NOT NULL UNIQUE REFERENCES run (id) ON DELETE CASCADE,
    leased_by INTEGER,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
",
};

impl RunStore for Store {
    fn enqueue(&self, act: &Act, run: &Run, seed: &str) -> Stored<()> {
        self.write(act, |writing| enqueue(writing, run, seed))
    }

    fn lease(&self) -> Stored<Option<RunId>> {
        self.keep_books(lease)
    }

    fn run(&self, id: RunId) -> Stored<StoredRun> {
        self.read(|connection| run(connection, id))
    }

    fn runs(&self, limit: u32) -> Stored<Vec<StoredRun>> {
        self.read(|connection| newest(connection, limit))
    }

    fn save_run(&self, run: &Run) -> Stored<()> {
        self.keep_books(|connection| {
            refuse_what_is_over(connection, run)?;
            save(connection, run)
        })
    }

    fn finish_job(&self, id: RunId) -> Stored<()> {
        self.keep_books(|connection| {
            connection
                .prepare_cached("DELETE FROM job WHERE run = ?")?
                .execute([id.to_string()])?;
            Ok(())
        })
    }

    fn release_leases(&self) -> Stored<u32> {
        self.keep_books(|connection| {
            let released = connection.execute(
                "UPDATE job SET leased_by = NULL WHERE leased_by IS NOT NULL",
                [],
            )?;
            Ok(u32::try_from(released).unwrap_or(u32::MAX))
        })
    }
}

fn enqueue(writing: &Writing<'_>, run: &Run, seed: &str) -> Inner<()> {
    let id = run.id.to_string();
    let there: bool = writing
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM run WHERE id = ?)")?
        .query_row([&id], |row| row.get(0))?;
    if there {
        return Err(conflict("run", run.id));
    }
    let (member, device) = (writing.member(), writing.device());
    writing.execute(
        "INSERT INTO run (id, schema_version, kind, state, input, seed, created,
             by_member, on_device)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            &id,
            run.schema_version,
            &run.kind,
            word(&run.state)?,
            to_json(&run.input)?,
            seed,
            run.created.as_millisecond(),
            &member,
            &device,
        ),
    )?;
    save(writing, run)?;
    writing.execute(
        "INSERT INTO job (run, by_member, on_device, written) VALUES (?, ?, ?, ?)",
        (&id, &member, &device, writing.at()),
    )?;
    let after = json!({"kind": run.kind, "input": run.input, "seed": seed});
    writing.audit("run", run.id, None, Some(after))
}

fn lease(connection: &Connection) -> Inner<Option<RunId>> {
    let mut statement = connection.prepare_cached(
        "UPDATE job SET leased_by = ?
         WHERE place = (SELECT min(place) FROM job WHERE leased_by IS NULL) RETURNING run",
    )?;
    first(&mut statement, [std::process::id()], |row| row.id("run"))
}

/// Somebody else ended it, most likely by a cancel: what is late does not undo that.
fn refuse_what_is_over(connection: &Connection, run: &Run) -> Inner<()> {
    let mut statement = connection.prepare_cached("SELECT state FROM run WHERE id = ?")?;
    let state: Option<RunState> = first(&mut statement, [run.id.to_string()], |row| {
        row.word("state")
    })?;
    match state {
        Some(state) if state.is_over() => Err(conflict("run", run.id)),
        _ => Ok(()),
    }
}

/// What never changes of a run (its input, who asked for it) is not written again.
fn save(connection: &Connection, run: &Run) -> Inner<()> {
    let id = run.id.to_string();
    let changed = connection
        .prepare_cached("UPDATE run SET state = ?, failure = ?, ended = ? WHERE id = ?")?
        .execute((
            word(&run.state)?,
            run.failure.as_ref().map(to_json).transpose()?,
            run.ended.map(|at| at.as_millisecond()),
            &id,
        ))?;
    if changed == 0 {
        return Err(not_found("run", run.id));
    }
    let mut statement = connection.prepare_cached(
        "INSERT INTO step (run, ordinal, name, state, started, ended, output)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (run, ordinal) DO UPDATE SET state = excluded.state,
             started = excluded.started, ended = excluded.ended, output = excluded.output
         WHERE (state, started, ended, output)
             IS NOT (excluded.state, excluded.started, excluded.ended, excluded.output)",
    )?;
    for (ordinal, step) in (0_u32..).zip(&run.steps) {
        statement.execute((
            &id,
            ordinal,
            &step.name,
            word(&step.state)?,
            step.started.map(|at| at.as_millisecond()),
            step.ended.map(|at| at.as_millisecond()),
            step.output.as_ref().map(to_json).transpose()?,
        ))?;
    }
    Ok(())
}

fn run(connection: &Connection, id: RunId) -> Inner<StoredRun> {
    let mut statement = connection.prepare_cached("SELECT * FROM run WHERE id = ?")?;
    let stored = first(&mut statement, [id.to_string()], |row| {
        stored_run(row, steps(connection, id, "output")?)
    })?;
    stored.ok_or_else(|| not_found("run", id))
}

fn newest(connection: &Connection, limit: u32) -> Inner<Vec<StoredRun>> {
    let mut statement =
        connection.prepare_cached("SELECT * FROM run ORDER BY created DESC, id DESC LIMIT ?")?;
    rows(&mut statement, [limit], |row| {
        stored_run(row, steps(connection, row.id("id")?, "NULL AS output")?)
    })
}

fn stored_run(row: &Row<'_>, steps: Vec<Step>) -> Inner<StoredRun> {
    Ok(StoredRun {
        run: Run {
            schema_version: row.number("schema_version")?,
            id: row.id("id")?,
            kind: row.text("kind")?,
            state: row.word("state")?,
            input: row.json("input")?,
            steps,
            failure: row.json_or_none("failure")?,
            created: row.instant("created")?,
            ended: row.instant_or_none("ended")?,
        },
        member: row.id("by_member")?,
        device: row.id("on_device")?,
        seed: row.text("seed")?,
    })
}

/// `output` is the column, or what stands in for it where it is not wanted.
fn steps(connection: &Connection, id: RunId, output: &str) -> Inner<Vec<Step>> {
    let sql = format!(
        "SELECT name, state, started, ended, {output} FROM step WHERE run = ? ORDER BY ordinal"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    rows(&mut statement, [id.to_string()], |row| {
        Ok(Step {
            name: row.text("name")?,
            state: row.word("state")?,
            started: row.instant_or_none("started")?,
            ended: row.instant_or_none("ended")?,
            output: row.json_or_none("output")?,
        })
    })
}
