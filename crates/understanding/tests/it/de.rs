//! German, as tables of messages and their meaning, said by somebody whose locale is German.

mod adding;
mod asking;
mod changing;
mod doing;
mod nothing;

use tasktalk_domain::Locale;
use tasktalk_understanding::{Moment, shorthand::describe, understand};

/// Sunday, 22 November 2026, nine in the morning in Berlin.
fn moment() -> Moment {
    Moment {
        locale: Locale::parse("de").unwrap(),
        ..crate::shorthand::moment()
    }
}

/// Checks a table of messages and what they mean; names every difference.
#[track_caller]
fn check(table: &[(&str, &str)]) {
    let differences: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, describe(&understand(text, &moment()))))
        .filter(|(_, expected, found)| expected != &found)
        .map(|(text, expected, found)| {
            format!("{text:?}\n    expected {expected}\n    found    {found}")
        })
        .collect();
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}
