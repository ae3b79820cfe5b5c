//! Looking at tasks, help and small talk, and what asks for nothing.

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("muéstrame mis tareas", "list"),
    ("muestra la lista", "list"),
    ("ver tareas", "list"),
    ("enséñame las tareas pendientes", "list [open]"),
    ("¿qué tengo pendiente?", "list [open]"),
    ("que tengo hoy", "list [open 2026-11-22]"),
    ("¿Qué hay para mañana?", "list [open 2026-11-23]"),
    ("¿qué tareas están vencidas?", "list [open overdue]"),
    ("¿qué he hecho hoy?", "list [done 2026-11-22]"),
    ("muestra las completadas", "list [done]"),
    ("¿cuántas tareas tengo?", "count [open]"),
    ("¿cuántas pendientes quedan?", "count [open]"),
    ("tareas con #casa", "list [#casa]"),
    ("¿qué hay en la lista de la compra?", "list [open #compra]"),
    ("enséñame las urgentes", "list [open p1]"),
    ("busca dentista", "list ['dentista']"),
    ("¿tengo algo para el viernes?", "list [open 2026-11-27]"),
    ("tareas sin fecha", "list [undated]"),
    ("lista", "list"),
    ("tareas de esta semana", "list [open 2026-11-16..2026-11-22]"),
    ("hola", "greeting"),
    ("buenos días", "greeting"),
    ("muchas gracias", "thanks"),
    ("ayuda", "help"),
    ("¿qué puedes hacer?", "help"),
    ("¿cómo borro una tarea?", "help"),
];

#[rustfmt::skip] // one message a line
const NOTHING: &[&str] = &[
    "no borres nada",
    "no borres la tarea 3",
    "no la marques como hecha",
    "¿debería borrar la 3?",
    "¿y si borro todo?",
    "¿por qué borraste la tarea?",
    "mi madre dijo que compre pan",
    "pon jazz",
    "enciende la luz del salón",
    "sube el volumen",
    "¿qué tiempo hace mañana?",
    "cuéntame un chiste",
    "llama a papá",
    "pon una alarma a las 7",
    "¿quién ganó el partido?",
    "estoy cansado",
    "qué día más bonito",
    "déjalo, no hagas nada",
    "vale",
    "borra mi cuenta",
];

#[test]
fn tasks_are_shown() {
    super::check(MESSAGES);
}

#[test]
fn what_asks_for_nothing_changes_nothing() {
    let changes = |text: &&str| {
        let meant = super::meaning(text);
        let kinds = ["add", "done", "delete", "update", "undo", "reopen"];
        kinds
            .iter()
            .any(|kind| meant.starts_with(kind))
            .then(|| format!("{text}: {meant}"))
    };
    let wrong: Vec<String> = NOTHING.iter().filter_map(changes).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
