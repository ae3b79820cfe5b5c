//! How many tasks, without saying which: "three tasks", "some of them", "no tasks".

use crate::lexicon::{Class, Role};
use crate::units::{Unit, UnitKind};

/// Whether only a number of tasks is said: "two tasks", "one of them", "some tasks", "something".
pub(super) fn without_saying_which(units: &[Unit<'_>]) -> bool {
    if let [only] = units {
        return only.is(Role::Some);
    }
    let told = units
        .iter()
        .take_while(|unit| {
            unit.is_any(&[
                Role::At,
                Role::My,
                Role::Any,
                Role::Least,
                Role::The,
                Role::Already,
                Role::Only,
            ])
        })
        .count();
    let (counted, length) = amount(&units[told..]);
    let rest = &units[told + length..];
    let of = usize::from(rest.first().is_some_and(|unit| unit.is(Role::Of)));
    let whose = of
        + usize::from(
            rest.get(of)
                .is_some_and(|unit| unit.is_any(&[Role::My, Role::These, Role::The])),
        );
    let named = match &rest[whose.min(rest.len())..] {
        [task] => task.class.any(Class::TASK) || of > 0 && task.is_any(&[Role::Them, Role::List]),
        [] => of > 0 && whose > of,
        _ => false,
    };
    counted && named
}

/// Whether a number of things that could be any begins here, and its length.
fn amount(units: &[Unit<'_>]) -> (bool, usize) {
    let Some(first) = units.first() else {
        return (false, 0);
    };
    let second = units.get(1).is_some_and(|unit| unit.is(Role::Some));
    let number = first.number.is_some_and(|number| number > 0)
        && matches!(first.kind, UnitKind::Number | UnitKind::Word);
    if first.is(Role::A) && second {
        let of = usize::from(
            units.get(2).is_some_and(|unit| unit.is(Role::Of))
                && units.get(3).is_some_and(|unit| unit.class.any(Class::TASK)),
        );
        return (true, 2 + of);
    }
    let vague = first.is(Role::Some);
    (number || vague, usize::from(number || vague))
}

/// Whether it is said that none is meant: "no tasks", "none of them", "nothing".
pub(crate) fn none(units: &[Unit<'_>]) -> bool {
    match units {
        [only] => only.is(Role::Nothing),
        [first, second, ..] => {
            first.is(Role::Nothing) && second.is(Role::Of)
                || first.is(Role::No)
                    && second.number.is_none()
                    && units.last().is_some_and(|last| last.class.any(Class::TASK))
        }
        [] => false,
    }
}
