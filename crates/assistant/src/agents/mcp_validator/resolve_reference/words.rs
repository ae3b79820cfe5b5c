//! Words of a title: which task do they mean, and how clearly.

use std::collections::HashSet;

use serde_json::json;
use tasktalk_domain::{Task, TaskFilter, TaskId, ToolCall, pending::OPTIONS_LIMIT};
use tasktalk_storage::{
    StorageError,
    tasks::{self, Among},
};
use tasktalk_understanding::matching;

use super::{
    Fit, Wanted,
    quoted::{self, Place},
    slips,
    spellings::{self, Spelt},
};
use crate::tools::{ListTasks, Tool, ToolContext, task_json};

/// How many tasks are compared with the words.
const CANDIDATES: usize = 50;
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

impl Match {
    /// The tasks that may be meant.
    pub(super) fn into_tasks(self) -> Vec<Task> {
        match self {
            Self::One { task, .. } => vec![*task],
            Self::Several(tasks) => tasks,
            Self::Nothing { .. } => Vec::new(),
        }
    }
}

/// Finds every task that words describe: "both john calls".
pub(super) async fn find_each(
    context: &ToolContext<'_>,
    text: &str,
    wanted: Wanted,
) -> Result<Vec<Task>, StorageError> {
    let owner = context.user.user.id;
    let among = wanted.among();
    let Spelt { clues, .. } = spellings::look_up(context, text, false, among).await?;
    let mut tasks = tasks::candidates(context.tx, owner, &clues, CANDIDATES).await?;
    tasks.retain(|task| wanted.fits(task) && matching::score(text, task.title.as_str()) >= MEANT);
    tasks.sort_by_key(|task| task.id);
    Ok(tasks)
}

/// Finds the task that words mean. Quoted words mean a title that has exactly them.
pub(crate) async fn find(
    context: &ToolContext<'_>,
    text: &str,
    exact: bool,
    wanted: Wanted,
) -> Result<Match, StorageError> {
    find_among(context, text, exact, wanted, wanted.among()).await
}

/// Finds the task in the trash that words mean.
pub(crate) async fn find_in_trash(
    context: &ToolContext<'_>,
    text: &str,
    exact: bool,
) -> Result<Match, StorageError> {
    find_among(context, text, exact, Wanted::Any, Among::Trash).await
}

async fn find_among(
    context: &ToolContext<'_>,
    text: &str,
    exact: bool,
    wanted: Wanted,
    among: Among,
) -> Result<Match, StorageError> {
    let owner = context.user.user.id;
    let Spelt { clues, own } = spellings::look_up(context, text, exact, among).await?;
    // A title may be all signs, and then has no words to be found by.
    let candidates = if clues.words.is_empty() && among == Among::Open {
        tasks::recent(context.tx, owner, CANDIDATES).await?
    } else {
        tasks::candidates(context.tx, owner, &clues, CANDIDATES).await?
    };
    Ok(choose(candidates, text, exact, wanted, &own))
}

/// Finds the task that words mean among the few that a question was about.
pub(crate) fn find_in(tasks: &[Task], text: &str, exact: bool) -> Match {
    choose(tasks.to_vec(), text, exact, Wanted::Any, &HashSet::new())
}

/// Tasks that have words of a message, at most `most`, those with the rarest words first.
pub(crate) async fn with_words(
    context: &ToolContext<'_>,
    message: &str,
    most: usize,
) -> Result<Vec<Task>, StorageError> {
    let owner = context.user.user.id;
    let Spelt { clues, .. } = spellings::look_up(context, message, false, Among::Open).await?;
    tasks::candidates(context.tx, owner, &clues, most).await
}

/// Open tasks whose titles a message mentions, whatever else it says, the best first.
pub(crate) async fn mentioned(
    context: &ToolContext<'_>,
    message: &str,
) -> Result<Vec<Task>, StorageError> {
    let owner = context.user.user.id;
    let Spelt { clues, .. } = spellings::look_up(context, message, false, Among::Open).await?;
    let candidates = tasks::candidates(context.tx, owner, &clues, CANDIDATES).await?;
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

/// Picks among tasks. `own` are the words that the user's tasks have as they stand.
fn choose(
    tasks: Vec<Task>,
    words: &str,
    exact: bool,
    wanted: Wanted,
    own: &HashSet<String>,
) -> Match {
    let mut scored: Vec<Scored> = tasks
        .into_iter()
        .map(|task| Scored::of(task, words, exact, own))
        .filter(|scored| scored.score >= NEAR)
        .collect();
    // What has the words themselves is meant, before what only has others that look like them.
    if scored
        .iter()
        .any(|one| one.meant() && one.fit == Fit::Clear)
    {
        scored.retain(|one| !one.meant() || one.fit < Fit::Guessed);
    }
    if scored
        .iter()
        .any(|one| one.meant() && wanted.fits(&one.task))
    {
        scored.retain(|one| wanted.fits(&one.task));
    }
    scored.sort_by(|one, other| other.score.total_cmp(&one.score));
    let best = scored.first().map_or(0.0, |best| best.score);
    if best < MEANT {
        let nearest = scored.into_iter().take(OPTIONS_LIMIT);
        return Match::Nothing {
            nearest: nearest.map(|near| near.task).collect(),
        };
    }
    scored.retain(Scored::meant);
    let several = !exact && scored.iter().all(|one| is_one_of(words, &one.task));
    let is_rival = |one: &&Scored| match best {
        _ if several => true,
        best if best >= 1.0 => one.score >= 1.0,
        best => best - one.score < MARGIN,
    };
    let rivals = scored.iter().filter(is_rival).count();
    if rivals > 1 {
        scored.truncate(rivals);
        return Match::Several(scored.into_iter().map(|one| one.task).collect());
    }
    let Scored { task, fit, .. } = scored.remove(0);
    let fit = match best {
        best if best < TAKEN => Fit::Guessed,
        best if best < CLEAR => fit.max(Fit::Rough),
        _ => fit,
    };
    Match::One {
        task: Box::new(task),
        fit,
        others: scored.into_iter().map(|one| one.task.id).collect(),
    }
}

/// A task, and how well words mean it.
struct Scored {
    score: f32,
    /// Whether only with a slip of the pen.
    fit: Fit,
    task: Task,
}

impl Scored {
    fn of(task: Task, words: &str, exact: bool, own: &HashSet<String>) -> Self {
        let score = score(words, exact, &task);
        let fit = if exact || score < MEANT {
            Fit::Clear
        } else {
            slips::fit(words, task.title.as_str(), own)
        };
        Self { score, fit, task }
    }

    fn meant(&self) -> bool {
        self.score >= MEANT
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

    fn chosen(tasks: Vec<Task>, words: &str, exact: bool, wanted: Wanted) -> Match {
        choose(tasks, words, exact, wanted, &HashSet::new())
    }

    fn one(titles: &[&str], words: &str, exact: bool) -> Option<String> {
        match chosen(tasks(titles), words, exact, Wanted::Open) {
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
        let open = chosen(tasks.clone(), "rent", false, Wanted::Open);
        assert!(matches!(open, Match::One { task, .. } if task.id.get() == 2));
        let done = chosen(tasks.clone(), "rent", false, Wanted::Done);
        assert!(matches!(done, Match::One { task, .. } if task.id.get() == 1));
        let any = chosen(tasks, "rent", false, Wanted::Any);
        assert!(matches!(any, Match::Several(tasks) if tasks.len() == 2));
    }

    #[test]
    fn what_comes_nearest_is_offered_but_not_taken() {
        let found = chosen(
            tasks(&["Call the dentist", "Buy milk"]),
            "dentist bill",
            false,
            Wanted::Open,
        );
        assert!(matches!(found, Match::Nothing { nearest } if nearest.len() == 1));
    }
}
