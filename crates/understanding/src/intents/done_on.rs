//! On which past day something was done: "I did the plants yesterday".

use std::ops::Range;

use jiff::civil::Date;
use tasktalk_domain::{DueFilter, Selector};

use crate::message::Message;
use crate::reference::Pointed;

/// Takes a past day that ends what was done out of the reference: it says when, not which task.
pub(super) fn take(
    message: &Message<'_>,
    part: &Range<usize>,
    pointed: &mut Pointed,
) -> Option<Date> {
    let day = ending(message, part.end)?;
    let [selector] = pointed.reference.include.as_mut_slice() else {
        return None;
    };
    let Selector::Filter(filter) = selector else {
        return None;
    };
    let on_that_day = filter.due == Some(DueFilter::on(day));
    let text = filter.text.clone().filter(|_| on_that_day)?;
    *selector = Selector::Words { text, exact: false };
    Some(day)
}

/// The past day that the words before this unit end in.
pub(super) fn ending(message: &Message<'_>, end: usize) -> Option<Date> {
    let unit = message.units.get(end.checked_sub(1)?)?;
    let date = message.dates.get(unit.date?)?;
    let (from, to) = date.days.filter(|_| date.units.end == end)?;
    let day = from.filter(|_| from == to)?;
    (day < message.today).then_some(day)
}
