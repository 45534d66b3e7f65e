//! Runs: everything that takes time, made of stored steps.
