//! Words that name a list or a text to look for.

use std::ops::Range;

use tasktalk_domain::Tag;

use crate::lexicon::Class;
use crate::message::Message;
use crate::units::Unit;

/// The tag that the name of a list is; none when it is simply the user's list.
pub(crate) fn list_tag(message: &Message<'_>, range: Range<usize>) -> Option<Tag> {
    let units = &message.units[range.clone()];
    let habits = &message.language.habits;
    if let Some(list) = units
        .last()
        .filter(|last| last.class.any(Class::NAMED_LIST))
    {
        return habits
            .list_name(&list.word)
            .and_then(|name| Tag::parse(name).ok());
    }
    let mut from = 0;
    while from < units.len()
        && (units[from]
            .class
            .any(Class::DETERMINER.with(Class::PLAIN_LIST))
            && !named_list(units, from))
    {
        from += 1;
    }
    if from == units.len()
        || units[from..]
            .iter()
            .all(|unit| unit.class.any(Class::PLAIN_LIST))
    {
        return None;
    }
    let name = &units[from..];
    if name.len() > 3 {
        return None;
    }
    let text = match name {
        [only] => only.text,
        _ => message.slice(range.start + from..range.end),
    };
    let owner = habits.owner(text).unwrap_or(text);
    Tag::parse(owner).ok()
}

/// "daily" is no name of its own, but a word that is also a usual tag is one when it stands last.
fn named_list(units: &[Unit<'_>], at: usize) -> bool {
    at + 1 == units.len() && units[at].class.any(Class::TAG_NAME)
}

/// Words as they were written, without those that say nothing at either end.
pub(super) fn words(message: &Message<'_>, places: &[usize]) -> String {
    let says = |place: &&usize| {
        let unit = &message.units[**place];
        !(unit.class.any(Class::DETERMINER) || unit.class.any(Class::TASK))
    };
    let kept: Vec<&str> = places
        .iter()
        .filter(says)
        .map(|&place| message.units[place].text)
        .collect();
    if kept.is_empty() {
        places
            .iter()
            .map(|&place| message.units[place].text)
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        kept.join(" ")
    }
}
