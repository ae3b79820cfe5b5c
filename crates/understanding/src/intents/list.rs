//! Showing tasks, and answering questions about them.

mod numbered;

use std::ops::Range;

use tasktalk_domain::{
    DoneFilter, DueFilter, Intent, SortKey, SortOrder, SpanKind, StatusFilter, TaskFilter,
};

use crate::evidence::{Cue, Evidence};
use crate::filter::{self, Conditions};
use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Reading};
use crate::units::{Gap, UnitKind};

pub(crate) use numbered::by_numbers;
use numbered::{show_one, shows_numbers};

pub(super) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    let message = clause.message;
    let evidence = Evidence::new(found.frame.strength);
    if found.frame.act == Act::Show {
        return show_one(clause, found, evidence);
    }
    let part = clause.part(&found.captures, Slot::Filter);
    let words = part.clone().unwrap_or(clause.range.end..clause.range.end);
    if found.frame.act == Act::Ask || found.frame.act == Act::Find {
        return about(clause, words, found.frame.act, evidence);
    }
    // The frame's own words restrict as well: "what's overdue".
    let mut conditions = filter::read(message, clause.range.clone());
    conditions.rest.retain(|place| words.contains(place));
    let sorts = message.units[clause.range.start].is(Role::VerbSort);
    if sorts && (conditions.sort.is_none() || !conditions.rest.is_empty()) {
        // "order pizza by friday", "sort the laundry"
        return None;
    }
    if message.units[clause.range.start].is(Role::VerbPrioritise) {
        // "prioritise my tasks" asks for an order, "prioritise #3" and "prioritise the report" for a change.
        if !conditions.rest.is_empty() || !means_many(message, words.clone()) {
            return None;
        }
        if conditions.filter.status == StatusFilter::All {
            conditions.filter.status = StatusFilter::Pending;
        }
        conditions.sort = Some(SortKey::Priority);
        conditions.order = Some(SortOrder::Desc);
    }
    let foreign = conditions.rest.iter().any(|&place| {
        message.units[place]
            .class
            .any(Class::WORLD.with(Class::DEVICE))
    });
    let unexplained = !conditions.rest.is_empty();
    if found.frame.act == Act::ListOnly && (unexplained || conditions.is_empty()) {
        return None;
    }
    let said = message.units[clause.range.clone()]
        .iter()
        .any(|unit| unit.class.any(Class::TASK.with(Class::LIST)));
    // "what is in a curry" is no question about tasks.
    let place = message.units[clause.range.start..words.start]
        .last()
        .is_some_and(|unit| {
            unit.is_any(&[
                Role::PrepositionFor,
                Role::PrepositionOn,
                Role::PrepositionIn,
                Role::PrepositionWith,
            ])
        });
    let counts = found.frame.act == Act::Count;
    if (foreign || (place || counts) && unexplained) && !said && !conditions.tasks {
        return None;
    }
    if conditions.filter.status == StatusFilter::All && !conditions.everything {
        conditions.filter.status = StatusFilter::Pending;
    }
    // "what should I do next?" is answered by what is due first.
    let next = message.units[clause.range.clone()]
        .iter()
        .any(|unit| unit.date.is_none() && unit.is_any(&[Role::OrdinalNext, Role::OrdinalFirst]));
    if next && !counts && conditions.sort.is_none() {
        conditions.sort = Some(SortKey::Due);
        conditions.order = Some(SortOrder::Asc);
    }
    conditions.look_for_rest(message);
    let mut reading = from_conditions(
        message,
        conditions,
        evidence
            .with_if(unexplained, Cue::Unexplained)
            .with_if(foreign, Cue::World),
    );
    reading.command.parameters.count_only = found.frame.act == Act::Count;
    Some(reading)
}

/// Whether words speak of tasks as a whole, and of none by its number, place or pronoun.
fn means_many(message: &Message<'_>, range: Range<usize>) -> bool {
    let units = &message.units[range];
    units.iter().any(|unit| {
        unit.is_any(&[Role::QuantifierAll, Role::PronounAll, Role::NounTasks])
            || unit.class.any(Class::LIST)
    }) && units.iter().all(|unit| {
        (unit.date.is_some() || unit.number.is_none() && unit.ordinal.is_none())
            && !unit.is_any(&[
                Role::PronounMany,
                Role::DemonstrativeMany,
                Role::OrdinalTop,
                Role::OrdinalLast,
            ])
    })
}

/// "show my overdue tasks", "do I have any tasks today?", "shopping list": a word for tasks decides.
pub(crate) fn by_nouns(clause: &Clause<'_, '_>) -> Option<Reading> {
    let message = clause.message;
    let units = &message.units[clause.range.clone()];
    let first = units.first()?;
    let shows =
        first.class.any(Class::SHOW) && !first.class.any(Class::AUXILIARY.with(Class::QUESTION));
    if shows && shows_numbers(clause) {
        return None;
    }
    // "list the planets": the verb is no noun for the list.
    let skipped = usize::from(first.class.any(Class::SHOW) && units.len() > 1);
    let noun = skipped
        + units[skipped..].iter().position(|unit| {
            unit.class.any(Class::TASK.with(Class::LIST)) && unit.date.is_none()
                || shows
                    && (unit.is_any(&[Role::QuantifierAll, Role::PronounAll])
                        || unit.kind == UnitKind::Tag)
        })?;
    let asks = first
        .class
        .any(Class::SHOW.with(Class::QUESTION).with(Class::AUXILIARY))
        && units.len() > 1;
    // "show" and what comes with it is no condition.
    let from = if asks {
        clause.range.start + 1
    } else {
        clause.range.start
    };
    let mut conditions = filter::read(message, from..clause.range.end);
    let fragment = !asks && conditions.rest.is_empty();
    if !asks && !fragment {
        return None;
    }
    if first.class.any(Class::AUXILIARY)
        && first.is_any(&[
            Role::Prohibition,
            Role::AuxiliaryPerfect,
            Role::AuxiliaryPast,
            Role::AuxiliaryModal,
            Role::AuxiliaryFuture,
        ])
    {
        return None;
    }
    // "things to do: call mum" lists them itself.
    if (noun + 1..units.len()).any(|at| units[at].gap.has(Gap::COLON)) {
        return None;
    }
    let singular = !units.iter().any(|unit| {
        unit.class.any(Class::LIST)
            || unit.is(Role::NounTasks)
            || unit.is_any(&[
                Role::DeterminerAnother,
                Role::QuantifierAll,
                Role::PronounAll,
                Role::QuantifierEvery,
                Role::QuantifierAny,
                Role::InterrogativeWhich,
                Role::InterrogativeWhat,
            ])
            || unit.kind == UnitKind::Tag
    });
    if singular {
        return None;
    }
    let named = !conditions.rest.is_empty();
    let before_noun = conditions.rest.iter().all(|&place| {
        place < clause.range.start + noun
            && !message.units[place]
                .class
                .any(Class::CHORE.with(Class::STOP))
    });
    let foreign = conditions.rest.iter().any(|&place| {
        message.units[place]
            .class
            .any(Class::WORLD.with(Class::DEVICE))
    });
    if named && !before_noun && conditions.rest.len() > 4 {
        return None;
    }
    let mut evidence = Evidence::new(if asks { 0.95 } else { 0.85 })
        .with_if(named && !before_noun, Cue::Unexplained)
        .with_if(foreign, Cue::World);
    if !named {
        evidence.add(Cue::TaskWord);
    }
    if first.is_any(&[Role::VerbCheck, Role::VerbFetch]) && named {
        evidence.add(Cue::WeakVerb);
    }
    let question = first.class.any(Class::QUESTION.with(Class::AUXILIARY)) || clause.question;
    let wide = conditions.everything || conditions.filter.status != StatusFilter::All;
    if !wide && (question || is_about_doing(&conditions.filter)) {
        conditions.filter.status = StatusFilter::Pending;
    }
    conditions.look_for_rest(message);
    let mut reading = from_conditions(message, conditions, evidence);
    reading.command.parameters.count_only = first.is(Role::VerbCount)
        || first.is(Role::InterrogativeHow)
            && units
                .get(1)
                .is_some_and(|unit| unit.is(Role::QuantifierMany));
    Some(reading)
}

/// Whether conditions are about what is to be done rather than about all there is.
fn is_about_doing(filter: &TaskFilter) -> bool {
    let dated = matches!(
        filter.due,
        Some(DueFilter::Between { .. } | DueFilter::Overdue)
    );
    dated || filter.priority.is_some() || filter.either.iter().any(is_about_doing)
}

fn from_conditions(message: &Message<'_>, conditions: Conditions, evidence: Evidence) -> Reading {
    let mut reading = Reading::new(Intent::ListTasks, evidence);
    for part in &conditions.recognised {
        reading = reading.showing(message, part.clone(), SpanKind::Filter);
    }
    let parameters = &mut reading.command.parameters;
    parameters.filter = conditions.filter;
    // When something was done is not when it was due.
    if parameters.filter.status == StatusFilter::Completed
        && let Some(DueFilter::Between { from, to }) = parameters.filter.due
    {
        parameters.filter.due = None;
        parameters.filter.done = Some(Box::new(DoneFilter::between(
            from,
            to,
            &message.moment.zone,
        )));
    }
    parameters.sort = conditions.sort;
    parameters.order = conditions.order;
    reading
}

/// "do I still have to call Anna?", "find the dentist": the words are looked for.
fn about(
    clause: &Clause<'_, '_>,
    words: Range<usize>,
    act: Act,
    evidence: Evidence,
) -> Option<Reading> {
    let message = clause.message;
    let mut conditions = filter::read(message, words.clone());
    let units = &message.units;
    let chore = units[words.clone()].iter().any(|unit| {
        unit.kind == UnitKind::Quoted
            || unit.class.any(
                Class::CHORE
                    .with(Class::PAST)
                    .with(Class::EVENT)
                    .with(Class::PERSON),
            )
    });
    let foreign = units[words.clone()].iter().any(|unit| {
        unit.class
            .any(Class::WORLD.with(Class::DEVICE).with(Class::MACHINE))
    });
    let long = words.len() > 8 || act == Act::Find && conditions.rest.len() > 2;
    if conditions.rest.is_empty() && conditions.is_empty() {
        return None;
    }
    if act == Act::Find && units[words.start].is(Role::PronounFirstObject) {
        return None;
    }
    // "show dentist" looks for it; more words after a verb of showing are a wish to somebody else.
    let shown = units[clause.range.start].is(Role::VerbShow);
    let ours = conditions.tasks
        || units[words.clone()]
            .iter()
            .any(|unit| unit.class.any(Class::TASK));
    if shown && !ours && conditions.rest.len() > 3 {
        return None;
    }
    // The object says more than the verb: a task called "Rent" answers "did I pay the rent?".
    let object: Vec<usize> = conditions
        .rest
        .iter()
        .copied()
        .filter(|&place| {
            !units[place].class.any(
                Class::CHORE
                    .with(Class::PAST)
                    .with(Class::GERUND)
                    .with(Class::STOP),
            )
        })
        .collect();
    if !object.is_empty() {
        conditions.rest = object;
    }
    let evidence = evidence
        .with_if(!chore && act == Act::Ask, Cue::VagueReference)
        .with_if(foreign, Cue::World)
        .with_if(long, Cue::Unexplained);
    conditions.look_for_rest(message);
    let still = units[clause.range.clone()]
        .iter()
        .any(|unit| unit.is(Role::AdverbStill));
    if still && conditions.filter.status == StatusFilter::All {
        conditions.filter.status = StatusFilter::Pending;
    }
    Some(from_conditions(message, conditions, evidence).showing(message, words, SpanKind::Filter))
}
