//! Widgets: a list of tasks, and what was changed with a button that takes it back. Their keys are in camel case.

use serde_json::{Value, json};
use tasktalk_domain::{Operation, Receipt, ToolCall};

/// Takes changes back; its payload has their tokens.
pub(super) const UNDO: &str = "tasktalk.undo";
/// Marks a task done; its payload has its id.
pub(super) const COMPLETE: &str = "tasktalk.complete";

/// How many rows a widget has at most.
const ROWS: usize = 20;

/// The tasks that a turn has listed, as rows; `None` when it listed none.
pub(super) fn list(calls: &[ToolCall]) -> Option<Value> {
    let call = calls.iter().rfind(|call| call.name == "list_tasks")?;
    let tasks = call.result["tasks"].as_array()?;
    let rows: Vec<Value> = tasks.iter().take(ROWS).filter_map(row).collect();
    (!rows.is_empty()).then(|| json!({"type": "ListView", "children": rows}))
}

fn row(task: &Value) -> Option<Value> {
    let id = task["id"].as_i64()?;
    let done = task["completed"] == true;
    let mut title = json!({"type": "Text", "value": format!("#{id} {}", task["title"].as_str()?)});
    if done {
        title["lineThrough"] = json!(true);
    }
    let mut children = vec![title];
    let due = &task["due"];
    if let Some(due) = due["date"].as_str().or_else(|| due["date_time"].as_str()) {
        let due = due.replacen('T', " ", 1);
        children.push(json!({"type": "Caption", "value": due}));
    }
    if !done {
        children.push(button("Done", COMPLETE, &json!({"task_id": id})));
    }
    let row = json!({"type": "Row", "gap": 2, "align": "center", "children": children});
    Some(json!({"type": "ListViewItem", "children": [row]}))
}

/// What was changed; `taken_back` once it was undone.
pub(super) fn changes(receipts: &[Receipt], taken_back: bool) -> Option<Value> {
    if receipts.is_empty() {
        return None;
    }
    let mut children: Vec<Value> = receipts
        .iter()
        .take(ROWS)
        .map(|receipt| json!({"type": "Text", "value": told(receipt)}))
        .collect();
    if receipts.len() > ROWS {
        let more = format!("and {} more", receipts.len() - ROWS);
        children.push(json!({"type": "Caption", "value": more}));
    }
    if taken_back {
        children.push(json!({"type": "Caption", "value": "Taken back"}));
    } else {
        // The newest first: it stands on the ones before.
        let tokens: Vec<String> = receipts
            .iter()
            .rev()
            .map(|receipt| receipt.undo_token.to_string())
            .collect();
        children.push(button("Undo", UNDO, &json!({"undo_tokens": tokens})));
    }
    Some(json!({"type": "Card", "size": "sm", "children": children}))
}

fn told(receipt: &Receipt) -> String {
    let done = match receipt.operation {
        Operation::Created => "Added",
        Operation::Updated => "Changed",
        Operation::Completed => "Completed",
        Operation::Reopened => "Reopened",
        Operation::Deleted => "Deleted",
        Operation::Restored => "Brought back",
    };
    format!("{done}: #{} {}", receipt.task_id, receipt.title)
}

fn button(label: &str, action: &str, payload: &Value) -> Value {
    json!({
        "type": "Button",
        "label": label,
        "style": "secondary",
        "size": "sm",
        "onClickAction": {"type": action, "payload": payload, "handler": "server", "loadingBehavior": "auto", "streaming": true},
    })
}
