//! When to act, when to ask, when to have it confirmed: one table, and nothing else decides it.

use tasktalk_domain::{
    Confidence, Intent,
    command::{CLARIFY_BELOW, CLARIFY_DELETE_BELOW},
};

use super::resolve_reference::Fit;
use crate::pipeline::Tally;

/// More changes than this at once are always confirmed.
pub(crate) const CONFIRM_ABOVE: usize = 10;
/// Deleting this many at once is always confirmed.
pub(crate) const CONFIRM_DELETING: usize = 2;

/// What a change would do, as far as it decides whether it may.
#[derive(Clone, Copy, Debug)]
pub(super) struct Proposal {
    /// Which kind of change.
    pub(crate) intent: Intent,
    /// How sure the engine is that it was asked for.
    pub(crate) confidence: Confidence,
    /// How many tasks it changes.
    pub(crate) tasks: usize,
    /// How well the task fits that fits worst.
    pub(super) fit: Fit,
    /// How many tasks this turn has deleted and changed already.
    pub(crate) earlier: Tally,
}

/// What is done about a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Do it, with receipt and undo.
    Act,
    /// Ask whether it was meant.
    Ask,
    /// Have exactly these tasks confirmed.
    Confirm,
}

/// Decides.
pub(super) fn decide(proposal: Proposal) -> Verdict {
    let deleting = proposal.intent == Intent::DeleteTask;
    let sure = proposal.confidence
        >= if deleting {
            CLARIFY_DELETE_BELOW
        } else {
            CLARIFY_BELOW
        };
    let many = deleting && proposal.tasks + proposal.earlier.deleted >= CONFIRM_DELETING
        || proposal.tasks + proposal.earlier.changed > CONFIRM_ABOVE;
    // What is deleted is lost sooner than what is completed or changed by mistake.
    let tolerated = if deleting { Fit::Clear } else { Fit::Rough };
    match proposal.tasks {
        _ if many => Verdict::Confirm,
        0 | 1 if sure && proposal.fit <= tolerated => Verdict::Act,
        0 | 1 => Verdict::Ask,
        _ if sure && proposal.fit == Fit::Clear => Verdict::Act,
        _ => Verdict::Confirm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(intent: Intent, confidence: f32, tasks: usize) -> Verdict {
        decide(Proposal {
            intent,
            confidence: Confidence::clamped(confidence),
            tasks,
            fit: Fit::Clear,
            earlier: Tally::default(),
        })
    }

    #[test]
    fn the_table() {
        use Intent::{CompleteTask, DeleteTask, UpdateTask};
        use Verdict::{Act, Ask, Confirm};
        for (intent, confidence, tasks, expected) in [
            (CompleteTask, 0.7, 1, Act),
            (CompleteTask, 0.69, 1, Ask),
            (UpdateTask, 0.9, 10, Act),
            (UpdateTask, 0.6, 2, Confirm),
            (UpdateTask, 1.0, 11, Confirm),
            (DeleteTask, 0.85, 1, Act),
            (DeleteTask, 0.84, 1, Ask),
            (DeleteTask, 1.0, 2, Confirm),
            (DeleteTask, 1.0, 40, Confirm),
        ] {
            assert_eq!(
                verdict(intent, confidence, tasks),
                expected,
                "{intent:?} {confidence} {tasks}"
            );
        }
    }

    #[test]
    fn what_is_only_roughly_meant_is_asked_about() {
        for (intent, fit, expected) in [
            (Intent::CompleteTask, Fit::Rough, Verdict::Act),
            (Intent::DeleteTask, Fit::Rough, Verdict::Ask),
            (Intent::CompleteTask, Fit::Guessed, Verdict::Ask),
            (Intent::UpdateTask, Fit::Guessed, Verdict::Ask),
            (Intent::DeleteTask, Fit::Guessed, Verdict::Ask),
        ] {
            let verdict = decide(Proposal {
                intent,
                confidence: Confidence::CERTAIN,
                tasks: 1,
                fit,
                earlier: Tally::default(),
            });
            assert_eq!(verdict, expected, "{intent:?} {fit:?}");
        }
    }

    #[test]
    fn one_by_one_is_no_way_around_a_confirmation() {
        let second_deletion = Proposal {
            intent: Intent::DeleteTask,
            confidence: Confidence::CERTAIN,
            tasks: 1,
            fit: Fit::Clear,
            earlier: Tally {
                deleted: 1,
                changed: 1,
            },
        };
        assert_eq!(decide(second_deletion), Verdict::Confirm);
        let eleventh_change = Proposal {
            intent: Intent::CompleteTask,
            earlier: Tally {
                deleted: 0,
                changed: 10,
            },
            ..second_deletion
        };
        assert_eq!(decide(eleventh_change), Verdict::Confirm);
    }
}
