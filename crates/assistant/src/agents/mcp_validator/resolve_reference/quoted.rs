//! What stands in quotes is taken literally: as words of a title, never as a piece of one. A number in quotes may be a
//! task's number as well.

use tasktalk_domain::{Task, TaskId, text};
use tasktalk_storage::{StorageError, tasks};

use super::{
    Wanted,
    words::{self, Match},
};
use crate::tools::ToolContext;

/// Where quoted words stand in a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Nowhere, or inside a word only: "cat" in "Vacation".
    Nowhere,
    /// Where a word begins that goes on: "groc" in "Groceries".
    Beginning,
    /// As words of it.
    Words,
    /// They are the title.
    Whole,
}

/// What quoted text means.
pub(super) enum Quoted {
    /// A title that has these words, or in vain.
    Titles(Match),
    /// The task of this number, and no title.
    Number(TaskId),
}

/// Finds what quoted text means. A number that is in a title as well could be either.
pub(super) async fn find(
    context: &ToolContext<'_>,
    text: &str,
    wanted: Wanted,
) -> Result<Quoted, StorageError> {
    let found = words::find(context, text, true, wanted).await?;
    Ok(match (number(text), found) {
        (Some(id), Match::Nothing { .. }) => Quoted::Number(id),
        (Some(id), found) => Quoted::Titles(with_number(context, found, id).await?),
        (None, found) => Quoted::Titles(found),
    })
}

/// Where the words stand in the title; the best place if there are several.
pub(super) fn place(words: &str, title: &str) -> Place {
    let (words, title) = (text::fold(words), text::fold(title));
    if words == title {
        return Place::Whole;
    }
    if words.is_empty() {
        return Place::Nowhere;
    }
    title
        .match_indices(&words)
        .map(|(start, _)| around(&title[..start], &words, &title[start + words.len()..]))
        .max()
        .unwrap_or(Place::Nowhere)
}

fn around(before: &str, words: &str, after: &str) -> Place {
    let joined = |one: Option<char>, other: Option<char>| {
        one.is_some_and(char::is_alphanumeric) && other.is_some_and(char::is_alphanumeric)
    };
    let last = words.chars().next_back();
    if joined(before.chars().next_back(), words.chars().next()) {
        Place::Nowhere
    } else if !joined(last, after.chars().next()) {
        Place::Words
    } else if last.is_some_and(char::is_numeric) {
        // "25" is not the beginning of "250".
        Place::Nowhere
    } else {
        Place::Beginning
    }
}

/// The task's number that quoted text could be: "5", "#5".
fn number(text: &str) -> Option<TaskId> {
    let digits = text.trim().trim_start_matches('#');
    let plain = digits.chars().all(|digit| digit.is_ascii_digit());
    let number = digits.parse::<i64>().ok().filter(|_| plain)?;
    TaskId::try_from(number).ok()
}

/// Adds the task of that number to the titles in which the number was found.
async fn with_number(
    context: &ToolContext<'_>,
    found: Match,
    id: TaskId,
) -> Result<Match, StorageError> {
    let mut titled: Vec<Task> = match &found {
        Match::Nothing { .. } => Vec::new(),
        Match::One { task, .. } => vec![(**task).clone()],
        Match::Several(tasks) => tasks.clone(),
    };
    let rows = tasks::get_many(context.tx, context.user.user.id, &[id]).await?;
    let numbered = rows
        .into_iter()
        .find(|row| row.deleted_at.is_none() && titled.iter().all(|task| task.id != row.id));
    let Some(numbered) = numbered else {
        return Ok(found);
    };
    titled.push(numbered);
    Ok(Match::Several(titled))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_words_stand_at_whole_words() {
        for (words, title, expected) in [
            ("vacation planning", "Vacation Planning", Place::Whole),
            ("vacation", "Vacation planning", Place::Words),
            ("mum", "Buy mum's present", Place::Words),
            ("cafe", "Meet at the Café!", Place::Words),
            ("art", "Start the art class", Place::Words),
            ("\u{1f389}", "Party\u{1f389}now", Place::Words),
            ("plan", "Vacation planning", Place::Beginning),
            ("cat", "Vacation planning", Place::Nowhere),
            ("art", "Start the car", Place::Nowhere),
            ("5", "Pay 250 euro", Place::Nowhere),
            ("25", "Pay 250 euro", Place::Nowhere),
            ("", "Pay 250 euro", Place::Nowhere),
        ] {
            assert_eq!(place(words, title), expected, "{words} / {title}");
        }
    }

    #[test]
    fn only_a_plain_number_could_be_a_tasks() {
        for (text, expected) in [
            ("5", Some(5)),
            ("#5", Some(5)),
            ("+5", None),
            ("0", None),
            ("5 eggs", None),
            ("", None),
        ] {
            assert_eq!(number(text).map(TaskId::get), expected, "{text}");
        }
    }
}
