//! Changing tasks in German.

use super::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("verschiebe den Zahnarzt auf Freitag", "update <Zahnarzt> 2026-11-27"),
    ("verschieb 3 auf morgen", "update <#3> 2026-11-23"),
    ("Verschiebe Aufgabe 2 auf Montag um 10 Uhr", "update <#2> 2026-11-23 10:00"),
    ("Friseur auf Donnerstag verschieben", "update <Friseur> 2026-11-26"),
    ("kannst du den Elternabend auf Mittwoch verlegen", "update <Elternabend> 2026-11-25"),
    ("verschiebe alles Überfällige auf heute", "update <[overdue]> 2026-11-22"),
    ("verschieb es auf Samstag", "update <it> 2026-11-28"),
    ("verschiebe Yoga um zwei Tage", "update <Yoga> by 0m2d0min"),
    ("Yoga eine Stunde später", "update <Yoga> by 0m0d60min"),
    ("benenne Aufgabe 4 in Keller ausmisten um", "update <#4> 'Keller ausmisten'"),
    ("Setze die Priorität von Aufgabe 2 auf hoch", "update <#2> p1"),
    ("mach 5 dringend", "update <#5> p1"),
    ("Aufgabe 3 hat niedrige Priorität", "update <#3> p3"),
    ("gib dem Einkauf das Tag #haus", "update <Einkauf> #haus"),
    ("entferne das Datum von Aufgabe 6", "update <#6> due-"),
    ("entferne die Wiederholung von Yoga", "update <Yoga> repeat-"),
    ("Notiz zu Aufgabe 2: Hintereingang", "update <#2> note 'Hintereingang'"),
    ("nein, ich meinte Freitag", "correct 2026-11-27"),
    ("nein, Samstag", "correct 2026-11-28"),
    ("ich meinte um 16 Uhr", "correct 2026-11-22 16:00"),
    ("überspringe Yoga", "skip <Yoga>"),
    ("die Milch ist nicht mehr dringend", "update <Milch> p4"),
    ("mach alles rückgängig", "undo 100"),
    ("lösche die Milch oder das Brot", "delete <Milch or Brot>"),
];

#[test]
fn tasks_are_changed() {
    check(MESSAGES);
}
