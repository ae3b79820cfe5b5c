//! How many tasks, without saying which: "three tasks", "some of them", "no tasks".

use crate::lexicon::{Class, Role};
use crate::units::{Unit, UnitKind};

/// Whether only a number of tasks is said: "two tasks", "one of them", "some tasks", "something".
pub(super) fn without_saying_which(units: &[Unit<'_>]) -> bool {
    if let [only] = units {
        return only.is_any(&[
            Role::QuantifierSome,
            Role::QuantifierFew,
            Role::PronounSomething,
        ]);
    }
    let told = units
        .iter()
        .take_while(|unit| {
            unit.is_any(&[
                Role::PrepositionAt,
                Role::PossessiveFirst,
                Role::QuantifierAny,
                Role::QuantifierLeast,
                Role::ArticleDefinite,
                Role::AdverbAlready,
                Role::Restriction,
            ])
        })
        .count();
    let (counted, length) = amount(&units[told..]);
    let rest = &units[told + length..];
    let of = usize::from(
        rest.first()
            .is_some_and(|unit| unit.is(Role::PrepositionOf)),
    );
    let whose = of
        + usize::from(rest.get(of).is_some_and(|unit| {
            unit.is_any(&[
                Role::PossessiveFirst,
                Role::PossessiveFirstMany,
                Role::DemonstrativeMany,
                Role::ArticleDefinite,
            ])
        }));
    let named = match &rest[whose.min(rest.len())..] {
        [task] => {
            task.class.any(Class::TASK)
                || of > 0 && task.is_any(&[Role::PronounMany, Role::NounList])
        }
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
    let second = units
        .get(1)
        .is_some_and(|unit| unit.is(Role::QuantifierFew));
    let number = first.number.is_some_and(|number| number > 0)
        && matches!(first.kind, UnitKind::Number | UnitKind::Word);
    if first.is(Role::ArticleIndefinite) && second {
        let of = usize::from(
            units
                .get(2)
                .is_some_and(|unit| unit.is(Role::PrepositionOf))
                && units.get(3).is_some_and(|unit| unit.class.any(Class::TASK)),
        );
        return (true, 2 + of);
    }
    let vague = first.is_any(&[
        Role::QuantifierSome,
        Role::QuantifierFew,
        Role::QuantifierShare,
    ]);
    (number || vague, usize::from(number || vague))
}

/// Whether it is said that none is meant: "no tasks", "none of them", "nothing".
pub(crate) fn none(units: &[Unit<'_>]) -> bool {
    match units {
        [only] => only.is(Role::PronounNothing),
        [first, second, ..] => {
            first.is(Role::PronounNothing) && second.is(Role::PrepositionOf)
                || first.is(Role::Denial)
                    && second.number.is_none()
                    && units.last().is_some_and(|last| last.class.any(Class::TASK))
        }
        [] => false,
    }
}
