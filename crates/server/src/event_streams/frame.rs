//! Events as lines of a `text/event-stream` (HTML Living Standard, 9.2.5). Pure.

use std::fmt::Write as _;

use axum::body::Bytes;
use tasktalk_api::events::{Event as WireEvent, ObjectId};
use tasktalk_domain::Reminder;
use tasktalk_storage::events::Event;

use crate::wire::reminder::reminder;

/// How long a client shall wait before it comes back when the server stops, in milliseconds: one second, and up to one
/// more so that not all come at once.
const COME_BACK: u64 = 1_000;

/// The first thing a stream says, so that the client knows that it listens.
pub(super) fn connected() -> Bytes {
    Bytes::from_static(b": connected\n\n")
}

/// What is said when there is nothing to say, so that neither end nor a proxy between takes the stream for dead.
pub(super) fn heartbeat() -> Bytes {
    Bytes::from_static(b": \n\n")
}

/// Some events, each with its number as its id.
pub(super) fn events(events: &[Event]) -> Bytes {
    let mut text = String::with_capacity(160 * events.len());
    for event in events {
        push(&mut text, &wire(event));
    }
    text.into()
}

/// That everything is to be read anew; what comes next comes after this number.
pub(super) fn reset(newest: i64) -> Bytes {
    let mut text = String::new();
    push(
        &mut text,
        &WireEvent {
            seq: newest,
            kind: "reset".to_owned(),
            id: None,
            version: None,
            at: None,
            reminder: None,
        },
    );
    text.into()
}

/// The server stops: when to come back. `spread` tells clients apart.
pub(super) fn come_back(spread: u64) -> Bytes {
    format!("retry: {}\n\n", COME_BACK + spread % COME_BACK).into()
}

fn wire(event: &Event) -> WireEvent {
    let id = match event.object_id.parse() {
        Ok(number) => ObjectId::Task(number),
        Err(_) => ObjectId::Conversation(event.object_id.clone()),
    };
    WireEvent {
        seq: event.seq,
        kind: event.kind.clone(),
        id: Some(id),
        version: Some(event.version),
        at: Some(event.at.to_string()),
        // Only reminders say more than what they are about.
        reminder: event
            .data
            .as_deref()
            .and_then(|json| serde_json::from_str(json).ok())
            .map(|told: Reminder| reminder(&told)),
    }
}

fn push(text: &mut String, event: &WireEvent) {
    let json = serde_json::to_string(event).expect("an event has only text and numbers in it");
    write!(text, "id: {}\ndata: {json}\n\n", event.seq).expect("a string takes all text");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line_of_json_under_its_number() {
        let event = |kind: &str, object: &str| Event {
            seq: 7,
            kind: kind.to_owned(),
            object_id: object.to_owned(),
            version: 2,
            at: "2026-11-22T09:00:00Z".parse().unwrap(),
            data: None,
        };
        assert_eq!(
            events(&[
                event("task.updated", "3"),
                event("conversation.message", "0199b5a2-7d1c")
            ]),
            "id: 7\ndata: {\"seq\":7,\"type\":\"task.updated\",\"id\":3,\"version\":2,\
             \"at\":\"2026-11-22T09:00:00Z\"}\n\n\
             id: 7\ndata: {\"seq\":7,\"type\":\"conversation.message\",\"id\":\"0199b5a2-7d1c\",\"version\":2,\
             \"at\":\"2026-11-22T09:00:00Z\"}\n\n"
        );
        assert_eq!(reset(9), "id: 9\ndata: {\"seq\":9,\"type\":\"reset\"}\n\n");
    }
}
