//! The tools that agents see: names, descriptions, schemas, hints, and what each does. They are callers of the
//! assistant's tools, as the chat and REST are; nothing here reads or writes tasks by itself.

mod batch;
mod delete;
mod find;
mod one;
mod overview;
mod reschedule;
mod schema;
mod search;
mod talk;
mod when;

use std::sync::{Arc, LazyLock};

use futures_util::future::BoxFuture;
use rmcp::model::{InputRequiredResult, MetaObject, Tool, ToolAnnotations};
use serde_json::{Value, json};
use tasktalk_assistant::{
    IdempotencyKey, Permissions, Scope,
    batch::{Batch, Step},
};
use tasktalk_domain::Zone;
use tokio::time::Instant;

use super::{
    arguments::Arguments,
    asking::{Asking, Consent},
    failure::{Failure, Fault},
    widget,
};
use crate::{AppState, extract::CurrentUser};

/// One tool.
pub(crate) struct ToolSpec {
    /// Its name; those of the original are the original's.
    pub(crate) name: &'static str,
    /// Its name for people.
    pub(crate) title: &'static str,
    /// What it does and when to take it, for the model that chooses.
    pub(crate) description: &'static str,
    /// What a token must allow for the tool to be seen and called.
    pub(crate) scopes: &'static [Scope],
    /// What it does to the list.
    pub(crate) hints: Hints,
    /// The schema of its arguments.
    pub(crate) input: fn() -> Value,
    /// The schema of its result.
    pub(crate) output: fn() -> Value,
    /// Whether hosts can show its result as a list of tasks.
    pub(crate) shows_tasks: bool,
    /// Does it.
    pub(crate) run: Run,
}

/// What a call of a tool does to the list (`ToolAnnotations` of the specification). They are promises: a test calls
/// every tool twice. None of the tools touches anything but the list.
#[derive(Clone, Copy)]
pub(crate) struct Hints {
    /// It changes nothing.
    pub(crate) read_only: bool,
    /// It changes or removes what is there, instead of adding to it.
    pub(crate) destructive: bool,
    /// The same call again changes nothing more.
    pub(crate) idempotent: bool,
}

const READS: Hints = Hints {
    read_only: true,
    destructive: false,
    idempotent: true,
};
const ADDS: Hints = Hints {
    read_only: false,
    destructive: false,
    idempotent: false,
};
const SETTLES: Hints = Hints {
    idempotent: true,
    ..ADDS
};
const OVERWRITES: Hints = Hints {
    read_only: false,
    destructive: true,
    idempotent: true,
};
const ACTS: Hints = Hints {
    idempotent: false,
    ..OVERWRITES
};

/// How a tool is run.
pub(crate) type Run = for<'a> fn(Call<'a>) -> BoxFuture<'a, Result<Reply, Fault>>;

/// One call, with its arguments checked as far as all tools have them in common.
pub(crate) struct Call<'a> {
    pub(crate) state: &'a AppState,
    pub(crate) user: &'a CurrentUser,
    /// When the call came.
    pub(crate) since: Instant,
    pub(crate) arguments: Arguments,
    pub(crate) idempotency: Option<IdempotencyKey>,
    pub(crate) asking: Asking<'a>,
}

/// What a call comes to.
#[derive(Debug)]
pub(crate) enum Reply {
    /// Its result; `success: false` in it makes it an error.
    Result(Value),
    /// Its result, which is none in spite of `success: false`: a question to the user.
    Question(Value),
    /// The client shall ask the user and call again.
    Ask(Box<InputRequiredResult>),
}

impl Call<'_> {
    /// Where the user is.
    fn zone(&self) -> Zone {
        self.state.zone_of(&self.user.user)
    }

    fn permissions(&self) -> Permissions {
        self.user.permissions
    }

    /// What the user said to an earlier question of ours, with that question's seal: the client asked them, or the
    /// agent brings the token.
    fn agreed(&mut self) -> Result<Option<(String, Consent)>, Failure> {
        let token = self.arguments.take_text("confirm_token")?;
        Ok(match (token, self.asking.answered()) {
            (_, Some((state, consent))) => Some((state.to_owned(), consent)),
            (token, None) => token.map(|token| (token, Consent::Yes)),
        })
    }

    /// Carries out steps in one transaction; gives each one's result with the token that takes it back, and whether
    /// they are those of an earlier attempt.
    async fn carry_out(
        self,
        steps: Vec<Step>,
        once: Option<String>,
    ) -> Result<(Vec<Value>, bool), Fault> {
        let permissions = self.permissions();
        let batch = Batch {
            steps,
            idempotency: self.idempotency,
            once,
        };
        let assistant = &self.state.assistant;
        let done = assistant
            .run_batch(self.user.id, permissions, batch)
            .await?;
        let results = done.answers.into_iter().map(|answer| {
            let mut result = answer.result;
            if let Some(token) = answer.undo_token {
                result["undo_token"] = json!(token);
            }
            result
        });
        Ok((results.collect(), done.replayed))
    }
}

/// Every tool, in the order in which it is listed: the original's first.
static TOOLS: LazyLock<Vec<ToolSpec>> = LazyLock::new(|| {
    vec![
        one::ADD_TASK,
        find::LIST_TASKS,
        one::COMPLETE_TASK,
        one::UPDATE_TASK,
        one::DELETE_TASK,
        find::FIND_TASKS,
        find::GET_TASK,
        overview::GET_OVERVIEW,
        batch::ADD_TASKS,
        batch::COMPLETE_TASKS,
        batch::REOPEN_TASKS,
        batch::UPDATE_TASKS,
        reschedule::RESCHEDULE_TASKS,
        delete::DELETE_TASKS,
        one::RESTORE_TASK,
        batch::UNDO,
        talk::TALK,
        search::SEARCH,
        search::FETCH,
    ]
});

static LISTED: LazyLock<Vec<Tool>> = LazyLock::new(|| TOOLS.iter().map(listed).collect());

/// The tool of this name.
pub(crate) fn find(name: &str) -> Option<&'static ToolSpec> {
    TOOLS.iter().find(|tool| tool.name == name)
}

/// The arguments that a tool has, by its schema, which is made once.
pub(crate) fn arguments_of(name: &str) -> &'static Value {
    let mut listed = LISTED.iter().filter(|tool| tool.name == name);
    let properties = listed
        .next()
        .and_then(|tool| tool.input_schema.get("properties"));
    properties.unwrap_or(&Value::Null)
}

/// The tools that a token may use.
pub(crate) fn list(permissions: Permissions) -> Vec<Tool> {
    TOOLS
        .iter()
        .zip(LISTED.iter())
        .filter(|(spec, _)| missing(spec, permissions).is_none())
        .map(|(_, tool)| tool.clone())
        .collect()
}

/// The first scope that the tool needs and the token lacks.
pub(crate) fn missing(spec: &ToolSpec, permissions: Permissions) -> Option<Scope> {
    spec.scopes
        .iter()
        .copied()
        .find(|scope| permissions.require(*scope).is_err())
}

fn listed(spec: &ToolSpec) -> Tool {
    let object = |value: Value| match value {
        Value::Object(fields) => Arc::new(fields),
        _ => unreachable!("a schema is an object"),
    };
    let Hints {
        read_only,
        destructive,
        idempotent,
    } = spec.hints;
    let tool = Tool::new(spec.name, spec.description, object((spec.input)()))
        .with_title(spec.title)
        .with_raw_output_schema(object((spec.output)()))
        .with_annotations(
            ToolAnnotations::new()
                .read_only(read_only)
                .destructive(destructive)
                .idempotent(idempotent)
                .open_world(false),
        );
    if spec.shows_tasks {
        let Value::Object(meta) = json!({"ui": {"resourceUri": widget::uri()}}) else {
            unreachable!("it is an object")
        };
        tool.with_meta(MetaObject(meta))
    } else {
        tool
    }
}
