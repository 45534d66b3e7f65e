//! The four networks and their rules, as data with source and date.
//!
//! What is sent is documented or widely reported, with the page. Most of how a post looks (columns, cards,
//! grids of pictures, colors, areas under controls), and how many hashtags and links are wise, no page
//! states: it is our own observation and says so ([`Certainty::Assumed`]).
//!
//! A network is one file below this module and one line in each of `NetworkId`, [`NetworkId::ALL`] and
//! [`rules`]. Nothing else branches on the id: whoever needs to know something asks for a field.

use crate::text::Span;
use serde::{Deserialize, Serialize};

mod counting;
mod entities;
mod facebook;
mod instagram;
mod linkedin;
mod rules;
mod x;

pub use counting::{Count, Counting};
pub use rules::{
    Arrangement, AvatarRules, AvatarShape, CardDomain, Cell, Certainty, CountRange, EntityInk,
    Fold, FoldRules, HashtagCharacters, HashtagPlace, HashtagRules, ImageFormat, ImageRules,
    Insets, LinkCard, LinkRules, MentionForm, MentionRules, NetworkRules, PictureGrid, PixelSize,
    RatioRange, Sourced, TextRules, UnsafeArea,
};

/// A network. Nothing outside this module's list branches on it: rules are asked for by field.
#[derive(
    Debug,
    Clone,
    Copy,
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
#[serde(rename_all = "lowercase")]
pub enum NetworkId {
    LinkedIn,
    X,
    Facebook,
    Instagram,
}

/// Words by which a text names a network, folded.
pub(crate) const NETWORK_WORDS: &[(&str, NetworkId)] = &[
    ("linkedin", NetworkId::LinkedIn),
    ("x", NetworkId::X),
    ("twitter", NetworkId::X),
    ("tweet", NetworkId::X),
    ("tweets", NetworkId::X),
    ("facebook", NetworkId::Facebook),
    ("fb", NetworkId::Facebook),
    ("instagram", NetworkId::Instagram),
    ("insta", NetworkId::Instagram),
    ("ig", NetworkId::Instagram),
];

impl NetworkId {
    /// All networks, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::LinkedIn, Self::X, Self::Facebook, Self::Instagram];
}

/// What a network asks of a post.
pub const fn rules(network: NetworkId) -> &'static NetworkRules {
    match network {
        NetworkId::LinkedIn => &linkedin::RULES,
        NetworkId::X => &x::RULES,
        NetworkId::Facebook => &facebook::RULES,
        NetworkId::Instagram => &instagram::RULES,
    }
}

impl NetworkRules {
    /// How long a text is by the network's own counting, beside how long it may be.
    pub fn count(&self, text: &str) -> Count {
        Count {
            value: counting::count(self.text.counting.value, text),
            limit: self.text.limit.value,
        }
    }

    /// How many bytes from the start of a text the network has room for: `text.len()` if all of it fits.
    /// It never cuts a character, an emoji or, where addresses have a fixed length, an address.
    pub fn room(&self, text: &str) -> u32 {
        counting::room(self.text.counting.value, text, self.text.limit.value)
    }

    /// Characters that the network refuses, ascending.
    pub fn refused(&self, text: &str) -> Vec<Span> {
        counting::refused(self.text.counting.value, text)
    }

    /// Hashtags with their `#`, ascending.
    pub fn hashtags(&self, text: &str) -> Vec<Span> {
        entities::hashtags(self.hashtags.characters.value, text)
    }

    /// Web addresses, with or without `https://`, ascending.
    pub fn links(&self, text: &str) -> Vec<Span> {
        entities::links(text)
    }

    /// Mentions with their `@`, ascending.
    pub fn mentions(&self, text: &str) -> Vec<Span> {
        entities::mentions(self.mentions.form.value, text)
    }
}
