//! `search` and `fetch`: the pair that connectors and research tools of `ChatGPT` ask for, in exactly the shape they
//! expect.

use serde_json::{Value, json};
use tasktalk_assistant::{Scope, tools::task_json};

use super::{Call, READS, Reply, ToolSpec, schema};
use crate::mcp::{
    arguments::task_id,
    failure::{Failure, Fault},
    resources,
};

/// How many results a search has.
const RESULTS: usize = 20;

pub(super) const SEARCH: ToolSpec = ToolSpec {
    name: "search",
    title: "Search",
    description: "Searches titles, descriptions and tags, done tasks too; gives ids for fetch. Other agents: use find_tasks.",
    scopes: &[Scope::Read],
    hints: READS,
    input: || {
        schema::object(
            json!({"query": {"type": "string", "description": "Words that must all occur."}}),
            &["query"],
        )
    },
    output: || {
        json!({"type": "object", "properties": {
            "results": {"type": "array", "items": {"type": "object"}},
        }})
    },
    shows_tasks: false,
    run: |mut call| {
        Box::pin(async move {
            let query = call.arguments.require_text("query")?;
            let found = call.list(json!({"text": query, "limit": RESULTS})).await?;
            let results: Vec<Value> = found["tasks"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|task| {
                    json!({
                        "id": task["id"].to_string(),
                        "title": task["title"],
                        "url": resources::task_uri(&task["id"].to_string()),
                    })
                })
                .collect();
            Ok(Reply::Result(json!({"results": results})))
        })
    },
};

pub(super) const FETCH: ToolSpec = ToolSpec {
    name: "fetch",
    title: "Fetch",
    description: "Fetches one result of search as a document. Other agents: use get_task.",
    scopes: &[Scope::Read],
    hints: READS,
    input: || {
        schema::object(
            json!({"id": {"type": "string", "description": "The id of the result."}}),
            &["id"],
        )
    },
    output: || {
        json!({"type": "object", "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "text": {"type": "string"},
            "url": {"type": "string"},
            "metadata": {"type": "object"},
        }})
    },
    shows_tasks: false,
    run: |mut call| {
        Box::pin(async move {
            let id = call.arguments.require_text("id")?;
            fetch(&call, &id).await.map(Reply::Result)
        })
    },
};

async fn fetch(call: &Call<'_>, id: &str) -> Result<Value, Fault> {
    let number = id
        .trim()
        .trim_start_matches("task://")
        .trim_start_matches('#');
    let number: i64 = number
        .parse()
        .map_err(|_| Failure::new("invalid_task_id", "The id is the number of a task"))?;
    let id = task_id(&json!(number))?;
    let task = call
        .state
        .assistant
        .get_task(call.user.id, call.permissions(), id)
        .await?;
    let mut text = task.title.to_string();
    if let Some(description) = &task.description {
        text.push_str("\n\n");
        text.push_str(&description.to_string());
    }
    Ok(json!({
        "id": id.to_string(),
        "title": task.title,
        "text": text,
        "url": resources::task_uri(&id.to_string()),
        "metadata": task_json(&task, &call.user.public_id),
    }))
}
