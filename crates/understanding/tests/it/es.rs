//! What the engine understands of Spanish.

mod changing;
mod looking;
mod making;

use tasktalk_domain::Locale;
use tasktalk_understanding::Moment;

use crate::shorthand;

/// Checks a table of messages that somebody wrote whose language is Spanish.
#[track_caller]
fn check(table: &[(&str, &str)]) {
    let moment = Moment {
        locale: Locale::parse("es").unwrap(),
        ..shorthand::moment()
    };
    shorthand::check_at(table, &moment);
}
