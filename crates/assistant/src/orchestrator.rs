//! One turn, start to end: opens it, leads it through the agents, and stores it, all in one transaction; in two, when a
//! language model is asked in between.

mod abandoned;
mod queue;
mod stopping;
mod thinking;

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use tasktalk_domain::{
    Clock, Confidence, ConversationId, Operation, Pronoun, Receipt, Selector, UserId,
    message::MESSAGE_LIMIT, text,
};
use tasktalk_outbound::chat_completions::Tokens;
use tasktalk_storage::Transaction;
use tasktalk_understanding::when;
use tokio::{task::JoinHandle, time::sleep};

pub(crate) use self::queue::Queue;
use self::thinking::{Asked, Asking, Thought};
use crate::{
    Assistant, Defaults, Run,
    agents::{
        context_manager::{self, Opened, Stamp},
        intent_parser::{self, EarlyReading},
        mcp_validator::{self, spellings},
        response_formatter::{self, Reader},
        task_manager,
        wording::catalogue::Texts,
    },
    pipeline::{self, Memory, OpenTurn, Outcome, ParsedTurn, Tally},
    tools::{Known, ToolContext},
    turn::{Input, Turn, TurnError, TurnRequest},
};

/// The conversations whose turns wait for one another.
pub(crate) type Turns = Queue<(UserId, ConversationId)>;

/// A turn that was taken in.
#[derive(Debug)]
pub enum Begun {
    /// It is over.
    Answered(Box<Turn>),
    /// Its message is stored, and a language model is asked.
    Thinking {
        /// To follow or stop it.
        run: Run,
        /// Its end; it comes whether or not anybody waits for it.
        end: JoinHandle<Result<Turn, TurnError>>,
    },
}

impl Assistant {
    /// Answers one message or one click.
    ///
    /// Turns of one conversation run one after the other. Everything a turn changes and everything that is remembered
    /// of it is one transaction: it happens as a whole or not at all. It runs to its end even when the caller stops
    /// waiting, and its answer is then what a retry with the same key gets.
    pub async fn turn(&self, owner: UserId, request: TurnRequest) -> Result<Turn, TurnError> {
        match self.begin(owner, request).await? {
            Begun::Answered(turn) => Ok(*turn),
            Begun::Thinking { end, .. } => match end.await {
                Ok(turn) => turn,
                Err(error) => match error.try_into_panic() {
                    Ok(panic) => std::panic::resume_unwind(panic),
                    Err(_) => Err(TurnError::GivenUp),
                },
            },
        }
    }

    /// The same, for those who want to follow a turn: it waits no longer than until the turn is over or a language model
    /// is asked.
    pub async fn begin(&self, owner: UserId, request: TurnRequest) -> Result<Begun, TurnError> {
        let request = checked(request)?;
        let place = match request.conversation {
            Some(conversation) => Some(
                self.turns
                    .enter((owner, conversation))
                    .await
                    .map_err(|_: queue::Full| TurnError::TooManyWaiting)?,
            ),
            None => None,
        };
        let now = self.clock.now();
        let early = read_early(&request, &self.defaults, now);
        let job = Arc::new(Job {
            owner,
            asked: asked_early(&request, early.as_ref()),
            early,
            request,
            defaults: self.defaults.clone(),
            clock: self.clock.clone(),
            now,
        });
        let model = Asking::of(self.model.as_ref());
        let thought = loop {
            let (job, model) = (Arc::clone(&job), model.clone());
            let first = self
                .database
                .write(move |tx| {
                    let (job, model) = (Arc::clone(&job), model.clone());
                    Box::pin(async move { job.first(tx, model.as_ref()).await })
                })
                .await?;
            match first {
                First::Answered(turn) => return Ok(Begun::Answered(turn)),
                First::Think(thought) => break thought,
                First::Busy => sleep(LOOK_AGAIN).await,
            }
        };
        Ok(thinking::begin(self, job, *thought, place))
    }
}

impl Begun {
    /// The turn, to be followed from its beginning.
    pub fn into_run(self) -> Run {
        match self {
            Self::Answered(turn) => Run::over(*turn),
            Self::Thinking { run, .. } => run,
        }
    }
}

/// How often it is looked whether another instance has ended its turn of the same conversation.
const LOOK_AGAIN: Duration = Duration::from_millis(200);

/// All that a turn needs besides its transaction; it may be run more than once.
struct Job {
    owner: UserId,
    request: TurnRequest,
    early: Option<EarlyReading>,
    /// The words of titles in it.
    asked: Vec<String>,
    defaults: Defaults,
    clock: Clock,
    now: Timestamp,
}

/// What the first transaction came to.
enum First {
    /// The turn is over.
    Answered(Box<Turn>),
    /// The model is to be asked.
    Think(Box<Thought>),
    /// Another instance waits for the model, in the same conversation.
    Busy,
}

impl Job {
    /// The first transaction, and the only one unless a language model is asked.
    async fn first(
        &self,
        tx: &Transaction<'_>,
        model: Option<&Asking>,
    ) -> Result<First, TurnError> {
        let mut turn = match self.open(tx, &self.request, self.now).await? {
            Opened::Replay(turn) => return Ok(First::Answered(turn)),
            Opened::Fresh(turn) => *turn,
        };
        if model.is_some() && self.is_busy(tx, &mut turn).await? {
            return Ok(First::Busy);
        }
        let known = self.known(&turn);
        let context = self.context(tx, &turn, &known, self.now);
        let said = said(&self.request.input, &turn)?;
        let parsed = self.read(&context, &turn).await?;
        let (mut note, mut stamp) = (None, Stamp::default());
        if let Some(model) = model {
            match self.ask(&context, model, &turn, said, &parsed).await? {
                Asked::Not => {}
                Asked::Can(thought) => return Ok(First::Think(thought)),
                Asked::Cannot(why) => {
                    note = Some(self.note(&turn, why));
                    stamp.model = Some(model.model.without_answer(why, Tokens::default()).used);
                }
            }
        }
        let basis = Basis::Asked(parsed);
        let turn = self
            .answer(&context, &turn, said, basis, note, stamp)
            .await?;
        Ok(First::Answered(Box::new(turn)))
    }

    /// Finds out what is asked for. Whether a reminder is put off can be told only where it is known that one was told.
    async fn read(
        &self,
        context: &ToolContext<'_>,
        turn: &OpenTurn,
    ) -> Result<ParsedTurn, TurnError> {
        let (input, early) = (&self.request.input, self.early.as_ref());
        if let Some(said) = intent_parser::snoozing(turn, input, early, self.now)
            && let Some(asked) = mcp_validator::put_off(context, &turn.memory, &said).await?
        {
            return Ok(ParsedTurn {
                asked: vec![asked],
                confidence: Confidence::CERTAIN,
            });
        }
        intent_parser::parse(turn, input, early, self.now)
    }

    /// Opens the conversation for a request, at an instant.
    async fn open(
        &self,
        tx: &Transaction<'_>,
        request: &TurnRequest,
        now: Timestamp,
    ) -> Result<Opened, TurnError> {
        context_manager::open(
            tx,
            self.owner,
            request,
            &self.asked,
            &self.defaults,
            &self.clock,
            now,
        )
        .await
    }

    /// What is known of the list when the turn begins.
    fn known(&self, turn: &OpenTurn) -> Known {
        let known = Known::new();
        known.remember_words(&self.asked, turn.known_words.clone());
        known
    }

    /// The circumstances in which the tools run for a turn that was opened at `now`.
    fn context<'a>(
        &'a self,
        tx: &'a Transaction<'a>,
        turn: &'a OpenTurn,
        known: &'a Known,
        now: Timestamp,
    ) -> ToolContext<'a> {
        ToolContext {
            tx,
            user: &turn.user,
            now,
            clock: &self.clock,
            zone: &turn.zone,
            texts: Texts::of(spoken(&self.request.input, turn)),
            batch: self.clock.new_id(),
            conversation: Some(turn.conversation),
            permissions: self.request.permissions,
            known,
        }
    }

    /// Does what is asked for, and stores what is said about it. `note` is said last.
    async fn answer(
        &self,
        context: &ToolContext<'_>,
        turn: &OpenTurn,
        said: &str,
        basis: Basis,
        note: Option<&str>,
        stamp: Stamp,
    ) -> Result<Turn, TurnError> {
        let mut memory = turn.memory.clone();
        let stopped = matches!(basis, Basis::Stopped(_));
        let (confidence, outcomes) = match basis {
            Basis::Asked(parsed) => {
                let confidence = parsed.confidence;
                (
                    confidence,
                    self.act(context, &mut memory, said, parsed).await?,
                )
            }
            Basis::Words(words) => (Confidence::CERTAIN, vec![Outcome::in_words(words)]),
            Basis::Stopped(words) => (Confidence::default(), vec![Outcome::in_words(words)]),
        };
        memory.settle(context.now);
        let moment = intent_parser::moment(context.now, &turn.zone, &turn.locale);
        let mut impossible = when::impossible(said, &moment);
        impossible.truncate(IMPOSSIBLE_TOLD);
        let reader = Reader {
            texts: context.texts,
            zone: &turn.zone,
            now: context.now,
            impossible: &impossible,
            seen: turn.memory.seen(),
        };
        let mut reply = response_formatter::format(reader, &turn.memory, confidence, outcomes);
        reply.success &= !stopped;
        if let Some(note) = note {
            reply.text.push_str("\n\n");
            reply.text.push_str(note);
        }
        let turn = context_manager::store(context, turn, &self.request, said, memory, reply, stamp)
            .await?;
        Ok(turn)
    }

    async fn act(
        &self,
        context: &ToolContext<'_>,
        memory: &mut Memory,
        said: &str,
        parsed: ParsedTurn,
    ) -> Result<Vec<Outcome>, TurnError> {
        let mut earlier = Tally::default();
        let mut outcomes = Vec::with_capacity(parsed.asked.len());
        for asked in parsed.asked {
            if memory.focus.is_empty() && points_at_it(&asked) {
                memory
                    .focus
                    .extend(mcp_validator::reminded_of(context).await?);
            }
            let plan = mcp_validator::plan(context, memory, earlier, said, asked).await?;
            let outcome = task_manager::run(context, plan).await?;
            if outcome.receipts().any(changes_words) {
                context.known.forget_words();
            }
            earlier = earlier + outcome.tally();
            context_manager::learn(memory, &outcome, context.now);
            outcomes.push(outcome);
        }
        Ok(outcomes)
    }
}

/// Whether it is about "it".
fn points_at_it(asked: &pipeline::Asked) -> bool {
    let pipeline::Asked::Command(command, _) = asked else {
        return false;
    };
    let reference = command.reference.as_ref();
    reference
        .is_some_and(|reference| reference.include.as_slice() == [Selector::Pronoun(Pronoun::It)])
}

/// What a turn is answered from.
enum Basis {
    /// What was asked for.
    Asked(ParsedTurn),
    /// A question's answer by a language model.
    Words(String),
    /// So much of it as there was when the user stopped it, and a note that says so.
    Stopped(String),
}

/// So many dates that there aren't are pointed out, at most.
const IMPOSSIBLE_TOLD: usize = 3;

/// Whether the owner's tasks may have other words now.
fn changes_words(receipt: &Receipt) -> bool {
    match receipt.operation {
        Operation::Created | Operation::Updated | Operation::Restored => true,
        // A task keeps its words in the trash.
        Operation::Completed | Operation::Reopened | Operation::Deleted => false,
    }
}

/// More words than these tell their language.
const TELLING: usize = 4;

/// In which language the user speaks: that of the message. Words that may be of any are in that of the question they answer, or of
/// the conversation.
fn spoken(input: &Input, turn: &OpenTurn) -> &'static str {
    let message = match input {
        Input::Message(message) => message,
        Input::Answer { .. } => "",
    };
    let short = message.split_whitespace().count() < TELLING;
    if short {
        if let Some(told) = tasktalk_understanding::language_told(message) {
            return told;
        }
        if let Some(pending) = &turn.memory.pending {
            return tasktalk_understanding::language_of(&pending.question, &turn.locale);
        }
    }
    // What tells no language is said in that of the conversation.
    let before = turn.memory.language.as_deref();
    let known = tasktalk_understanding::languages().find(|tag| Some(*tag) == before);
    match known {
        Some(known) if tasktalk_understanding::language_told(message).is_none() => known,
        _ => tasktalk_understanding::language_of(message, &turn.locale),
    }
}

/// What the user said, in words: a click says what its button says.
fn said<'a>(input: &'a Input, turn: &'a OpenTurn) -> Result<&'a str, TurnError> {
    match input {
        Input::Message(message) => Ok(message),
        Input::Answer { pending, option } => {
            intent_parser::clicked_label(&turn.memory, *pending, option)
                .ok_or(TurnError::PendingNotFound)
        }
    }
}

/// Cleans a message and bounds it.
fn checked(mut request: TurnRequest) -> Result<TurnRequest, TurnError> {
    if let Input::Message(message) = &mut request.input {
        // Nothing is worth cleaning that could only be too long; one character is at most four bytes.
        if message.len() > MESSAGE_LIMIT * 16 {
            return Err(TurnError::MessageTooLong);
        }
        *message = text::several_lines(message);
        match message.chars().count() {
            0 => return Err(TurnError::BlankMessage),
            1..=MESSAGE_LIMIT => {}
            _ => return Err(TurnError::MessageTooLong),
        }
    }
    Ok(request)
}

/// The words of titles that a message asks for, as far as they can be known before the transaction.
fn asked_early(request: &TurnRequest, early: Option<&EarlyReading>) -> Vec<String> {
    match (&request.input, early) {
        (Input::Message(message), Some(early)) => spellings::asked_in(early.commands(), message),
        _ => Vec::new(),
    }
}

/// Reads the message before the transaction, where the user most likely is: the transaction looks whether that is so.
fn read_early(request: &TurnRequest, defaults: &Defaults, now: Timestamp) -> Option<EarlyReading> {
    let Input::Message(message) = &request.input else {
        return None;
    };
    let zone = request.timezone.as_ref().unwrap_or(&defaults.timezone);
    Some(EarlyReading::of(message, now, zone, &defaults.locale))
}
