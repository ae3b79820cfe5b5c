//! Words of a title: which task do they mean, and how clearly.

use serde_json::json;
use tasktalk_domain::{Task, TaskFilter, TaskId, ToolCall, pending::OPTIONS_LIMIT, search_words};
use tasktalk_storage::{StorageError, tasks};
use tasktalk_understanding::matching;

use super::{
    Fit, Wanted,
    quoted::{self, Place},
    slips,
};
use crate::tools::{ListTasks, Tool, ToolContext, task_json};

/// How many tasks are compared with the words.
const CANDIDATES: usize = 30;
/// A title scoring less is not meant; one that lacks an important word scores below 0.5.
pub(super) const MEANT: f32 = 0.55;
/// A title scoring less may be meant, but is never taken without asking.
const TAKEN: f32 = 0.6;
/// A title scoring less was only roughly pointed at, with a slip of the pen for instance.
const CLEAR: f32 = 0.68;
/// What a title scores that has the quoted words in it, and one in which they only begin a word: that is rough.
const WHOLE_WORDS: f32 = 0.75;
const BEGINNING: f32 = 0.62;
/// The best must lead by this much.
const MARGIN: f32 = 0.1;
/// A title scoring less isn't worth showing when nothing matched.
const NEAR: f32 = 0.2;

/// What words point at.
#[derive(Debug)]
pub(crate) enum Match {
    /// One task.
    One {
        task: Box<Task>,
        /// How well.
        fit: Fit,
        /// What fits less well.
        others: Vec<TaskId>,
    },
    /// Several, the best first.
    Several(Vec<Task>),
    /// None; these come nearest.
    Nothing { nearest: Vec<Task> },
}

/// Finds the task that words mean. Quoted words mean a title that has exactly them.
pub(crate) async fn find(
    context: &ToolContext<'_>,
    text: &str,
    exact: bool,
    wanted: Wanted,
) -> Result<Match, StorageError> {
    let owner = context.user.user.id;
    let candidates = tasks::candidates(context.tx, owner, &telling(text), CANDIDATES).await?;
    let found = choose(candidates, text, exact, wanted);
    let Match::Nothing { mut nearest } = found else {
        return Ok(found);
    };
    // Misspelt words find no candidates, so the tasks that the user last dealt with are compared as well.
    for task in tasks::recent(context.tx, owner, CANDIDATES).await? {
        if nearest.iter().all(|near| near.id != task.id) {
            nearest.push(task);
        }
    }
    Ok(choose(nearest, text, exact, wanted))
}

/// Open tasks whose titles a message mentions, whatever else it says, the best first.
pub(crate) async fn mentioned(
    context: &ToolContext<'_>,
    message: &str,
) -> Result<Vec<Task>, StorageError> {
    let owner = context.user.user.id;
    let words = telling(message);
    let candidates = tasks::candidates(context.tx, owner, &words, CANDIDATES).await?;
    let mut scored: Vec<(f32, Task)> = candidates
        .into_iter()
        .filter(|task| !task.completed())
        .map(|task| (matching::score(task.title.as_str(), message), task))
        .filter(|(score, _)| *score >= TAKEN)
        .collect();
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let best = scored.into_iter().take(OPTIONS_LIMIT);
    Ok(best.map(|(_, task)| task).collect())
}

/// The words that tell tasks apart; all of them when none does.
fn telling(text: &str) -> Vec<String> {
    const FILLERS: [&str; 18] = [
        "a", "an", "and", "at", "for", "in", "is", "it", "me", "my", "of", "on", "task", "tasks",
        "that", "the", "to", "with",
    ];
    let all = search_words::of_text(text);
    let telling: Vec<String> = all
        .iter()
        .filter(|word| !FILLERS.contains(&word.as_str()))
        .cloned()
        .collect();
    if telling.is_empty() { all } else { telling }
}

/// Picks among tasks.
pub(crate) fn choose(tasks: Vec<Task>, words: &str, exact: bool, wanted: Wanted) -> Match {
    let mut scored: Vec<(f32, Task)> = tasks
        .into_iter()
        .map(|task| (score(words, exact, &task), task))
        .filter(|(score, _)| *score >= NEAR)
        .collect();
    if scored
        .iter()
        .any(|(score, task)| *score >= MEANT && wanted.fits(task))
    {
        scored.retain(|(_, task)| wanted.fits(task));
    }
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let Some(best) = scored
        .first()
        .map(|(score, _)| *score)
        .filter(|score| *score >= MEANT)
    else {
        let nearest = scored.into_iter().take(OPTIONS_LIMIT);
        return Match::Nothing {
            nearest: nearest.map(|(_, task)| task).collect(),
        };
    };
    scored.retain(|(score, _)| *score >= MEANT);
    let several = !exact && scored.iter().all(|(_, task)| is_one_of(words, task));
    let rivals = scored
        .iter()
        .filter(|(score, _)| {
            if several {
                true
            } else if best >= 1.0 {
                *score >= 1.0
            } else {
                best - score < MARGIN
            }
        })
        .count();
    if rivals > 1 {
        scored.truncate(rivals);
        return Match::Several(scored.into_iter().map(|(_, task)| task).collect());
    }
    let (_, task) = scored.remove(0);
    let slip = if exact {
        Fit::Clear
    } else {
        slips::fit(words, task.title.as_str())
    };
    let fit = match best {
        best if best < TAKEN => Fit::Guessed,
        best if best < CLEAR => slip.max(Fit::Rough),
        _ => slip,
    };
    Match::One {
        task: Box::new(task),
        fit,
        others: scored.into_iter().map(|(_, task)| task.id).collect(),
    }
}

/// Whether the words are the plural of what a task has in its title: "the reports".
fn is_one_of(words: &str, task: &Task) -> bool {
    matching::plural(words, task.title.as_str())
}

fn score(words: &str, exact: bool, task: &Task) -> f32 {
    let title = task.title.as_str();
    if !exact {
        return matching::score(words, title);
    }
    match quoted::place(words, title) {
        Place::Whole => 1.0,
        Place::Words => WHOLE_WORDS,
        Place::Beginning => BEGINNING,
        Place::Nowhere => NEAR,
    }
}

/// The search as a call of `list_tasks`, which is what it was.
pub(crate) fn lookup(
    context: &ToolContext<'_>,
    words: &str,
    wanted: Wanted,
    found: &Match,
) -> ToolCall {
    let call = Tool::ListTasks(ListTasks {
        filter: TaskFilter {
            status: wanted.status(),
            text: Some(words.to_owned()),
            ..TaskFilter::default()
        },
        ..ListTasks::default()
    });
    let tasks: &[Task] = match found {
        Match::One { task, .. } => std::slice::from_ref(task),
        Match::Several(tasks) => tasks,
        Match::Nothing { .. } => &[],
    };
    let public_id = context.user.user.public_id();
    ToolCall {
        name: call.name().to_owned(),
        arguments: call.arguments(),
        result: json!({
            "success": true,
            "tasks": tasks.iter().map(|task| task_json(task, &public_id)).collect::<Vec<_>>(),
            "count": tasks.len(),
            "status_filter": wanted.status().as_str(),
            "next_cursor": null,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::task;

    fn tasks(titles: &[&str]) -> Vec<Task> {
        (1..)
            .zip(titles)
            .map(|(number, title)| task(number, title))
            .collect()
    }

    fn one(titles: &[&str], words: &str, exact: bool) -> Option<String> {
        match choose(tasks(titles), words, exact, Wanted::Open) {
            Match::One { task, .. } => Some(task.title.to_string()),
            Match::Several(_) | Match::Nothing { .. } => None,
        }
    }

    #[test]
    fn a_whole_title_beats_a_part_of_another() {
        let titles = ["Team meeting", "Meeting", "Meeting with Bob"];
        assert_eq!(one(&titles, "meeting", false).unwrap(), "Meeting");
        assert_eq!(
            one(&titles, "meeting with bob", false).unwrap(),
            "Meeting with Bob"
        );
        assert!(one(&["Team meeting", "Meeting with Bob"], "meeting", false).is_none());
        assert!(one(&["Buy milk", "Buy milk"], "buy milk", false).is_none());
    }

    #[test]
    fn quoted_words_are_taken_literally() {
        let titles = ["Call mum", "Call mom"];
        assert_eq!(one(&titles, "call mom", true).unwrap(), "Call mom");
        assert!(one(&titles, "cal mom", true).is_none());
        assert!(one(&["Vacation planning"], "cat", true).is_none());
        assert_eq!(
            one(&["Wash car", "Carpet"], "car", true).unwrap(),
            "Wash car"
        );
    }

    #[test]
    fn open_tasks_come_before_done_ones() {
        let mut tasks = tasks(&["Pay rent", "Pay rent"]);
        tasks[0].completed_at = Some(tasks[0].created_at);
        let open = choose(tasks.clone(), "rent", false, Wanted::Open);
        assert!(matches!(open, Match::One { task, .. } if task.id.get() == 2));
        let done = choose(tasks.clone(), "rent", false, Wanted::Done);
        assert!(matches!(done, Match::One { task, .. } if task.id.get() == 1));
        let any = choose(tasks, "rent", false, Wanted::Any);
        assert!(matches!(any, Match::Several(tasks) if tasks.len() == 2));
    }

    #[test]
    fn what_comes_nearest_is_offered_but_not_taken() {
        let found = choose(
            tasks(&["Call the dentist", "Buy milk"]),
            "dentist bill",
            false,
            Wanted::Open,
        );
        assert!(matches!(found, Match::Nothing { nearest } if nearest.len() == 1));
    }
}
