//! Posts, candidates, versions and their revisions; the payload that is previewed and sent.
//!
//! A candidate has one global content and a version per channel. A version that is *attached* follows the
//! global content ([`flow`]); one with words of its own is *detached*.

use crate::canonical;
use crate::ids::{ChannelId, MediaId, RevisionId, VersionId};
use crate::networks::NetworkId;
use crate::text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

mod flow;

pub use flow::{adapted, flow, fullest};

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
    /// A former state was put back.
    Restore,
    /// A change of the global content flowed here.
    Global,
    /// The version was put back under the global content.
    Attach,
    /// The version was taken from under the global content, its words unchanged.
    Detach,
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

/// Most tags of a post.
pub const MAX_TAGS: usize = 20;

/// Longest tag, in characters.
pub const MAX_TAG_CHARS: usize = 40;

/// Longest link, in bytes: more is no address that a network takes. Our own.
const MAX_LINK_BYTES: usize = 2_000;

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

/// Why tags are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TagError {
    #[error("a post has at most {MAX_TAGS} tags")]
    TooMany,
    #[error("a tag has at most {MAX_TAG_CHARS} characters")]
    TooLong,
}

/// The tags without the space around them, each once, ignoring case; empty ones are left out.
///
/// # Errors
/// [`TagError`] if there are too many, or one is too long.
pub fn tags(given: &[String]) -> Result<Vec<String>, TagError> {
    let mut tags: Vec<String> = Vec::new();
    for tag in given.iter().map(|tag| tag.trim()) {
        let known = tags
            .iter()
            .any(|known| text::fold(known) == text::fold(tag));
        if tag.is_empty() || known {
            continue;
        }
        if tag.chars().count() > MAX_TAG_CHARS {
            return Err(TagError::TooLong);
        }
        tags.push(tag.to_owned());
    }
    match tags.len() {
        0..=MAX_TAGS => Ok(tags),
        _ => Err(TagError::TooMany),
    }
}

/// Why a link is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    #[error("a link begins with https:// or http:// and has no spaces in it")]
    NoAddress,
    #[error("a link has at most {MAX_LINK_BYTES} bytes")]
    TooLong,
}

/// The link as it is sent; `None` for an empty one.
///
/// # Errors
/// [`LinkError`] if it is no web address.
pub fn link(given: &str) -> Result<Option<String>, LinkError> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(None);
    }
    if given.len() > MAX_LINK_BYTES {
        return Err(LinkError::TooLong);
    }
    let host = ["https://", "http://"]
        .iter()
        .find_map(|scheme| given.strip_prefix(scheme));
    let is_address = host.is_some_and(|host| host.starts_with(char::is_alphanumeric))
        && !given.contains(|c: char| c.is_whitespace() || c.is_control());
    is_address
        .then(|| Some(given.to_owned()))
        .ok_or(LinkError::NoAddress)
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
    fn tags_are_trimmed_and_kept_once() {
        let given =
            |tags: &[&str]| super::tags(&tags.iter().map(|t| t.to_string()).collect::<Vec<_>>());
        let kept = given(&[" Mesh launch ", "", "mesh Launch", "Spring"]);
        assert_eq!(
            kept,
            Ok(vec!["Mesh launch".to_owned(), "Spring".to_owned()])
        );
        assert_eq!(given(&["a".repeat(41).as_str()]), Err(TagError::TooLong));
        let many: Vec<String> = (0..21).map(|n| n.to_string()).collect();
        assert_eq!(super::tags(&many), Err(TagError::TooMany));
    }

    #[test]
    fn a_link_is_a_web_address_or_none() {
        assert_eq!(link("  "), Ok(None));
        let address = "https://nextdaysteel.example/mesh";
        assert_eq!(link(&format!(" {address}\n")), Ok(Some(address.to_owned())));
        for bad in [
            "nextdaysteel.example",
            "https://",
            "javascript:alert(1)",
            "https://a b",
        ] {
            assert_eq!(link(bad), Err(LinkError::NoAddress), "{bad}");
        }
        assert_eq!(
            link(&format!("https://{}", "a".repeat(2_000))),
            Err(LinkError::TooLong)
        );
    }

    #[test]
    fn the_same_bytes_under_another_id_are_the_same_content() {
        check(|c| c.media[0].media = MediaId(Uuid::from_u128(5)), true);
    }
}
