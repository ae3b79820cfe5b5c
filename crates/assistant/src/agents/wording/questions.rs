//! The words of questions and of their answers.

use jiff::civil::Date;
use tasktalk_domain::{
    Command, Due, DuePart, Intent, Task, TaskTitle, Zone, pending::OPTIONS_LIMIT,
};

use super::{
    catalogue::{Texts, fill},
    dates,
    markdown::{escape, quote},
};

/// How many tasks a confirmation of many names.
const SAMPLES: usize = 3;
/// Up to how many it names all.
const ALL_NAMED: usize = 10;

/// Which of several tasks was meant.
pub(crate) fn which(texts: &Texts, words: Option<&str>, count: usize) -> String {
    match words {
        Some(words) if count > OPTIONS_LIMIT => fill(
            texts.which_of_many,
            &[("count", &count), ("words", &quote(words))],
        ),
        None if count > OPTIONS_LIMIT => texts.which_of_some.to_owned(),
        Some(_) | None => texts.which.to_owned(),
    }
}

/// Whether this one task was meant.
pub(crate) fn did_you_mean(texts: &Texts, command: &Command, task: &Task) -> String {
    fill(
        texts.did_you_mean,
        &[
            ("verb", &verb(texts, command)),
            ("id", &task.id),
            ("title", &escape(task.title.as_str())),
        ],
    )
}

/// Whether to do it to all of these.
pub(crate) fn confirm(
    texts: &Texts,
    command: &Command,
    tasks: &[Task],
    changed: bool,
    reader: &Zone,
) -> String {
    let shown = if tasks.len() <= ALL_NAMED {
        tasks.len()
    } else {
        SAMPLES
    };
    let names: Vec<String> = tasks[..shown]
        .iter()
        .map(|task| named(texts, task))
        .collect();
    let form = if shown < tasks.len() {
        texts.confirm_sampled
    } else {
        texts.confirm_named
    };
    let question = fill(
        form,
        &[
            ("doing", &doing(texts, command, tasks.len())),
            ("tasks", &names.join(", ")),
        ],
    );
    let question = match new_day(command) {
        Some(due) => format!("{question}\n📅 {}", dates::full(&due, reader, texts)),
        None => question,
    };
    if changed {
        fill(texts.changed_since, &[("question", &question)])
    } else {
        question
    }
}

/// `#3 'Pay rent'`.
pub(crate) fn named(texts: &Texts, task: &Task) -> String {
    fill(
        texts.named,
        &[("id", &task.id), ("title", &escape(task.title.as_str()))],
    )
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
pub(crate) fn yes(texts: &Texts, command: &Command, count: usize) -> String {
    let doing = lower_first(&doing(texts, command, count));
    fill(texts.yes, &[("doing", &doing)])
}

/// Whether to take something back at all.
pub(crate) fn confirm_undo(texts: &Texts, steps: u32) -> String {
    match steps {
        0 | 1 => texts.undo_last.to_owned(),
        steps => fill(texts.undo_several, &[("steps", &steps)]),
    }
}

/// Whether to overwrite what happened since.
pub(crate) fn confirm_overwriting(texts: &Texts, task: &Task) -> String {
    fill(
        texts.overwrite,
        &[("id", &task.id), ("title", &escape(task.title.as_str()))],
    )
}

/// Whether to put it on the list.
pub(crate) fn offer_to_add(
    texts: &Texts,
    title: &TaskTitle,
    due: Option<&Due>,
    reader: &Zone,
) -> String {
    let due = due.map_or_else(String::new, |due| {
        fill(
            texts.offer_due,
            &[("day", &dates::full(due, reader, texts))],
        )
    });
    fill(
        texts.offer,
        &[("title", &escape(title.as_str())), ("due", &due)],
    )
}

/// A task as one of the answers; plain text, for a button.
pub(crate) fn label(texts: &Texts, task: &Task, reader: &Zone, today: Date) -> String {
    let mut label = format!("#{} {}", task.id, task.title);
    if task.completed() {
        label.push_str(texts.done_mark);
    } else if let Some(due) = &task.due {
        label.push_str(" (");
        label.push_str(&dates::brief(due, reader, today, texts));
        label.push(')');
    }
    label
}

fn doing(texts: &Texts, command: &Command, count: usize) -> String {
    let verb = verb(texts, command);
    let mut letters = verb.chars();
    let at_start: String = letters
        .next()
        .map(|first| first.to_ascii_uppercase())
        .into_iter()
        .chain(letters)
        .collect();
    let form = if count == 1 {
        texts.doing_one
    } else {
        texts.doing
    };
    fill(
        form,
        &[("Verb", &at_start), ("verb", &verb), ("count", &count)],
    )
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

fn verb(texts: &Texts, command: &Command) -> &'static str {
    match (command.intent, command.parameters.completed) {
        (Intent::DeleteTask, _) => texts.verb_delete,
        (Intent::CompleteTask, Some(false)) => texts.verb_reopen,
        (Intent::CompleteTask, _) => texts.verb_complete,
        (Intent::Undo, _) => texts.verb_restore,
        (Intent::UpdateTask, _) if command.parameters.skip => texts.verb_skip,
        _ => texts.verb_change,
    }
}
