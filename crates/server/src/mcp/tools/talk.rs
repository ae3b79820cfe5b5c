//! `talk`: one turn of the conversation as one tool, for agents that would rather pass the user's words on.

use serde_json::json;
use tasktalk_assistant::{Input, Scope, TurnRequest};
use tokio::time::Instant;

use super::{ACTS, Call, Reply, ToolSpec, schema};
use crate::{
    extract::path_id::parse_conversation_id,
    mcp::failure::{Failure, Fault, invalid},
    wire,
};

pub(super) const TALK: ToolSpec = ToolSpec {
    name: "talk",
    title: "Talk to the list",
    description: "Passes the user's own words on to the list, which understands them, acts, and answers or asks back. Pass conversation_id on so that 'undo', 'the second one' and answers to its questions are understood.",
    scopes: &[Scope::Read, Scope::Write],
    hints: ACTS,
    input: || {
        schema::with_key(schema::object(
            json!({
                "message": {"type": "string", "minLength": 1, "maxLength": 4000, "description": "What the user said, word for word."},
                "conversation_id": {"type": "string", "description": "From the answer before; a new conversation when left out."},
                "timezone": {"type": "string", "description": "Where the user is now, an IANA name."},
            }),
            &["message"],
        ))
    },
    output: || {
        json!({"type": "object", "properties": {
            "response": {"type": "string"},
            "success": {"type": "boolean"},
            "conversation_id": {"type": "string"},
            "pending": {"type": ["object", "null"]},
            "receipts": {"type": "array", "items": {"type": "object"}},
        }})
    },
    shows_tasks: false,
    run: |call| Box::pin(run(call)),
};

async fn run(mut call: Call<'_>) -> Result<Reply, Fault> {
    let message = call.arguments.require_text("message")?;
    let conversation = call
        .arguments
        .take_text("conversation_id")?
        .map(|id| parse_conversation_id(&id))
        .transpose()
        .map_err(|_| Failure::new("conversation_not_found", "Conversation not found"))?;
    let timezone = call
        .arguments
        .take_text("timezone")?
        .map(|name| tasktalk_domain::Zone::parse(&name))
        .transpose()
        .map_err(|error| invalid(error.to_string()))?;
    let request = TurnRequest {
        input: Input::Message(message),
        conversation,
        timezone,
        permissions: call.permissions(),
        idempotency: call.idempotency,
    };
    let started = Instant::now();
    let answered = call.state.assistant.turn(call.user.id, request).await;
    let outcome = crate::routes::chat::outcome(&answered);
    call.state.metrics.turn(outcome, started.elapsed());
    let response = wire::turn::response(answered?, &call.user.public_id);
    let result = serde_json::to_value(response).map_err(|_| Fault::Broken)?;
    // A question, or something that was not done, is told in words: it is no error of the call.
    Ok(Reply::Question(result))
}
