//! Changing tasks: title, due date, recurrence, priority, tags, description.

mod details;
mod title;
mod unlikely;

use std::ops::Range;

use tasktalk_domain::{Change, DuePart, Intent, Priority, Selector, Shift, SpanKind, Tag};

use title::{Extent, rename, set};
use unlikely::{is_called, is_fact, is_pronoun, places_a_thing, stated};

use super::{add, target};
use crate::dates::DateSpan;
use crate::evidence::{Cue, Evidence};
use crate::filter;
use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::pattern::{Captures, Slot};
use crate::payload::{self, Style};
use crate::reading::{Clause, Match, Missing, Reading};
use crate::reference::{Pointed, Pointing};
use crate::shift;
use crate::units::{Gap, Unit, UnitKind};

pub(super) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    read_as(clause, found.frame.act, found)
}

/// Reads what a frame describes as another act of the same parts.
pub(super) fn read_as(clause: &Clause<'_, '_>, act: Act, found: Match<'_>) -> Option<Reading> {
    let evidence = Evidence::new(found.frame.strength);
    let captures = &found.captures;
    let Some(part) = clause.part(captures, Slot::Reference) else {
        return without_reference(clause, act, captures, evidence);
    };
    let pointed = target::read_object(clause, part.clone())?;
    if target::is_device(clause, &part, &pointed) {
        return Some(add::not_ours(clause.message, clause.range.clone(), 0.8));
    }
    // "mark the milk as dome" ends in no tag.
    let led = clause.message.units[part.end - 1].is_any(&[
        Role::Conjunction,
        Role::Adversative,
        Role::PrepositionWith,
        Role::PrepositionAs,
        Role::Exceptive,
    ]);
    let reminds = clause.message.units[clause.range.start].is(Role::VerbRemind);
    if reminds && (pointed.pointing != Pointing::Explicit || is_pronoun(&pointed)) {
        return None;
    }
    // "prioritise everything" asks for an order: were all urgent, none would be.
    let all = pointed.reference.include.contains(&Selector::All);
    if all
        && act == Act::PrioritiseUp
        && clause.message.units[clause.range.start].is(Role::VerbPrioritise)
    {
        return None;
    }
    if act == Act::Prioritise && joins_date(clause, captures, &part)
        || act == Act::Move && places_a_thing(clause, &part, &pointed)
    {
        return None;
    }
    if stated(act, clause, &part) || act == Act::Tag && led {
        return None;
    }
    // "this is important" may be said of anything.
    let at_start = part.start == clause.range.start;
    let evidence = target::evidence(clause, &part, &pointed, evidence)
        .with_if(clause.question && !clause.addressed, Cue::QuestionMark)
        .with_if(at_start && is_pronoun(&pointed), Cue::WeakVerb)
        .with_if(
            at_start && is_pronoun(&pointed) && act == Act::Prioritise,
            Cue::Doubtful,
        )
        .with_if(
            at_start && is_fact(clause, captures, &pointed),
            Cue::Doubtful,
        );
    let reading = Reading::new(Intent::UpdateTask, evidence);
    let reading = match act {
        Act::RenameNamed if pointed.pointing < Pointing::Named => return None,
        Act::RenameCalled if !is_called(clause, captures, &part) => return None,
        Act::Rename | Act::RenameCalled => rename(clause, captures, Extent::Whole, reading)?,
        Act::RenameNamed => rename(clause, captures, Extent::Words, reading)?,
        Act::Set => set(clause, captures, &pointed, reading)?,
        Act::MoveEmpty => move_empty(&pointed, reading)?,
        Act::UpdateEmpty => {
            let noted = clause.message.units[part.clone()].len() == 1
                && clause.message.units[clause.range.start..part.start]
                    .iter()
                    .any(|unit| unit.is(Role::NounNote));
            if pointed.pointing < Pointing::Named && !noted {
                return None;
            }
            reading.lacking(Missing::UpdateHow)
        }
        _ => value(clause, act, captures, reading)?,
    };
    let pointed = moved_from(clause, captures, pointed);
    Some(target::put_or_ask(
        clause,
        reading,
        part,
        pointed,
        Missing::UpdateWhich,
    ))
}

/// "task 2 due tuesday and high priority" changes two things: the date is not what tells which task is meant.
fn joins_date(clause: &Clause<'_, '_>, captures: &Captures, part: &Range<usize>) -> bool {
    let units = &clause.message.units;
    let dated = units[part.clone()].iter().any(|unit| unit.date.is_some());
    let joined = clause
        .part(captures, Slot::Priority)
        .is_some_and(|priority| {
            let first = &units[priority.start];
            first.is_any(&[Role::Conjunction, Role::PrepositionWith])
                || first.gap.has(Gap::COMMA)
                || units[priority.start - 1].is_any(&[Role::Conjunction, Role::PrepositionWith])
        });
    dated && joined
}

/// Changes that name no task mean the one last talked about, or lack it.
fn without_reference(
    clause: &Clause<'_, '_>,
    act: Act,
    captures: &Captures,
    evidence: Evidence,
) -> Option<Reading> {
    if act == Act::UpdateEmpty {
        return Some(Reading::new(Intent::UpdateTask, evidence).lacking(Missing::UpdateWhich));
    }
    let reading = value(
        clause,
        act,
        captures,
        Reading::new(Intent::UpdateTask, evidence),
    )?;
    let mut reading = reading;
    let it = tasktalk_domain::Reference::to(Selector::Pronoun(tasktalk_domain::Pronoun::It));
    reading.command.reference.get_or_insert(it);
    Some(reading)
}

/// A part whose act says of what kind it is.
fn value(
    clause: &Clause<'_, '_>,
    act: Act,
    captures: &Captures,
    mut reading: Reading,
) -> Option<Reading> {
    let message = clause.message;
    match act {
        Act::Move | Act::Repeat => {
            let part = clause.part(captures, Slot::When)?;
            let date = date_at(message, &part)?;
            put_date(&mut reading, date);
            if let Some(end) = moves_across(message, &part, date) {
                reading.command.parameters.due = Change::Set(end.clone());
            }
            let kind = if date.recurrence.is_some() {
                SpanKind::Recurrence
            } else {
                SpanKind::Due
            };
            reading = reading.showing(message, part, kind);
        }
        Act::Shift => {
            let part = clause.part(captures, Slot::Shift)?;
            // "every 3 months" says how often.
            if message.units[part.start - 1].is(Role::QuantifierEvery) {
                return None;
            }
            reading.command.parameters.postpone = Some(shift(clause, part.clone())?);
            reading = reading.showing(message, part, SpanKind::Due);
        }
        Act::ClearDue => reading.command.parameters.due = Change::Clear,
        Act::ClearTime => {
            reading.command.parameters.due = Change::Clear;
            reading.command.parameters.due_part = Some(DuePart::Time);
        }
        Act::ClearRepeat => reading.command.parameters.recurrence = Change::Clear,
        Act::Prioritise => {
            let part = clause.part(captures, Slot::Priority)?;
            let priority = message
                .language
                .phrases
                .whole_priority(&message.units[part.clone()])?;
            reading.command.parameters.priority = Some(priority);
            reading = reading.showing(message, part, SpanKind::Priority);
        }
        Act::PrioritiseUp => reading.command.parameters.priority = Some(Priority::High),
        Act::PrioritiseDown => reading.command.parameters.priority = Some(Priority::Low),
        Act::ClearPriority => reading.command.parameters.priority = Some(Priority::None),
        Act::Tag | Act::Untag | Act::TagMarked | Act::UntagMarked => {
            let part = clause.part(captures, Slot::Tag)?;
            let marked = matches!(act, Act::TagMarked | Act::UntagMarked);
            if marked && message.units[part.start].kind != UnitKind::Tag {
                return None;
            }
            if part.len() == 1 && message.units[part.start].class.any(Class::STOP) {
                return None;
            }
            let numbered =
                matches!(&message.units[part.clone()], [only] if only.kind == UnitKind::Id);
            if act == Act::Untag && numbered && clause.part(captures, Slot::Reference).is_none() {
                // "untag #3" names the task, not the tag.
                reading.command.reference =
                    target::read(clause, part.clone()).map(|pointed| pointed.reference);
                return Some(reading.lacking(Missing::UpdateHow));
            }
            // So does "untag the milk": what is no usual name of a tag is more likely a task.
            let named = message.units[part.clone()]
                .iter()
                .any(|unit| unit.kind == UnitKind::Tag || unit.class.any(Class::TAG_NAME));
            if act == Act::Untag
                && !named
                && clause.part(captures, Slot::Reference).is_none()
                && !message.units[clause.range.clone()]
                    .iter()
                    .any(|unit| unit.is(Role::NounTag))
            {
                reading.command.reference =
                    target::read(clause, part.clone()).map(|pointed| pointed.reference);
                reading.command.parameters.clear_tags = true;
                return Some(reading.showing(message, part, SpanKind::Reference));
            }
            // "the tag work from the report" is a tag and a task.
            let from = |unit: &Unit<'_>| unit.is_any(&[Role::PrepositionFrom, Role::AdverbOff]);
            if act == Act::Untag && message.units[part.clone()].iter().any(from) {
                return None;
            }
            let tags = tags(message, part.clone())?;
            let parameters = &mut reading.command.parameters;
            if matches!(act, Act::Tag | Act::TagMarked) {
                parameters.tags = tags;
            } else {
                parameters.remove_tags = tags;
            }
            reading = reading.showing(message, part, SpanKind::Tag);
        }
        Act::Note => {
            let part = clause.part(captures, Slot::Note)?;
            let literal = payload::read(
                message,
                part.clone(),
                Style {
                    literal: true,
                    ..Style::default()
                },
            );
            reading.command.parameters.description = Change::Set(literal.title?);
            reading = reading.showing(message, part, SpanKind::Description);
        }
        Act::ClearTags => reading.command.parameters.clear_tags = true,
        Act::ClearNote => reading.command.parameters.description = Change::Clear,
        _ => return None,
    }
    Some(reading)
}

fn move_empty(pointed: &Pointed, reading: Reading) -> Option<Reading> {
    (pointed.pointing > Pointing::Vague).then(|| reading.lacking(Missing::When))
}

fn put_date(reading: &mut Reading, date: &DateSpan) {
    let parameters = &mut reading.command.parameters;
    if let Some(due) = &date.due {
        parameters.due = Change::Set(due.clone());
        parameters.due_part = date.part;
    }
    if let Some(recurrence) = &date.recurrence {
        parameters.recurrence = Change::Set(recurrence.clone());
    }
}

/// The second day of "today to tomorrow": to move from the one to the other.
fn moves_across<'m>(
    message: &Message<'_>,
    part: &Range<usize>,
    date: &'m DateSpan,
) -> Option<&'m tasktalk_domain::Due> {
    let to = message.units[part.clone()]
        .iter()
        .skip(1)
        .any(|unit| unit.is_any(&[Role::PrepositionTo, Role::PrepositionUntil]));
    date.end.as_ref().filter(|_| to)
}

/// The date that a part is from first to last.
pub(super) fn date_at<'m>(message: &'m Message<'_>, part: &Range<usize>) -> Option<&'m DateSpan> {
    let unit = &message.units[part.start];
    let date = message.dates.get(unit.date?)?;
    (unit.date_length? == part.len() && (date.due.is_some() || date.recurrence.is_some()))
        .then_some(date)
}

/// "… from Monday to Friday": the first date tells which task.
fn moved_from(clause: &Clause<'_, '_>, captures: &Captures, pointed: Pointed) -> Pointed {
    let message = clause.message;
    let days = match (
        clause.part(captures, Slot::From),
        clause.part(captures, Slot::When),
    ) {
        (Some(part), _) => date_at(message, &part).and_then(|date| date.days),
        (None, Some(part)) => date_at(message, &part)
            .filter(|date| moves_across(message, &part, date).is_some())
            .and_then(|date| date.days)
            .map(|(from, _)| (from, from)),
        (None, None) => None,
    };
    let Some((from, to)) = days else {
        return pointed;
    };
    let mut pointed = pointed;
    for selector in &mut pointed.reference.include {
        let filter = match selector {
            Selector::Words { text, .. } => tasktalk_domain::TaskFilter {
                text: Some(text.clone()),
                ..Default::default()
            },
            Selector::All => tasktalk_domain::TaskFilter::default(),
            _ => continue,
        };
        *selector = Selector::Filter(tasktalk_domain::TaskFilter {
            due: Some(tasktalk_domain::DueFilter::Between { from, to }),
            ..filter
        });
    }
    pointed
}

/// A span of time, earlier when the clause says so: "move it up two days", "bring it forward".
fn shift(clause: &Clause<'_, '_>, part: Range<usize>) -> Option<Shift> {
    let message = clause.message;
    let phrases = &message.language.phrases;
    let (shift, length) = shift::begins(phrases, &message.units[part.clone()])?;
    let earlier = message.units[clause.range.clone()]
        .iter()
        .any(|unit| phrases.is_earlier(unit));
    (length == part.len()).then(|| {
        if earlier {
            shift::earlier(shift)
        } else {
            shift
        }
    })
}

/// One or several tags: "home", "home and garden", "#a #b", "my shopping".
fn tags(message: &Message<'_>, part: Range<usize>) -> Option<Vec<Tag>> {
    let units = &message.units[part.clone()];
    let mut tags = Vec::new();
    if units.len() > 6 {
        return None;
    }
    let several = units
        .iter()
        .any(|unit| unit.is(Role::Conjunction) || unit.kind == UnitKind::Tag)
        || units.iter().skip(1).any(|unit| unit.gap.has(Gap::COMMA));
    if !several {
        let quoted = matches!(units, [unit] if unit.kind == UnitKind::Quoted);
        let tag = if quoted {
            Tag::parse(units[0].text).ok()
        } else {
            filter::list_tag(message, part)
        };
        return tag.map(|tag| vec![tag]);
    }
    for unit in units {
        if unit.is_any(&[Role::Conjunction, Role::ArticleDefinite, Role::NounTag]) {
            continue;
        }
        let tag = Tag::parse(unit.text).ok()?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    (!tags.is_empty()).then_some(tags)
}
