//! What the MCP conformance suite asks a server for: tools, resources and prompts with fixed names and answers. Behind the
//! same gate, router and transport as ours, so that what passes with them says something about the rest.
//!
//! Only in builds with the feature `conformance-fixtures`, which no program that is given to anyone has.
#![expect(
    deprecated,
    reason = "the suite still asks for logging and sampling, which nothing of ours uses"
)]

mod input_required;
mod live;

use std::sync::Arc;

use rmcp::{
    ErrorData, RoleServer,
    model::{
        CallToolRequestParams, CallToolResponse, CallToolResult, ClientCapabilities,
        GetPromptRequestParams, GetPromptResponse, GetPromptResult, ListPromptsResult,
        ListResourceTemplatesResult, ListResourcesResult, ListToolsResult, Prompt,
        ReadResourceResult, Resource, ResourceTemplate, Tool,
    },
    service::RequestContext,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// One red pixel, as PNG in base64.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==";
/// No sound at all, as WAV in base64.
const WAV: &str = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";
/// Its schema has words of JSON Schema 2020-12 that must arrive as they are.
const SCHEMA_TOOL: &str = "json_schema_2020_12_tool";

/// Tools without arguments whose answer never changes.
fn fixed_answer(name: &str) -> Option<Value> {
    let text = |text: &str| json!({"type": "text", "text": text});
    let resource = |uri: &str, kind: &str, text: &str| json!({"type": "resource", "resource": {"uri": uri, "mimeType": kind, "text": text}});
    let image = || json!({"type": "image", "data": PNG, "mimeType": "image/png"});
    Some(match name {
        "test_simple_text" => json!([text("This is a simple text response for testing.")]),
        "test_image_content" => json!([image()]),
        "test_audio_content" => json!([{"type": "audio", "data": WAV, "mimeType": "audio/wav"}]),
        "test_embedded_resource" => json!([resource(
            "test://embedded-resource",
            "text/plain",
            "This is an embedded resource content."
        )]),
        "test_multiple_content_types" => json!([
            text("Multiple content types test:"),
            image(),
            resource(
                "test://mixed-content-resource",
                "application/json",
                r#"{"test":"data","value":123}"#
            ),
        ]),
        "test_logging_tool"
        | "test_reconnection"
        | "test_trigger_tool_change"
        | "test_trigger_prompt_change"
        | SCHEMA_TOOL => json!([text("Done.")]),
        _ => return None,
    })
}

const FIXED: [&str; 10] = [
    "test_simple_text",
    "test_image_content",
    "test_audio_content",
    "test_embedded_resource",
    "test_multiple_content_types",
    "test_logging_tool",
    "test_reconnection",
    "test_trigger_tool_change",
    "test_trigger_prompt_change",
    SCHEMA_TOOL,
];

/// Adds the tools.
pub(super) fn add_tools(list: &mut ListToolsResult) {
    let names = FIXED
        .iter()
        .chain(&["test_error_handling", "test_missing_capability"])
        .chain(live::TOOLS)
        .chain(input_required::TOOLS);
    for name in names {
        let schema = match *name {
            SCHEMA_TOOL => schema_2020_12(),
            "test_sampling" => with_text("prompt"),
            "test_elicitation" => with_text("message"),
            _ => json!({"type": "object", "properties": {}, "additionalProperties": false}),
        };
        let schema: serde_json::Map<String, Value> = made(schema);
        list.tools.push(Tool::new(
            *name,
            "For the conformance suite.",
            Arc::new(schema),
        ));
    }
}

fn with_text(name: &str) -> Value {
    json!({"type": "object", "properties": {name: {"type": "string"}}, "required": [name]})
}

fn schema_2020_12() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "$defs": {"address": {
            "$anchor": "addressDef",
            "type": "object",
            "properties": {"street": {"type": "string"}, "city": {"type": "string"}},
        }},
        "properties": {
            "name": {"type": "string"},
            "address": {"$ref": "#/$defs/address"},
            "contactMethod": {"type": "string", "enum": ["phone", "email"]},
            "phone": {"type": "string"},
            "email": {"type": "string"},
        },
        "allOf": [{"anyOf": [{"required": ["phone"]}, {"required": ["email"]}]}],
        "if": {"properties": {"contactMethod": {"const": "phone"}}, "required": ["contactMethod"]},
        "then": {"required": ["phone"]},
        "else": {"required": ["email"]},
        "additionalProperties": false,
    })
}

/// Calls a tool; `None` when it is none of these.
pub(super) async fn call(
    handler: &super::handler::Handler,
    request: &CallToolRequestParams,
    context: &RequestContext<RoleServer>,
) -> Option<Result<CallToolResponse, ErrorData>> {
    let name = request.name.as_ref();
    if let Some(content) = fixed_answer(name) {
        return Some(Ok(CallToolResult::success(made(content)).into()));
    }
    match name {
        "test_error_handling" => {
            let told = json!([{"type": "text", "text": "This tool intentionally returns an error for testing"}]);
            return Some(Ok(CallToolResult::error(made(told)).into()));
        }
        "test_missing_capability" => return Some(needs_sampling(context)),
        _ => {}
    }
    if let Some(answer) = input_required::call(handler, request, context) {
        return Some(answer);
    }
    live::call(request, context).await
}

fn needs_sampling(context: &RequestContext<RoleServer>) -> Result<CallToolResponse, ErrorData> {
    let declared = context
        .client_capabilities()
        .is_some_and(|client| client.sampling.is_some());
    if declared {
        return Ok(said("Done."));
    }
    let needed: ClientCapabilities = made(json!({"sampling": {}}));
    Err(ErrorData::missing_required_client_capability(needed))
}

/// Adds the resources.
pub(super) fn add_resources(list: &mut ListResourcesResult) {
    for (uri, kind) in [
        ("test://static-text", "text/plain"),
        ("test://static-binary", "image/png"),
        ("test://watched-resource", "text/plain"),
    ] {
        list.resources.push(
            Resource::new(uri, uri)
                .with_description("For the conformance suite.")
                .with_mime_type(kind),
        );
    }
}

/// Adds the template.
pub(super) fn add_templates(list: &mut ListResourceTemplatesResult) {
    list.resource_templates.push(
        ResourceTemplate::new("test://template/{id}/data", "test-template")
            .with_description("For the conformance suite.")
            .with_mime_type("application/json"),
    );
}

/// Reads a resource; `None` when it is none of these.
pub(super) fn read(uri: &str) -> Option<ReadResourceResult> {
    let contents = match uri {
        "test://static-text" => {
            json!({"uri": uri, "mimeType": "text/plain", "text": "This is the content of the static text resource."})
        }
        "test://watched-resource" => {
            json!({"uri": uri, "mimeType": "text/plain", "text": "Watched."})
        }
        "test://static-binary" => json!({"uri": uri, "mimeType": "image/png", "blob": PNG}),
        _ => {
            let id = uri
                .strip_prefix("test://template/")?
                .strip_suffix("/data")?;
            let text =
                json!({"id": id, "templateTest": true, "data": format!("Data for ID: {id}")});
            json!({"uri": uri, "mimeType": "application/json", "text": text.to_string()})
        }
    };
    Some(ReadResourceResult::new(vec![made(contents)]))
}

/// Adds the prompts.
pub(super) fn add_prompts(list: &mut ListPromptsResult) {
    for (name, arguments) in [
        ("test_simple_prompt", &[][..]),
        ("test_prompt_with_arguments", &["arg1", "arg2"]),
        ("test_prompt_with_embedded_resource", &["resourceUri"]),
        ("test_prompt_with_image", &[]),
        ("test_input_required_result_prompt", &[]),
    ] {
        let arguments: Vec<Value> = arguments
            .iter()
            .map(|name| json!({"name": name, "description": "An argument.", "required": true}))
            .collect();
        let arguments = (!arguments.is_empty()).then(|| made(json!(arguments)));
        list.prompts.push(Prompt::new(
            name,
            Some("For the conformance suite."),
            arguments,
        ));
    }
}

/// Gets a prompt; `None` when it is none of these.
pub(super) fn prompt(request: &GetPromptRequestParams) -> Option<GetPromptResponse> {
    let argument = |name: &str| {
        let arguments = request.arguments.as_ref()?;
        Some(arguments.get(name)?.as_str()?.to_owned())
    };
    let argument = |name: &str| argument(name).unwrap_or_default();
    let user = |content: Value| json!({"role": "user", "content": content});
    let text = |text: String| json!({"type": "text", "text": text});
    let messages = match request.name.as_str() {
        "test_simple_prompt" => json!([user(text("This is a simple prompt for testing.".into()))]),
        "test_prompt_with_arguments" => {
            let said = format!(
                "Prompt with arguments: arg1='{}', arg2='{}'",
                argument("arg1"),
                argument("arg2")
            );
            json!([user(text(said))])
        }
        "test_prompt_with_embedded_resource" => json!([
            user(json!({"type": "resource", "resource": {
                "uri": argument("resourceUri"), "mimeType": "text/plain",
                "text": "Embedded resource content for testing.",
            }})),
            user(text("Please process the embedded resource above.".into())),
        ]),
        "test_prompt_with_image" => json!([
            user(json!({"type": "image", "data": PNG, "mimeType": "image/png"})),
            user(text("Please analyze the image above.".into())),
        ]),
        "test_input_required_result_prompt" => return Some(input_required::prompt(request)),
        _ => return None,
    };
    Some(GetPromptResult::new(made(messages)).into())
}

fn said(text: impl Into<String>) -> CallToolResponse {
    let content = json!([{"type": "text", "text": text.into()}]);
    CallToolResult::success(made(content)).into()
}

/// A value of the protocol from its JSON.
fn made<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("the fixtures are what the protocol says")
}
