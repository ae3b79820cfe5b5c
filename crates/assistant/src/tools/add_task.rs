//! `add_task`: puts a task on the list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tasktalk_domain::{
    Description, NewTask, Operation, Tag, Task, TaskTitle,
    task::{InvalidTask, TAGS_LIMIT},
};

use super::{
    Detail, Done, Tool, ToolContext, ToolError, ToolFailure,
    arguments::{self, DueArgument, RecurrenceArgument},
    record,
    registry::{Definition, schema_of},
    task_json,
};
use crate::Scope;

pub(super) const DEFINITION: Definition = Definition {
    name: "add_task",
    description: "Adds a task to the user's to-do list.",
    read_only: false,
    schema: schema_of::<Arguments>,
    parse: |given, zone| {
        let given: Arguments = arguments::parse(given)?;
        let task = NewTask {
            title: TaskTitle::parse(&given.title.unwrap_or_default())?,
            description: Description::parse(&given.description.unwrap_or_default())?,
            due: given.due.map(|due| due.check(zone)).transpose()?,
            recurrence: given
                .recurrence
                .map(RecurrenceArgument::check)
                .transpose()?,
            priority: arguments::priority(given.priority.as_deref())?.unwrap_or_default(),
            tags: Tag::parse_all(&given.tags.unwrap_or_default())?,
        };
        check(&task)?;
        Ok(Tool::AddTask(AddTask { task }))
    },
};

/// Puts a task on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddTask {
    /// The task.
    pub task: NewTask,
}

/// The JSON form of [`AddTask`].
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    /// What is to be done: one line of 1 to 200 characters.
    #[schemars(required, length(min = 1, max = 200))]
    title: Option<String>,
    /// More about it, at most 2,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2_000))]
    description: Option<String>,
    /// When it is due. A repeating task needs it: it is its first occurrence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<DueArgument>,
    /// How it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recurrence: Option<RecurrenceArgument>,
    /// How urgent it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["high", "medium", "low", "none", null]))]
    priority: Option<String>,
    /// Its tags, without `#`; at most 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
}

impl From<&AddTask> for Arguments {
    fn from(AddTask { task }: &AddTask) -> Self {
        Self {
            title: Some(task.title.as_str().to_owned()),
            description: task.description.as_ref().map(ToString::to_string),
            due: task.due.as_ref().map(DueArgument::from),
            recurrence: task.recurrence.as_ref().map(RecurrenceArgument::from),
            priority: arguments::priority_word(task.priority),
            tags: (!task.tags.is_empty()).then(|| arguments::tag_words(&task.tags)),
        }
    }
}

pub(super) async fn run(context: &ToolContext<'_>, call: AddTask) -> Result<Done, ToolError> {
    context.permissions.require(Scope::Write)?;
    check(&call.task)?;
    let new = call.task;
    let recurrence = (new.recurrence.as_ref())
        .zip(new.due.as_ref())
        .map(|(recurrence, due)| recurrence.anchored(due.date()));
    let task = Task {
        id: context.user.next_task_id(),
        title: new.title,
        description: new.description,
        completed_at: None,
        due: new.due,
        recurrence,
        exceptions: tasktalk_domain::Exceptions::default(),
        priority: new.priority,
        tags: new.tags,
        created_at: context.now,
        updated_at: context.now,
        version: 1,
        deleted_at: None,
    };
    let receipt = record::change(context, Operation::Created, None, &task).await?;
    Ok(Done {
        result: json!({
            "success": true,
            "status": "created",
            "task_id": task.id,
            "title": task.title,
            "task": task_json(&task, &context.user.user.public_id()),
        }),
        receipts: vec![receipt],
        detail: Detail::Created { task },
    })
}

/// What the types of a new task can't say.
fn check(task: &NewTask) -> Result<(), ToolFailure> {
    if task.recurrence.is_some() && task.due.is_none() {
        return Err(InvalidTask::RecurrenceWithoutDue.into());
    }
    if task.tags.len() > TAGS_LIMIT {
        return Err(InvalidTask::TooManyTags.into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use tasktalk_domain::Zone;

    use crate::{
        Detail, Permissions, Tool,
        test_support::{add, call, code, new_task, number, on, on_each_engine, receipt, repeating},
    };

    #[tokio::test]
    async fn a_new_task_gets_the_next_number_a_receipt_and_an_event() {
        on_each_engine(async |home| {
            let first = home.run(add(new_task("Buy groceries"))).await;
            assert_eq!(first.result["success"], true);
            assert_eq!(first.result["status"], "created");
            assert_eq!(first.result["task_id"], 1);
            assert_eq!(first.result["title"], "Buy groceries");
            assert_eq!(first.result["task"]["user_id"], home.anna.to_string());
            let receipt = receipt(&first);
            assert_eq!(receipt.before, None);
            assert_eq!(receipt.after.as_deref(), Some(&home.row(number(1)).await));

            let second = home.run(add(new_task("Call mum"))).await;
            assert_eq!(second.result["task_id"], 2);
            let created = ("task.created".to_owned(), 1);
            assert_eq!(home.events().await, [created.clone(), created]);
        })
        .await;
    }

    #[tokio::test]
    async fn everything_that_was_said_is_kept() {
        on_each_engine(async |home| {
            let outcome = home
                .run(call(
                    "add_task",
                    json!({
                        "title": "Water the plants",
                        "description": "Not the cactus",
                        "due": {"date_time": "2026-11-27T15:00"},
                        "recurrence": {"rrule": "FREQ=WEEKLY;BYDAY=FR", "mode": "fixed"},
                        "priority": "high",
                        "tags": ["#Home", "garden"],
                    }),
                ))
                .await;
            let task = &outcome.result["task"];
            assert_eq!(task["description"], "Not the cactus");
            assert_eq!(
                task["due"],
                json!({"date_time": "2026-11-27T15:00:00", "timezone": "Europe/Berlin"})
            );
            assert_eq!(task["recurrence"]["mode"], "fixed");
            assert_eq!(task["priority"], "high");
            assert_eq!(task["tags"], json!(["home", "garden"]));
            let Detail::Created { task } = outcome.detail else {
                panic!("not created")
            };
            assert_eq!(home.row(task.id).await, task);
        })
        .await;
    }

    #[tokio::test]
    async fn what_repeats_needs_a_first_day() {
        on_each_engine(async |home| {
            let mut task = new_task("Water the plants");
            task.recurrence = Some(repeating("FREQ=DAILY"));
            let refused = home.run(add(task.clone())).await;
            assert_eq!(code(&refused), "recurrence_without_due");
            task.due = Some(on("2026-11-23"));
            assert_eq!(home.run(add(task)).await.result["task_id"], 1);
        })
        .await;
    }

    #[tokio::test]
    async fn a_rule_remembers_the_day_a_short_month_would_lose() {
        on_each_engine(async |home| {
            let mut task = new_task("Pay rent");
            task.recurrence = Some(repeating("FREQ=MONTHLY"));
            task.due = Some(on("2027-01-31"));
            let added = home.run(add(task)).await;
            let rule = &added.result["task"]["recurrence"]["rrule"];
            assert_eq!(rule, "FREQ=MONTHLY;BYMONTHDAY=31");
        })
        .await;
    }

    #[tokio::test]
    async fn adding_needs_the_permission_to_write() {
        on_each_engine(async |home| {
            let permissions = Permissions {
                write: false,
                ..Permissions::ALL
            };
            let outcome = home
                .run_for(home.anna, permissions, add(new_task("Buy milk")))
                .await;
            assert_eq!(code(&outcome), "insufficient_scope");
            assert!(home.events().await.is_empty());
        })
        .await;
    }

    #[test]
    fn wrong_arguments_are_answered_with_the_known_sentences() {
        for (arguments, sentence) in [
            (json!({}), "Task title is required"),
            (json!({"title": " "}), "Task title is required"),
            (json!({"title": null}), "Task title is required"),
            (
                json!({"title": "x".repeat(201)}),
                "Title must be 200 characters or less",
            ),
            (
                json!({"title": "x", "description": "x".repeat(2_001)}),
                "Description must be 2,000 characters or less",
            ),
            (
                json!({"title": "x", "priority": "asap"}),
                "Invalid priority 'asap'. Must be 'high', 'medium', 'low', or 'none'",
            ),
            (
                json!({"title": "x", "recurrence": {"rrule": "FREQ=DAILY"}}),
                "A repeating task needs a due date: its first occurrence",
            ),
        ] {
            let failure = Tool::from_call("add_task", arguments, &Zone::utc()).unwrap_err();
            assert_eq!(failure.to_string(), sentence);
        }
    }

    #[test]
    fn null_is_the_same_as_nothing() {
        let nulls = json!({"title": "x", "description": null, "due": null, "recurrence": null,
            "priority": null, "tags": null});
        assert_eq!(call("add_task", nulls), add(new_task("x")));
        assert_eq!(add(new_task("x")).arguments(), json!({"title": "x"}));
        let Value::Object(_) = add(new_task("x")).arguments() else {
            panic!("arguments are an object")
        };
    }
}
