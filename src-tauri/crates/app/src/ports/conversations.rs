//! Conversations and their turns.

use super::{Act, Stored};
use galley_domain::drafting::Notice;
use galley_domain::ids::{ConversationId, MemberId, RunId, TurnId};
use jiff::Timestamp;

/// A turn to store: what a member said, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTurn {
    pub id: TurnId,
    /// One that is not there yet begins with this turn.
    pub conversation: ConversationId,
    pub said: String,
    pub understood: Notice,
    /// The draft that was started for it.
    pub run: Option<RunId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTurn {
    pub id: TurnId,
    pub said: String,
    pub understood: Notice,
    pub run: Option<RunId>,
    pub member: MemberId,
    pub at: Timestamp,
}

/// A conversation in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationRow {
    pub id: ConversationId,
    /// What was said first.
    pub title: String,
    pub turns: u32,
    /// When something was last said.
    pub at: Timestamp,
}

/// Conversations.
pub trait ConversationStore: Send + Sync {
    fn add_turn(&self, act: &Act, turn: &NewTurn) -> Stored<()>;
    /// Oldest first; empty if there is no such conversation.
    fn turns(&self, conversation: ConversationId) -> Stored<Vec<StoredTurn>>;
    /// The last one first. `text` is looked for in all that was said.
    fn conversations(&self, text: Option<&str>) -> Stored<Vec<ConversationRow>>;
}
