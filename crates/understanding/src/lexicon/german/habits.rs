//! How German is written.

use super::inflection;
use crate::lexicon::habits::Habits;

pub(super) const HABITS: Habits = Habits {
    possessives: &[],
    plurals: &[],
    vowels: "aeiou",
    capital_is_name: false,
    before_hour: "um",
    before_day: "am",
    digit: None,
    cut_short: None,
    verb_last: true,
    infinitive: Some(inflection::infinitive),
    list_endings: &["sliste", "slisten", "szettel", "liste", "listen", "zettel"],
    title_is_infinitive: false,
    accented: &[],
};
