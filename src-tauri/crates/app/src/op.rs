//! Operations: one definition, four faces.
//!
//! An operation is a struct with [`Op`]. Plain lists gather them, so that a forgotten one is visible. The
//! role is checked once, in the erased call, so that no face can forget it.

use crate::error::{Code, Error, Result};
use crate::ports::{Act, Desk, Ports};
use galley_domain::ids::DeviceId;
use galley_domain::members::{Member, Role};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

/// What a read provides and a write makes stale. The window's query cache follows these.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Tag {
    Desk,
    Workspace,
    Settings,
    Brand,
    Knowledge,
    Skills,
    Runs,
    Posts,
    Review,
    Members,
}

impl Tag {
    /// All tags.
    pub const ALL: &[Self] = &[
        Self::Desk,
        Self::Workspace,
        Self::Settings,
        Self::Brand,
        Self::Knowledge,
        Self::Skills,
        Self::Runs,
        Self::Posts,
        Self::Review,
        Self::Members,
    ];
}

/// Where operations work, and what they are given there.
pub trait Scope: Send + Sync + 'static {
    /// Made by the face for each call.
    type Here<'a>: Copy + Send + Sync;
    /// The role in which the call is made.
    fn role(here: Self::Here<'_>) -> Role;
    /// Tells whoever watches what became stale.
    fn stale(here: Self::Here<'_>, tags: &[Tag]);
}

/// Inside of an open workspace, as one of its members: nearly all operations.
pub struct InWorkspace;

impl Scope for InWorkspace {
    type Here<'a> = Inside<'a>;

    fn role(here: Inside<'_>) -> Role {
        here.member.role
    }

    fn stale(here: Inside<'_>, tags: &[Tag]) {
        let tags = tags.to_vec();
        here.ports.events.send(crate::ports::Event::Stale { tags });
    }
}

/// At the desk on which workspaces are opened. None may be open, so nobody is asked for a role: what an
/// account's files are is the account's.
pub struct AtDesk;

impl Scope for AtDesk {
    type Here<'a> = &'a dyn Desk;

    fn role(_: &dyn Desk) -> Role {
        Role::Admin
    }

    fn stale(desk: &dyn Desk, tags: &[Tag]) {
        let tags = tags.to_vec();
        desk.send(crate::ports::Event::Stale { tags });
    }
}

/// Who calls, when, and what they may use.
#[derive(Clone, Copy)]
pub struct Inside<'a> {
    pub member: &'a Member,
    pub device: DeviceId,
    pub now: Timestamp,
    pub ports: &'a Ports,
}

/// What a call is given: in a workspace, what [`Inside`] has.
pub struct Cx<'a, S: Scope = InWorkspace>(S::Here<'a>);

impl<'a, S: Scope> Cx<'a, S> {
    pub fn new(here: S::Here<'a>) -> Self {
        Self(here)
    }
}

impl<S: Scope> Clone for Cx<'_, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Scope> Copy for Cx<'_, S> {}

impl<'a, S: Scope> Deref for Cx<'a, S> {
    type Target = S::Here<'a>;

    fn deref(&self) -> &S::Here<'a> {
        &self.0
    }
}

impl Cx<'_> {
    /// The act that a write stores.
    pub fn act(&self, operation: &'static str) -> Act {
        Act {
            member: self.member.id,
            device: self.device,
            at: self.now,
            operation,
        }
    }

    /// A new id.
    pub fn id<T: From<uuid::Uuid>>(&self) -> T {
        T::from(self.ports.ids.next())
    }
}

/// One thing that Galley can do.
pub trait Op<S: Scope = InWorkspace>: Send + Sync + 'static {
    /// `noun.verb`.
    const NAME: &'static str;
    /// The least role that may call it.
    const ROLE: Role;
    /// What a read provides; empty for writes.
    const PROVIDES: &'static [Tag] = &[];
    /// What a write makes stale; empty for reads.
    const INVALIDATES: &'static [Tag] = &[];
    type In: DeserializeOwned + schemars::JsonSchema + specta::Type + Send;
    type Out: Serialize + schemars::JsonSchema + specta::Type + Send;

    fn run(&self, cx: Cx<'_, S>, input: Self::In)
    -> impl Future<Output = Result<Self::Out>> + Send;
}

/// What an erased operation gives, in time.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Value>> + Send + 'a>>;

/// An operation whose types are gone: what faces call.
pub trait AnyOp<S: Scope = InWorkspace>: Send + Sync {
    fn name(&self) -> &'static str;
    fn role(&self) -> Role;
    fn provides(&self) -> &'static [Tag];
    fn invalidates(&self) -> &'static [Tag];
    /// JSON Schema of the input.
    fn input_schema(&self) -> schemars::Schema;
    /// JSON Schema of the output.
    fn output_schema(&self) -> schemars::Schema;
    /// TypeScript names of input and output; the types behind them go into `types`.
    fn types(
        &self,
        types: &mut specta::Types,
    ) -> (specta::datatype::DataType, specta::datatype::DataType);
    /// Checks the role, reads the input, runs, and tells what became stale.
    fn call<'a>(&'a self, cx: Cx<'a, S>, input: Value) -> Answer<'a>;
}

impl<S: Scope, O: Op<S>> AnyOp<S> for O {
    fn name(&self) -> &'static str {
        O::NAME
    }

    fn role(&self) -> Role {
        O::ROLE
    }

    fn provides(&self) -> &'static [Tag] {
        O::PROVIDES
    }

    fn invalidates(&self) -> &'static [Tag] {
        O::INVALIDATES
    }

    fn input_schema(&self) -> schemars::Schema {
        schemars::schema_for!(O::In)
    }

    fn output_schema(&self) -> schemars::Schema {
        schemars::schema_for!(O::Out)
    }

    fn types(
        &self,
        types: &mut specta::Types,
    ) -> (specta::datatype::DataType, specta::datatype::DataType) {
        use specta::Type;
        (O::In::definition(types), O::Out::definition(types))
    }

    fn call<'a>(&'a self, cx: Cx<'a, S>, input: Value) -> Answer<'a> {
        Box::pin(async move {
            let role = S::role(*cx);
            if role < O::ROLE {
                return Err(Error::not_allowed(O::NAME, O::ROLE, role));
            }
            let input = serde_json::from_value(input).map_err(|error| {
                Error::new(
                    Code::BadInput,
                    format!("the input of {} does not fit: {error}", O::NAME),
                )
                .with("operation", O::NAME)
                .with("detail", error)
            })?;
            let output = self.run(cx, input).await?;
            if !O::INVALIDATES.is_empty() {
                S::stale(*cx, O::INVALIDATES);
            }
            serde_json::to_value(output).map_err(|error| {
                Error::new(
                    Code::Internal,
                    format!("the output of {} cannot be written: {error}", O::NAME),
                )
            })
        })
    }
}

/// An input without fields.
#[derive(Debug, Clone, Copy, Default, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}
