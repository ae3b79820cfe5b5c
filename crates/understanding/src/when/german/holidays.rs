//! Days with a name and a rule, as German speakers call them.

use jiff::civil::Weekday::Sunday;

use crate::when::vocabulary::{
    Holiday::{Easter, Fixed, Nth},
    Term,
    Term::Holiday,
};

pub(super) const HOLIDAYS: &[(&str, &[Term])] = &[
    ("neujahr|neujahrstag", &[Holiday(Fixed(1, 1))]),
    (
        "dreikönigstag|heilige drei könige|drei könige",
        &[Holiday(Fixed(1, 6))],
    ),
    ("valentinstag", &[Holiday(Fixed(2, 14))]),
    ("frauentag|weltfrauentag", &[Holiday(Fixed(3, 8))]),
    ("weiberfastnacht|altweiber", &[Holiday(Easter(-52))]),
    ("rosenmontag", &[Holiday(Easter(-48))]),
    (
        "faschingsdienstag|fastnachtsdienstag|fasching",
        &[Holiday(Easter(-47))],
    ),
    ("aschermittwoch", &[Holiday(Easter(-46))]),
    ("palmsonntag", &[Holiday(Easter(-7))]),
    ("gründonnerstag", &[Holiday(Easter(-3))]),
    ("karfreitag", &[Holiday(Easter(-2))]),
    ("karsamstag", &[Holiday(Easter(-1))]),
    ("ostern|ostersonntag", &[Holiday(Easter(0))]),
    ("ostermontag", &[Holiday(Easter(1))]),
    ("tag der arbeit|maifeiertag", &[Holiday(Fixed(5, 1))]),
    ("muttertag", &[Holiday(Nth(2, Sunday, 5, 0))]),
    (
        "christi himmelfahrt|himmelfahrt|vatertag|herrentag",
        &[Holiday(Easter(39))],
    ),
    ("pfingsten|pfingstsonntag", &[Holiday(Easter(49))]),
    ("pfingstmontag", &[Holiday(Easter(50))]),
    ("fronleichnam", &[Holiday(Easter(60))]),
    ("mariä himmelfahrt", &[Holiday(Fixed(8, 15))]),
    ("tag der deutschen einheit", &[Holiday(Fixed(10, 3))]),
    ("nationalfeiertag", &[Holiday(Fixed(10, 26))]),
    ("reformationstag", &[Holiday(Fixed(10, 31))]),
    ("halloween", &[Holiday(Fixed(10, 31))]),
    ("allerheiligen", &[Holiday(Fixed(11, 1))]),
    (
        "martinstag|sankt martin|st . martin",
        &[Holiday(Fixed(11, 11))],
    ),
    ("nikolaus|nikolaustag", &[Holiday(Fixed(12, 6))]),
    (
        "heiligabend|heilig abend|heiliger abend",
        &[Holiday(Fixed(12, 24))],
    ),
    (
        "weihnachten|erster weihnachtstag|ersten weihnachtstag|erster weihnachtsfeiertag|ersten weihnachtsfeiertag|1 . weihnachtstag|1 . weihnachtsfeiertag",
        &[Holiday(Fixed(12, 25))],
    ),
    (
        "zweiter weihnachtstag|zweiten weihnachtstag|zweiter weihnachtsfeiertag|zweiten weihnachtsfeiertag|stephanstag|stefanitag|2 . weihnachtstag|2 . weihnachtsfeiertag",
        &[Holiday(Fixed(12, 26))],
    ),
    ("silvester|sylvester", &[Holiday(Fixed(12, 31))]),
];
