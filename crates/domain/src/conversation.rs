//! A conversation: a titled thread of messages.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{ConversationId, text};

/// How many messages of a conversation a turn looks back on.
pub const HISTORY: usize = 20;
/// Longest title, in characters.
pub const TITLE_LIMIT: usize = 200;

/// A conversation, without its messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// Its name, from its first message unless someone renamed it.
    pub title: ConversationTitle,
    /// When it began.
    pub created_at: Timestamp,
    /// When its last turn or renaming was.
    pub updated_at: Timestamp,
}

/// A conversation's name: one line of 1 to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ConversationTitle(String);

/// Text that is no title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A conversation's title is 1 to 200 characters")]
pub struct InvalidConversationTitle;

impl ConversationTitle {
    /// Cleans and checks a title.
    pub fn parse(text: &str) -> Result<Self, InvalidConversationTitle> {
        let title = text::one_line(text);
        match title.chars().count() {
            1..=TITLE_LIMIT => Ok(Self(title)),
            _ => Err(InvalidConversationTitle),
        }
    }

    /// The name of a conversation that begins with this message: its first words, at most 60 characters.
    pub fn from_first_message(message: &str) -> Self {
        const ROOM: usize = 60;
        let line = text::one_line(message);
        if line.is_empty() {
            return Self::default();
        }
        if line.chars().count() <= ROOM {
            return Self(line);
        }
        let cut: String = line.chars().take(ROOM - 1).collect();
        let whole_words = cut
            .rsplit_once(' ')
            .map_or(cut.as_str(), |(words, _)| words);
        Self(format!("{}…", whole_words.trim_end()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for ConversationTitle {
    fn default() -> Self {
        Self("New Conversation".to_owned())
    }
}

impl TryFrom<String> for ConversationTitle {
    type Error = InvalidConversationTitle;

    fn try_from(text: String) -> Result<Self, InvalidConversationTitle> {
        Self::parse(&text)
    }
}

impl From<ConversationTitle> for String {
    fn from(title: ConversationTitle) -> Self {
        title.0
    }
}

impl fmt::Display for ConversationTitle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_message_names_it_in_whole_words() {
        assert_eq!(
            ConversationTitle::from_first_message(" buy\nmilk ").as_str(),
            "buy milk"
        );
        let long = ConversationTitle::from_first_message(&"water the tomatoes ".repeat(9));
        assert!(long.as_str().chars().count() <= 60);
        assert!(long.as_str().ends_with("tomatoes…"), "{long}");
    }
}
