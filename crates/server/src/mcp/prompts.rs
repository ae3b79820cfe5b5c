//! Prompts: ready-made beginnings that a user picks, with the list as it is now attached to them.

use rmcp::ErrorData;
use rmcp::model::{
    CacheScope, ContentBlock, GetPromptResult, JsonObject, ListPromptsResult, Prompt,
    PromptArgument, PromptMessage, ResourceContents, Role,
};
use serde_json::Value;
use tasktalk_assistant::{Permissions, Scope};
use tasktalk_domain::Tag;

use super::{failure::Fault, resources, tools::Call};
use crate::problem::shortened;

/// One prompt.
struct Spec {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    /// Its only argument, with what it is.
    argument: Option<(&'static str, &'static str)>,
    text: fn(Option<&str>) -> String,
}

/// The argument that all of them have: which tag to keep to.
pub(crate) const TAG: &str = "tag";

const PROMPTS: [Spec; 3] = [
    Spec {
        name: "daily_plan",
        title: "Plan my day",
        description: "A realistic plan for today from what is due and overdue.",
        argument: Some((TAG, "Plan only tasks with this tag.")),
        text: |tag| {
            format!(
                "Make a realistic plan for my day from the attached overview of my to-do list{}. Put what is overdue and \
                 due today first, in a sensible order. If it is more than fits into a day, propose what to move and \
                 where to; move nothing before I agree.",
                only(tag)
            )
        },
    },
    Spec {
        name: "weekly_review",
        title: "Review my week",
        description: "What got done, what slipped, and what comes next.",
        argument: Some((TAG, "Review only tasks with this tag.")),
        text: |tag| {
            format!(
                "Go through my week with me{}. Find what I completed in the last seven days with find_tasks (status \
                 completed, sorted by updated, newest first), look at the attached overview for what is overdue and \
                 coming up, and ask me about each overdue task: done, reschedule, or delete? Change nothing before I \
                 answer.",
                only(tag)
            )
        },
    },
    Spec {
        name: "inbox_triage",
        title: "Sort my inbox",
        description: "Give tasks without a due date a day, a priority or a tag.",
        argument: Some((TAG, "Sort only tasks with this tag.")),
        text: |tag| {
            format!(
                "Help me sort the tasks that have no due date yet{}: find them with find_tasks (status pending, due none). \
                 Propose a day, a priority and tags for each, in one table, and do with update_tasks only what I agree \
                 to.",
                only(tag)
            )
        },
    },
];

fn only(tag: Option<&str>) -> String {
    tag.map_or_else(String::new, |tag| format!(" (only tasks tagged '{tag}')"))
}

/// Every prompt; they read tasks, so a token that may not has none.
pub(crate) fn list(permissions: Permissions) -> ListPromptsResult {
    let prompts = if permissions.require(Scope::Read).is_ok() {
        PROMPTS.iter().map(listed).collect()
    } else {
        Vec::new()
    };
    ListPromptsResult::with_all_items(prompts)
        .with_ttl_ms(resources::LIST_TTL)
        .with_cache_scope(CacheScope::Private)
}

fn listed(spec: &Spec) -> Prompt {
    let arguments = spec.argument.map(|(name, description)| {
        vec![
            PromptArgument::new(name)
                .with_description(description)
                .with_required(false),
        ]
    });
    Prompt::new(spec.name, Some(spec.description), arguments).with_title(spec.title)
}

/// Whether there is a prompt of this name.
pub(crate) fn exists(name: &str) -> bool {
    PROMPTS.iter().any(|spec| spec.name == name)
}

/// One prompt, with the overview attached, of the tag's tasks if there is one.
pub(crate) async fn get(
    call: &Call<'_>,
    name: &str,
    arguments: Option<&JsonObject>,
) -> Result<GetPromptResult, ErrorData> {
    let permitted = call.user.permissions.require(Scope::Read).is_ok();
    let spec = PROMPTS
        .iter()
        .find(|spec| permitted && spec.name == name)
        .ok_or_else(|| ErrorData::invalid_params("There is no such prompt", None))?;
    let tag = tag(arguments)?;
    let overview = call
        .overview(tag.as_deref())
        .await
        .map_err(|fault| match fault {
            Fault::Failure(_) => ErrorData::invalid_params("The list can't be read", None),
            Fault::Broken => resources::broken(),
        })?;
    let attached = ResourceContents::text(overview.to_string(), resources::OVERVIEW)
        .with_mime_type("application/json");
    Ok(GetPromptResult::new(vec![
        PromptMessage::new_text(Role::User, (spec.text)(tag.as_deref())),
        PromptMessage::new(Role::User, ContentBlock::resource(attached)),
    ])
    .with_description(spec.description))
}

/// The tag that was given; anything that can't be a tag is refused, as it would stand in the prompt.
fn tag(arguments: Option<&JsonObject>) -> Result<Option<String>, ErrorData> {
    let refused = |sentence: String| Err(ErrorData::invalid_params(sentence, None));
    let mut tag = None;
    for (name, value) in arguments.into_iter().flatten() {
        match value {
            Value::Null => {}
            _ if name != TAG => {
                let name = shortened(name);
                return refused(format!(
                    "A prompt has no argument '{name}'. It takes: {TAG}"
                ));
            }
            Value::String(given) if given.trim().is_empty() => {}
            Value::String(given) => match Tag::parse(given) {
                Ok(parsed) => tag = Some(parsed.to_string()),
                Err(error) => return refused(error.to_string()),
            },
            _ => return refused(format!("'{TAG}' must be text")),
        }
    }
    Ok(tag)
}
