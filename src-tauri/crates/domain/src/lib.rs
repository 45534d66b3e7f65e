//! Nouns and rules of Galley.
//!
//! Everything here is a pure function over values: no clock, no randomness, no files, no network and
//! no SQL. Time, ids and seeds are parameters; what a rule needs to know is handed to it. The rings
//! around this crate (`app`, then the adapters) do the fetching and the storing.

pub mod audit;
pub mod brand;
pub mod canonical;
pub mod channels;
pub mod drafting;
pub mod guards;
pub mod ids;
pub mod knowledge;
pub mod language;
pub mod members;
pub mod networks;
pub mod posts;
pub mod review;
pub mod runs;
pub mod skills;
pub mod text;
