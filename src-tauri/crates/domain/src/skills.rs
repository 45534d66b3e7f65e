//! Skills: know-how for one kind of post, in files that a person can read and edit.
