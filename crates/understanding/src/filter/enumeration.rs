//! Several values of one condition: "tagged home or work", "high or medium priority".

use std::ops::Range;

use tasktalk_domain::{Priority, Tag};

use super::parts::Joint;
use crate::lexicon::Class;
use crate::message::Message;
use crate::phrases::Condition;
use crate::units::{Gap, UnitKind};

/// "high" of "high or medium priority".
pub(super) fn shared_priority(message: &Message<'_>, range: Range<usize>) -> Option<Priority> {
    let phrases = &message.language.phrases;
    let units = &message.units[range];
    let priority = phrases.whole_priority(units.get(..1)?)?;
    Joint::of(units.get(1)?)?;
    matches!(
        phrases.condition(&units[2..]),
        Some((Condition::Urgent(_), _, _))
    )
    .then_some(priority)
}

/// "work" of "tagged home or work": its joint, its tag and the units of both.
pub(super) fn another_tag(
    message: &Message<'_>,
    range: Range<usize>,
) -> Option<(Joint, Tag, usize)> {
    let units = &message.units[range];
    let first = units.first()?;
    let joint = Joint::of(first);
    let at = usize::from(joint.is_some());
    let unit = units.get(at)?;
    let joint = joint.or_else(|| first.gap.has(Gap::COMMA).then_some(Joint::And))?;
    let ends = units.get(at + 1).is_none_or(|next| {
        Joint::of(next).is_some()
            || next.gap.has(Gap::COMMA)
            || next.class.any(Class::STOP)
            || next.date.is_some()
    });
    let plain = unit.kind == UnitKind::Word
        && unit.date.is_none()
        && !unit.class.any(Class::STOP.with(Class::NEGATION))
        && message.language.phrases.condition(&units[at..]).is_none();
    let tag = Tag::parse(unit.text).ok()?;
    (plain && ends).then_some((joint, tag, at + 1))
}
