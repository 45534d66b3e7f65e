//! The store through its public face: folders as they come, processes that end, disks that fill.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "clippy sees tests only in functions with the attribute, not in what they share"
)]

mod audit;
mod brand;
mod common;
mod disk;
mod kill;
mod knowledge;
mod opening;
mod posts;
mod runs;
mod schema;
mod search;
