//! What the words "it" and "them" can stand on inside one message.

use tasktalk_domain::{Command, Intent, Position, Pronoun, Selector};

/// Whether what the earlier commands of a message were about has been found. Nothing of this outlives the message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ground {
    /// Nothing was looked for in vain.
    #[default]
    Firm,
    /// The last command had its tasks, but one before it hadn't: "it" is clear, "them" is not.
    Partly(Lost),
    /// The last command that was about tasks had none.
    Lost(Lost),
}

/// Why a command came to no task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lost {
    /// It found nothing, or failed.
    Nothing,
    /// It waits for an answer.
    Asked,
}

impl Ground {
    /// What stands after a command that had its tasks; a list that is shown is new ground for everything.
    pub(crate) fn after_tasks(self, listed: bool) -> Self {
        match self {
            Self::Partly(lost) | Self::Lost(lost) if !listed => Self::Partly(lost),
            _ => Self::Firm,
        }
    }

    /// Why a command can't be understood any more: it points at what an earlier command of the message had no task
    /// for. An older task or list is never what it means.
    pub(crate) fn missing_for(self, command: &Command) -> Option<Lost> {
        let fallen = |lost: Lost, falls: fn(&Selector) -> bool| {
            let reference = command.reference.as_ref()?;
            let mut selectors = reference.include.iter().chain(&reference.exclude);
            selectors.any(falls).then_some(lost)
        };
        match self {
            Self::Firm => None,
            Self::Lost(lost) if command.intent == Intent::Correct => Some(lost),
            Self::Lost(lost) => fallen(lost, points_back),
            Self::Partly(lost) => fallen(lost, points_back_at_several),
        }
    }
}

fn points_back(selector: &Selector) -> bool {
    matches!(selector, Selector::Pronoun(_) | Selector::Position(_))
}

fn points_back_at_several(selector: &Selector) -> bool {
    matches!(
        selector,
        Selector::Pronoun(Pronoun::Both | Pronoun::Them | Pronoun::Others)
            | Selector::Position(Position::First(_) | Position::Last(_))
    )
}
