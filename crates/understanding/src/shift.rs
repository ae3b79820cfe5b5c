//! Spans of time by which something is moved: "two days", "a week", "a couple of hours".

use tasktalk_domain::Shift;

use crate::phrases::Phrases;
use crate::units::Unit;

/// Nobody moves a task by more than this many of anything.
const MOST: i64 = 1_000;

/// The span of time at the beginning of these units, and how many units it covers.
pub(crate) fn begins(phrases: &Phrases, units: &[Unit<'_>]) -> Option<(Shift, usize)> {
    let (amount, length) = amount(units)?;
    let (months, days, minutes) = phrases.shift_unit(units.get(length)?)?;
    if !(1..=MOST).contains(&amount) {
        return None;
    }
    let small = i32::try_from(amount).ok()?;
    let shift = Shift {
        months: months * small,
        days: days * small,
        minutes: minutes * amount,
    };
    Some((shift, length + 1))
}

/// How many, and in how many units that is said.
fn amount(units: &[Unit<'_>]) -> Option<(i64, usize)> {
    let word = |at: usize| units.get(at).map_or("", |unit| unit.word.as_ref());
    Some(match (word(0), word(1), word(2)) {
        ("a", "couple", "of") => (2, 3),
        ("a", "couple", _) | ("couple", "of", _) => (2, 2),
        ("a", "few", _) => (3, 2),
        ("a" | "an" | "another", _, _) => (1, 1),
        ("few", _, _) => (3, 1),
        (_, "more" | "extra", _) => (units.first()?.number?, 2),
        _ => (units.first()?.number?, 1),
    })
}

/// The same span of time, earlier.
pub(crate) fn earlier(shift: Shift) -> Shift {
    Shift {
        months: -shift.months,
        days: -shift.days,
        minutes: -shift.minutes,
    }
}
