//! One binary, a file per capability.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on fails here"
)]

mod advisories;
mod architecture;
mod audit;
mod bad_input;
mod bindings;
mod brand;
mod conversation;
mod desk;
mod drafting;
mod global;
mod guards;
mod history;
mod knowledge;
mod members;
mod posts;
mod review;
mod runs;
mod texts;
