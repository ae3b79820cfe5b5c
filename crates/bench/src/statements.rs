//! The storage alone: the statements of a chat turn, without anything that understands, answers or listens.
//!
//! What a turn reads and writes is the assistant's business; this follows it closely enough to say what share of a
//! turn is storage, and it has to be kept so by hand.

use anyhow::Context as _;
use futures_util::future::try_join;
use tasktalk_domain::{Clock, Operation, Receipt, Task, TaskFilter, UserId, conversation::HISTORY};
use tasktalk_storage::{
    Database, StorageError, Transaction, changes, conversations, events, idempotency, messages,
    tasks::{self, TaskQuery},
    users::{self, LockedUser},
};
use uuid::Uuid;

use crate::{
    base_store::{answered, conversation, conversation_id, new_task, said, task_id, title},
    measure::Worker,
    mix::{Kind, Person, Turn},
};

/// How many tasks a list shows.
const LISTED: usize = 50;
/// About as many bytes as an answer in JSON has that is kept for a retry.
const ANSWER: &str = include_str!("answer.json");

/// Writes turns as fast as it can, for a few people.
pub(crate) struct Statements {
    pub(crate) database: Database,
    pub(crate) clock: Clock,
    pub(crate) people: Vec<Person>,
}

impl Worker for Statements {
    async fn operate(&mut self) -> anyhow::Result<()> {
        self.people.rotate_left(1);
        let person = self.people.first_mut().context("nobody speaks")?;
        let turn = person.say();
        let (owner, clock) = (UserId(person.user), self.clock.clone());
        let created = self
            .database
            .write(move |tx| {
                let (turn, clock) = (turn.clone(), clock.clone());
                Box::pin(async move { write(tx, owner, &turn, &clock).await })
            })
            .await?;
        if let Some(number) = created {
            person.has_task(number);
        }
        Ok(())
    }
}

/// One turn; gives the number of the task that was made.
async fn write(
    tx: &Transaction<'_>,
    owner: UserId,
    turn: &Turn,
    clock: &Clock,
) -> Result<Option<i64>, StorageError> {
    let key = format!("turn-{}", turn.number);
    let begun = turn.conversation.map(|nth| conversation_id(owner.0, nth));
    let id = begun.unwrap_or_else(|| tasktalk_domain::ConversationId(clock.new_id()));
    let reads = try_join(
        idempotency::find(tx, owner, &key),
        try_join(
            conversations::get(tx, owner, id),
            messages::last(tx, owner, id, HISTORY),
        ),
    );
    let (locked, (_, (known, _))) = try_join(users::lock(tx, owner), reads).await?;
    let locked = locked.expect("the account was made");
    if known.is_none() {
        conversations::insert(tx, owner, &conversation(id, clock)).await?;
    }
    let change = operate(tx, &locked, turn, clock).await?;
    let mut created = None;
    if let Some((before, after)) = change {
        if before.is_none() {
            created = Some(after.id.get());
        }
        record(tx, &locked, id, before, after, clock).await?;
    }
    messages::append(tx, owner, id, &said(clock, &turn.message)).await?;
    messages::append(tx, owner, id, &answered(clock, &turn.title, turn.task)).await?;
    conversations::touch(tx, owner, id, clock.now()).await?;
    idempotency::store(tx, owner, &key, "a hash", 200, ANSWER, clock.now()).await?;
    Ok(created)
}

/// Does what the turn asks for; gives the task before and after, if one was changed.
async fn operate(
    tx: &Transaction<'_>,
    locked: &LockedUser,
    turn: &Turn,
    clock: &Clock,
) -> Result<Option<(Option<Task>, Task)>, StorageError> {
    let owner = locked.user.id;
    let before = match turn.kind {
        Kind::Add => {
            let task = new_task(locked, clock, &turn.title);
            tasks::insert(tx, owner, &task).await?;
            return Ok(Some((None, task)));
        }
        Kind::List => {
            tasks::list(tx, owner, &everything(clock)).await?;
            return Ok(None);
        }
        Kind::Complete | Kind::Rename => tasks::get(tx, owner, task_id(turn.task)).await?,
    };
    let before = before.expect("people only name tasks that they have");
    let mut after = before.clone();
    if turn.kind == Kind::Complete {
        after.completed_at = Some(clock.now());
    } else {
        after.title = title(&turn.title);
    }
    after.version += 1;
    tasks::save(tx, owner, &before, &after).await?;
    Ok(Some((Some(before), after)))
}

async fn record(
    tx: &Transaction<'_>,
    locked: &LockedUser,
    conversation: tasktalk_domain::ConversationId,
    before: Option<Task>,
    after: Task,
    clock: &Clock,
) -> Result<(), StorageError> {
    let (owner, id, version) = (locked.user.id, after.id, after.version);
    let operation = match &before {
        None => Operation::Created,
        Some(_) => Operation::Updated,
    };
    let receipt = Receipt {
        operation,
        task_id: id,
        title: after.title.as_str().to_owned(),
        before: before.map(Box::new),
        after: Some(Box::new(after)),
        undo_token: clock.random_id(),
        expires_at: clock.now(),
    };
    let batch: Uuid = clock.new_id();
    changes::insert(tx, owner, locked, batch, Some(conversation), &receipt).await?;
    let kind = "task.updated";
    events::append(
        tx,
        owner,
        locked,
        kind,
        &id.to_string(),
        version,
        clock.now(),
    )
    .await
}

fn everything(clock: &Clock) -> TaskQuery {
    let now = tasktalk_domain::Zone::utc().local(clock.now());
    TaskQuery {
        filter: TaskFilter::default(),
        today: now.date(),
        now,
        sort: tasktalk_domain::SortKey::default(),
        order: tasktalk_domain::SortOrder::default(),
        limit: LISTED,
        cursor: None,
        trash: false,
    }
}
