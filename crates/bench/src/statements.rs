//! The storage alone: the statements of a chat turn, without anything that understands, answers or listens.
//!
//! What a turn reads and writes is the assistant's business; this follows it closely enough to say what share of a
//! turn is storage, and it has to be kept so by hand.

use anyhow::Context as _;
use futures_util::future::try_join;
use serde_json::json;
use tasktalk_domain::{
    Clock, ConversationId, Operation, Receipt, SortKey, SortOrder, Task, TaskFilter, UserId, Zone,
    conversation::HISTORY,
};
use tasktalk_storage::{
    Database, StorageError, Transaction, changes, conversations, events, idempotency, messages,
    tasks::{self, TaskQuery},
    users::{self, LockedUser},
};

use crate::{
    base_store::{answered, conversation, conversation_id, new_task, said, task_id, title},
    measure::Worker,
    mix::{Kind, Person, Turn},
};

/// How many tasks a list shows.
const LISTED: usize = 50;

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
    let id = begun.unwrap_or_else(|| ConversationId(clock.new_id()));
    let reads = try_join(
        idempotency::find(tx, owner, &key),
        try_join(
            conversations::get(tx, owner, id),
            messages::remembered(tx, owner, id, HISTORY),
        ),
    );
    let (locked, (_, (known, _))) = try_join(users::lock(tx, owner), reads).await?;
    let locked = locked.expect("the account was made");
    if known.is_none() {
        conversations::insert(tx, owner, &conversation(id, clock)).await?;
    }
    let done = operate(tx, &locked, turn, clock).await?;
    let mut created = None;
    let mut answer = answered(clock, &turn.title, turn.task);
    match done {
        Done::Changed(receipt) => {
            created = receipt.before.is_none().then(|| receipt.task_id.get());
            record(tx, &locked, id, &receipt, clock).await?;
            answer.metadata.receipts.push(*receipt);
        }
        Done::Listed(tasks) => {
            for call in &mut answer.tool_calls {
                call.result = json!({ "success": true, "tasks": tasks });
            }
        }
    }
    // What a retry is answered with is the message.
    let body = json!({ "conversation": id, "message": answer.id });
    messages::append(tx, owner, id, &said(clock, &turn.message)).await?;
    messages::append(tx, owner, id, &answer).await?;
    conversations::touch(tx, owner, id, clock.now()).await?;
    let now = clock.now();
    idempotency::store(tx, owner, &key, "a hash", 200, &body.to_string(), now).await?;
    Ok(created)
}

enum Done {
    Changed(Box<Receipt>),
    Listed(Vec<Task>),
}

/// Does what the turn asks for.
async fn operate(
    tx: &Transaction<'_>,
    locked: &LockedUser,
    turn: &Turn,
    clock: &Clock,
) -> Result<Done, StorageError> {
    let owner = locked.user.id;
    let before = match turn.kind {
        Kind::Add => {
            let task = new_task(locked, clock, &turn.title);
            tasks::insert(tx, owner, &task).await?;
            return Ok(Done::Changed(Box::new(receipt(None, task, clock))));
        }
        Kind::List => {
            let page = tasks::list(tx, owner, &everything(clock)).await?;
            return Ok(Done::Listed(page.tasks));
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
    Ok(Done::Changed(Box::new(receipt(Some(before), after, clock))))
}

fn receipt(before: Option<Task>, after: Task, clock: &Clock) -> Receipt {
    Receipt {
        operation: match &before {
            None => Operation::Created,
            Some(_) => Operation::Updated,
        },
        task_id: after.id,
        title: after.title.as_str().to_owned(),
        before: before.map(Box::new),
        after: Some(Box::new(after)),
        undo_token: clock.random_id(),
        expires_at: clock.now(),
    }
}

async fn record(
    tx: &Transaction<'_>,
    locked: &LockedUser,
    conversation: ConversationId,
    receipt: &Receipt,
    clock: &Clock,
) -> Result<(), StorageError> {
    let owner = locked.user.id;
    let batch = clock.new_id();
    changes::insert(tx, owner, locked, batch, Some(conversation), receipt).await?;
    let (id, now) = (receipt.task_id.to_string(), clock.now());
    events::append(tx, owner, locked, "task.updated", &id, 1, now).await
}

fn everything(clock: &Clock) -> TaskQuery {
    let now = clock.now();
    TaskQuery {
        filter: TaskFilter::default(),
        today: Zone::utc().local(now).date(),
        now,
        sort: SortKey::default(),
        order: SortOrder::default(),
        limit: LISTED,
        cursor: None,
        trash: false,
    }
}
