//! Adding tasks: by a frame, as a bare chore ("buy milk"), or as a fragment with a date ("dentist tomorrow 3pm").

use std::ops::Range;

use tasktalk_domain::{Change, Intent, Reason, Selector, SpanKind};

use crate::evidence::{Cue, Evidence};
use crate::filter;
use crate::frames::Act;
use crate::lexicon::Class;
use crate::message::Message;
use crate::pattern::Slot;
use crate::payload::{self, Payload, Style};
use crate::reading::{Clause, Match, Missing, Reading};
use crate::reference;
use crate::units::{Gap, Unit, UnitKind};

/// Titles longer than this are probably no title.
const LONG_TITLE: usize = 24;

/// How the words after a frame are cut into several tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Several {
    /// They are one.
    No,
    /// Each verb begins one.
    Verbs,
    /// Each item of the list is one.
    Items,
}

pub(super) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Vec<Reading>> {
    let message = clause.message;
    let act = found.frame.act;
    let evidence = Evidence::new(found.frame.strength);
    if act == Act::AddEmpty {
        let empty = Reading::new(Intent::AddTask, evidence).lacking(Missing::Title);
        return Some(vec![empty]);
    }
    let part = clause.part(&found.captures, Slot::Title)?;
    let verb = clause.verb(&part);
    let first = &message.units[part.start];
    if act == Act::AddWish {
        return wish(clause, part, evidence);
    }
    let led = message.units[verb.clone()].last();
    let asks = is_question(first) || first.is_one_of(&["me", "you"]) && part.len() == 1;
    if asks && act == Act::Add && led.is_some_and(|unit| unit.is_one_of(&["me", "remember"])) {
        // "remind me what I have to do", "remember when we met" ask for nothing new.
        return None;
    }
    let sum = message.units[part.clone()]
        .iter()
        .all(|unit| unit.kind == UnitKind::Number || unit.is_one_of(&["and", "plus"]));
    if act == Act::AddNamed && sum {
        // "add 5 and 7" is a sum.
        return None;
    }
    let tagged = clause
        .part(&found.captures, Slot::Tag)
        .is_some_and(|name| filter::list_tag(message, name).is_some());
    if !tagged && part.len() == 1 && first.is_one_of(&["it", "that", "this", "them", "one"]) {
        return Some(vec![
            Reading::new(Intent::AddTask, evidence).lacking(Missing::Title),
        ]);
    }
    let tag = clause
        .part(&found.captures, Slot::Tag)
        .map(|part| (filter::list_tag(message, part.clone()), part));
    if let Some((None, name)) = &tag
        && name.len() > 3
    {
        return None;
    }
    // "add a task to my list" says no title.
    let says_list = message.units[part.end - 1].class.any(Class::LIST);
    if says_list
        && message.units[part.clone()].iter().all(|unit| {
            unit.class
                .any(Class::DETERMINER.with(Class::LIST).with(Class::PLAIN_LIST))
        })
    {
        let empty = Reading::new(Intent::AddTask, evidence).lacking(Missing::Title);
        return Some(vec![empty]);
    }
    // "put the report back on my list" opens it again; "put task 3 on the work list" tags it.
    let last = &message.units[part.end - 1];
    let existing = tag.as_ref().is_some_and(|(tag, _)| tag.is_some())
        && reference::read(message, part.clone()).is_some_and(|pointed| {
            matches!(
                pointed.reference.include.as_slice(),
                [Selector::Id(_) | Selector::Position(_) | Selector::Pronoun(_)]
            ) && !pointed.bare_number
        });
    if existing || last.is_word("back") && !first.class.any(Class::CHORE) {
        return None;
    }
    let bare = act == Act::AddNamed
        && !message.units[verb.clone()]
            .iter()
            .any(|unit| unit.is_one_of(&["remind", "reminder"]));
    if bare && goes_elsewhere(&message.units[part.clone()]) {
        return Some(vec![not_ours(message, part, 0.8)]);
    }
    let listed = message.units[part.end..clause.range.end]
        .iter()
        .any(|unit| unit.class.any(Class::LIST.with(Class::TASK)));
    // "add pepper to the soup" may be a title, "add it to my contacts" is none.
    let doubtful = bare && !listed && ends_in_place(&message.units[part.clone()]);
    let foreign = bare
        && !listed
        && message.units[part.clone()]
            .iter()
            .filter(|unit| unit.date.is_none())
            .take(3)
            .any(|unit| unit.class.any(Class::WORLD.with(Class::DEVICE)))
        && !first.class.any(Class::CHORE);
    let plural = message.units[verb.clone()].iter().any(|unit| {
        unit.is_one_of(&[
            "tasks",
            "todos",
            "to-dos",
            "items",
            "following",
            "these",
            "things",
            "reminders",
            "chores",
            "errands",
        ])
    });
    let has_own_list = tag.as_ref().is_some_and(|(tag, _)| tag.is_some());
    let several = if plural || (has_own_list && commas(&message.units[part.clone()]) > 0) {
        Several::Items
    } else if message.units[verb.clone()]
        .iter()
        .any(|unit| unit.is_one_of(&["remind", "reminder", "task", "a", "an", "note"]))
    {
        Several::No
    } else {
        Several::Verbs
    };
    let named = message.units[verb.clone()].last().is_some_and(|unit| {
        unit.is_one_of(&[
            "about",
            "of",
            "for",
            "forget",
            "remember",
            "on",
            "regarding",
        ])
    });
    let style = Style {
        without_article: named || matches!(act, Act::AddNamed | Act::AddTo),
        ..Style::default()
    };
    let outside = clause.part(&found.captures, Slot::When);
    let evidence = evidence
        .with_if(listed && act == Act::AddNamed, Cue::TaskWord)
        .with_if(doubtful, Cue::VagueReference)
        .with_if(foreign, Cue::World);
    let mut readings: Vec<Reading> = items(message, part, several)
        .into_iter()
        .map(|item| {
            let mut payload = read_payload(clause, item.clone(), style, outside.as_ref());
            if let Some((Some(tag), name)) = &tag {
                if !payload.tags.contains(tag) {
                    payload.tags.insert(0, tag.clone());
                }
                payload
                    .spans
                    .extend(message.span(name.clone(), SpanKind::Tag));
            }
            let evidence = evidence
                .clone()
                .with_if(item.len() > LONG_TITLE, Cue::LongTitle);
            // "add a high priority task to …"
            let said = (verb.start..verb.end).find_map(|at| {
                message
                    .language
                    .phrases
                    .priority(&message.units[at..verb.end], true)
            });
            payload.priority = payload.priority.or(said.map(|(priority, _)| priority));
            from_payload(payload, evidence)
        })
        .collect();
    share_last_details(&mut readings, several);
    Some(readings)
}

/// One item of a list of tasks: a line, or what follows a bullet.
pub(crate) fn item(message: &Message<'_>, range: Range<usize>, strength: f32) -> Reading {
    from_payload(
        payload::read(message, range, Style::default()),
        Evidence::new(strength),
    )
}

/// "buy milk": a verb that people do themselves begins the clause.
pub(crate) fn bare_chore(clause: &Clause<'_, '_>) -> Option<Vec<Reading>> {
    let message = clause.message;
    let units = &message.units[clause.range.clone()];
    let first = units.first()?;
    if !first.class.any(Class::CHORE) || looks_like_noun(units) {
        return None;
    }
    if units.get(1).is_some_and(|unit| unit.is_word("me")) {
        return Some(vec![not_ours(message, clause.range.clone(), 0.85)]);
    }
    if first.class.any(Class::AUXILIARY) && units.get(1).is_some_and(is_pronoun) {
        return None;
    }
    let strength = if first.is_word("finish") { 0.78 } else { 0.88 };
    let evidence = chore_evidence(clause, clause.range.clone(), Evidence::new(strength));
    let Some(evidence) = evidence else {
        return Some(vec![not_ours(message, clause.range.clone(), 0.8)]);
    };
    let mut readings: Vec<Reading> = items(message, clause.range.clone(), Several::Verbs)
        .into_iter()
        .map(|item| {
            let payload = payload::read(message, item.clone(), Style::default());
            let details = payload.has_details();
            // A tag or a priority is nothing one says to a machine.
            let marked = payload.priority.is_some() || !payload.tags.is_empty();
            let evidence = if marked {
                evidence.clone().without(Cue::ServiceVerb)
            } else {
                evidence.clone()
            }
            .with_if(item.len() > LONG_TITLE, Cue::LongTitle)
            .with_if(details, Cue::Details);
            from_payload(payload, evidence)
        })
        .collect();
    share_last_details(&mut readings, Several::Verbs);
    Some(readings)
}

/// "dentist tomorrow 3pm", "gym every monday #health": no verb, but what only a task has.
pub(crate) fn fragment(clause: &Clause<'_, '_>) -> Option<Reading> {
    let message = clause.message;
    let units = &message.units[clause.range.clone()];
    let first = units.first()?;
    if units.len() > 14 || clause.question || clause.addressed {
        return None;
    }
    let asks = Class::QUESTION.with(Class::AUXILIARY).with(Class::MACHINE);
    if first.class.any(asks)
        || first.is_one_of(&[
            "i", "it", "you", "he", "she", "we", "they", "no", "not", "yes",
        ])
    {
        return None;
    }
    let says = |unit: &Unit<'_>| {
        unit.date.is_none()
            && (unit.class.any(Class::AUXILIARY)
                || unit.is_one_of(&[
                    "is", "was", "are", "i", "you", "it's", "i'm", "that's", "he", "she", "we",
                    "they",
                ]))
    };
    if units.iter().any(says) {
        return None;
    }
    let payload = payload::read(message, clause.range.clone(), Style::default());
    let title = payload.title.as_deref()?;
    let written = title.split_whitespace().count();
    let event = units
        .iter()
        .any(|unit| unit.date.is_none() && unit.class.any(Class::EVENT));
    let world = units
        .iter()
        .any(|unit| unit.date.is_none() && unit.class.any(Class::WORLD));
    let marked = payload.priority.is_some() || !payload.tags.is_empty();
    let dated = payload.due.is_some();
    let repeats = payload.recurrence.is_some();
    let strength = match () {
        () if written > 8 => return None,
        () if world && !event && !marked => return None,
        () if marked => 0.85,
        () if event && (dated || repeats) => 0.82,
        () if repeats => 0.72,
        () if dated => 0.52,
        () if event && written <= 3 => 0.52,
        () => return None,
    };
    Some(from_payload(
        payload,
        Evidence::new(strength).with_if(world && !marked, Cue::World),
    ))
}

/// "I need to …": an add when a chore follows, less surely when something else does.
fn wish(clause: &Clause<'_, '_>, part: Range<usize>, evidence: Evidence) -> Option<Vec<Reading>> {
    let message = clause.message;
    let units = &message.units[part.clone()];
    let first = units.first()?;
    if first.class.any(Class::DETERMINER.with(Class::NEGATION))
        || first.is_one_of(&[
            "be",
            "know",
            "say",
            "to",
            "see",
            "hear",
            "have",
            "you",
            "help",
            "it",
            "understand",
            "talk",
            "listen",
        ])
        || first.class.any(Class::MACHINE) && !first.class.any(Class::CHORE)
    {
        let machine = first.class.any(Class::MACHINE) || first.is_one_of(&["hear", "listen"]);
        return machine.then(|| vec![not_ours(message, part, 0.7)]);
    }
    let evidence = if first.class.any(Class::CHORE) && !looks_like_noun(units) {
        // Who says "I need to" has something to do, even if a machine could do it.
        chore_evidence(clause, part.clone(), evidence.clone())
            .unwrap_or_else(|| evidence.with(Cue::World))
    } else {
        evidence.with(Cue::NoVerb)
    };
    let mut readings: Vec<Reading> = items(message, part, Several::Verbs)
        .into_iter()
        .map(|item| {
            from_payload(
                read_payload(clause, item, Style::default(), None),
                evidence.clone(),
            )
        })
        .collect();
    share_last_details(&mut readings, Several::Verbs);
    Some(readings)
}

/// What a chore's words say for its being one; none when it is certainly a wish to a machine.
fn chore_evidence(
    clause: &Clause<'_, '_>,
    range: Range<usize>,
    evidence: Evidence,
) -> Option<Evidence> {
    let units = &clause.message.units[range];
    let first = units.first()?;
    let object = &units[1..];
    let has = |class: Class| {
        object
            .iter()
            .any(|unit| unit.date.is_none() && unit.class.any(class))
    };
    // "the flight" is of the world, and something to go to.
    let world = !has(Class::TASK)
        && object.iter().any(|unit| {
            unit.date.is_none()
                && unit.class.any(Class::WORLD.with(Class::DEVICE))
                && !unit.class.any(Class::EVENT)
        });
    let later = object
        .iter()
        .any(|unit| unit.date.is_some() && !unit.is_one_of(&["now", "today", "tonight"]));
    let led = first.class.any(Class::LEADING) && has(Class::CHORE);
    let own = led || !world && (has(Class::EVENT) || has(Class::PERSON) && later);
    let machine = first.class.any(Class::MACHINE);
    if machine && !own && (world || !later)
        || first.class.any(Class::SERVICE.with(Class::REMOTE)) && world
        || has(Class::RIDE)
    {
        return None;
    }
    let pronouns = [
        "it", "that", "this", "them", "him", "her", "again", "up", "off", "yourself", "away",
    ];
    let mut named = object.iter().filter(|unit| unit.date.is_none()).peekable();
    let pronoun = named.peek().is_some() && named.all(|unit| unit.is_one_of(&pronouns));
    let alone = object.is_empty()
        || object.iter().all(|unit| unit.date.is_some()) && !first.class.any(Class::EVENT);
    let booking = first.class.any(Class::BOOKING);
    // "send Bob the address" may be said to a machine.
    let told = first.is_word("send")
        && object.first().is_some_and(|unit| {
            unit.class.any(Class::PERSON) || unit.text.starts_with(char::is_uppercase)
        });
    let weak = !own && (machine || told || first.class.any(Class::SERVICE) && (booking || !later));
    Some(
        evidence
            .with_if(weak, Cue::ServiceVerb)
            .with_if(pronoun, Cue::VagueReference)
            .with_if(alone, Cue::Alone)
            .with_if(clause.addressed, Cue::Addressed)
            .with_if(clause.question && !clause.addressed, Cue::QuestionMark)
            .with(Cue::ChoreVerb),
    )
}

/// A word that can begin a chore, but is a noun here: "water is wet", "book of the month".
fn looks_like_noun(units: &[Unit<'_>]) -> bool {
    units.get(1).is_some_and(|second| {
        second.is_one_of(&[
            "is", "was", "are", "were", "of", "has", "have", "had", "will", "would", "isn't",
            "wasn't", "can't", "list", "lists", "tasks",
        ])
    })
}

fn is_pronoun(unit: &Unit<'_>) -> bool {
    unit.is_one_of(&[
        "i", "you", "he", "she", "we", "they", "it", "there", "u", "ya", "this", "that", "anyone",
        "someone", "everyone",
    ])
}

fn is_question(unit: &Unit<'_>) -> bool {
    unit.class.any(Class::QUESTION) || unit.is_one_of(&["if"])
}

/// "… to my playlist", "… to the calendar": a list that is not ours.
fn goes_elsewhere(units: &[Unit<'_>]) -> bool {
    let Some((last, before)) = units.split_last() else {
        return false;
    };
    last.class.any(Class::WORLD.with(Class::DEVICE))
        && before
            .iter()
            .rev()
            .take(3)
            .any(|unit| unit.is_one_of(&["to", "in", "into", "on", "onto"]))
}

/// A wish to a machine, with the title it would have as a task.
pub(super) fn not_ours(message: &Message<'_>, range: Range<usize>, strength: f32) -> Reading {
    let mut reading = Reading::withheld(Some(Reason::NotOurs), strength);
    let start = range.start;
    let mut payload = payload::read(message, range.clone(), Style::default());
    // "book me a train" is offered as "Book a train".
    if message
        .units
        .get(start + 1)
        .is_some_and(|unit| unit.is_word("me"))
        && range.end > start + 2
    {
        let rest = payload::read(message, start + 2..range.end, Style::default());
        let verb = message.slice(start..start + 1);
        payload.title = rest.title.map(|title| {
            let mut letters = title.chars();
            let title = letters
                .next()
                .map(|first| first.to_lowercase().chain(letters).collect::<String>())
                .unwrap_or_default();
            let mut verb = verb.chars();
            let head = verb
                .next()
                .map(|first| first.to_uppercase().chain(verb).collect::<String>());
            format!("{} {title}", head.unwrap_or_default())
        });
    }
    reading.command.parameters.title = payload.title;
    reading.command.parameters.due = payload.due.map_or(Change::Keep, Change::Set);
    reading.command.parameters.due_part = payload.part;
    reading
}

/// "… to my contacts", "… to the soup".
fn ends_in_place(units: &[Unit<'_>]) -> bool {
    let end = units
        .iter()
        .rposition(|unit| unit.date.is_none())
        .map_or(0, |last| last + 1);
    let units = &units[..end];
    (2..=3).any(|length| {
        units.len() > length
            && units[units.len() - length - 1].is_one_of(&["to", "in", "into", "on", "onto"])
            && units[units.len() - length].class.any(Class::DETERMINER)
    })
}

fn read_payload(
    clause: &Clause<'_, '_>,
    range: Range<usize>,
    style: Style,
    outside: Option<&Range<usize>>,
) -> Payload {
    let message = clause.message;
    let date = outside
        .and_then(|part| message.units[part.start].date)
        .and_then(|index| message.dates.get(index));
    let complete = date.is_some_and(|date| {
        date.part == Some(tasktalk_domain::DuePart::Both) || date.recurrence.is_some()
    });
    let mut payload = payload::read(
        message,
        range,
        Style {
            keep_dates: style.keep_dates || complete,
            ..style
        },
    );
    if let (Some(date), Some(part)) = (date, outside) {
        payload.take_date(date);
        let kind = if date.recurrence.is_some() {
            SpanKind::Recurrence
        } else {
            SpanKind::Due
        };
        payload.spans.extend(message.span(part.clone(), kind));
    }
    payload
}

fn from_payload(payload: Payload, evidence: Evidence) -> Reading {
    let missing = payload.title.is_none();
    let mut reading = Reading::new(Intent::AddTask, evidence);
    let parameters = &mut reading.command.parameters;
    parameters.title = payload.title;
    parameters.description = payload.description.map_or(Change::Keep, Change::Set);
    parameters.due = payload.due.map_or(Change::Keep, Change::Set);
    parameters.due_part = payload.part;
    parameters.recurrence = payload.recurrence.map_or(Change::Keep, Change::Set);
    parameters.priority = payload.priority;
    parameters.tags = payload.tags;
    reading.command.spans = payload.spans;
    if missing {
        reading.lacking(Missing::Title)
    } else {
        reading
    }
}

fn commas(units: &[Unit<'_>]) -> usize {
    units
        .iter()
        .skip(1)
        .filter(|unit| unit.date.is_none() && unit.gap.has(Gap::COMMA))
        .count()
}

/// Cuts a payload into the payloads of several tasks.
fn items(message: &Message<'_>, range: Range<usize>, several: Several) -> Vec<Range<usize>> {
    let units = &message.units;
    let several_named = units[range.clone()]
        .iter()
        .any(|unit| unit.is_word("another"));
    if several == Several::No && !several_named || units[range.start].class.any(Class::LEADING) {
        return vec![range];
    }
    let mut items = Vec::new();
    let mut start = range.start;
    let mut at = start + 1;
    while at < range.end {
        let unit = &units[at];
        let inside_date = unit.date.is_some() && unit.date_length.is_none();
        let joined = unit.is_one_of(&["and", "&", "then", "plus"]);
        let comma = unit.gap.has(Gap::COMMA.with(Gap::STOP).with(Gap::LINE));
        if inside_date || !(joined || comma) {
            at += 1;
            continue;
        }
        let mut next = at;
        while next < range.end && units[next].is_one_of(&["and", "&", "then", "plus", "also", "to"])
        {
            next += 1;
        }
        // "… and another one to call Jo"
        let another = units[next..range.end]
            .iter()
            .take(3)
            .position(|unit| unit.is_one_of(&["to"]))
            .filter(|_| joined && units[next].is_one_of(&["another", "one"]));
        if let Some(to) = another.filter(|to| next + to + 1 < range.end) {
            items.push(start..at);
            start = next + to + 1;
            at = start + 1;
            continue;
        }
        let splits = match several {
            Several::Items => next < range.end,
            Several::No => false,
            Several::Verbs => {
                next < range.end && begins_chore(&units[next..range.end]) && at > start + 1
            }
        };
        if splits {
            items.push(start..at);
            start = next;
        }
        at = next.max(at + 1);
    }
    if start < range.end {
        items.push(start..range.end);
    }
    items
}

/// Whether a verb with its object begins here: "call the bank", not "water and bread".
fn begins_chore(units: &[Unit<'_>]) -> bool {
    let Some(first) = units.first() else {
        return false;
    };
    if !first.class.any(Class::CHORE) || first.kind != UnitKind::Word || looks_like_noun(units) {
        return false;
    }
    let Some(second) = units.get(1) else {
        return false;
    };
    let joined = second.is_one_of(&[
        "and", "&", "or", "for", "with", "to", "it", "them", "him", "her",
    ]) || second.gap.has(Gap::COMMA.with(Gap::STOP));
    !joined
}

/// "buy milk and call mum tomorrow at 5": what is said last is said of the last only; tags of a list are said of all.
fn share_last_details(readings: &mut [Reading], several: Several) {
    if several != Several::Items {
        return;
    }
    let Some((last, others)) = readings.split_last_mut() else {
        return;
    };
    let due = last.command.parameters.due.clone();
    let part = last.command.parameters.due_part;
    for other in others {
        if other.command.parameters.due.is_keep() {
            other.command.parameters.due = due.clone();
            other.command.parameters.due_part = part;
        }
    }
}
