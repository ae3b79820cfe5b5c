//! The words of questions and of their answers.

use jiff::civil::Date;
use tasktalk_domain::{
    Command, Due, DuePart, Intent, Task, TaskTitle, Zone, pending::OPTIONS_LIMIT,
};

use super::{
    dates,
    markdown::{escape, quote},
};

/// How many tasks a confirmation of many names.
const SAMPLES: usize = 3;
/// Up to how many it names all.
const ALL_NAMED: usize = 10;

/// Which of several tasks was meant.
pub(crate) fn which(words: Option<&str>, count: usize) -> String {
    match words {
        Some(words) if count > OPTIONS_LIMIT => format!(
            "Which task did you mean? {count} fit \"{}\"; the nearest are:",
            quote(words)
        ),
        None if count > OPTIONS_LIMIT => {
            "Which task did you mean? These are only some; you can name any other:".to_owned()
        }
        Some(_) | None => "Which task did you mean?".to_owned(),
    }
}

/// Whether this one task was meant.
pub(crate) fn did_you_mean(command: &Command, task: &Task) -> String {
    format!(
        "Did you mean to {} #{} '{}'?",
        verb(command),
        task.id,
        escape(task.title.as_str())
    )
}

/// Whether to do it to all of these.
pub(crate) fn confirm(command: &Command, tasks: &[Task], changed: bool, reader: &Zone) -> String {
    let shown = if tasks.len() <= ALL_NAMED {
        tasks.len()
    } else {
        SAMPLES
    };
    let names: Vec<String> = tasks[..shown]
        .iter()
        .map(|task| format!("#{} '{}'", task.id, escape(task.title.as_str())))
        .collect();
    let question = if shown < tasks.len() {
        format!(
            "{}? For example {}.",
            doing(command, tasks.len()),
            names.join(", ")
        )
    } else {
        format!("{}: {}?", doing(command, tasks.len()), names.join(", "))
    };
    let question = match new_day(command) {
        Some(due) => format!("{question}\n📅 {}", dates::full(&due, reader)),
        None => question,
    };
    if changed {
        format!("Some of this has changed since I asked. {question}")
    } else {
        question
    }
}

/// The date that is set. Where only the time is, the tasks keep their days; where only the day is, their times.
fn new_day(command: &Command) -> Option<Due> {
    let due = command.parameters.due.value()?;
    match command.parameters.due_part {
        Some(DuePart::Time) => None,
        Some(DuePart::Date) => Some(Due::on(due.date())),
        Some(DuePart::Both) | None => Some(due.clone()),
    }
}

/// "Yes" to that.
pub(crate) fn yes(command: &Command, count: usize) -> String {
    format!("Yes, {}", lower_first(&doing(command, count)))
}

/// Whether to take something back at all.
pub(crate) fn confirm_undo(steps: u32) -> String {
    match steps {
        0 | 1 => "Should I undo the last change?".to_owned(),
        steps => format!("Should I undo the last {steps} changes?"),
    }
}

/// Whether to overwrite what happened since.
pub(crate) fn confirm_overwriting(task: &Task) -> String {
    format!(
        "Task #{} '{}' has changed since in another way, and undoing would overwrite that. Undo anyway?",
        task.id,
        escape(task.title.as_str())
    )
}

/// Whether to put it on the list.
pub(crate) fn offer_to_add(title: &TaskTitle, due: Option<&Due>, reader: &Zone) -> String {
    let due = due.map_or_else(String::new, |due| {
        format!(" (due {})", dates::full(due, reader))
    });
    format!("Add '{}'{due} to your list?", escape(title.as_str()))
}

/// A task as one of the answers; plain text, for a button.
pub(crate) fn label(task: &Task, reader: &Zone, today: Date) -> String {
    let mut label = format!("#{} {}", task.id, task.title);
    if task.completed() {
        label.push_str(" (done)");
    } else if let Some(due) = &task.due {
        label.push_str(" (");
        label.push_str(&dates::brief(due, reader, today));
        label.push(')');
    }
    label
}

fn doing(command: &Command, count: usize) -> String {
    let tasks = if count == 1 { "task" } else { "tasks" };
    let verb = verb(command);
    let mut letters = verb.chars();
    let verb: String = letters
        .next()
        .map(|first| first.to_ascii_uppercase())
        .into_iter()
        .chain(letters)
        .collect();
    format!("{verb} {count} {tasks}")
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_ascii_lowercase())
        .into_iter()
        .chain(letters)
        .collect()
}

fn verb(command: &Command) -> &'static str {
    match (command.intent, command.parameters.completed) {
        (Intent::DeleteTask, _) => "delete",
        (Intent::CompleteTask, Some(false)) => "reopen",
        (Intent::CompleteTask, _) => "complete",
        (Intent::Undo, _) => "restore",
        (Intent::UpdateTask, _) if command.parameters.skip => "skip",
        _ => "change",
    }
}
