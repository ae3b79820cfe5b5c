//! The values that go into statements: five column types, the same on both engines.

use jiff::Timestamp;
use tasktalk_domain::{ConversationId, MessageId, TaskId, UserId};
use uuid::Uuid;

/// A statement's parameter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Integer(i64),
    Text(String),
    Boolean(bool),
    Uuid(Uuid),
}

/// A statement's parameters: the first is `$1`.
pub(crate) type Parameters = Vec<Value>;

/// Makes [`Parameters`] of anything that converts into a [`Value`].
macro_rules! parameters {
    ($($value:expr),* $(,)?) => { vec![$($crate::value::Value::from($value)),*] };
}
pub(crate) use parameters;

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Boolean(truth)
    }
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Uuid(id)
    }
}

/// PostgreSQL has no NUL in its texts, SQLite has. The character means nothing in any of ours, so it is replaced
/// here, for both, rather than refused by one.
impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.contains('\0') {
            Self::Text(text.replace('\0', "\u{fffd}"))
        } else {
            Self::Text(text)
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// Whole microseconds since 1970.
impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Integer(at.as_microsecond())
    }
}

impl From<UserId> for Value {
    fn from(id: UserId) -> Self {
        Self::Integer(id.0)
    }
}

impl From<TaskId> for Value {
    fn from(id: TaskId) -> Self {
        Self::Integer(id.get())
    }
}

impl From<ConversationId> for Value {
    fn from(id: ConversationId) -> Self {
        Self::Uuid(id.0)
    }
}

impl From<MessageId> for Value {
    fn from(id: MessageId) -> Self {
        Self::Uuid(id.0)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A number of rows as a parameter of LIMIT.
pub(crate) fn limit(rows: usize) -> Value {
    Value::Integer(i64::try_from(rows).unwrap_or(i64::MAX))
}

/// `$first, $first+1, …`: a list of `count` placeholders.
pub(crate) fn placeholders(first: usize, count: usize) -> String {
    let list: Vec<String> = (first..first + count).map(|n| format!("${n}")).collect();
    list.join(", ")
}

/// The next power of two: statements with lists come in few lengths, so that they stay prepared.
pub(crate) fn list_length(count: usize) -> usize {
    count.max(1).next_power_of_two()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_null_and_nul_is_no_text() {
        assert_eq!(Value::from(None::<i64>), Value::Null);
        assert_eq!(Value::from("a\0b"), Value::Text("a\u{fffd}b".to_owned()));
    }

    #[test]
    fn placeholders_count_from_the_first() {
        assert_eq!(placeholders(3, 2), "$3, $4");
        assert_eq!(list_length(0), 1);
        assert_eq!(list_length(5), 8);
    }
}
