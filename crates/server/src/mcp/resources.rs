//! Resources: tasks as documents that a user can attach to a conversation.

use rmcp::{
    ErrorData,
    model::{
        CacheScope, ListResourceTemplatesResult, ListResourcesResult, MetaObject,
        ReadResourceResult, Resource, ResourceContents, ResourceTemplate,
    },
};
use serde_json::{Value, json};
use tasktalk_assistant::{Permissions, Scope, ToolError, tools::task_json};
use tasktalk_domain::TaskId;

use super::{failure::Fault, tools::Call, widget};

/// Today's tasks.
pub(crate) const TODAY: &str = "tasks://today";
/// What is overdue, due today and due soon.
pub(crate) const OVERVIEW: &str = "tasks://overview";
const TASK_PREFIX: &str = "task://";
const JSON: &str = "application/json";
/// How long a list of resources stays as it is, in milliseconds; it depends on the token.
pub(crate) const LIST_TTL: u64 = 300_000;

/// The address of a task.
pub(crate) fn task_uri(id: &str) -> String {
    format!("{TASK_PREFIX}{id}")
}

/// The resources that a token may read.
pub(crate) fn list(permissions: Permissions) -> ListResourcesResult {
    let mut resources = vec![
        Resource::new(widget::uri(), "task-list")
            .with_title("Task list")
            .with_description("Shows lists of tasks in hosts that show MCP Apps.")
            .with_mime_type(widget::MIME_TYPE),
    ];
    if permissions.require(Scope::Read).is_ok() {
        resources.push(
            Resource::new(TODAY, "today")
                .with_title("Today")
                .with_description("The tasks that are due today, and overdue ones.")
                .with_mime_type(JSON),
        );
        resources.push(
            Resource::new(OVERVIEW, "overview")
                .with_title("Overview")
                .with_description("What is overdue, due today and due in the next seven days.")
                .with_mime_type(JSON),
        );
    }
    ListResourcesResult::with_all_items(resources)
        .with_ttl_ms(LIST_TTL)
        .with_cache_scope(CacheScope::Private)
}

/// The families of resources.
pub(crate) fn templates(permissions: Permissions) -> ListResourceTemplatesResult {
    let mut templates = Vec::new();
    if permissions.require(Scope::Read).is_ok() {
        templates.push(
            ResourceTemplate::new("task://{id}", "task")
                .with_title("Task")
                .with_description("One task, by its number.")
                .with_mime_type(JSON),
        );
    }
    ListResourceTemplatesResult::with_all_items(templates)
        .with_ttl_ms(LIST_TTL)
        .with_cache_scope(CacheScope::Private)
}

/// Reads one resource. Someone else's task is not found, like one that there is not.
pub(crate) async fn read(call: &Call<'_>, uri: &str) -> Result<ReadResourceResult, ErrorData> {
    if uri == widget::uri() {
        return Ok(widget_document(uri));
    }
    call.user
        .permissions
        .require(Scope::Read)
        .map_err(|_| not_found(uri))?;
    let value = match uri {
        OVERVIEW => overview(call, uri).await?,
        TODAY => {
            let mut overview = overview(call, uri).await?;
            if let Some(fields) = overview.as_object_mut() {
                fields.remove("upcoming");
            }
            overview
        }
        _ => task(call, uri).await?,
    };
    let contents = ResourceContents::text(value.to_string(), uri).with_mime_type(JSON);
    Ok(private(contents))
}

fn widget_document(uri: &str) -> ReadResourceResult {
    let Value::Object(meta) = json!({"ui": {"prefersBorder": true}}) else {
        unreachable!("it is an object")
    };
    let contents = ResourceContents::text(widget::HTML, uri)
        .with_mime_type(widget::MIME_TYPE)
        .with_meta(MetaObject(meta));
    ReadResourceResult::new(vec![contents])
        .with_ttl_ms(LIST_TTL)
        .with_cache_scope(CacheScope::Public)
}

fn private(contents: ResourceContents) -> ReadResourceResult {
    ReadResourceResult::new(vec![contents])
        .with_ttl_ms(0)
        .with_cache_scope(CacheScope::Private)
}

async fn overview(call: &Call<'_>, uri: &str) -> Result<Value, ErrorData> {
    call.overview(None).await.map_err(|fault| match fault {
        Fault::Failure(_) => not_found(uri),
        Fault::Broken => broken(),
    })
}

async fn task(call: &Call<'_>, uri: &str) -> Result<Value, ErrorData> {
    let id: TaskId = uri
        .strip_prefix(TASK_PREFIX)
        .and_then(|id| id.parse::<i64>().ok())
        .and_then(|id| TaskId::try_from(id).ok())
        // One address a task, without a sign or zeros before it.
        .filter(|id| task_uri(&id.to_string()) == uri)
        .ok_or_else(|| not_found(uri))?;
    let found = call
        .state
        .assistant
        .get_task(call.user.id, call.user.permissions, id)
        .await;
    match found {
        Ok(task) => Ok(task_json(&task, &call.user.public_id)),
        Err(ToolError::Failure(_)) => Err(not_found(uri)),
        Err(ToolError::Storage(error)) => {
            // The log has it.
            let _ = Fault::from(error);
            Err(broken())
        }
    }
}

fn not_found(uri: &str) -> ErrorData {
    ErrorData::resource_not_found("Resource not found", Some(json!({"uri": uri})))
}

/// What must not happen; the log knows more.
pub(crate) fn broken() -> ErrorData {
    ErrorData::internal_error(
        "Something went wrong on our side. Try again in a moment.",
        None,
    )
}
