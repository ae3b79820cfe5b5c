//! Numbers that could be titles: "delete seven" may mean #7, or the task called "Seven".

use tasktalk_domain::{Reference, Selector, Span, SpanKind, Task, TaskId, text};
use tasktalk_storage::{StorageError, tasks};

use super::{Resolution, Unclear, Wanted};
use crate::tools::ToolContext;

/// A number that was said without anything that makes it a task's number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bare {
    /// What it was read as.
    id: TaskId,
    /// The words, as they were said.
    words: String,
}

/// A task whose title is exactly what was read as a number.
#[derive(Debug)]
pub(super) struct Namesake {
    bare: Bare,
    task: Task,
}

/// The numbers of a reference that were said bare: without `#`, and without "task" before them.
pub(super) fn bare(reference: &Reference, spans: &[Span]) -> Vec<Bare> {
    let mut ids: Vec<TaskId> = reference
        .include
        .iter()
        .chain(&reference.exclude)
        .filter_map(|selector| match selector {
            Selector::Id(id) => Some(*id),
            _ => None,
        })
        .collect();
    if ids.is_empty() {
        return Vec::new();
    }
    let mut bare = Vec::new();
    let mut spelt = Vec::new();
    for (words, marked) in spans
        .iter()
        .filter(|span| span.kind == SpanKind::Reference)
        .flat_map(|span| pieces(&span.text))
    {
        let digits = words.trim_start_matches('#').parse::<i64>().ok();
        match digits.and_then(|digits| ids.iter().position(|id| id.get() == digits)) {
            Some(place) => {
                let id = ids.remove(place);
                if !marked {
                    bare.push(Bare { id, words });
                }
            }
            None => spelt.push((words, marked)),
        }
    }
    // Numbers in letters can only be told by their order, so one that is missing leaves all in doubt.
    if spelt.len() == ids.len() {
        let unmarked = ids
            .into_iter()
            .zip(spelt)
            .filter(|(_, (_, marked))| !marked);
        bare.extend(unmarked.map(|(id, (words, _))| Bare { id, words }));
    }
    bare
}

/// The parts of a list, each with whether it says that it is a task's number.
fn pieces(text: &str) -> Vec<(String, bool)> {
    const MARKS: [&str; 9] = [
        "task", "tasks", "number", "numbers", "no.", "nr", "id", "ids", "item",
    ];
    const JOINTS: [&str; 6] = ["and", "&", "or", "except", "but", "not"];
    const ARTICLES: [&str; 2] = ["the", "my"];
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut all_marked = false;
    let mut end = |words: &mut Vec<&str>, all_marked: bool| {
        let marked = all_marked || words.iter().any(|word| word.starts_with('#'));
        if !words.is_empty() {
            pieces.push((words.join(" "), marked));
        }
        words.clear();
    };
    for word in text.split_whitespace() {
        let folded = text::fold(word);
        if JOINTS.contains(&folded.as_str()) {
            end(&mut words, all_marked);
        } else if MARKS.contains(&folded.as_str()) {
            all_marked = true;
        } else if !ARTICLES.contains(&folded.as_str()) {
            let mut parts = word.split(',').filter(|part| !part.is_empty()).peekable();
            while let Some(part) = parts.next() {
                words.push(part);
                if parts.peek().is_some() || word.ends_with(',') {
                    end(&mut words, all_marked);
                }
            }
        }
    }
    end(&mut words, all_marked);
    pieces
}

/// Finds the tasks that are called like the numbers.
pub(super) async fn find(
    context: &ToolContext<'_>,
    bare: Vec<Bare>,
) -> Result<Vec<Namesake>, StorageError> {
    let mut found = Vec::new();
    for bare in bare {
        let title = text::fold(&bare.words);
        let owner = context.user.user.id;
        let titled = tasks::titled(context.tx, owner, &title, 1).await?;
        if let Some(task) = titled.into_iter().next() {
            found.push(Namesake { bare, task });
        }
    }
    Ok(found)
}

/// Takes the title instead of the number where there is no task with that number; where there are both, it is unclear.
pub(super) fn settle(
    namesakes: Vec<Namesake>,
    reference: &Reference,
    wanted: Wanted,
    resolution: &mut Resolution,
) {
    for Namesake { bare, task } in namesakes {
        let included = reference.include.contains(&Selector::Id(bare.id));
        if !included || task.id == bare.id || !wanted.fits(&task) {
            continue;
        }
        let place = resolution
            .targets
            .iter()
            .position(|target| target.id == bare.id);
        if let Some(place) = place {
            let numbered = resolution.targets.remove(place);
            resolution.unclear.get_or_insert(Unclear {
                words: Some(bare.words),
                candidates: vec![task, numbered],
            });
        } else {
            resolution.absent.retain(|absent| absent.id != bare.id);
            resolution.targets.push(task);
        }
    }
}

/// The tasks that are called like an exception: they stay untouched as well.
pub(super) fn excepted(namesakes: &[Namesake], reference: &Reference) -> Vec<TaskId> {
    namesakes
        .iter()
        .filter(|namesake| reference.exclude.contains(&Selector::Id(namesake.bare.id)))
        .map(|namesake| namesake.task.id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: i64) -> TaskId {
        TaskId::try_from(number).unwrap()
    }

    fn bare_words(text: &str, ids: &[i64]) -> Vec<(i64, String)> {
        let reference = Reference {
            include: ids.iter().copied().map(id).map(Selector::Id).collect(),
            exclude: Vec::new(),
        };
        let span = Span {
            start: 0,
            end: text.chars().count(),
            kind: SpanKind::Reference,
            text: text.to_owned(),
        };
        bare(&reference, &[span])
            .into_iter()
            .map(|bare| (bare.id.get(), bare.words))
            .collect()
    }

    #[test]
    fn only_numbers_without_a_mark_could_be_titles() {
        for (text, ids, expected) in [
            ("seven", vec![7], vec![(7, "seven")]),
            ("7", vec![7], vec![(7, "7")]),
            ("the twenty one", vec![21], vec![(21, "twenty one")]),
            (
                "3, four and 5",
                vec![3, 4, 5],
                vec![(3, "3"), (5, "5"), (4, "four")],
            ),
            ("3,4", vec![3, 4], vec![(3, "3"), (4, "4")]),
            ("#7", vec![7], vec![]),
            ("task seven", vec![7], vec![]),
            ("tasks 3 and 4", vec![3, 4], vec![]),
            ("#3 and 4", vec![3, 4], vec![(4, "4")]),
            // A range names numbers that are not said.
            ("three to five", vec![3, 4, 5], vec![]),
        ] {
            let expected: Vec<(i64, String)> = expected
                .into_iter()
                .map(|(id, words)| (id, words.to_owned()))
                .collect();
            assert_eq!(bare_words(text, &ids), expected, "{text}");
        }
    }
}
