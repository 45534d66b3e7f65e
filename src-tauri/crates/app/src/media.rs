//! Pictures of the workspace: what posts can show.

use crate::error::Result;
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use galley_domain::ids::MediaId;
use galley_domain::members::Role;
use serde::Serialize;

/// The operations on pictures.
pub const OPS: &[&dyn AnyOp] = &[&ListMedia];

/// A picture that posts can show.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct MediaView {
    pub id: MediaId,
    /// File name it came with.
    pub name: String,
    /// `image/jpeg` and the like.
    pub kind: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    pub alt: String,
}

/// Lists the pictures that can be posted, by name: logos and other drawings in SVG cannot.
struct ListMedia;

impl Op for ListMedia {
    const NAME: &'static str = "media.list";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand, Tag::Knowledge];
    type In = Nothing;
    type Out = Vec<MediaView>;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<Vec<MediaView>> {
        let media = cx.ports.store.media()?.into_iter();
        let posted = media.filter(|media| media.kind != "image/svg+xml");
        Ok(posted
            .map(|media| MediaView {
                id: media.id,
                name: media.name,
                kind: media.kind,
                width: media.width,
                height: media.height,
                alt: media.alt,
            })
            .collect())
    }
}
