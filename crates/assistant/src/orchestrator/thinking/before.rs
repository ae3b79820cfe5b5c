//! What is looked at before a language model is asked: whether another turn of the conversation waits for it, and
//! whether it may and should be asked at all.

use tasktalk_storage::{
    StorageError, Transaction, idempotency,
    turns::{self, RunningTurn},
};

use super::super::{
    Job,
    abandoned::{self, Why},
};
use crate::{
    LanguageModel, Scope,
    agents::{context_manager, mcp_validator},
    language_model::{self, Wish},
    pipeline::{Asked, OpenTurn, ParsedTurn, Problem, Tally},
    tools::ToolContext,
    turn::{Input, TurnError},
};

impl Job {
    /// Whether the conversation waits for another turn. Turns that nobody finishes any more are ended here.
    pub(in super::super) async fn is_busy(
        &self,
        tx: &Transaction<'_>,
        turn: &mut OpenTurn,
    ) -> Result<bool, TurnError> {
        // Not the turn's own "now": it may have waited for long.
        let now = self.clock.now();
        let mut waiting = turns::running(tx, self.owner).await?;
        // An earlier attempt at this turn first: it may have begun the conversation.
        waiting.sort_by_key(|running| !self.has_key_of(running));
        for running in waiting {
            let same_key = self.has_key_of(&running);
            if same_key && !self.is_repeated(&running) {
                return Err(TurnError::IdempotencyMismatch);
            }
            let same_conversation = running.conversation == turn.conversation;
            if !(same_key || same_conversation) {
                continue;
            }
            if running.lease_until >= now {
                if same_key {
                    return Err(TurnError::StillAnswering);
                }
                return Ok(true);
            }
            let ended =
                abandoned::end(tx, &turn.user, &running, Why::Abandoned, &self.clock, now).await?;
            if let Some(own) = self.request.idempotency.as_ref().filter(|_| same_key) {
                // What is kept of its end makes room for this turn's.
                idempotency::forget(tx, self.owner, &own.key).await?;
            }
            if same_conversation {
                turn.memory.newest = ended.or(turn.memory.newest);
            } else if self.request.conversation.is_none() {
                context_manager::go_on_in(tx, turn, running.conversation, self.now).await?;
            }
        }
        Ok(false)
    }

    fn has_key_of(&self, running: &RunningTurn) -> bool {
        match (&running.idempotency, &self.request.idempotency) {
            (Some((key, _)), Some(own)) => *key == own.key,
            _ => false,
        }
    }

    /// Whether a turn with the same key is an earlier attempt at this one.
    fn is_repeated(&self, running: &RunningTurn) -> bool {
        match (&running.idempotency, &self.request.idempotency) {
            (Some((_, hash)), Some(own)) => *hash == own.request_hash,
            _ => false,
        }
    }

    /// What the model is asked for, if it may be asked at all: a message, by someone who may see the list and agreed.
    pub(super) async fn wish(
        &self,
        context: &ToolContext<'_>,
        model: &LanguageModel,
        turn: &OpenTurn,
        said: &str,
        parsed: &ParsedTurn,
    ) -> Result<Option<Wish>, TurnError> {
        let agreed = model.everybody_agreed || turn.user.user.model_consent;
        let sees = self.request.permissions.require(Scope::Read).is_ok();
        let Input::Message(message) = &self.request.input else {
            return Ok(None);
        };
        if !(agreed && sees) {
            return Ok(None);
        }
        let sure = language_model::wish(model.when, message, parsed, false);
        if sure.is_some() {
            return Ok(sure);
        }
        let unfound = finds_nothing(context, turn, said, parsed).await?;
        Ok(language_model::wish(model.when, message, parsed, unfound))
    }
}

/// Whether no task fits the words of what was understood. Planning changes nothing.
async fn finds_nothing(
    context: &ToolContext<'_>,
    turn: &OpenTurn,
    said: &str,
    parsed: &ParsedTurn,
) -> Result<bool, StorageError> {
    let [asked @ Asked::Command(..)] = parsed.asked.as_slice() else {
        return Ok(false);
    };
    let plan =
        mcp_validator::plan(context, &turn.memory, Tally::default(), said, asked.clone()).await?;
    Ok(plan
        .problems
        .iter()
        .any(|problem| matches!(problem, Problem::NothingMatched { .. })))
}
