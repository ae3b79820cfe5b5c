//! A language model beside the embedded engine: what it may do, what it may see, and that it can do no harm.

mod answers;
mod harm;
mod interruptions;
mod outages;
mod readings;

use std::time::Duration;

use serde_json::{Value, json};
use tasktalk_assistant::{LanguageModel, WhenAsked};
use tasktalk_outbound::{
    Bearer, Outbound,
    chat_completions::{ChatLimits, ChatModel, ChatServer},
};
use tasktalk_scripted_model::{ScriptedModel, Step};

use crate::home::Home;

/// The key of every model; it must never be seen.
const KEY: &str = "sk-canary-51c2";

/// The limits of the settings' defaults.
const LIMITS: ChatLimits = ChatLimits {
    first_token: Duration::from_secs(8),
    concurrency: 4,
    queue: 64,
};

/// A model on a scripted server, asked when the engine is unsure, with everybody's agreement.
fn model(server: &ScriptedModel) -> LanguageModel {
    model_at(&server.base_url(), &server.host(), LIMITS)
}

fn model_at(base_url: &str, host: &str, limits: ChatLimits) -> LanguageModel {
    let allowed = vec![host.parse().unwrap()];
    let outbound = Outbound::connecting_within(Duration::from_secs(2), allowed).unwrap();
    let server = ChatServer {
        base_url: base_url.to_owned(),
        model: "scripted".to_owned(),
        key: Bearer::new(KEY),
    };
    LanguageModel {
        chat: ChatModel::new(outbound, server, limits),
        when: WhenAsked::Unsure,
        everybody_agreed: true,
        tokens_per_day: None,
        time: Duration::from_secs(29),
    }
}

impl Home {
    /// The same home with this model.
    fn thinking(&self, model: LanguageModel) -> Home {
        self.with(|assistant| assistant.with_model(Some(model)))
    }
}

/// A message that the embedded engine is not sure of: it reads an addition in it.
const UNSURE: &str = "I was thinking it'd be good not to forget picking up the kids at 4";
/// Small talk, of which nothing is to be made.
const SMALL_TALK: &str = "nice weather today";

/// A model's reading with these commands.
#[expect(
    clippy::needless_pass_by_value,
    reason = "commands are written where they are used"
)]
fn reading(commands: Value) -> Step {
    Step::Json(json!({"commands": commands, "is_question": false}))
}

/// The reading of [`UNSURE`] by a good model.
fn pick_up_the_kids() -> Step {
    reading(
        json!([{"intent": "add_task", "confidence": 0.95, "task_ids": [],
        "title": "Pick up the kids", "when": "at 4", "priority": null, "tags": [], "status": null}]),
    )
}
