//! Completing, changing and deleting tasks that exist: which ones, and whether it may be done right away.

use jiff::civil::Date;
use tasktalk_domain::{
    Change, Command, Description, Intent, Parameters, Reference, Selector, SpanKind, StatusFilter,
    Task, TaskFilter, TaskId, TaskPatch, TaskTitle, pending::OPTIONS_LIMIT, task::InvalidTask,
};
use tasktalk_storage::{StorageError, tasks};

use super::{
    first_occurrence,
    misunderstandings::LAST_QUESTION,
    occurrences::{self, Unsettled},
    policy::{self, Proposal, Verdict},
    questions, reading,
    resolve_reference::{self, Absent, Fit, Resolution, Unclear, Wanted},
    titles,
};
use crate::{
    pipeline::{Memory, Plan, Problem, Remark, Step, Tally},
    tools::{CompleteTask, DeleteTask, RestoreTask, Tool, ToolContext, UpdateTask},
};

pub(super) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    command: Command,
    question: Option<String>,
) -> Result<Plan, StorageError> {
    if command.intent == Intent::UpdateTask {
        if asks_for_nothing(&command.parameters) {
            return ask_how(context, memory, earlier, command, question).await;
        }
        if let Err(refused) = patch(&command.parameters) {
            return Ok(Plan::refuse(command, Problem::Refused(refused.to_string())));
        }
    }
    let Some(reference) = &command.reference else {
        return ask_which(context, memory, command).await;
    };
    let resolution =
        resolve_reference::resolve(context, memory, reference, &command.spans, wanted(&command))
            .await?;
    let resolution = occurrences::look_again(context, memory, &command, resolution).await?;
    Ok(decide(context, memory, earlier, command, resolution))
}

/// Decides about targets that have been found.
pub(super) fn decide(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    command: Command,
    mut resolution: Resolution,
) -> Plan {
    if resolution.blocked {
        return resolution.into_plan(command, Step::Run(Vec::new()));
    }
    if let Some(unclear) = resolution.unclear.take() {
        return ask_which_of(context, memory, command, resolution, unclear);
    }
    let targets = std::mem::take(&mut resolution.targets);
    if targets.is_empty() && resolution.absent.is_empty() {
        let step = reading::show_again(memory, &resolution.problems);
        let shown = matches!(&step, Step::Run(tools) if !tools.is_empty());
        let then_ask = (shown && memory.misunderstood < LAST_QUESTION)
            .then(|| Box::new(questions::which(context, &command, None, &[])));
        return Plan {
            then_ask,
            ..resolution.into_plan(command, step)
        };
    }
    if targets.iter().any(|task| titles::is_lost(&command, task)) {
        return resolution.into_plan(command, Step::Say(Remark::WhatInstead));
    }
    let command = match occurrences::settle(context, memory, command, &targets, resolution.fit) {
        Ok(command) => command,
        Err(unsettled) => {
            let Unsettled {
                command,
                step,
                problem,
            } = *unsettled;
            resolution.problems.extend(problem);
            return resolution.into_plan(command, step);
        }
    };
    let verdict = policy::decide(Proposal {
        intent: command.intent,
        confidence: command.confidence,
        tasks: targets.len(),
        // One new title for several tasks is more likely a misreading than a wish.
        fit: if targets.len() > 1 && command.parameters.title.is_some() {
            resolution.fit.max(Fit::Rough)
        } else {
            resolution.fit
        },
        earlier,
    });
    let step = match (verdict, targets.as_slice()) {
        (Verdict::Act, _) | (_, []) => {
            let absent = std::mem::take(&mut resolution.absent);
            Step::Run(tools(context, &command, &targets, &absent, verdict))
        }
        (Verdict::Ask, [only, ..]) if memory.misunderstood < LAST_QUESTION => {
            Step::Ask(Box::new(questions::did_you_mean(context, &command, only)))
        }
        (Verdict::Ask, _) => {
            resolution.problems.push(Problem::Several {
                candidates: targets,
            });
            Step::Run(Vec::new())
        }
        (Verdict::Confirm, _) => Step::Ask(Box::new(questions::confirm(
            context, &command, &targets, false,
        ))),
    };
    resolution.into_plan(command, step)
}

/// The calls that carry the command out. A number that is no task on the list is called as well: what the tool
/// answers is what every caller of it is told.
///
/// Opening a task again that is in the trash brings it back first, if that is what was clearly asked for.
fn tools(
    context: &ToolContext<'_>,
    command: &Command,
    targets: &[Task],
    absent: &[Absent],
    verdict: Verdict,
) -> Vec<Tool> {
    let restores = verdict == Verdict::Act
        && command.intent == Intent::CompleteTask
        && command.parameters.completed == Some(false);
    let of_absent = absent.iter().flat_map(|absent| {
        let comes_back = restores && absent.in_trash;
        let restore = comes_back.then_some(Tool::RestoreTask(RestoreTask {
            task_id: absent.id,
            expected_version: None,
        }));
        let act = (!comes_back || absent.done).then(|| tool(command, absent.id));
        restore.into_iter().chain(act)
    });
    on_each(context, command, targets)
        .into_iter()
        .chain(of_absent)
        .collect()
}

/// The calls that carry the command out on tasks on the list.
pub(super) fn on_each(context: &ToolContext<'_>, command: &Command, tasks: &[Task]) -> Vec<Tool> {
    let today = context.zone.local(context.now).date();
    tasks
        .iter()
        .map(|task| {
            let command = &titles::within(command, task);
            occurrences::tool(command, task).unwrap_or_else(|| of_whole(command, task, today))
        })
        .collect()
}

/// The call that carries the command out on a whole task.
fn of_whole(command: &Command, task: &Task, today: Date) -> Tool {
    match first_occurrence::due(command, task, today) {
        None => tool(command, task.id),
        Some(due) => {
            let parameters = Parameters {
                due: Change::Set(due),
                due_part: None,
                ..command.parameters.clone()
            };
            update(task.id, &parameters)
        }
    }
}

/// The call that carries the command out on one task.
fn tool(command: &Command, task_id: TaskId) -> Tool {
    match command.intent {
        Intent::DeleteTask => Tool::DeleteTask(DeleteTask {
            task_id,
            expected_version: None,
        }),
        Intent::CompleteTask => Tool::CompleteTask(CompleteTask {
            task_id,
            completed: command.parameters.completed.unwrap_or(true),
            done_on: command.parameters.done_on,
            expected_version: None,
        }),
        _ => update(task_id, &command.parameters),
    }
}

/// The call that changes one task; parameters that are refused were refused before.
pub(super) fn update(task_id: TaskId, parameters: &Parameters) -> Tool {
    Tool::UpdateTask(Box::new(UpdateTask {
        patch: patch(parameters).unwrap_or_default(),
        add_tags: parameters.tags.clone(),
        remove_tags: parameters.remove_tags.clone(),
        postpone: parameters.postpone,
        due_part: parameters.due_part,
        ..UpdateTask::new(task_id)
    }))
}

pub(super) fn patch(parameters: &Parameters) -> Result<TaskPatch, InvalidTask> {
    Ok(TaskPatch {
        title: (parameters.title.as_deref())
            .map(TaskTitle::parse)
            .transpose()?,
        description: match &parameters.description {
            Change::Keep => Change::Keep,
            Change::Clear => Change::Clear,
            Change::Set(text) => Description::parse(text)?.map_or(Change::Clear, Change::Set),
        },
        due: parameters.due.clone(),
        recurrence: parameters.recurrence.clone(),
        priority: parameters.priority,
        tags: parameters.clear_tags.then(Vec::new),
    })
}

pub(super) fn asks_for_nothing(parameters: &Parameters) -> bool {
    *parameters
        == Parameters {
            // These say how to read others, or which tasks are meant.
            due_part: parameters.due_part,
            occurrence: parameters.occurrence,
            filter: parameters.filter.clone(),
            sort: parameters.sort,
            order: parameters.order,
            ..Parameters::default()
        }
}

fn wanted(command: &Command) -> Wanted {
    match (command.intent, command.parameters.completed) {
        (Intent::DeleteTask, _) => Wanted::Any,
        (Intent::CompleteTask, Some(false)) => Wanted::Done,
        _ => Wanted::Open,
    }
}

/// It isn't said what to change. The tasks are looked for first, so that nobody is asked about one that isn't there.
async fn ask_how(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    mut command: Command,
    question: Option<String>,
) -> Result<Plan, StorageError> {
    let question = question.unwrap_or_else(|| {
        "What should I change about it, or to when should I move it?".to_owned()
    });
    let Some(reference) = &command.reference else {
        return Ok(Plan::say(command, Remark::Missing(question)));
    };
    let mut resolution =
        resolve_reference::resolve(context, memory, reference, &command.spans, wanted(&command))
            .await?;
    if resolution.blocked || resolution.unclear.is_some() || resolution.targets.is_empty() {
        return Ok(decide(context, memory, earlier, command, resolution));
    }
    if resolution.fit == Fit::Clear && resolution.absent.is_empty() {
        let targets = std::mem::take(&mut resolution.targets);
        command.reference = Some(Reference {
            include: targets.iter().map(|task| Selector::Id(task.id)).collect(),
            exclude: Vec::new(),
        });
        command
            .spans
            .retain(|span| span.kind != SpanKind::Reference);
    }
    let pending = questions::when(context, &command, question);
    Ok(resolution.into_plan(command, Step::Ask(Box::new(pending))))
}

/// No task was named at all: the ones last dealt with are offered.
async fn ask_which(
    context: &ToolContext<'_>,
    memory: &Memory,
    command: Command,
) -> Result<Plan, StorageError> {
    let owner = context.user.user.id;
    // One more than is offered, to know whether there are others.
    let candidates = tasks::recent(context.tx, owner, OPTIONS_LIMIT + 1).await?;
    if candidates.is_empty() {
        let filter = TaskFilter {
            status: StatusFilter::Pending,
            ..TaskFilter::default()
        };
        return Ok(Plan::refuse(command, Problem::NoneSuch { filter }));
    }
    let unclear = Unclear {
        words: None,
        candidates,
    };
    Ok(ask_which_of(
        context,
        memory,
        command,
        Resolution::default(),
        unclear,
    ))
}

/// Several tasks fit one part of the reference. The parts that were clear are kept for when it is answered.
fn ask_which_of(
    context: &ToolContext<'_>,
    memory: &Memory,
    command: Command,
    mut resolution: Resolution,
    unclear: Unclear,
) -> Plan {
    if memory.misunderstood >= LAST_QUESTION {
        resolution.problems.push(Problem::Several {
            candidates: unclear.candidates,
        });
        return resolution.into_plan(command, Step::Run(Vec::new()));
    }
    let clear = resolution.targets.iter().map(|task| task.id);
    let named = resolution.absent.drain(..).map(|absent| absent.id);
    let include: Vec<Selector> = clear.chain(named).map(Selector::Id).collect();
    let command = Command {
        reference: Some(Reference {
            include,
            exclude: Vec::new(),
        }),
        ..command
    };
    let pending = questions::which(
        context,
        &command,
        unclear.words.as_deref(),
        &unclear.candidates,
    );
    resolution.into_plan(command, Step::Ask(Box::new(pending)))
}
