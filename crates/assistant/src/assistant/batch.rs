//! Several calls in one transaction, for callers that send them together, and answers that are kept for callers that
//! ask twice.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tasktalk_domain::{Change, Clock, Due, DuePart, Series, TaskId, UserId};
use tasktalk_storage::{StorageError, Transaction, idempotency, users};
use uuid::Uuid;

use super::{Assistant, Defaults, door::Door};
use crate::{
    IdempotencyKey, Permissions, Scope,
    tools::{self, Known, Tool, ToolContext, ToolError, ToolFailure, UpdateTask},
};

/// The status under which answers of batches are kept: they have none of their own.
const KEPT_STATUS: u16 = 200;

/// Calls that are carried out together: each that fails is told by itself and leaves the others standing, and what was
/// changed is one batch of changes.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The calls, in order.
    pub steps: Vec<Step>,
    /// Makes a retry get the first answer. An answer in which nothing succeeded is not kept, so that a retry can do
    /// better.
    pub idempotency: Option<IdempotencyKey>,
    /// What this batch uses up: a second batch with the same word is refused.
    pub once: Option<String>,
}

/// One call of a batch.
#[derive(Clone, Debug)]
pub enum Step {
    /// A tool.
    Call(Tool),
    /// Moves a task to another day or time. Of a repeating task only the present occurrence moves: the series goes on
    /// from where it was.
    Reschedule {
        /// Which task.
        id: TaskId,
        /// Where it goes.
        to: Due,
        /// Which part of that counts; all of it when `None`.
        part: Option<DuePart>,
        /// Nobody named the zone, so the task keeps its own if it has one.
        keep_zone: bool,
        /// Refuses when the task has another version.
        expected_version: Option<i64>,
    },
}

/// What came of one call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The tool's result in its JSON form.
    pub result: Value,
    /// Takes the change back; `None` when nothing was changed.
    pub undo_token: Option<Uuid>,
}

impl Answer {
    /// Whether the call was carried out.
    pub fn success(&self) -> bool {
        self.result["success"] == true
    }
}

/// What came of a batch: one answer for each call, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// The answers.
    pub answers: Vec<Answer>,
    /// Whether they are those of an earlier attempt.
    pub replayed: bool,
}

/// Why a batch was not carried out; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// The key came with another request before.
    #[error("This idempotency key was used for another request")]
    IdempotencyMismatch,
    /// What can be used once was used before.
    #[error("This was used before")]
    UsedBefore,
    /// The account does not exist any more.
    #[error("No such user")]
    NoSuchUser,
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Assistant {
    /// Carries out several calls in one transaction.
    pub async fn run_batch(
        &self,
        owner: UserId,
        permissions: Permissions,
        batch: Batch,
    ) -> Result<Answers, BatchError> {
        let job = Arc::new(Job {
            owner,
            permissions,
            batch,
            clock: self.clock.clone(),
            defaults: self.defaults.clone(),
        });
        self.database
            .write(move |tx| {
                let job = Arc::clone(&job);
                Box::pin(async move { job.run(tx).await })
            })
            .await
    }
}

/// All that a batch needs besides its transaction; it may be run more than once.
struct Job {
    owner: UserId,
    permissions: Permissions,
    batch: Batch,
    clock: Clock,
    defaults: Defaults,
}

impl Job {
    async fn run(&self, tx: &Transaction<'_>) -> Result<Answers, BatchError> {
        let user = users::lock(tx, self.owner)
            .await?
            .ok_or(BatchError::NoSuchUser)?;
        if let Some(answers) = self.kept(tx).await? {
            return Ok(Answers {
                answers,
                replayed: true,
            });
        }
        if let Some(word) = &self.batch.once
            && idempotency::find(tx, self.owner, word).await?.is_some()
        {
            return Err(BatchError::UsedBefore);
        }
        let (zone, known) = (self.defaults.zone_of(&user.user), Known::new());
        let door = Door {
            permissions: self.permissions,
            clock: &self.clock,
            defaults: &self.defaults,
        };
        let context = door.context(tx, &user, &zone, &known);
        let mut answers = Vec::with_capacity(self.batch.steps.len());
        for step in &self.batch.steps {
            answers.push(step.run(&context).await?);
        }
        self.keep(&context, &answers).await?;
        Ok(Answers {
            answers,
            replayed: false,
        })
    }

    async fn kept(&self, tx: &Transaction<'_>) -> Result<Option<Vec<Answer>>, BatchError> {
        let Some(wanted) = &self.batch.idempotency else {
            return Ok(None);
        };
        let Some(stored) = idempotency::find(tx, self.owner, &wanted.key).await? else {
            return Ok(None);
        };
        if stored.request_hash != wanted.request_hash {
            return Err(BatchError::IdempotencyMismatch);
        }
        let answers =
            serde_json::from_str(&stored.body).map_err(|error| StorageError::Corrupt {
                column: "idempotency_keys.body",
                cause: Arc::new(error),
            })?;
        Ok(Some(answers))
    }

    async fn keep(&self, context: &ToolContext<'_>, answers: &[Answer]) -> Result<(), BatchError> {
        let (tx, now) = (context.tx, context.now);
        if !answers.iter().any(Answer::success) {
            return Ok(());
        }
        if let Some(IdempotencyKey { key, request_hash }) = &self.batch.idempotency {
            let body = serde_json::to_string(answers).expect("answers have text keys");
            idempotency::store(tx, self.owner, key, request_hash, KEPT_STATUS, &body, now).await?;
        }
        if let Some(word) = &self.batch.once {
            idempotency::store(tx, self.owner, word, "", KEPT_STATUS, "", now).await?;
        }
        Ok(())
    }
}

impl Step {
    async fn run(&self, context: &ToolContext<'_>) -> Result<Answer, StorageError> {
        let tool = match self.tool(context).await {
            Ok(tool) => tool,
            Err(ToolError::Failure(failure)) => {
                return Ok(Answer {
                    result: failure.to_json(),
                    undo_token: None,
                });
            }
            Err(ToolError::Storage(error)) => return Err(error),
        };
        let outcome = tools::run(context, tool).await?;
        Ok(Answer {
            undo_token: outcome.receipts.last().map(|receipt| receipt.undo_token),
            result: outcome.result,
        })
    }

    /// Which tool it is; for some that depends on the task, so it is asked under the lock.
    async fn tool(&self, context: &ToolContext<'_>) -> Result<Tool, ToolError> {
        match self {
            Self::Call(tool) => Ok(tool.clone()),
            Self::Reschedule {
                id,
                to,
                part,
                keep_zone,
                expected_version,
            } => {
                context.permissions.require(Scope::Write)?;
                let task = tools::on_list(context, *id, *expected_version).await?;
                if task.completed() {
                    return Err(completed(*id).into());
                }
                let mut call = UpdateTask::new(*id);
                call.patch.due = Change::Set(to.clone());
                call.due_part = *part;
                call.keep_zone = *keep_zone;
                call.occurrence = Series::of(&task).map(|series| series.slot().date());
                call.expected_version = *expected_version;
                Ok(Tool::UpdateTask(Box::new(call)))
            }
        }
    }
}

fn completed(id: TaskId) -> ToolFailure {
    ToolFailure::invalid(
        "task_completed",
        format!("Task #{id} is completed; reopen it before moving it"),
    )
}

#[cfg(test)]
mod tests;
