//! What tests share. Never shipped: a dev-dependency only.

pub mod bindings;
pub mod machine;
