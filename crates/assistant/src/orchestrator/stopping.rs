//! Following and stopping the turn that is in work in a conversation, also when another instance has it.

use std::time::Duration;

use tasktalk_domain::{ConversationId, UserId};
use tasktalk_storage::{
    conversations,
    turns::{self, RunningTurn},
    users,
};
use tokio::time::{sleep, timeout};

use super::{
    LOOK_AGAIN,
    abandoned::{self, Why},
};
use crate::{
    Assistant, Run,
    turn::{Turn, TurnError},
};

/// How long the turns that are left have to store that they were stopped.
const LAST_WORDS: Duration = Duration::from_secs(2);

impl Assistant {
    /// The turn of a conversation that waits for a language model, if there is one. What another instance is asked shows
    /// when it is over.
    pub async fn running_turn(
        &self,
        owner: UserId,
        conversation: ConversationId,
    ) -> Result<Option<Run>, TurnError> {
        if let Some(run) = self.runs.get((owner, conversation)) {
            return Ok(Some(run));
        }
        let Some(running) = self.elsewhere(owner, conversation).await? else {
            return Ok(None);
        };
        let (assistant, run) = (self.clone(), Run::new());
        let told = run.clone();
        tokio::spawn(async move {
            match assistant.wait_for(running).await {
                Ok(Some(turn)) => {
                    told.begin(turn.start());
                    told.end(Ok(turn));
                }
                Ok(None) => told.end(Err(TurnError::GivenUp)),
                Err(error) => told.end(Err(error)),
            }
        });
        Ok(Some(run))
    }

    /// Stops the turn of a conversation that waits for a language model, if there is one: it does nothing. A turn that
    /// acts already is not held up.
    pub async fn stop_turn(
        &self,
        owner: UserId,
        conversation: ConversationId,
    ) -> Result<(), TurnError> {
        if let Some(run) = self.runs.get((owner, conversation)) {
            run.stop();
            return Ok(());
        }
        let Some(running) = self.elsewhere(owner, conversation).await? else {
            return Ok(());
        };
        self.end_turn(running, Why::Stopped).await
    }

    /// Waits until no turn of this process waits for a language model, for so long at most; then stops what is left, so
    /// that it says so in its conversation. Whether there was something left.
    pub async fn finish_turns(&self, at_most: Duration) -> bool {
        if timeout(at_most, self.runs.all_over()).await.is_ok() {
            return false;
        }
        self.runs.stop_all();
        if timeout(LAST_WORDS, self.runs.all_over()).await.is_err() {
            tracing::warn!("some turns could not be stopped in order; their time will run out");
        }
        true
    }

    /// The turn that waits in a conversation, wherever.
    async fn elsewhere(
        &self,
        owner: UserId,
        conversation: ConversationId,
    ) -> Result<Option<RunningTurn>, TurnError> {
        self.database
            .read(move |snapshot| {
                Box::pin(async move {
                    if conversations::get(snapshot, owner, conversation)
                        .await?
                        .is_none()
                    {
                        return Err(TurnError::ConversationNotFound);
                    }
                    let running = turns::running(snapshot, owner).await?;
                    Ok(running
                        .into_iter()
                        .find(|turn| turn.conversation == conversation))
                })
            })
            .await
    }

    /// Waits for the end of a turn that another instance has, or had; its answer, if it has one.
    async fn wait_for(&self, turn: RunningTurn) -> Result<Option<Turn>, TurnError> {
        let (owner, conversation, question) = (turn.owner, turn.conversation, turn.message);
        loop {
            let running = self.elsewhere(owner, conversation).await?;
            match running.filter(|running| running.message == question) {
                None => break,
                Some(running) if running.lease_until < self.clock.now() => {
                    self.end_turn(running, Why::Abandoned).await?;
                }
                Some(_) => sleep(LOOK_AGAIN).await,
            }
        }
        self.database
            .read(move |snapshot| {
                Box::pin(async move {
                    let turn = abandoned::ended(snapshot, owner, conversation, question).await?;
                    let found = conversations::get(snapshot, owner, conversation).await?;
                    Ok(turn.map(|turn| Turn {
                        title: found.map_or_else(String::new, |found| found.title.to_string()),
                        ..turn
                    }))
                })
            })
            .await
    }

    async fn end_turn(&self, turn: RunningTurn, why: Why) -> Result<(), TurnError> {
        let clock = self.clock.clone();
        self.database
            .write(move |tx| {
                let (clock, turn) = (clock.clone(), turn.clone());
                Box::pin(async move {
                    let now = clock.now();
                    let Some(user) = users::lock(tx, turn.owner).await? else {
                        return Err(TurnError::NoSuchUser);
                    };
                    abandoned::end(tx, &user, &turn, why, &clock, now).await?;
                    Ok(())
                })
            })
            .await
    }
}
