//! A task, and what one may say of it.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Change, Due, Exceptions, Recurrence, TaskId, text};

/// Longest title, in characters.
pub const TITLE_LIMIT: usize = 200;
/// Longest description, in characters.
pub const DESCRIPTION_LIMIT: usize = 2_000;
/// Longest tag, in characters.
pub const TAG_LIMIT: usize = 50;
/// Most tags on one task.
pub const TAGS_LIMIT: usize = 20;

/// One task as it is stored. Its owner is always known from where it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The number its owner says: `#42`.
    pub id: TaskId,
    /// What is to be done.
    pub title: TaskTitle,
    /// More about it.
    pub description: Option<Description>,
    /// When it was completed; `None` while it is open.
    pub completed_at: Option<Timestamp>,
    /// When it is due.
    pub due: Option<Due>,
    /// How it repeats.
    pub recurrence: Option<Recurrence>,
    /// Which occurrences are not where the recurrence has them; none when it doesn't repeat.
    #[serde(default, skip_serializing_if = "Exceptions::is_empty")]
    pub exceptions: Exceptions,
    /// How urgent it is.
    pub priority: Priority,
    /// Its tags, in the order given, none twice.
    pub tags: Vec<Tag>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Counts its changes, from 1; the ETag.
    pub version: i64,
    /// When it went to the trash; `None` while it is on the list.
    pub deleted_at: Option<Timestamp>,
}

impl Task {
    /// Whether it is done.
    pub fn completed(&self) -> bool {
        self.completed_at.is_some()
    }
}

/// What a new task needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTask {
    /// What is to be done.
    pub title: TaskTitle,
    /// More about it.
    pub description: Option<Description>,
    /// When it is due.
    pub due: Option<Due>,
    /// How it repeats; a repeating task always has a due date, its first occurrence.
    pub recurrence: Option<Recurrence>,
    /// How urgent it is.
    pub priority: Priority,
    /// Its tags, none twice, at most [`TAGS_LIMIT`].
    pub tags: Vec<Tag>,
}

/// What shall change about a task; the rest is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskPatch {
    /// A new title.
    pub title: Option<TaskTitle>,
    /// A new description, or none.
    pub description: Change<Description>,
    /// A new due date, or none.
    pub due: Change<Due>,
    /// A new recurrence, or none.
    pub recurrence: Change<Recurrence>,
    /// A new priority.
    pub priority: Option<Priority>,
    /// All its tags from now on.
    pub tags: Option<Vec<Tag>>,
}

impl TaskPatch {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A title: one line of 1 to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TaskTitle(String);

/// A description: 1 to 2,000 characters, several lines allowed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Description(String);

/// A tag: 1 to 50 letters, digits, `-`, `_`, `/` and `.`, kept in lower case, without the `#`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tag(String);

/// A value that can't be part of a task; the text tells a person what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidTask {
    /// Nothing but white space.
    #[error("Task title is required")]
    TitleMissing,
    /// More than [`TITLE_LIMIT`] characters.
    #[error("Title must be 200 characters or less")]
    TitleTooLong,
    /// More than [`DESCRIPTION_LIMIT`] characters.
    #[error("Description must be 2,000 characters or less")]
    DescriptionTooLong,
    /// Not a tag.
    #[error("A tag is 1 to 50 letters, digits, '-', '_', '.' or '/'")]
    BadTag,
    /// More than [`TAGS_LIMIT`] tags.
    #[error("A task can have at most 20 tags")]
    TooManyTags,
    /// A repeating task needs a first date.
    #[error("A repeating task needs a due date: its first occurrence")]
    RecurrenceWithoutDue,
    /// Not one of the four words.
    #[error("Invalid priority '{0}'. Must be 'high', 'medium', 'low', or 'none'")]
    BadPriority(String),
}

impl TaskTitle {
    /// Cleans and checks a title.
    pub fn parse(text: &str) -> Result<Self, InvalidTask> {
        let title = text::one_line(text);
        match title.chars().count() {
            0 => Err(InvalidTask::TitleMissing),
            1..=TITLE_LIMIT => Ok(Self(title)),
            _ => Err(InvalidTask::TitleTooLong),
        }
    }

    /// The title.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Description {
    /// Cleans and checks a description; a blank one is none.
    pub fn parse(text: &str) -> Result<Option<Self>, InvalidTask> {
        let description = text::several_lines(text);
        match description.chars().count() {
            0 => Ok(None),
            1..=DESCRIPTION_LIMIT => Ok(Some(Self(description))),
            _ => Err(InvalidTask::DescriptionTooLong),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Tag {
    /// Cleans and checks a tag; a leading `#` is taken off, inner spaces become `-`.
    pub fn parse(text: &str) -> Result<Self, InvalidTask> {
        let tag = text::one_line(text)
            .trim_start_matches('#')
            .to_lowercase()
            .replace(' ', "-");
        let well_formed = (1..=TAG_LIMIT).contains(&tag.chars().count())
            && tag
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'));
        if well_formed {
            Ok(Self(tag))
        } else {
            Err(InvalidTask::BadTag)
        }
    }

    /// Reads several tags, drops repeats, and checks their number.
    pub fn parse_all<S: AsRef<str>>(texts: &[S]) -> Result<Vec<Self>, InvalidTask> {
        let mut tags = Vec::new();
        for text in texts {
            let tag = Self::parse(text.as_ref())?;
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if tags.len() > TAGS_LIMIT {
            Err(InvalidTask::TooManyTags)
        } else {
            Ok(tags)
        }
    }

    /// The tag without `#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How urgent a task is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// No priority was given.
    #[default]
    None,
    /// Can wait: `p3`.
    Low,
    /// Matters: `p2`.
    Medium,
    /// Urgent or important: `p1`.
    High,
}

impl Priority {
    /// Reads `high`, `medium`, `low` or `none`.
    pub fn parse(text: &str) -> Result<Self, InvalidTask> {
        match text.trim().to_ascii_lowercase().as_str() {
            "none" => Ok(Self::None),
            "low" => Ok(Self::Low),
            "medium" => Ok(Self::Medium),
            "high" => Ok(Self::High),
            other => Err(InvalidTask::BadPriority(other.chars().take(40).collect())),
        }
    }

    /// The word used in every interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

macro_rules! text_value {
    ($($name:ident),*) => {$(
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
text_value!(TaskTitle, Description, Tag);

impl TryFrom<String> for TaskTitle {
    type Error = InvalidTask;

    fn try_from(text: String) -> Result<Self, InvalidTask> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for Description {
    type Error = InvalidTask;

    fn try_from(text: String) -> Result<Self, InvalidTask> {
        Self::parse(&text)?.ok_or(InvalidTask::DescriptionTooLong)
    }
}

impl TryFrom<String> for Tag {
    type Error = InvalidTask;

    fn try_from(text: String) -> Result<Self, InvalidTask> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_cleaned_and_bounded_in_characters() {
        assert_eq!(
            TaskTitle::parse("  Buy\n milk ").unwrap().as_str(),
            "Buy milk"
        );
        assert_eq!(TaskTitle::parse(" \t "), Err(InvalidTask::TitleMissing));
        assert!(TaskTitle::parse(&"é".repeat(200)).is_ok());
        assert_eq!(
            TaskTitle::parse(&"é".repeat(201)),
            Err(InvalidTask::TitleTooLong)
        );
    }

    #[test]
    fn tags_lose_their_hash_their_case_and_their_twins() {
        let tags = Tag::parse_all(&["#Home", "home", "on the go"]).unwrap();
        assert_eq!(
            tags.iter().map(Tag::as_str).collect::<Vec<_>>(),
            ["home", "on-the-go"]
        );
        assert_eq!(Tag::parse("#"), Err(InvalidTask::BadTag));
        assert_eq!(Tag::parse("a\"b"), Err(InvalidTask::BadTag));
    }

    #[test]
    fn a_blank_description_is_none() {
        assert_eq!(Description::parse(" \n "), Ok(None));
    }
}
