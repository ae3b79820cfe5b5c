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
    let everywhere: Vec<usize> = (0..options.len()).collect();
    pointed_at(units, options)
        .or_else(|| all_but(message, range.clone(), options))
        .or_else(|| {
            // "the saturday one" is no time of day.
            let last = units.last().filter(|last| last.is(Role::ProformOne))?;
            let day = Message::read(&message.text[..last.bytes.start], moment);
            on_day(&day, without_politeness(&day.units), options)
        })
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
    let all = |selectors: &[Selector]| {
        let mut places = Vec::new();
        for selector in selectors {
            places.extend(selected(selector, pointed.bare_number, options)?);
        }
        Some(places)
    };
    let refused = all(&pointed.reference.exclude)?;
    let mut places = all(&pointed.reference.include)?;
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
    let mut scores: Vec<(usize, f32)> = among
        .iter()
        .filter(|place| options[**place].task_id.is_some())
        .map(|place| (*place, matching::score(&words, options[*place].label)))
        .collect();
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (place, best) = *scores.first()?;
    let next = scores.get(1).map_or(0.0, |(_, score)| *score);
    let points =
        first.class.any(Class::DETERMINER) || last.is_any(&[Role::ProformOne, Role::ProformMany]);
    if best >= POINTS && best - next >= MARGIN {
        return Some(Answer::Option(place));
    }
    (points && scores.iter().all(|(_, score)| *score >= POINTS)).then_some(Answer::Unclear)
}
