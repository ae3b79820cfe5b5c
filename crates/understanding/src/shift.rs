//! Spans of time by which something is moved: "two days", "a week", "a couple of hours".

use tasktalk_domain::Shift;

use crate::lexicon::Role;
use crate::phrases::Phrases;
use crate::units::Unit;

/// Nobody moves a task by more than this many of anything.
const MOST: i64 = 1_000;

/// The span of time at the beginning of these units, and how many units it covers.
pub(crate) fn begins(phrases: &Phrases, units: &[Unit<'_>]) -> Option<(Shift, usize)> {
    let (amount, length) = amount(phrases, units)?;
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
fn amount(phrases: &Phrases, units: &[Unit<'_>]) -> Option<(i64, usize)> {
    phrases.amount(units).or_else(|| {
        let number = units.first()?.number?;
        let more = units
            .get(1)
            .is_some_and(|unit| unit.is(Role::QuantifierMore));
        Some((number, 1 + usize::from(more)))
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
