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
    let names = split(text);
    let has_all = |task: &Task| {
        let title = task.title.as_str();
        names
            .iter()
            .all(|name| matching::score(name, title) >= words::MEANT)
    };
    names.len() < 2
        || match found {
            Match::One { task, .. } => has_all(task),
            Match::Several(tasks) => tasks.iter().all(has_all),
            Match::Nothing { .. } => false,
        }
}

/// What each of several names means; nothing when the words are no list of names, or none of them is known.
pub(super) async fn find(
    context: &ToolContext<'_>,
    text: &str,
    wanted: Wanted,
) -> Result<Vec<(String, Match)>, StorageError> {
    let names = split(text);
    if !(2..=LIMIT).contains(&names.len()) {
        return Ok(Vec::new());
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
    Ok(if any { found } else { Vec::new() })
}

/// The words between commas and "and".
fn split(text: &str) -> Vec<String> {
    const JOINTS: [&str; 4] = ["and", "&", "+", "plus"];
    let mut names: Vec<String> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        if JOINTS.contains(&word.to_lowercase().as_str()) {
            names.push(words.join(" "));
            words.clear();
            continue;
        }
        let ends = word.ends_with([',', ';']);
        words.push(word.trim_end_matches([',', ';']));
        if ends {
            names.push(words.join(" "));
            words.clear();
        }
    }
    names.push(words.join(" "));
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_between_commas_and_ands() {
        for (text, expected) in [
            ("milk and bread", vec!["milk", "bread"]),
            (
                "milk, bread and the garage",
                vec!["milk", "bread", "the garage"],
            ),
            ("milk, bread, and garage", vec!["milk", "bread", "garage"]),
            ("milk & bread", vec!["milk", "bread"]),
            ("sand and", vec!["sand"]),
            ("candy", vec!["candy"]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
