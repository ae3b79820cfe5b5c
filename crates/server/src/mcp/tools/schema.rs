//! JSON Schemas of arguments and results. Those of the assistant's tools are taken from there and made shorter: every
//! word of them is read by a model with every conversation.
//!
//! What all clients take, and nothing else: an object at the root, no references, no alternatives, no formats.

use serde_json::{Map, Value, json};
use tasktalk_assistant::tools::TOOLS;

use crate::mcp::arguments::BATCH_LIMIT;

/// The arguments of one of the assistant's tools: those named, without what can also be left unsaid.
pub(super) fn of_tool(name: &str, keep: &[&str]) -> Value {
    let tool = TOOLS
        .iter()
        .find(|tool| tool.name == name)
        .expect("the assistant has the tool");
    let mut schema = (tool.schema)();
    if let Some(properties) = schema["properties"].as_object_mut() {
        properties.retain(|name, _| keep.contains(&name.as_str()));
    }
    let mut schema = tidied(&schema);
    if schema["properties"]["recurrence"].is_object() {
        schema["properties"]["recurrence"] = recurrence();
    }
    if schema["properties"]["due"]["type"] == "object" {
        let description = schema["properties"]["due"]["description"].take();
        schema["properties"]["due"] = due(description);
    }
    schema
}

/// A due date, in the fewest words.
fn due(description: Value) -> Value {
    let mut schema = object(
        json!({
            "date": {"type": "string", "description": "A whole day: 2026-11-27"},
            "date_time": {"type": "string", "description": "Or a local time: 2026-11-27T15:00"},
            "timezone": {"type": "string", "description": "IANA name, if not the user's."},
        }),
        &[],
    );
    schema["description"] = description;
    schema
}

/// How a task repeats: as the tools take it, without what only imports need.
fn recurrence() -> Value {
    let mut schema = object(
        json!({
            "rrule": {"type": "string", "description": "RFC 5545: FREQ=WEEKLY;BYDAY=TU"},
            "mode": {
                "type": "string",
                "enum": ["fixed", "catch_up", "after_completion"],
                "description": "Where completing goes on; catch_up, the next to come, when left out.",
            },
        }),
        &["rrule"],
    );
    schema["description"] = json!("How it repeats.");
    schema
}

/// An object with these properties.
pub(super) fn object(properties: Value, required: &[&str]) -> Value {
    let mut schema = json!({"type": "object", "additionalProperties": false});
    schema["properties"] = properties;
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

/// The schema with these properties too.
pub(super) fn with(mut schema: Value, properties: Value) -> Value {
    if let (Some(into), Value::Object(more)) = (schema["properties"].as_object_mut(), properties) {
        into.extend(more);
    }
    schema
}

/// What every tool that changes something takes.
pub(super) fn with_key(schema: Value) -> Value {
    with(
        schema,
        json!({"idempotency_key": {"type": "string", "description": "New for each request: a retry with it acts once."}}),
    )
}

/// A due date in words.
pub(super) fn when(description: &str) -> Value {
    json!({"when": {"type": "string", "description": description}})
}

/// A task's number.
pub(super) fn task_id() -> Value {
    json!({"type": "integer", "minimum": 1, "description": "The task's number."})
}

/// Several of them.
pub(super) fn task_ids() -> Value {
    json!({
        "type": "array",
        "items": {"type": "integer", "minimum": 1},
        "minItems": 1,
        "maxItems": BATCH_LIMIT,
        "description": "The tasks' numbers.",
    })
}

/// Several objects.
pub(super) fn list_of(items: Value, description: &str) -> Value {
    let mut schema = json!({
        "type": "array",
        "minItems": 1,
        "maxItems": BATCH_LIMIT,
        "description": description,
    });
    schema["items"] = items;
    schema
}

/// The result of a change of one task, with these fields too.
pub(super) fn changed_task(more: Value) -> Value {
    result(
        with(
            json!({"properties": {
                "status": {"type": "string"},
                "task_id": {"type": "integer"},
                "title": {"type": "string"},
                "task": {"type": "object"},
                "undo_token": {"type": "string"},
            }}),
            more,
        )["properties"]
            .clone(),
    )
}

/// The result of a change of several tasks.
pub(super) fn changed_tasks(more: Value) -> Value {
    result(
        with(
            json!({"properties": {
                "results": {"type": "array", "items": {"type": "object"}},
                "failures": {"type": "array", "items": {"type": "object"}},
                "succeeded": {"type": "integer"},
                "failed": {"type": "integer"},
            }}),
            more,
        )["properties"]
            .clone(),
    )
}

/// A result with these fields. A failed call has `success: false` and none of them, so none is required.
pub(super) fn result(properties: Value) -> Value {
    let schema = json!({"type": "object", "properties": {"success": {"type": "boolean"}}, "required": ["success"]});
    with(schema, properties)
}

/// The schema without what clients stumble over or models need not read.
fn tidied(schema: &Value) -> Value {
    let Value::Object(fields) = schema else {
        return schema.clone();
    };
    if let Some(value) = fields.get("anyOf").and_then(only_alternative) {
        let mut tidy = tidied(value);
        if let Some(description) = fields.get("description") {
            tidy["description"] = in_one_line(description);
        }
        return tidy;
    }
    let mut tidy = Map::new();
    for (name, value) in fields {
        let value = match name.as_str() {
            "$schema" | "title" | "default" | "format" => continue,
            "properties" => Value::Object(
                value
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(name, schema)| (name.clone(), tidied(schema)))
                    .collect(),
            ),
            "items" => tidied(value),
            "description" => in_one_line(value),
            "type" => without_null(value),
            "enum" => words(value),
            _ => value.clone(),
        };
        tidy.insert(name.clone(), value);
    }
    Value::Object(tidy)
}

/// What is left of alternatives without `null`.
fn only_alternative(alternatives: &Value) -> Option<&Value> {
    let mut left = alternatives
        .as_array()?
        .iter()
        .filter(|schema| schema["type"] != "null");
    left.next().filter(|_| left.next().is_none())
}

fn without_null(kind: &Value) -> Value {
    match kind.as_array() {
        Some(kinds) => kinds
            .iter()
            .find(|kind| *kind != "null")
            .unwrap_or(kind)
            .clone(),
        None => kind.clone(),
    }
}

fn words(values: &Value) -> Value {
    match values.as_array() {
        Some(values) => values
            .iter()
            .filter(|value| !value.is_null())
            .cloned()
            .collect(),
        None => values.clone(),
    }
}

fn in_one_line(text: &Value) -> Value {
    match text.as_str() {
        Some(text) => json!(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        None => text.clone(),
    }
}
