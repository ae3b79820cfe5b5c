//! Trying again: what the answer had changed is taken back first, so that nothing is done twice and nothing is kept in
//! silence.

use axum::response::Response;
use serde_json::Value;
use tasktalk_assistant::{Input, Scope};
use tasktalk_domain::{Message, Role, SortOrder};

use super::{Door, event, item, item_not_found, request::OfItem};
use crate::{
    extract::path_id::conversation_not_found,
    problem::{Code, Problem},
};

/// How many messages may follow the one that is tried again.
const MOST_MESSAGES: usize = 200;

impl Door {
    /// Answers a message of the user's anew, and forgets everything from it on.
    pub(super) async fn retry_after_item(&self, asked: OfItem) -> Result<Response, Problem> {
        self.require(Scope::Write)?;
        let thread = self.conversation(&asked.thread_id).await?.id;
        let message = self.message(thread, &asked.item_id).await?;
        if message.role != Role::User {
            return Err(item_not_found());
        }
        let from = Some(message.id);
        let forgotten = self
            .walk(thread, from, SortOrder::Asc, MOST_MESSAGES + 1)
            .await?;
        if forgotten.len() > MOST_MESSAGES {
            return Err(cannot("Too much has been said since."));
        }
        self.take_back(&forgotten).await?;
        let conversations = self.state.assistant.conversations();
        let gone = conversations
            .forget_messages(self.user.id, thread, message.id)
            .await?;
        if !gone {
            return Err(conversation_not_found());
        }
        let now = self.state.clock.now();
        let removed: Vec<Value> = forgotten
            .iter()
            .flat_map(|message| item::of_message(thread, message, false, now))
            .filter_map(|item| item["id"].as_str().map(event::item_removed))
            .collect();
        self.say(Some(thread), Input::Message(message.content), removed)
            .await
    }

    /// Takes back what these messages have changed, the newest first.
    async fn take_back(&self, messages: &[Message]) -> Result<(), Problem> {
        let tokens = messages
            .iter()
            .rev()
            .flat_map(|message| message.metadata.receipts.iter().rev())
            .map(|receipt| receipt.undo_token);
        let answers = self.undo(tokens).await?;
        let stands = answers
            .iter()
            .any(|result| result["success"] != true && result["code"] != "already_undone");
        if stands {
            return Err(cannot(
                "Some of what this answer did has changed since, and would be done twice.",
            ));
        }
        Ok(())
    }
}

fn cannot(why: &str) -> Problem {
    Problem::new(
        Code::ChangedSince,
        format!("{why} Say what you want as a new message."),
    )
}
