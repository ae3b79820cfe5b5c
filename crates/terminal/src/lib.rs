//! The terminal chat.
