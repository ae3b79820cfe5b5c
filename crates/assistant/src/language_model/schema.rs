//! What a model has to return: the schema that it is given, and the same read strictly.

use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use tasktalk_domain::{Priority, StatusFilter};
use tasktalk_outbound::chat_completions::Shape;

/// Most commands of one message. Small models count on and on where nothing bounds them.
const COMMANDS: usize = 6;
/// Most tasks of one command. "Everything" is for the embedded engine to read.
const TASKS: usize = 10;
/// Most tags of one command.
const TAGS: usize = 5;
/// The longest text in a command, in characters: more than the longest title, and than all the ways to say when.
const TEXT: usize = 500;
/// More tasks than this are not read, though ten are asked for.
const READ_TASKS: usize = 100;

/// What a model read in a message.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reading {
    pub(super) commands: Vec<ReadCommand>,
    /// It is a question that is answered in words.
    #[serde(default)]
    pub(super) is_question: bool,
}

/// One thing that a message asks for, by a model.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadCommand {
    pub(super) intent: ReadIntent,
    /// How sure it says it is; what is no number in [0, 1] is as good as nothing.
    #[serde(default, deserialize_with = "confidence")]
    pub(super) confidence: Option<f32>,
    #[serde(default, deserialize_with = "list")]
    pub(super) task_ids: Vec<i64>,
    #[serde(default)]
    pub(super) title: Option<String>,
    /// The words of the message that say when.
    #[serde(default)]
    pub(super) when: Option<String>,
    #[serde(default)]
    pub(super) priority: Option<Priority>,
    #[serde(default, deserialize_with = "list")]
    pub(super) tags: Vec<String>,
    #[serde(default)]
    pub(super) status: Option<StatusFilter>,
}

/// Which kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ReadIntent {
    AddTask,
    ListTasks,
    CompleteTask,
    ReopenTask,
    UpdateTask,
    DeleteTask,
}

/// The schema that a model is given. Every property is required and may be null, as strict servers want it.
pub(super) fn shape() -> Shape {
    let text = json!({"type": ["string", "null"]});
    let command = json!({
        "type": "object",
        "properties": {
            "intent": {"type": "string", "enum": [
                "add_task", "list_tasks", "complete_task", "reopen_task", "update_task", "delete_task",
            ]},
            "confidence": {"type": "number"},
            "task_ids": {"type": "array", "items": {"type": "integer"}, "maxItems": TASKS},
            "title": text,
            "when": text,
            "priority": {"type": ["string", "null"], "enum": ["high", "medium", "low", "none", null]},
            "tags": {"type": "array", "items": {"type": "string"}, "maxItems": TAGS},
            "status": {"type": ["string", "null"], "enum": ["pending", "completed", "all", null]},
        },
        "required": ["intent", "confidence", "task_ids", "title", "when", "priority", "tags", "status"],
        "additionalProperties": false,
    });
    Shape {
        name: "understood",
        description: "What the message asks for",
        schema: json!({
            "type": "object",
            "properties": {
                "commands": {"type": "array", "items": command, "maxItems": COMMANDS},
                "is_question": {"type": "boolean"},
            },
            "required": ["commands", "is_question"],
            "additionalProperties": false,
        }),
    }
}

/// Reads what a model returned. Wrong types, unknown kinds and further fields make all of it worthless.
pub(super) fn read(value: &Value) -> Option<Reading> {
    let reading = Reading::deserialize(value).ok()?;
    let bounded = reading.commands.len() <= COMMANDS && reading.commands.iter().all(is_bounded);
    bounded.then_some(reading)
}

/// Whether a command is small enough to be looked at closely.
fn is_bounded(command: &ReadCommand) -> bool {
    let texts = [&command.title, &command.when];
    command.task_ids.len() <= READ_TASKS
        && command.tags.len() <= READ_TASKS
        && (texts.into_iter().flatten())
            .chain(&command.tags)
            .all(|text| text.chars().count() <= TEXT)
}

fn confidence<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f32>, D::Error> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "two digits are all that counts"
    )]
    let number = Option::<f64>::deserialize(deserializer)?.map(|number| number as f32);
    Ok(number.filter(|number| (0.0..=1.0).contains(number)))
}

/// A list, or null.
fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_read() {
        let reading = read(&json!({
            "commands": [{"intent": "complete_task", "confidence": 0.9, "task_ids": [3], "title": null,
                "when": null, "priority": null, "tags": [], "status": null}],
            "is_question": false,
        }))
        .unwrap();
        assert_eq!(reading.commands[0].intent, ReadIntent::CompleteTask);
        assert_eq!(reading.commands[0].task_ids, [3]);
        let short =
            read(&json!({"commands": [{"intent": "add_task", "title": "Buy milk"}]})).unwrap();
        assert_eq!(short.commands[0].confidence, None);
    }

    #[test]
    fn a_confidence_outside_the_unit_interval_is_ignored() {
        for odd in [json!(1e15), json!(-1), json!(1.01), json!(null)] {
            let reading = read(&json!({"commands": [{"intent": "list_tasks", "confidence": odd}]}));
            assert_eq!(reading.unwrap().commands[0].confidence, None);
        }
    }

    #[test]
    fn what_does_not_fit_is_nothing() {
        for value in [
            json!({}),
            json!({"commands": "delete"}),
            json!({"commands": [{"intent": "delete_all"}]}),
            json!({"commands": [{"intent": "delete_task", "task_ids": ["3"]}]}),
            json!({"commands": [{"intent": "delete_task", "task_ids": [3], "user_id": 7}]}),
            json!({"commands": [{"intent": "add_task", "title": 5}]}),
            json!({"commands": vec![json!({"intent": "list_tasks"}); 7]}),
            json!({"commands": [], "sudo": true}),
            json!({"commands": [{"intent": "add_task", "title": "x".repeat(501), "when": "y"}]}),
            json!({"commands": [{"intent": "add_task", "title": "x", "when": "y".repeat(60_000)}]}),
            json!({"commands": [{"intent": "add_task", "title": "x", "tags": ["y".repeat(60_000)]}]}),
            json!({"commands": [{"intent": "delete_task", "task_ids": vec![1; 10_000]}]}),
        ] {
            assert_eq!(read(&value), None, "{value}");
        }
    }

    #[test]
    fn every_property_is_required_and_no_other_is_allowed() {
        let schema = shape().schema;
        let command = &schema["properties"]["commands"]["items"];
        for object in [&schema, command] {
            let properties = object["properties"].as_object().unwrap();
            let required = object["required"].as_array().unwrap();
            assert_eq!(properties.len(), required.len());
            assert!(
                required
                    .iter()
                    .all(|name| properties.contains_key(name.as_str().unwrap()))
            );
            assert_eq!(object["additionalProperties"], false);
        }
    }
}
