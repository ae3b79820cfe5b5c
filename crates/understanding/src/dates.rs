//! What the date grammar found, in the terms of commands: a due date, a recurrence, days to filter by.

mod adjective;

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::Date;
use tasktalk_domain::{Due, DuePart, Recurrence};

use crate::Moment;
use crate::lexicon::{Class, Language, Role};
use crate::tokens::{Token, TokenKind};
use crate::units::{Gap, Unit, UnitKind};
use crate::when::{self, Grain, Meaning, Value};

/// A date or recurrence in a message.
#[derive(Clone, Debug, Default)]
pub(crate) struct DateSpan {
    /// Its units.
    pub(crate) units: Range<usize>,
    /// What it makes a task due.
    pub(crate) due: Option<Due>,
    /// Which part of the due date it says.
    pub(crate) part: Option<DuePart>,
    /// How it makes a task repeat.
    pub(crate) recurrence: Option<Recurrence>,
    /// The days it speaks of, the first and the last; an open end is `None`.
    pub(crate) days: Option<(Option<Date>, Option<Date>)>,
    /// The end of an interval: in "push everything due today to tomorrow" it is where to.
    pub(crate) end: Option<Due>,
    /// A weekday was said that the day is not: "Friday, 5 December" in a year where that is a Saturday.
    pub(crate) contradicts_itself: bool,
    /// There is no such date or time: "30 february". It makes nothing due, and its words stay where they are.
    pub(crate) impossible: bool,
}

/// A date expression less sure than this is left in the text.
const SURE_ENOUGH: f32 = 0.5;

/// The tokens as the date grammar shall see them: what is quoted and what numbers a task is no date ("move task 4 to
/// 5pm"), and "today's" is today.
fn readable<'t>(tokens: &[Token<'t>], units: &[Unit<'_>], language: &Language) -> Vec<Token<'t>> {
    let mut at = 0;
    tokens
        .iter()
        .map(|token| {
            while at < units.len() && units[at].bytes.end <= token.start {
                at += 1;
            }
            let mut token = token.clone();
            let inside = units
                .get(at)
                .is_some_and(|unit| unit.bytes.contains(&token.start));
            if inside && (names_task(units, at) || comes_first(units, at)) {
                token.kind = TokenKind::Symbol;
                token.folded = Cow::Borrowed("#");
            } else if inside && let Some(preposition) = moved_to(units, at, language) {
                token.folded = Cow::Borrowed(preposition);
            } else if let Some(owner) = language.habits.owner(&token.folded) {
                token.folded = Cow::Owned(owner.to_owned());
            }
            token
        })
        .collect()
}

/// "Which one is due first?": not on the first.
fn comes_first(units: &[Unit<'_>], at: usize) -> bool {
    let due = at
        .checked_sub(1)
        .is_some_and(|before| units[before].is(Role::AdjectiveDue));
    due && units[at].is(Role::OrdinalFirst) && at + 1 == units.len()
}

/// What "to" means after a verb of moving, before a number that ends what is said: "move it to 4" is at four, "to the
/// 5th" or "to 4/7" is on that day.
fn moved_to(units: &[Unit<'_>], at: usize, language: &Language) -> Option<&'static str> {
    let moves = |unit: &Unit<'_>| unit.is(Role::VerbMove);
    if !units[at].is(Role::PrepositionTo) || !units[..at].iter().any(moves) {
        return None;
    }
    let article = units
        .get(at + 1)
        .is_some_and(|unit| unit.is(Role::ArticleDefinite));
    let number = units.get(at + 1 + usize::from(article))?;
    let ends = units.get(at + 2 + usize::from(article)).is_none_or(|next| {
        next.gap.has(Gap::COMMA.with(Gap::STOP).with(Gap::LINE))
            || next.is_any(&[
                Role::Conjunction,
                Role::Sequence,
                Role::Politeness,
                Role::Substitution,
                Role::AdverbAlready,
                Role::Restriction,
                Role::DemonstrativeNear,
            ])
    });
    let hour = number.kind == UnitKind::Number && !article;
    let day = number.text.starts_with(|c: char| c.is_ascii_digit());
    if !ends {
        None
    } else if hour {
        Some(language.habits.before_hour)
    } else {
        day.then_some(language.habits.before_day)
    }
}

/// Whether a unit is a quotation, a tag or the number of a task.
fn names_task(units: &[Unit<'_>], at: usize) -> bool {
    let unit = &units[at];
    match unit.kind {
        UnitKind::Quoted | UnitKind::Tag | UnitKind::Id => true,
        UnitKind::Number => at.checked_sub(1).is_some_and(|before| {
            let before = &units[before];
            let led = units.get(at + 1).is_some_and(|after| {
                after.is_any(&[
                    Role::PrepositionTo,
                    Role::PrepositionBy,
                    Role::PrepositionFrom,
                    Role::PrepositionUntil,
                    Role::PrepositionAs,
                ])
            });
            before.class.any(Class::TASK)
                || before.is_any(&[Role::Denial, Role::NounNumber])
                || led && before.class.any(Class::MOVES)
        }),
        UnitKind::Word | UnitKind::Sign => false,
    }
}

/// The first and the last of some days; an open end is `None`.
type Days = (Option<Date>, Option<Date>);

/// The days as a filter means them: a task due on Friday is due by Friday, but not before it; "within a week" is every
/// day until then.
fn exactly(days: Days, meaning: &Meaning, units: &[Unit<'_>], moment: &Moment) -> Days {
    let says = |role| units.iter().any(|unit| unit.is(role));
    let (from, to) = days;
    match meaning {
        Meaning::OpenInterval {
            part: DuePart::Date,
            grain,
            ..
        } => {
            let day_before = |day: Date| day.yesterday().unwrap_or(day);
            let day_after = |day: Date| day.tomorrow().unwrap_or(day);
            (
                // What comes after a week, a month or a weekend begins with the day after its last already.
                from.map(|day| {
                    if says(Role::PrepositionAfter)
                        && *grain == Grain::Day
                        && !says(Role::NounWeekend)
                    {
                        day_after(day)
                    } else {
                        day
                    }
                }),
                to.map(|day| {
                    if says(Role::PrepositionBefore) {
                        day_before(day)
                    } else {
                        day
                    }
                }),
            )
        }
        Meaning::Instant { .. } if says(Role::PrepositionWithin) => (Some(moment.now.date()), to),
        _ => days,
    }
}

/// Marks a date that there isn't, with the word that leads to it: so it ends no sentence, and nothing of it is another date.
fn mark_impossible(tokens: &[Token<'_>], units: &mut [Unit<'_>], dates: &mut Vec<DateSpan>) {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return;
    };
    let inside = |unit: &&Unit<'_>| unit.bytes.start < last.end && unit.bytes.end > first.start;
    let Some(mut at) = units.iter().position(|unit| inside(&unit)) else {
        return;
    };
    let length = units[at..].iter().take_while(inside).count();
    let end = at + length;
    let plain = |unit: &Unit<'_>| matches!(unit.kind, UnitKind::Word | UnitKind::Number);
    if units[at..end]
        .iter()
        .any(|unit| unit.date.is_some() || !plain(unit))
    {
        return;
    }
    let leads = |unit: &Unit<'_>| {
        unit.is_any(&[
            Role::PrepositionOn,
            Role::PrepositionAt,
            Role::PrepositionBy,
            Role::ArticleDefinite,
        ]) && unit.date.is_none()
    };
    while at > 0 && leads(&units[at - 1]) && units[at].gap == Gap::default() {
        at -= 1;
    }
    for unit in &mut units[at..end] {
        unit.date = Some(dates.len());
    }
    units[at].date_length = Some(end - at);
    dates.push(DateSpan {
        units: at..end,
        impossible: true,
        ..DateSpan::default()
    });
}

/// Finds the dates outside quotations and marks their units.
pub(crate) fn mark(
    tokens: &[Token<'_>],
    units: &mut [Unit<'_>],
    moment: &Moment,
    language: &Language,
) -> Vec<DateSpan> {
    let tokens = readable(tokens, units, language);
    let mut dates: Vec<DateSpan> = Vec::new();
    let mut at = 0;
    let (found, impossible) = when::find_in(language.tongue, &tokens, moment);
    for found in found {
        let due = found.meaning.due(moment);
        let days = found.meaning.days();
        if found.confidence < SURE_ENOUGH || (due.is_none() && days.is_none()) {
            continue;
        }
        while at < units.len() && units[at].chars.end <= found.start_char {
            at += 1;
        }
        let length = units[at..]
            .iter()
            .take_while(|unit| unit.chars.start < found.end_char)
            .count();
        let covered = &units[at..at + length];
        let whole = covered
            .first()
            .is_some_and(|unit| unit.chars.start >= found.start_char)
            && covered
                .last()
                .is_some_and(|unit| unit.chars.end <= found.end_char);
        let plain = covered.iter().all(|unit| {
            matches!(
                unit.kind,
                UnitKind::Word | UnitKind::Number | UnitKind::Sign
            )
        });
        if length == 0 || !whole || !plain {
            continue;
        }
        let days = days.map(|days| exactly(days, &found.meaning, covered, moment));
        for unit in &mut units[at..at + length] {
            unit.date = Some(dates.len());
        }
        units[at].date_length = Some(length);
        dates.push(DateSpan {
            units: at..at + length,
            due,
            part: found.meaning.due_part(),
            recurrence: found.meaning.recurrence().cloned(),
            days,
            end: match &found.meaning {
                Meaning::Interval { end, .. } => Some(match end {
                    Value::Date(date) => Due::on(*date),
                    Value::Time(time) => Due::at(*time, moment.zone.clone()),
                }),
                _ => None,
            },
            contradicts_itself: found.contradicts_itself,
            impossible: false,
        });
    }
    for range in impossible {
        mark_impossible(&tokens[range], units, &mut dates);
    }
    dates.sort_by_key(|date| date.units.start);
    for (index, date) in dates.iter().enumerate() {
        for unit in &mut units[date.units.clone()] {
            unit.date = Some(index);
        }
    }
    adjective::join(units, &mut dates, moment, language.tongue);
    dates
}
