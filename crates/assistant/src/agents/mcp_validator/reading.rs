//! Showing tasks: a list by its filter, or the tasks that were named.

use tasktalk_domain::{
    Collection, Command, Confidence, Intent, SortKey, SortOrder, StatusFilter, Task, TaskFilter,
};
use tasktalk_storage::{
    StorageError,
    tasks::{self, TaskCursor, TaskQuery},
};

use super::resolve_reference::{self, AT_ONCE_LIMIT, Wanted};
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
    if let Some(collection) = command.parameters.collection {
        let tasks = collected(context, collection).await?;
        return Ok(Plan::say(command, Remark::Collected(collection, tasks)));
    }
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

/// So many deleted or repeating tasks are shown.
const COLLECTED: usize = 50;

/// The newest deleted tasks first, and repeating ones by when they are due.
async fn collected(
    context: &ToolContext<'_>,
    collection: Collection,
) -> Result<Vec<Task>, StorageError> {
    let local = context.zone.local(context.now);
    let trash = collection == Collection::Trash;
    let (status, sort, order) = if trash {
        (StatusFilter::All, SortKey::Updated, SortOrder::Desc)
    } else {
        (StatusFilter::Pending, SortKey::Due, SortOrder::Asc)
    };
    let query = TaskQuery {
        filter: TaskFilter {
            status,
            ..TaskFilter::default()
        },
        today: local.date(),
        now: context.now,
        sort,
        order,
        limit: if trash { COLLECTED } else { AT_ONCE_LIMIT },
        cursor: None,
        trash,
    };
    let mut tasks = tasks::list(context.tx, context.user.user.id, &query)
        .await?
        .tasks;
    if !trash {
        tasks.retain(|task| task.recurrence.is_some());
        tasks.truncate(COLLECTED);
    }
    Ok(tasks)
}

/// The list as it was last shown goes on. What was shown to its end, or a while ago, doesn't.
pub(super) fn next_page(memory: &Memory) -> Plan {
    let command = Command::new(Intent::ListTasks, Confidence::CERTAIN);
    let next = match memory.sight() {
        Sight::Current(list) => list.next.as_ref().map(|next| (list, next)),
        Sight::Outdated(_) | Sight::Nothing => None,
    };
    let call = next.and_then(|(list, next)| {
        Some(ListTasks {
            filter: list.filter.clone(),
            sort: next.sort,
            order: next.order,
            limit: LINES,
            cursor: Some(TaskCursor::decode(&next.cursor)?),
            count_only: false,
        })
    });
    if let Sight::Outdated(_) = memory.sight() {
        return Plan::new(command, show_again(memory, &[Problem::NoCurrentList]));
    }
    match call {
        Some(call) => Plan::new(command, Step::Run(vec![Tool::ListTasks(call)])),
        None => Plan::say(command, Remark::ListEnds),
    }
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
