//! Questions with their answers, each bound to what will be done then.

use tasktalk_domain::{
    Command, Continuation, Due, Intent, Pending, PendingKind, PendingOption, Target, Task,
    TaskTitle,
    pending::{OPTIONS_LIMIT, VALID_FOR},
};

use crate::{
    agents::wording::{occurrences, questions as texts},
    tools::ToolContext,
};

/// The id of the answer "none of these".
const NONE: &str = "none";
/// The id of the answer "yes".
pub(crate) const YES: &str = "yes";
/// The id of the answer "no".
const NO: &str = "no";

/// Which of several tasks was meant.
pub(super) fn which(
    context: &ToolContext<'_>,
    command: &Command,
    words: Option<&str>,
    candidates: &[Task],
) -> Pending {
    choice(
        context,
        command,
        texts::which(context.texts, words, candidates.len()),
        candidates,
    )
}

/// Whether this one task was meant.
pub(super) fn did_you_mean(context: &ToolContext<'_>, command: &Command, task: &Task) -> Pending {
    choice(
        context,
        command,
        texts::did_you_mean(context.texts, command, task),
        std::slice::from_ref(task),
    )
}

fn choice(
    context: &ToolContext<'_>,
    command: &Command,
    question: String,
    candidates: &[Task],
) -> Pending {
    let today = context.zone.local(context.now).date();
    // The best ones, in the order in which lists show them.
    let shown = candidates.len().min(OPTIONS_LIMIT);
    let (best, rest) = candidates.split_at(shown);
    let mut offered: Vec<&Task> = best.iter().collect();
    offered.sort_by_key(|task| task.id);
    let mut options: Vec<PendingOption> = (1..)
        .zip(offered.into_iter().chain(rest))
        .map(|(number, task): (usize, _)| PendingOption {
            id: number.to_string(),
            label: texts::label(context.texts, task, context.zone, today),
            task_id: Some(task.id),
            due: task.due.as_ref().map(Due::date),
        })
        .collect();
    let unshown = options.split_off(shown);
    options.push(option(NONE, context.texts.none_of_these));
    let continuation = Continuation::OnChosen {
        command: Box::new(command.clone()),
    };
    Pending {
        unshown,
        ..pending(
            context,
            PendingKind::Choice,
            question,
            options,
            continuation,
        )
    }
}

/// Whether one occurrence of a repeating task is meant, or the whole series. The command is the one for the occurrence.
pub(super) fn one_or_series(context: &ToolContext<'_>, command: &Command, task: &Task) -> Pending {
    let today = context.zone.local(context.now).date();
    let which = command.parameters.occurrence;
    let of_task = |id: &str, label: &str, due: Option<Due>| PendingOption {
        task_id: Some(task.id),
        due: due.as_ref().map(Due::date),
        ..option(id, label)
    };
    let only = occurrences::only(task, which, context.zone, today, context.texts);
    let options = vec![
        of_task("1", &only, occurrences::first(task, which)),
        of_task("2", occurrences::WHOLE_SERIES, None),
        option(NONE, "Neither"),
    ];
    let continuation = Continuation::OneOrSeries {
        command: Box::new(command.clone()),
    };
    let question = occurrences::one_or_series(task, which, context.zone, today, context.texts);
    pending(
        context,
        PendingKind::Choice,
        question,
        options,
        continuation,
    )
}

/// Whether to do it to exactly these tasks, as they are now; `changed` when they were asked about before and are no
/// longer what they were.
pub(super) fn confirm(
    context: &ToolContext<'_>,
    command: &Command,
    tasks: &[Task],
    changed: bool,
) -> Pending {
    let options = vec![
        option(YES, &texts::yes(context.texts, command, tasks.len())),
        option(NO, context.texts.no_leave),
    ];
    let continuation = Continuation::OnExactly {
        command: Box::new(command.clone()),
        targets: tasks
            .iter()
            .map(|task| Target {
                id: task.id,
                version: task.version,
            })
            .collect(),
    };
    pending(
        context,
        PendingKind::Confirm,
        texts::confirm(context.texts, command, tasks, changed, context.zone),
        options,
        continuation,
    )
}

/// Whether something is to be taken back at all.
pub(super) fn confirm_undo(context: &ToolContext<'_>, command: &Command) -> Pending {
    let continuation = Continuation::AsIs {
        command: Box::new(command.clone()),
    };
    pending(
        context,
        PendingKind::Confirm,
        texts::confirm_undo(context.texts, command.parameters.steps.unwrap_or(1)),
        vec![
            option(YES, context.texts.undo_it),
            option(NO, context.texts.no),
        ],
        continuation,
    )
}

/// Whether to take a change back although its task has changed since.
pub(crate) fn confirm_overwriting(
    context: &ToolContext<'_>,
    command: &Command,
    task: &Task,
) -> Pending {
    let continuation = Continuation::OnExactly {
        command: Box::new(command.clone()),
        targets: vec![Target {
            id: task.id,
            version: task.version,
        }],
    };
    pending(
        context,
        PendingKind::Confirm,
        texts::confirm_overwriting(context.texts, task),
        vec![
            option(YES, context.texts.undo_anyway),
            option(NO, context.texts.no),
        ],
        continuation,
    )
}

/// Whether to put something on the list.
pub(super) fn offer_to_add(
    context: &ToolContext<'_>,
    command: &Command,
    title: &TaskTitle,
) -> Pending {
    let command = Command {
        intent: Intent::AddTask,
        ..command.clone()
    };
    let question = texts::offer_to_add(
        context.texts,
        title,
        command.parameters.due.value(),
        context.zone,
    );
    let continuation = Continuation::AsIs {
        command: Box::new(command),
    };
    pending(
        context,
        PendingKind::Add,
        question,
        vec![
            option(YES, context.texts.add_it),
            option(NO, context.texts.no),
        ],
        continuation,
    )
}

/// What to add.
pub(super) fn what_to_add(
    context: &ToolContext<'_>,
    command: &Command,
    question: String,
) -> Pending {
    let continuation = Continuation::MissingTitle {
        command: Box::new(command.clone()),
    };
    let options = vec![option(NONE, context.texts.never_mind)];
    pending(context, PendingKind::Add, question, options, continuation)
}

/// When it is to be.
pub(super) fn when(context: &ToolContext<'_>, command: &Command, question: String) -> Pending {
    let continuation = Continuation::MissingDue {
        command: Box::new(command.clone()),
    };
    let options = vec![option(NONE, context.texts.never_mind)];
    pending(
        context,
        PendingKind::Choice,
        question,
        options,
        continuation,
    )
}

/// The same question once more, with its time starting anew.
pub(super) fn again(context: &ToolContext<'_>, pending: Pending) -> Pending {
    Pending {
        expires_at: context.now + VALID_FOR,
        ..pending
    }
}

/// What a question was about.
pub(super) fn command_of(pending: Pending) -> Command {
    pending.continuation.into_command()
}

fn option(id: &str, label: &str) -> PendingOption {
    PendingOption {
        id: id.to_owned(),
        label: label.to_owned(),
        task_id: None,
        due: None,
    }
}

fn pending(
    context: &ToolContext<'_>,
    kind: PendingKind,
    question: String,
    options: Vec<PendingOption>,
    continuation: Continuation,
) -> Pending {
    Pending {
        id: context.clock.new_id(),
        kind,
        question,
        options,
        unshown: Vec::new(),
        expires_at: context.now + VALID_FOR,
        continuation,
        offered_again: false,
        unseen: 0,
    }
}
