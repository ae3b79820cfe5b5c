//! Spanish dates and times.

use super::{meaning, moment};

#[rustfmt::skip] // one expression a line
const EXPRESSIONS: &[(&str, &str)] = &[
    ("hoy", "2026-11-22"),
    ("mañana", "2026-11-23"),
    ("manana", "2026-11-23"),
    ("pasado mañana", "2026-11-24"),
    ("ayer", "2026-11-21"),
    ("el viernes", "2026-11-27"),
    ("el próximo viernes", "2026-11-27"),
    ("el viernes que viene", "2026-11-27"),
    ("este viernes", "2026-11-27"),
    ("el 3 de diciembre", "2026-12-03"),
    ("3/12", "2026-12-03"),
    ("el tres de diciembre de 2027", "2027-12-03"),
    ("el 15", "2026-12-15"),
    ("el veinticuatro a las tres", "2026-11-24T15:00"),
    ("a las cinco y media", "2026-11-22T17:30"),
    ("a las cinco menos cuarto", "2026-11-22T16:45"),
    ("a las ocho y diez de la tarde", "2026-11-22T20:10"),
    ("a las 9 de la noche", "2026-11-22T21:00"),
    ("a las 17 h", "2026-11-22T17:00"),
    ("a las dieciséis treinta", "2026-11-22T16:30"),
    ("al mediodía", "2026-11-22T12:00"),
    ("esta noche", "2026-11-22T20:00"),
    ("mañana por la mañana", "2026-11-23T09:00"),
    ("el lunes por la tarde", "2026-11-23T15:00"),
    ("mañana a las 7 de la mañana", "2026-11-23T07:00"),
    ("en quince días", "2026-12-07"),
    ("dentro de dos horas", "2026-11-22T11:00"),
    ("en media hora", "2026-11-22T09:30"),
    ("en una hora y media", "2026-11-22T10:30"),
    ("hace tres días", "2026-11-19"),
    ("la semana que viene", "2026-11-23 week"),
    ("la semana pasada", "2026-11-09 week"),
    ("el mes que viene", "2026-12-01 month"),
    ("a finales de mes", "2026-11-30"),
    ("el último viernes de octubre", "2027-10-29"),
    ("el primer lunes de diciembre", "2026-12-07"),
    ("en Nochebuena", "2026-12-24"),
    ("antes del viernes", "..2026-11-27"),
    ("a partir de las 5", "2026-11-22T17:00.."),
    ("hasta el 3 de diciembre", "..2026-12-03"),
    ("del 3 al 7 de diciembre", "2026-12-03..2026-12-07"),
    ("entre las 2 y las 4", "2026-11-22T14:00..2026-11-22T16:00"),
    ("mañana de 9 a 11", "2026-11-23T09:00..2026-11-23T11:00"),
    ("durante dos horas", "PT2H"),
    ("todos los días", "FREQ=DAILY @ 2026-11-22"),
    ("cada 3 días", "FREQ=DAILY;INTERVAL=3 @ 2026-11-22"),
    ("cada dos martes", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU @ 2026-11-24"),
    ("entre semana", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23"),
    ("todos los lunes a las 7", "FREQ=WEEKLY;BYDAY=MO @ 2026-11-23T07:00"),
    ("el 15 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=15 @ 2026-12-15"),
    ("un día sí y otro no", "FREQ=DAILY;INTERVAL=2 @ 2026-11-22"),
    ("una vez al mes", "FREQ=MONTHLY @ 2026-11-22"),
    ("cada 3 días después de hacerlo", "FREQ=DAILY;INTERVAL=3 after_completion @ 2026-11-22"),
    ("la segunda", "none"),
    ("2 huevos", "none"),
    ("el segundo", "none"),
];

#[test]
fn spanish_is_read() {
    let moment = moment(super::SUNDAY, "Europe/Berlin", "es");
    let wrong: Vec<String> = EXPRESSIONS
        .iter()
        .map(|(text, expected)| (text, expected, meaning(text, &moment)))
        .filter(|(_, expected, found)| expected != &found)
        .map(|(text, expected, found)| format!("{text}: {found} and not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
