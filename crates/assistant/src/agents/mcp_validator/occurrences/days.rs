//! The days that a reference names, and the repeating tasks that take place then: "friday's gym".

use jiff::civil::Date;
use tasktalk_domain::{Command, DueFilter, Intent, Reference, Selector, Series, Task, TaskFilter};
use tasktalk_storage::StorageError;

use crate::agents::mcp_validator::resolve_reference::{self, Resolution, Wanted};
use crate::{pipeline::Memory, tools::ToolContext};

/// Looks for a repeating task by its words alone where none is due on the days that were said: only the present
/// occurrence has a due date of its own.
pub(in crate::agents::mcp_validator) async fn look_again(
    context: &ToolContext<'_>,
    memory: &Memory,
    command: &Command,
    found: Resolution,
) -> Result<Resolution, StorageError> {
    let changes = matches!(command.intent, Intent::UpdateTask | Intent::DeleteTask);
    let nothing = found.targets.is_empty() && found.unclear.is_none() && found.absent.is_empty();
    let (Some((from, to)), Some(text)) = (days(command), words(command)) else {
        return Ok(found);
    };
    if !changes || !nothing {
        return Ok(found);
    }
    let reference = Reference::to(Selector::Words { text, exact: false });
    let mut second =
        resolve_reference::resolve(context, memory, &reference, &[], Wanted::Open).await?;
    let takes_place =
        |task: &Task| Series::of(task).is_some_and(|series| !series.within(from, to).is_empty());
    if let Some(unclear) = second.unclear.take() {
        second
            .targets
            .extend(unclear.candidates.into_iter().filter(takes_place));
    }
    let one = second.targets.len() == 1 && second.targets.iter().all(takes_place);
    Ok(if one { second } else { found })
}

/// The filter that is all a reference consists of.
fn only_filter(command: &Command) -> Option<&TaskFilter> {
    match command.reference.as_ref()?.include.as_slice() {
        [Selector::Filter(filter)] => Some(filter),
        _ => None,
    }
}

/// The days that the reference names: "friday's gym".
pub(super) fn days(command: &Command) -> Option<(Date, Date)> {
    let filter = only_filter(command)?;
    match (&filter.text, &filter.due) {
        (
            Some(_),
            Some(DueFilter::Between {
                from: Some(from),
                to: Some(to),
            }),
        ) => Some((*from, *to)),
        _ => None,
    }
}

/// The words beside the days.
fn words(command: &Command) -> Option<String> {
    only_filter(command)?.text.clone()
}
