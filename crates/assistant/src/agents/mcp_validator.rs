//! Decides what will be done about each thing that was asked for: every parameter becomes a domain type, every
//! reference a task, and the policy says whether to act, to ask or to have it confirmed. It changes nothing.

mod additions;
mod answers;
mod changes;
mod corrections;
mod misunderstandings;
pub(crate) mod policy;
pub(crate) mod questions;
mod resolve_reference;
mod restorations;

use tasktalk_domain::{
    Command, Confidence, Intent, Pending, Reason, SortKey, SortOrder, StatusFilter, Task,
    TaskFilter, TaskId, ToolCall,
};
use tasktalk_storage::StorageError;

pub(crate) use self::{misunderstandings::LAST_QUESTION, resolve_reference::AT_ONCE_LIMIT};
use self::{
    policy::Tally,
    resolve_reference::{Resolution, Wanted},
};
use super::{
    context_manager::{Memory, Sight},
    intent_parser::Asked,
    response_formatter::lists::LINES,
};
use crate::{
    Scope,
    tools::{ListTasks, Tool, ToolContext, Undo, UndoTarget},
};

/// What will be done about one thing that was asked for: the third stage's value.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The command, as it is carried out or asked about.
    pub(crate) command: Command,
    /// How tasks were found by their words, before anything is done to them.
    pub(crate) lookups: Vec<ToolCall>,
    /// What can't be done.
    pub(crate) problems: Vec<Problem>,
    /// What could have been meant instead.
    pub(crate) alternatives: Vec<TaskId>,
    /// What happens next.
    pub(crate) step: Step,
    /// It answers the question that was waiting.
    pub(crate) answers_pending: bool,
}

/// What happens next.
#[derive(Debug)]
pub(crate) enum Step {
    /// These tools run, in order.
    Run(Vec<Tool>),
    /// The user is asked.
    Ask(Box<Pending>),
    /// No tool is needed.
    Say(Remark),
}

/// What is said without running a tool.
#[derive(Debug)]
pub(crate) enum Remark {
    /// What Tasktalk can do.
    Help,
    /// Hello.
    Greeting,
    /// You're welcome.
    Thanks,
    /// The tasks that were asked for by name or number.
    Found(Vec<Task>),
    /// Nothing was asked for, for this reason.
    NothingAskedFor(Reason),
    /// The answer was no: nothing is done.
    LeftAlone,
    /// Something needed was left out; this asks for it.
    Missing(String),
    /// Not understood, for the how-manieth time in a row.
    NotUnderstood {
        /// 1 is the first time.
        time: u8,
        /// Tasks that the words may be about.
        nearest: Vec<Task>,
    },
}

/// Why something that was asked for can't be done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Problem {
    /// A number that no task can have.
    InvalidId,
    /// No such task, or it is in the trash.
    Absent {
        /// Its number.
        id: TaskId,
        /// It is in the trash.
        in_trash: bool,
    },
    /// No title fits the words.
    NothingMatched {
        /// The words.
        words: String,
        /// The titles that come nearest.
        nearest: Vec<Task>,
    },
    /// No task fits the filter.
    NoneSuch {
        /// The filter.
        filter: TaskFilter,
    },
    /// An exception fits nothing, so everything is left as it is.
    ExceptionUnknown {
        /// Its words.
        words: String,
    },
    /// The exceptions leave nothing.
    NothingLeft,
    /// The list has no such place.
    OutOfRange {
        /// How many it has.
        shown: usize,
    },
    /// There is no list to point into, or it is old, or it has changed; it is shown again.
    NoCurrentList,
    /// More tasks than are changed in one go.
    TooMany {
        /// How many.
        count: i64,
    },
    /// Several fit, and there have been questions enough.
    Several {
        /// The best.
        candidates: Vec<Task>,
    },
    /// There is nothing to correct.
    NothingToCorrect,
    /// The question is no longer open.
    AnswerTooLate,
    /// A parameter is refused; the sentence says why.
    Refused(String),
}

impl Plan {
    fn new(command: Command, step: Step) -> Self {
        Self {
            command,
            lookups: Vec::new(),
            problems: Vec::new(),
            alternatives: Vec::new(),
            step,
            answers_pending: false,
        }
    }

    fn say(command: Command, remark: Remark) -> Self {
        Self::new(command, Step::Say(remark))
    }

    fn ask(command: Command, pending: Pending) -> Self {
        Self::new(command, Step::Ask(Box::new(pending)))
    }

    fn refuse(command: Command, problem: Problem) -> Self {
        Self {
            problems: vec![problem],
            ..Self::new(command, Step::Run(Vec::new()))
        }
    }
}

/// Plans one thing that was asked for.
pub(crate) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    message: &str,
    asked: Asked,
) -> Result<Plan, StorageError> {
    match asked {
        Asked::Answer(pending, answer) => {
            answers::plan(context, memory, earlier, message, *pending, answer).await
        }
        Asked::AnswerTooLate(pending) => Ok(Plan::refuse(
            questions::command_of(*pending),
            Problem::AnswerTooLate,
        )),
        Asked::Command(command, question) => {
            plan_command(context, memory, earlier, message, *command, question).await
        }
    }
}

async fn plan_command(
    context: &ToolContext<'_>,
    memory: &Memory,
    earlier: Tally,
    message: &str,
    command: Command,
    question: Option<String>,
) -> Result<Plan, StorageError> {
    if let Some(refusal) = refuse_to_look(context, &command) {
        return Ok(Plan::refuse(command, refusal));
    }
    match command.intent {
        Intent::AddTask => Ok(additions::plan(context, command, question)),
        Intent::ListTasks => plan_list(context, memory, command).await,
        Intent::CompleteTask | Intent::UpdateTask | Intent::DeleteTask => {
            changes::plan(context, memory, earlier, command, question).await
        }
        Intent::Undo if command.reference.is_some() => restorations::plan(context, command).await,
        Intent::Undo => Ok(plan_undo(context, command)),
        Intent::Correct => corrections::plan(context, memory, earlier, command).await,
        Intent::Help => Ok(Plan::say(command, Remark::Help)),
        Intent::Greeting => Ok(Plan::say(command, Remark::Greeting)),
        Intent::Thanks => Ok(Plan::say(command, Remark::Thanks)),
        Intent::Unknown => misunderstandings::plan(context, memory, message, command).await,
    }
}

/// Looking tasks up shows them, so a token that may not read can only point by number.
fn refuse_to_look(context: &ToolContext<'_>, command: &Command) -> Option<Problem> {
    use tasktalk_domain::Selector::{Id, InvalidId};
    let looks = command.reference.as_ref().is_some_and(|reference| {
        !reference.exclude.is_empty()
            || reference
                .include
                .iter()
                .any(|selector| !matches!(selector, Id(_) | InvalidId(_)))
    });
    if !looks {
        return None;
    }
    let refusal = context.permissions.require(Scope::Read).err()?;
    Some(Problem::Refused(refusal.to_string()))
}

/// Reading is always done, however unsure the engine is.
async fn plan_list(
    context: &ToolContext<'_>,
    memory: &Memory,
    command: Command,
) -> Result<Plan, StorageError> {
    let Some(reference) = &command.reference else {
        let parameters = &command.parameters;
        let call = ListTasks {
            filter: parameters.filter.clone(),
            sort: parameters.sort.unwrap_or_default(),
            order: parameters.order.unwrap_or_default(),
            limit: LINES,
            cursor: None,
            count_only: parameters.count_only,
        };
        return Ok(Plan::new(command, Step::Run(vec![Tool::ListTasks(call)])));
    };
    let mut resolution =
        resolve_reference::resolve(context, memory, reference, Wanted::Any).await?;
    if let Some(unclear) = resolution.unclear.take() {
        resolution.targets.extend(unclear.candidates);
    }
    let found = std::mem::take(&mut resolution.targets);
    let step = if found.is_empty() {
        show_again(memory, &resolution.problems)
    } else {
        Step::Say(Remark::Found(found))
    };
    Ok(with(resolution, command, step))
}

fn plan_undo(context: &ToolContext<'_>, command: Command) -> Plan {
    if command.confidence < tasktalk_domain::command::CLARIFY_BELOW {
        let pending = questions::confirm_undo(context, &command);
        return Plan::ask(command, pending);
    }
    let call = Undo {
        target: UndoTarget::Newest {
            steps: command.parameters.steps.unwrap_or(1),
        },
        force: false,
    };
    Plan::new(command, Step::Run(vec![Tool::Undo(call)]))
}

/// Where a place pointed into no current list, the list is shown again; otherwise nothing is left to do.
fn show_again(memory: &Memory, problems: &[Problem]) -> Step {
    if !problems.contains(&Problem::NoCurrentList) {
        return Step::Run(Vec::new());
    }
    let filter = match memory.sight() {
        Sight::Outdated(list) => list.filter.clone(),
        Sight::Current(_) | Sight::Nothing => TaskFilter {
            status: StatusFilter::Pending,
            ..TaskFilter::default()
        },
    };
    Step::Run(vec![Tool::ListTasks(ListTasks {
        filter,
        sort: SortKey::default(),
        order: SortOrder::default(),
        limit: LINES,
        cursor: None,
        count_only: false,
    })])
}

/// A plan with all that resolving its reference brought up.
fn with(resolution: Resolution, command: Command, step: Step) -> Plan {
    let mut problems = resolution.problems;
    problems.extend(resolution.absent.iter().map(|absent| Problem::Absent {
        id: absent.id,
        in_trash: absent.in_trash,
    }));
    Plan {
        lookups: resolution.lookups,
        problems,
        alternatives: resolution.alternatives,
        ..Plan::new(command, step)
    }
}

/// The command as the user has confirmed it.
fn certain(command: Command) -> Command {
    Command {
        confidence: Confidence::CERTAIN,
        ..command
    }
}
