//! Commands in one line of text, so that a table of examples can be read.

use jiff::civil;
use tasktalk_domain::{Locale, Zone};
use tasktalk_understanding::{Moment, shorthand::describe, understand};

/// Sunday, 22 November 2026, nine in the morning in Berlin.
pub(crate) fn moment() -> Moment {
    Moment {
        now: civil::datetime(2026, 11, 22, 9, 0, 0, 0),
        zone: Zone::parse("Europe/Berlin").expect("Berlin has a time zone"),
        locale: Locale::default(),
    }
}

/// Understands a message and describes what was understood. `?` in front of a command means that it is asked about.
pub(crate) fn shorthand(text: &str) -> String {
    describe(&understand(text, &moment()))
}

/// Checks a table of messages and what they mean; names every difference.
#[track_caller]
pub(crate) fn check(table: &[(&str, &str)]) {
    let differences: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, shorthand(text)))
        .filter(|(_, expected, found)| expected != &found)
        .map(|(text, expected, found)| {
            format!("{text:?}\n    expected {expected}\n    found    {found}")
        })
        .collect();
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}
