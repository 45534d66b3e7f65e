//! The networks' rules, as the window and the command line show them.

use crate::error::Result;
use crate::op::{AnyOp, Cx, Nothing, Op};
use galley_domain::members::Role;
use galley_domain::networks::{Count, NetworkId, NetworkRules, rules};
use serde::Deserialize;

/// The operations on networks.
pub const OPS: &[&dyn AnyOp] = &[&ListNetworks, &CountText];

/// Lists the networks with their rules, each with source and date.
struct ListNetworks;

impl Op for ListNetworks {
    const NAME: &'static str = "network.list";
    const ROLE: Role = Role::Viewer;
    type In = Nothing;
    type Out = Vec<NetworkRules>;

    async fn run(&self, _: Cx<'_>, _: Nothing) -> Result<Vec<NetworkRules>> {
        Ok(NetworkId::ALL
            .into_iter()
            .map(|network| rules(network).clone())
            .collect())
    }
}

/// A text and the network to count it for.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct CountIn {
    pub network: NetworkId,
    pub text: String,
}

/// Counts a text as the network counts it.
struct CountText;

impl Op for CountText {
    const NAME: &'static str = "network.count";
    const ROLE: Role = Role::Viewer;
    type In = CountIn;
    type Out = Count;

    async fn run(&self, _: Cx<'_>, input: CountIn) -> Result<Count> {
        Ok(rules(input.network).count(&input.text))
    }
}
