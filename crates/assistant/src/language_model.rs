//! A language model as a second opinion: it reads what the embedded engine is not sure of, and answers open questions.
//!
//! It gets no right that the user didn't give. What it returns are commands in our schema; they count only as far as the
//! message itself says the same ([`second_reading`]), and then go through the same validator, policy and formatter as
//! any other. Its words are shown only as the answer to a question, and never where they claim a change ([`claims`]).
//!
//! It knows neither the database nor HTTP: what it may see is gathered by the orchestrator ([`material`]), and how a
//! model is reached is `outbound`'s.

mod claims;
mod dates;
mod grounding;
pub(crate) mod material;
pub(crate) mod notes;
mod open_question;
mod prompt;
mod schema;
mod second_reading;
mod wish;
mod words;

use std::time::Duration;

use tasktalk_domain::{ModelUse, Understood};
use tasktalk_outbound::chat_completions::{CallTime, ChatModel, Failure, Tokens};
use tokio::time::Instant;

use self::{material::Material, words::Guarded};
pub(crate) use self::{prompt::estimate, wish::Wish, wish::wish};
use crate::runs::Run;

/// A language model, when it is asked, and how much.
#[derive(Clone, Debug)]
pub struct LanguageModel {
    /// The model.
    pub chat: ChatModel,
    /// When it is asked.
    pub when: WhenAsked,
    /// Whether everybody has agreed that it gets their messages; else only of those who said so in their profile.
    pub everybody_agreed: bool,
    /// Tokens that one person may use in a day (UTC); `None` for no limit.
    pub tokens_per_day: Option<u32>,
    /// How long it may take for a turn, all requests together, from when the turn was asked for.
    pub time: Duration,
}

/// When a language model is asked what a message means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenAsked {
    /// When the embedded engine is not sure, finds no task for what was said, or can't answer a question.
    Unsure,
    /// For every message that asks for something.
    Always,
}

/// A part of its time in which nothing comes of asking.
const TOO_LITTLE: u32 = 10;

/// What came of asking.
#[derive(Clone, Debug)]
pub(crate) struct Opinion {
    /// What it says, if that counts; else the embedded engine's reading stands.
    pub(crate) said: Option<Said>,
    /// What is remembered of it.
    pub(crate) used: ModelUse,
    /// It was asked and gave no answer, which the user is told.
    pub(crate) failed: bool,
}

/// What a language model says.
#[derive(Clone, Debug)]
pub(crate) enum Said {
    /// What the message asks for.
    Commands(Understood),
    /// The answer to a question, in its words.
    Words(String),
    /// So much of an answer, perhaps nothing, before the user stopped it.
    Stopped(String),
}

impl LanguageModel {
    /// Asks, for a turn that was asked for at `since`. It ends within the model's time from then on, whatever the server
    /// does. The words of an answer are told to those who follow the turn while they come, guarded, a sentence at a time.
    pub(crate) async fn consult(
        &self,
        wish: Wish,
        material: &Material,
        since: Instant,
        run: &Run,
    ) -> Opinion {
        let time = CallTime {
            deadline: since + self.time,
            whole: self.time,
        };
        let mut spent = Tokens::default();
        let said = match wish {
            Wish::Reading => self.read(material, time, run, &mut spent).await,
            Wish::Answer => self.answer(material, time, run, &mut spent).await.map(Some),
        };
        match said {
            Ok(said) => {
                let outcome = match &said {
                    Some(Said::Commands(_)) => "commands",
                    Some(Said::Words(_)) => "words",
                    Some(Said::Stopped(_)) => notes::STOPPED,
                    None => "not_followed",
                };
                Opinion {
                    said,
                    used: self.used(outcome, spent),
                    failed: false,
                }
            }
            Err(failure) => {
                tracing::info!(
                    why = failure.as_str(),
                    "the language model gave no answer; the embedded engine's stands"
                );
                self.without_answer(failure.as_str(), spent)
            }
        }
    }

    /// Whether so much of its time is left, for a turn that was asked for at `since`, that asking is worth while.
    pub(crate) fn has_time(&self, since: Instant) -> bool {
        since.elapsed() < self.time.saturating_sub(self.time / TOO_LITTLE)
    }

    /// The user stopped it; these words were told by then. What it cost by then is estimated.
    pub(crate) fn stopped(&self, wish: Wish, material: &Material, told: String) -> Opinion {
        Opinion {
            used: self.used(notes::STOPPED, prompt::spent(wish, material, &told)),
            said: Some(Said::Stopped(told)),
            failed: false,
        }
    }

    /// It was to be asked, and there is no answer, for this reason.
    pub(crate) fn without_answer(&self, why: &str, spent: Tokens) -> Opinion {
        Opinion {
            said: None,
            used: self.used(why, spent),
            failed: true,
        }
    }

    async fn read(
        &self,
        material: &Material,
        time: CallTime,
        run: &Run,
        spent: &mut Tokens,
    ) -> Result<Option<Said>, Failure> {
        let prompt = prompt::reading(material);
        let reply = self
            .chat
            .json(&prompt, &schema::shape(), time, schema::read)
            .await;
        add(spent, reply.tokens);
        let reading = reply.result?;
        if let Some(understood) = second_reading::understood(&reading, material) {
            return Ok(Some(Said::Commands(understood)));
        }
        if reading.is_question && wish::may_be_answered(material) {
            return self.answer(material, time, run, spent).await.map(Some);
        }
        Ok(None)
    }

    async fn answer(
        &self,
        material: &Material,
        time: CallTime,
        run: &Run,
        spent: &mut Tokens,
    ) -> Result<Said, Failure> {
        let prompt = prompt::answering(material);
        let mut guarded = Guarded::new(material, Some(run));
        let reply = self
            .chat
            .words(&prompt, time, |piece| guarded.take(piece))
            .await;
        add(spent, reply.tokens);
        reply.result?;
        let words = guarded.finish();
        if words.trim().is_empty() {
            return Err(Failure::Nonsense);
        }
        Ok(Said::Words(words))
    }

    fn used(&self, outcome: &str, spent: Tokens) -> ModelUse {
        ModelUse {
            model: self.chat.name().to_owned(),
            outcome: outcome.to_owned(),
            prompt_tokens: spent.prompt,
            completion_tokens: spent.completion,
        }
    }
}

fn add(spent: &mut Tokens, tokens: Tokens) {
    spent.prompt = spent.prompt.saturating_add(tokens.prompt);
    spent.completion = spent.completion.saturating_add(tokens.completion);
}
