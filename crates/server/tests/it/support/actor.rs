//! A person who uses the server.

use std::ops::Deref;

use tasktalk_api::{
    Client, ClientError,
    auth::Session,
    chat::{ChatRequest, ChatResponse},
    client::{Changed, ChatReply},
    tasks::{NewTask, Task, TaskListQuery},
};

use super::raw;

/// A person with an account, signed in. Dereferences to the person's client.
pub(crate) struct Actor {
    client: Client,
    pub(crate) session: Session,
}

impl Actor {
    pub(crate) fn new(client: &Client, session: Session) -> Self {
        Self {
            client: client.with_token(&session.access_token),
            session,
        }
    }

    /// The id in `/api/{user_id}/…`.
    pub(crate) fn id(&self) -> &str {
        &self.session.user.id
    }

    /// Says something in a new conversation.
    pub(crate) async fn chat(&self, message: &str) -> ChatResponse {
        self.turn(&ChatRequest::new(message)).await
    }

    /// Says something in a conversation.
    pub(crate) async fn chat_in(&self, conversation: &str, message: &str) -> ChatResponse {
        self.turn(&ChatRequest {
            conversation_id: Some(conversation.to_owned()),
            ..ChatRequest::new(message)
        })
        .await
    }

    /// Sends a turn as the test wants it.
    pub(crate) async fn send_chat(
        &self,
        request: &ChatRequest,
        idempotency_key: Option<&str>,
    ) -> Result<ChatReply, ClientError> {
        self.client.chat(request, idempotency_key).await
    }

    async fn turn(&self, request: &ChatRequest) -> ChatResponse {
        self.send_chat(request, None)
            .await
            .expect("the turn is answered")
            .response
    }

    /// Adds a task with nothing but a title.
    pub(crate) async fn add(&self, title: &str) -> Changed {
        self.create_task(&NewTask::titled(title))
            .await
            .expect("the task is added")
    }

    /// Every task on the list.
    pub(crate) async fn list(&self) -> Vec<Task> {
        self.tasks(&TaskListQuery::default())
            .await
            .expect("the list is answered")
            .tasks
    }

    /// The titles on the list.
    pub(crate) async fn titles(&self) -> Vec<String> {
        self.list()
            .await
            .into_iter()
            .map(|task| task.title)
            .collect()
    }

    /// A request with this person's token, to be written as the test wants it.
    pub(crate) fn request(&self, method: &str, path: &str) -> raw::Request {
        raw::Request::new(method, path).token(&self.session.access_token)
    }
}

impl Deref for Actor {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}
