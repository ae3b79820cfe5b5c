//! Every tool with its name, its one sentence and its schema: what a language model or an MCP client is shown.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;
use tasktalk_domain::Zone;

use super::{
    Tool, ToolFailure, add_task, complete_task, delete_task, list_tasks, restore_task,
    skip_occurrence, undo, update_task,
};

/// What there is to know of a tool without calling it.
pub struct Definition {
    /// Its name in every interface.
    pub name: &'static str,
    /// What it does, in one sentence, for the language model that chooses it.
    pub description: &'static str,
    /// Whether it leaves everything as it is.
    pub read_only: bool,
    /// The JSON Schema (draft 2020-12) of its arguments.
    pub schema: fn() -> Value,
    pub(super) parse: fn(Value, &Zone) -> Result<Tool, ToolFailure>,
}

/// Every tool.
pub const TOOLS: &[Definition] = &[
    add_task::DEFINITION,
    list_tasks::DEFINITION,
    complete_task::DEFINITION,
    update_task::DEFINITION,
    delete_task::DEFINITION,
    restore_task::DEFINITION,
    skip_occurrence::DEFINITION,
    undo::DEFINITION,
];

pub(super) fn parse(name: &str, arguments: Value, zone: &Zone) -> Result<Tool, ToolFailure> {
    let tool = TOOLS
        .iter()
        .find(|tool| tool.name == name)
        .ok_or_else(|| unknown_tool(name))?;
    (tool.parse)(arguments, zone)
}

fn unknown_tool(name: &str) -> ToolFailure {
    let name: String = name.chars().take(40).collect();
    ToolFailure::invalid("unknown_tool", format!("There is no tool '{name}'"))
}

/// The schema of one tool's arguments, all in one piece: not every client follows references.
pub(super) fn schema_of<Arguments: JsonSchema>() -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.inline_subschemas = true;
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<Arguments>();
    // What our types are called is nobody's business who calls a tool; what the tool does, it says itself.
    for name in ["title", "description"] {
        schema.remove(name);
    }
    schema.to_value()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_tool_takes_an_object_without_surprises() {
        for tool in TOOLS {
            let schema = (tool.schema)();
            assert_eq!(schema["type"], "object", "{}", tool.name);
            assert_eq!(schema["additionalProperties"], false, "{}", tool.name);
            let whole = schema.to_string();
            assert!(!whole.contains("$ref"), "{}", tool.name);
            assert!(!whole.contains("[`"), "{} tells of our code", tool.name);
            let properties = schema["properties"].as_object().unwrap();
            for (name, property) in properties {
                assert!(property["description"].is_string(), "{}.{name}", tool.name);
            }
        }
    }

    #[test]
    fn the_schema_says_what_must_be_given() {
        let required = |name: &str| {
            let tool = TOOLS.iter().find(|tool| tool.name == name).unwrap();
            (tool.schema)()["required"].clone()
        };
        assert_eq!(required("add_task"), json!(["title"]));
        assert_eq!(required("update_task"), json!(["task_id"]));
        assert_eq!(required("list_tasks"), Value::Null);
    }

    #[test]
    fn an_unknown_tool_and_an_unknown_argument_are_bad_input() {
        let zone = Zone::utc();
        let failure = Tool::from_call("drop_table", json!({}), &zone).unwrap_err();
        assert_eq!(failure.code(), "unknown_tool");
        let failure =
            Tool::from_call("add_task", json!({"title": "x", "colour": "red"}), &zone).unwrap_err();
        assert_eq!(failure.code(), "invalid_arguments");
        assert!(failure.to_string().contains("colour"), "{failure}");
    }

    #[test]
    fn a_task_id_is_a_positive_whole_number_and_nothing_else() {
        for bad in [
            json!("3"),
            json!(true),
            json!(0),
            json!(-1),
            json!(1.5),
            json!(9_223_372_036_854_775_808_u64),
            json!([3]),
        ] {
            for tool in [
                "complete_task",
                "update_task",
                "delete_task",
                "restore_task",
                "skip_occurrence",
            ] {
                let failure =
                    Tool::from_call(tool, json!({"task_id": bad}), &Zone::utc()).unwrap_err();
                assert_eq!(failure.to_string(), "Task ID must be a positive integer");
                assert_eq!(failure.code(), "invalid_task_id", "{tool} {bad}");
            }
        }
        let failure = Tool::from_call("delete_task", json!({}), &Zone::utc()).unwrap_err();
        assert_eq!(failure.to_string(), "Task ID is required");
    }
}
