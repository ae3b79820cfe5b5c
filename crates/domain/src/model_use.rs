//! How a language model took part in a turn.

use serde::{Deserialize, Serialize};

/// How a language model took part in a turn, and what it cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelUse {
    /// The model's name.
    pub model: String,
    /// `commands` when its reading was followed, `words` when it answered a question, `not_followed` when the embedded
    /// engine's reading stands beside it; else one word for why it gave no answer: `timed_out`, `unavailable`, ….
    pub outcome: String,
    /// Tokens of what it was asked, as its server counts them, else estimated.
    pub prompt_tokens: u32,
    /// Tokens of what it answered.
    pub completion_tokens: u32,
}
