//! Taking changes back. Undoing that names a task ("restore #3", "put the dentist back") means the trash, not the
//! newest change.

use tasktalk_domain::{
    Command, Parameters, Selector, TaskId, command::CLARIFY_BELOW, search_words,
};
use tasktalk_storage::{StorageError, changes};

use super::{bringing_back, questions, resolve_reference::words, snoozing};
use crate::{
    pipeline::{Memory, Plan, Problem, Remark, Step},
    tools::{RestoreTask, Tool, ToolContext, Undo, UndoTarget, undo::STEPS_LIMIT},
};

pub(super) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    message: &str,
    command: Command,
) -> Result<Plan, StorageError> {
    if command.reference.is_none() {
        let steps = command.parameters.steps.unwrap_or(1);
        if steps > STEPS_LIMIT {
            return everything(context, command).await;
        }
        if steps == 1
            && memory.pending.is_none()
            && let Some(plan) = snoozing::taken_back(context, memory, &command).await?
        {
            return Ok(plan);
        }
        return Ok(newest(context, memory, message, command));
    }
    let selectors = command
        .reference
        .as_ref()
        .map(|reference| reference.include.clone())
        .unwrap_or_default();
    if let [Selector::Pronoun(_)] = selectors.as_slice() {
        if let Some(forgotten) = question_instead(memory, &command) {
            return Ok(forgotten);
        }
        let sure = command.confidence >= CLARIFY_BELOW;
        return bringing_back::plan(context, memory, message, command, sure).await;
    }
    let mut ids: Vec<TaskId> = Vec::new();
    let mut problems = Vec::new();
    for selector in selectors {
        match selector {
            // A number leaves nothing to guess, and a task that isn't in the trash stays as it is.
            Selector::Id(id) => ids.push(id),
            Selector::InvalidId(_) => problems.push(Problem::InvalidId),
            Selector::Words { text, exact } => {
                match words::find_in_trash(context, &text, exact).await? {
                    words::Match::One { task, .. } if command.confidence < CLARIFY_BELOW => {
                        let pending = questions::did_you_mean(context, &command, &task);
                        return Ok(Plan::ask(command, pending));
                    }
                    words::Match::One { task, .. } => ids.push(task.id),
                    words::Match::Several(candidates) => {
                        let pending = questions::which(
                            context,
                            &Command {
                                reference: None,
                                ..command.clone()
                            },
                            Some(&text),
                            &candidates,
                        );
                        return Ok(Plan::ask(command, pending));
                    }
                    words::Match::Nothing { nearest } => {
                        problems.push(Problem::NothingMatched {
                            words: text,
                            nearest,
                        });
                    }
                }
            }
            Selector::Position(_)
            | Selector::Pronoun(_)
            | Selector::Filter(_)
            | Selector::All
            | Selector::OneOf(_)
            | Selector::Each(_) => {
                let question =
                    "Which task should come back? Say its number, for example \"restore #3\".";
                return Ok(Plan::say(command, Remark::Missing(question.to_owned())));
            }
        }
    }
    let tools = ids
        .into_iter()
        .map(|task_id| {
            Tool::RestoreTask(RestoreTask {
                task_id,
                expected_version: None,
            })
        })
        .collect();
    Ok(Plan {
        problems,
        ..Plan::new(command, Step::Run(tools))
    })
}

/// "Undo everything": all that this conversation has changed and that can be taken back, once it is said how much
/// that is.
async fn everything(context: &ToolContext<'_>, command: Command) -> Result<Plan, StorageError> {
    let Some(conversation) = context.conversation else {
        return Ok(Plan::refuse(command, Problem::NothingToBringBack));
    };
    let owner = context.user.user.id;
    let most = usize::try_from(STEPS_LIMIT).unwrap_or(usize::MAX);
    let batches =
        changes::newest_batches(context.tx, owner, conversation, most, context.now).await?;
    let steps = u32::try_from(batches.len()).unwrap_or(STEPS_LIMIT);
    let command = Command {
        parameters: Parameters {
            steps: Some(steps.max(1)),
            ..command.parameters.clone()
        },
        ..command
    };
    // What is one step, or none, is told by what comes of it.
    if steps <= 1 {
        let call = Undo {
            target: UndoTarget::Newest { steps: 1 },
            force: false,
        };
        return Ok(Plan::new(command, Step::Run(vec![Tool::Undo(call)])));
    }
    let pending = questions::confirm_undo(context, &command);
    Ok(Plan::ask(command, pending))
}

/// The newest changes of this conversation. An "oops" is about what has just happened.
fn newest(context: &ToolContext<'_>, memory: &Memory, message: &str, command: Command) -> Plan {
    if let Some(forgotten) = question_instead(memory, &command) {
        return forgotten;
    }
    let one = one_step(&command);
    if one && is_sigh(message) && !memory.changed_lately() {
        return Plan::refuse(command, Problem::NothingRecent);
    }
    if command.confidence < CLARIFY_BELOW {
        let pending = questions::confirm_undo(context, &command);
        return Plan::ask(command, pending);
    }
    let call = Undo {
        target: UndoTarget::Newest {
            steps: command.parameters.steps.unwrap_or(1),
        },
        force: false,
    };
    Plan::new(command, Step::Run(vec![Tool::Undo(call)]))
}

/// While a question waits, what was done last is the question.
fn question_instead(memory: &Memory, command: &Command) -> Option<Plan> {
    let waits = memory
        .pending
        .as_ref()
        .is_some_and(|pending| !memory.changed_since(pending));
    (waits && one_step(command)).then(|| Plan {
        answers_pending: true,
        ..Plan::say(command.clone(), Remark::QuestionForgotten)
    })
}

fn one_step(command: &Command) -> bool {
    command.parameters.steps.is_none_or(|steps| steps <= 1)
}

/// "Oops", "no wait": undoing is meant, but not said.
fn is_sigh(message: &str) -> bool {
    const SAID: [&str; 8] = [
        "back", "cancel", "restore", "reverse", "revert", "rollback", "undid", "undo",
    ];
    !search_words::of_text(message)
        .iter()
        .any(|word| SAID.contains(&word.as_str()) || word.starts_with("undo"))
}
