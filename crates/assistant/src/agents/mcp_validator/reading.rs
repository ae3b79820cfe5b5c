//! Showing tasks: a list by its filter, or the tasks that were named.

use tasktalk_domain::{Command, StatusFilter, TaskFilter};
use tasktalk_storage::StorageError;

use super::resolve_reference::{self, Wanted};
use crate::{
    pipeline::{LINES, Memory, Plan, Problem, Remark, Sight, Step},
    tools::{ListTasks, Tool, ToolContext},
};

/// Reading is always done, however unsure the engine is.
pub(super) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    command: Command,
) -> Result<Plan, StorageError> {
    let Some(reference) = &command.reference else {
        let parameters = &command.parameters;
        let call = ListTasks {
            filter: parameters.filter.clone(),
            sort: parameters.sort.unwrap_or_default(),
            order: parameters.order.unwrap_or_default(),
            limit: LINES,
            cursor: None,
            count_only: parameters.count_only,
        };
        return Ok(Plan::new(command, Step::Run(vec![Tool::ListTasks(call)])));
    };
    let mut resolution =
        resolve_reference::resolve(context, memory, reference, &command.spans, Wanted::Any).await?;
    if let Some(unclear) = resolution.unclear.take() {
        resolution.targets.extend(unclear.candidates);
    }
    let found = std::mem::take(&mut resolution.targets);
    let step = if found.is_empty() {
        show_again(memory, &resolution.problems)
    } else {
        Step::Say(Remark::Found(found))
    };
    Ok(resolution.into_plan(command, step))
}

/// Where a place pointed into no current list, the list is shown again; otherwise nothing is left to do.
pub(super) fn show_again(memory: &Memory, problems: &[Problem]) -> Step {
    if !problems.contains(&Problem::NoCurrentList) {
        return Step::Run(Vec::new());
    }
    let filter = match memory.sight() {
        Sight::Outdated(list) => list.filter.clone(),
        Sight::Current(_) | Sight::Nothing => TaskFilter {
            status: StatusFilter::Pending,
            ..TaskFilter::default()
        },
    };
    Step::Run(vec![Tool::ListTasks(ListTasks {
        filter,
        limit: LINES,
        ..ListTasks::default()
    })])
}
