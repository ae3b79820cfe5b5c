//! A turn for which a language model may be asked.
//!
//! What the embedded engine is sure of is one transaction, as ever. Else there are two, and none while the model thinks:
//! the first stores the message and a leased row that says that its answer is waited for; the second takes the row away
//! and stores the answer. Whoever takes the row away ends the turn, so it has one end whatever happens in between.

mod before;

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use tasktalk_domain::{Command, ConversationId, MessageId};
use tasktalk_outbound::chat_completions::Tokens;
use tasktalk_storage::{
    Transaction, model_usage,
    turns::{self, RunningTurn},
};
use tokio::time::sleep;

use super::{Basis, Job, queue::Place, said, spoken};
use crate::{
    Assistant, LanguageModel, WordSink,
    agents::{
        context_manager::{self, Opened, Stamp},
        intent_parser,
    },
    language_model::{
        self, Opinion, Said, Wish,
        material::{self, Material},
        notes,
    },
    pipeline::{Asked, OpenTurn, ParsedTurn},
    tools::{Known, ToolContext},
    turn::{Turn, TurnError, TurnRequest},
};

/// How long after the model's time a turn is still waited for.
const GRACE: SignedDuration = SignedDuration::from_secs(15);
/// How often it is looked whether another instance has ended its turn of the same conversation.
const LOOK_AGAIN: Duration = Duration::from_millis(200);

/// What the first transaction came to.
enum First {
    /// The turn is over.
    Answered(Box<Turn>),
    /// The model is to be asked.
    Think(Box<Thought>),
    /// Another instance waits for the model, in the same conversation.
    Busy,
}

/// A turn whose message is stored and whose answer is not.
#[derive(Clone, Debug)]
struct Thought {
    conversation: ConversationId,
    message: MessageId,
    wish: Wish,
    material: Material,
    /// What the embedded engine read.
    parsed: ParsedTurn,
    /// The day (UTC) and how many of its tokens are reserved.
    day: Date,
    reserved: u32,
}

pub(super) async fn turn(
    assistant: &Assistant,
    model: &LanguageModel,
    job: Arc<Job>,
    place: Option<Place<(tasktalk_domain::UserId, ConversationId)>>,
    words: Option<WordSink>,
) -> Result<Turn, TurnError> {
    let available = model.chat.is_available();
    let thought = loop {
        let (job, model) = (Arc::clone(&job), model.clone());
        let first = assistant
            .database
            .write(move |tx| {
                let (job, model) = (Arc::clone(&job), model.clone());
                Box::pin(async move { job.first(tx, &model, available).await })
            })
            .await?;
        match first {
            First::Answered(turn) => return Ok(*turn),
            First::Think(thought) => break thought,
            First::Busy => sleep(LOOK_AGAIN).await,
        }
    };
    // From here on the turn goes to its end, also when the caller stops waiting.
    let (assistant, model) = (assistant.clone(), model.clone());
    let rest = tokio::spawn(async move {
        let _place = place;
        let opinion = model
            .consult(thought.wish, &thought.material, words.as_ref())
            .await;
        let parts = Arc::new((job, thought, opinion));
        assistant
            .database
            .write(move |tx| {
                let parts = Arc::clone(&parts);
                Box::pin(async move {
                    let (job, thought, opinion) = &*parts;
                    job.second(tx, thought, opinion).await
                })
            })
            .await
    });
    match rest.await {
        Ok(turn) => turn,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(TurnError::GivenUp),
        },
    }
}

impl Job {
    async fn first(
        &self,
        tx: &Transaction<'_>,
        model: &LanguageModel,
        available: bool,
    ) -> Result<First, TurnError> {
        let opened = context_manager::open(
            tx,
            self.owner,
            &self.request,
            &self.asked,
            &self.defaults,
            &self.clock,
            self.now,
        )
        .await?;
        let mut turn = match opened {
            Opened::Replay(turn) => return Ok(First::Answered(turn)),
            Opened::Fresh(turn) => *turn,
        };
        if self.is_busy(tx, &mut turn).await? {
            return Ok(First::Busy);
        }
        let known = Known::new();
        known.remember_words(&self.asked, turn.known_words.clone());
        let context = self.context(tx, &turn, &known, self.now);
        let said = said(&self.request.input, &turn)?;
        let parsed =
            intent_parser::parse(&turn, &self.request.input, self.early.as_ref(), self.now)?;
        let wish = self.wish(&context, model, &turn, said, &parsed).await?;
        let Some(wish) = wish else {
            let basis = Basis::Asked(parsed);
            let stamp = Stamp::default();
            return self.over(&context, &turn, said, basis, None, stamp).await;
        };
        if !available {
            return self
                .alone(&context, &turn, said, parsed, model, "unavailable")
                .await;
        }
        let embedded = commands(&parsed);
        let material = material::gather(&context, &turn, wish, said, embedded).await?;
        let day = self.now.to_zoned(TimeZone::UTC).date();
        let reserved = language_model::estimate(wish, &material);
        if let Some(limit) = model.tokens_per_day {
            let used = model_usage::tokens_on(tx, self.owner, day).await?;
            if used + i64::from(reserved) > i64::from(limit) {
                return self
                    .alone(&context, &turn, said, parsed, model, notes::BUDGET)
                    .await;
            }
        }
        let message = context_manager::store_question(&context, &turn, said).await?;
        let running = RunningTurn {
            owner: self.owner,
            message,
            conversation: turn.conversation,
            idempotency: (self.request.idempotency.as_ref())
                .map(|key| (key.key.clone(), key.request_hash.clone())),
            lease_until: self.lease(model),
        };
        turns::begin(tx, self.owner, &running).await?;
        model_usage::add(tx, self.owner, day, reserved.into()).await?;
        Ok(First::Think(Box::new(Thought {
            conversation: turn.conversation,
            message,
            wish,
            material,
            parsed,
            day,
            reserved,
        })))
    }

    async fn second(
        &self,
        tx: &Transaction<'_>,
        thought: &Thought,
        opinion: &Opinion,
    ) -> Result<Turn, TurnError> {
        let now = self.clock.now();
        let again = TurnRequest {
            conversation: Some(thought.conversation),
            // Whether it was answered before was looked at in the first transaction.
            idempotency: None,
            ..self.request.clone()
        };
        let opened = context_manager::open(
            tx,
            self.owner,
            &again,
            &self.asked,
            &self.defaults,
            &self.clock,
            now,
        )
        .await?;
        let Opened::Fresh(turn) = opened else {
            return Err(TurnError::GivenUp);
        };
        if !turns::end(tx, self.owner, thought.message).await? {
            return Err(TurnError::GivenUp);
        }
        let used = &opinion.used;
        let spent = i64::from(used.prompt_tokens) + i64::from(used.completion_tokens);
        let unused = spent - i64::from(thought.reserved);
        model_usage::add(tx, self.owner, thought.day, unused).await?;

        let known = Known::new();
        known.remember_words(&self.asked, turn.known_words.clone());
        let context = self.context(tx, &turn, &known, now);
        let said = thought.material.message.as_str();
        let note = opinion.failed.then(|| self.note(&turn, &used.outcome));
        let basis = match &opinion.said {
            Some(Said::Commands(understood)) => {
                Basis::Asked(intent_parser::commands(understood.clone()))
            }
            Some(Said::Words(words)) => Basis::Words(words.clone()),
            None => Basis::Asked(thought.parsed.clone()),
        };
        let stamp = Stamp {
            engine: opinion.said.is_some().then(|| used.model.clone()),
            model: Some(used.clone()),
            question: Some(thought.message),
        };
        self.answer(&context, &turn, said, basis, note, stamp).await
    }

    /// Answers with what the embedded engine read, and says why the model didn't.
    async fn alone(
        &self,
        context: &ToolContext<'_>,
        turn: &OpenTurn,
        said: &str,
        parsed: ParsedTurn,
        model: &LanguageModel,
        why: &str,
    ) -> Result<First, TurnError> {
        let opinion = model.without_answer(why, Tokens::default());
        let stamp = Stamp {
            model: Some(opinion.used),
            ..Stamp::default()
        };
        let note = self.note(turn, why);
        self.over(context, turn, said, Basis::Asked(parsed), Some(note), stamp)
            .await
    }

    async fn over(
        &self,
        context: &ToolContext<'_>,
        turn: &OpenTurn,
        said: &str,
        basis: Basis,
        note: Option<&str>,
        stamp: Stamp,
    ) -> Result<First, TurnError> {
        let turn = self.answer(context, turn, said, basis, note, stamp).await?;
        Ok(First::Answered(Box::new(turn)))
    }

    fn note(&self, turn: &OpenTurn, why: &str) -> &'static str {
        notes::answered_alone(spoken(&self.request.input, turn), why)
    }

    fn lease(&self, model: &LanguageModel) -> Timestamp {
        let time = SignedDuration::try_from(model.time).unwrap_or(SignedDuration::MAX);
        self.now
            .checked_add(time.saturating_add(GRACE))
            .unwrap_or(Timestamp::MAX)
    }
}

fn commands(parsed: &ParsedTurn) -> Vec<Command> {
    let asked = parsed.asked.iter();
    asked
        .filter_map(|asked| match asked {
            Asked::Command(command, _) => Some((**command).clone()),
            _ => None,
        })
        .collect()
}
