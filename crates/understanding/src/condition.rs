//! What has to happen before a thing can be done: "when Bob calls, tell him about the meeting".

use crate::lexicon::{Class, Role};
use crate::units::{Gap, Unit};

/// A condition is shorter than this, in units.
const LONGEST: usize = 9;

/// Where the chore begins behind a condition and its comma.
pub(crate) fn chore_after(units: &[Unit<'_>]) -> Option<usize> {
    let first = units.first()?;
    let conditional = first.is_any(&[Role::Temporal, Role::PrepositionAfter])
        || first.is(Role::PrepositionAs) && units.get(1)?.is(Role::AdverbSoon);
    if !conditional || first.date.is_some() {
        return None;
    }
    let comma = (2..units.len().min(LONGEST)).find(|&at| units[at].gap.has(Gap::COMMA))?;
    units[comma].class.any(Class::CHORE).then_some(comma)
}
