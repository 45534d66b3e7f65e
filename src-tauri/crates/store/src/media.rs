//! Pictures: a row each, the bytes in `media/` under their hash.

use crate::error::{Inner, damaged, not_found};
use crate::layout;
use crate::migrations::Migration;
use crate::store::{Store, Writing};
use crate::values::{Columns, first, rows};
use galley_app::ports::{Act, Media, MediaStore, Stored};
use galley_domain::canonical;
use galley_domain::ids::MediaId;
use rusqlite::{Connection, Row};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

pub(crate) const MIGRATION: Migration = Migration {
    name: "media",
    sql: "
CREATE TABLE media (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    alt TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
",
};

impl MediaStore for Store {
    fn add_media(&self, act: &Act, media: &Media, bytes: &[u8]) -> Stored<()> {
        let folder = self.folder().join(layout::MEDIA);
        self.write(act, |writing| add(writing, &folder, media, bytes))
    }

    fn media(&self) -> Stored<Vec<Media>> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT * FROM media ORDER BY name, id")?;
            rows(&mut statement, [], read)
        })
    }

    fn media_bytes(&self, id: MediaId) -> Stored<Vec<u8>> {
        let folder = self.folder().join(layout::MEDIA);
        self.read(|connection| {
            let media = by_id(connection, id)?.ok_or_else(|| not_found("picture", id))?;
            let bytes = match std::fs::read(file(&folder, &media)) {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    return Err(not_found("picture", id));
                }
                Err(error) => return Err(error.into()),
            };
            // What is approved by its hash must be what is sent.
            if sha256(&bytes) != media.sha256 {
                return Err(damaged(format!("the bytes of {} were changed", media.name)));
            }
            Ok(bytes)
        })
    }
}

/// The bytes are on the disk before the row is: a row without bytes never exists, and bytes without a row
/// do no harm.
fn add(writing: &Writing<'_>, folder: &Path, media: &Media, bytes: &[u8]) -> Inner<()> {
    if sha256(bytes) != media.sha256 {
        return Err(damaged(format!(
            "{} does not have the hash that is said",
            media.name
        )));
    }
    let path = file(folder, media);
    if !std::fs::read(&path).is_ok_and(|there| there == bytes) {
        write_whole(&path, bytes)?;
        layout::sync(folder)?;
    }
    let changed = writing.execute(
        "INSERT INTO media (id, name, sha256, kind, width, height, alt, bytes,
             by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
        rusqlite::params![
            media.id.to_string(),
            media.name,
            media.sha256,
            media.kind,
            media.width,
            media.height,
            media.alt,
            i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            writing.member(),
            writing.device(),
            writing.at(),
        ],
    )?;
    if changed > 0 {
        let after = json!({"name": media.name, "sha256": media.sha256, "alt": media.alt});
        writing.audit("media", media.id, None, Some(after))?;
    }
    Ok(())
}

fn by_id(connection: &Connection, id: MediaId) -> Inner<Option<Media>> {
    let mut statement = connection.prepare_cached("SELECT * FROM media WHERE id = ?")?;
    first(&mut statement, [id.to_string()], read)
}

fn read(row: &Row<'_>) -> Inner<Media> {
    Ok(Media {
        id: row.id("id")?,
        name: row.text("name")?,
        sha256: row.text("sha256")?,
        kind: row.text("kind")?,
        width: row.number("width")?,
        height: row.number("height")?,
        alt: row.text("alt")?,
    })
}

/// `media/<hash>.png`: the ending lets other programs open what a person finds in the folder.
fn file(folder: &Path, media: &Media) -> PathBuf {
    let ending = match media.kind.as_str() {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "image/svg+xml" => "svg",
        _ => "bin",
    };
    folder.join(format!("{}.{ending}", media.sha256))
}

fn write_whole(path: &Path, bytes: &[u8]) -> Inner<()> {
    let unfinished = path.with_extension("making");
    let written = File::create(&unfinished).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if written.is_err() {
        // Gives the room back when the disk is full.
        let _ = std::fs::remove_file(&unfinished);
    }
    written?;
    std::fs::rename(&unfinished, path)?;
    Ok(())
}

fn sha256(bytes: &[u8]) -> String {
    canonical::hex(&Sha256::digest(bytes))
}
