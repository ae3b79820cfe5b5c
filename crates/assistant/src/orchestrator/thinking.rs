//! What a turn does for which a language model is asked.
//!
//! What the embedded engine is sure of is one transaction, as ever. Else there are two, and none while the model thinks:
//! the first stores the message and a leased row that says that its answer is waited for; the second takes the row away
//! and stores the answer. Whoever takes the row away ends the turn, so it has one end whatever happens in between.

mod before;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use tasktalk_domain::{Command, ConversationId, UserId};
use tasktalk_storage::{
    Transaction, model_usage,
    turns::{self, RunningTurn},
};

use super::{Basis, Begun, Job, abandoned, queue::Place, spoken};
use crate::{
    Assistant, LanguageModel, Run, Start,
    agents::{
        context_manager::{self, Opened, Stamp, Stored},
        intent_parser,
    },
    language_model::{
        self, Opinion, Said, Wish,
        material::{self, Material},
        notes,
    },
    pipeline::{self, OpenTurn, ParsedTurn},
    tools::ToolContext,
    turn::{Turn, TurnError, TurnRequest},
};

/// How long after the model's time a turn is still waited for.
const GRACE: SignedDuration = SignedDuration::from_secs(15);

/// A model that may be asked.
#[derive(Clone)]
pub(super) struct Asking {
    pub(super) model: LanguageModel,
    /// It is not left alone after failures.
    available: bool,
}

impl Asking {
    pub(super) fn of(model: Option<&LanguageModel>) -> Option<Self> {
        model.map(|model| Self {
            available: model.chat.is_available(),
            model: model.clone(),
        })
    }
}

/// Whether the model is asked.
pub(super) enum Asked {
    /// There is nothing to ask it, or it may not be.
    Not,
    /// It would be, but can't be, for this reason.
    Cannot(&'static str),
    /// It is: the message is stored.
    Can(Box<Thought>),
}

/// A turn whose message is stored and whose answer is not.
#[derive(Clone, Debug)]
pub(super) struct Thought {
    conversation: ConversationId,
    title: String,
    stored: Stored,
    model: LanguageModel,
    wish: Wish,
    material: Material,
    /// What the embedded engine read.
    parsed: ParsedTurn,
    /// The day (UTC) and how many of its tokens are reserved.
    day: Date,
    reserved: u32,
}

/// Asks the model, in a task of its own: from here on the turn goes to its end, also when the caller stops waiting.
pub(super) fn begin(
    assistant: &Assistant,
    job: Arc<Job>,
    thought: Thought,
    place: Option<Place<(UserId, ConversationId)>>,
) -> Begun {
    let run = Run::started(Start {
        conversation: thought.conversation,
        title: thought.title.clone(),
        begins: thought.stored.begins,
        message: thought.stored.answer,
    });
    let key = (job.owner, thought.conversation);
    let listed = assistant.runs.list(key, run.clone());
    let (assistant, told) = (assistant.clone(), run.clone());
    let end = tokio::spawn(async move {
        let _place = place;
        let answered = think(&assistant, job, thought, &told).await;
        drop(listed);
        told.end(answered.clone());
        answered
    });
    Begun::Thinking { run, end }
}

async fn think(
    assistant: &Assistant,
    job: Arc<Job>,
    thought: Thought,
    run: &Run,
) -> Result<Turn, TurnError> {
    let (model, wish, material) = (&thought.model, thought.wish, &thought.material);
    let opinion = tokio::select! {
        biased;
        () = run.stopped() => model.stopped(wish, material, run.told()),
        opinion = model.consult(wish, material, job.request.since, run) => opinion,
    };
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
}

impl Job {
    /// Stores the message and reserves tokens, if the model is to be asked.
    pub(super) async fn ask(
        &self,
        context: &ToolContext<'_>,
        asking: &Asking,
        turn: &OpenTurn,
        said: &str,
        parsed: &ParsedTurn,
    ) -> Result<Asked, TurnError> {
        let (tx, model) = (context.tx, &asking.model);
        let Some(wish) = self.wish(context, model, turn, said, parsed).await? else {
            return Ok(Asked::Not);
        };
        if !asking.available {
            return Ok(Asked::Cannot(notes::UNAVAILABLE));
        }
        if !model.has_time(self.request.since) {
            return Ok(Asked::Cannot(notes::NO_TIME));
        }
        let material = material::gather(context, turn, wish, said, commands(parsed)).await?;
        let day = self.now.to_zoned(TimeZone::UTC).date();
        let reserved = language_model::estimate(wish, &material);
        if let Some(limit) = model.tokens_per_day {
            let used = model_usage::tokens_on(tx, self.owner, day).await?;
            if used + i64::from(reserved) > i64::from(limit) {
                return Ok(Asked::Cannot(notes::BUDGET));
            }
        }
        let stored = context_manager::store_question(context, turn, said).await?;
        let running = RunningTurn {
            owner: self.owner,
            message: stored.question,
            conversation: turn.conversation,
            idempotency: (self.request.idempotency.as_ref())
                .map(|key| (key.key.clone(), key.request_hash.clone())),
            lease_until: self.lease(model),
        };
        turns::begin(tx, self.owner, &running).await?;
        model_usage::add(tx, self.owner, day, reserved.into()).await?;
        Ok(Asked::Can(Box::new(Thought {
            conversation: turn.conversation,
            title: turn.title.to_string(),
            stored,
            model: model.clone(),
            wish,
            material,
            parsed: parsed.clone(),
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
        let Opened::Fresh(turn) = self.open(tx, &again, now).await? else {
            return Err(TurnError::GivenUp);
        };
        if !turns::end(tx, self.owner, thought.stored.question).await? {
            return abandoned::ended(
                tx,
                self.owner,
                thought.conversation,
                thought.stored.question,
            )
            .await?
            .filter(Turn::was_stopped)
            .ok_or(TurnError::GivenUp);
        }
        let used = &opinion.used;
        let spent = i64::from(used.prompt_tokens) + i64::from(used.completion_tokens);
        let unused = spent - i64::from(thought.reserved);
        model_usage::add(tx, self.owner, thought.day, unused).await?;

        let known = self.known(&turn);
        let context = self.context(tx, &turn, &known, now);
        let said = thought.material.message.as_str();
        let note = opinion.failed.then(|| self.note(&turn, &used.outcome));
        let basis = match &opinion.said {
            Some(Said::Commands(understood)) => {
                Basis::Asked(intent_parser::commands(understood.clone()))
            }
            Some(Said::Words(words)) => Basis::Words(words.clone()),
            Some(Said::Stopped(words)) => {
                let note = notes::stopped(spoken(&self.request.input, &turn));
                Basis::Stopped(
                    format!("{}\n\n{note}", words.trim_end())
                        .trim_start()
                        .to_owned(),
                )
            }
            None => Basis::Asked(thought.parsed.clone()),
        };
        let stamp = Stamp {
            engine: opinion.said.is_some().then(|| used.model.clone()),
            model: Some(used.clone()),
            stored: Some(thought.stored),
        };
        self.answer(&context, &turn, said, basis, note, stamp).await
    }

    /// Why the model gave no answer, in the user's language.
    pub(super) fn note(&self, turn: &OpenTurn, why: &str) -> &'static str {
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
            pipeline::Asked::Command(command, _) => Some((**command).clone()),
            _ => None,
        })
        .collect()
}
