//! What a correction means after what was done: its words can be a title or a task, its number a task or an hour.

use tasktalk_domain::{
    Change, Command, Due, DuePart, Operation, Receipt, Reference, Selector, Span, SpanKind, Task,
};

use crate::agents::mcp_validator::changes;

/// The correction of what these receipts tell.
pub(super) fn read(receipts: &[Receipt], command: Command) -> Command {
    let command = read_title_as_task(receipts, command);
    let command = read_task_as_title(receipts, command);
    read_number_as_hour(receipts, command)
}

/// After something was completed, deleted, or changed but not renamed, "no, I meant the report" names another task,
/// not a new title.
fn read_title_as_task(receipts: &[Receipt], mut command: Command) -> Command {
    let moves_on = receipts
        .first()
        .is_some_and(|receipt| !gives_title(receipt));
    if moves_on && let Some(text) = command.parameters.title.take() {
        command
            .reference
            .get_or_insert_with(|| Reference::to(Selector::Words { text, exact: false }));
    }
    command
}

/// Whether a change said what a task is called.
fn gives_title(receipt: &Receipt) -> bool {
    match (&receipt.operation, &receipt.before, &receipt.after) {
        (Operation::Created, _, _) => true,
        (Operation::Updated, Some(before), Some(after)) => before.title != after.title,
        _ => false,
    }
}

/// After something was written down or renamed, "no, I meant butter" says what it should have been called.
fn read_task_as_title(receipts: &[Receipt], mut command: Command) -> Command {
    if !receipts.is_empty()
        && receipts.iter().all(gives_title)
        && command.parameters.title.is_some()
    {
        command.reference = None;
    }
    command
}

/// After something was given a time, "make it 4" says which hour; the same half of the day is meant.
fn read_number_as_hour(receipts: &[Receipt], mut command: Command) -> Command {
    if let [receipt] = receipts
        && let Some(number) = bare_number(&command)
        && let Some(due) = hour_of(receipt, number)
    {
        command.reference = None;
        command.parameters.due = Change::Set(due);
        command.parameters.due_part = Some(DuePart::Both);
    }
    command
}

/// The number that the correction is, if it is nothing else.
fn bare_number(command: &Command) -> Option<i64> {
    let [Selector::Id(id)] = command.reference.as_ref()?.include.as_slice() else {
        return None;
    };
    let said = |span: &Span| span.kind == SpanKind::Reference && span.text == id.to_string();
    (changes::asks_for_nothing(&command.parameters) && command.spans.iter().any(said))
        .then(|| id.get())
}

/// The time that a change has set, at another hour.
fn hour_of(receipt: &Receipt, number: i64) -> Option<Due> {
    let due = |task: &Option<Box<Task>>| task.as_ref().and_then(|task| task.due.clone());
    let Some(Due::DateTime {
        date_time,
        timezone,
    }) = due(&receipt.after).filter(|after| due(&receipt.before).as_ref() != Some(after))
    else {
        return None;
    };
    let hour = i8::try_from(number).ok()?;
    let half = if date_time.hour() >= 12 && hour < 12 {
        12
    } else {
        0
    };
    let corrected = date_time.with().hour(hour + half).minute(0).build().ok()?;
    Some(Due::at(corrected, timezone))
}
