//! English.

use super::Words;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

pub(super) static WORDS: Words = Words {
    too_small: "Too small.",
    line_mode: "Say what you need: \"buy milk tomorrow\", \"what's due this week?\", \"help\". Ctrl-C leaves.",
    welcome: "Say what you need, in your own words:\n\n  buy milk tomorrow at 5\n  what's due this week?\n  done with the milk\n\nEverything can be undone.",
    stopped: "Stopped.",
    trying_again: "… the connection is lost; trying again",
    rows_below: |rows| match rows {
        1 => "1 more row below ↓".to_owned(),
        rows => format!("{rows} more rows below ↓"),
    },
    undo_hint: "Ctrl+Z takes the last change back",
    answer_freely: "or answer in words",
    not_connected: "not connected",

    to_do: "To do",
    all_tasks: "All tasks",
    nothing_to_do: "Nothing to do.",
    nothing_found: "Nothing found.",
    more_tasks: |count| format!("… and {count} more"),
    overdue: "overdue",
    yesterday: "yesterday",
    today: "today",
    tomorrow: "tomorrow",
    weekdays: WEEKDAYS,
    day: |day, month| format!("{day} {}", MONTHS[month]),
    priorities: ["high", "medium", "low"],
    repeats: "repeats",

    late: |minutes| format!("{minutes} min late"),
    more_reminders: |count| format!("{count} more"),
    reminder_keys: "F2 done · F3 in 10 min · F4 dismiss · F5 move",
    move_to: |task| format!("move #{task} to "),

    conversations: "Conversations",
    no_conversations: "None.",
    conversation_keys: "Enter opens · type to find · Del deletes · Ctrl+N new · Esc back",

    keys_talk: "Enter says it · Ctrl+Z undo · Tab list · Ctrl+O conversations · ? keys · Ctrl+C twice leaves",
    keys_running: "Ctrl+C stops · PgUp PgDn scroll",
    keys_list: "Space done · Enter talk about it · / find · a all · Tab back · ? keys",
    keys_finding: "Enter to the tasks found · Esc all of them",
    keys_title: "Keys",
    keys: [
        ("Enter", "say it"),
        ("Ctrl+J, Alt+Enter", "a new line"),
        ("1 … 9", "answer a question, on an empty line"),
        ("Ctrl+Z", "take the last change back"),
        ("Ctrl+C, Esc", "stop the answer"),
        ("Ctrl+C twice, Ctrl+D", "leave"),
        ("Alt+Z", "to the shell; fg comes back"),
        ("↑ ↓", "what you said before"),
        ("PgUp PgDn", "scroll"),
        ("Ctrl+U, Ctrl+W", "delete the line, the word"),
        ("Ctrl+N", "a new conversation"),
        ("Ctrl+O", "another conversation"),
        ("F2 F3 F4 F5", "a reminder: done, in 10 min, dismiss, move"),
        ("Tab", "to the list and back"),
        ("Space", "in the list: done, or open again"),
        ("Enter", "in the list: talk about this task"),
        ("/", "in the list: find"),
        ("a", "in the list: done tasks too"),
        ("Del", "in the list: delete"),
        ("Ctrl+L", "draw everything anew"),
        ("?", "these keys; any key goes on"),
    ],

    leave_hint: "Press Ctrl+C again to leave.",
    wait: "Wait for the answer, or press Ctrl+C to stop it. What you typed stays.",
    nothing_to_undo: "Nothing was changed here that could be taken back.",
    done: "✅ Done",
    open_again: "⬜ Open again",
    deleted: "🗑️ Deleted",
    taken_back: "↩️ Taken back",
    no_shell: "There is no shell to go back to.",
    unreachable: "The server could not be reached. Your message may have arrived; look at the list before saying it again.",
    gave_up: "Not waited for any longer. Your message may have arrived; look at the list before saying it again.",
    delete_conversation: "Press Del again to delete this conversation. Its tasks stay.",
};
