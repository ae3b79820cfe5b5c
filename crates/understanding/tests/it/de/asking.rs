//! Asking for tasks in German.

use super::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("was steht heute an?", "list [open 2026-11-22]"),
    ("Was steht auf meiner Liste?", "list [open]"),
    ("zeig meine Aufgaben", "list"),
    ("Zeige alle offenen Aufgaben", "list [open]"),
    ("zeig mir die Einkaufsliste", "list [#einkauf]"),
    ("welche Aufgaben sind überfällig?", "list [open overdue]"),
    ("was ist morgen fällig?", "list [open 2026-11-23]"),
    ("Was muss ich morgen noch erledigen?", "list [open 2026-11-23]"),
    ("was habe ich am Dienstag vor?", "list [open 2026-11-24]"),
    ("zeig erledigte Aufgaben", "list [done]"),
    ("wie viele Aufgaben sind offen?", "count [open]"),
    ("Wie viele Aufgaben habe ich heute?", "count [open 2026-11-22]"),
    ("zeig alles mit #arbeit", "list [#arbeit]"),
    ("meine Aufgaben", "list"),
    ("zeig mir wichtige Aufgaben", "list [open p1]"),
    ("Aufgaben für morgen", "list [open 2026-11-23]"),
    ("was ist noch offen?", "list [open]"),
    ("Welche Aufgaben haben kein Datum?", "list [open undated]"),
    ("was muss ich noch tun?", "list [open]"),
];

#[test]
fn questions_and_orders_show_tasks() {
    check(MESSAGES);
}
