//! How English is written.

use crate::lexicon::habits::Habits;

pub(super) const HABITS: Habits = Habits {
    possessives: &["'s"],
    plurals: &[
        ("ies", 5, "y"),
        ("ches", 5, "ch"),
        ("shes", 5, "sh"),
        ("xes", 5, "x"),
        ("sses", 5, "ss"),
        ("zes", 5, "z"),
        ("ss", 0, "ss"),
        ("us", 0, "us"),
        ("s", 4, ""),
    ],
    vowels: "aeiou",
    capital_is_name: true,
    before_hour: "at",
    before_day: "on",
    digit: Some(("2", "to")),
    cut_short: Some(("ad", "add")),
    verb_last: false,
    infinitive: None,
    list_endings: &[],
    title_is_infinitive: false,
    accented: &[],
};
