//! The brand's pictures, shared out between the candidates of a draft.

use crate::error::Result;
use crate::ports::{Media, Ports};
use galley_domain::drafting::pictures::{self, Described};
use galley_domain::posts::MediaUse;
use std::collections::BTreeSet;

/// The brand's pictures, and which of them candidates have taken.
pub(super) struct Pictures {
    media: Vec<Media>,
    used: BTreeSet<usize>,
}

/// A picture for a candidate.
pub(super) struct PictureChoice {
    pub(super) picture: MediaUse,
    /// It shows what the text speaks of; otherwise it goes only where a picture must be.
    pub(super) related: bool,
}

impl Pictures {
    /// Photographs and drawings; the logo and other SVG files are not posted.
    pub(super) fn load(ports: &Ports) -> Result<Self> {
        let media = ports.store.media()?;
        let media = media
            .into_iter()
            .filter(|media| media.kind != "image/svg+xml")
            .collect();
        Ok(Self {
            media,
            used: BTreeSet::new(),
        })
    }

    pub(super) fn choose(&mut self, text: &str) -> Option<PictureChoice> {
        let described: Vec<Described<'_>> = self
            .media
            .iter()
            .map(|media| Described {
                name: &media.name,
                alt: &media.alt,
            })
            .collect();
        let related = pictures::choose(&described, text, false, &self.used);
        let chosen = related.or_else(|| pictures::choose(&described, text, true, &self.used))?;
        let media = self.media.get(chosen)?;
        let picture = MediaUse {
            media: media.id,
            sha256: media.sha256.clone(),
            alt: media.alt.clone(),
        };
        self.used.insert(chosen);
        Some(PictureChoice {
            picture,
            related: related.is_some(),
        })
    }
}
