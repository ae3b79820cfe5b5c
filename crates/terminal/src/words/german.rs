//! German.

use super::Words;

const WEEKDAYS: [&str; 7] = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];
const MONTHS: [&str; 12] = [
    "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
];

pub(super) static WORDS: Words = Words {
    too_small: "Zu klein.",
    line_mode: "Sag, was du brauchst: „morgen Milch kaufen“, „was steht diese Woche an?“, „Hilfe“. Strg+C beendet.",
    welcome: "Sag, was du brauchst, in deinen Worten:\n\n  morgen um 17 Uhr Milch kaufen\n  was steht diese Woche an?\n  die Milch ist erledigt\n\nAlles lässt sich zurücknehmen.",
    stopped: "Angehalten.",
    trying_again: "… die Verbindung ist weg; neuer Versuch",
    rows_below: |rows| match rows {
        1 => "1 weitere Zeile ↓".to_owned(),
        rows => format!("{rows} weitere Zeilen ↓"),
    },
    undo_hint: "Strg+Z nimmt die letzte Änderung zurück",
    answer_freely: "oder in Worten",
    not_connected: "nicht verbunden",

    to_do: "Zu tun",
    all_tasks: "Alle Aufgaben",
    nothing_to_do: "Nichts zu tun.",
    nothing_found: "Nichts gefunden.",
    more_tasks: |count| format!("… und {count} weitere"),
    overdue: "überfällig",
    yesterday: "gestern",
    today: "heute",
    tomorrow: "morgen",
    weekdays: WEEKDAYS,
    day: |day, month| format!("{day}. {}", MONTHS[month]),
    priorities: ["hoch", "mittel", "niedrig"],
    repeats: "wiederholt sich",

    late: |minutes| format!("{minutes} min zu spät"),
    more_reminders: |count| format!("{count} weitere"),
    reminder_keys: "F2 erledigt · F3 in 10 min · F4 weg · F5 verschieben",
    move_to: |task| format!("verschiebe #{task} auf "),

    conversations: "Gespräche",
    no_conversations: "Keine.",
    conversation_keys: "Enter öffnet · Tippen sucht · Entf löscht · Strg+N neu · Esc zurück",

    keys_talk: "Enter sagt es · Strg+Z zurücknehmen · Tab Liste · Strg+O Gespräche · ? Tasten · 2× Strg+C beendet",
    keys_running: "Strg+C hält an · Bild↑ Bild↓ blättern",
    keys_list: "Leertaste erledigt · Enter darüber reden · / suchen · a alle · Tab zurück · ? Tasten",
    keys_finding: "Enter zu den gefundenen Aufgaben · Esc alle",
    keys_title: "Tasten",
    keys: [
        ("Enter", "sagen"),
        ("Strg+J, Alt+Enter", "eine neue Zeile"),
        ("1 … 9", "eine Frage beantworten, auf leerer Zeile"),
        ("Strg+Z", "die letzte Änderung zurücknehmen"),
        ("Strg+C, Esc", "die Antwort anhalten"),
        ("2× Strg+C, Strg+D", "beenden"),
        ("Alt+Z", "zur Shell; fg kommt zurück"),
        ("↑ ↓", "was du vorher gesagt hast"),
        ("Bild↑ Bild↓", "blättern"),
        ("Strg+U, Strg+W", "Zeile, Wort löschen"),
        ("Strg+N", "ein neues Gespräch"),
        ("Strg+O", "ein anderes Gespräch"),
        ("F2 F3 F4 F5", "Erinnerung: erledigt, in 10 min, weg, neu"),
        ("Tab", "zur Liste und zurück"),
        ("Leertaste", "in der Liste: erledigt oder wieder offen"),
        ("Enter", "in der Liste: über die Aufgabe reden"),
        ("/", "in der Liste: suchen"),
        ("a", "in der Liste: auch Erledigtes"),
        ("Entf", "in der Liste: löschen"),
        ("Strg+L", "alles neu zeichnen"),
        ("?", "diese Tasten; jede Taste geht weiter"),
    ],

    leave_hint: "Noch einmal Strg+C beendet.",
    wait: "Warte die Antwort ab, oder halte sie mit Strg+C an. Was du getippt hast, bleibt.",
    nothing_to_undo: "Hier wurde nichts geändert, das sich zurücknehmen ließe.",
    done: "✅ Erledigt",
    open_again: "⬜ Wieder offen",
    deleted: "🗑️ Gelöscht",
    taken_back: "↩️ Zurückgenommen",
    no_shell: "Es gibt keine Shell, zu der es zurückgeht.",
    unreachable: "Der Server war nicht zu erreichen. Vielleicht ist die Nachricht angekommen; sieh in die Liste, bevor du sie noch einmal sagst.",
    gave_up: "Nicht länger gewartet. Vielleicht ist die Nachricht angekommen; sieh in die Liste, bevor du sie noch einmal sagst.",
    delete_conversation: "Noch einmal Entf löscht dieses Gespräch. Die Aufgaben bleiben.",
};
