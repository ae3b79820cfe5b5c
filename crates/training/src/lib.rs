//! Makes the networks of the embedded engine from the sentences in `crates/understanding/training`.
//!
//! The same sentences give the same networks, to the last bit: everything random is drawn from a fixed seed, and no number
//! depends on a library of the machine.

pub mod examples;
pub mod folds;
pub mod grammar;
pub mod learning;
pub mod models;
mod random;
