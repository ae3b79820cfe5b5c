//! How tasks, dates and questions are put into words, wherever a sentence is made.

pub(crate) mod catalogue;
pub(crate) mod dates;
pub(crate) mod markdown;
pub(crate) mod occurrences;
pub(crate) mod questions;
