//! What changed: since the former revision, and since the acting member looked.

use super::{Seen, find, load};
use crate::error::Result;
use crate::op::{Cx, Op, Tag};
use crate::ports::NewLook;
use crate::posts::VersionIn;
use galley_domain::ids::CandidateId;
use galley_domain::members::Role;
use galley_domain::posts::content_hash;
use galley_domain::text::{Change, DiffPiece, word_diff};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How a version's text came to be as it is.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct ChangesView {
    /// Against the revision before; `None`: this is the first.
    pub former: Option<DiffView>,
    /// Against what the acting member saw before; `None`: they saw no other text.
    pub look: Option<DiffView>,
    /// When they looked last.
    #[schemars(with = "Option<String>")]
    #[specta(type = Option<String>)]
    pub looked: Option<Timestamp>,
}

/// A difference by words.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct DiffView {
    /// Parts that are not `removed` put together are the text as it is.
    pub parts: Vec<DiffPiece>,
    /// Words that were removed or added, the larger of the two.
    pub words: u32,
}

/// Shows what changed in a version.
pub(super) struct Changes;

impl Op for Changes {
    const NAME: &'static str = "review.changes";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Posts, Tag::Review];
    type In = VersionIn;
    type Out = ChangesView;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<ChangesView> {
        let (version, _) = crate::posts::load(cx, input.version)?;
        let now = &version.head.content.text;
        let store = &cx.ports.store;
        let former = store.former_text(version.id)?;
        let looks = store.looks(cx.member.id, version.candidate)?;
        let look = looks.into_iter().find(|look| look.version == version.id);
        let looked = look.as_ref().map(|look| look.at);
        // Seen as it is now, what is told apart is what was seen before that.
        let seen = look.and_then(|look| {
            if look.text == *now {
                look.before
            } else {
                Some(look.text)
            }
        });
        let against = |former: Option<String>| {
            let former = former.filter(|former| former != now)?;
            Some(view(word_diff(&former, now)))
        };
        Ok(ChangesView {
            former: against(former),
            look: against(seen),
            looked,
        })
    }
}

/// What was looked at.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct LookIn {
    pub candidate: CandidateId,
    pub versions: Vec<Seen>,
}

/// What was remembered.
#[derive(Debug, Clone, Copy, Serialize, schemars::JsonSchema, specta::Type)]
pub struct Looked {
    /// Versions that were seen as they are.
    pub versions: u32,
}

/// Remembers for the acting member what they saw. A version that changed in the meantime was not seen.
pub(super) struct Look;

impl Op for Look {
    const NAME: &'static str = "review.look";
    const ROLE: Role = Role::Viewer;
    const INVALIDATES: &'static [Tag] = &[Tag::Review];
    type In = LookIn;
    type Out = Looked;

    async fn run(&self, cx: Cx<'_>, input: LookIn) -> Result<Looked> {
        let (_, candidate) = load(cx, input.candidate)?;
        let mut looks = Vec::new();
        for seen in &input.versions {
            let version = find(&candidate, seen.version)?;
            let now = content_hash(version.channel.id, &version.head.content);
            if now.as_str() == seen.content_hash {
                looks.push(NewLook {
                    version: version.id,
                    revision: version.head.id,
                });
            }
        }
        cx.ports.store.look(&cx.act(Self::NAME), &looks)?;
        Ok(Looked {
            versions: u32::try_from(looks.len()).unwrap_or(u32::MAX),
        })
    }
}

fn view(parts: Vec<DiffPiece>) -> DiffView {
    let count = |change| -> usize {
        let of_kind = parts.iter().filter(|part| part.change == change);
        of_kind
            .map(|part| part.text.split_whitespace().count())
            .sum()
    };
    let words = count(Change::Removed).max(count(Change::Added));
    DiffView {
        words: u32::try_from(words).unwrap_or(u32::MAX),
        parts,
    }
}
