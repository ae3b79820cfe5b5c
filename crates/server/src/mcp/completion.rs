//! Completions: the user's own tags for prompts, and tasks for `task://{id}`.

use rmcp::{
    ErrorData,
    model::{ArgumentInfo, CompleteResult, CompletionInfo, Reference},
};
use serde_json::{Value, json};
use tasktalk_assistant::Scope;

use super::{prompts, tools::Call};

/// How many tasks are looked at for tags.
const LOOKED_AT: usize = 200;

/// What an argument could go on as.
pub(crate) async fn complete(
    call: &Call<'_>,
    of: &Reference,
    argument: &ArgumentInfo,
) -> Result<CompleteResult, ErrorData> {
    let readable = call.user.permissions.require(Scope::Read).is_ok();
    let typed = argument.value.trim().to_lowercase();
    let values = match (of.as_prompt_name(), of.as_resource_uri()) {
        _ if !readable => Vec::new(),
        (Some(name), _) if prompts::exists(name) && argument.name == prompts::TAG => {
            tags(call, &typed).await
        }
        (_, Some("task://{id}")) if argument.name == "id" => numbers(call, &typed).await,
        _ => Vec::new(),
    };
    let completion = bounded(values).map_err(|error| ErrorData::internal_error(error, None))?;
    Ok(CompleteResult::new(completion))
}

fn bounded(mut values: Vec<String>) -> Result<CompletionInfo, String> {
    let total = u32::try_from(values.len()).ok();
    let more = values.len() > CompletionInfo::MAX_VALUES;
    values.truncate(CompletionInfo::MAX_VALUES);
    CompletionInfo::with_pagination(values, total, more)
}

/// The tags of the tasks changed last, the most used first.
async fn tags(call: &Call<'_>, typed: &str) -> Vec<String> {
    let page = call
        .list(json!({"sort": "updated", "order": "desc", "limit": LOOKED_AT}))
        .await
        .unwrap_or_default();
    let mut counted: Vec<(String, usize)> = Vec::new();
    for tag in tasks(&page).flat_map(|task| task["tags"].as_array().into_iter().flatten()) {
        let tag = tag.as_str().unwrap_or_default();
        match counted.iter_mut().find(|(known, _)| known == tag) {
            Some((_, count)) => *count += 1,
            None => counted.push((tag.to_owned(), 1)),
        }
    }
    counted.retain(|(tag, _)| tag.starts_with(typed.trim_start_matches('#')));
    counted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counted.into_iter().map(|(tag, _)| tag).collect()
}

/// The numbers of open tasks that begin with what was typed, or whose words do.
async fn numbers(call: &Call<'_>, typed: &str) -> Vec<String> {
    let is_number = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
    let text = (!is_number && !typed.is_empty()).then_some(typed);
    let page = call
        .list(json!({"status": "pending", "text": text, "sort": "updated", "order": "desc", "limit": LOOKED_AT}))
        .await
        .unwrap_or_default();
    tasks(&page)
        .map(|task| task["id"].to_string())
        .filter(|id| !is_number || id.starts_with(typed))
        .collect()
}

fn tasks(page: &Value) -> impl Iterator<Item = &Value> {
    page["tasks"].as_array().into_iter().flatten()
}
