//! One occurrence of a repeating task, or the whole series? What was said decides it, then what is usual; where neither
//! does, it is asked.

mod days;

use jiff::civil::Date;
use tasktalk_domain::{
    Command, DuePart, Intent, Parameters, Pronoun, Selector, Series, Task, WhichOccurrence,
    command::{CLARIFY_BELOW, CLARIFY_DELETE_BELOW},
};

use self::days::days;
pub(super) use self::days::look_again;
use super::{changes, misunderstandings::LAST_QUESTION, questions, resolve_reference::Fit};
use crate::{
    agents::wording::occurrences as texts,
    pipeline::{Memory, Problem, Step},
    tools::{SkipOccurrence, Tool, ToolContext, UpdateTask, series},
};

/// What is done instead of the command.
pub(super) struct Unsettled {
    /// The command, as it is asked about.
    pub(super) command: Command,
    /// The question, or nothing.
    pub(super) step: Step,
    /// Why it can't be done.
    pub(super) problem: Option<Problem>,
}

/// The command as it is meant for these tasks. Only about one can be asked: of several, one occurrence each is meant.
pub(super) fn settle(
    context: &ToolContext<'_>,
    memory: &Memory,
    command: Command,
    targets: &[Task],
    fit: Fit,
) -> Result<Command, Box<Unsettled>> {
    let [task] = targets else { return Ok(command) };
    let may_ask = memory.misunderstood < LAST_QUESTION;
    let ask = |command, pending| Unsettled {
        command,
        step: Step::Ask(Box::new(pending)),
        problem: None,
    };
    let refuse = |command, problem| Unsettled {
        command,
        step: Step::Run(Vec::new()),
        problem: Some(problem),
    };
    Err(Box::new(match read(context, command, task, fit) {
        Meant::AsSaid(command) => return Ok(command),
        Meant::OneOrSeries(command) if may_ask => {
            let pending = questions::one_or_series(context, &command, task);
            ask(command, pending)
        }
        Meant::PerhapsDelete(command) if may_ask => {
            let pending = questions::did_you_mean(context, &command, task);
            ask(command, pending)
        }
        Meant::OneOrSeries(command) | Meant::PerhapsDelete(command) => {
            let candidates = targets.to_vec();
            refuse(command, Problem::Several { candidates })
        }
        Meant::Impossible(command, problem) => refuse(command, problem),
    }))
}

/// What becomes of a command on one task.
enum Meant {
    /// It is what it seems.
    AsSaid(Command),
    /// It is for one occurrence, or for all; that has to be asked. The command is the one for the one occurrence.
    OneOrSeries(Command),
    /// It is a deletion, and whether that is meant has to be asked.
    PerhapsDelete(Command),
    /// There is no such occurrence.
    Impossible(Command, Problem),
}

/// Reads a command on the one task that it points at.
fn read(context: &ToolContext<'_>, command: Command, task: &Task, fit: Fit) -> Meant {
    let Some(series) = Series::of(task).filter(|_| !task.completed()) else {
        return of_single_task(command);
    };
    match command.intent {
        Intent::DeleteTask => deleting(command, &series),
        Intent::UpdateTask => updating(context, surer(command, fit), task, &series),
        _ => Meant::AsSaid(command),
    }
}

/// "Skip the dentist", which doesn't repeat, can only mean that it shall go; nobody said so plainly.
fn of_single_task(command: Command) -> Meant {
    if !command.parameters.skip {
        return Meant::AsSaid(command);
    }
    Meant::PerhapsDelete(Command {
        intent: Intent::DeleteTask,
        parameters: Parameters::default(),
        ..command
    })
}

/// "Cancel tomorrow's run" is too weak a word to delete a series with, and says which occurrence shall be left out;
/// "delete tomorrow's run" can be either.
fn deleting(mut command: Command, series: &Series) -> Meant {
    if command.parameters.occurrence.is_some() {
        return Meant::AsSaid(command);
    }
    let said = days(&command).filter(|(from, to)| !series.within(*from, *to).is_empty());
    let weak = command.confidence < CLARIFY_DELETE_BELOW;
    command.parameters.occurrence = Some(match said {
        Some((from, to)) => WhichOccurrence::Within { from, to },
        None if weak => WhichOccurrence::Next,
        None => return Meant::AsSaid(command),
    });
    if weak && said.is_some() && command.confidence >= CLARIFY_BELOW {
        return Meant::AsSaid(skipping(command));
    }
    Meant::OneOrSeries(command)
}

/// "Skip yoga" could be said of anything; where the list has a yoga that repeats, it is said of that.
fn surer(mut command: Command, fit: Fit) -> Command {
    let known = command.parameters.skip && fit == Fit::Clear;
    if known && command.confidence < CLARIFY_BELOW {
        command.confidence = CLARIFY_BELOW;
    }
    command
}

fn updating(
    context: &ToolContext<'_>,
    mut command: Command,
    task: &Task,
    series: &Series,
) -> Meant {
    if !is_for_occurrences(&command.parameters) {
        return Meant::AsSaid(command);
    }
    if command.parameters.occurrence.is_none() {
        let said = days(&command).map(|(from, to)| WhichOccurrence::Within { from, to });
        command.parameters.occurrence = said;
    }
    match command.parameters.occurrence {
        Some(WhichOccurrence::Within { from, to }) if series.within(from, to).is_empty() => {
            let today = context.zone.local(context.now).date();
            let sentence = texts::none_then(task, (from, to), context.zone, today, context.texts);
            Meant::Impossible(command, Problem::Refused(sentence))
        }
        // "Yoga at seven" can be meant for once or for good.
        None if command.parameters.due_part == Some(DuePart::Time) && !is_pronoun(&command) => {
            command.parameters.occurrence = Some(WhichOccurrence::Next);
            Meant::OneOrSeries(command)
        }
        _ => Meant::AsSaid(command),
    }
}

/// The command as it was meant, now that it is known.
pub(super) fn answered(command: Command, whole_series: bool) -> Command {
    match (command.intent, whole_series) {
        (_, true) => {
            let mut command = command;
            command.parameters.occurrence = Some(WhichOccurrence::Series);
            command
        }
        (Intent::DeleteTask, false) => skipping(command),
        (_, false) => command,
    }
}

/// The call for one occurrence of a task; `None` when the command is not for one.
///
/// A new day is for the present one unless something else was said: who puts a chore off doesn't change when it is due
/// ever after. A new time alone is for all of them.
pub(super) fn tool(command: &Command, task: &Task) -> Option<Tool> {
    let parameters = &command.parameters;
    if command.intent != Intent::UpdateTask || !is_for_occurrences(parameters) {
        return None;
    }
    let series = series::repeating(task);
    if parameters.skip {
        let slots = series.map(|series| slots(&series, parameters.occurrence));
        return Some(Tool::SkipOccurrence(SkipOccurrence {
            task_id: task.id,
            slots: slots.unwrap_or_default(),
            expected_version: None,
        }));
    }
    let series = series.ok()?;
    let which = match parameters.occurrence {
        None if parameters.due_part == Some(DuePart::Time) => return None,
        Some(WhichOccurrence::Series) => return None,
        which => which,
    };
    let first = slots(&series, which).into_iter().next();
    let occurrence = Some(first.unwrap_or(series.slot().date()));
    let Tool::UpdateTask(call) = changes::update(task.id, parameters) else {
        return None;
    };
    let call = UpdateTask {
        occurrence,
        ..*call
    };
    Some(Tool::UpdateTask(Box::new(call)))
}

fn skipping(command: Command) -> Command {
    Command {
        intent: Intent::UpdateTask,
        parameters: Parameters {
            skip: true,
            ..command.parameters
        },
        ..command
    }
}

/// Whether it is something that can be done to one occurrence: leave it out or move it.
fn is_for_occurrences(parameters: &Parameters) -> bool {
    let moves = parameters.due.value().is_some() || parameters.postpone.is_some();
    parameters.skip || moves && parameters.recurrence.is_keep()
}

/// The days in the series of the occurrences that are meant; none for the present one. Where there are none on the days
/// that were said, the first of those stands for what the tool then refuses.
fn slots(series: &Series, which: Option<WhichOccurrence>) -> Vec<Date> {
    match which {
        Some(WhichOccurrence::Within { from, to }) => {
            let found = series.within(from, to);
            let slots = found.iter().map(|occurrence| occurrence.slot.date());
            slots.chain(found.is_empty().then_some(from)).collect()
        }
        Some(WhichOccurrence::Next | WhichOccurrence::Series) | None => Vec::new(),
    }
}

fn is_pronoun(command: &Command) -> bool {
    let include = command.reference.as_ref().map(|it| it.include.as_slice());
    matches!(include, Some([Selector::Pronoun(Pronoun::It)]))
}
