//! A place in a list of tasks: the sort key and number of the last task shown.

use tasktalk_domain::{SortKey, SortOrder, Task, TaskId, text};

use super::{due_key, row::priority_number};
use crate::{cursor, value::Value};

/// Where a page of tasks ended. It belongs to one way of sorting; with another, a list begins at its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskCursor {
    sort: SortKey,
    order: SortOrder,
    key: Key,
    id: TaskId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Key {
    Number(i64),
    Text(String),
}

impl TaskCursor {
    /// The place just after a task.
    pub(super) fn after(task: &Task, sort: SortKey, order: SortOrder) -> Self {
        let key = match sort {
            SortKey::Created => Key::Number(task.id.get()),
            SortKey::Due => Key::Text(match order {
                SortOrder::Asc => due_key::of(task.due.as_ref()),
                SortOrder::Desc => due_key::backwards(task.due.as_ref()),
            }),
            SortKey::Priority => Key::Number(priority_number(task.priority)),
            SortKey::Title => Key::Text(text::fold(task.title.as_str())),
            SortKey::Updated => Key::Number(task.updated_at.as_microsecond()),
        };
        Self {
            sort,
            order,
            key,
            id: task.id,
        }
    }

    /// The key and the number, when this is a place in a list sorted so.
    pub(super) fn position(&self, sort: SortKey, order: SortOrder) -> Option<(Value, TaskId)> {
        let key = match &self.key {
            Key::Number(number) => Value::from(*number),
            Key::Text(text) => Value::from(text.as_str()),
        };
        (self.sort == sort && self.order == order).then_some((key, self.id))
    }

    /// As text that means nothing to anyone else.
    pub fn encode(&self) -> String {
        let key = match &self.key {
            Key::Number(number) => number.to_string(),
            Key::Text(text) => text.clone(),
        };
        cursor::encode(&format!(
            "{}{}{}/{key}",
            sort_letter(self.sort),
            order_letter(self.order),
            self.id
        ))
    }

    /// Reads such a text; `None` for any other.
    pub fn decode(text: &str) -> Option<Self> {
        let plain = cursor::decode(text)?;
        let mut letters = plain.chars();
        let sort = letters.next()?;
        let order = letters.next()?;
        let (id, key) = letters.as_str().split_once('/')?;
        let sort = SORTS
            .into_iter()
            .find(|known| sort_letter(*known) == sort)?;
        let order = [SortOrder::Asc, SortOrder::Desc]
            .into_iter()
            .find(|known| order_letter(*known) == order)?;
        let key = match sort {
            SortKey::Due | SortKey::Title => Key::Text(key.to_owned()),
            SortKey::Created | SortKey::Priority | SortKey::Updated => {
                Key::Number(key.parse().ok()?)
            }
        };
        Some(Self {
            sort,
            order,
            key,
            id: TaskId::try_from(id.parse::<i64>().ok()?).ok()?,
        })
    }
}

const SORTS: [SortKey; 5] = [
    SortKey::Created,
    SortKey::Due,
    SortKey::Priority,
    SortKey::Title,
    SortKey::Updated,
];

fn sort_letter(sort: SortKey) -> char {
    match sort {
        SortKey::Created => 'c',
        SortKey::Due => 'd',
        SortKey::Priority => 'p',
        SortKey::Title => 't',
        SortKey::Updated => 'u',
    }
}

fn order_letter(order: SortOrder) -> char {
    match order {
        SortOrder::Asc => '+',
        SortOrder::Desc => '-',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_text() {
        let cursor = TaskCursor {
            sort: SortKey::Title,
            order: SortOrder::Desc,
            key: Key::Text("buy / milk".to_owned()),
            id: TaskId::try_from(7).unwrap(),
        };
        assert_eq!(TaskCursor::decode(&cursor.encode()), Some(cursor));
    }

    #[test]
    fn any_other_text_is_none() {
        for plain in ["", "x+1/1", "c+0/1", "c+1/one", "c?1/1", "c+1"] {
            assert_eq!(TaskCursor::decode(&cursor::encode(plain)), None, "{plain}");
        }
        assert_eq!(TaskCursor::decode("not a cursor"), None);
    }
}
