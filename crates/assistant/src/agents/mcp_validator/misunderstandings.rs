//! Messages that ask for nothing we do: nothing is changed, and each time in a row the help gets plainer.

use tasktalk_domain::{Command, Reason, Task, TaskId, TaskTitle};
use tasktalk_storage::{StorageError, tasks};

use super::{questions, resolve_reference::words};
use crate::{
    Scope,
    pipeline::{Memory, Plan, Remark},
    tools::ToolContext,
};

/// After this many misunderstandings in a row nothing more is asked.
pub(crate) const LAST_QUESTION: u8 = 3;

pub(super) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    message: &str,
    command: Command,
) -> Result<Plan, StorageError> {
    let title = command
        .parameters
        .title
        .as_deref()
        .and_then(|title| TaskTitle::parse(title).ok());
    match (command.reason, title) {
        (Some(Reason::NotOurs), Some(title)) if memory.misunderstood < LAST_QUESTION => {
            let pending = questions::offer_to_add(context, &command, &title);
            Ok(Plan::ask(command, pending))
        }
        (Some(reason), _) => Ok(Plan::say(command, Remark::NothingAskedFor(reason))),
        (None, _) => {
            let time = memory.misunderstood.saturating_add(1);
            let nearest = if time == 1 && context.permissions.require(Scope::Read).is_ok() {
                mentioned(context, message).await?
            } else {
                Vec::new()
            };
            Ok(Plan::say(command, Remark::NotUnderstood { time, nearest }))
        }
    }
}

/// Tasks that the message names by number or by title, though it doesn't say what to do with them.
async fn mentioned(context: &ToolContext<'_>, message: &str) -> Result<Vec<Task>, StorageError> {
    let number = message.trim().trim_start_matches('#').parse::<i64>();
    let id = number.ok().and_then(|number| TaskId::try_from(number).ok());
    if let Some(id) = id {
        let named = tasks::get(context.tx, context.user.user.id, id).await?;
        return Ok(named
            .into_iter()
            .filter(|task| task.deleted_at.is_none())
            .collect());
    }
    words::mentioned(context, message).await
}
