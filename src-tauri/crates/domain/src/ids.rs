//! Identifiers: newtypes over UUIDv7, written in lower case. They are made by the `Ids` port, never here.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[derive(schemars::JsonSchema, specta::Type)]
        #[serde(transparent)]
        pub struct $name(#[schemars(with = "String")] #[specta(type = String)] pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// A person of the brand's team.
    MemberId,
    /// A machine that writes to the workspace.
    DeviceId,
    /// An account of the brand on a network, connected or planned.
    ChannelId,
    /// A document that was read into the knowledge base.
    DocumentId,
    /// A part of a document that search returns.
    ChunkId,
    /// A structured piece of knowledge.
    EntryId,
    /// A brief and the candidates that answer it.
    PostId,
    /// One of the two or three answers to a brief.
    CandidateId,
    /// A candidate's text and media for one channel.
    VersionId,
    /// One state of a version's text.
    RevisionId,
    /// A decision on a version by a member.
    DecisionId,
    /// A remark on a version's text, or an answer to one.
    CommentId,
    /// A picture or a video of the brand.
    MediaId,
    /// A post that the brand published before it came to Galley.
    PastPostId,
    /// Something that takes time, made of steps.
    RunId,
    /// A run's place in the job list.
    JobId,
    /// What a member asks for in turns.
    ConversationId,
    /// Something that was said in a conversation.
    TurnId,
}
