//! When and where a message was written. The engine has no clock of its own.

use jiff::civil::DateTime;
use tasktalk_domain::{Locale, Zone};

/// The circumstances in which a message is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The user's local date and time.
    pub now: DateTime,
    /// The user's time zone, in which times of day are meant.
    pub zone: Zone,
    /// The user's locale, which decides how 4/7 is read and when a week begins.
    pub locale: Locale,
}
