//! The brand: its profile by revisions, its measured voice, and what it published before.

use crate::error::{Inner, not_found};
use crate::migrations::Migration;
use crate::store::{Store, Writing};
use crate::values::{Columns, first, rows, to_json, word};
use galley_app::ports::{Act, BrandStore, Revised, Stored};
use galley_domain::brand::voice::VoiceProfile;
use galley_domain::brand::{BrandProfile, PastPost};
use galley_domain::canonical;
use galley_domain::ids::PastPostId;
use rusqlite::Connection;
use serde_json::json;
use sha2::{Digest, Sha256};

/// Revisions are numbered from 1; the newest is in force. A past post's fingerprint is the SHA-256 of its
/// date, network and text.
pub(crate) const MIGRATION: Migration = Migration {
    name: "brand",
    sql: "
CREATE TABLE brand_revision (
    number INTEGER PRIMARY KEY,
    profile TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
CREATE TABLE voice_revision (
    number INTEGER PRIMARY KEY,
    voice TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
CREATE TABLE past_post (
    id TEXT PRIMARY KEY NOT NULL,
    fingerprint TEXT NOT NULL UNIQUE,
    date TEXT,
    network TEXT,
    text TEXT NOT NULL,
    metrics TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
",
};

impl BrandStore for Store {
    fn profile(&self) -> Stored<Option<BrandProfile>> {
        self.read(profile)
    }

    fn save_profile(&self, act: &Act, profile: &BrandProfile) -> Stored<()> {
        self.write(act, |writing| save_profile(writing, profile))
    }

    fn profile_revisions(&self, limit: u32) -> Stored<Vec<Revised<BrandProfile>>> {
        self.read(|connection| {
            revisions(connection, PROFILES, limit, |text| {
                Ok(serde_json::from_str(text)?)
            })
        })
    }

    fn profile_revision(&self, revision: u32) -> Stored<BrandProfile> {
        self.read(|connection| {
            let sql = "SELECT profile AS value FROM brand_revision WHERE number = ?";
            one(connection, sql, ("brand revision", revision), |text| {
                Ok(serde_json::from_str(text)?)
            })
        })
    }

    fn voice(&self) -> Stored<Option<VoiceProfile>> {
        self.read(voice)
    }

    fn voice_revisions(&self, limit: u32) -> Stored<Vec<Revised<VoiceProfile>>> {
        self.read(|connection| {
            revisions(connection, VOICES, limit, |text| {
                Ok(VoiceProfile::read(text)?)
            })
        })
    }

    fn voice_revision(&self, revision: u32) -> Stored<VoiceProfile> {
        self.read(|connection| {
            let sql = "SELECT voice AS value FROM voice_revision WHERE number = ?";
            one(connection, sql, ("voice revision", revision), |text| {
                Ok(VoiceProfile::read(text)?)
            })
        })
    }

    fn save_voice(&self, act: &Act, voice: &VoiceProfile) -> Stored<()> {
        self.write(act, |writing| save_voice(writing, voice))
    }

    fn past_posts(&self) -> Stored<Vec<PastPost>> {
        self.read(past_posts)
    }

    fn add_past_posts(&self, act: &Act, posts: &[PastPost]) -> Stored<u32> {
        self.write(act, |writing| add_past_posts(writing, posts))
    }

    fn remove_past_posts(&self, act: &Act, posts: &[PastPostId]) -> Stored<u32> {
        self.write(act, |writing| remove_past_posts(writing, posts))
    }
}

const PROFILES: &str = "SELECT number, profile AS value, by_member, written
    FROM brand_revision ORDER BY number DESC LIMIT ?";
const VOICES: &str = "SELECT number, voice AS value, by_member, written
    FROM voice_revision ORDER BY number DESC LIMIT ?";

/// The newest states of a document, each read by `read`.
fn revisions<T>(
    connection: &Connection,
    sql: &str,
    limit: u32,
    read: impl Fn(&str) -> Inner<T>,
) -> Inner<Vec<Revised<T>>> {
    let mut statement = connection.prepare_cached(sql)?;
    rows(&mut statement, [limit], |row| {
        Ok(Revised {
            revision: row.number("number")?,
            value: read(&row.text("value")?)?,
            member: row.id("by_member")?,
            at: row.instant("written")?,
        })
    })
}

/// One state of a document by its number.
fn one<T>(
    connection: &Connection,
    sql: &str,
    (what, revision): (&'static str, u32),
    read: impl Fn(&str) -> Inner<T>,
) -> Inner<T> {
    let mut statement = connection.prepare_cached(sql)?;
    first(&mut statement, [revision], |row| read(&row.text("value")?))?
        .ok_or_else(|| not_found(what, revision))
}

fn profile(connection: &Connection) -> Inner<Option<BrandProfile>> {
    let mut statement = connection
        .prepare_cached("SELECT profile FROM brand_revision ORDER BY number DESC LIMIT 1")?;
    first(&mut statement, [], |row| row.json("profile"))
}

fn save_profile(writing: &Writing<'_>, new: &BrandProfile) -> Inner<()> {
    let before = profile(writing)?;
    if before.as_ref() == Some(new) {
        return Ok(());
    }
    writing.execute(
        "INSERT INTO brand_revision (profile, by_member, on_device, written) VALUES (?, ?, ?, ?)",
        (
            to_json(new)?,
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    let number = writing.last_insert_rowid();
    let before = before.map(serde_json::to_value).transpose()?;
    let after = serde_json::to_value(new)?;
    writing.audit("brand-revision", number, before, Some(after))
}

fn voice(connection: &Connection) -> Inner<Option<VoiceProfile>> {
    let mut statement = connection
        .prepare_cached("SELECT voice FROM voice_revision ORDER BY number DESC LIMIT 1")?;
    first(&mut statement, [], |row| {
        Ok(VoiceProfile::read(&row.text("voice")?)?)
    })
}

/// The voice can be measured again from the past posts, so the audit record names only how many, and
/// what was set by hand.
fn save_voice(writing: &Writing<'_>, new: &VoiceProfile) -> Inner<()> {
    let before = voice(writing)?;
    if before.as_ref() == Some(new) {
        return Ok(());
    }
    writing.execute(
        "INSERT INTO voice_revision (voice, by_member, on_device, written) VALUES (?, ?, ?, ?)",
        (
            to_json(new)?,
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    let number = writing.last_insert_rowid();
    let audited = |voice: &VoiceProfile| json!({"posts": voice.posts, "edits": voice.edits});
    writing.audit(
        "voice-revision",
        number,
        before.as_ref().map(audited),
        Some(audited(new)),
    )
}

/// In the order in which they were read.
fn past_posts(connection: &Connection) -> Inner<Vec<PastPost>> {
    let mut statement = connection
        .prepare_cached("SELECT id, date, network, text, metrics FROM past_post ORDER BY rowid")?;
    rows(&mut statement, [], |row| {
        let network: Option<String> = row.get("network")?;
        Ok(PastPost {
            id: row.id("id")?,
            date: row.get("date")?,
            network: network.map(crate::values::from_word).transpose()?,
            text: row.text("text")?,
            metrics: row.json("metrics")?,
        })
    })
}

fn add_past_posts(writing: &Writing<'_>, posts: &[PastPost]) -> Inner<u32> {
    let mut added = 0;
    let mut statement = writing.prepare_cached(
        "INSERT INTO past_post (id, fingerprint, date, network, text, metrics,
             by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (fingerprint) DO NOTHING",
    )?;
    let (member, device, at) = (writing.member(), writing.device(), writing.at());
    for post in posts {
        let network = post.network.as_ref().map(word).transpose()?;
        let fingerprint = to_json(&(&post.date, &network, &post.text))?;
        let changed = statement.execute((
            post.id.to_string(),
            canonical::hex(&Sha256::digest(fingerprint.as_bytes())),
            &post.date,
            network,
            &post.text,
            to_json(&post.metrics)?,
            &member,
            &device,
            at,
        ))?;
        added += u32::from(changed > 0);
    }
    if added > 0 {
        writing.audit("past-posts", "all", None, Some(json!({"added": added})))?;
    }
    Ok(added)
}

fn remove_past_posts(writing: &Writing<'_>, posts: &[PastPostId]) -> Inner<u32> {
    let mut statement = writing.prepare_cached("DELETE FROM past_post WHERE id = ?")?;
    let mut removed = Vec::new();
    for post in posts {
        if statement.execute([post.to_string()])? > 0 {
            removed.push(post.to_string());
        }
    }
    if !removed.is_empty() {
        writing.audit("past-posts", "all", Some(json!({"removed": removed})), None)?;
    }
    Ok(u32::try_from(removed.len()).unwrap_or(u32::MAX))
}
