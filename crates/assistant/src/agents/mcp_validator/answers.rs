//! Answers to a question: what was waiting for them is done now, or isn't.

mod parts;

use tasktalk_domain::{
    Command, Confidence, Continuation, Intent, Pending, PendingKind, Reference, Selector, SpanKind,
    Target, Task, TaskId,
};
use tasktalk_storage::{StorageError, tasks};
use tasktalk_understanding::{Answer, Part};

use super::{
    bringing_back, changes, misunderstandings::LAST_QUESTION, occurrences, plan_command, questions,
};
use crate::{
    pipeline::{Memory, Plan, Problem, Remark, Step, Tally},
    tools::{Tool, ToolContext, Undo, UndoTarget},
};

pub(super) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    message: &str,
    pending: Pending,
    answer: Answer,
) -> Result<Plan, StorageError> {
    let plan = match chosen(&pending, &answer) {
        Chosen::Nothing => Plan::say(questions::command_of(pending), Remark::LeftAlone),
        // A question that three answers did not settle is given up.
        Chosen::Unclear if memory.misunderstood >= LAST_QUESTION => {
            let remark = Remark::NotUnderstood {
                time: memory.misunderstood.saturating_add(1),
                nearest: Vec::new(),
            };
            Plan::say(questions::command_of(pending), remark)
        }
        Chosen::Unclear => {
            let pending = questions::again(context, pending);
            Plan::ask(questions::command_of(pending.clone()), pending)
        }
        Chosen::Tasks(ids) => {
            let others = others(&pending, &ids);
            let command = pointing_at(certain(questions::command_of(pending)), &ids);
            let mut plan = Box::pin(plan_command(
                context, memory, earlier, message, command, None,
            ))
            .await?;
            plan.alternatives = others;
            plan
        }
        Chosen::OneOrSeries(whole_series) => {
            let ids: Vec<TaskId> = tasks_of(&pending).into_iter().take(1).collect();
            let command = occurrences::answered(questions::command_of(pending), whole_series);
            let command = pointing_at(certain(command), &ids);
            Box::pin(plan_command(
                context, memory, earlier, message, command, None,
            ))
            .await?
        }
        Chosen::Part(part) => parts::plan(context, memory, pending, &part).await?,
        Chosen::Go if pending.wants_words() => {
            let pending = questions::again(context, pending);
            Plan::ask(questions::command_of(pending.clone()), pending)
        }
        Chosen::Go => match pending.continuation {
            Continuation::OnExactly { command, targets } => {
                exactly(context, memory, certain(*command), &targets).await?
            }
            other => {
                let command = certain(other.into_command());
                Box::pin(plan_command(
                    context, memory, earlier, message, command, None,
                ))
                .await?
            }
        },
    };
    Ok(Plan {
        answers_pending: true,
        ..plan
    })
}

/// What an answer comes to.
enum Chosen {
    /// None of it.
    Nothing,
    /// Which one still isn't said.
    Unclear,
    /// These.
    Tasks(Vec<TaskId>),
    /// One occurrence of a repeating task, or all of them.
    OneOrSeries(bool),
    /// Yes, for some of the tasks.
    Part(Part),
    /// Yes.
    Go,
}

fn chosen(pending: &Pending, answer: &Answer) -> Chosen {
    let tasks = tasks_of(pending);
    match (pending.kind, answer) {
        (_, Answer::No | Answer::Neither) => Chosen::Nothing,
        _ if matches!(pending.continuation, Continuation::OneOrSeries { .. }) => match answer {
            Answer::Option(place @ (0 | 1)) => Chosen::OneOrSeries(*place == 1),
            Answer::All => Chosen::OneOrSeries(true),
            _ => Chosen::Unclear,
        },
        (PendingKind::Choice, Answer::Option(place)) => at(&tasks, &[*place]),
        (PendingKind::Choice, Answer::Options(places)) => at(&tasks, places),
        // Those that aren't shown may be meant or not.
        (PendingKind::Choice, Answer::All) if pending.unshown.is_empty() => Chosen::Tasks(tasks),
        (PendingKind::Choice, Answer::Yes) if tasks.len() == 1 => Chosen::Tasks(tasks),
        (PendingKind::Confirm | PendingKind::Add, Answer::Yes | Answer::All) => Chosen::Go,
        (PendingKind::Confirm | PendingKind::Add, Answer::Option(place)) => {
            match pending.options.get(*place) {
                Some(option) if option.id == questions::YES => Chosen::Go,
                Some(_) => Chosen::Nothing,
                None => Chosen::Unclear,
            }
        }
        (PendingKind::Confirm, Answer::Part(part)) => Chosen::Part(part.clone()),
        (_, Answer::Unclear | Answer::Part(_) | Answer::More)
        | (PendingKind::Choice, Answer::All | Answer::Yes)
        | (PendingKind::Confirm | PendingKind::Add, Answer::Options(_)) => Chosen::Unclear,
    }
}

/// The tasks of the options, then those that fit as well but aren't shown.
fn tasks_of(pending: &Pending) -> Vec<TaskId> {
    let options = pending.options.iter().chain(&pending.unshown);
    options.filter_map(|option| option.task_id).collect()
}

fn at(tasks: &[TaskId], places: &[usize]) -> Chosen {
    let chosen = places.iter().map(|place| tasks.get(*place).copied());
    chosen
        .collect::<Option<Vec<_>>>()
        .map_or(Chosen::Unclear, Chosen::Tasks)
}

fn others(pending: &Pending, chosen: &[TaskId]) -> Vec<TaskId> {
    let mut others = tasks_of(pending);
    others.retain(|id| !chosen.contains(id));
    others
}

/// The command as the user has confirmed it.
fn certain(command: Command) -> Command {
    Command {
        confidence: Confidence::CERTAIN,
        ..command
    }
}

/// The command on the chosen tasks, and on those of its reference that were clear from the beginning.
fn pointing_at(mut command: Command, chosen: &[TaskId]) -> Command {
    // What was said is settled: a number that was chosen is no title any more.
    command
        .spans
        .retain(|span| span.kind != SpanKind::Reference);
    let clear = command
        .reference
        .iter()
        .flat_map(|reference| reference.include.clone())
        .filter(|selector| matches!(selector, Selector::Id(_)));
    let include = clear
        .chain(chosen.iter().copied().map(Selector::Id))
        .collect();
    Command {
        reference: Some(Reference {
            include,
            exclude: Vec::new(),
        }),
        ..command
    }
}

/// Runs a confirmed command on exactly the tasks that were shown, if they still are what they were; otherwise it is
/// asked about anew.
async fn exactly(
    context: &ToolContext<'_>,
    memory: &Memory,
    command: Command,
    targets: &[Target],
) -> Result<Plan, StorageError> {
    let ids: Vec<TaskId> = targets.iter().map(|target| target.id).collect();
    let tasks = tasks::get_many(context.tx, context.user.user.id, &ids).await?;
    let unchanged = |target: &Target| {
        tasks
            .iter()
            .any(|task| task.id == target.id && task.version == target.version)
    };
    if targets.iter().all(unchanged) {
        context.known.remember(&tasks);
        let tools = if command.intent == Intent::Undo && command.reference.is_some() {
            bringing_back::anyway(context, memory, &ids).await?
        } else if command.intent == Intent::Undo {
            vec![Tool::Undo(Undo {
                target: UndoTarget::Newest {
                    steps: command.parameters.steps.unwrap_or(1),
                },
                force: true,
            })]
        } else {
            changes::on_each(context, &command, &tasks)
        };
        return Ok(Plan::new(command, Step::Run(tools)));
    }
    let left: Vec<Task> = tasks
        .into_iter()
        .filter(|task| task.deleted_at.is_none())
        .collect();
    let Some(first) = left.first() else {
        let problems = ids.iter().map(|id| Problem::Absent {
            id: *id,
            in_trash: true,
        });
        return Ok(Plan {
            problems: problems.collect(),
            ..Plan::new(command, Step::Run(Vec::new()))
        });
    };
    let pending = if command.intent == Intent::Undo {
        questions::confirm_overwriting(context, &command, first)
    } else {
        questions::confirm(context, &command, &left, true)
    };
    Ok(Plan::ask(command, pending))
}
