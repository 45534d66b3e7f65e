//! One binary, a file per capability.

mod architecture;
mod bad_input;
mod bindings;
mod drafting;
mod guards;
mod knowledge;
mod posts;
mod review;
mod texts;
