//! Adding a task under a key that the caller chose, so that asking again adds it once.

use std::sync::Arc;

use tasktalk_domain::{Receipt, UserId};
use tasktalk_storage::{StorageError, Transaction, idempotency, users};

use super::{Assistant, door::Door};
use crate::{
    IdempotencyKey, Permissions, Scope,
    tools::{self, AddTask, Detail, Known, Tool, ToolError, ToolFailure},
};

/// The status under which the receipt of a task that was added is kept.
const CREATED: u16 = 201;

/// A task that was added.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// The proof; its `after` is the task as it was then.
    pub receipt: Receipt,
    /// An earlier attempt added it.
    pub replayed: bool,
}

/// Why a task was not added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// The key came with another request before.
    #[error("This idempotency key was used for another request")]
    IdempotencyMismatch,
    /// It was refused. That is not kept, so that a retry can do better.
    #[error(transparent)]
    Tool(#[from] ToolError),
}

impl From<StorageError> for AddError {
    fn from(error: StorageError) -> Self {
        Self::Tool(error.into())
    }
}

impl From<ToolFailure> for AddError {
    fn from(failure: ToolFailure) -> Self {
        Self::Tool(failure.into())
    }
}

impl Assistant {
    /// Adds a task, once for each key.
    pub async fn add_once(
        &self,
        owner: UserId,
        permissions: Permissions,
        call: AddTask,
        key: IdempotencyKey,
    ) -> Result<Added, AddError> {
        let (clock, defaults) = (self.clock.clone(), self.defaults.clone());
        let asked = Arc::new((call, key));
        self.database
            .write(move |tx| {
                let (clock, defaults) = (clock.clone(), defaults.clone());
                let asked = Arc::clone(&asked);
                Box::pin(async move {
                    let door = Door {
                        permissions,
                        clock: &clock,
                        defaults: &defaults,
                    };
                    add(tx, owner, &door, &asked.0, &asked.1).await
                })
            })
            .await
    }
}

async fn add(
    tx: &Transaction<'_>,
    owner: UserId,
    door: &Door<'_>,
    call: &AddTask,
    key: &IdempotencyKey,
) -> Result<Added, AddError> {
    let user = users::lock(tx, owner).await?;
    let user = user.ok_or(ToolFailure::NoSuchUser)?;
    door.permissions.require(Scope::Write)?;
    if let Some(stored) = idempotency::find(tx, owner, &key.key).await? {
        if stored.request_hash != key.request_hash {
            return Err(AddError::IdempotencyMismatch);
        }
        return Ok(Added {
            receipt: serde_json::from_str(&stored.body).map_err(unreadable)?,
            replayed: true,
        });
    }
    let (zone, known) = (door.defaults.zone_of(&user.user), Known::new());
    let context = door.context(tx, &user, &zone, &known);
    let outcome = tools::run(&context, Tool::AddTask(call.clone())).await?;
    if let Detail::Failed(failure) = outcome.detail {
        return Err(failure.into());
    }
    let mut receipts = outcome.receipts;
    let receipt = receipts.pop().expect("what was added has a receipt");
    let body = serde_json::to_string(&receipt).map_err(unreadable)?;
    let (key, hash) = (&key.key, &key.request_hash);
    idempotency::store(tx, owner, key, hash, CREATED, &body, context.now).await?;
    Ok(Added {
        receipt,
        replayed: false,
    })
}

fn unreadable(error: serde_json::Error) -> StorageError {
    StorageError::Corrupt {
        column: "idempotency_keys.body",
        cause: Arc::new(error),
    }
}
