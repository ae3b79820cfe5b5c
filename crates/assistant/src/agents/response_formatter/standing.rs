//! What becomes of a question when something else than an answer was said.

use tasktalk_domain::{
    Continuation, Intent, Pending, PendingKind, Reason, Receipt, TaskId, pending::UNSEEN_LIMIT,
};

use crate::{
    agents::mcp_validator::LAST_QUESTION,
    pipeline::{Memory, Outcome, Remark},
};

/// What becomes of the question from before.
#[derive(Debug)]
pub(super) enum Standing {
    /// There was none, or it is forgotten.
    Gone,
    /// It can still be answered, but isn't shown this time.
    Quiet(Pending),
    /// It is shown once more.
    Again(Pending),
}

/// How far what was said is from an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    /// It says that nothing is to be done.
    Denial,
    /// It is not understood.
    Unknown,
    /// Small talk.
    Aside,
    /// It asks for something else.
    Command,
}

/// Decides what becomes of the question that waited when the turn began.
///
/// An unrelated command leaves it standing, and it is shown again once. Whoever talks about something else has
/// forgotten it, and a question that was not to be seen in the last replies must not be answered by chance.
pub(super) fn standing(before: &Memory, outcomes: &[Outcome]) -> Standing {
    let Some(pending) = before.pending.clone() else {
        return Standing::Gone;
    };
    if settled(&pending, outcomes) {
        return Standing::Gone;
    }
    let said = outcomes.iter().map(said).max().unwrap_or(Said::Unknown);
    let once_more = !pending.offered_again && before.misunderstood < LAST_QUESTION;
    // An offer that nobody asked for is not worth insisting on.
    let insists = pending.kind != PendingKind::Add;
    match said {
        Said::Command | Said::Unknown if once_more && (insists || said == Said::Command) => {
            Standing::Again(Pending {
                offered_again: true,
                unseen: 0,
                ..pending
            })
        }
        Said::Aside if once_more && about_to_be_forgotten(&pending) => Standing::Again(Pending {
            offered_again: true,
            unseen: 0,
            ..pending
        }),
        Said::Command => unseen(pending),
        Said::Aside if insists => unseen(pending),
        Said::Aside | Said::Denial | Said::Unknown => Standing::Gone,
    }
}

/// Small talk alone must not let a confirmation fall that can still be given.
fn about_to_be_forgotten(pending: &Pending) -> bool {
    pending.kind == PendingKind::Confirm && pending.unseen.saturating_add(1) >= UNSEEN_LIMIT
}

fn unseen(pending: Pending) -> Standing {
    let unseen = pending.unseen.saturating_add(1);
    if unseen >= UNSEEN_LIMIT {
        Standing::Gone
    } else {
        Standing::Quiet(Pending { unseen, ..pending })
    }
}

fn said(outcome: &Outcome) -> Said {
    match &outcome.remark {
        Some(Remark::NothingAskedFor(Reason::Negated)) => Said::Denial,
        Some(Remark::NotUnderstood { .. }) => Said::Unknown,
        Some(Remark::NothingAskedFor(_) | Remark::Greeting | Remark::Thanks) => Said::Aside,
        _ => Said::Command,
    }
}

/// Whether this turn has answered it, or made it pointless by doing the same thing directly.
fn settled(pending: &Pending, outcomes: &[Outcome]) -> bool {
    let command = pending.continuation.command();
    outcomes.iter().any(|outcome| {
        outcome.answers_pending
            || outcome.command.intent == command.intent && does_the_same(pending, outcome)
    })
}

/// Whether what was done leaves nothing of what the question is about: to do the like to other tasks answers nothing.
fn does_the_same(pending: &Pending, outcome: &Outcome) -> bool {
    let done: Vec<&Receipt> = outcome.receipts().collect();
    let touched = |id: TaskId| done.iter().any(|receipt| receipt.task_id == id);
    let command = pending.continuation.command();
    match &pending.continuation {
        _ if done.is_empty() => false,
        _ if command.intent == Intent::Undo => true,
        Continuation::OnExactly { targets, .. } => targets.iter().all(|target| touched(target.id)),
        Continuation::OnChosen { .. } | Continuation::OneOrSeries { .. } => pending
            .options
            .iter()
            .chain(&pending.unshown)
            .filter_map(|option| option.task_id)
            .any(touched),
        Continuation::AsIs { .. } => done
            .iter()
            .any(|receipt| Some(receipt.title.as_str()) == command.parameters.title.as_deref()),
        Continuation::MissingTitle { .. } | Continuation::MissingDue { .. } => true,
    }
}
