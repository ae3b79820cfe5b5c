//! How Spanish is written.

use crate::lexicon::habits::Habits;

pub(super) const HABITS: Habits = Habits {
    possessives: &[],
    plurals: &[
        ("ces", 4, "z"),
        ("iones", 6, "ion"),
        ("ores", 5, "or"),
        ("ales", 5, "al"),
        ("ades", 5, "ad"),
        ("eses", 5, "es"),
        ("is", 0, "is"),
        ("us", 0, "us"),
        ("s", 4, ""),
    ],
    vowels: "aeiou",
    capital_is_name: true,
    before_hour: "a",
    before_day: "el",
    digit: None,
    cut_short: None,
    verb_last: false,
    infinitive: None,
    list_endings: &[],
    title_is_infinitive: true,
    accented: &[
        ("acompanar", "acompañar"),
        ("banar", "bañar"),
        ("danar", "dañar"),
        ("disenar", "diseñar"),
        ("ensenar", "enseñar"),
        ("freir", "freír"),
        ("oir", "oír"),
        ("sonreir", "sonreír"),
        ("tenir", "teñir"),
    ],
};
