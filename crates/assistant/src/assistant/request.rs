//! What REST asks for in one transaction, and which tool that is.

use tasktalk_domain::{Change, Clock, TaskId, UserId};
use tasktalk_storage::{StorageError, Transaction, users};

use super::{Defaults, OccurrenceAction, door::Door};
use crate::{
    Permissions, Scope,
    tools::{
        self, CompleteTask, Detail, Known, SkipOccurrence, Tool, ToolContext, ToolError,
        ToolFailure, ToolOutcome, UpdateTask, series,
    },
};

/// What a request asks for. What some of them mean depends on the task, so the tool is chosen under the lock.
#[derive(Clone)]
pub(super) enum Request {
    Call(Tool),
    Toggle {
        id: TaskId,
        expected_version: Option<i64>,
    },
    Occurrence {
        id: TaskId,
        action: OccurrenceAction,
        expected_version: Option<i64>,
    },
}

impl Request {
    pub(super) async fn run(
        self,
        tx: &Transaction<'_>,
        owner: UserId,
        permissions: Permissions,
        clock: &Clock,
        defaults: &Defaults,
    ) -> Result<ToolOutcome, StorageError> {
        let Some(user) = users::lock(tx, owner).await? else {
            return Ok(self.refused(ToolFailure::NoSuchUser));
        };
        let (zone, known) = (defaults.zone_of(&user.user), Known::new());
        let door = Door {
            permissions,
            clock,
            defaults,
        };
        let context = door.context(tx, &user, &zone, &known);
        match self.tool(&context).await {
            Ok(tool) => tools::run(&context, tool).await,
            Err(ToolError::Failure(failure)) => Ok(self.refused(failure)),
            Err(ToolError::Storage(error)) => Err(error),
        }
    }

    async fn tool(&self, context: &ToolContext<'_>) -> Result<Tool, ToolError> {
        match self {
            Self::Call(tool) => Ok(tool.clone()),
            Self::Toggle {
                id,
                expected_version,
            } => {
                context.permissions.require(Scope::Write)?;
                let task = tools::on_list(context, *id, *expected_version).await?;
                Ok(complete(*id, !task.completed(), *expected_version))
            }
            Self::Occurrence {
                id,
                action,
                expected_version,
            } => {
                context.permissions.require(Scope::Write)?;
                let task = tools::on_list(context, *id, *expected_version).await?;
                let series = series::repeating(&task)?;
                Ok(match action {
                    OccurrenceAction::Done => complete(*id, true, *expected_version),
                    OccurrenceAction::Skip { on } => Tool::SkipOccurrence(SkipOccurrence {
                        task_id: *id,
                        slots: on.iter().copied().collect(),
                        expected_version: *expected_version,
                    }),
                    OccurrenceAction::Move { on, to, keep_zone } => {
                        let mut call = UpdateTask::new(*id);
                        call.patch.due = Change::Set(to.clone());
                        call.keep_zone = *keep_zone;
                        call.occurrence = Some(on.unwrap_or(series.slot().date()));
                        call.expected_version = *expected_version;
                        Tool::UpdateTask(Box::new(call))
                    }
                })
            }
        }
    }

    /// The outcome of a request that was refused before its tool was chosen.
    fn refused(&self, failure: ToolFailure) -> ToolOutcome {
        let tool = match self {
            Self::Call(tool) => tool.clone(),
            Self::Toggle {
                id,
                expected_version,
            }
            | Self::Occurrence {
                id,
                expected_version,
                ..
            } => complete(*id, true, *expected_version),
        };
        ToolOutcome {
            name: tool.name(),
            arguments: tool.arguments(),
            result: failure.to_json(),
            receipts: Vec::new(),
            detail: Detail::Failed(failure),
        }
    }
}

pub(super) fn complete(task_id: TaskId, completed: bool, expected_version: Option<i64>) -> Tool {
    Tool::CompleteTask(CompleteTask {
        task_id,
        completed,
        done_on: None,
        expected_version,
    })
}
