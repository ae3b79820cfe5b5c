//! Days with a name and a rule, as English speakers call them. Where countries differ, the rule is that of the United
//! States, as for the order of day and month.

use jiff::civil::Weekday::{Monday, Sunday, Thursday};

use crate::when::vocabulary::{
    Holiday::{Easter, Fixed, Nth},
    Term,
    Term::Holiday,
};

pub(super) const HOLIDAYS: &[(&str, &[Term])] = &[
    (
        "new year's day|new years day|new year day|new year's|new years|new year",
        &[Holiday(Fixed(1, 1))],
    ),
    (
        "new year's eve|new years eve|new year eve|nye",
        &[Holiday(Fixed(12, 31))],
    ),
    ("epiphany", &[Holiday(Fixed(1, 6))]),
    (
        "martin luther king day|martin luther king jr day|mlk day",
        &[Holiday(Nth(3, Monday, 1, 0))],
    ),
    ("groundhog day", &[Holiday(Fixed(2, 2))]),
    (
        "valentine's day|valentines day|valentine day|valentine's|valentines|saint valentine's day|st valentine's day",
        &[Holiday(Fixed(2, 14))],
    ),
    (
        "presidents day|presidents' day|president's day|washington's birthday",
        &[Holiday(Nth(3, Monday, 2, 0))],
    ),
    ("pi day", &[Holiday(Fixed(3, 14))]),
    (
        "st patrick's day|st patricks day|st . patrick's day|saint patrick's day|st patrick day|st paddy's day",
        &[Holiday(Fixed(3, 17))],
    ),
    (
        "april fools day|april fools' day|april fool's day|april fools|april fool's",
        &[Holiday(Fixed(4, 1))],
    ),
    (
        "shrove tuesday|pancake day|mardi gras",
        &[Holiday(Easter(-47))],
    ),
    ("ash wednesday", &[Holiday(Easter(-46))]),
    ("palm sunday", &[Holiday(Easter(-7))]),
    ("maundy thursday", &[Holiday(Easter(-3))]),
    ("good friday", &[Holiday(Easter(-2))]),
    ("easter sunday|easter day|easter", &[Holiday(Easter(0))]),
    ("easter monday", &[Holiday(Easter(1))]),
    ("ascension day", &[Holiday(Easter(39))]),
    ("whit sunday|pentecost", &[Holiday(Easter(49))]),
    ("whit monday", &[Holiday(Easter(50))]),
    ("earth day", &[Holiday(Fixed(4, 22))]),
    ("star wars day", &[Holiday(Fixed(5, 4))]),
    ("cinco de mayo", &[Holiday(Fixed(5, 5))]),
    (
        "mother's day|mothers day|mothers' day",
        &[Holiday(Nth(2, Sunday, 5, 0))],
    ),
    ("memorial day", &[Holiday(Nth(-1, Monday, 5, 0))]),
    ("juneteenth", &[Holiday(Fixed(6, 19))]),
    (
        "father's day|fathers day|fathers' day",
        &[Holiday(Nth(3, Sunday, 6, 0))],
    ),
    ("canada day", &[Holiday(Fixed(7, 1))]),
    ("independence day", &[Holiday(Fixed(7, 4))]),
    ("bastille day", &[Holiday(Fixed(7, 14))]),
    ("labor day|labour day", &[Holiday(Nth(1, Monday, 9, 0))]),
    (
        "columbus day|indigenous peoples day",
        &[Holiday(Nth(2, Monday, 10, 0))],
    ),
    ("halloween|hallowe'en|haloween", &[Holiday(Fixed(10, 31))]),
    ("all saints day|all saints' day", &[Holiday(Fixed(11, 1))]),
    (
        "guy fawkes night|guy fawkes day|bonfire night",
        &[Holiday(Fixed(11, 5))],
    ),
    (
        "veterans day|remembrance day|armistice day",
        &[Holiday(Fixed(11, 11))],
    ),
    (
        "thanksgiving day|thanksgiving",
        &[Holiday(Nth(4, Thursday, 11, 0))],
    ),
    ("black friday", &[Holiday(Nth(4, Thursday, 11, 1))]),
    ("cyber monday", &[Holiday(Nth(4, Thursday, 11, 4))]),
    ("christmas eve|xmas eve", &[Holiday(Fixed(12, 24))]),
    (
        "christmas day|xmas day|christmas|xmas",
        &[Holiday(Fixed(12, 25))],
    ),
    ("boxing day", &[Holiday(Fixed(12, 26))]),
];
