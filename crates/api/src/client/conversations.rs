//! Conversations and their messages.

use reqwest::Method;

use super::{Client, ClientError, segment};
use crate::{
    conversations::{
        Conversation, ConversationList, ConversationPatch, ConversationQuery, MessageList,
        NewConversation,
    },
    page::PageQuery,
};

impl Client {
    /// A page of conversations, the one used last first.
    pub async fn conversations(
        &self,
        query: &ConversationQuery,
    ) -> Result<ConversationList, ClientError> {
        self.get_with("/api/me/conversations", query).await
    }

    /// Begins a conversation before its first message.
    pub async fn create_conversation(
        &self,
        conversation: &NewConversation,
    ) -> Result<Conversation, ClientError> {
        self.send(Method::POST, "/api/me/conversations", conversation)
            .await
    }

    /// One conversation.
    pub async fn conversation(&self, id: &str) -> Result<Conversation, ClientError> {
        self.get(&path(id)).await
    }

    /// Renames a conversation.
    pub async fn rename_conversation(
        &self,
        id: &str,
        title: &str,
    ) -> Result<Conversation, ClientError> {
        let patch = ConversationPatch {
            title: title.to_owned(),
        };
        self.send(Method::PATCH, &path(id), &patch).await
    }

    /// Deletes a conversation with its messages; the tasks stay.
    pub async fn delete_conversation(&self, id: &str) -> Result<(), ClientError> {
        self.delete(&path(id)).await
    }

    /// A page of a conversation's messages: the newest first, each page oldest first.
    pub async fn messages(&self, id: &str, query: &PageQuery) -> Result<MessageList, ClientError> {
        self.get_with(&format!("{}/messages", path(id)), query)
            .await
    }
}

fn path(id: &str) -> String {
    format!("/api/me/conversations/{}", segment(id))
}
