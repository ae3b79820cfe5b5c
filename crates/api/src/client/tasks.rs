//! Tasks and the trash.

use reqwest::{Method, RequestBuilder, Response, header};

use super::{Client, ClientError, body, checked};
use crate::tasks::{
    Completion, NewTask, OccurrenceRequest, TagList, TagUse, Task, TaskList, TaskListQuery,
    TaskPatch, TrashQuery,
};

/// A task and its ETag, to send back with the next change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versioned {
    /// The task.
    pub task: Task,
    /// Its ETag.
    pub etag: Option<String>,
}

/// A changed task and what takes the change back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The task after the change.
    pub task: Task,
    /// Its ETag.
    pub etag: Option<String>,
    /// Takes the change back; `None` when nothing changed.
    pub undo_token: Option<String>,
}

impl Client {
    /// A page of tasks.
    pub async fn tasks(&self, query: &TaskListQuery) -> Result<TaskList, ClientError> {
        self.get_with("/api/me/tasks", query).await
    }

    /// Adds a task.
    pub async fn create_task(&self, task: &NewTask) -> Result<Changed, ClientError> {
        changed(self.request(Method::POST, "/api/me/tasks").json(task)).await
    }

    /// Adds a task, once for each key; says whether an earlier attempt added it.
    pub async fn create_task_once(
        &self,
        task: &NewTask,
        idempotency_key: &str,
    ) -> Result<(Changed, bool), ClientError> {
        let request = self.request(Method::POST, "/api/me/tasks");
        let request = request.header("idempotency-key", idempotency_key);
        let response = checked(request.json(task)).await?;
        let replayed = text_header(&response, "idempotency-replayed").is_some();
        Ok((read_changed(response).await?, replayed))
    }

    /// One task, in the trash or not.
    pub async fn task(&self, id: i64) -> Result<Versioned, ClientError> {
        let response = checked(self.request(Method::GET, &path(id))).await?;
        let etag = text_header(&response, header::ETAG.as_str());
        Ok(Versioned {
            task: body(response).await?,
            etag,
        })
    }

    /// Replaces a task; with an ETag only when it has not changed since.
    pub async fn replace_task(
        &self,
        id: i64,
        task: &NewTask,
        if_match: Option<&str>,
    ) -> Result<Changed, ClientError> {
        let request = self.request(Method::PUT, &path(id)).json(task);
        changed(guarded(request, if_match)).await
    }

    /// Changes parts of a task; with an ETag only when it has not changed since.
    pub async fn update_task(
        &self,
        id: i64,
        patch: &TaskPatch,
        if_match: Option<&str>,
    ) -> Result<Changed, ClientError> {
        let request = self.request(Method::PATCH, &path(id)).json(patch);
        changed(guarded(request, if_match)).await
    }

    /// Puts a task into the trash and tells what takes it out again.
    pub async fn delete_task(
        &self,
        id: i64,
        if_match: Option<&str>,
    ) -> Result<Option<String>, ClientError> {
        let request = self.request(Method::DELETE, &path(id));
        let response = checked(guarded(request, if_match)).await?;
        Ok(text_header(&response, "undo-token"))
    }

    /// Marks a task done or open; toggles with `None`.
    pub async fn complete_task(
        &self,
        id: i64,
        completed: Option<bool>,
    ) -> Result<Changed, ClientError> {
        let request = self.request(Method::PATCH, &format!("{}/complete", path(id)));
        changed(match completed {
            Some(_) => request.json(&Completion { completed }),
            None => request,
        })
        .await
    }

    /// Does, skips or moves the present occurrence of a repeating task.
    pub async fn occurrence(
        &self,
        id: i64,
        occurrence: &OccurrenceRequest,
    ) -> Result<Changed, ClientError> {
        let path = format!("{}/occurrence", path(id));
        changed(self.request(Method::POST, &path).json(occurrence)).await
    }

    /// The tags in use, those of the most open tasks first.
    pub async fn tags(&self) -> Result<Vec<TagUse>, ClientError> {
        let list: TagList = body(checked(self.request(Method::GET, "/api/me/tags")).await?).await?;
        Ok(list.tags)
    }

    /// A page of the trash, the newest in it first.
    pub async fn trash(&self, query: &TrashQuery) -> Result<TaskList, ClientError> {
        self.get_with("/api/me/trash", query).await
    }

    /// Takes a task out of the trash.
    pub async fn restore_task(&self, id: i64) -> Result<Changed, ClientError> {
        let path = format!("{}/restore", path(id));
        changed(self.request(Method::POST, &path)).await
    }
}

fn path(id: i64) -> String {
    format!("/api/me/tasks/{id}")
}

fn guarded(request: RequestBuilder, if_match: Option<&str>) -> RequestBuilder {
    match if_match {
        Some(etag) => request.header(header::IF_MATCH, etag),
        None => request,
    }
}

async fn changed(request: RequestBuilder) -> Result<Changed, ClientError> {
    read_changed(checked(request).await?).await
}

async fn read_changed(response: Response) -> Result<Changed, ClientError> {
    let etag = text_header(&response, header::ETAG.as_str());
    let undo_token = text_header(&response, "undo-token");
    Ok(Changed {
        task: body(response).await?,
        etag,
        undo_token,
    })
}

fn text_header(response: &Response, name: &str) -> Option<String> {
    response
        .headers()
        .get(name)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned)
}
