//! Which tasks, in which order.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{Priority, Tag, Zone, due::instant};

/// Which tasks are meant. Every part that is set must hold; the default is every task on the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskFilter {
    /// Open, done or both.
    pub status: StatusFilter,
    /// Every word of it begins a word of the title, the description or a tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Has this tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<Tag>,
    /// Has this priority.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Is due then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<DueFilter>,
    /// Was done then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Box<DoneFilter>>,
    /// At least one of these lets it through, unless there are none: "overdue or urgent".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub either: Vec<TaskFilter>,
    /// None of these lets it through: "not tagged home".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<TaskFilter>,
}

/// A condition on when a task was completed: from one instant on, before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoneFilter {
    /// The first instant.
    pub from: Timestamp,
    /// The instant after the last.
    pub before: Timestamp,
}

impl DoneFilter {
    /// Done between two days in a zone, both included; an open end is `None`.
    pub fn between(from: Option<Date>, to: Option<Date>, zone: &Zone) -> Self {
        let begins = |day: Date| instant(day.at(0, 0, 0, 0), zone);
        Self {
            from: from.map_or(Timestamp::MIN, begins),
            before: to
                .and_then(|day| day.tomorrow().ok())
                .map_or(Timestamp::MAX, begins),
        }
    }

    /// Whether something was done then.
    pub fn holds(self, at: Timestamp) -> bool {
        (self.from..self.before).contains(&at)
    }
}

/// Open, done or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatusFilter {
    /// Both.
    #[default]
    All,
    /// Open tasks.
    Pending,
    /// Done tasks.
    Completed,
}

/// A word that is no status.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Invalid status '{0}'. Must be 'all', 'pending', or 'completed'")]
pub struct InvalidStatus(String);

impl StatusFilter {
    /// Reads one of the three words.
    pub fn parse(text: &str) -> Result<Self, InvalidStatus> {
        match text.trim().to_ascii_lowercase().as_str() {
            "all" => Ok(Self::All),
            "pending" => Ok(Self::Pending),
            "completed" => Ok(Self::Completed),
            other => Err(InvalidStatus(other.chars().take(40).collect())),
        }
    }

    /// The word used in every interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Pending => "pending",
            Self::Completed => "completed",
        }
    }
}

/// A condition on the due date, in local dates of the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueFilter {
    /// Due between two days, both included; an open end is `None`.
    Between {
        /// The first day.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<Date>,
        /// The last day.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<Date>,
    },
    /// Its time has passed and it is open.
    Overdue,
    /// Has no due date.
    None,
    /// Has one.
    Any,
}

impl DueFilter {
    /// Due on one day.
    pub fn on(date: Date) -> Self {
        Self::Between {
            from: Some(date),
            to: Some(date),
        }
    }
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// The order in which they were added (the task number).
    #[default]
    Created,
    /// The due date; tasks without one come last.
    Due,
    /// The priority.
    Priority,
    /// The title, without regard to case.
    Title,
    /// The last change.
    Updated,
}

/// In which direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SortOrder {
    /// Smallest, oldest, earliest first.
    #[default]
    Asc,
    /// The reverse.
    Desc,
}
