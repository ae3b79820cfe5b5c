//! Days with a name and a rule, as Spanish speakers call them. Where countries differ, the rule is that of Spain.

use jiff::civil::Weekday::Sunday;

use crate::when::vocabulary::{
    Holiday::{Easter, Fixed, Nth},
    Term,
    Term::Holiday,
};

pub(super) const HOLIDAYS: &[(&str, &[Term])] = &[
    ("ano nuevo", &[Holiday(Fixed(1, 1))]),
    (
        "dia de reyes|reyes magos|noche de reyes",
        &[Holiday(Fixed(1, 6))],
    ),
    (
        "san valentin|dia de los enamorados",
        &[Holiday(Fixed(2, 14))],
    ),
    ("martes de carnaval|carnaval", &[Holiday(Easter(-47))]),
    ("miercoles de ceniza", &[Holiday(Easter(-46))]),
    ("dia del padre|san jose", &[Holiday(Fixed(3, 19))]),
    ("domingo de ramos", &[Holiday(Easter(-7))]),
    ("jueves santo", &[Holiday(Easter(-3))]),
    ("viernes santo", &[Holiday(Easter(-2))]),
    ("sabado santo", &[Holiday(Easter(-1))]),
    (
        "domingo de pascua|domingo de resurreccion|pascua",
        &[Holiday(Easter(0))],
    ),
    ("lunes de pascua", &[Holiday(Easter(1))]),
    ("corpus christi|corpus", &[Holiday(Easter(60))]),
    ("sant jordi|dia del libro", &[Holiday(Fixed(4, 23))]),
    (
        "dia del trabajo|dia del trabajador|dia de los trabajadores",
        &[Holiday(Fixed(5, 1))],
    ),
    (
        "dia de la madre|dia de las madres",
        &[Holiday(Nth(1, Sunday, 5, 0))],
    ),
    ("noche de san juan", &[Holiday(Fixed(6, 23))]),
    ("san juan", &[Holiday(Fixed(6, 24))]),
    ("san fermin", &[Holiday(Fixed(7, 7))]),
    (
        "dia de la hispanidad|dia de la raza|el pilar",
        &[Holiday(Fixed(10, 12))],
    ),
    ("halloween", &[Holiday(Fixed(10, 31))]),
    (
        "todos los santos|dia de todos los santos",
        &[Holiday(Fixed(11, 1))],
    ),
    (
        "dia de muertos|dia de los muertos|dia de los difuntos",
        &[Holiday(Fixed(11, 2))],
    ),
    ("dia de la constitucion", &[Holiday(Fixed(12, 6))]),
    ("la inmaculada|inmaculada", &[Holiday(Fixed(12, 8))]),
    ("dia de la virgen de guadalupe", &[Holiday(Fixed(12, 12))]),
    ("nochebuena|noche buena", &[Holiday(Fixed(12, 24))]),
    ("dia de navidad|navidad", &[Holiday(Fixed(12, 25))]),
    (
        "santos inocentes|dia de los inocentes",
        &[Holiday(Fixed(12, 28))],
    ),
    (
        "nochevieja|noche vieja|fin de ano",
        &[Holiday(Fixed(12, 31))],
    ),
];
