//! What is answered.

use tasktalk_domain::{Confidence, Intent, Pending, Receipt, ToolCall};
use uuid::Uuid;

/// What is answered: the last stage's value.
#[derive(Debug)]
pub(crate) struct Reply {
    /// As Markdown.
    pub(crate) text: String,
    /// Whether everything that was asked for was done.
    pub(crate) success: bool,
    /// The tools that ran, in order.
    pub(crate) tool_calls: Vec<ToolCall>,
    /// What was changed.
    pub(crate) receipts: Vec<Receipt>,
    /// The reminders that were put off.
    pub(crate) snoozed: Vec<Uuid>,
    /// The question that waits for an answer now.
    pub(crate) pending: Option<Pending>,
    /// What it was about.
    pub(crate) intents: Vec<Intent>,
    /// How many messages in a row were not understood.
    pub(crate) misunderstood: u8,
    /// How sure the engine was.
    pub(crate) confidence: Confidence,
}
