//! Completing, reopening, deleting and undoing in German.

use super::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("hak 3 ab", "done <#3>"),
    ("hake den Zahnarzt ab", "done <Zahnarzt>"),
    ("Aufgabe 4 ist erledigt", "done <#4>"),
    ("Aufgabe 7 erledigt", "done <#7>"),
    ("#5 erledigt", "done <#5>"),
    ("ich habe die Miete bezahlt", "done <Miete bezahlen>"),
    ("Hab Oma angerufen", "done <Oma anrufen>"),
    ("die Fenster sind geputzt", "done <Fenster putzen>"),
    ("Den Müll habe ich schon rausgebracht", "done <Müll rausbringen>"),
    ("Wäsche gewaschen", "done <Wäsche waschen>"),
    ("markiere Rasen mähen als erledigt", "done <Rasen mähen>"),
    ("ich bin mit der Steuer fertig", "done <Steuer>"),
    ("fertig mit dem Bericht", "done <Bericht>"),
    ("der erste Punkt ist erledigt", "done <nth 1>"),
    ("die letzte Aufgabe ist erledigt", "done <last 1th>"),
    ("das habe ich schon erledigt", "done <it>"),
    ("setz 6 auf erledigt", "done <#6>"),
    ("1, 2 und 3 abhaken", "done <#1, #2, #3>"),
    ("öffne Aufgabe 5 wieder", "reopen <#5>"),
    ("Nummer 2 ist doch nicht erledigt", "reopen <#2>"),
    ("lösche Aufgabe 3", "delete <#3>"),
    ("lösch den Zahnarzt", "delete <Zahnarzt>"),
    ("entferne 2 und 8", "delete <#2, #8>"),
    ("Friseur löschen", "delete <Friseur>"),
    ("streich die Gitarrenstunde von der Liste", "delete <Gitarrenstunde>"),
    ("nimm Brot von der Liste", "delete <Brot>"),
    ("kannst du Nummer 4 löschen?", "delete <#4>"),
    ("alle erledigten löschen", "delete <[done]>"),
    ("lösche alles mit #arbeit", "delete <[#arbeit]>"),
    ("lösche alles", "delete <all>"),
    ("alles außer der Miete löschen", "delete <all except Miete>"),
    ("die zweite Aufgabe löschen", "delete <nth 2>"),
    ("lösch es", "delete <it>"),
    ("rückgängig", "undo"),
    ("mach das rückgängig", "undo"),
    ("mach die letzte Änderung rückgängig", "undo"),
];

#[test]
fn tasks_are_done_and_deleted() {
    check(MESSAGES);
}
