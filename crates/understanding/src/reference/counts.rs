//! How many tasks, without saying which: "three tasks", "some of them", "no tasks".

use crate::lexicon::Class;
use crate::units::{Unit, UnitKind};

/// Whether only a number of tasks is said: "two tasks", "one of them", "some tasks", "something".
pub(super) fn without_saying_which(units: &[Unit<'_>]) -> bool {
    if let [only] = units {
        return only.is_one_of(&["something", "some", "few", "several"]);
    }
    let told = units
        .iter()
        .take_while(|unit| unit.is_one_of(&["the", "my", "just", "only", "any", "at", "least"]))
        .count();
    let (counted, length) = amount(&units[told..]);
    let rest = &units[told + length..];
    let of = usize::from(rest.first().is_some_and(|unit| unit.is_word("of")));
    let whose = of
        + usize::from(
            rest.get(of)
                .is_some_and(|unit| unit.is_one_of(&["the", "my", "these", "those", "our"])),
        );
    let named = match &rest[whose.min(rest.len())..] {
        [task] => task.class.any(Class::TASK) || of > 0 && task.is_one_of(&["them", "list"]),
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
    let second = |words: &[&str]| units.get(1).is_some_and(|unit| unit.is_one_of(words));
    let number = first.number.is_some_and(|number| number > 0)
        && matches!(first.kind, UnitKind::Number | UnitKind::Word);
    if first.is_one_of(&["a", "an"]) && second(&["few", "couple"]) {
        let of = usize::from(
            units.get(2).is_some_and(|unit| unit.is_word("of"))
                && units.get(3).is_some_and(|unit| unit.class.any(Class::TASK)),
        );
        return (true, 2 + of);
    }
    let vague = first.is_one_of(&["some", "several", "few", "most", "half"]);
    (number || vague, usize::from(number || vague))
}

/// Whether it is said that none is meant: "no tasks", "none of them", "nothing".
pub(crate) fn none(units: &[Unit<'_>]) -> bool {
    match units {
        [only] => only.is_one_of(&["nothing", "none", "neither"]),
        [first, second, ..] => {
            first.is_one_of(&["none", "neither"]) && second.is_word("of")
                || first.is_word("no")
                    && second.number.is_none()
                    && units.last().is_some_and(|last| last.class.any(Class::TASK))
        }
        [] => false,
    }
}
