//! `list_tasks`: shows tasks, or says how many there are.

mod conditions;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tasktalk_domain::{SortKey, SortOrder, StatusFilter, TaskFilter, User, Zone};
use tasktalk_storage::{
    Snapshot,
    tasks::{self, TaskCursor, TaskQuery},
};

use self::conditions::Conditions;
use super::{
    Detail, Done, Tool, ToolContext, ToolError, ToolFailure, arguments,
    registry::{Definition, schema_of},
    task_json,
};
use crate::Scope;

/// How many tasks a page has when nothing is said.
pub const DEFAULT_LIMIT: usize = 50;
/// How many tasks a page has at most.
pub const LIMIT: usize = 200;

pub(super) const DEFINITION: Definition = Definition {
    name: "list_tasks",
    description: "Shows the tasks on the user's to-do list, filtered, sorted and in pages, or counts them.",
    read_only: true,
    schema: schema_of::<Arguments>,
    parse: |given, _| {
        Ok(Tool::ListTasks(
            arguments::parse::<Arguments>(given)?.check()?,
        ))
    },
};

/// Shows tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListTasks {
    /// Which tasks.
    pub filter: TaskFilter,
    /// Sorted by what.
    pub sort: SortKey,
    /// In which direction.
    pub order: SortOrder,
    /// How many at most, 1 to [`LIMIT`].
    pub limit: usize,
    /// Where the page begins; at the first task when `None`.
    pub cursor: Option<TaskCursor>,
    /// Only their number is wanted.
    pub count_only: bool,
}

impl Default for ListTasks {
    fn default() -> Self {
        Self {
            filter: TaskFilter::default(),
            sort: SortKey::default(),
            order: SortOrder::default(),
            limit: DEFAULT_LIMIT,
            cursor: None,
            count_only: false,
        }
    }
}

/// The JSON form of [`ListTasks`].
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Arguments {
    /// Open tasks, done ones, or both (the default).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["all", "pending", "completed", null]))]
    status: Option<String>,
    /// Words that the title, the description or a tag must have; the beginning of a word will do.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// A tag they must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    /// The priority they must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["high", "medium", "low", "none", null]))]
    priority: Option<String>,
    /// Overdue tasks, tasks without a due date, or tasks with any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["overdue", "none", "any", null]))]
    due: Option<String>,
    /// The first day they may be due on: `2026-11-27`.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_from: Option<String>,
    /// The last day they may be due on: `2026-11-27`.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_to: Option<String>,
    /// At least one of these must hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    either: Vec<Conditions>,
    /// None of these may hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    except: Vec<Conditions>,
    /// What to sort by; the order in which they were added when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["created", "due", "priority", "title", "updated", null]))]
    sort: Option<String>,
    /// In which direction to sort.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["asc", "desc", null]))]
    order: Option<String>,
    /// How many tasks at most, 1 to 200; 50 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// The `next_cursor` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<String>,
    /// Whether only their number is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    count_only: Option<bool>,
}

impl Arguments {
    fn check(self) -> Result<ListTasks, ToolFailure> {
        let conditions = Conditions {
            status: self.status,
            text: self.text,
            tag: self.tag,
            priority: self.priority,
            due: self.due,
            due_from: self.due_from,
            due_to: self.due_to,
        };
        let filter = TaskFilter {
            either: each(self.either)?,
            except: each(self.except)?,
            ..conditions.check()?
        };
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        check_limit(limit)?;
        Ok(ListTasks {
            filter,
            sort: word(self.sort, "sort", SORT_KEYS)?.unwrap_or_default(),
            order: word(self.order, "order", SORT_ORDERS)?.unwrap_or_default(),
            limit,
            cursor: self.cursor.map(|text| read_cursor(&text)).transpose()?,
            count_only: self.count_only.unwrap_or_default(),
        })
    }
}

fn each(conditions: Vec<Conditions>) -> Result<Vec<TaskFilter>, ToolFailure> {
    conditions.into_iter().map(Conditions::check).collect()
}

const SORT_KEYS: &[(&str, SortKey)] = &[
    ("created", SortKey::Created),
    ("due", SortKey::Due),
    ("priority", SortKey::Priority),
    ("title", SortKey::Title),
    ("updated", SortKey::Updated),
];
const SORT_ORDERS: &[(&str, SortOrder)] = &[("asc", SortOrder::Asc), ("desc", SortOrder::Desc)];

fn word<T: Copy>(
    given: Option<String>,
    argument: &str,
    words: &[(&str, T)],
) -> Result<Option<T>, ToolFailure> {
    let Some(given) = given else { return Ok(None) };
    let found = words.iter().find(|(word, _)| *word == given);
    found.map(|(_, value)| Some(*value)).ok_or_else(|| {
        let allowed: Vec<_> = words.iter().map(|(word, _)| format!("'{word}'")).collect();
        let given: String = given.chars().take(40).collect();
        ToolFailure::invalid(
            "invalid_sort",
            format!(
                "Invalid {argument} '{given}'. Must be one of {}",
                allowed.join(", ")
            ),
        )
    })
}

fn name_of<T: PartialEq>(value: &T, words: &'static [(&str, T)]) -> Option<String> {
    words
        .iter()
        .find(|(_, other)| other == value)
        .map(|(word, _)| (*word).to_owned())
}

pub(crate) fn check_limit(limit: usize) -> Result<(), ToolFailure> {
    if (1..=LIMIT).contains(&limit) {
        Ok(())
    } else {
        Err(ToolFailure::invalid(
            "invalid_limit",
            format!("A page has 1 to {LIMIT} tasks"),
        ))
    }
}

fn read_cursor(text: &str) -> Result<TaskCursor, ToolFailure> {
    TaskCursor::decode(text)
        .ok_or_else(|| ToolFailure::invalid("invalid_cursor", "This is not a cursor of this list"))
}

impl From<&ListTasks> for Arguments {
    fn from(call: &ListTasks) -> Self {
        let conditions = Conditions::from(&call.filter);
        Self {
            status: Some(call.filter.status.as_str().to_owned()),
            text: conditions.text,
            tag: conditions.tag,
            priority: conditions.priority,
            due: conditions.due,
            due_from: conditions.due_from,
            due_to: conditions.due_to,
            either: call.filter.either.iter().map(Conditions::from).collect(),
            except: call.filter.except.iter().map(Conditions::from).collect(),
            sort: (call.sort != SortKey::default())
                .then(|| name_of(&call.sort, SORT_KEYS))
                .flatten(),
            order: (call.order != SortOrder::default())
                .then(|| name_of(&call.order, SORT_ORDERS))
                .flatten(),
            limit: (call.limit != DEFAULT_LIMIT).then_some(call.limit),
            cursor: call.cursor.as_ref().map(TaskCursor::encode),
            count_only: call.count_only.then_some(true),
        }
    }
}

pub(super) async fn run(context: &ToolContext<'_>, call: ListTasks) -> Result<Done, ToolError> {
    context.permissions.require(Scope::Read)?;
    let done_then = call.filter.done.clone();
    let whenever = TaskFilter {
        done: None,
        ..call.filter.clone()
    };
    let all_done = !call.count_only && call.cursor.is_none() && whenever == everything_done();
    let mut done = look(
        context.tx,
        &context.user.user,
        context.zone,
        context.now,
        call,
    )
    .await?;
    if let Detail::Listed {
        tasks, repeating, ..
    } = &mut done.detail
    {
        context.known.remember(&*tasks);
        if all_done {
            let owner = context.user.user.id;
            *repeating = tasks::done_and_open(context.tx, owner, DEFAULT_LIMIT).await?;
            repeating.retain(|(_, at)| done_then.as_ref().is_none_or(|done| done.holds(*at)));
        }
    }
    Ok(done)
}

/// What "what have I done?" asks for. A repeating task was done as well, though it is open again.
fn everything_done() -> TaskFilter {
    TaskFilter {
        status: StatusFilter::Completed,
        ..TaskFilter::default()
    }
}

/// Looks without a lock: what a page that only shows tasks needs.
pub(crate) async fn look(
    snapshot: &Snapshot<'_>,
    user: &User,
    zone: &Zone,
    now: Timestamp,
    call: ListTasks,
) -> Result<Done, ToolError> {
    check_limit(call.limit)?;
    let today = zone.local(now).date();
    let status = call.filter.status;
    let (tasks, total, next) = if call.count_only {
        let total = tasks::count(snapshot, user.id, &call.filter, today, now).await?;
        (Vec::new(), total, None)
    } else {
        let query = TaskQuery {
            filter: call.filter,
            today,
            now,
            sort: call.sort,
            order: call.order,
            limit: call.limit,
            cursor: call.cursor,
            trash: false,
        };
        let page = tasks::list(snapshot, user.id, &query).await?;
        (page.tasks, page.total, page.next)
    };
    let public_id = user.public_id();
    let shown: Vec<Value> = tasks
        .iter()
        .map(|task| task_json(task, &public_id))
        .collect();
    Ok(Done {
        result: json!({
            "success": true,
            "tasks": shown,
            "count": total,
            "status_filter": status.as_str(),
            "next_cursor": next.as_ref().map(TaskCursor::encode),
        }),
        receipts: Vec::new(),
        detail: Detail::Listed {
            tasks,
            total,
            next,
            repeating: Vec::new(),
        },
    })
}

#[cfg(test)]
mod tests;
