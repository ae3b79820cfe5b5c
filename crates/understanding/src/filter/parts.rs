//! Conditions put together: "overdue or urgent", "due tomorrow and friday", "not tagged home or work".

use tasktalk_domain::{DueFilter, StatusFilter, TaskFilter};

use crate::lexicon::Role;
use crate::units::Unit;

/// What stands between two conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    And,
    Or,
}

impl Joint {
    pub(super) fn of(unit: &Unit<'_>) -> Option<Self> {
        if unit.is(Role::Conjunction) {
            Some(Self::And)
        } else if unit.is(Role::Disjunction) {
            Some(Self::Or)
        } else {
            None
        }
    }
}

/// Conditions of which one must hold, or none may.
#[derive(Debug)]
struct Group {
    alternatives: Vec<TaskFilter>,
    denied: bool,
}

/// Conditions in the order in which they were said.
#[derive(Debug, Default)]
pub(super) struct Parts {
    groups: Vec<Group>,
    joint: Option<Joint>,
    /// The next condition is denied.
    denied: bool,
    /// Words came that are no condition.
    words: bool,
    /// No filter can say what was said.
    unsaid: bool,
}

impl Parts {
    pub(super) fn join(&mut self, joint: Joint) {
        self.joint = Some(joint);
    }

    pub(super) fn deny(&mut self) {
        self.denied = true;
    }

    /// A word that is no condition: whatever joins it to one can't be said.
    pub(super) fn interrupt(&mut self) {
        let alternative = self.joint == Some(Joint::Or) && (self.words || !self.groups.is_empty());
        self.unsaid |= alternative || self.denied;
        self.joint = None;
        self.denied = false;
        self.words = true;
    }

    /// Takes in what none of the tasks may be.
    pub(super) fn except(&mut self, filters: Vec<TaskFilter>) {
        for filter in filters {
            self.push(filter, true);
        }
    }

    /// Takes in the next condition.
    pub(super) fn take(&mut self, mut filter: TaskFilter) {
        let joint = self.joint.take();
        let denied = std::mem::take(&mut self.denied);
        if !filter.except.is_empty() {
            return self.except(std::mem::take(&mut filter.except));
        }
        if filter == TaskFilter::default() {
            return;
        }
        self.unsaid |= joint == Some(Joint::Or) && self.groups.is_empty() && self.words;
        let Some(last) = self.groups.last_mut().filter(|_| !denied) else {
            return self.push(filter, denied);
        };
        let alike = last
            .alternatives
            .last()
            .is_some_and(|other| Kind::of(other) == Kind::of(&filter));
        // "due today and tomorrow" is either day, "tagged home and tagged work" could be both tags or either.
        let either = match joint {
            Some(Joint::Or) => true,
            Some(Joint::And) => alike && Kind::of(&filter) != Kind::Words,
            None => false,
        };
        self.unsaid |= joint == Some(Joint::And) && alike && !either;
        match (last.denied, either) {
            (false, true) => last.alternatives.push(filter),
            (denied, either) => self.push(filter, denied && either),
        }
    }

    fn push(&mut self, mut filter: TaskFilter, denied: bool) {
        // "not done" is open.
        let opposite = match filter.status {
            StatusFilter::All => None,
            StatusFilter::Pending => Some(StatusFilter::Completed),
            StatusFilter::Completed => Some(StatusFilter::Pending),
        };
        let turned = opposite.filter(|_| denied);
        filter.status = turned.unwrap_or(filter.status);
        self.groups.push(Group {
            alternatives: vec![filter],
            denied: denied && turned.is_none(),
        });
    }

    /// The filter that says all of it, and whether it fails to.
    pub(super) fn into_filter(self) -> (TaskFilter, bool) {
        let mut whole = TaskFilter::default();
        let mut unsaid = self.unsaid || self.denied;
        for mut group in self.groups {
            if group.denied {
                whole.except.append(&mut group.alternatives);
                continue;
            }
            group.alternatives.dedup();
            match group.alternatives.as_slice() {
                [only] if narrow(&mut whole, only) => {}
                _ if whole.either.is_empty() => whole.either = group.alternatives,
                _ => unsaid = true,
            }
        }
        (whole, unsaid)
    }
}

/// What a condition is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Status,
    Priority,
    Due,
    /// A tag or text, of which a task has several.
    Words,
}

impl Kind {
    fn of(filter: &TaskFilter) -> Self {
        if filter.due.is_some() {
            Self::Due
        } else if filter.priority.is_some() {
            Self::Priority
        } else if filter.status != StatusFilter::All {
            Self::Status
        } else {
            Self::Words
        }
    }
}

/// Lets a filter let through only what another does as well; false when its fields are taken.
fn narrow(whole: &mut TaskFilter, part: &TaskFilter) -> bool {
    let due = match (&whole.due, &part.due) {
        (
            Some(DueFilter::Between { from, to }),
            Some(DueFilter::Between {
                from: later,
                to: earlier,
            }),
        ) => Some(DueFilter::Between {
            from: (*from).max(*later),
            to: [*to, *earlier].into_iter().flatten().min(),
        }),
        (Some(one), Some(other)) if one != other => return false,
        (one, other) => one.clone().or_else(|| other.clone()),
    };
    if differ(whole.tag.as_ref(), part.tag.as_ref())
        || differ(whole.priority.as_ref(), part.priority.as_ref())
    {
        return false;
    }
    // A text of several words asks for each of them.
    let text: Vec<&str> = [whole.text.as_deref(), part.text.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    whole.text = (!text.is_empty()).then(|| text.join(" "));
    whole.tag = whole.tag.take().or_else(|| part.tag.clone());
    whole.priority = whole.priority.or(part.priority);
    whole.due = due;
    if part.status != StatusFilter::All {
        whole.status = part.status;
    }
    true
}

fn differ<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.is_some() && other.is_some() && one != other
}
