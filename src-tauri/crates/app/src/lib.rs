//! What Galley can do: operations over ports.
//!
//! An operation is defined once and has four faces: the window, the command line, and later REST and MCP.
//! This crate knows no SQL, no HTTP, no window and no keychain; it knows the ports in [`ports`].

pub mod audit;
pub mod brand;
pub mod conversation;
pub mod desk;
pub mod drafting;
pub mod error;
pub mod guards;
pub mod knowledge;
pub mod media;
pub mod members;
pub mod networks;
pub mod op;
pub mod ports;
pub mod posts;
pub mod review;
pub mod runs;
pub mod settings;
pub mod skills;
pub mod workspace;

use op::AnyOp;

/// All operations in an open workspace, by capability. Those without one are [`desk::OPS`].
pub const OPS: &[&[&dyn AnyOp]] = &[
    audit::OPS,
    brand::OPS,
    conversation::OPS,
    drafting::OPS,
    guards::OPS,
    knowledge::OPS,
    media::OPS,
    members::OPS,
    networks::OPS,
    posts::OPS,
    review::OPS,
    runs::OPS,
    settings::OPS,
    skills::OPS,
    workspace::OPS,
];

/// The operation of that name.
pub fn find(name: &str) -> Option<&'static dyn AnyOp> {
    OPS.iter()
        .copied()
        .flatten()
        .copied()
        .find(|op| op.name() == name)
}
