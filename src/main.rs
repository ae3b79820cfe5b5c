//! Tasktalk.
fn main() {}
