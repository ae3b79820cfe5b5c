//! Messages of several lines: a heading with a list under it, bullets, or one wish a line. The same on one line is in
//! [`inline`].

mod inline;

use std::ops::Range;

use tasktalk_domain::{Intent, Tag};

use crate::clause::read_clause;
use crate::filter;
use crate::intents;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::reading::Reading;
use crate::units::Gap;

/// Longer lines are prose.
const LONGEST_LINE: usize = 25;

/// Reads a message as a list of tasks, one a line; none when it is no list.
pub(crate) fn read(message: &Message<'_>) -> Option<Vec<Reading>> {
    let lines = lines(message);
    if lines.len() < 2 {
        return inline::read(message);
    }
    let bulleted = |line: &Range<usize>| message.units[line.start].gap.has(Gap::BULLET);
    let (first, rest) = lines.split_first()?;
    let heading = !bulleted(first) && message.gap(first.end).has(Gap::COLON)
        || !bulleted(first) && rest.iter().all(bulleted);
    let items = if heading { rest } else { &lines[..] };
    if items.iter().all(bulleted) || heading && is_heading(message, first) {
        let tag = heading.then(|| heading_tag(message, first)).flatten();
        return Some(
            items
                .iter()
                .map(|line| {
                    let mut reading = intents::item(message, line.clone(), 0.9);
                    let tags = &mut reading.command.parameters.tags;
                    if let Some(tag) = &tag
                        && !tags.contains(tag)
                    {
                        tags.insert(0, tag.clone());
                    }
                    reading
                })
                .collect(),
        );
    }
    among_adds(message, &lines)
}

/// Lines without bullets: a line that alone would say nothing ("eggs") is an item when most others are.
fn among_adds(message: &Message<'_>, lines: &[Range<usize>]) -> Option<Vec<Reading>> {
    let read: Vec<Vec<Reading>> = lines
        .iter()
        .map(|line| read_clause(message, line.clone()))
        .collect();
    let adds = read
        .iter()
        .filter(|readings| {
            readings
                .iter()
                .all(|reading| reading.command.intent == Intent::AddTask)
        })
        .count();
    if adds * 2 < lines.len() || lines.iter().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let unknown = |readings: &[Reading]| {
        readings.iter().all(|reading| {
            reading.command.intent == Intent::Unknown && reading.command.reason.is_none()
        })
    };
    if !read.iter().all(|readings| {
        unknown(readings)
            || readings
                .iter()
                .all(|reading| reading.command.intent == Intent::AddTask)
    }) {
        return None;
    }
    Some(
        lines
            .iter()
            .zip(read)
            .flat_map(|(line, readings)| {
                if unknown(&readings) {
                    vec![intents::item(message, line.clone(), 0.75)]
                } else {
                    readings
                }
            })
            .collect(),
    )
}

/// Whether a line announces a list: "todo:", "shopping list:", "add these:".
fn is_heading(message: &Message<'_>, line: &Range<usize>) -> bool {
    let units = &message.units[line.clone()];
    units.len() <= 10
        && units.iter().any(|unit| {
            unit.class
                .any(Class::TASK.with(Class::LIST).with(Class::TAG_NAME))
                || unit.is_any(&[
                    Role::DemonstrativeMany,
                    Role::AuxiliaryDo,
                    Role::VerbOfNeed,
                    Role::OrdinalNext,
                    Role::NounList,
                    Role::VerbAdd,
                    Role::VerbRemember,
                    Role::VerbBuy,
                ])
        })
        && !units.iter().any(|unit| {
            unit.is_any(&[
                Role::Prohibition,
                Role::VerbMark,
                Role::ParticipleDone,
                Role::VerbDelete,
                Role::VerbShow,
            ])
        })
}

/// "Shopping list:" tags what is under it.
fn heading_tag(message: &Message<'_>, line: &Range<usize>) -> Option<Tag> {
    let units = &message.units[line.clone()];
    let list = units
        .iter()
        .position(|unit| unit.class.any(Class::LIST) && !unit.class.any(Class::TASK));
    if let Some(list) = list
        && list > 0
        && list <= 5
    {
        let from = units[..list]
            .iter()
            .rposition(|unit| {
                unit.is_any(&[
                    Role::PrepositionTo,
                    Role::PrepositionOn,
                    Role::PossessiveFirst,
                    Role::PossessiveFirstMany,
                    Role::ArticleDefinite,
                    Role::VerbAdd,
                ])
            })
            .map_or(0, |at| at + 1);
        return (from < list)
            .then(|| filter::list_tag(message, line.start + from..line.start + list))
            .flatten();
    }
    match units {
        [only] if only.class.any(Class::TAG_NAME) => Tag::parse(only.text).ok(),
        _ => None,
    }
}

fn lines(message: &Message<'_>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 1..=message.units.len() {
        if at == message.units.len() || message.units[at].gap.has(Gap::LINE) {
            lines.push(start..at);
            start = at;
        }
    }
    lines
}
