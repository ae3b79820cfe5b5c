//! Adding tasks: by a frame, as a bare chore ("buy milk"), or as a fragment with a date ("dentist tomorrow 3pm").

mod chore;
mod elsewhere;
mod fragment;
mod items;

use std::ops::Range;

use tasktalk_domain::{Change, Intent, Selector, SpanKind};

use crate::evidence::{Cue, Evidence};
use crate::filter;
use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::pattern::Slot;
use crate::payload::{self, Payload, Style};
use crate::reading::{Clause, Match, Missing, Reading};
use crate::reference;
use crate::units::{Gap, Unit, UnitKind};

pub(crate) use chore::bare_chore;
pub(super) use elsewhere::not_ours;
pub(crate) use fragment::fragment;

use chore::wish;
use elsewhere::{ends_in_place, goes_elsewhere};
use items::{Several, commas, items, lists_things, share_last_details};

/// Titles longer than this are probably no title.
const LONG_TITLE: usize = 24;

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
    // Where the verb stands last, "kannst du mir … notieren" begins with nothing of the title.
    let around = first.class.any(Class::AUXILIARY)
        || first.is_any(&[Role::PronounFirst, Role::PronounFirstMany, Role::Politeness]);
    if message.language.habits.verb_last && verb.is_empty() && around {
        return None;
    }
    let led = message.units[verb.clone()].last();
    // "task 3", "task 3 was deleted" point at one that exists.
    let numbered = matches!(first.kind, UnitKind::Id | UnitKind::Number);
    if act == Act::Add
        && numbered
        && (verb.len() == 1 || part.len() == 1)
        && led.is_some_and(|unit| unit.class.any(Class::TASK))
    {
        return None;
    }
    // "add task one" is a task that is called so.
    let counted = act == Act::Add
        && part.len() == 1
        && first.kind == UnitKind::Word
        && first.number.is_some()
        && led.is_some_and(|unit| unit.class.any(Class::TASK));
    // "add a note to report" says no title, "put away the dishes" no thing.
    let noted = part.len() == 1
        && verb.len() > 2
        && message.units[verb.end - 2].is(Role::NounNote)
        && led.is_some_and(|unit| {
            unit.is_any(&[
                Role::PrepositionTo,
                Role::PrepositionFor,
                Role::PrepositionOn,
            ])
        });
    let particle = act == Act::AddNamed && part.len() > 1 && first.is(Role::VerbParticle);
    if noted || particle {
        return None;
    }
    let asks = is_question(first)
        || first.is_any(&[Role::PronounFirstObject, Role::PronounSecond]) && part.len() == 1;
    if asks
        && act == Act::Add
        && led.is_some_and(|unit| unit.is_any(&[Role::PronounFirstObject, Role::VerbRemember]))
    {
        // "remind me what I have to do", "remember when we met" ask for nothing new.
        return None;
    }
    let sum = message.units[part.clone()]
        .iter()
        .all(|unit| unit.kind == UnitKind::Number || unit.is(Role::Conjunction));
    let all_priority = message
        .language
        .phrases
        .whole_priority(&message.units[part.clone()])
        .is_some();
    let thing = led.is_some_and(|unit| unit.is(Role::NounThing));
    if act == Act::Add && all_priority && thing {
        // "add thing low priority": the thing is all that is left for a title.
        return None;
    }
    if act == Act::AddNamed && sum {
        // "add 5 and 7" is a sum.
        return None;
    }
    let tagged = clause
        .part(&found.captures, Slot::Tag)
        .is_some_and(|name| filter::list_tag(message, name).is_some());
    let again = part.len() == 2
        && message.units[part.end - 1].is_any(&[Role::AdverbAgain, Role::AdverbBack]);
    if !tagged
        && !counted
        && (part.len() == 1 || again)
        && first.is_any(&[
            Role::PronounOne,
            Role::PronounMany,
            Role::DemonstrativeNear,
            Role::DemonstrativeFar,
            Role::ProformOne,
        ])
    {
        return Some(vec![
            Reading::new(Intent::AddTask, evidence).lacking(Missing::Title),
        ]);
    }
    // "remind me to", "add the": nothing follows.
    let nothing = part.len() == 1
        && (first.class.any(Class::DETERMINER)
            || first.is_any(&[
                Role::PrepositionTo,
                Role::PrepositionOf,
                Role::PrepositionFor,
                Role::PrepositionAbout,
                Role::DemonstrativeFar,
            ]));
    if nothing && !counted && first.kind == UnitKind::Word {
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
    // "groceries: milk, eggs" is a list, "Tom: call him back" and "work: finish it" are none.
    let headed = act == Act::AddTo && tag.as_ref().is_some_and(|(_, name)| name.end == part.start);
    if headed {
        let usual = tag.as_ref().is_some_and(|(_, name)| {
            name.len() == 1
                && message.units[name.start]
                    .class
                    .any(Class::TAG_NAME.with(Class::NAMED_LIST))
        });
        if !usual
            || !message.gap(part.start).has(Gap::COLON)
            || commas(&message.units[part.clone()]) == 0
        {
            return None;
        }
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
    if existing || last.is(Role::AdverbBack) && !first.class.any(Class::CHORE) {
        return None;
    }
    let bare = act == Act::AddNamed
        && !message.units[verb.clone()]
            .iter()
            .any(|unit| unit.is_any(&[Role::NounReminder, Role::VerbRemind]));
    if bare && goes_elsewhere(&message.units[part.clone()]) {
        return Some(vec![not_ours(message, part, 0.8)]);
    }
    let listed = message.units[part.end..clause.range.end]
        .iter()
        .any(|unit| unit.class.any(Class::LIST.with(Class::TASK)));
    // "add pepper to the soup" may be a title, "add it to my contacts" is none.
    let doubtful = bare && !listed && ends_in_place(&message.units[part.clone()]);
    // "add" is an order, also of a film or a flight; what a machine has on its screen ("this song") is not ours.
    let ordered = message.units[verb.start].is(Role::VerbAdd)
        && !first.is_any(&[
            Role::DemonstrativeNear,
            Role::DemonstrativeFar,
            Role::DemonstrativeMany,
        ]);
    let world = if ordered {
        Class::DEVICE
    } else {
        Class::WORLD.with(Class::DEVICE)
    };
    let foreign = bare
        && !listed
        && message.units[part.clone()]
            .iter()
            .filter(|unit| unit.date.is_none())
            .take(3)
            .any(|unit| unit.class.any(world))
        && !first.class.any(Class::CHORE);
    let plural = message.units[verb.clone()]
        .iter()
        .any(|unit| unit.is_any(&[Role::DemonstrativeMany, Role::OrdinalNext, Role::NounTasks]));
    let has_own_list = tag.as_ref().is_some_and(|(tag, _)| tag.is_some());
    let names_things = matches!(act, Act::AddNamed | Act::AddTo) && lists_things(message, &part);
    let several =
        if plural || names_things || (has_own_list && commas(&message.units[part.clone()]) > 0) {
            Several::Items
        } else if message.units[verb.clone()].iter().any(|unit| {
            unit.is_any(&[
                Role::ArticleIndefinite,
                Role::NounTask,
                Role::NounReminder,
                Role::NounNote,
                Role::VerbRemind,
            ])
        }) {
            Several::No
        } else {
            Several::Verbs
        };
    let named = message.units[verb.clone()].last().is_some_and(|unit| {
        unit.is_any(&[
            Role::PrepositionOf,
            Role::PrepositionFor,
            Role::PrepositionOn,
            Role::PrepositionAbout,
            Role::DemonstrativeFar,
            Role::VerbForget,
            Role::VerbRemember,
        ])
    });
    let style = Style {
        without_article: named || matches!(act, Act::AddNamed | Act::AddTo),
        ..Style::default()
    };
    let outside = clause.part(&found.captures, Slot::When);
    // "add a task to …" has a form of its own.
    let says_task = message.units[part.clone()]
        .iter()
        .take(3)
        .any(|unit| unit.class.any(Class::TASK));
    let evidence = evidence
        .with_if(listed && act == Act::AddNamed, Cue::TaskWord)
        .with_if(doubtful, Cue::VagueReference)
        .with_if(foreign, Cue::World)
        .with_if(ordered && bare && !says_task, Cue::Ordered);
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

fn is_question(unit: &Unit<'_>) -> bool {
    unit.class.any(Class::QUESTION) || unit.is(Role::Conditional)
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
    if let (Some(date), Some(part), Some(title)) = (date, outside, payload.title.as_mut())
        && date.impossible
    {
        // There is no such day, so nothing was said but these words.
        *title = format!("{title} {}", message.slice(part.clone()));
    } else if let (Some(date), Some(part)) = (date, outside) {
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

pub(super) fn from_payload(payload: Payload, evidence: Evidence) -> Reading {
    let missing = payload.title.is_none();
    let undecided = payload.undecided;
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
    } else if undecided {
        reading.lacking(Missing::WhichDate)
    } else {
        reading
    }
}
