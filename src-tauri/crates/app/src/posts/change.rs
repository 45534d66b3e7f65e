//! What an edit changes of a content, checked before anything is stored.

use crate::error::{Code, Error, Result};
use crate::ports::Ports;
use galley_domain::ids::MediaId;
use galley_domain::networks::{NetworkId, rules};
use galley_domain::posts::{Content, LinkError, MediaUse, link};
use serde::{Deserialize, Serialize};

/// A picture as an edit names it.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct PictureIn {
    pub media: MediaId,
    /// The alternative text; the picture's own if left out.
    #[serde(default)]
    pub alt: Option<String>,
}

/// The parts of a content that an edit gives; what it leaves out stays.
#[derive(Debug, Clone, Default)]
pub(super) struct Change {
    pub(super) text: Option<String>,
    pub(super) link: Option<String>,
    pub(super) first_comment: Option<String>,
    pub(super) media: Option<Vec<PictureIn>>,
}

impl Change {
    /// The content with the change. `network` limits its pictures.
    pub(super) fn of(
        self,
        content: &Content,
        network: Option<NetworkId>,
        ports: &Ports,
    ) -> Result<Content> {
        let mut content = content.clone();
        if let Some(text) = self.text {
            content.text = text;
        }
        if let Some(address) = self.link {
            content.link = link(&address).map_err(bad_link)?;
        }
        if let Some(comment) = self.first_comment {
            content.first_comment = Some(comment).filter(|comment| !comment.trim().is_empty());
        }
        if let Some(pictures) = self.media {
            content.media = used(&pictures, &content.media, ports)?;
            if let Some(network) = network {
                fits(content.media.len(), network)?;
            }
        }
        Ok(content)
    }
}

/// The pictures with their hashes. A picture that is in use already keeps its alternative text unless the
/// edit gives another.
fn used(pictures: &[PictureIn], former: &[MediaUse], ports: &Ports) -> Result<Vec<MediaUse>> {
    let known = ports.store.media()?;
    pictures
        .iter()
        .map(|picture| {
            let in_use = former.iter().find(|other| other.media == picture.media);
            let found = known.iter().find(|media| media.id == picture.media);
            let (sha256, alt) = match (in_use, found) {
                (Some(picture), _) => (&picture.sha256, &picture.alt),
                (None, Some(media)) => (&media.sha256, &media.alt),
                (None, None) => {
                    let id = picture.media;
                    return Err(
                        Error::new(Code::NotFound, format!("picture {id} is not there"))
                            .with("what", "picture")
                            .with("id", id),
                    );
                }
            };
            Ok(MediaUse {
                media: picture.media,
                sha256: sha256.clone(),
                alt: picture.alt.as_ref().unwrap_or(alt).trim().to_owned(),
            })
        })
        .collect()
}

fn fits(pictures: usize, network: NetworkId) -> Result<()> {
    let rules = rules(network);
    let most = rules.images.max.value;
    if pictures <= most as usize {
        return Ok(());
    }
    let message = format!(
        "{} takes {most} pictures in a post, not {pictures}: take some out first",
        rules.name
    );
    Err(Error::new(Code::TooManyPictures, message)
        .with("network", rules.name)
        .with("limit", most)
        .with("count", pictures))
}

fn bad_link(error: LinkError) -> Error {
    Error::new(Code::BadLink, format!("{error}: paste the whole address"))
}
