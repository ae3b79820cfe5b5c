//! `POST /chatkit`: the server protocol of `OpenAI`'s `ChatKit`, so that its component works with Tasktalk as its custom
//! backend, on the same conversations as every other door. Source: the types of `PyPI`'s `openai-chatkit` 1.6.5, which our
//! tests run.
//!
//! A conversation is a thread. One of our messages becomes several items: what the tools did (a workflow), the text,
//! lists and changes (widgets), and a question (structured input). Nothing of it is stored: items are renderings, and
//! their ids are made from the message's.

mod action;
mod answering;
mod demo;
mod encoder;
mod event;
mod item;
mod request;
mod retry;
mod thread;
mod widget;

use axum::{
    Router,
    extract::State,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde_json::{Value, json};
use tasktalk_assistant::Scope;
use tokio::time::Instant;

use self::request::Request;
use crate::{
    AppState,
    extract::{CurrentUser, Json, Since, path_user::require},
    problem::{Code, Problem},
};

/// The path of the endpoint.
const PATH: &str = "/chatkit";

/// The endpoint, and a page that shows it.
pub(crate) fn router() -> Router<AppState> {
    Router::new().route(PATH, post(endpoint))
}

/// The page that shows it, where the operator wants it.
pub(crate) fn demo() -> Router<AppState> {
    Router::new()
        .route("/chatkit-demo", get(demo::page))
        .route("/chatkit-demo/script.js", get(demo::script))
        .route("/chatkit-demo/style.css", get(demo::style))
}

/// Answers one request; its type alone decides between a stream and an object.
async fn endpoint(
    State(state): State<AppState>,
    user: CurrentUser,
    Since(since): Since,
    Json(body): Json<Value>,
) -> Result<Response, Problem> {
    let door = Door { state, user, since };
    match Request::read(body)? {
        Request::Create(asked) => door.create(asked).await,
        Request::AddUserMessage(asked) => door.add_user_message(asked).await,
        Request::AddStructuredInput(asked) => door.add_structured_input(asked).await,
        Request::RetryAfterItem(asked) => door.retry_after_item(asked).await,
        Request::CustomAction(asked) => door.custom_action(asked).await,
        Request::SyncCustomAction(asked) => Ok(object(door.sync_custom_action(asked).await?)),
        Request::GetById(asked) => Ok(object(door.thread(&asked.thread_id).await?)),
        Request::List(asked) => Ok(object(door.threads(asked).await?)),
        Request::Items(asked) => Ok(object(door.items(asked).await?)),
        Request::Update(asked) => Ok(object(door.rename(asked).await?)),
        Request::Delete(asked) => Ok(object(door.delete(&asked.thread_id).await?)),
        Request::Feedback(asked) => Ok(object(door.feedback(&asked).await?)),
    }
}

fn object(value: Value) -> Response {
    axum::Json(value).into_response()
}

/// One caller.
struct Door {
    state: AppState,
    user: CurrentUser,
    /// When the request came.
    since: Instant,
}

impl Door {
    /// Refuses a token that may not do this.
    fn require(&self, scope: Scope) -> Result<(), Problem> {
        require(self.user.permissions, scope)
    }

    /// What people think of an answer is counted, and kept nowhere: it says nothing that a list would need.
    async fn feedback(&self, asked: &request::Feedback) -> Result<Value, Problem> {
        self.require(Scope::Read)?;
        let thread = self.conversation(&asked.thread_id).await?;
        for item in &asked.item_ids {
            self.message(thread.id, item).await?;
        }
        tracing::info!(
            kind = asked.kind.as_str(),
            items = asked.item_ids.len(),
            "feedback"
        );
        Ok(json!({}))
    }
}

/// An item that there is not, or not for this user.
fn item_not_found() -> Problem {
    Problem::new(Code::ItemNotFound, "There is no such item in this thread.")
}
