//! Spanish.

use super::Words;

const WEEKDAYS: [&str; 7] = ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"];
const MONTHS: [&str; 12] = [
    "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
];

pub(super) static WORDS: Words = Words {
    too_small: "Muy pequeño.",
    line_mode: "Di lo que necesitas: «comprar leche mañana», «¿qué tengo esta semana?», «ayuda». :renombrar Compras renombra la conversación. Ctrl-C sale.",
    welcome: "Di lo que necesitas, con tus palabras:\n\n  comprar leche mañana a las 17:00\n  ¿qué tengo esta semana?\n  ya compré la leche\n\nTodo se puede deshacer.",
    stopped: "Detenido.",
    trying_again: "… se perdió la conexión; nuevo intento",
    rows_below: |rows| match rows {
        1 => "1 línea más ↓".to_owned(),
        rows => format!("{rows} líneas más ↓"),
    },
    undo_hint: "Ctrl+Z deshace el último cambio",
    answer_freely: "o con palabras",
    not_connected: "sin conexión",

    to_do: "Por hacer",
    all_tasks: "Todas las tareas",
    nothing_to_do: "Nada que hacer.",
    nothing_found: "Nada encontrado.",
    more_tasks: |count| format!("… y {count} más"),
    overdue: "vencida",
    yesterday: "ayer",
    today: "hoy",
    tomorrow: "mañana",
    weekdays: WEEKDAYS,
    day: |day, month| format!("{day} {}", MONTHS[month]),
    priorities: ["alta", "media", "baja"],
    repeats: "se repite",

    late: |minutes| format!("{minutes} min tarde"),
    more_reminders: |count| format!("{count} más"),
    reminder_keys: "F2 hecha · F3 en 10 min · F4 descartar · F5 mover",
    move_to: |task| format!("mueve #{task} a "),

    conversations: "Conversaciones",
    no_conversations: "Ninguna.",
    conversation_keys: "Intro abre · teclea y busca · Ctrl+R renombra · Supr borra · Ctrl+N nueva · Esc",
    rename_keys: "Intro renombra · Esc la deja como está",
    renamed: |title| format!("✏️ Esta conversación se llama ahora: {title}"),
    rename_how: "Di cómo debe llamarse esta conversación: :renombrar Compras",
    nothing_to_rename: "La conversación empieza con tu primer mensaje; después se puede renombrar.",

    keys_talk: "Intro lo dice · Ctrl+Z deshacer · Tab lista · Ctrl+O conversaciones · ? teclas · 2× Ctrl+C sale",
    keys_running: "Ctrl+C detiene · RePág AvPág desplazar",
    keys_list: "Espacio hecha · Intro hablar de ella · / buscar · a todas · Tab volver · ? teclas",
    keys_finding: "Intro a las tareas encontradas · Esc todas",
    keys_title: "Teclas",
    keys: [
        ("Intro", "decirlo"),
        ("Ctrl+J, Alt+Intro", "una línea nueva"),
        ("1 … 9", "responder a una pregunta, en línea vacía"),
        ("Ctrl+Z", "deshacer el último cambio"),
        ("Ctrl+C, Esc", "detener la respuesta"),
        ("2× Ctrl+C, Ctrl+D", "salir"),
        ("Alt+Z", "al shell; fg vuelve"),
        ("↑ ↓", "lo que dijiste antes"),
        ("RePág AvPág", "desplazar"),
        ("Ctrl+U, Ctrl+W", "borrar la línea, la palabra"),
        ("Ctrl+N", "una conversación nueva"),
        ("Ctrl+O", "otra conversación; Ctrl+R la renombra"),
        (
            "F2 F3 F4 F5",
            "recordatorio: hecha, en 10 min, fuera, mover",
        ),
        ("Tab", "a la lista y de vuelta"),
        ("Espacio", "en la lista: hecha o abierta de nuevo"),
        ("Intro", "en la lista: hablar de esta tarea"),
        ("/", "en la lista: buscar"),
        ("a", "en la lista: también las hechas"),
        ("Supr", "en la lista: borrar"),
        ("Ctrl+L", "dibujar todo de nuevo"),
        ("?", "estas teclas; cualquier tecla sigue"),
    ],

    leave_hint: "Pulsa Ctrl+C otra vez para salir.",
    wait: "Espera la respuesta o pulsa Ctrl+C para detenerla. Lo que escribiste se queda.",
    nothing_to_undo: "Aquí no se cambió nada que se pueda deshacer.",
    done: "✅ Hecha",
    open_again: "⬜ Abierta de nuevo",
    deleted: "🗑️ Borrada",
    taken_back: "↩️ Deshecho",
    no_shell: "No hay un shell al que volver.",
    unreachable: "No se pudo llegar al servidor. Quizá tu mensaje llegó; mira la lista antes de repetirlo.",
    gave_up: "Ya no se espera. Quizá tu mensaje llegó; mira la lista antes de repetirlo.",
    delete_conversation: "Pulsa Supr otra vez para borrar esta conversación. Sus tareas se quedan.",
};
