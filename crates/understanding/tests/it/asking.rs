//! Tasks that are added only after a question.

use crate::shorthand::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("remind me to", "?add ; what?"),
    ("add an", "?add ; what?"),
    ("add it again", "?add ; what?"),
    ("read \"Dune\"", "?add 'Read \"Dune\"'"),
    ("add a task", "?add ; what?"),
    ("add a new task to my list", "?add ; what?"),
    ("remind me", "?add ; what?"),
    ("add it", "?add ; what?"),
    ("create a reminder", "?add ; what?"),
    ("add something to my list", "?add ; what?"),
    ("add a task for tomorrow", "?add 2026-11-23 ; what?"),
    ("new task", "?add ; what?"),
    ("I want to add a task", "?add ; what?"),
];

#[test]
fn unsure_adds_are_asked_about() {
    check(MESSAGES);
}
