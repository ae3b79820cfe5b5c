//! Several titles in one breath: "milk, bread and garage".

use futures_util::future::try_join_all;
use tasktalk_domain::Task;
use tasktalk_storage::StorageError;
use tasktalk_understanding::matching;

use super::{
    Wanted,
    words::{self, Match},
};
use crate::tools::ToolContext;

/// More names than this at once are words, not names.
const LIMIT: usize = 20;

/// Whether what was found for all the words together has each of their names in its title: "Wash and dry clothes". If
/// not, some names are of other tasks.
pub(super) fn one_title(found: &Match, text: &str) -> bool {
    let matching::Names { names, denied, .. } = matching::names(text);
    let has_all = |task: &Task| {
        let title = task.title.as_str();
        names
            .iter()
            .chain(&denied)
            .all(|name| matching::score(name, title) >= words::MEANT)
    };
    names.len() + denied.len() < 2
        || match found {
            Match::One { task, .. } => has_all(task),
            Match::Several(tasks) => tasks.iter().all(has_all),
            Match::Nothing { .. } => false,
        }
}

/// What several names mean.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Each of them; nothing when the words are no list of names, or none of them is known.
    pub(super) found: Vec<(String, Match)>,
    /// Which of them is meant was not said.
    pub(super) either: bool,
}

/// What each of several names means; nothing when the words are no list of names, or none of them is known.
pub(super) async fn find(
    context: &ToolContext<'_>,
    text: &str,
    wanted: Wanted,
) -> Result<Named, StorageError> {
    let matching::Names {
        names,
        either,
        denied,
    } = matching::names(text);
    if names.is_empty() || !(2..=LIMIT).contains(&(names.len() + denied.len())) {
        return Ok(Named::default());
    }
    // Polled together, they share round trips.
    let found = try_join_all(names.into_iter().map(async |name| {
        let matched = words::find(context, &name, false, wanted).await?;
        Ok::<_, StorageError>((name, matched))
    }))
    .await?;
    let any = found
        .iter()
        .any(|(_, matched)| !matches!(matched, Match::Nothing { .. }));
    Ok(Named {
        found: if any { found } else { Vec::new() },
        either,
    })
}
