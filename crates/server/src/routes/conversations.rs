//! Conversations: the six operations of `ConversationService` over HTTP.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use tasktalk_api::{
    conversations::{
        Conversation, ConversationList, ConversationPatch, ConversationQuery, MessageList,
        NewConversation,
    },
    page::PageQuery,
};
use tasktalk_domain::ConversationTitle;
use tasktalk_storage::{conversations, messages::MessageCursor};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    extract::{
        ConversationPath, Delete, Json, OptionalJson, PathUser, Query, Read, Write,
        path_id::conversation_not_found,
    },
    openapi::parts::{ConversationParam, NotFound, UserParam},
    problem::Problem,
    state::AppState,
    wire::{self, cursor::List, task_query::search_text, turn::account_gone},
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(get, rename, delete))
        .routes(routes!(list_messages))
}

/// List conversations, the one used last first.
#[utoipa::path(
    get,
    path = "/api/{user_id}/conversations",
    operation_id = "list_conversations",
    tag = "conversations",
    params(UserParam, ConversationQuery),
    responses((status = 200, description = "A page of conversations", body = ConversationList))
)]
async fn list(
    State(state): State<AppState>,
    caller: PathUser<Read>,
    Query(query): Query<ConversationQuery>,
) -> Result<axum::Json<ConversationList>, Problem> {
    let text = search_text(query.q.as_deref())?;
    let list = List::new("conversations", caller.user.id, &text);
    let query = conversations::ConversationQuery {
        limit: wire::limit(query.limit)?,
        cursor: list.open(
            query.cursor.as_deref(),
            conversations::ConversationCursor::decode,
        )?,
        text,
    };
    let page = state
        .assistant
        .conversations()
        .list_user_conversations(caller.user.id, query)
        .await?;
    Ok(axum::Json(ConversationList {
        conversations: page
            .conversations
            .iter()
            .map(wire::conversation::conversation)
            .collect(),
        next_cursor: page.next.map(|cursor| list.seal(&cursor.encode())),
    }))
}

/// Begin a conversation before its first message.
#[utoipa::path(
    post,
    path = "/api/{user_id}/conversations",
    operation_id = "create_conversation",
    tag = "conversations",
    params(UserParam),
    request_body(content = Option<NewConversation>),
    responses((
        status = 201,
        description = "The conversation",
        body = Conversation,
        headers(("location" = String, description = "Where it is"))
    ))
)]
async fn create(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    OptionalJson(new): OptionalJson<NewConversation>,
) -> Result<Response, Problem> {
    let title = new.title.as_deref().map(parse_title).transpose()?;
    let conversation = state
        .assistant
        .conversations()
        .create_conversation(caller.user.id, title)
        .await?
        .ok_or_else(account_gone)?;
    let location = format!("/api/me/conversations/{}", conversation.id);
    Ok((
        StatusCode::CREATED,
        [(
            header::LOCATION,
            HeaderValue::try_from(location).expect("a path with a UUID"),
        )],
        axum::Json(wire::conversation::conversation(&conversation)),
    )
        .into_response())
}

/// Get one conversation.
#[utoipa::path(
    get,
    path = "/api/{user_id}/conversations/{id}",
    operation_id = "get_conversation",
    tag = "conversations",
    params(UserParam, ConversationParam),
    responses((status = 200, description = "The conversation", body = Conversation), NotFound)
)]
async fn get(
    State(state): State<AppState>,
    caller: PathUser<Read>,
    ConversationPath(id): ConversationPath,
) -> Result<axum::Json<Conversation>, Problem> {
    let conversation = state
        .assistant
        .conversations()
        .get_conversation(caller.user.id, id)
        .await?
        .ok_or_else(conversation_not_found)?;
    Ok(axum::Json(wire::conversation::conversation(&conversation)))
}

/// Rename a conversation.
#[utoipa::path(
    patch,
    path = "/api/{user_id}/conversations/{id}",
    operation_id = "rename_conversation",
    tag = "conversations",
    params(UserParam, ConversationParam),
    request_body = ConversationPatch,
    responses((status = 200, description = "The conversation", body = Conversation), NotFound)
)]
async fn rename(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    ConversationPath(id): ConversationPath,
    Json(patch): Json<ConversationPatch>,
) -> Result<axum::Json<Conversation>, Problem> {
    let conversation = state
        .assistant
        .conversations()
        .update_conversation_title(caller.user.id, id, parse_title(&patch.title)?)
        .await?
        .ok_or_else(conversation_not_found)?;
    Ok(axum::Json(wire::conversation::conversation(&conversation)))
}

/// Delete a conversation with its messages, for good. Its tasks stay.
#[utoipa::path(
    delete,
    path = "/api/{user_id}/conversations/{id}",
    operation_id = "delete_conversation",
    tag = "conversations",
    params(UserParam, ConversationParam),
    responses((status = 204, description = "It is gone"), NotFound)
)]
async fn delete(
    State(state): State<AppState>,
    caller: PathUser<Delete>,
    ConversationPath(id): ConversationPath,
) -> Result<StatusCode, Problem> {
    let deleted = state
        .assistant
        .conversations()
        .delete_conversation(caller.user.id, id)
        .await?;
    if deleted {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(conversation_not_found())
    }
}

/// List a conversation's messages: the newest page first, each page oldest first.
#[utoipa::path(
    get,
    path = "/api/{user_id}/conversations/{id}/messages",
    tag = "conversations",
    params(UserParam, ConversationParam, PageQuery),
    responses((status = 200, description = "A page of messages", body = MessageList), NotFound)
)]
async fn list_messages(
    State(state): State<AppState>,
    caller: PathUser<Read>,
    ConversationPath(id): ConversationPath,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<MessageList>, Problem> {
    let user = caller.user;
    let list = List::new("messages", user.id, id.to_string());
    let cursor = list.open(query.cursor.as_deref(), MessageCursor::decode)?;
    let page = state
        .assistant
        .conversations()
        .get_messages(user.id, id, wire::limit(query.limit)?, cursor)
        .await?
        .ok_or_else(conversation_not_found)?;
    let taken_back = state
        .assistant
        .conversations()
        .taken_back(user.id, &page.messages)
        .await?;
    Ok(axum::Json(MessageList {
        messages: page
            .messages
            .into_iter()
            .map(|message| wire::conversation::message(message, &user.public_id, &taken_back))
            .collect(),
        next_cursor: page.next.map(|cursor| list.seal(&cursor.encode())),
    }))
}

fn parse_title(text: &str) -> Result<ConversationTitle, Problem> {
    wire::plain_text("title", text)?;
    ConversationTitle::parse(text).map_err(|error| Problem::field("title", error.to_string()))
}
