//! What was missing in the message before: "remind me tomorrow" … "What should I add?" … "call mum".

use tasktalk_domain::{
    Change, Command, Confidence, Continuation, Due, DuePart, Intent, Parameters, Pending,
    PendingKind, Pronoun, Reason, Reference, Selector, SpanKind, Understood,
    command::CLARIFY_BELOW,
};
use tasktalk_understanding::{Moment, understand, understand_answer};

/// The commands that waited for this message, completed by it; `None` when it is about something else.
pub(super) fn commands(
    pending: &Pending,
    message: &str,
    understood: &Understood,
    moment: &Moment,
) -> Option<Vec<Command>> {
    match &pending.continuation {
        Continuation::MissingTitle { command } => {
            let said = titles(message, understood, moment)?;
            Some(said.into_iter().map(|said| titled(command, said)).collect())
        }
        Continuation::MissingDue { command } => {
            let said = date(message, understood, moment)?;
            Some(vec![dated(command, said)])
        }
        Continuation::OnChosen { command } if pending.wants_words() => {
            let reference = which(message, understood, moment)?;
            Some(vec![Command {
                reference: Some(reference),
                confidence: Confidence::CERTAIN,
                spans: Vec::new(),
                ..Command::clone(command)
            }])
        }
        Continuation::OnChosen { .. }
        | Continuation::OneOrSeries { .. }
        | Continuation::OnExactly { .. }
        | Continuation::AsIs { .. } => None,
    }
}

/// What to add, as additions of their own.
fn titles(message: &str, understood: &Understood, moment: &Moment) -> Option<Vec<Command>> {
    let adds = |commands: &[Command]| {
        commands
            .iter()
            .all(|command| command.intent == Intent::AddTask && command.parameters.title.is_some())
    };
    if adds(&understood.commands) {
        return Some(understood.commands.clone());
    }
    // "yes" to "What should I add?" says nothing to add.
    if understand_answer(message, &[], PendingKind::Confirm, moment).is_some() {
        return None;
    }
    // "remind me", said again, still says no title.
    let untitled =
        |command: &Command| command.intent == Intent::AddTask && command.parameters.title.is_none();
    if message.ends_with('?')
        || understood
            .commands
            .iter()
            .any(|command| untitled(command) || is_something_else(command))
    {
        return None;
    }
    let order = match message.split_once(' ') {
        Some((to, what)) if to.eq_ignore_ascii_case("to") => format!("remind me to {what}"),
        _ => format!("add {message}"),
    };
    let read = understand(&order, moment).commands;
    adds(&read).then_some(read)
}

/// Which tasks, in words alone: "the second one", "#3 and #4".
fn which(message: &str, understood: &Understood, moment: &Moment) -> Option<Reference> {
    let named =
        |command: &Command| command.intent == Intent::ListTasks && command.reference.is_some();
    let other = |command: &Command| !named(command) && is_something_else(command);
    if message.ends_with('?') || understood.commands.iter().any(other) {
        return None;
    }
    match <[Command; 1]>::try_from(understand(&format!("complete {message}"), moment).commands) {
        Ok([only]) if only.intent == Intent::CompleteTask => only.reference,
        _ => None,
    }
}

/// When, as a change of "it".
fn date(message: &str, understood: &Understood, moment: &Moment) -> Option<Command> {
    if let [only] = understood.commands.as_slice()
        && moves_it(only)
    {
        return Some(only.clone());
    }
    if message.ends_with('?') || understood.commands.iter().any(is_something_else) {
        return None;
    }
    let when = match message.split_once(' ') {
        Some((to, when)) if to.eq_ignore_ascii_case("to") => when,
        _ => message,
    };
    ["move it to", "move it"].iter().find_map(|order| {
        let read = understand(&format!("{order} {when}"), moment).commands;
        match <[Command; 1]>::try_from(read) {
            Ok([only]) if moves_it(&only) => Some(only),
            _ => None,
        }
    })
}

/// Whether a command only says when, of nothing but "it".
fn moves_it(command: &Command) -> bool {
    let of_it = match &command.reference {
        None => true,
        Some(reference) => *reference == Reference::to(Selector::Pronoun(Pronoun::It)),
    };
    let Parameters { due, postpone, .. } = &command.parameters;
    of_it
        && matches!(command.intent, Intent::UpdateTask | Intent::Correct)
        && (due.value().is_some() || postpone.is_some())
        && command.parameters
            == Parameters {
                due: due.clone(),
                postpone: *postpone,
                due_part: command.parameters.due_part,
                recurrence: command.parameters.recurrence.clone(),
                ..Parameters::default()
            }
}

/// Whether it is clearly no answer to what was asked.
fn is_something_else(command: &Command) -> bool {
    match command.intent {
        Intent::Unknown => matches!(
            command.reason,
            Some(Reason::Negated | Reason::Hypothetical | Reason::Reported)
        ),
        Intent::Greeting | Intent::Thanks | Intent::Help | Intent::Undo => true,
        _ => command.confidence >= CLARIFY_BELOW,
    }
}

/// The addition that waited, with its title and whatever else was said now.
fn titled(waiting: &Command, said: Command) -> Command {
    let before = waiting.parameters.clone();
    let now = said.parameters;
    let mut tags = before.tags;
    for tag in now.tags {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Command {
        confidence: Confidence::CERTAIN,
        parameters: Parameters {
            title: now.title,
            description: later(before.description, now.description),
            due: match (before.due, now.due) {
                (Change::Set(before), Change::Set(due)) => {
                    Change::Set(joined(&before, due, now.due_part))
                }
                (before, now) => later(before, now),
            },
            recurrence: later(before.recurrence, now.recurrence),
            priority: now.priority.or(before.priority),
            tags,
            ..Parameters::default()
        },
        spans: said
            .spans
            .into_iter()
            .chain(waiting.spans.clone())
            .collect(),
        ..Command::new(Intent::AddTask, Confidence::CERTAIN)
    }
}

/// A day that was said before and a time that is said now belong together.
fn joined(before: &Due, now: Due, part: Option<DuePart>) -> Due {
    match part {
        Some(DuePart::Time) => now.moved_to(before.date()),
        Some(DuePart::Date) => before.moved_to(now.date()),
        Some(DuePart::Both) | None => now,
    }
}

fn later<T>(before: Change<T>, now: Change<T>) -> Change<T> {
    if now.is_keep() { before } else { now }
}

/// The change that waited, with its date.
fn dated(waiting: &Command, said: Command) -> Command {
    let now = said.parameters;
    Command {
        confidence: Confidence::CERTAIN,
        parameters: Parameters {
            due: now.due,
            due_part: now.due_part,
            postpone: now.postpone,
            recurrence: now.recurrence,
            ..waiting.parameters.clone()
        },
        // Which task was said before; when is said now.
        spans: waiting
            .spans
            .iter()
            .cloned()
            .chain(
                said.spans
                    .into_iter()
                    .filter(|span| span.kind != SpanKind::Reference),
            )
            .collect(),
        ..waiting.clone()
    }
}
