//! Channels: the brand's accounts on the networks.

use crate::ids::ChannelId;
use crate::networks::NetworkId;
use serde::{Deserialize, Serialize};

/// Whether a channel can publish.
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
pub enum ChannelState {
    /// Name and avatar only: versions and previews exist, no account does.
    Planned,
    Connected,
    NeedsReconnect,
    Disconnected,
}

/// One account of the brand on one network.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Channel {
    pub id: ChannelId,
    pub network: NetworkId,
    pub name: String,
    pub handle: Option<String>,
    pub state: ChannelState,
}
