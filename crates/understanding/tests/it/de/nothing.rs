//! What asks for nothing in German, and small talk.

use super::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("lösche nichts", "unknown:negated"),
    ("lösch das nicht", "unknown:negated"),
    ("Noch nichts abhaken bitte", "unknown:negated"),
    ("soll ich den Bericht löschen?", "unknown:hypothetical"),
    ("warum hast du das gelöscht?", "unknown:hypothetical"),
    ("Hallo", "greeting"),
    ("guten Morgen", "greeting"),
    ("Danke!", "thanks"),
    ("vielen Dank", "thanks"),
    ("Hilfe", "help"),
    ("was kannst du?", "help"),
];

#[test]
fn nothing_is_changed() {
    check(MESSAGES);
}
