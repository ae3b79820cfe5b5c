//! The assistant as its callers hold it: one tool, one undo, one look at the trash, each in a transaction of its own.
//! Whole turns of conversation are the orchestrator's.

pub mod adding;
pub mod batch;
mod door;
mod request;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use tasktalk_domain::{
    Clock, Due, Locale, SortKey, SortOrder, Task, TaskFilter, TaskId, User, UserId, Zone,
};
use tasktalk_storage::{
    Database, StorageError,
    tasks::{self, TaskCursor, TaskPage, TaskQuery, UsedTag},
    users,
};
use uuid::Uuid;

use self::request::Request;
use crate::{
    ConversationService, LanguageModel, Permissions, Scope,
    orchestrator::Turns,
    runs::Runs,
    tools::{
        self, ListTasks, Tool, ToolError, ToolFailure, ToolOutcome, Undo, UndoTarget, list_tasks,
    },
};

/// The assistant. Cheap to clone; clones share the database.
#[derive(Clone)]
pub struct Assistant {
    pub(crate) database: Database,
    pub(crate) clock: Clock,
    pub(crate) defaults: Defaults,
    /// The turns that wait for one another.
    pub(crate) turns: Turns,
    /// The turns that wait for a language model.
    pub(crate) runs: Runs,
    /// A second opinion, if there is one.
    pub(crate) model: Option<LanguageModel>,
}

/// What holds when neither the request nor the profile says otherwise: the server's settings.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// Where users are.
    pub timezone: Zone,
    /// How they write dates.
    pub locale: Locale,
}

/// What to do with one occurrence of a repeating task, the present one unless another is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OccurrenceAction {
    /// Complete it.
    Done,
    /// Leave it out.
    Skip {
        /// The day that it has in the series.
        on: Option<Date>,
    },
    /// Move it to another day or time; the series goes on from where it was.
    Move {
        /// The day that it has in the series.
        on: Option<Date>,
        /// Where it goes.
        to: Due,
        /// Nobody named the zone, so the task keeps its own if it has one.
        keep_zone: bool,
    },
}

impl Assistant {
    /// An assistant over one database.
    pub fn new(database: Database, clock: Clock, defaults: Defaults) -> Self {
        Self {
            database,
            clock,
            defaults,
            turns: Turns::default(),
            runs: Runs::default(),
            model: None,
        }
    }

    /// The same assistant with a language model for a second opinion.
    #[must_use]
    pub fn with_model(self, model: Option<LanguageModel>) -> Self {
        Self { model, ..self }
    }

    /// The conversations of this assistant.
    pub fn conversations(&self) -> ConversationService {
        ConversationService::new(self.database.clone(), self.clock.clone())
    }

    /// Runs one tool in a transaction of its own, or on a snapshot when it only looks.
    pub async fn run_tool(
        &self,
        owner: UserId,
        permissions: Permissions,
        tool: Tool,
    ) -> Result<ToolOutcome, StorageError> {
        match tool {
            Tool::ListTasks(call) => self.list_tasks(owner, permissions, call).await,
            tool => self.change(owner, permissions, Request::Call(tool)).await,
        }
    }

    /// Takes back the change with this token.
    pub async fn undo(
        &self,
        owner: UserId,
        permissions: Permissions,
        token: Uuid,
    ) -> Result<ToolOutcome, StorageError> {
        let call = Undo {
            target: UndoTarget::Token(token),
            force: false,
        };
        self.run_tool(owner, permissions, Tool::Undo(call)).await
    }

    /// Marks an open task done and a done one open again.
    pub async fn toggle_completed(
        &self,
        owner: UserId,
        permissions: Permissions,
        id: TaskId,
        expected_version: Option<i64>,
    ) -> Result<ToolOutcome, StorageError> {
        let request = Request::Toggle {
            id,
            expected_version,
        };
        self.change(owner, permissions, request).await
    }

    /// Completes the present occurrence, or leaves out or moves one, of a repeating task; a task that doesn't repeat is
    /// refused.
    pub async fn occurrence(
        &self,
        owner: UserId,
        permissions: Permissions,
        id: TaskId,
        action: OccurrenceAction,
        expected_version: Option<i64>,
    ) -> Result<ToolOutcome, StorageError> {
        let request = Request::Occurrence {
            id,
            action,
            expected_version,
        };
        self.change(owner, permissions, request).await
    }

    /// One task on the list; one in the trash is [`ToolFailure::InTrash`].
    pub async fn get_task(
        &self,
        owner: UserId,
        permissions: Permissions,
        id: TaskId,
    ) -> Result<Task, ToolError> {
        permissions.require(Scope::Read)?;
        let now = self.clock.now();
        let task: Option<Task> = self
            .database
            .read(move |snapshot| Box::pin(async move { tasks::get(snapshot, owner, id).await }))
            .await?;
        match task.filter(|task| tools::is_kept(task, now)) {
            None => Err(ToolFailure::NotFound(id).into()),
            Some(task) if task.deleted_at.is_some() => {
                Err(ToolFailure::InTrash(Box::new(task)).into())
            }
            Some(task) => Ok(task),
        }
    }

    /// The tags of the tasks on the list, those of the most open tasks first; at most [`tasks::TAGS_AT_ONCE`].
    pub async fn list_tags(
        &self,
        owner: UserId,
        permissions: Permissions,
    ) -> Result<Vec<UsedTag>, ToolError> {
        permissions.require(Scope::Read)?;
        let tags = self
            .database
            .read(move |snapshot| Box::pin(async move { tasks::tags(snapshot, owner).await }))
            .await?;
        Ok(tags)
    }

    /// The tasks in the trash, or those of them that have the words of a text; newest changed first, at most
    /// [`list_tasks::LIMIT`] on a page.
    pub async fn list_trash(
        &self,
        owner: UserId,
        permissions: Permissions,
        text: Option<String>,
        limit: usize,
        cursor: Option<TaskCursor>,
    ) -> Result<TaskPage, ToolError> {
        permissions.require(Scope::Read)?;
        list_tasks::check_limit(limit)?;
        let now = self.clock.now();
        let query = TaskQuery {
            filter: TaskFilter {
                text,
                ..TaskFilter::default()
            },
            today: self.defaults.timezone.local(now).date(),
            now,
            sort: SortKey::Updated,
            order: SortOrder::Desc,
            limit,
            cursor,
            trash: true,
        };
        let page = self
            .database
            .read(move |snapshot| {
                Box::pin(async move { tasks::list(snapshot, owner, &query).await })
            })
            .await?;
        Ok(page)
    }

    async fn list_tasks(
        &self,
        owner: UserId,
        permissions: Permissions,
        call: ListTasks,
    ) -> Result<ToolOutcome, StorageError> {
        let tool = Tool::ListTasks(call.clone());
        let now = self.clock.now();
        let defaults = self.defaults.clone();
        let done = match permissions.require(Scope::Read) {
            Err(failure) => Err(ToolError::from(failure)),
            Ok(()) => {
                self.database
                    .read(move |snapshot| {
                        Box::pin(async move {
                            let user = users::by_id(snapshot, owner)
                                .await?
                                .filter(|user| user.deleted_at.is_none())
                                .ok_or(ToolFailure::NoSuchUser)?;
                            let zone = defaults.zone_of(&user);
                            list_tasks::look(snapshot, &user, &zone, now, call).await
                        })
                    })
                    .await
            }
        };
        tools::outcome(tool.name(), tool.arguments(), done)
    }

    async fn change(
        &self,
        owner: UserId,
        permissions: Permissions,
        request: Request,
    ) -> Result<ToolOutcome, StorageError> {
        let clock = self.clock.clone();
        let defaults = self.defaults.clone();
        self.database
            .write(move |tx| {
                let (clock, defaults, request) = (clock.clone(), defaults.clone(), request.clone());
                Box::pin(
                    async move { request.run(tx, owner, permissions, &clock, &defaults).await },
                )
            })
            .await
    }
}

impl Defaults {
    /// Where a user is, as far as the profile says.
    pub(crate) fn zone_of(&self, user: &User) -> Zone {
        user.timezone.as_ref().unwrap_or(&self.timezone).clone()
    }
}
