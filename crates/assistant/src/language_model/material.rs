//! All that a language model may see for one turn: the message, what was said before it, some tasks, and the time.
//! Nothing else of a person leaves the server.

use futures_util::future::try_join;
use jiff::Timestamp;
use tasktalk_domain::{
    Command, Locale, Role, SortKey, SortOrder, StatusFilter, Task, TaskFilter, UserId, Zone,
    conversation::HISTORY,
};
use tasktalk_storage::{
    Snapshot, StorageError, messages,
    tasks::{self, TaskQuery},
};

use super::Wish;
use crate::{agents::mcp_validator::with_words, pipeline::OpenTurn, tools::ToolContext};

/// Most tasks that are shown to a model.
const TASKS: usize = 30;
/// Of those, at most so many because their words are in the message.
const BY_WORDS: usize = 15;
/// Of those, at most so many that are done: a question may be about what was achieved.
const DONE: usize = 8;

/// What a model may see, and what it is judged by.
#[derive(Clone, Debug)]
pub(crate) struct Material {
    /// What the user said.
    pub(crate) message: String,
    /// What the embedded engine makes of it.
    pub(crate) embedded: Vec<Command>,
    /// The language of the message, as a BCP 47 subtag.
    pub(crate) language: String,
    /// What was said before, oldest first.
    pub(crate) history: Vec<(Role, String)>,
    /// Tasks that may be meant, the likeliest first.
    pub(crate) tasks: Vec<Task>,
    /// The instant of the turn.
    pub(crate) now: Timestamp,
    /// Where the user is.
    pub(crate) zone: Zone,
    /// How the user writes dates.
    pub(crate) locale: Locale,
}

/// Gathers it, inside the turn's first transaction.
pub(crate) async fn gather(
    context: &ToolContext<'_>,
    turn: &OpenTurn,
    wish: Wish,
    message: &str,
    embedded: Vec<Command>,
) -> Result<Material, StorageError> {
    let (tx, now) = (context.tx, context.now);
    let owner = turn.user.user.id;
    let history = async {
        if turn.begins {
            Ok(Vec::new())
        } else {
            messages::last(tx, owner, turn.conversation, HISTORY).await
        }
    };
    let (history, tasks) = try_join(history, likely_tasks(context, turn, wish, message)).await?;
    Ok(Material {
        message: message.to_owned(),
        embedded,
        language: tasktalk_understanding::language_of(message, &turn.locale).to_owned(),
        history: history
            .into_iter()
            .map(|message| (message.role, message.content))
            .collect(),
        tasks,
        now,
        zone: turn.zone.clone(),
        locale: turn.locale.clone(),
    })
}

/// What was shown and talked about, what the message has words of, what is due first, and for a question what was done
/// last.
async fn likely_tasks(
    context: &ToolContext<'_>,
    turn: &OpenTurn,
    wish: Wish,
    message: &str,
) -> Result<Vec<Task>, StorageError> {
    let (tx, now) = (context.tx, context.now);
    let owner = turn.user.user.id;
    let mut known = turn.memory.focus.clone();
    known.extend(turn.memory.shown.iter().flat_map(|shown| &shown.tasks));
    known.truncate(TASKS);
    let mut found = tasks::get_many(tx, owner, &known).await?;
    found.extend(with_words(context, message, BY_WORDS).await?);
    if wish == Wish::Answer {
        found.extend(list(tx, owner, turn, StatusFilter::Completed, DONE, now).await?);
    }
    found.extend(list(tx, owner, turn, StatusFilter::Pending, TASKS, now).await?);
    let mut likely: Vec<Task> = Vec::with_capacity(TASKS);
    for task in found {
        let new = likely.iter().all(|seen| seen.id != task.id);
        if new && task.deleted_at.is_none() && likely.len() < TASKS {
            likely.push(task);
        }
    }
    Ok(likely)
}

async fn list(
    tx: &Snapshot<'_>,
    owner: UserId,
    turn: &OpenTurn,
    status: StatusFilter,
    limit: usize,
    now: Timestamp,
) -> Result<Vec<Task>, StorageError> {
    let newest_first = status == StatusFilter::Completed;
    let query = TaskQuery {
        filter: TaskFilter {
            status,
            ..TaskFilter::default()
        },
        today: turn.zone.local(now).date(),
        now,
        sort: if newest_first {
            SortKey::Updated
        } else {
            SortKey::Due
        },
        order: if newest_first {
            SortOrder::Desc
        } else {
            SortOrder::Asc
        },
        limit,
        cursor: None,
        trash: false,
    };
    Ok(tasks::list(tx, owner, &query).await?.tasks)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::test_support::{SUNDAY, zone};

    /// What a model sees of a message on a Sunday morning, read by the embedded engine, with no tasks.
    pub(crate) fn material(message: &str) -> Material {
        let now: Timestamp = SUNDAY.parse().unwrap();
        let (zone, locale) = (zone(), Locale::default());
        let moment = tasktalk_understanding::Moment {
            now: zone.local(now),
            zone: zone.clone(),
            locale: locale.clone(),
        };
        let understood = tasktalk_understanding::understand(message, &moment);
        Material {
            message: message.to_owned(),
            embedded: understood.commands,
            language: understood.language,
            history: Vec::new(),
            tasks: Vec::new(),
            now,
            zone,
            locale,
        }
    }
}
