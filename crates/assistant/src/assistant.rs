//! The assistant as its callers hold it: one tool, one undo, one look at the trash, each in a transaction of its own.
//! Whole turns of conversation are the orchestrator's.

use tasktalk_domain::{Clock, Due, Locale, Task, TaskId, User, UserId, Zone};
use tasktalk_storage::{
    Database, StorageError, Transaction,
    tasks::{self, TaskCursor, TaskPage, TaskQuery},
    users,
};
use uuid::Uuid;

use crate::{
    ConversationService, Permissions, Scope,
    orchestrator::Turns,
    tools::{
        self, CompleteTask, Detail, Known, ListTasks, SkipOccurrence, Tool, ToolContext, ToolError,
        ToolFailure, ToolOutcome, Undo, UndoTarget, UpdateTask, list_tasks, series,
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
}

/// What holds when neither the request nor the profile says otherwise: the server's settings.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// Where users are.
    pub timezone: Zone,
    /// How they write dates.
    pub locale: Locale,
}

/// What to do with the current occurrence of a repeating task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OccurrenceAction {
    /// Complete it.
    Done,
    /// Leave it out.
    Skip,
    /// Move it to another day or time; the series goes on from there.
    Move(Due),
}

impl Assistant {
    /// An assistant over one database.
    pub fn new(database: Database, clock: Clock, defaults: Defaults) -> Self {
        Self {
            database,
            clock,
            defaults,
            turns: Turns::default(),
        }
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

    /// Completes, leaves out or moves the current occurrence of a repeating task; a task that doesn't repeat is
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

    /// The tasks in the trash, newest changed first, at most [`list_tasks::LIMIT`] on a page.
    pub async fn list_trash(
        &self,
        owner: UserId,
        permissions: Permissions,
        limit: usize,
        cursor: Option<TaskCursor>,
    ) -> Result<TaskPage, ToolError> {
        permissions.require(Scope::Read)?;
        list_tasks::check_limit(limit)?;
        let local = self.defaults.timezone.local(self.clock.now());
        let query = TaskQuery {
            filter: tasktalk_domain::TaskFilter::default(),
            today: local.date(),
            now: local,
            sort: tasktalk_domain::SortKey::Updated,
            order: tasktalk_domain::SortOrder::Desc,
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

/// What a request asks for. What some of them mean depends on the task, so the tool is chosen under the lock.
#[derive(Clone)]
enum Request {
    Call(Tool),
    Toggle {
        id: TaskId,
        expected_version: Option<i64>,
    },
    Occurrence {
        id: TaskId,
        action: OccurrenceAction,
        expected_version: Option<i64>,
    },
}

impl Request {
    async fn run(
        self,
        tx: &Transaction<'_>,
        owner: UserId,
        permissions: Permissions,
        clock: &Clock,
        defaults: &Defaults,
    ) -> Result<ToolOutcome, StorageError> {
        let Some(user) = users::lock(tx, owner).await? else {
            return Ok(self.refused(ToolFailure::NoSuchUser));
        };
        let context = ToolContext {
            tx,
            now: clock.now(),
            clock,
            zone: &defaults.zone_of(&user.user),
            batch: clock.new_id(),
            conversation: None,
            permissions,
            known: &Known::new(),
            user: &user,
        };
        match self.tool(&context).await {
            Ok(tool) => tools::run(&context, tool).await,
            Err(ToolError::Failure(failure)) => Ok(self.refused(failure)),
            Err(ToolError::Storage(error)) => Err(error),
        }
    }

    async fn tool(&self, context: &ToolContext<'_>) -> Result<Tool, ToolError> {
        match self {
            Self::Call(tool) => Ok(tool.clone()),
            Self::Toggle {
                id,
                expected_version,
            } => {
                context.permissions.require(Scope::Write)?;
                let task = tools::on_list(context, *id, *expected_version).await?;
                Ok(complete(*id, !task.completed(), *expected_version))
            }
            Self::Occurrence {
                id,
                action,
                expected_version,
            } => {
                context.permissions.require(Scope::Write)?;
                let task = tools::on_list(context, *id, *expected_version).await?;
                series::repeating(&task)?;
                Ok(match action {
                    OccurrenceAction::Done => complete(*id, true, *expected_version),
                    OccurrenceAction::Skip => Tool::SkipOccurrence(SkipOccurrence {
                        task_id: *id,
                        expected_version: *expected_version,
                    }),
                    OccurrenceAction::Move(to) => {
                        let mut call = UpdateTask::new(*id);
                        call.patch.due = tasktalk_domain::Change::Set(to.clone());
                        call.expected_version = *expected_version;
                        Tool::UpdateTask(Box::new(call))
                    }
                })
            }
        }
    }

    /// The outcome of a request that was refused before its tool was chosen.
    fn refused(&self, failure: ToolFailure) -> ToolOutcome {
        let tool = match self {
            Self::Call(tool) => tool.clone(),
            Self::Toggle {
                id,
                expected_version,
            }
            | Self::Occurrence {
                id,
                expected_version,
                ..
            } => complete(*id, true, *expected_version),
        };
        ToolOutcome {
            name: tool.name(),
            arguments: tool.arguments(),
            result: failure.to_json(),
            receipts: Vec::new(),
            detail: Detail::Failed(failure),
        }
    }
}

fn complete(task_id: TaskId, completed: bool, expected_version: Option<i64>) -> Tool {
    Tool::CompleteTask(CompleteTask {
        task_id,
        completed,
        expected_version,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::{code, delete, new_task, number, on_each_engine};

    #[tokio::test]
    async fn toggling_goes_to_and_fro() {
        on_each_engine(async |home| {
            let task = home.add(new_task("Pay rent")).await;
            for (version, done) in [(1, true), (2, false), (3, true)] {
                let outcome = home
                    .assistant
                    .toggle_completed(home.anna, Permissions::ALL, task.id, Some(version))
                    .await
                    .unwrap();
                assert_eq!(outcome.result["completed"], done);
                assert_eq!(home.row(task.id).await.completed(), done);
            }
            let stale = home
                .assistant
                .toggle_completed(home.anna, Permissions::ALL, task.id, Some(1))
                .await
                .unwrap();
            assert_eq!(code(&stale), "version_mismatch");
            let missing = home
                .assistant
                .toggle_completed(home.anna, Permissions::ALL, number(9), None)
                .await
                .unwrap();
            assert_eq!(code(&missing), "task_not_found");
        })
        .await;
    }

    #[tokio::test]
    async fn one_task_is_shown_to_its_owner_alone() {
        on_each_engine(async |home| {
            let task = home.add(new_task("Pay rent")).await;
            let get = async |owner, permissions| {
                let found = home.assistant.get_task(owner, permissions, task.id).await;
                found.map_err(|error| match error {
                    ToolError::Failure(failure) => failure,
                    ToolError::Storage(error) => panic!("{error}"),
                })
            };
            assert_eq!(get(home.anna, Permissions::ALL).await, Ok(task.clone()));
            assert_eq!(
                get(home.ben, Permissions::ALL).await,
                Err(ToolFailure::NotFound(task.id))
            );
            assert_eq!(
                get(home.anna, Permissions::NONE).await,
                Err(ToolFailure::Forbidden { scope: Scope::Read })
            );
            home.run(delete(task.id)).await;
            assert!(matches!(
                get(home.anna, Permissions::ALL).await,
                Err(ToolFailure::InTrash(_))
            ));
            home.clock.advance(tasktalk_domain::receipt::UNDO_FOR);
            assert_eq!(
                get(home.anna, Permissions::ALL).await,
                Err(ToolFailure::NotFound(task.id))
            );
        })
        .await;
    }

    #[tokio::test]
    async fn the_trash_shows_what_was_deleted_last_first() {
        on_each_engine(async |home| {
            for title in ["First", "Second", "Kept"] {
                home.add(new_task(title)).await;
            }
            for id in [2, 1] {
                home.clock.advance(jiff::SignedDuration::from_mins(1));
                home.run(delete(number(id))).await;
            }
            let trash = async |permissions, limit, cursor| {
                home.assistant
                    .list_trash(home.anna, permissions, limit, cursor)
                    .await
            };
            let first = trash(Permissions::ALL, 1, None).await.unwrap();
            assert_eq!((first.total, first.tasks[0].title.as_str()), (2, "First"));
            let second = trash(Permissions::ALL, 1, first.next).await.unwrap();
            assert_eq!(second.tasks[0].title.as_str(), "Second");
            assert!(trash(Permissions::NONE, 1, None).await.is_err());
            assert!(trash(Permissions::ALL, 0, None).await.is_err());
        })
        .await;
    }

    #[tokio::test]
    async fn an_account_that_is_gone_gets_nothing_done() {
        on_each_engine(async |home| {
            home.add(new_task("Pay rent")).await;
            let (anna, now) = (home.anna, home.clock.now());
            let left: Result<_, StorageError> = home
                .assistant
                .database
                .write(move |tx| Box::pin(async move { users::mark_deleted(tx, anna, now).await }))
                .await;
            left.unwrap();
            for gone in [anna, UserId(99)] {
                for call in [
                    complete(number(1), true, None),
                    Tool::ListTasks(ListTasks::default()),
                ] {
                    let outcome = home.run_for(gone, Permissions::ALL, call).await;
                    assert_eq!(code(&outcome), "no_such_user");
                }
            }
        })
        .await;
    }
}
