//! Spanish, as tables of messages and their meaning, said by somebody whose locale is Spanish.

mod changing;
mod looking;
mod making;

use tasktalk_domain::Locale;
use tasktalk_understanding::{Moment, shorthand::describe, understand};

/// What a message means, said on Sunday, 22 November 2026, nine in the morning in Berlin.
fn meaning(text: &str) -> String {
    let moment = Moment {
        locale: Locale::parse("es").unwrap(),
        ..crate::shorthand::moment()
    };
    describe(&understand(text, &moment))
}

/// Checks a table of messages and what they mean; names every difference.
#[track_caller]
fn check(table: &[(&str, &str)]) {
    let differences: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, meaning(text)))
        .filter(|(_, expected, found)| expected != &found)
        .map(|(text, expected, found)| {
            format!("{text:?}\n    expected {expected}\n    found    {found}")
        })
        .collect();
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}
