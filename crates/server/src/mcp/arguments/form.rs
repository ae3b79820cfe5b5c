//! Whether what was given has the form that a tool's schema says, told in the words of the schema: which argument, and
//! what it has to be. Values themselves are judged by the tools, which have codes of their own for them.

use serde_json::{Map, Value};

use crate::{
    mcp::failure::{Failure, invalid},
    problem::shortened,
};

/// Arguments that have an answer of their own, the original's, whatever is given for them.
const TASK_NUMBERS: [&str; 2] = ["task_id", "task_ids"];
/// Up to here every whole number is exact in a float (2⁵³).
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Refuses values of another kind than `known`, the properties of a schema, says. A whole number may be written as
/// `1.0`, which JSON Schema calls an integer too; it is made one.
pub(super) fn check(known: &Value, given: &mut Map<String, Value>) -> Result<(), Failure> {
    for (name, value) in given {
        let schema = &known[name.as_str()];
        if schema["items"]["type"] == "object" {
            // Each of a batch is told by itself.
            continue;
        }
        whole(schema, value);
        if !TASK_NUMBERS.contains(&name.as_str()) {
            fits(name, schema, value)?;
        }
    }
    Ok(())
}

fn whole(schema: &Value, value: &mut Value) {
    if let Value::Array(items) = value {
        for item in items {
            whole(&schema["items"], item);
        }
    } else if schema["type"] == "integer"
        && let Some(number) = value.as_f64()
        && number.fract() == 0.0
        && number.abs() <= EXACT
    {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and fits")]
        let number = number as i64;
        *value = Value::from(number);
    }
}

fn fits(name: &str, schema: &Value, value: &mut Value) -> Result<(), Failure> {
    let kind = schema["type"].as_str().unwrap_or_default();
    match (kind, value) {
        ("object", Value::Object(fields)) => fields_fit(name, schema, fields),
        ("array", Value::Array(items)) => items
            .iter_mut()
            .try_for_each(|item| item_fits(name, &schema["items"], item)),
        ("integer", Value::Number(number)) if number.is_i64() => {
            let number = number.as_i64();
            let least = schema["minimum"].as_i64();
            let most = schema["maximum"].as_i64();
            if least.is_some_and(|least| number < Some(least))
                || most.is_some_and(|most| number > Some(most))
            {
                return Err(wrong(name, schema));
            }
            Ok(())
        }
        ("string", Value::String(_)) | ("boolean", Value::Bool(_)) => Ok(()),
        _ => Err(wrong(name, schema)),
    }
}

fn fields_fit(name: &str, schema: &Value, fields: &mut Map<String, Value>) -> Result<(), Failure> {
    fields.retain(|_, value| !value.is_null());
    let known = &schema["properties"];
    for (field, value) in fields.iter_mut() {
        let path = format!("{name}.{field}");
        let Some(schema) = known.get(field) else {
            return Err(invalid(format!(
                "{} is not known: '{name}' has {}",
                quoted(&path),
                names(known)
            )));
        };
        fits(&path, schema, value)?;
        one_of(&path, schema, value)?;
    }
    let mut required = schema["required"].as_array().into_iter().flatten();
    match required.find(|field| !fields.contains_key(field.as_str().unwrap_or_default())) {
        Some(field) => Err(invalid(format!(
            "'{name}' needs {}",
            quoted(field.as_str().unwrap_or_default())
        ))),
        None => Ok(()),
    }
}

fn item_fits(name: &str, schema: &Value, item: &mut Value) -> Result<(), Failure> {
    if fits(name, schema, item).is_err() {
        let what = kind(schema);
        return Err(invalid(format!("Each of '{name}' must be {what}")));
    }
    one_of(name, schema, item)
}

/// Words inside of an argument; for those that are an argument themselves the tools have their own answers.
fn one_of(name: &str, schema: &Value, value: &Value) -> Result<(), Failure> {
    let Some(words) = schema["enum"].as_array() else {
        return Ok(());
    };
    if words.contains(value) {
        return Ok(());
    }
    let words: Vec<String> = words
        .iter()
        .map(|word| quoted(word.as_str().unwrap_or_default()))
        .collect();
    Err(invalid(format!(
        "'{name}' can be {}, not {}",
        words.join(", "),
        quoted(value.as_str().unwrap_or_default())
    )))
}

fn wrong(name: &str, schema: &Value) -> Failure {
    invalid(format!("'{name}' must be {}", kind(schema)))
}

/// What a schema wants, in words.
fn kind(schema: &Value) -> String {
    match schema["type"].as_str().unwrap_or_default() {
        "string" => "text".to_owned(),
        "boolean" => "true or false".to_owned(),
        "array" => "a list".to_owned(),
        "object" => format!("an object with {}", names(&schema["properties"])),
        "integer" => match (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
            (Some(least), Some(most)) => format!("a whole number from {least} to {most}"),
            _ => "a whole number".to_owned(),
        },
        _ => "something else".to_owned(),
    }
}

fn names(properties: &Value) -> String {
    let names: Vec<String> = properties
        .as_object()
        .into_iter()
        .flat_map(Map::keys)
        .map(|name| quoted(name))
        .collect();
    names.join(", ")
}

fn quoted(name: &str) -> String {
    format!("'{}'", shortened(name))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::mcp::tools;

    /// What is said to these arguments of a tool.
    fn said(tool: &str, given: &Value) -> Option<String> {
        let mut given = given.as_object().unwrap().clone();
        let failure = check(tools::arguments_of(tool), &mut given).err()?;
        Some(failure.into_value()["error"].as_str().unwrap().to_owned())
    }

    #[test]
    fn it_says_which_argument_is_wrong_and_what_it_has_to_be() {
        for (tool, given, told) in [
            ("add_task", json!({"title": 7}), "'title' must be text"),
            (
                "add_task",
                json!({"due": "2026-12-01"}),
                "'due' must be an object with 'date', 'date_time', 'timezone'",
            ),
            (
                "add_task",
                json!({"due": {"day": "2026-12-01"}}),
                "'due.day' is not known: 'due' has 'date', 'date_time', 'timezone'",
            ),
            (
                "add_task",
                json!({"due": {"date": 5}}),
                "'due.date' must be text",
            ),
            (
                "add_task",
                json!({"recurrence": {}}),
                "'recurrence' needs 'rrule'",
            ),
            (
                "add_task",
                json!({"recurrence": {"rrule": "FREQ=DAILY", "mode": "often"}}),
                "'recurrence.mode' can be 'fixed', 'catch_up', 'after_completion', not 'often'",
            ),
            ("add_task", json!({"tags": "home"}), "'tags' must be a list"),
            (
                "add_task",
                json!({"tags": ["a", 1]}),
                "Each of 'tags' must be text",
            ),
            (
                "update_task",
                json!({"clear": ["title"]}),
                "'clear' can be 'description', 'due', 'recurrence', not 'title'",
            ),
            (
                "update_task",
                json!({"expected_version": "1"}),
                "'expected_version' must be a whole number",
            ),
            (
                "list_tasks",
                json!({"limit": 0}),
                "'limit' must be a whole number from 1 to 100",
            ),
            (
                "list_tasks",
                json!({"limit": 1e30}),
                "'limit' must be a whole number from 1 to 100",
            ),
            (
                "undo",
                json!({"force": "yes"}),
                "'force' must be true or false",
            ),
        ] {
            assert_eq!(said(tool, &given).as_deref(), Some(told), "{given}");
        }
    }

    #[test]
    fn what_fits_is_let_through_and_what_the_tools_answer_is_left_to_them() {
        for (tool, given) in [
            (
                "add_task",
                json!({"due": {"date": "2026-12-01", "timezone": null}}),
            ),
            (
                "add_task",
                json!({"recurrence": {"rrule": "FREQ=DAILY", "mode": "fixed"}}),
            ),
            ("add_task", json!({"priority": "urgent"})),
            ("get_task", json!({"task_id": "1"})),
            ("complete_tasks", json!({"task_ids": ["1"]})),
            ("add_tasks", json!({"tasks": [{"title": 7}]})),
        ] {
            assert_eq!(said(tool, &given), None, "{given}");
        }
    }

    #[test]
    fn whole_numbers_may_have_a_point() {
        let mut given = json!({"task_ids": [1.0, 2], "expected_version": 3.0});
        let known = json!({
            "task_ids": {"type": "array", "items": {"type": "integer"}},
            "expected_version": {"type": "integer"},
        });
        check(&known, given.as_object_mut().unwrap()).unwrap();
        assert_eq!(
            given.to_string(),
            r#"{"expected_version":3,"task_ids":[1,2]}"#
        );
    }
}
