//! German expressions.

use super::*;

#[rustfmt::skip] // one expression a line
const EXPRESSIONS: &[(&str, &str)] = &[
    ("heute", "2026-11-22"),
    ("morgen", "2026-11-23"),
    ("übermorgen", "2026-11-24"),
    ("heute Abend", "2026-11-22T18:00"),
    ("morgen früh", "2026-11-23T09:00"),
    ("morgen Nachmittag um drei", "2026-11-23T15:00"),
    ("Sonntagabend", "2026-11-22T18:00"),
    ("am 3.", "2026-12-03"),
    ("am 3.12.", "2026-12-03"),
    ("3.12.", "2026-12-03"),
    ("3.12.2026", "2026-12-03"),
    ("am 4. Januar", "2027-01-04"),
    ("24. Dezember um 18 Uhr", "2026-12-24T18:00"),
    ("Montag, den 30. November", "2026-11-30"),
    ("um halb sieben", "2026-11-23T06:30"),
    ("um halb fünf", "2026-11-22T16:30"),
    ("heute halb acht", "2026-11-22T19:30"),
    ("Viertel vor neun", "2026-11-23T08:45"),
    ("Viertel nach drei", "2026-11-22T15:15"),
    ("um zehn vor sechs", "2026-11-22T17:50"),
    ("um 17 Uhr", "2026-11-22T17:00"),
    ("17 Uhr 30", "2026-11-22T17:30"),
    ("um sechzehn Uhr dreißig", "2026-11-22T16:30"),
    ("17.30 Uhr", "2026-11-22T17:30"),
    ("in 14 Tagen", "2026-12-06"),
    ("in zwei Wochen", "2026-12-06"),
    ("in einer Stunde", "2026-11-22T10:00"),
    ("in einer halben Stunde", "2026-11-22T09:30"),
    ("in einer Viertelstunde", "2026-11-22T09:15"),
    ("in 45 Minuten", "2026-11-22T09:45"),
    ("nächsten Freitag", "2026-11-27"),
    ("nächste Woche", "2026-11-23 week"),
    ("nächsten Monat", "2026-12-01 month"),
    ("Ende des Monats", "2026-11-30"),
    ("Anfang Dezember", "2026-12-01"),
    ("am letzten Freitag im Oktober", "2027-10-29"),
    ("am ersten Montag im Dezember", "2026-12-07"),
    ("Heiligabend", "2026-12-24"),
    ("an Silvester", "2026-12-31"),
    ("bis Freitag", "..2026-11-27"),
    ("bis morgen um 12", "..2026-11-23T12:00"),
    ("bis zum 5. Dezember", "..2026-12-05"),
    ("spätestens am Montag", "..2026-11-23"),
    ("ab 17 Uhr", "2026-11-22T17:00.."),
    ("ab morgen", "2026-11-23.."),
    ("vor Weihnachten", "..2026-12-25"),
    ("von 9 bis 11 Uhr", "2026-11-22T09:00..2026-11-22T11:00"),
    ("vom 3. bis 5. Dezember", "2026-12-03..2026-12-05"),
    ("Montag bis Mittwoch", "2026-11-23..2026-11-25"),
    ("morgen zwischen 14 und 16 Uhr", "2026-11-23T14:00..2026-11-23T16:00"),
    ("für zwei Stunden", "PT2H"),
    ("jeden Tag", "FREQ=DAILY @ 2026-11-22"),
    ("täglich um 8", "FREQ=DAILY @ 2026-11-23T08:00"),
    ("jeden Morgen", "FREQ=DAILY @ 2026-11-22T09:00"),
    ("jeden zweiten Dienstag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU @ 2026-11-24"),
    ("werktags", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23"),
    ("montags und donnerstags", "FREQ=WEEKLY;BYDAY=MO,TH @ 2026-11-23"),
    ("alle 3 Tage", "FREQ=DAILY;INTERVAL=3 @ 2026-11-22"),
    ("alle zwei Wochen", "FREQ=WEEKLY;INTERVAL=2 @ 2026-11-22"),
    ("jeden Monat am 15.", "FREQ=MONTHLY;BYMONTHDAY=15 @ 2026-12-15"),
    ("jeden 1. des Monats", "FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01"),
    ("jeden ersten Montag im Monat", "FREQ=MONTHLY;BYDAY=1MO @ 2026-12-07"),
    ("am letzten Freitag jedes Monats", "FREQ=MONTHLY;BYDAY=-1FR @ 2026-11-27"),
    ("jährlich am 3. März", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3 @ 2027-03-03"),
    ("monatlich", "FREQ=MONTHLY @ 2026-11-22"),
    ("vierteljährlich", "FREQ=MONTHLY;INTERVAL=3 @ 2026-11-22"),
    ("jeden Freitag bis Weihnachten", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261225 @ 2026-11-27"),
    ("alle 3 Tage nach Erledigung", "FREQ=DAILY;INTERVAL=3 after_completion @ 2026-11-22"),
];

#[test]
fn german_expressions_are_read() {
    let moment = moment(SUNDAY, "Europe/Berlin", "de");
    let differences: Vec<String> = EXPRESSIONS
        .iter()
        .map(|(text, expected)| (text, expected, meaning(text, &moment)))
        .filter(|(_, expected, found)| expected != &found)
        .map(|(text, expected, found)| format!("{text}: {found}, not {expected}"))
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
