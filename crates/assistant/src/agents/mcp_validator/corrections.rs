//! "No, I meant Friday", "not that one, the other": the last action is changed, with an undo of its own, instead of
//! another one being added.

mod another_task;
mod as_meant;

use tasktalk_domain::{
    Command, Confidence, Continuation, DueFilter, Intent, Operation, Parameters, Receipt,
    Reference, Selector, Span, SpanKind, TaskId, WhichOccurrence,
    command::{CLARIFY_BELOW, CLARIFY_DELETE_BELOW},
};
use tasktalk_storage::StorageError;

pub(super) use self::another_task::take_back;
use super::{
    additions, changes, questions, reading,
    resolve_reference::{self, Unclear, Wanted},
};
use crate::{
    pipeline::{LINES, Memory, Plan, Problem, Remark, Sight, Step, Tally},
    tools::{ListTasks, Tool, ToolContext},
};

/// So unsure, a task is offered, not added.
const UNSURE: f32 = 0.6;

pub(super) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    command: Command,
) -> Result<Plan, StorageError> {
    if let Some(corrected) = waiting(memory, &command) {
        let plan = changes::plan(context, memory, earlier, corrected, None).await?;
        return Ok(Plan {
            answers_pending: true,
            ..plan
        });
    }
    if let Some(call) = other_list(memory, &command) {
        return Ok(Plan::new(command, Step::Run(vec![Tool::ListTasks(call)])));
    }
    let receipts = memory.last_receipts()?;
    let command = as_meant::read(&receipts, command);
    match (&command.reference, receipts.as_slice()) {
        (None, _) if changes::asks_for_nothing(&command.parameters) => {
            Ok(Plan::say(command, Remark::WhatInstead))
        }
        (None, receipts) => {
            let ids = tasks_of(receipts, memory);
            change_again(context, memory, earlier, command, receipts, &ids).await
        }
        // "no, buy butter" where nothing was done: perhaps it is to be added.
        (Some(_), []) if command.parameters.title.is_some() => {
            let command = Command {
                intent: Intent::AddTask,
                reference: None,
                confidence: Confidence::clamped(UNSURE),
                ..command
            };
            Ok(additions::plan(context, command, None))
        }
        (Some(_), [receipt]) if receipt.operation != Operation::Created => {
            other_task(context, memory, command, receipt.clone()).await
        }
        // With nothing to move to another task, naming one with new values simply changes that one.
        (Some(_), _) if !changes::asks_for_nothing(&command.parameters) => {
            let command = Command {
                intent: Intent::UpdateTask,
                ..command
            };
            changes::plan(context, memory, earlier, command, None).await
        }
        (Some(_), []) => Ok(Plan::refuse(command, Problem::NothingToCorrect)),
        (Some(_), _) => Ok(Plan::say(command, Remark::WhatInstead)),
    }
}

/// A question is open and the correction names another task for it: "delete the meeting" … "no, I meant the lunch".
fn waiting(memory: &Memory, command: &Command) -> Option<Command> {
    let reference = command.reference.clone()?;
    match &memory.pending.as_ref()?.continuation {
        Continuation::OnChosen { command: waiting }
        | Continuation::MissingDue { command: waiting } => Some(Command {
            reference: Some(reference),
            confidence: command.confidence,
            ..Command::clone(waiting)
        }),
        Continuation::OneOrSeries { .. }
        | Continuation::OnExactly { .. }
        | Continuation::AsIs { .. }
        | Continuation::MissingTitle { .. } => None,
    }
}

/// The last answer was a list, and another day is meant.
fn other_list(memory: &Memory, command: &Command) -> Option<ListTasks> {
    let (Some(Intent::ListTasks), Sight::Current(list) | Sight::Outdated(list)) =
        (memory.last_intents.last(), memory.sight())
    else {
        return None;
    };
    let due = command.parameters.due.value()?;
    let mut filter = list.filter.clone();
    filter.due = Some(DueFilter::on(due.date()));
    Some(ListTasks {
        filter,
        limit: LINES,
        ..ListTasks::default()
    })
}

fn without_reference(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| span.kind != SpanKind::Reference);
    spans
}

/// The tasks of the last change; where nothing was changed, the one that was talked about.
fn tasks_of(receipts: &[Receipt], memory: &Memory) -> Vec<TaskId> {
    let mut ids: Vec<TaskId> = Vec::new();
    for receipt in receipts {
        if !ids.contains(&receipt.task_id) {
            ids.push(receipt.task_id);
        }
    }
    if ids.is_empty() && memory.focus.len() == 1 {
        ids.clone_from(&memory.focus);
    }
    ids
}

/// Gives the tasks of the last change other values. Of several new tasks it is not known which one is meant.
async fn change_again(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    command: Command,
    receipts: &[Receipt],
    ids: &[TaskId],
) -> Result<Plan, StorageError> {
    if ids.is_empty() {
        return Ok(Plan::refuse(command, Problem::NothingToCorrect));
    }
    let command = Command {
        intent: Intent::UpdateTask,
        reference: Some(Reference {
            include: ids.iter().copied().map(Selector::Id).collect(),
            exclude: Vec::new(),
        }),
        // The numbers are not from the message.
        spans: without_reference(command.spans),
        parameters: Parameters {
            occurrence: command.parameters.occurrence.or(Some(corrected(receipts))),
            ..command.parameters
        },
        ..command
    };
    let several_new = ids.len() > 1
        && receipts
            .iter()
            .any(|receipt| receipt.operation == Operation::Created);
    if !several_new {
        return changes::plan(context, memory, earlier, command, None).await;
    }
    let Some(reference) = &command.reference else {
        return Ok(Plan::refuse(command, Problem::NothingToCorrect));
    };
    let mut resolution =
        resolve_reference::resolve(context, memory, reference, &[], Wanted::Open).await?;
    resolution.unclear = Some(Unclear {
        words: None,
        candidates: std::mem::take(&mut resolution.targets),
    });
    Ok(changes::decide(
        context, memory, earlier, command, resolution,
    ))
}

/// What moved one occurrence is corrected for that one; anything else is about the whole series.
fn corrected(receipts: &[Receipt]) -> WhichOccurrence {
    let moved_one = |receipt: &Receipt| {
        let after = receipt.after.as_ref();
        receipt.operation == Operation::Updated
            && after.is_some_and(|after| after.exceptions.moved_from.is_some())
    };
    if !receipts.is_empty() && receipts.iter().all(moved_one) {
        WhichOccurrence::Next
    } else {
        WhichOccurrence::Series
    }
}

/// Takes the last change back and makes it on another task.
async fn other_task(
    context: &ToolContext<'_>,
    memory: &Memory,
    command: Command,
    receipt: Receipt,
) -> Result<Plan, StorageError> {
    let Some(reference) = &command.reference else {
        return Ok(Plan::refuse(command, Problem::NothingToCorrect));
    };
    let wanted = match receipt.operation {
        Operation::Completed | Operation::Updated => Wanted::Open,
        Operation::Reopened => Wanted::Done,
        Operation::Created | Operation::Deleted | Operation::Restored => Wanted::Any,
    };
    let mut resolution =
        resolve_reference::resolve(context, memory, reference, &command.spans, wanted).await?;
    resolution.targets.retain(|task| task.id != receipt.task_id);
    if resolution.targets.len() > 1 && resolution.unclear.is_none() {
        resolution.unclear = Some(Unclear {
            words: None,
            candidates: std::mem::take(&mut resolution.targets),
        });
    }
    let enough = if receipt.operation == Operation::Deleted {
        CLARIFY_DELETE_BELOW
    } else {
        CLARIFY_BELOW
    };
    let step = match (&resolution.unclear, resolution.targets.as_slice()) {
        (Some(unclear), _) => Step::Ask(Box::new(questions::which(
            context,
            &command,
            unclear.words.as_deref(),
            &unclear.candidates,
        ))),
        (None, [task]) if command.confidence < enough => {
            Step::Ask(Box::new(questions::did_you_mean(context, &command, task)))
        }
        (None, [task]) => Step::Run(vec![
            take_back(&receipt),
            another_task::on_other(&receipt, &command, task),
        ]),
        (None, _) => reading::show_again(memory, &resolution.problems),
    };
    let nothing_else = resolution.targets.is_empty()
        && resolution.unclear.is_none()
        && resolution.problems.is_empty()
        && resolution.absent.is_empty();
    if nothing_else {
        resolution.problems.push(Problem::NothingToCorrect);
    }
    resolution.alternatives = vec![receipt.task_id];
    Ok(resolution.into_plan(command, step))
}
