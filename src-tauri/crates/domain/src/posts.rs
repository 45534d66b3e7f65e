//! Posts, candidates, versions and their revisions; the payload that is previewed and sent.

use crate::canonical;
use crate::ids::{ChannelId, MediaId, RevisionId, VersionId};
use crate::networks::NetworkId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// Steps of undo that are kept.
pub const UNDO_STEPS: usize = 100;

/// Typing that rests for less than this is one revision. Milliseconds.
pub const COALESCE_MS: i64 = 2_000;

/// Why a revision came to be.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum RevisionReason {
    /// As drafted.
    Draft,
    Edit,
    Fix,
    Restore,
}

/// One state of a version's text. Undo moves the version's pointer; no revision is ever changed, but
/// for the newest edit while its author is still typing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    pub id: RevisionId,
    pub version: VersionId,
    pub parent: Option<RevisionId>,
    pub content: Content,
    pub reason: RevisionReason,
    pub created: Timestamp,
}

/// What a version says: all that the content hash covers, but for the channel.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Content {
    pub text: String,
    pub link: Option<String>,
    pub media: Vec<MediaUse>,
    pub first_comment: Option<String>,
}

/// A picture as a version uses it.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct MediaUse {
    pub media: MediaId,
    /// SHA-256 of the picture's bytes, lower-case hex.
    pub sha256: String,
    pub alt: String,
}

/// SHA-256 over all that an approval is bound to, in lower-case hex.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(transparent)]
pub struct ContentHash(String);

impl ContentHash {
    /// 64 lower-case hex digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The hash that an approval names: whatever changes it voids the approval.
///
/// It covers channel, text, link, first comment and each picture's bytes, alternative text and place.
/// Crops, designs and time windows do not exist yet: the first two are there as null, so that what is
/// approved today has the same hash when they do; the window is a member only where there is one.
pub fn content_hash(channel: ChannelId, content: &Content) -> ContentHash {
    let media: Vec<_> = content
        .media
        .iter()
        .enumerate()
        .map(|(order, picture)| {
            json!({"sha256": picture.sha256, "alt": picture.alt, "crop": null, "order": order})
        })
        .collect();
    ContentHash(canonical::sha256(&json!({
        "v": 1,
        "channel": channel,
        "text": content.text,
        "link": content.link,
        "media": media,
        "first_comment": content.first_comment,
        "design_revision": null,
    })))
}

/// Exactly what would be sent to the network. Previews are drawn from it and adapters send it unchanged,
/// so that preview and post cannot differ.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Payload {
    pub network: NetworkId,
    pub text: String,
    pub link: Option<String>,
    pub media: Vec<MediaUse>,
    pub first_comment: Option<String>,
}

impl Payload {
    /// What a network is sent for a content.
    pub fn of(network: NetworkId, content: &Content) -> Self {
        let Content {
            text,
            link,
            media,
            first_comment,
        } = content.clone();
        Self {
            network,
            text,
            link,
            media,
            first_comment,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const CHANNEL: ChannelId = ChannelId(Uuid::from_u128(1));

    fn content() -> Content {
        Content {
            text: "Mesh that fits.".to_owned(),
            link: Some("https://nextdaysteel.example/mesh".to_owned()),
            media: vec![picture("aa", "A sheet of mesh"), picture("bb", "A lorry")],
            first_comment: None,
        }
    }

    fn picture(sha256: &str, alt: &str) -> MediaUse {
        MediaUse {
            media: MediaId(Uuid::nil()),
            sha256: sha256.to_owned(),
            alt: alt.to_owned(),
        }
    }

    fn check(change: impl Fn(&mut Content), same: bool) {
        let mut changed = content();
        change(&mut changed);
        let equal = content_hash(CHANNEL, &changed) == content_hash(CHANNEL, &content());
        assert_eq!(equal, same, "{changed:?}");
    }

    #[test]
    fn the_hash_is_the_one_of_the_written_out_canonical_form() {
        use sha2::Digest;
        let written = concat!(
            r#"{"channel":"00000000-0000-0000-0000-000000000001","design_revision":null,"#,
            r#""first_comment":null,"link":"https://nextdaysteel.example/mesh","#,
            r#""media":[{"alt":"A sheet of mesh","crop":null,"order":0,"sha256":"aa"},"#,
            r#"{"alt":"A lorry","crop":null,"order":1,"sha256":"bb"}],"text":"Mesh that fits.","v":1}"#
        );
        let expect = canonical::hex(&sha2::Sha256::digest(written));
        assert_eq!(content_hash(CHANNEL, &content()).as_str(), expect);
    }

    #[test]
    fn every_part_of_the_content_and_the_channel_changes_the_hash() {
        check(|c| c.text.push(' '), false);
        check(|c| c.link = None, false);
        check(|c| c.first_comment = Some(String::new()), false);
        check(|c| c.media[0].alt.push('.'), false);
        check(|c| c.media[0].sha256.push('0'), false);
        check(|c| c.media.swap(0, 1), false);
        check(|c| drop(c.media.pop()), false);
        let other = content_hash(ChannelId(Uuid::from_u128(2)), &content());
        assert_ne!(other, content_hash(CHANNEL, &content()));
    }

    #[test]
    fn the_same_bytes_under_another_id_are_the_same_content() {
        check(|c| c.media[0].media = MediaId(Uuid::from_u128(5)), true);
    }
}
