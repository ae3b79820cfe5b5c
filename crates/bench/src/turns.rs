//! Whole chat turns without HTTP around them.

use anyhow::{Context as _, ensure};
use tasktalk_assistant::{Assistant, IdempotencyKey, Input, Permissions, TurnRequest};
use tasktalk_domain::UserId;

use crate::{base_store::conversation_id, measure::Worker, mix::Person};

/// Talks as fast as it can, for a few people.
pub(crate) struct Turns {
    pub(crate) assistant: Assistant,
    pub(crate) people: Vec<Person>,
}

impl Worker for Turns {
    async fn operate(&mut self) -> anyhow::Result<()> {
        self.people.rotate_left(1);
        let person = self.people.first_mut().context("nobody speaks")?;
        let said = person.say();
        let request = TurnRequest {
            input: Input::Message(said.message.clone()),
            conversation: said
                .conversation
                .map(|nth| conversation_id(person.user, nth)),
            timezone: None,
            permissions: Permissions::ALL,
            idempotency: Some(IdempotencyKey {
                key: format!("turn-{}", said.number),
                request_hash: "a hash".to_owned(),
            }),
            since: tokio::time::Instant::now(),
        };
        let turn = self.assistant.turn(UserId(person.user), request).await?;
        ensure!(
            turn.success,
            "\"{}\" was answered with: {}",
            said.message,
            turn.response
        );
        if let Some(receipt) = turn.receipts.last() {
            person.has_task(receipt.task_id.get());
        }
        Ok(())
    }
}
