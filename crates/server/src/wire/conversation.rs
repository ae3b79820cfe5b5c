//! Conversations and messages.

use std::collections::HashSet;

use tasktalk_api::conversations as api;
use tasktalk_domain::{
    Conversation, Message, MessageMetadata, ModelUse, Pending, PendingKind, ToolCall,
};
use uuid::Uuid;

use super::task::receipt;

/// A conversation as it is answered.
pub(crate) fn conversation(conversation: &Conversation) -> api::Conversation {
    api::Conversation {
        id: conversation.id.to_string(),
        title: conversation.title.to_string(),
        created_at: conversation.created_at.to_string(),
        updated_at: conversation.updated_at.to_string(),
    }
}

/// A message as it is answered. What is remembered for ourselves (the list last shown, how a question goes on) stays
/// inside.
pub(crate) fn message(
    message: Message,
    public_id: &str,
    taken_back: &HashSet<Uuid>,
) -> api::Message {
    api::Message {
        id: message.id.to_string(),
        role: message.role.as_str().to_owned(),
        content: message.content,
        tool_calls: message.tool_calls.into_iter().map(tool_call).collect(),
        metadata: metadata(&message.metadata, public_id, taken_back),
        created_at: message.created_at.to_string(),
    }
}

fn metadata(
    metadata: &MessageMetadata,
    public_id: &str,
    taken_back: &HashSet<Uuid>,
) -> api::MessageMetadata {
    api::MessageMetadata {
        intents: metadata
            .intents
            .iter()
            .map(|intent| intent.as_str().to_owned())
            .collect(),
        confidence: metadata.confidence.map(confidence),
        engine: metadata.engine.clone(),
        model: metadata.model.as_ref().map(model_use),
        success: metadata.success,
        receipts: metadata
            .receipts
            .iter()
            .map(|change| tasktalk_api::chat::Receipt {
                undone: taken_back.contains(&change.undo_token),
                ..receipt(change, public_id)
            })
            .collect(),
        pending: metadata.pending.as_ref().map(pending),
    }
}

fn model_use(used: &ModelUse) -> api::ModelUse {
    api::ModelUse {
        model: used.model.clone(),
        outcome: used.outcome.clone(),
        prompt_tokens: used.prompt_tokens,
        completion_tokens: used.completion_tokens,
    }
}

/// A tool call as it is answered.
pub(crate) fn tool_call(call: ToolCall) -> tasktalk_api::chat::ToolCall {
    tasktalk_api::chat::ToolCall {
        name: call.name,
        arguments: call.arguments,
        result: call.result,
    }
}

/// A question as it is answered, without what will be done with the answer.
pub(crate) fn pending(pending: &Pending) -> tasktalk_api::chat::PendingQuestion {
    tasktalk_api::chat::PendingQuestion {
        id: pending.id.to_string(),
        kind: match pending.kind {
            PendingKind::Choice => "choice",
            PendingKind::Confirm => "confirm",
            PendingKind::Add => "add",
        }
        .to_owned(),
        question: pending.question.clone(),
        options: pending
            .options
            .iter()
            .map(|option| tasktalk_api::chat::PendingOption {
                id: option.id.clone(),
                label: option.label.clone(),
                task_id: option.task_id.map(tasktalk_domain::TaskId::get),
            })
            .collect(),
        expires_at: pending.expires_at.to_string(),
    }
}

/// A confidence with the digits it has: 0.97, not 0.9700000286102295.
pub(crate) fn confidence(confidence: tasktalk_domain::Confidence) -> f64 {
    (f64::from(confidence.get()) * 1_000.0).round() / 1_000.0
}
