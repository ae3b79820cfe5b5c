//! A confirmation that was answered for some of its tasks: "yes, but not the milk".

use tasktalk_domain::{Continuation, Pending, Position, Selector, Target, Task, TaskId};
use tasktalk_storage::{StorageError, tasks};
use tasktalk_understanding::Part;

use super::{certain, exactly};
use crate::{
    agents::mcp_validator::{questions, resolve_reference::words},
    pipeline::{Memory, Plan, Remark},
    tools::ToolContext,
};

/// Does it to those tasks, where the answer settles it; asks about them otherwise.
pub(super) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    pending: Pending,
    part: &Part,
) -> Result<Plan, StorageError> {
    let Continuation::OnExactly { command, targets } = &pending.continuation else {
        return Ok(again(context, pending));
    };
    let ids: Vec<TaskId> = targets.iter().map(|target| target.id).collect();
    let found = tasks::get_many(context.tx, context.user.user.id, &ids).await?;
    let Some(named) = named(part, targets, &found) else {
        return Ok(again(context, pending));
    };
    let mut meant = targets.clone();
    meant.retain(|target| named.contains(&target.id) != part.left_out);
    let command = certain(command.as_ref().clone());
    if meant.is_empty() {
        return Ok(Plan::say(command, Remark::LeftAlone));
    }
    if part.agreed {
        return exactly(context, memory, command, &meant).await;
    }
    let left: Vec<Task> = meant
        .iter()
        .filter_map(|target| found.iter().find(|task| task.id == target.id))
        .cloned()
        .collect();
    let pending = questions::confirm(context, &command, &left, false);
    Ok(Plan::ask(command, pending))
}

fn again(context: &ToolContext<'_>, pending: Pending) -> Plan {
    let pending = questions::again(context, pending);
    Plan::ask(questions::command_of(pending.clone()), pending)
}

/// The tasks that are named; none when a part of it names none of these.
fn named(part: &Part, targets: &[Target], found: &[Task]) -> Option<Vec<TaskId>> {
    let mut named = Vec::new();
    for selector in &part.selectors {
        match selector {
            Selector::Id(id) => {
                named.push(targets.iter().find(|target| target.id == *id)?.id);
            }
            Selector::Position(position) => {
                named.extend(at(*position, targets)?.iter().map(|target| target.id));
            }
            Selector::Words { text, exact } => {
                match words::find_in(found, text, *exact) {
                    words::Match::One { task, .. } => named.push(task.id),
                    // All that may be meant are left out; but of those that are to be changed, it is asked which.
                    words::Match::Several(tasks) if part.left_out => {
                        named.extend(tasks.iter().map(|task| task.id));
                    }
                    words::Match::Several(_) | words::Match::Nothing { .. } => return None,
                }
            }
            Selector::InvalidId(_)
            | Selector::Pronoun(_)
            | Selector::Filter(_)
            | Selector::All
            | Selector::OneOf(_)
            | Selector::Each(_) => return None,
        }
    }
    Some(named)
}

/// The tasks at a place in the order in which they were asked about.
fn at(position: Position, targets: &[Target]) -> Option<&[Target]> {
    let number = |n: u32| usize::try_from(n).ok();
    let from_end = |n: u32| targets.len().checked_sub(number(n)?);
    match position {
        Position::Nth(n) => {
            let place = number(n)?.checked_sub(1)?;
            targets.get(place..=place)
        }
        Position::FromEnd(n) => {
            let place = from_end(n)?;
            targets.get(place..=place)
        }
        Position::First(n) => targets.get(..number(n)?),
        Position::Last(n) => targets.get(from_end(n)?..),
    }
}
