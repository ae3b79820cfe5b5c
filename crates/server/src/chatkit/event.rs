//! The events of a stream, each as one frame of server-sent events: `data:` and nothing else.

use serde_json::{Value, json};

/// An event as it goes over the wire.
pub(super) fn frame(event: &Value) -> String {
    format!("data: {event}\n\n")
}

pub(super) fn thread_created(thread: Value) -> Value {
    with("thread", thread, json!({"type": "thread.created"}))
}

pub(super) fn thread_updated(thread: Value) -> Value {
    with("thread", thread, json!({"type": "thread.updated"}))
}

pub(super) fn item_added(item: Value) -> Value {
    with("item", item, json!({"type": "thread.item.added"}))
}

pub(super) fn item_done(item: Value) -> Value {
    with("item", item, json!({"type": "thread.item.done"}))
}

pub(super) fn item_replaced(item: Value) -> Value {
    with("item", item, json!({"type": "thread.item.replaced"}))
}

pub(super) fn item_removed(id: &str) -> Value {
    json!({"type": "thread.item.removed", "item_id": id})
}

pub(super) fn item_updated(id: &str, update: Value) -> Value {
    with(
        "update",
        update,
        json!({"type": "thread.item.updated", "item_id": id}),
    )
}

/// Leaving the stream stops the turn.
pub(super) fn stream_options() -> Value {
    json!({"type": "stream_options", "stream_options": {"allow_cancel": true}})
}

pub(super) fn progress(text: &str) -> Value {
    json!({"type": "progress_update", "icon": "sparkle", "text": text})
}

/// Tells the page around the component which tasks have changed.
pub(super) fn tasks_changed(ids: &[i64]) -> Value {
    json!({"type": "client_effect", "name": "tasks_changed", "data": {"task_ids": ids}})
}

pub(super) fn notice(level: &str, message: &str) -> Value {
    json!({"type": "notice", "level": level, "message": message})
}

pub(super) fn error(message: &str) -> Value {
    json!({"type": "error", "code": "custom", "message": message, "allow_retry": true})
}

fn with(name: &str, value: Value, mut event: Value) -> Value {
    event[name] = value;
    event
}
