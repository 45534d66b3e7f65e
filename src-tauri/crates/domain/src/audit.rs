//! The audit chain: who did what to what, each record bound to the one before it.
