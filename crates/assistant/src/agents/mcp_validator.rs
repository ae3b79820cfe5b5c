//! Decides what will be done about each thing that was asked for: every parameter becomes a domain type, every
//! reference a task, and the policy says whether to act, to ask or to have it confirmed. It changes nothing.

mod additions;
mod answers;
mod bringing_back;
mod changes;
mod corrections;
mod first_occurrence;
mod misunderstandings;
mod occurrences;
pub(crate) mod policy;
pub(crate) mod questions;
mod reading;
mod resolve_reference;
mod retracting;
mod snoozing;
mod titles;
mod undoing;

use tasktalk_domain::{
    Command, Confidence, Intent,
    Selector::{Id, InvalidId},
};
use tasktalk_storage::StorageError;

pub(crate) use self::{
    misunderstandings::LAST_QUESTION,
    resolve_reference::{AT_ONCE_LIMIT, spellings, with_words},
    retracting::{TakenBack, taken_back},
    snoozing::{asked as put_off, reminded_of},
};
use crate::{
    Scope,
    pipeline::{Asked, Memory, Plan, Problem, Remark, Step, Tally},
    tools::ToolContext,
};

/// Plans one thing that was asked for.
pub(crate) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    message: &str,
    asked: Asked,
) -> Result<Plan, StorageError> {
    match asked {
        Asked::Answer(pending, answer) => {
            answers::plan(context, memory, earlier, message, *pending, answer).await
        }
        Asked::AnswerTooLate(pending) => Ok(Plan::refuse(
            questions::command_of(*pending),
            Problem::AnswerTooLate,
        )),
        Asked::TakenBack(taken_back) => Ok(retracting::plan(taken_back)),
        Asked::NextPage => Ok(reading::next_page(memory)),
        Asked::PutOff(put_off) => Ok(Plan::new(snoozing::command(), Step::PutOff(put_off))),
        Asked::NotPutOff(problem) => Ok(Plan::refuse(snoozing::command(), *problem)),
        Asked::NothingToConfirm => Ok(Plan::say(
            Command::new(Intent::Unknown, Confidence::CERTAIN),
            Remark::NothingToConfirm,
        )),
        Asked::FilledIn(command) => {
            let plan = plan_command(context, memory, earlier, message, *command, None).await?;
            Ok(Plan {
                answers_pending: true,
                ..plan
            })
        }
        Asked::Command(command, question) => {
            plan_command(context, memory, earlier, message, *command, question).await
        }
    }
}

async fn plan_command(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    message: &str,
    command: Command,
    question: Option<String>,
) -> Result<Plan, StorageError> {
    if let Some(refusal) = refuse_to_look(context, &command) {
        return Ok(Plan::refuse(command, refusal));
    }
    if let Some(lost) = memory.ground.missing_for(&command) {
        return Ok(Plan::refuse(command, Problem::Fallen(lost)));
    }
    match command.intent {
        Intent::AddTask => Ok(additions::plan(context, command, question)),
        Intent::ListTasks => reading::plan(context, memory, command).await,
        Intent::CompleteTask | Intent::UpdateTask | Intent::DeleteTask => {
            changes::plan(context, memory, earlier, command, question).await
        }
        Intent::Undo => undoing::plan(context, memory, message, command).await,
        Intent::Correct => corrections::plan(context, memory, earlier, command).await,
        Intent::Help => Ok(Plan::say(command, Remark::Help)),
        Intent::Greeting => Ok(Plan::say(command, Remark::Greeting)),
        Intent::Thanks => Ok(Plan::say(command, Remark::Thanks)),
        Intent::Unknown => misunderstandings::plan(context, memory, message, command).await,
    }
}

/// Looking tasks up shows them, so a token that may not read can only point by number.
fn refuse_to_look(context: &ToolContext<'_>, command: &Command) -> Option<Problem> {
    let looks = command.reference.as_ref().is_some_and(|reference| {
        command.intent == Intent::ListTasks
            || !reference.exclude.is_empty()
            || reference
                .include
                .iter()
                .any(|selector| !matches!(selector, Id(_) | InvalidId(_)))
    });
    if !looks {
        return None;
    }
    let refusal = context.permissions.require(Scope::Read).err()?;
    Some(Problem::Refused(refusal.to_string()))
}
