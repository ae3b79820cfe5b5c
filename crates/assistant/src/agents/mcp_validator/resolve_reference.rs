//! Finds the tasks that a reference points at. It never picks between two that fit equally well.

mod names;
mod namesakes;
mod shown;
pub(super) mod words;

use futures_util::future::join;
use tasktalk_domain::{
    Command, Reference, Selector, SortKey, SortOrder, Span, StatusFilter, Task, TaskFilter, TaskId,
    ToolCall,
};
use tasktalk_storage::{
    StorageError,
    tasks::{self, TaskQuery},
};

use self::{shown::Pointed, words::Match};
use crate::{
    Scope,
    pipeline::{Memory, Plan, Problem, Step},
    tools::ToolContext,
};

/// More tasks than this are not changed in one go, confirmed or not.
pub(crate) const AT_ONCE_LIMIT: usize = 500;

/// Which tasks a command looks for first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Open ones: to complete or change them.
    Open,
    /// Done ones: to open them again.
    Done,
    /// Any.
    Any,
}

impl Wanted {
    fn fits(self, task: &Task) -> bool {
        match self {
            Self::Open => !task.completed(),
            Self::Done => task.completed(),
            Self::Any => true,
        }
    }

    fn status(self) -> StatusFilter {
        match self {
            Self::Open => StatusFilter::Pending,
            Self::Done => StatusFilter::Completed,
            Self::Any => StatusFilter::All,
        }
    }
}

/// What a reference points at.
#[derive(Debug, Default)]
pub(super) struct Resolution {
    /// Tasks on the list, in the order they were named.
    pub(super) targets: Vec<Task>,
    /// Named by number, but not on the list.
    pub(super) absent: Vec<Absent>,
    /// What was pointed at in vain.
    pub(super) problems: Vec<Problem>,
    /// Where several fit.
    pub(super) unclear: Option<Unclear>,
    /// One of the targets fits only roughly.
    pub(super) fuzzy: bool,
    /// An exception could not be found, so nothing may be done to the rest.
    pub(super) blocked: bool,
    /// How tasks were found by their words.
    pub(super) lookups: Vec<ToolCall>,
    /// What could have been meant instead.
    pub(super) alternatives: Vec<TaskId>,
}

impl Resolution {
    /// A plan with all that resolving its reference brought up.
    pub(super) fn into_plan(self, command: Command, step: Step) -> Plan {
        let mut problems = self.problems;
        problems.extend(self.absent.iter().map(|absent| Problem::Absent {
            id: absent.id,
            in_trash: absent.in_trash,
        }));
        Plan {
            lookups: self.lookups,
            problems,
            alternatives: self.alternatives,
            ..Plan::new(command, step)
        }
    }
}

/// A number that is no task on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Absent {
    pub(super) id: TaskId,
    /// It is in the trash; otherwise there is no such task.
    pub(super) in_trash: bool,
    /// It is in the trash, and was done when it was put there.
    pub(super) done: bool,
}

/// Several tasks fit equally well.
#[derive(Debug)]
pub(super) struct Unclear {
    /// By which words, if by words.
    pub(super) words: Option<String>,
    /// The best first.
    pub(super) candidates: Vec<Task>,
}

/// What one selector yields before rows are read.
enum Part {
    Ids(Vec<TaskId>),
    Tasks(Vec<Task>),
}

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
            Selector::Words { text, exact } => {
                let found = words::find(context, text, *exact, wanted).await?;
                let names = if matches!(found, Match::Nothing { .. }) && !exact {
                    names::find(context, text, wanted).await?
                } else {
                    Vec::new()
                };
                if names.is_empty() {
                    named(context, text, wanted, found, resolution, &mut parts);
                }
                // Whoever names several means all of them, so one that isn't there stops the rest.
                for (text, found) in names {
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
                let pointed = shown::pronoun(memory, *pronoun);
                point(context, pointed, resolution, &mut parts).await?;
            }
            Selector::Filter(filter) => {
                parts.extend(sweep(context, filter.clone(), wanted, resolution).await?);
            }
            Selector::All => {
                parts.extend(sweep(context, TaskFilter::default(), wanted, resolution).await?);
            }
        }
    }
    Ok(parts)
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
        Match::One {
            task,
            fuzzy,
            others,
        } => {
            resolution.fuzzy |= fuzzy;
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

/// Every task that a filter lets through.
async fn sweep(
    context: &ToolContext<'_>,
    filter: TaskFilter,
    wanted: Wanted,
    resolution: &mut Resolution,
) -> Result<Option<Part>, StorageError> {
    let filter = match filter.status {
        StatusFilter::All => TaskFilter {
            status: wanted.status(),
            ..filter
        },
        StatusFilter::Pending | StatusFilter::Completed => filter,
    };
    let local = context.zone.local(context.now);
    let query = TaskQuery {
        filter,
        today: local.date(),
        now: local,
        sort: SortKey::default(),
        order: SortOrder::default(),
        limit: AT_ONCE_LIMIT,
        cursor: None,
        trash: false,
    };
    let page = tasks::list(context.tx, context.user.user.id, &query).await?;
    if page.tasks.is_empty() {
        resolution.problems.push(Problem::NoneSuch {
            filter: query.filter,
        });
        return Ok(None);
    }
    if page.next.is_some() {
        resolution
            .problems
            .push(Problem::TooMany { count: page.total });
        resolution.blocked = true;
        return Ok(None);
    }
    Ok(Some(Part::Tasks(page.tasks)))
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

/// Reads the rows that are only known by number, all at once, and leaves out repeats.
async fn read(
    context: &ToolContext<'_>,
    parts: Vec<Part>,
) -> Result<(Vec<Task>, Vec<Absent>), StorageError> {
    let ids: Vec<TaskId> = parts
        .iter()
        .flat_map(|part| match part {
            Part::Ids(ids) => ids.as_slice(),
            Part::Tasks(_) => &[],
        })
        .copied()
        .collect();
    let mut rows = if ids.is_empty() {
        Vec::new()
    } else {
        tasks::get_many(context.tx, context.user.user.id, &ids).await?
    };
    let mut targets: Vec<Task> = Vec::new();
    let mut absent: Vec<Absent> = Vec::new();
    for part in parts {
        match part {
            Part::Tasks(tasks) => {
                for task in tasks {
                    if targets.iter().all(|target| target.id != task.id) {
                        targets.push(task);
                    }
                }
            }
            Part::Ids(ids) => {
                for id in ids {
                    let known = targets.iter().any(|target| target.id == id)
                        || absent.iter().any(|absent| absent.id == id);
                    if known {
                        continue;
                    }
                    match rows.iter().position(|row| row.id == id) {
                        Some(place) if rows[place].deleted_at.is_none() => {
                            targets.push(rows.swap_remove(place));
                        }
                        row => absent.push(Absent {
                            id,
                            in_trash: row.is_some(),
                            done: row.is_some_and(|place| rows[place].completed()),
                        }),
                    }
                }
            }
        }
    }
    Ok((targets, absent))
}
