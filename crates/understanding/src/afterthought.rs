//! What a sentence says of the task added before it: "buy milk. Also eggs.", "call mum. Important!", "call the bank. The
//! number is 555-1234." Alone such a sentence asks for nothing, and what was said must not be lost.

use std::ops::Range;

use tasktalk_domain::{Change, Intent, SpanKind};

use crate::intents;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::payload::{self, Style, capitalised};
use crate::reading::Reading;
use crate::units::Gap;

/// Longer sentences are prose.
const LONGEST: usize = 20;

/// One more thing has no more units than these.
const LONGEST_ITEM: usize = 6;

/// Takes "Important!" or "By tomorrow." into the task added before it, whatever it could mean alone. Whether it was taken.
pub(crate) fn take_details(
    message: &Message<'_>,
    range: &Range<usize>,
    before: &mut [Reading],
) -> bool {
    added_before(message, range, before).is_some_and(|added| adds_details(message, range, added))
}

/// Takes a sentence that alone asks for nothing into the task added before it, or makes it a task beside that one. Whether
/// it was taken.
pub(crate) fn take(message: &Message<'_>, range: &Range<usize>, before: &mut Vec<Reading>) -> bool {
    if added_before(message, range, before).is_none() {
        return false;
    }
    if let Some(item) = one_more(message, range) {
        before.push(intents::item(message, item, 0.8));
        return true;
    }
    added_before(message, range, before).is_some_and(|added| describes(message, range, added))
}

/// The task added before a sentence that can belong to it.
fn added_before<'r>(
    message: &Message<'_>,
    range: &Range<usize>,
    before: &'r mut [Reading],
) -> Option<&'r mut Reading> {
    let sentence = message.gap(range.start).has(Gap::STOP)
        && !message.gap(range.end).has(Gap::QUESTION)
        && range.len() <= LONGEST;
    before
        .last_mut()
        .filter(|before| before.command.intent == Intent::AddTask)
        .filter(|before| sentence && before.command.parameters.title.is_some())
}

/// "Also eggs", "And eggs please": the thing.
fn one_more(message: &Message<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let units = &message.units;
    let end = message
        .language
        .frames
        .afterword(&units[range.clone()])
        .map_or(range.end, |length| range.start + length);
    let joined = units[range.start..end]
        .iter()
        .take_while(|unit| {
            unit.is_any(&[
                Role::Conjunction,
                Role::Additive,
                Role::Sequence,
                Role::Interjection,
            ])
        })
        .count();
    let item = range.start + joined..end;
    let thing = !item.is_empty()
        && item.len() <= LONGEST_ITEM
        && !units[item.clone()].iter().any(|unit| {
            unit.class.any(Class::AUXILIARY)
                || unit.is_any(&[
                    Role::PronounFirst,
                    Role::PronounFirstMany,
                    Role::PronounSecond,
                ])
        });
    (joined > 0 && thing).then_some(item)
}

/// "Important!", "By tomorrow.": what says nothing but how urgent, or when.
fn adds_details(message: &Message<'_>, range: &Range<usize>, added: &mut Reading) -> bool {
    let parameters = &mut added.command.parameters;
    let units = &message.units[range.clone()];
    if let Some(priority) = message.language.phrases.whole_priority(units) {
        parameters.priority = parameters.priority.or(Some(priority));
        let span = message.span(range.clone(), SpanKind::Priority);
        added.command.spans.extend(span);
        return true;
    }
    let read = payload::read(message, range.clone(), Style::default());
    let free = parameters.due.is_keep() && parameters.recurrence.is_keep();
    if read.title.is_some() || !read.has_details() || read.due.is_some() && !free {
        return false;
    }
    if read.due.is_some() {
        parameters.due = read.due.map_or(Change::Keep, Change::Set);
        parameters.due_part = read.part;
        parameters.recurrence = read.recurrence.map_or(Change::Keep, Change::Set);
    }
    parameters.priority = parameters.priority.or(read.priority);
    for tag in read.tags {
        if !parameters.tags.contains(&tag) {
            parameters.tags.push(tag);
        }
    }
    added.command.spans.extend(read.spans);
    true
}

/// "The number is 555-1234.": anything else becomes the description, unless somebody speaks of themselves.
fn describes(message: &Message<'_>, range: &Range<usize>, added: &mut Reading) -> bool {
    let first = &message.units[range.start];
    let chat = first.class.any(Class::AUXILIARY.with(Class::QUESTION))
        || first.is_any(&[
            Role::PronounFirst,
            Role::PronounFirstMany,
            Role::FirstWithAuxiliary,
            Role::FirstWithPerfect,
            Role::PronounSecond,
            Role::PronounWithCopula,
            Role::DemonstrativeWithCopula,
            Role::Laughter,
            Role::Retraction,
        ]);
    let described = !added.command.parameters.description.is_keep();
    if range.len() < 2 || chat || described {
        return false;
    }
    let text = capitalised(message.slice(range.clone()), &first.word);
    added.command.parameters.description = Change::Set(text);
    let span = message.span(range.clone(), SpanKind::Description);
    added.command.spans.extend(span);
    true
}
