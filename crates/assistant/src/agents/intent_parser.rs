//! Reads what was said: the answer to a question, or commands. It knows the question's options, not the user's tasks.

mod filled_in;

use jiff::Timestamp;
use tasktalk_domain::{
    Command, Confidence, Continuation, Intent, Locale, Pending, PendingKind, Reference, Understood,
    Zone,
};
use tasktalk_storage::StorageError;
use tasktalk_understanding::{
    Answer, AnswerOption, Moment, SnoozeKind, Snoozing, understand, understand_answer,
    understand_both, understand_retractions, understand_snoozing,
};
use uuid::Uuid;

use crate::{
    agents::mcp_validator::{TakenBack, taken_back},
    pipeline::{Asked, Memory, OpenTurn, ParsedTurn},
    turn::{Input, TurnError},
};

/// A message read before its transaction began, under the circumstances that were likely then.
#[derive(Clone, Debug)]
pub(crate) struct EarlyReading {
    moment: Moment,
    understood: Understood,
    snoozing: Option<Snoozing>,
}

impl EarlyReading {
    /// Reads a message outside of any transaction, so that none is held up by it.
    pub(crate) fn of(message: &str, now: Timestamp, zone: &Zone, locale: &Locale) -> Self {
        let moment = moment(now, zone, locale);
        let (understood, snoozing) = understand_both(message, &moment);
        Self {
            moment,
            understood,
            snoozing,
        }
    }

    /// What is asked for, as far as it can be known early.
    pub(crate) fn commands(&self) -> &[Command] {
        &self.understood.commands
    }
}

/// Finds out what is asked for.
///
/// `early` is used when the user turned out to be where it supposed.
pub(crate) fn parse(
    turn: &OpenTurn,
    input: &Input,
    early: Option<&EarlyReading>,
    now: Timestamp,
) -> Result<ParsedTurn, TurnError> {
    let message = match input {
        Input::Answer { pending, option } => {
            return clicked(&turn.memory, *pending, option);
        }
        Input::Message(message) => message,
    };
    let moment = moment(now, &turn.zone, &turn.locale);
    if let Some(answered) = answered(&turn.memory, message, &moment) {
        return Ok(answered);
    }
    let understood = match early {
        Some(early) if early.moment == moment => early.understood.clone(),
        _ => understand(message, &moment),
    };
    if let Some(taken_back) = retracted(&turn.memory, message, &understood, &moment)? {
        return Ok(ParsedTurn {
            asked: vec![Asked::TakenBack(taken_back)],
            confidence: Confidence::CERTAIN,
        });
    }
    if let Some(pending) = &turn.memory.pending
        && let Some(commands) = filled_in::commands(pending, message, &understood, &moment)
    {
        let asked = commands.into_iter().map(Box::new).map(Asked::FilledIn);
        return Ok(ParsedTurn {
            asked: asked.collect(),
            confidence: Confidence::CERTAIN,
        });
    }
    let goes_on = (turn.memory.shown.as_ref()).is_some_and(|shown| shown.next.is_some());
    let listed = turn.memory.last_intents.last() == Some(&Intent::ListTasks) || goes_on;
    if listed
        && understand_answer(message, &[], PendingKind::Confirm, &moment) == Some(Answer::More)
    {
        return Ok(ParsedTurn {
            asked: vec![Asked::NextPage],
            confidence: Confidence::CERTAIN,
        });
    }
    if understood.commands.iter().all(is_not_understood) {
        if let Some(late) = answered_too_late(&turn.memory, message, &moment) {
            return Ok(late);
        }
        if turn.memory.pending.is_none() && agrees(message, &moment) {
            return Ok(ParsedTurn {
                asked: vec![Asked::NothingToConfirm],
                confidence: Confidence::CERTAIN,
            });
        }
    }
    Ok(commands(understood))
}

/// What a message says of putting off a reminder, should one have been told; while a question waits, nothing that may
/// answer it.
pub(crate) fn snoozing(
    turn: &OpenTurn,
    input: &Input,
    early: Option<&EarlyReading>,
    now: Timestamp,
) -> Option<Snoozing> {
    let Input::Message(message) = input else {
        return None;
    };
    let moment = moment(now, &turn.zone, &turn.locale);
    let said = match early {
        Some(early) if early.moment == moment => early.snoozing.clone(),
        _ => understand_snoozing(message, &moment),
    };
    said.filter(|said| said.kind != SnoozeKind::Answer || turn.memory.pending.is_none())
}

/// The words for what a click says, to be kept as the user's message.
pub(crate) fn clicked_label<'a>(memory: &'a Memory, id: Uuid, option: &str) -> Option<&'a str> {
    let pending = memory.pending.as_ref().filter(|open| open.id == id)?;
    let found = pending.options.iter().find(|given| given.id == option)?;
    Some(&found.label)
}

fn clicked(memory: &Memory, id: Uuid, option: &str) -> Result<ParsedTurn, TurnError> {
    let pending = memory
        .pending
        .as_ref()
        .filter(|pending| pending.id == id)
        .ok_or(TurnError::PendingNotFound)?;
    let place = pending
        .options
        .iter()
        .position(|given| given.id == option)
        .ok_or(TurnError::PendingNotFound)?;
    let nothing = pending.kind == PendingKind::Choice && pending.options[place].task_id.is_none();
    let answer = if nothing {
        Answer::Neither
    } else {
        Answer::Option(place)
    };
    Ok(ParsedTurn {
        asked: vec![Asked::Answer(Box::new(pending.clone()), answer)],
        confidence: Confidence::CERTAIN,
    })
}

fn answered(memory: &Memory, message: &str, moment: &Moment) -> Option<ParsedTurn> {
    let pending = memory.pending.as_ref()?;
    let answer = read_answer(pending, message, moment).filter(|answer| *answer != Answer::More)?;
    if pending.wants_words() && !matches!(answer, Answer::No | Answer::Neither) {
        return None;
    }
    Some(ParsedTurn {
        asked: vec![Asked::Answer(Box::new(pending.clone()), answer)],
        confidence: Confidence::CERTAIN,
    })
}

/// What a message takes back of what was just done, if it asks for nothing else.
fn retracted(
    memory: &Memory,
    message: &str,
    understood: &Understood,
    moment: &Moment,
) -> Result<Option<TakenBack>, StorageError> {
    // What says neither which task nor what becomes of it may be said of what was just done.
    let says_else = |command: &Command| match command.intent {
        Intent::Unknown | Intent::Correct | Intent::AddTask => false,
        Intent::UpdateTask | Intent::ListTasks => command.reference.is_some(),
        Intent::CompleteTask => {
            command.reference.is_some() || command.parameters.completed != Some(false)
        }
        _ => true,
    };
    if !memory.changed_lately() {
        return Ok(None);
    }
    let other = understood.commands.iter().any(says_else);
    for retraction in understand_retractions(message, moment) {
        // Words for a task may be of any command; without them the words leave nothing else to mean.
        if other && retraction.reference.is_some() {
            continue;
        }
        if let Some(taken_back) = taken_back(memory, &retraction)? {
            return Ok(Some(taken_back));
        }
    }
    Ok(None)
}

/// Whether a message says yes, to whatever was asked.
fn agrees(message: &str, moment: &Moment) -> bool {
    understand_answer(message, &[], PendingKind::Confirm, moment) == Some(Answer::Yes)
}

fn answered_too_late(memory: &Memory, message: &str, moment: &Moment) -> Option<ParsedTurn> {
    let pending = memory.expired.as_ref()?;
    read_answer(pending, message, moment)?;
    Some(ParsedTurn {
        asked: vec![Asked::AnswerTooLate(Box::new(pending.clone()))],
        confidence: Confidence::CERTAIN,
    })
}

/// Only the options that stand for something are offered to the words; "none of these" and "no" are answers of
/// their own. Of an offer to add, what is offered is.
fn read_answer(pending: &Pending, message: &str, moment: &Moment) -> Option<Answer> {
    let options: Vec<AnswerOption<'_>> = match pending.kind {
        PendingKind::Choice => {
            let shown = pending.options.iter().map(|option| (option, true));
            let unshown = pending.unshown.iter().map(|option| (option, false));
            shown
                .chain(unshown)
                .filter(|(option, _)| option.task_id.is_some())
                .map(|(option, numbered)| AnswerOption {
                    label: &option.label,
                    task_id: option.task_id,
                    due: option.due,
                    numbered,
                })
                .collect()
        }
        PendingKind::Add => offered_title(pending)
            .map(|label| AnswerOption {
                label,
                task_id: None,
                due: None,
                numbered: false,
            })
            .into_iter()
            .collect(),
        PendingKind::Confirm => Vec::new(),
    };
    understand_answer(message, &options, pending.kind, moment)
}

fn offered_title(pending: &Pending) -> Option<&str> {
    match &pending.continuation {
        Continuation::AsIs { command } => command.parameters.title.as_deref(),
        _ => None,
    }
}

fn is_not_understood(command: &Command) -> bool {
    command.intent == Intent::Unknown
}

/// What is asked for, once a message is understood, by whichever engine.
pub(crate) fn commands(understood: Understood) -> ParsedTurn {
    let question = understood.question;
    ParsedTurn {
        confidence: understood.confidence,
        asked: deletions_together(understood.commands)
            .into_iter()
            .map(|command| Asked::Command(Box::new(command), question.clone()))
            .collect(),
    }
}

/// Several deletions in one message are one deletion of several tasks, so that they can't slip past the confirmation
/// one by one. Exceptions belong to their own command, so those stay apart.
fn deletions_together(commands: Vec<Command>) -> Vec<Command> {
    let mut together: Vec<Command> = Vec::with_capacity(commands.len());
    for command in commands {
        let earlier = together
            .iter_mut()
            .find(|earlier| can_join(earlier) && can_join(&command))
            .and_then(|earlier| {
                let reference = earlier.reference.as_mut()?;
                Some((reference, &mut earlier.confidence, &mut earlier.spans))
            });
        let Some((reference, confidence, spans)) = earlier else {
            together.push(command);
            continue;
        };
        reference
            .include
            .extend(command.reference.into_iter().flat_map(|it| it.include));
        if command.confidence < *confidence {
            *confidence = command.confidence;
        }
        spans.extend(command.spans);
    }
    together
}

fn can_join(command: &Command) -> bool {
    command.intent == Intent::DeleteTask
        && command
            .reference
            .as_ref()
            .is_some_and(|Reference { exclude, .. }| exclude.is_empty())
}

/// When and where a message is said.
pub(crate) fn moment(now: Timestamp, zone: &Zone, locale: &Locale) -> Moment {
    Moment {
        now: zone.local(now),
        zone: zone.clone(),
        locale: locale.clone(),
    }
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::{Selector, TaskId};

    use super::*;

    fn deletion(number: i64) -> Command {
        Command {
            reference: Some(Reference::to(Selector::Id(
                TaskId::try_from(number).unwrap(),
            ))),
            ..Command::new(Intent::DeleteTask, Confidence::clamped(0.9))
        }
    }

    #[test]
    fn deletions_of_one_message_are_one_deletion() {
        let addition = Command::new(Intent::AddTask, Confidence::CERTAIN);
        let together = deletions_together(vec![deletion(1), addition, deletion(2)]);
        assert_eq!(
            together
                .iter()
                .map(|command| command.intent)
                .collect::<Vec<_>>(),
            [Intent::DeleteTask, Intent::AddTask]
        );
        assert_eq!(together[0].reference.as_ref().unwrap().include.len(), 2);
    }
}
