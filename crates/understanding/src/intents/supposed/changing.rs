//! What a change that no form describes does: every detail said outside of what it points at.

use std::ops::Range;

use tasktalk_domain::{Change, DuePart, Parameters};

use crate::dates::DateSpan;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::payload::{self, Style};
use crate::phrases::Clearing;
use crate::reading::Clause;
use crate::shift;
use crate::units::{Gap, Unit, UnitKind};

/// Puts the details said in these parts of a clause into a change. Whether there are any.
pub(super) fn put(
    clause: &Clause<'_, '_>,
    parts: &[Range<usize>],
    parameters: &mut Parameters,
) -> bool {
    let message = clause.message;
    let parts: Vec<Range<usize>> = parts
        .iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect();
    for part in &parts {
        values(message, part.clone(), parameters);
    }
    for part in &parts {
        clearings(message, with_denial(message, part.clone()), parameters);
    }
    if parameters.due.is_keep() {
        parameters.postpone = parts.iter().find_map(|part| moved_by(clause, part.clone()));
    }
    if parameters.due.is_keep() && parameters.postpone.is_none() {
        new_date(message, &parts, parameters);
    }
    let said = !(parameters.due.is_keep()
        && parameters.recurrence.is_keep()
        && parameters.description.is_keep()
        && parameters.postpone.is_none()
        && parameters.priority.is_none()
        && parameters.tags.is_empty());
    said || parts
        .last()
        .is_some_and(|_| text(clause, &parts, parameters))
}

fn values(message: &Message<'_>, part: Range<usize>, parameters: &mut Parameters) {
    let payload = payload::read(message, part.clone(), Style::default());
    if parameters.due.is_keep() {
        parameters.due_part = payload.part;
        parameters.due = payload.due.map_or(Change::Keep, Change::Set);
    }
    if parameters.recurrence.is_keep() {
        parameters.recurrence = payload.recurrence.map_or(Change::Keep, Change::Set);
    }
    let phrases = &message.language.phrases;
    let alone = || phrases.whole_priority(&message.units[part]);
    parameters.priority = parameters.priority.or(payload.priority).or_else(alone);
    parameters.tags.extend(payload.tags);
}

/// "take the deadline off", "no need to repeat".
fn clearings(message: &Message<'_>, part: Range<usize>, parameters: &mut Parameters) {
    let units = &message.units[part];
    let phrases = &message.language.phrases;
    for at in 0..units.len() {
        match phrases.clearing(&units[at..]) {
            Some(Clearing::Due) => parameters.due = Change::Clear,
            Some(Clearing::Time) if parameters.due.is_keep() => {
                parameters.due = Change::Clear;
                parameters.due_part = Some(DuePart::Time);
            }
            Some(Clearing::Recurrence) if parameters.recurrence.is_keep() => {
                parameters.recurrence = Change::Clear;
            }
            Some(Clearing::Description) => parameters.description = Change::Clear,
            _ => {}
        }
    }
}

/// "no date for the attic": "no" was taken for an answer.
fn with_denial(message: &Message<'_>, part: Range<usize>) -> Range<usize> {
    let denied = part.start > 0
        && message.units[part.start - 1].is_any(&[Role::Denial, Role::DenialAnswer])
        && !message.units[part.start]
            .gap
            .has(Gap::COMMA.with(Gap::STOP));
    part.start - usize::from(denied)..part.end
}

/// "give it one more week": by how much it is moved.
fn moved_by(clause: &Clause<'_, '_>, part: Range<usize>) -> Option<tasktalk_domain::Shift> {
    let message = clause.message;
    let phrases = &message.language.phrases;
    let (shift, _) = part.clone().find_map(|at| {
        let begins = message.units[at].date.is_none_or(|date| {
            let date = &message.dates[date];
            date.due.is_none() && date.recurrence.is_none()
        });
        begins
            .then(|| shift::begins(phrases, &message.units[at..part.end]))
            .flatten()
    })?;
    let earlier = message.units[clause.range.clone()]
        .iter()
        .any(|unit| phrases.is_earlier(unit));
    Some(if earlier {
        shift::earlier(shift)
    } else {
        shift
    })
}

/// "put it off until the new year", "by the 18th rather than the 11th": the first date that is not said to be the old one.
fn new_date(message: &Message<'_>, parts: &[Range<usize>], parameters: &mut Parameters) {
    let said = |date: &&DateSpan| {
        let inside =
            |part: &Range<usize>| part.start <= date.units.start && date.units.end <= part.end;
        date.due.is_some() && parts.iter().any(inside) && !is_old(message, date)
    };
    let mut dates = message.dates.iter().filter(said);
    let Some(date) = dates.next() else {
        return;
    };
    parameters.due = date.due.clone().map_or(Change::Keep, Change::Set);
    parameters.due_part = date.part;
}

/// "not today", "rather than the 11th", "from tuesday".
fn is_old(message: &Message<'_>, date: &DateSpan) -> bool {
    let units = &message.units;
    let before = date.units.start.checked_sub(1).map(|at| &units[at]);
    let first = &units[date.units.start];
    let leads = |unit: &Unit<'_>| {
        unit.class.any(Class::NEGATION)
            || unit.is_any(&[Role::PrepositionFrom, Role::Comparison, Role::PrepositionOf])
    };
    before.is_some_and(leads) || first.is(Role::PrepositionFrom)
}

/// "number 4 to ring the electrician": what follows the pointing is what it is to be.
fn becomes(message: &Message<'_>, part: &Range<usize>, start: usize) -> Option<usize> {
    let to = part.start > start
        && part.len() > 2
        && message.units[part.start].is_any(&[Role::PrepositionTo, Role::PrepositionInto]);
    to.then_some(part.start + 1)
}

/// "number 12: Phone Siobhan", "append to the plumber task: he only takes cash": what follows a colon, or is quoted, is a new
/// title, or a description when one is spoken of.
fn text(clause: &Clause<'_, '_>, parts: &[Range<usize>], parameters: &mut Parameters) -> bool {
    let message = clause.message;
    let noted = message.units[clause.range.clone()]
        .iter()
        .any(|unit| unit.is_any(&[Role::NounNote, Role::VerbNote]));
    let told = |at: usize| {
        let unit = &message.units[at];
        at > clause.range.start && unit.gap.has(Gap::COLON)
            || noted && unit.kind == UnitKind::Quoted
    };
    let from = parts.iter().find_map(|part| {
        let at = part.clone().rev().find(|at| told(*at));
        let to = || becomes(message, part, clause.range.start);
        at.or_else(to).map(|at| at..part.end)
    });
    let Some(part) = from else {
        return false;
    };
    let literal = Style {
        literal: true,
        ..Style::default()
    };
    let Some(title) = payload::read(message, part, literal).title else {
        return false;
    };
    if noted {
        parameters.description = Change::Set(title);
    } else {
        parameters.title = Some(title);
    }
    true
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::{Locale, Priority, Zone};

    use super::*;
    use crate::Moment;

    /// Sunday morning.
    fn moment() -> Moment {
        Moment {
            now: jiff::civil::datetime(2026, 11, 22, 9, 0, 0, 0),
            zone: Zone::utc(),
            locale: Locale::default(),
        }
    }

    /// What a whole message changes; none when it names no change.
    fn changed(text: &str) -> Option<Parameters> {
        let moment = moment();
        let message = Message::read(text, &moment);
        let range = 0..message.units.len();
        let clause = Clause::of(&message, range.clone());
        let mut parameters = Parameters::default();
        put(&clause, &[range], &mut parameters).then_some(parameters)
    }

    #[test]
    fn every_detail_is_taken_wherever_it_stands() {
        let due = changed("put it off until friday").unwrap().due;
        assert_eq!(due.value().unwrap().date().to_string(), "2026-11-27");
        let priority = changed("down to p3 with it").unwrap().priority;
        assert_eq!(priority, Some(Priority::Low));
        let tags = changed("stick #garden on that").unwrap().tags;
        assert_eq!(tags.len(), 1);
        let cleared = changed("take the deadline off").unwrap();
        assert!(matches!(cleared.due, Change::Clear));
        let later = changed("give it two more weeks").map(|changed| changed.postpone);
        assert!(later.is_none_or(|shift| shift.is_none_or(|shift| shift.days == 14)));
    }

    #[test]
    fn the_old_date_is_not_the_new_one() {
        for (text, day) in [
            ("by friday rather than tuesday", "2026-11-27"),
            ("not tuesday, friday", "2026-11-27"),
        ] {
            let due = changed(text).unwrap().due;
            assert_eq!(due.value().unwrap().date().to_string(), day, "{text}");
        }
    }

    #[test]
    fn what_follows_a_colon_is_a_title_or_a_note() {
        let title = changed("number 12: phone Siobhan").unwrap().title;
        assert_eq!(title.as_deref(), Some("Phone Siobhan"));
        let noted = changed("append to the plumber: he only takes cash").unwrap();
        assert_eq!(
            noted.description.value().map(String::as_str),
            Some("He only takes cash")
        );
    }

    #[test]
    fn plain_words_change_nothing() {
        assert!(changed("the milk and the eggs").is_none());
    }
}
