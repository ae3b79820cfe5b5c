//! Messages that ask for nothing we do: nothing is changed, and each time in a row the help gets plainer.

use tasktalk_domain::{Command, Reason, TaskTitle};
use tasktalk_storage::StorageError;

use super::{Plan, Remark, questions, resolve_reference::words};
use crate::{Scope, agents::context_manager::Memory, tools::ToolContext};

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
                words::mentioned(context, message).await?
            } else {
                Vec::new()
            };
            Ok(Plan::say(command, Remark::NotUnderstood { time, nearest }))
        }
    }
}
