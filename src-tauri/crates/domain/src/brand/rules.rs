//! Rules read from a document on how the brand writes.
