//! Clicks on our widgets: taking changes back, marking a task done.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};
use tasktalk_assistant::{
    Scope, Tool,
    batch::{Batch, BatchError, Step},
};
use tasktalk_domain::ConversationId;
use uuid::Uuid;

use super::{
    Door, event,
    item::{Part, Place},
    request::{CustomAction, bad},
    widget,
};
use crate::{
    problem::{Problem, shortened},
    wire,
};

/// How many changes one click takes back at most.
const MOST_CHANGES: usize = 200;

/// What came of a click.
struct Clicked {
    /// The tasks that were changed.
    changed: Vec<i64>,
    /// The item that looks different now.
    item: Option<Value>,
    /// What has to be said about it.
    told: Option<String>,
}

impl Door {
    /// Answers a click with a stream.
    pub(super) async fn custom_action(&self, asked: CustomAction) -> Result<Response, Problem> {
        let clicked = self.click(asked).await?;
        let mut events = Vec::new();
        events.extend(clicked.item.map(event::item_replaced));
        events.extend(clicked.told.map(|told| event::notice("info", &told)));
        if !clicked.changed.is_empty() {
            events.push(event::tasks_changed(&clicked.changed));
        }
        let frames: String = events.iter().map(event::frame).collect();
        let headers = [
            (
                header::CONTENT_TYPE,
                HeaderValue::from_static("text/event-stream"),
            ),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
            (
                HeaderName::from_static("x-accel-buffering"),
                HeaderValue::from_static("no"),
            ),
        ];
        Ok((headers, frames).into_response())
    }

    /// Answers a click with the item that looks different now.
    pub(super) async fn sync_custom_action(&self, asked: CustomAction) -> Result<Value, Problem> {
        let clicked = self.click(asked).await?;
        Ok(match clicked.item {
            Some(item) => json!({"updated_item": item}),
            None => json!({}),
        })
    }

    async fn click(&self, asked: CustomAction) -> Result<Clicked, Problem> {
        self.require(Scope::Write)?;
        let thread = self.conversation(&asked.thread_id).await?.id;
        match asked.action.kind.as_str() {
            widget::UNDO => {
                self.clicked_undo(thread, asked.item_id.as_deref(), &asked.action.payload)
                    .await
            }
            widget::COMPLETE => self.clicked_done(&asked.action.payload).await,
            other => Err(bad(format!("There is no action '{}'.", shortened(other)))),
        }
    }

    async fn clicked_undo(
        &self,
        thread: ConversationId,
        item: Option<&str>,
        payload: &Value,
    ) -> Result<Clicked, Problem> {
        let tokens: Vec<Uuid> = serde_json::from_value(payload["undo_tokens"].clone())
            .ok()
            .filter(|tokens: &Vec<Uuid>| (1..=MOST_CHANGES).contains(&tokens.len()))
            .ok_or_else(|| bad("The payload needs 'undo_tokens'.".to_owned()))?;
        let results = self.undo(tokens).await?;
        let failed = results.iter().find(|result| result["success"] != true);
        let all_done = failed.is_none();
        let item = match item.filter(|_| all_done) {
            Some(id) => self.taken_back(thread, id).await?,
            None => None,
        };
        Ok(Clicked {
            changed: changed(&results),
            item,
            told: failed.map(sentence),
        })
    }

    /// The card of changes that were taken back.
    async fn taken_back(
        &self,
        thread: ConversationId,
        item: &str,
    ) -> Result<Option<Value>, Problem> {
        let message = self.message(thread, item).await?;
        let is_card = matches!(Part::parse(item), Some((Part::Changes, _)));
        let place = Place::of(thread, &message);
        Ok(place
            .changes(&message.metadata.receipts, true)
            .filter(|_| is_card))
    }

    async fn clicked_done(&self, payload: &Value) -> Result<Clicked, Problem> {
        let arguments = json!({"task_id": payload["task_id"], "completed": true});
        let zone = self.state.zone_of(&self.user.user);
        let tool = Tool::from_call("complete_task", arguments, &zone)
            .map_err(|failure| bad(failure.to_string()))?;
        let results = self.run(vec![Step::Call(tool)]).await?;
        let told = results.first().map(|result| {
            if result["success"] == true {
                let title = result["title"].as_str().unwrap_or_default();
                format!("Task #{} completed: {title}", result["task_id"])
            } else {
                sentence(result)
            }
        });
        Ok(Clicked {
            changed: changed(&results),
            item: None,
            told,
        })
    }

    /// Takes changes back in this order, in one transaction; gives each one's result.
    pub(super) async fn undo(
        &self,
        tokens: impl IntoIterator<Item = Uuid>,
    ) -> Result<Vec<Value>, Problem> {
        let zone = self.state.zone_of(&self.user.user);
        let steps = tokens
            .into_iter()
            .map(|token| Tool::from_call("undo", json!({"undo_token": token}), &zone))
            .map(|tool| tool.map(Step::Call))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|failure| bad(failure.to_string()))?;
        self.run(steps).await
    }

    async fn run(&self, steps: Vec<Step>) -> Result<Vec<Value>, Problem> {
        if steps.is_empty() {
            return Ok(Vec::new());
        }
        let batch = Batch {
            steps,
            idempotency: None,
            once: None,
        };
        let done = self
            .state
            .assistant
            .run_batch(self.user.id, self.user.permissions, batch)
            .await
            .map_err(broken)?;
        Ok(done
            .answers
            .into_iter()
            .map(|answer| answer.result)
            .collect())
    }
}

fn broken(error: BatchError) -> Problem {
    match error {
        BatchError::Storage(error) => error.into(),
        BatchError::NoSuchUser | BatchError::IdempotencyMismatch | BatchError::UsedBefore => {
            wire::turn::account_gone()
        }
    }
}

fn changed(results: &[Value]) -> Vec<i64> {
    results
        .iter()
        .filter(|result| result["success"] == true)
        .filter_map(|result| result["task_id"].as_i64())
        .collect()
}

fn sentence(result: &Value) -> String {
    result["error"]
        .as_str()
        .unwrap_or("Nothing was changed")
        .to_owned()
}
