//! What clients were told, to be compared with what is there.

use std::collections::{HashMap, HashSet};

use tasktalk_api::{
    Client,
    chat::ChatResponse,
    conversations::{ConversationQuery, Message},
    page::PageQuery,
    tasks::{Task, TaskListQuery},
};

/// One acknowledged turn of one user.
#[derive(Clone, Debug)]
pub(crate) struct Acknowledged {
    pub(crate) message: String,
    /// The titles of the tasks it had to add.
    pub(crate) titles: Vec<String>,
    /// The task it had to complete.
    pub(crate) completes: Option<i64>,
    pub(crate) reply: ChatResponse,
}

/// Everything one user has.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    tasks: Vec<Task>,
    messages: Vec<Message>,
}

impl Contents {
    /// Reads all of it, page by page.
    pub(crate) async fn read(client: &Client) -> Self {
        let mut contents = Self::default();
        let mut query = TaskListQuery {
            limit: Some(200),
            ..TaskListQuery::default()
        };
        loop {
            let page = client.tasks(&query).await.unwrap();
            contents.tasks.extend(page.tasks);
            query.cursor = page.next_cursor;
            if query.cursor.is_none() {
                break;
            }
        }
        let query = ConversationQuery {
            limit: Some(200),
            ..ConversationQuery::default()
        };
        for conversation in client.conversations(&query).await.unwrap().conversations {
            let mut query = PageQuery {
                limit: Some(200),
                cursor: None,
            };
            loop {
                let page = client.messages(&conversation.id, &query).await.unwrap();
                contents.messages.extend(page.messages);
                query.cursor = page.next_cursor;
                if query.cursor.is_none() {
                    break;
                }
            }
        }
        contents
    }

    /// Every acknowledged turn is there, once and whole, and nothing else is.
    pub(crate) fn assert_is(&self, ledger: &[Acknowledged]) {
        let mut tasks: HashMap<&str, Vec<&Task>> = HashMap::new();
        for task in &self.tasks {
            tasks.entry(&task.title).or_default().push(task);
        }
        let mut replies: HashMap<&str, &Message> = HashMap::new();
        let mut said: HashMap<&str, usize> = HashMap::new();
        for message in &self.messages {
            if message.role == "user" {
                *said.entry(&message.content).or_default() += 1;
            } else {
                replies.insert(&message.id, message);
            }
        }
        for turn in ledger {
            let changes = turn.titles.len() + usize::from(turn.completes.is_some());
            assert_eq!(turn.reply.receipts.len(), changes, "{turn:?}");
            for (title, receipt) in turn.titles.iter().zip(&turn.reply.receipts) {
                let found: &[&Task] = tasks.get(title.as_str()).map_or(&[], Vec::as_slice);
                let [task] = found else {
                    panic!("{} tasks are called '{title}': {turn:?}", found.len());
                };
                assert_eq!(task.id, receipt.task_id, "{turn:?}");
            }
            let times = said.get(turn.message.as_str()).copied().unwrap_or(0);
            assert_eq!(times, 1, "'{}' was said {times} times", turn.message);
            let reply = replies.get(turn.reply.message_id.as_str());
            let reply = reply.unwrap_or_else(|| panic!("its answer is lost: {turn:?}"));
            assert_eq!(reply.content, turn.reply.response);
        }
        let completed = |turn: &Acknowledged| turn.completes;
        let completed: HashSet<i64> = ledger.iter().filter_map(completed).collect();
        for task in &self.tasks {
            assert_eq!(task.completed, completed.contains(&task.id), "{task:?}");
        }
        let added: usize = ledger.iter().map(|turn| turn.titles.len()).sum();
        assert_eq!(self.tasks.len(), added, "tasks that nobody was told of");
        assert_eq!(
            self.messages.len(),
            ledger.len() * 2,
            "messages that nobody was told of"
        );
    }
}
