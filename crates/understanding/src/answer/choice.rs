//! Which of several options an answer means: by number or place, by exceptions, by words, by day.

use std::ops::Range;

use tasktalk_domain::{Position, Pronoun, Selector, TaskId};

use super::{Answer, AnswerOption, without_politeness};
use crate::Moment;
use crate::lexicon::{Class, Role};
use crate::matching;
use crate::message::Message;
use crate::reference;
use crate::units::{Gap, Unit, UnitKind};

/// How well words must point at an option, and by how much better than at the next.
const POINTS: f32 = 0.5;
const MARGIN: f32 = 0.12;

pub(super) fn read(
    message: &Message<'_>,
    options: &[AnswerOption<'_>],
    moment: &Moment,
) -> Option<Answer> {
    let range = without_politeness(&message.units);
    let units = &message.units[range.clone()];
    if is_something_else(message, units) {
        return None;
    }
    // The other of which? Of one that was offered alone it is asked elsewhere.
    let other = |unit: &Unit<'_>| unit.is_any(&[Role::AdjectiveOther, Role::ProformOthers]);
    let no_more = |unit: &Unit<'_>| {
        other(unit) || unit.class.any(Class::DETERMINER) || unit.is(Role::ProformOne)
    };
    if options.len() > 1 && units.iter().any(other) && units.iter().all(no_more) {
        return Some(Answer::Unclear);
    }
    let everywhere: Vec<usize> = (0..options.len()).collect();
    pointed_at(units, options)
        .or_else(|| all_but(message, range.clone(), options))
        .or_else(|| {
            // "the saturday one" is no time of day.
            let last = units.last().filter(|last| last.is(Role::ProformOne))?;
            let day = Message::read(&message.text[..last.bytes.start], moment);
            on_day(&day, without_politeness(&day.units), options)
        })
        .or_else(|| several(units, options))
        .or_else(|| on_day(message, range, options))
        .or_else(|| described(units, options, &everywhere))
}

/// "Bob?" asks back, "list" asks for the list, "call Anna tomorrow" is a new chore: nothing of this chooses.
fn is_something_else(message: &Message<'_>, units: &[Unit<'_>]) -> bool {
    let Some(first) = units.first() else {
        return false;
    };
    let words_for_tasks = Class::TASK
        .with(Class::LIST)
        .with(Class::PLAIN_LIST)
        .with(Class::DETERMINER);
    let list = first.class.any(Class::SHOW)
        || units
            .iter()
            .all(|unit| unit.kind == UnitKind::Word && unit.class.any(words_for_tasks));
    let chore = first.class.any(Class::CHORE) && !message.dates.is_empty();
    message.after.has(Gap::QUESTION) || list || chore
}

fn numbered(options: &[AnswerOption<'_>]) -> usize {
    options.iter().take_while(|option| option.numbered).count()
}

fn with_id(number: i64, options: &[AnswerOption<'_>]) -> Option<usize> {
    options
        .iter()
        .position(|option| option.task_id.is_some_and(|id| id.get() == number))
}

/// "2", "#14", "the second one", "the last".
fn pointed_at(units: &[Unit<'_>], options: &[AnswerOption<'_>]) -> Option<Answer> {
    let mut content: Vec<&Unit<'_>> = units
        .iter()
        .filter(|unit| {
            !unit.is_any(&[
                Role::PrepositionOf,
                Role::PrepositionWith,
                Role::PronounMany,
                Role::Denial,
                Role::ArticleDefinite,
                Role::ArticleIndefinite,
                Role::NounNumber,
                Role::NounTask,
                Role::NounThing,
                Role::NounOption,
            ])
        })
        .collect();
    // "the second one", but "number one".
    if content.len() > 1 && content.last().is_some_and(|unit| unit.is(Role::ProformOne)) {
        content.pop();
    }
    let [only] = content.as_slice() else {
        return None;
    };
    let numbered = numbered(options);
    let at = |place: usize| (place < numbered).then_some(Answer::Option(place));
    if only.kind == UnitKind::Id || units.iter().any(|unit| unit.is(Role::NounTask)) {
        let number = only.number?;
        return with_id(number, options).map(Answer::Option);
    }
    if only.is(Role::OrdinalLast) {
        return numbered.checked_sub(1).map(Answer::Option);
    }
    if only.is(Role::OrdinalTop) {
        return at(0);
    }
    let number = only.number;
    if let Some(ordinal) = only.ordinal {
        return at(usize::try_from(ordinal).ok()?.checked_sub(1)?);
    }
    let number = number?;
    // The number of an option; else the number of a task that is offered.
    usize::try_from(number)
        .ok()
        .and_then(|number| number.checked_sub(1))
        .and_then(at)
        .or_else(|| with_id(number, options).map(Answer::Option))
}

/// "1 and 3", "the first two", "all but the first"; "not the first" where that leaves one.
fn all_but(
    message: &Message<'_>,
    range: Range<usize>,
    options: &[AnswerOption<'_>],
) -> Option<Answer> {
    if message.units.get(range.start)?.is(Role::Negation) {
        let refused = places(message, range.start + 1..range.end, options)?;
        let left = without(0..options.len(), &refused);
        return Some(match left.as_slice() {
            [only] => Answer::Option(*only),
            _ => Answer::Unclear,
        });
    }
    let places = places(message, range, options)?;
    Some(match places.as_slice() {
        [only] => Answer::Option(*only),
        _ => Answer::Options(places),
    })
}

/// "Lee and Poe", "not Bob, Rob", "neither Bob nor Rob": options by words of their own, chosen or refused.
fn several(units: &[Unit<'_>], options: &[AnswerOption<'_>]) -> Option<Answer> {
    let mut chosen: Vec<usize> = Vec::new();
    let mut refused: Vec<usize> = Vec::new();
    let mut all_refused = false;
    let mut unknown = false;
    let parts = parts(units);
    let negated = |unit: &Unit<'_>| unit.is_any(&[Role::Negation, Role::PronounNothing]);
    for part in &parts {
        let no = part.first().is_some_and(negated);
        all_refused |= part
            .first()
            .is_some_and(|first| first.is(Role::PronounNothing));
        let named = if no { &part[1..] } else { part };
        let Some(place) = one_of(named, options) else {
            // A name that none of these has; but "Lee, and buy milk" asks for something else.
            let name = |unit: &Unit<'_>| {
                unit.kind == UnitKind::Word
                    && unit.number.is_none()
                    && !unit.class.any(Class::CHORE.with(Class::STOP))
            };
            let name = named.len() == 1 && named.iter().all(name);
            if !name {
                return None;
            }
            unknown = true;
            continue;
        };
        if no || all_refused {
            refused.push(place);
        } else {
            chosen.push(place);
        }
    }
    if unknown {
        return (!chosen.is_empty() || !refused.is_empty()).then_some(Answer::Unclear);
    }
    if parts.len() < 2 && refused.is_empty() {
        return None;
    }
    if chosen.is_empty() {
        chosen = without(0..options.len(), &refused);
        return Some(match chosen.as_slice() {
            [] => Answer::Neither,
            [only] => Answer::Option(*only),
            _ => Answer::Unclear,
        });
    }
    chosen.sort_unstable();
    let named = chosen.len();
    chosen.dedup();
    // "bread and butter" that is one option is told as one.
    let apart = chosen.len() == named && chosen.iter().all(|place| !refused.contains(place));
    apart.then_some(match chosen.as_slice() {
        [only] => Answer::Option(*only),
        _ => Answer::Options(chosen),
    })
}

/// What stands between commas and words that join.
fn parts<'u, 't>(units: &'u [Unit<'t>]) -> Vec<&'u [Unit<'t>]> {
    let joins = |unit: &Unit<'_>| {
        unit.is_any(&[
            Role::Conjunction,
            Role::Disjunction,
            Role::Additive,
            Role::Adversative,
        ])
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, unit) in units.iter().enumerate() {
        let joined = joins(unit);
        if at > start && (joined || unit.gap.has(Gap::COMMA)) {
            parts.push(&units[start..at]);
            start = at;
        }
        if joined && at == start {
            start = at + 1;
        }
    }
    if start < units.len() {
        parts.push(&units[start..]);
    }
    parts
}

/// The one option that a part of an answer means.
fn one_of(units: &[Unit<'_>], options: &[AnswerOption<'_>]) -> Option<usize> {
    let everywhere: Vec<usize> = (0..options.len()).collect();
    match pointed_at(units, options).or_else(|| described(units, options, &everywhere))? {
        Answer::Option(place) => Some(place),
        _ => None,
    }
}

fn without(all: Range<usize>, refused: &[usize]) -> Vec<usize> {
    all.filter(|place| !refused.contains(place)).collect()
}

/// The places that a reference into the options points at; none when a part of it points at nothing.
fn places(
    message: &Message<'_>,
    range: Range<usize>,
    options: &[AnswerOption<'_>],
) -> Option<Vec<usize>> {
    let pointed = reference::read(message, range)?;
    let all = |selectors: &[Selector], by_words: bool| {
        let mut places = Vec::new();
        for selector in selectors {
            match selector {
                Selector::Words { text, .. } if by_words => places.push(best(text, options)?),
                _ => places.extend(selected(selector, pointed.bare_number, options)?),
            }
        }
        Some(places)
    };
    // "all but the budget one"; what is chosen by words alone is compared further on.
    let refused = all(&pointed.reference.exclude, true)?;
    let mut places = all(&pointed.reference.include, false)?;
    places.sort_unstable();
    places.dedup();
    places.retain(|place| !refused.contains(place));
    (!places.is_empty()).then_some(places)
}

fn selected(
    selector: &Selector,
    bare_number: bool,
    options: &[AnswerOption<'_>],
) -> Option<Range<usize>> {
    let numbered = numbered(options);
    let one = |place: usize| (place < numbered).then_some(place..place + 1);
    let count = |count: u32| {
        usize::try_from(count)
            .ok()
            .filter(|count| *count <= numbered)
    };
    match selector {
        Selector::Id(id) => of_number(*id, bare_number, options).map(|place| place..place + 1),
        Selector::Position(Position::Nth(n)) => one(count(*n)?.checked_sub(1)?),
        Selector::Position(Position::FromEnd(n)) => one(numbered.checked_sub(count(*n)?)?),
        Selector::Position(Position::First(n)) => Some(0..count(*n)?),
        Selector::Position(Position::Last(n)) => Some(numbered - count(*n)?..numbered),
        // What is not shown is not meant by "all".
        Selector::All | Selector::Pronoun(Pronoun::Them) => {
            (numbered == options.len()).then_some(0..numbered)
        }
        _ => None,
    }
}

/// The option that words fit best, if they fit no other nearly as well.
fn best(words: &str, options: &[AnswerOption<'_>]) -> Option<usize> {
    let everywhere: Vec<usize> = (0..options.len()).collect();
    let scores = ranked(words, options, &everywhere);
    let (place, best) = *scores.first()?;
    let next = scores.get(1).map_or(0.0, |(_, score)| *score);
    (best >= POINTS && best - next >= MARGIN).then_some(place)
}

/// How well words fit each option that stands for a task, the best first.
fn ranked(words: &str, options: &[AnswerOption<'_>], among: &[usize]) -> Vec<(usize, f32)> {
    let mut scores: Vec<(usize, f32)> = among
        .iter()
        .filter(|place| options[**place].task_id.is_some())
        .map(|place| (*place, matching::score(words, options[*place].label)))
        .collect();
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    scores
}

/// The number of an option, if it stands alone; else the number of a task that is offered.
fn of_number(id: TaskId, bare: bool, options: &[AnswerOption<'_>]) -> Option<usize> {
    let place = usize::try_from(id.get()).ok()?.checked_sub(1);
    place
        .filter(|place| bare && *place < numbered(options))
        .or_else(|| with_id(id.get(), options))
}

/// "friday", "the one tomorrow", "the budget meeting on monday".
fn on_day(
    message: &Message<'_>,
    range: Range<usize>,
    options: &[AnswerOption<'_>],
) -> Option<Answer> {
    let [date] = message.dates.as_slice() else {
        return None;
    };
    let (from, to) = date.days?;
    let fits = |option: &AnswerOption<'_>| {
        option
            .due
            .is_some_and(|due| from.is_none_or(|from| from <= due) && to.is_none_or(|to| due <= to))
    };
    let on_it: Vec<usize> = (0..options.len())
        .filter(|place| fits(&options[*place]))
        .collect();
    let telling: Vec<Unit<'_>> = range
        .filter(|at| !date.units.contains(at))
        .map(|at| message.units[at].clone())
        .filter(|unit| !says_nothing(unit))
        .collect();
    match on_it.as_slice() {
        [] => None,
        _ if !telling.is_empty() => described(&telling, options, &on_it),
        [only] => Some(Answer::Option(*only)),
        _ => Some(Answer::Unclear),
    }
}

fn says_nothing(unit: &Unit<'_>) -> bool {
    unit.class.any(Class::DETERMINER.with(Class::TASK))
        || unit.is_any(&[
            Role::PrepositionFor,
            Role::PrepositionOn,
            Role::PrepositionAt,
            Role::PrepositionFrom,
            Role::ProformOne,
            Role::ProformMany,
            Role::Copula,
            Role::DemonstrativeWithCopula,
            Role::AdjectiveDue,
        ])
}

/// "the meeting one": words that point at one of these options and no other. Where they fit all of them they are an
/// answer, but none that tells them apart.
fn described(units: &[Unit<'_>], options: &[AnswerOption<'_>], among: &[usize]) -> Option<Answer> {
    let (first, last) = (units.first()?, units.last()?);
    if units.len() > 6 {
        return None;
    }
    let words = match units {
        [only] if only.kind == UnitKind::Quoted => only.text.to_owned(),
        _ => units
            .iter()
            .map(|unit| unit.text)
            .collect::<Vec<_>>()
            .join(" "),
    };
    let scores = ranked(&words, options, among);
    let (place, best) = *scores.first()?;
    let next = scores.get(1).map_or(0.0, |(_, score)| *score);
    let points =
        first.class.any(Class::DETERMINER) || last.is_any(&[Role::ProformOne, Role::ProformMany]);
    if best >= POINTS && best - next >= MARGIN {
        return Some(Answer::Option(place));
    }
    (points && scores.iter().all(|(_, score)| *score >= POINTS)).then_some(Answer::Unclear)
}
