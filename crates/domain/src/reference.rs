//! How a message points at existing tasks. What it points at is found out later, against the user's list.

use serde::{Deserialize, Serialize};

use crate::{TaskFilter, TaskId};

/// Which tasks a command is about: everything in `include` that is not in `exclude`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Meant.
    pub include: Vec<Selector>,
    /// Excepted: "all except the rent".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<Selector>,
}

impl Reference {
    /// Whether it is one word that stands for what was talked about, and nothing else.
    pub fn is_pronoun(&self) -> bool {
        matches!(self.include.as_slice(), [Selector::Pronoun(_)])
    }

    /// One way of pointing, nothing excepted.
    pub fn to(selector: Selector) -> Self {
        Self {
            include: vec![selector],
            exclude: Vec::new(),
        }
    }
}

/// One way of pointing at tasks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Selector {
    /// `#42`, "task 42".
    Id(TaskId),
    /// A number that can't be a task's id, as it was written: `0`, `-3`, one beyond 2⁶³.
    InvalidId(String),
    /// Words of a title; `exact` when they were in quotes.
    Words {
        /// The words, as they were written.
        text: String,
        /// Whether they were quoted.
        #[serde(default)]
        exact: bool,
    },
    /// A place in the list as last shown.
    Position(Position),
    /// "it", "both": what was last talked about.
    Pronoun(Pronoun),
    /// "everything tagged home", "what's overdue".
    Filter(TaskFilter),
    /// Every task on the list.
    All,
    /// "the dentist or the milk": one of these, and which one was not said.
    OneOf(Vec<Self>),
    /// "both john calls", "the john tasks": every task that these words fit.
    Each(String),
}

impl Selector {
    /// The words of titles in it.
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Words { text, .. } | Self::Each(text) => vec![text],
            Self::OneOf(selectors) => selectors.iter().flat_map(Self::words).collect(),
            _ => Vec::new(),
        }
    }
}

/// A place in the list as last shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// "the second one": counted from 1.
    Nth(u32),
    /// "the last one" is 1, "the second to last" is 2.
    FromEnd(u32),
    /// "the first two".
    First(u32),
    /// "the last two".
    Last(u32),
}

/// A word that stands for tasks just talked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pronoun {
    /// "it", "that one", "this".
    It,
    /// "both".
    Both,
    /// "them", "those", "these".
    Them,
    /// "the other", "the others", "the rest".
    Others,
}
