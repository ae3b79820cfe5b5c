//! Requests that are answered with a stream: what the user says, in words or by a choice.

use axum::response::Response;
use serde_json::Value;
use tasktalk_assistant::{Begun, Input, Run, Scope, TurnEvent, TurnRequest};
use tasktalk_domain::{ConversationId, MessageId, Pending, Role, SortOrder};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::{
    Door,
    encoder::Encoder,
    event,
    item::Place,
    item_not_found,
    request::{
        AddStructuredInput, AddUserMessage, Answer, Create, Submission, SubmissionStatus, bad,
    },
    thread,
};
use crate::{
    problem::Problem,
    routes::chat,
    turn_stream::{TurnStream, WhenLeft},
};

/// Among so many of the newest messages is the user's own, whatever else happens in the thread meanwhile.
const LOOKED_AT: usize = 10;

impl Door {
    pub(super) async fn create(&self, asked: Create) -> Result<Response, Problem> {
        let input = Input::Message(asked.input.text()?);
        self.say(None, input, Vec::new()).await
    }

    pub(super) async fn add_user_message(
        &self,
        asked: AddUserMessage,
    ) -> Result<Response, Problem> {
        let conversation = self.conversation(&asked.thread_id).await?;
        let input = Input::Message(asked.input.text()?);
        self.say(Some(conversation.id), input, Vec::new()).await
    }

    /// The answer to a question of ours.
    pub(super) async fn add_structured_input(
        &self,
        asked: AddStructuredInput,
    ) -> Result<Response, Problem> {
        self.require(Scope::Read)?;
        let thread = self.conversation(&asked.thread_id).await?.id;
        let message = self.message(thread, &asked.item_id).await?;
        let place = Place::of(thread, &message);
        let pending = message.metadata.pending.ok_or_else(item_not_found)?;
        let answer = given(&asked.input, &pending);
        let status = if answer.skipped {
            "skipped"
        } else {
            "answered"
        };
        let replaced = event::item_replaced(place.question(&pending, status, Some(&answer)));
        self.say(Some(thread), meant(&pending, &answer)?, vec![replaced])
            .await
    }

    /// Begins a turn and streams it; `before` is told first.
    pub(super) async fn say(
        &self,
        conversation: Option<ConversationId>,
        input: Input,
        before: Vec<Value>,
    ) -> Result<Response, Problem> {
        let request = TurnRequest {
            input,
            conversation,
            timezone: None,
            permissions: self.user.permissions,
            idempotency: None,
            since: self.since,
        };
        let started = Instant::now();
        let begun = self.state.assistant.begin(self.user.id, request).await;
        let thinks = matches!(begun, Ok(Begun::Thinking { .. }));
        let (run, _) = chat::watched(&self.state.metrics, begun, started)?;
        let encoder = self.encoder(&run, before, thinks).await?;
        Ok(streamed(run, encoder))
    }

    /// What writes the stream of a turn that has begun: its message is stored.
    async fn encoder(
        &self,
        run: &Run,
        mut before: Vec<Value>,
        thinks: bool,
    ) -> Result<Encoder, Problem> {
        let Some(TurnEvent::Started(start)) = run.follow().next().await else {
            return Err(super::item_not_found());
        };
        let conversation = self.conversation(&start.conversation.to_string()).await?;
        if start.begins {
            before.push(event::thread_created(thread::metadata(&conversation, None)));
        }
        before.extend(self.said(conversation.id, start.message).await?);
        before.push(event::stream_options());
        if thinks {
            before.push(event::progress("Thinking …"));
        }
        let now = self.state.clock.now();
        Ok(Encoder::new(conversation, start.message, now, before))
    }

    /// The user's message that this one answers.
    async fn said(
        &self,
        thread: ConversationId,
        answer: MessageId,
    ) -> Result<Option<Value>, Problem> {
        let newest = self.walk(thread, None, SortOrder::Desc, LOOKED_AT).await?;
        let said = newest
            .iter()
            .find(|message| message.role == Role::User && message.id < answer);
        Ok(said.map(|message| {
            event::item_done(Place::of(thread, message).user_message(&message.content))
        }))
    }
}

/// Leaving a stream is the protocol's way to stop.
fn streamed(run: Run, mut encoder: Encoder) -> Response {
    TurnStream {
        run,
        encode: move |event| encoder.frames(event),
        when_left: WhenLeft::Stops,
        // A turn in work is finished before the server stops.
        until: CancellationToken::new(),
    }
    .into_response()
}

/// The answer to the one question of an item.
fn given(submission: &Submission, pending: &Pending) -> Answer {
    let mut answer = submission
        .answers
        .get(&pending.id.to_string())
        .cloned()
        .unwrap_or_default();
    answer.skipped |= submission.status == SubmissionStatus::Skipped || answer.values.is_empty();
    answer
}

/// What an answer comes to: a click on an option, or words.
fn meant(pending: &Pending, answer: &Answer) -> Result<Input, Problem> {
    let click = |option: &str| Input::Answer {
        pending: pending.id,
        option: option.to_owned(),
    };
    if answer.skipped {
        let no = pending
            .options
            .iter()
            .find(|option| matches!(option.id.as_str(), "no" | "none"));
        return Ok(no.map_or_else(|| Input::Message("no".to_owned()), |no| click(&no.id)));
    }
    let [value] = answer.values.as_slice() else {
        return Err(bad("The question has one answer.".to_owned()));
    };
    let chosen = pending.options.iter().find(|option| option.label == *value);
    match chosen {
        Some(option) => Ok(click(&option.id)),
        None => chat::text(value.clone()).map(Input::Message),
    }
}
