//! What Galley can do: operations over ports.
//!
//! An operation is defined once and has four faces: the window, the command line, and later REST and MCP.
//! This crate knows no SQL, no HTTP, no window and no keychain; it knows the ports in [`ports`].

pub mod error;
pub mod op;
pub mod ports;
