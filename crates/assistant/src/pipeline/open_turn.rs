//! What the conversation is when a turn begins.

use tasktalk_domain::{ConversationId, ConversationTitle, Locale, Zone};
use tasktalk_storage::{tasks::KnownWord, users::LockedUser};

use super::Memory;

/// A turn that is to be answered: the first stage's value.
pub(crate) struct OpenTurn {
    /// The owner, whose row is locked.
    pub(crate) user: LockedUser,
    /// The conversation it belongs to.
    pub(crate) conversation: ConversationId,
    /// Its title.
    pub(crate) title: ConversationTitle,
    /// The conversation begins with this turn.
    pub(crate) begins: bool,
    /// Where the user is.
    pub(crate) zone: Zone,
    /// How the user writes dates.
    pub(crate) locale: Locale,
    /// What the conversation remembers.
    pub(crate) memory: Memory,
    /// What was found for the words that the message asks for.
    pub(crate) known_words: Vec<KnownWord>,
}
