//! The arguments of a tool call: what every tool has in common is checked here, once.

mod form;

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use tasktalk_assistant::IdempotencyKey;
use tasktalk_domain::TaskId;

use super::failure::{Failure, invalid};
use crate::{extract::CurrentUser, problem::shortened, wire};

/// How many tasks one call takes.
pub(crate) const BATCH_LIMIT: usize = 50;
/// The longest idempotency key, in characters.
const LONGEST_KEY: usize = 200;

/// The arguments that are the tool's own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arguments(Map<String, Value>);

/// Arguments with what was taken out of them.
pub(crate) struct Admitted {
    pub(crate) arguments: Arguments,
    pub(crate) idempotency: Option<IdempotencyKey>,
}

impl Arguments {
    /// Takes `user_id` and `idempotency_key` out and refuses arguments that the tool does not have.
    ///
    /// Callers of the original system send `user_id`. It is not advertised: who is meant, the token says. Another
    /// user's is refused before anything is done.
    pub(crate) fn admit(
        tool: &str,
        known: &Value,
        given: Map<String, Value>,
        user: &CurrentUser,
    ) -> Result<Admitted, Failure> {
        let mut given: Map<String, Value> = given
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .collect();
        if let Some(id) = given.remove("user_id")
            && !is_own(&id, user)
        {
            tracing::warn!(user = user.id.0, tool, "refused a call for another user");
            return Err(Failure::new(
                "wrong_user",
                "Not allowed: user_id is not the token's user",
            ));
        }
        if let Some(unknown) = given.keys().find(|name| known.get(*name).is_none()) {
            let names: Vec<&str> = known
                .as_object()
                .into_iter()
                .flat_map(Map::keys)
                .map(String::as_str)
                .collect();
            let takes = if names.is_empty() {
                "none".to_owned()
            } else {
                names.join(", ")
            };
            return Err(invalid(format!(
                "{tool} has no argument '{}'. It takes: {takes}",
                shortened(unknown),
            )));
        }
        let key = given.remove("idempotency_key");
        form::check(known, &mut given)?;
        let arguments = Self(given);
        let idempotency = key
            .map(|key| arguments.idempotency(tool, &key))
            .transpose()?;
        Ok(Admitted {
            arguments,
            idempotency,
        })
    }

    fn idempotency(&self, tool: &str, key: &Value) -> Result<IdempotencyKey, Failure> {
        let key = key.as_str().unwrap_or_default();
        let fit =
            (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic());
        if !fit {
            return Err(invalid(format!(
                "idempotency_key is 1 to {LONGEST_KEY} visible ASCII characters"
            )));
        }
        // The order of a request's arguments means nothing.
        let sorted: BTreeSet<String> = self
            .0
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = sorted.into_iter().collect::<Vec<_>>().join("\n");
        Ok(IdempotencyKey {
            // Keys of the chat and of REST are others.
            key: format!("mcp:{key}"),
            request_hash: wire::hash(format!("{tool}\n{request}").as_bytes()),
        })
    }

    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }

    pub(crate) fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// A text, if it is there.
    pub(crate) fn take_text(&mut self, name: &str) -> Result<Option<String>, Failure> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) if wire::is_plain_text(&text) => Ok(Some(text)),
            Some(_) => Err(invalid(format!("{name} must be text"))),
        }
    }

    /// A text that must be there, and not blank.
    pub(crate) fn require_text(&mut self, name: &str) -> Result<String, Failure> {
        self.take_text(name)?
            .filter(|text| !text.trim().is_empty())
            .ok_or_else(|| invalid(format!("{name} is required")))
    }

    /// Tasks' numbers, each once, in the order given.
    pub(crate) fn require_ids(&mut self, name: &str) -> Result<Vec<TaskId>, Failure> {
        let mut ids: Vec<TaskId> = Vec::new();
        for given in self.require_list(name)? {
            let id = task_id(&given)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    /// A list of 1 to [`BATCH_LIMIT`].
    pub(crate) fn require_list(&mut self, name: &str) -> Result<Vec<Value>, Failure> {
        match self.take(name) {
            Some(Value::Array(list)) if (1..=BATCH_LIMIT).contains(&list.len()) => Ok(list),
            Some(Value::Array(_)) => Err(invalid(format!("{name} has 1 to {BATCH_LIMIT} items"))),
            Some(_) => Err(invalid(format!("{name} must be a list"))),
            None => Err(invalid(format!("{name} is required"))),
        }
    }

    pub(crate) fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}

/// A task's number.
pub(crate) fn task_id(given: &Value) -> Result<TaskId, Failure> {
    given
        .as_i64()
        .and_then(|number| TaskId::try_from(number).ok())
        .ok_or_else(|| Failure::new("invalid_task_id", "Task ID must be a positive integer"))
}

fn is_own(id: &Value, user: &CurrentUser) -> bool {
    match id {
        Value::String(id) => *id == user.public_id || id == "me",
        Value::Number(id) => id.to_string() == user.public_id,
        _ => false,
    }
}
