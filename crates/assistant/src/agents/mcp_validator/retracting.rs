//! "No wait, keep it", "I haven't done it", "not the milk": what was just done is taken back, all of it or one task's part.

use tasktalk_domain::{
    Command, Confidence, Intent, Operation, Position, Receipt, Reference, Selector, Task,
};
use tasktalk_storage::StorageError;
use tasktalk_understanding::{Denied, Retraction};

use super::{
    corrections::take_back,
    resolve_reference::words::{self, Match},
};
use crate::{
    pipeline::{Memory, Plan, Step},
    tools::{Tool, Undo, UndoTarget},
};

/// What a retraction takes back.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TakenBack {
    /// The last change as a whole.
    Everything,
    /// What was done to some of its tasks.
    Some(Vec<Receipt>),
}

/// What a message takes back of what was done right before it; none when it is about nothing of that.
pub(crate) fn taken_back(
    memory: &Memory,
    retraction: &Retraction,
) -> Result<Option<TakenBack>, StorageError> {
    let waits = (memory.pending.as_ref()).is_some_and(|pending| !memory.changed_since(pending));
    // After an undo or a list, something else is talked about.
    let elsewhere = |intent: &Intent| matches!(intent, Intent::Undo | Intent::ListTasks);
    if waits || !memory.changed_lately() || memory.last_intents.iter().any(elsewhere) {
        return Ok(None);
    }
    Ok(chosen(&memory.last_receipts()?, retraction))
}

fn chosen(receipts: &[Receipt], retraction: &Retraction) -> Option<TakenBack> {
    let Some(reference) = &retraction.reference else {
        let all = !receipts.is_empty()
            && receipts
                .iter()
                .all(|it| denies(retraction.denied, it, false));
        return all.then_some(TakenBack::Everything);
    };
    let mut chosen: Vec<Receipt> = Vec::new();
    for receipt in named(receipts, reference)? {
        if !denies(retraction.denied, receipt, true) {
            return None;
        }
        if !chosen.contains(receipt) {
            chosen.push(receipt.clone());
        }
    }
    match chosen.len() {
        0 => None,
        all if all == receipts.len() => Some(TakenBack::Everything),
        _ => Some(TakenBack::Some(chosen)),
    }
}

/// Whether what is denied is what was done. Of a new task nobody says "keep it" to be rid of it.
fn denies(denied: Denied, receipt: &Receipt, named: bool) -> bool {
    match (denied, receipt.operation) {
        (Denied::Completion, Operation::Completed) | (Denied::Deletion, Operation::Deleted) => true,
        (Denied::Change, Operation::Created) => named,
        (Denied::Change, operation) => operation != Operation::Restored,
        _ => false,
    }
}

/// The receipts of the tasks that are named; none when one of the names is of no such task.
fn named<'r>(receipts: &'r [Receipt], reference: &Reference) -> Option<Vec<&'r Receipt>> {
    let tasks: Vec<Task> = receipts
        .iter()
        .filter_map(|receipt| receipt.after.as_deref().or(receipt.before.as_deref()))
        .cloned()
        .collect();
    let nth = |place: u32| receipts.get(usize::try_from(place).ok()?.checked_sub(1)?);
    let found = reference.include.iter().map(|selector| match selector {
        Selector::Id(id) => receipts.iter().find(|receipt| receipt.task_id == *id),
        Selector::Position(Position::Nth(place)) => nth(*place),
        Selector::Position(Position::FromEnd(place)) => {
            let places = u32::try_from(receipts.len()).ok()?;
            nth((places + 1).checked_sub(*place)?)
        }
        Selector::Words { text, exact } => match words::find_in(&tasks, text, *exact) {
            Match::One { task, .. } => receipts.iter().find(|it| it.task_id == task.id),
            Match::Several(_) | Match::Nothing { .. } => None,
        },
        _ => None,
    });
    found.collect()
}

/// Takes it back. The whole change is undone; of a part each task is made what it was, which can be undone itself.
pub(super) fn plan(taken_back: TakenBack) -> Plan {
    let tools = match taken_back {
        TakenBack::Everything => vec![Tool::Undo(Undo {
            target: UndoTarget::Newest { steps: 1 },
            force: false,
        })],
        TakenBack::Some(receipts) => receipts.iter().map(take_back).collect(),
    };
    Plan::new(
        Command::new(Intent::Undo, Confidence::CERTAIN),
        Step::Run(tools),
    )
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::Pronoun;
    use uuid::Uuid;

    use super::*;
    use crate::test_support::{SUNDAY, task};

    fn receipt(operation: Operation, id: i64, title: &str) -> Receipt {
        let task = task(id, title);
        Receipt {
            operation,
            task_id: task.id,
            title: title.to_owned(),
            before: Some(Box::new(task.clone())),
            after: Some(Box::new(task)),
            undo_token: Uuid::nil(),
            expires_at: SUNDAY.parse().unwrap(),
        }
    }

    fn words(text: &str) -> Reference {
        Reference::to(Selector::Words {
            text: text.to_owned(),
            exact: false,
        })
    }

    fn of(receipts: &[Receipt], denied: Denied, reference: Option<Reference>) -> Option<TakenBack> {
        chosen(receipts, &Retraction { denied, reference })
    }

    #[test]
    fn what_is_denied_is_what_was_done() {
        let completed = [receipt(Operation::Completed, 1, "Buy milk")];
        let everything = Some(TakenBack::Everything);
        assert_eq!(of(&completed, Denied::Completion, None), everything);
        assert_eq!(of(&completed, Denied::Change, None), everything);
        assert_eq!(of(&completed, Denied::Deletion, None), None);
        assert_eq!(
            of(&completed, Denied::Completion, Some(words("milk"))),
            everything
        );
        assert_eq!(
            of(&completed, Denied::Completion, Some(words("rent"))),
            None
        );
        assert_eq!(of(&[], Denied::Change, None), None);
        let created = [receipt(Operation::Created, 1, "Buy milk")];
        assert_eq!(of(&created, Denied::Change, None), None);
        assert_eq!(
            of(&created, Denied::Change, Some(words("the milk"))),
            everything
        );
    }

    #[test]
    fn one_of_several_is_taken_back_alone() {
        let several = [
            receipt(Operation::Completed, 4, "Buy milk"),
            receipt(Operation::Completed, 7, "Call mum"),
        ];
        let first = Some(TakenBack::Some(vec![several[0].clone()]));
        assert_eq!(of(&several, Denied::Change, Some(words("the milk"))), first);
        let place = Some(Reference::to(Selector::Position(Position::Nth(1))));
        assert_eq!(of(&several, Denied::Change, place), first);
        let last = Some(Reference::to(Selector::Position(Position::FromEnd(1))));
        let second = Some(TakenBack::Some(vec![several[1].clone()]));
        assert_eq!(of(&several, Denied::Change, last), second);
        let third = Some(Reference::to(Selector::Position(Position::Nth(3))));
        assert_eq!(of(&several, Denied::Change, third), None);
        let others = Some(Reference::to(Selector::Pronoun(Pronoun::Others)));
        assert_eq!(of(&several, Denied::Change, others), None);
    }
}
