//! One turn, start to end: opens it, leads it through the agents, and stores it, all in one transaction; in two, when a
//! language model is asked in between.

mod abandoned;
mod queue;
mod thinking;

use std::sync::Arc;

use jiff::Timestamp;
use tasktalk_domain::{
    Clock, Confidence, ConversationId, Operation, Receipt, UserId, message::MESSAGE_LIMIT, text,
};
use tasktalk_storage::Transaction;
use tasktalk_understanding::when;

pub(crate) use self::queue::Queue;
use crate::{
    Assistant, Defaults, WordSink,
    agents::{
        context_manager::{self, Opened, Stamp},
        intent_parser::{self, EarlyReading},
        mcp_validator::{self, spellings},
        response_formatter::{self, Reader},
        task_manager,
        wording::catalogue::Texts,
    },
    pipeline::{Memory, OpenTurn, Outcome, ParsedTurn, Tally},
    tools::{Known, ToolContext},
    turn::{Input, Turn, TurnError, TurnRequest},
};

/// The conversations whose turns wait for one another.
pub(crate) type Turns = Queue<(UserId, ConversationId)>;

impl Assistant {
    /// Answers one message or one click.
    ///
    /// Turns of one conversation run one after the other. Everything a turn changes and everything that is remembered
    /// of it is one transaction: it happens as a whole or not at all. It runs to its end even when the caller stops
    /// waiting, and its answer is then what a retry with the same key gets.
    pub async fn turn(&self, owner: UserId, request: TurnRequest) -> Result<Turn, TurnError> {
        self.turn_in_words(owner, request, None).await
    }

    /// The same, and the words of a language model that answers a question are handed on while they come. They are the
    /// turn's response then, or its beginning, unless the model fails in the middle.
    pub async fn turn_in_words(
        &self,
        owner: UserId,
        request: TurnRequest,
        words: Option<WordSink>,
    ) -> Result<Turn, TurnError> {
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
        if let Some(model) = &self.model {
            return thinking::turn(self, model, job, place, words).await;
        }
        self.database
            .write(move |tx| {
                let job = Arc::clone(&job);
                Box::pin(async move { job.run(tx).await })
            })
            .await
    }
}

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

impl Job {
    async fn run(&self, tx: &Transaction<'_>) -> Result<Turn, TurnError> {
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
        let turn = match opened {
            Opened::Replay(turn) => return Ok(*turn),
            Opened::Fresh(turn) => *turn,
        };
        let known = Known::new();
        known.remember_words(&self.asked, turn.known_words.clone());
        let context = self.context(tx, &turn, &known, self.now);
        let said = said(&self.request.input, &turn)?;
        let parsed =
            intent_parser::parse(&turn, &self.request.input, self.early.as_ref(), self.now)?;
        let basis = Basis::Asked(parsed);
        self.answer(&context, &turn, said, basis, None, Stamp::default())
            .await
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
        let (confidence, outcomes) = match basis {
            Basis::Asked(parsed) => {
                let confidence = parsed.confidence;
                (
                    confidence,
                    self.act(context, &mut memory, said, parsed).await?,
                )
            }
            Basis::Words(words) => (Confidence::CERTAIN, vec![Outcome::in_words(words)]),
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

/// What a turn is answered from.
enum Basis {
    /// What was asked for.
    Asked(ParsedTurn),
    /// A question's answer by a language model.
    Words(String),
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
