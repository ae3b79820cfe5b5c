//! Finds the tasks that a reference points at. It never picks between two that fit equally well.

mod names;
mod namesakes;
mod quoted;
mod resolution;
mod rows;
mod shown;
mod slips;
pub(crate) mod spellings;
pub(super) mod words;

use futures_util::future::join;
use tasktalk_domain::{Pronoun, Reference, Selector, Span, Task, TaskFilter, TaskId};
use tasktalk_storage::StorageError;
use tasktalk_understanding::matching;

pub(crate) use self::words::with_words;
use self::{
    names::Named,
    quoted::Quoted,
    rows::{Part, read, sweep},
    shown::Pointed,
    words::Match,
};
pub(super) use self::{
    resolution::{Absent, Resolution, Unclear, Wanted},
    slips::Fit,
};
use crate::{
    Scope,
    pipeline::{Memory, Problem},
    tools::ToolContext,
};

/// More tasks than this are not changed in one go, confirmed or not.
pub(crate) const AT_ONCE_LIMIT: usize = 500;

/// Resolves a reference. `spans` are the pieces of the message that it was read from.
pub(super) async fn resolve(
    context: &ToolContext<'_>,
    memory: &Memory,
    reference: &Reference,
    spans: &[Span],
    wanted: Wanted,
) -> Result<Resolution, StorageError> {
    let mut resolution = Resolution::default();
    let included = parts(context, memory, &reference.include, wanted, &mut resolution).await?;
    // A token that may not read can only point by number, so for it a number is never a title.
    let bare = if context.permissions.require(Scope::Read).is_ok() {
        namesakes::bare(reference, spans)
    } else {
        Vec::new()
    };
    // Polled together, they share one round trip.
    let (rows, namesakes) = join(read(context, included), namesakes::find(context, bare)).await;
    (resolution.targets, resolution.absent) = rows?;
    let namesakes = namesakes?;
    let excepted = namesakes::excepted(&namesakes, reference);
    namesakes::settle(namesakes, reference, wanted, &mut resolution);
    if !reference.exclude.is_empty() {
        resolution
            .targets
            .retain(|task| !excepted.contains(&task.id));
        except(context, memory, &reference.exclude, &mut resolution).await?;
    }
    context.known.remember(&resolution.targets);
    Ok(resolution)
}

async fn parts(
    context: &ToolContext<'_>,
    memory: &Memory,
    selectors: &[Selector],
    wanted: Wanted,
    resolution: &mut Resolution,
) -> Result<Vec<Part>, StorageError> {
    let mut parts = Vec::with_capacity(selectors.len());
    for selector in selectors {
        match selector {
            Selector::Id(id) => parts.push(Part::Ids(vec![*id])),
            Selector::InvalidId(_) => resolution.problems.push(Problem::InvalidId),
            Selector::Words { text, exact: true } => {
                match quoted::find(context, text, wanted).await? {
                    Quoted::Titles(found) => {
                        named(context, text, wanted, found, resolution, &mut parts);
                    }
                    Quoted::Number(id) => parts.push(Part::Ids(vec![id])),
                }
            }
            Selector::Words { text, exact: false } => {
                let found = words::find(context, text, false, wanted).await?;
                let names = if names::one_title(&found, text) {
                    Named::default()
                } else {
                    names::find(context, text, wanted).await?
                };
                if names.found.is_empty() {
                    named(context, text, wanted, found, resolution, &mut parts);
                } else if names.either {
                    let found = names.found.into_iter().map(|(_, found)| found);
                    leave_open(found.flat_map(Match::into_tasks).collect(), resolution);
                    continue;
                }
                // Whoever names several means all of them, so one that isn't there stops the rest.
                for (text, found) in names.found {
                    if matches!(found, Match::Nothing { .. }) {
                        resolution.blocked = true;
                        resolution
                            .problems
                            .push(Problem::PartUnknown { words: text });
                    } else {
                        named(context, &text, wanted, found, resolution, &mut parts);
                    }
                }
            }
            Selector::Position(position) => {
                let pointed = shown::position(memory, *position);
                point(context, pointed, resolution, &mut parts).await?;
            }
            Selector::Pronoun(pronoun) => {
                let mut pointed = shown::pronoun(memory, *pronoun);
                if memory.in_this_turn.is_empty() {
                    pointed = match pronoun {
                        Pronoun::Them => {
                            shown::several(pointed, &memory.focus, memory.focus_before()?)
                        }
                        Pronoun::Both | Pronoun::Others
                            if pointed == Pointed::Nowhere(Problem::NoCurrentList) =>
                        {
                            let alike = *pronoun == Pronoun::Both;
                            shown::of_two(*pronoun, memory.one_by_one(alike)?)
                        }
                        Pronoun::It | Pronoun::Both | Pronoun::Others => pointed,
                    };
                }
                point(context, pointed, resolution, &mut parts).await?;
            }
            Selector::Filter(filter) => {
                parts.extend(sweep(context, filter.clone(), wanted, resolution).await?);
            }
            Selector::All => {
                parts.extend(sweep(context, TaskFilter::default(), wanted, resolution).await?);
            }
            Selector::OneOf(selectors) => {
                one_of(context, memory, selectors, wanted, resolution).await?;
            }
            Selector::Each(text) => {
                let found = words::find_each(context, text, wanted).await?;
                if found.is_empty() {
                    let found = words::find(context, text, false, wanted).await?;
                    named(context, text, wanted, found, resolution, &mut parts);
                } else {
                    parts.push(Part::Tasks(found));
                }
            }
        }
    }
    Ok(parts)
}

/// One of several ways of pointing, and it wasn't said which: whatever they point at is offered, and nothing is taken.
async fn one_of(
    context: &ToolContext<'_>,
    memory: &Memory,
    selectors: &[Selector],
    wanted: Wanted,
    resolution: &mut Resolution,
) -> Result<(), StorageError> {
    let mut offered = Resolution::default();
    let pointed = Box::pin(parts(context, memory, selectors, wanted, &mut offered)).await?;
    let (mut candidates, _) = read(context, pointed).await?;
    candidates.extend(offered.unclear.into_iter().flat_map(|it| it.candidates));
    resolution.lookups.append(&mut offered.lookups);
    if candidates.is_empty() {
        resolution.problems.append(&mut offered.problems);
    } else {
        leave_open(candidates, resolution);
    }
    Ok(())
}

/// Which of these is meant has to be asked.
fn leave_open(mut candidates: Vec<Task>, resolution: &mut Resolution) {
    let unclear = resolution.unclear.get_or_insert(Unclear {
        words: None,
        candidates: Vec::new(),
    });
    candidates.retain(|task| unclear.candidates.iter().all(|other| other.id != task.id));
    unclear.candidates.append(&mut candidates);
}

/// Takes in what the words of one title found.
fn named(
    context: &ToolContext<'_>,
    text: &str,
    wanted: Wanted,
    found: Match,
    resolution: &mut Resolution,
    parts: &mut Vec<Part>,
) {
    resolution
        .lookups
        .push(words::lookup(context, text, wanted, &found));
    match found {
        Match::One { task, fit, others } => {
            // What is a part of a task is not that task: "the bread" of "Milk, eggs and bread".
            let part = matching::names_a_part(text, task.title.as_str());
            let fit = if part { Fit::Guessed } else { fit };
            resolution.fit = resolution.fit.max(fit);
            resolution.alternatives.extend(others);
            parts.push(Part::Tasks(vec![*task]));
        }
        Match::Several(candidates) => {
            if resolution.unclear.is_some() {
                resolution.problems.push(Problem::Several { candidates });
                return;
            }
            resolution.unclear = Some(Unclear {
                words: Some(text.to_owned()),
                candidates,
            });
        }
        Match::Nothing { nearest } => {
            resolution.problems.push(Problem::NothingMatched {
                words: text.to_owned(),
                nearest,
            });
        }
    }
}

async fn point(
    context: &ToolContext<'_>,
    pointed: Pointed,
    resolution: &mut Resolution,
    parts: &mut Vec<Part>,
) -> Result<(), StorageError> {
    match pointed {
        Pointed::At {
            tasks,
            alternatives,
        } => {
            resolution.alternatives.extend(alternatives);
            parts.push(Part::Ids(tasks));
        }
        Pointed::Unclear(candidates) => {
            let (candidates, _) = read(context, vec![Part::Ids(candidates)]).await?;
            resolution.unclear.get_or_insert(Unclear {
                words: None,
                candidates,
            });
        }
        Pointed::Nowhere(problem) => resolution.problems.push(problem),
    }
    Ok(())
}

/// Takes the exceptions out. What fits an exception even roughly stays untouched; one that fits nothing stops
/// everything.
async fn except(
    context: &ToolContext<'_>,
    memory: &Memory,
    exceptions: &[Selector],
    resolution: &mut Resolution,
) -> Result<(), StorageError> {
    let mut of_exceptions = Resolution::default();
    let excepted = parts(context, memory, exceptions, Wanted::Any, &mut of_exceptions).await?;
    let mut excepted: Vec<TaskId> = excepted
        .into_iter()
        .flat_map(|part| match part {
            Part::Ids(ids) => ids,
            Part::Tasks(tasks) => tasks.iter().map(|task| task.id).collect(),
        })
        .collect();
    excepted.extend(
        of_exceptions
            .unclear
            .iter()
            .flat_map(|unclear| unclear.candidates.iter().map(|task| task.id)),
    );
    excepted.extend(of_exceptions.alternatives);
    resolution.lookups.append(&mut of_exceptions.lookups);
    // When nothing is urgent, nothing urgent has to be left out. A tag or words that nothing has may be misspelt.
    of_exceptions.problems.retain(|problem| {
        !matches!(problem, Problem::NoneSuch { filter } if filter.tag.is_none() && filter.text.is_none())
    });
    resolution.blocked |= !of_exceptions.problems.is_empty();
    let problems = of_exceptions.problems.into_iter();
    resolution
        .problems
        .extend(problems.map(|problem| match problem {
            Problem::NothingMatched { words, .. } => Problem::PartUnknown { words },
            other => other,
        }));
    resolution
        .targets
        .retain(|task| !excepted.contains(&task.id));
    if resolution.targets.is_empty() && resolution.problems.is_empty() {
        resolution.problems.push(Problem::NothingLeft);
    }
    Ok(())
}
