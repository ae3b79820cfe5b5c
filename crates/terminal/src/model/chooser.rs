//! The conversations to choose from.

use tasktalk_api::conversations::Conversation;

use super::{Input, Reading};
use crate::harmless::Harmless;

/// What is shown of the conversations, the one used last first.
#[derive(Clone, Debug, Default)]
pub struct Chooser {
    /// Id and title of each.
    pub rows: Vec<(String, Harmless)>,
    /// Which one the keys are for.
    pub selected: usize,
    /// What the title has to contain.
    pub find: String,
    /// Whether they were read at all.
    pub loaded: bool,
    /// Whether they are being read.
    pub reading: Reading,
    /// Whether the next press deletes.
    pub deleting: bool,
    /// The one that gets another title, while that is typed.
    pub renaming: Option<Renaming>,
}

/// A conversation on its way to another title.
#[derive(Clone, Debug)]
pub struct Renaming {
    /// Its id.
    pub id: String,
    /// The title as far as it is typed, which begins as the one it has.
    pub title: Input,
}

impl Chooser {
    /// Shows these; the selected one stays selected where it is still there.
    pub fn replace(&mut self, conversations: Vec<Conversation>) {
        let selected = self.selected_row().map(|(id, _)| id.clone());
        self.rows = conversations
            .into_iter()
            .map(|one| (one.id, Harmless::line(&one.title)))
            .collect();
        self.loaded = true;
        self.selected = selected
            .and_then(|id| self.rows.iter().position(|row| row.0 == id))
            .unwrap_or(self.selected)
            .min(self.rows.len().saturating_sub(1));
    }

    /// Shows the title that a conversation has now.
    pub fn retitle(&mut self, conversation: &Conversation) {
        let row = self.rows.iter_mut().find(|row| row.0 == conversation.id);
        if let Some((_, title)) = row {
            *title = Harmless::line(&conversation.title);
        }
    }

    /// The one that the keys are for.
    pub fn selected_row(&self) -> Option<&(String, Harmless)> {
        self.rows.get(self.selected)
    }

    /// Selects another one, so many rows further down or up.
    pub fn step(&mut self, by: isize) {
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.rows.len().saturating_sub(1));
    }
}
