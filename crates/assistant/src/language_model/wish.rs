//! Whether a model is asked at all, and for what.

use tasktalk_domain::{
    Command, Intent, Reason,
    command::{CLARIFY_BELOW, CLARIFY_DELETE_BELOW},
};

use super::{WhenAsked, material::Material, open_question};
use crate::pipeline::{Asked, ParsedTurn};

/// What a model is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// What the message asks for.
    Reading,
    /// The answer to an open question.
    Answer,
}

/// What a model is asked for, if anything. The answer to one of our own questions is never its business.
///
/// `unfound`: no task fits the words of what the embedded engine understood.
pub(crate) fn wish(
    when: WhenAsked,
    message: &str,
    parsed: &ParsedTurn,
    unfound: bool,
) -> Option<Wish> {
    let commands = commands(parsed)?;
    if asks_for_no_change(&commands) && open_question::is_open(message) {
        return Some(Wish::Answer);
    }
    let wanted = match when {
        WhenAsked::Unsure => unfound || commands.iter().any(|command| is_unsure(command)),
        WhenAsked::Always => !commands.iter().all(|command| is_plain(command)),
    };
    wanted.then_some(Wish::Reading)
}

/// Whether words may answer a message: it is a question, and not one that plainly asks for a change, which words can't
/// make.
pub(super) fn may_be_answered(material: &Material) -> bool {
    let commands: Vec<&Command> = material.embedded.iter().collect();
    let asks = material.message.contains('?') || open_question::is_open(&material.message);
    asks && asks_for_no_change(&commands)
}

/// The commands of a turn that consists of nothing else.
fn commands(parsed: &ParsedTurn) -> Option<Vec<&Command>> {
    parsed
        .asked
        .iter()
        .map(|asked| match asked {
            Asked::Command(command, _) => Some(&**command),
            Asked::Answer(..)
            | Asked::FilledIn(_)
            | Asked::AnswerTooLate(_)
            | Asked::TakenBack(_)
            | Asked::NextPage
            | Asked::PutOff(_)
            | Asked::NotPutOff(_)
            | Asked::NothingToConfirm => None,
        })
        .collect()
}

fn asks_for_no_change(commands: &[&Command]) -> bool {
    commands.iter().all(|command| {
        matches!(
            command.intent,
            Intent::ListTasks | Intent::Unknown | Intent::Help
        )
    })
}

fn is_unsure(command: &Command) -> bool {
    match command.intent {
        Intent::Unknown => match command.reason {
            None | Some(Reason::NotOurs | Reason::UnknownLanguage) => true,
            Some(Reason::Negated | Reason::Hypothetical | Reason::Reported) => false,
        },
        Intent::DeleteTask => command.confidence < CLARIFY_DELETE_BELOW,
        _ => command.confidence < CLARIFY_BELOW,
    }
}

/// Nothing in it that a second reading could better: "hello", "undo", "no, Friday".
fn is_plain(command: &Command) -> bool {
    let kind = matches!(
        command.intent,
        Intent::Greeting | Intent::Thanks | Intent::Help | Intent::Undo | Intent::Correct
    );
    kind && command.confidence >= CLARIFY_BELOW
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::Confidence;

    use super::*;

    fn parsed(intent: Intent, confidence: f32, reason: Option<Reason>) -> ParsedTurn {
        let confidence = Confidence::clamped(confidence);
        let command = Command {
            reason,
            ..Command::new(intent, confidence)
        };
        ParsedTurn {
            asked: vec![Asked::Command(Box::new(command), None)],
            confidence,
        }
    }

    #[test]
    fn a_model_is_asked_when_the_engine_is_unsure() {
        use Intent::{AddTask, DeleteTask, Greeting, ListTasks, Unknown};
        for (intent, confidence, reason, unsure, always) in [
            (AddTask, 0.9, None, false, true),
            (AddTask, 0.6, None, true, true),
            (DeleteTask, 0.8, None, true, true),
            (Greeting, 0.9, None, false, false),
            (ListTasks, 0.9, None, false, true),
            (Unknown, 0.9, Some(Reason::Negated), false, true),
            (Unknown, 0.9, Some(Reason::UnknownLanguage), true, true),
            (Unknown, 0.3, None, true, true),
        ] {
            let parsed = parsed(intent, confidence, reason);
            let asked = |when| wish(when, "x", &parsed, false).is_some();
            assert_eq!(asked(WhenAsked::Unsure), unsure, "{intent:?} {confidence}");
            assert_eq!(asked(WhenAsked::Always), always, "{intent:?} {confidence}");
        }
        let sure = parsed(Intent::CompleteTask, 0.9, None);
        assert_eq!(
            wish(WhenAsked::Unsure, "x", &sure, true),
            Some(Wish::Reading),
            "it finds no task"
        );
    }

    #[test]
    fn an_open_question_is_answered_unless_a_change_is_asked_for() {
        let question = "what should I do first?";
        let list = parsed(Intent::ListTasks, 0.99, None);
        assert_eq!(
            wish(WhenAsked::Unsure, question, &list, false),
            Some(Wish::Answer)
        );
        let change = parsed(Intent::AddTask, 0.9, None);
        assert_eq!(wish(WhenAsked::Unsure, question, &change, false), None);
    }
}
