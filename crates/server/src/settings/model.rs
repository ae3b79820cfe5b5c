//! Which language model is asked, when, and how much.

use std::time::Duration;

use clap::{Args, ValueEnum};

use super::{Seconds, Secret};

/// Which language model is asked, when, and how much.
///
/// There is one when a key or a base URL is set. It can be any server with OpenAI's `POST …/chat/completions`.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Language model")]
pub struct ModelSettings {
    /// The key of the model's server; servers of your own may need none. It is sent there and shown nowhere.
    #[arg(
        long,
        env = "OPENAI_API_KEY",
        value_name = "KEY",
        hide_env_values = true
    )]
    pub openai_api_key: Option<Secret>,

    /// Where the model is, up to and without `/chat/completions` [default: `https://api.openai.com/v1` when there is
    /// a key]. Plain http and addresses that are not public have to be listed in `OUTBOUND_ALLOWED`.
    #[arg(long, env = "OPENAI_BASE_URL", value_name = "URL")]
    pub openai_base_url: Option<String>,

    /// The model's name, as its server calls it.
    #[arg(
        long,
        env = "OPENAI_MODEL",
        default_value = "gpt-4.1-mini",
        value_name = "NAME"
    )]
    pub openai_model: String,

    /// When it is asked what a message means: when the embedded engine is unsure, for every message with something in
    /// it, or never.
    #[arg(long, env = "MODEL_USE", value_enum, default_value_t = ModelUse::WhenUnsure)]
    pub model_use: ModelUse,

    /// Whose messages it may get: of people who agreed in their profile (`model_consent`), or of everybody, because
    /// you have their agreement.
    #[arg(long, env = "MODEL_CONSENT", value_enum, default_value_t = ModelConsent::Each)]
    pub model_consent: ModelConsent,

    /// Tokens that one person may use in a day (UTC); after that the embedded engine answers alone. 0 for no limit.
    #[arg(long, env = "MODEL_TOKENS_PER_DAY", default_value_t = 100_000)]
    pub model_tokens_per_day: u32,

    /// Seconds to connect to the model's server.
    #[arg(long, env = "MODEL_CONNECT_TIMEOUT", default_value_t = Seconds::new(2), value_name = "SECONDS")]
    pub model_connect_timeout: Seconds,

    /// Seconds until the model says its first word.
    #[arg(long, env = "MODEL_FIRST_TOKEN_TIMEOUT", default_value_t = Seconds::new(8), value_name = "SECONDS")]
    pub model_first_token_timeout: Seconds,

    /// Seconds for a whole turn with the model, from when its request came. A second of it, and of `REQUEST_TIMEOUT` if that is shorter, is kept
    /// for the embedded engine's answer.
    #[arg(long, env = "MODEL_TURN_TIMEOUT", default_value_t = Seconds::new(30), value_name = "SECONDS")]
    pub model_turn_timeout: Seconds,

    /// Most requests to the model at once.
    #[arg(long, env = "MODEL_CONCURRENCY", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=1_000))]
    pub model_concurrency: u16,

    /// Most requests that wait for one of those to end; for more, the embedded engine answers at once.
    #[arg(long, env = "MODEL_QUEUE", default_value_t = 64, value_parser = clap::value_parser!(u16).range(0..=10_000))]
    pub model_queue: u16,
}

/// When the model is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ModelUse {
    /// When the embedded engine is not sure, finds no task for what was said, or can't answer a question.
    WhenUnsure,
    /// For every message that asks for something.
    Always,
    /// Not at all.
    Never,
}

/// Whose messages the model may get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ModelConsent {
    /// Of those who agreed.
    Each,
    /// Of everybody.
    Given,
}

/// Where OpenAI's own models are.
const OPENAI: &str = "https://api.openai.com/v1";
/// What is left of a turn for the answer, once the model had its time.
const FOR_THE_ANSWER: Duration = Duration::from_secs(1);

impl ModelSettings {
    /// Where the model is; `None` when there is none, or it is never asked.
    pub fn base_url(&self) -> Option<&str> {
        if self.model_use == ModelUse::Never {
            return None;
        }
        match (&self.openai_base_url, &self.openai_api_key) {
            (Some(url), _) => Some(url.trim_end_matches('/')),
            (None, Some(_)) => Some(OPENAI),
            (None, None) => None,
        }
    }

    /// How long the model may take for a turn: so long that the answer still comes before the request is given up.
    pub fn thinking_time(&self, request_timeout: Duration) -> Duration {
        let turn = self.model_turn_timeout.0.min(request_timeout);
        turn.saturating_sub(FOR_THE_ANSWER).max(turn / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;

    #[test]
    fn without_a_key_or_an_address_there_is_no_model() {
        let mut settings = Settings::defaults().model;
        assert_eq!(settings.base_url(), None);
        settings.openai_api_key = Some("sk-canary".parse().expect("any text"));
        assert_eq!(settings.base_url(), Some(OPENAI));
        settings.openai_base_url = Some("http://localhost:11434/v1/".to_owned());
        assert_eq!(settings.base_url(), Some("http://localhost:11434/v1"));
        settings.model_use = ModelUse::Never;
        assert_eq!(settings.base_url(), None);
    }

    #[test]
    fn the_model_leaves_time_for_the_answer() {
        let settings = Settings::defaults().model;
        for (request, expected) in [
            (30_000, 29_000),
            (60_000, 29_000),
            (5_000, 4_000),
            (1_000, 500),
        ] {
            let time = settings.thinking_time(Duration::from_millis(request));
            assert_eq!(time, Duration::from_millis(expected), "{request}");
        }
    }

    #[test]
    fn the_key_is_never_printed() {
        let mut settings = Settings::defaults();
        settings.model.openai_api_key = Some("sk-canary".parse().expect("any text"));
        assert!(!format!("{settings:?}").contains("canary"));
    }
}
