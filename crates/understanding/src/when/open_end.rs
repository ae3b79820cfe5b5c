//! Intervals with one end: "by friday", "until 5", "before noon", "after 5", "since monday", "from tomorrow on".

use super::{
    Candidate, Meaning, Value,
    amount::amount,
    describe::{Opening, describe},
    description::Description,
    numbers::cardinal,
    resolve::{Direction, Resolved, resolve},
    vocabulary::Term,
    words::{Read, Words},
};

/// Reads an open end: "by friday", "until 5", "before noon", "after 5", "since monday", "from tomorrow on".
pub(super) fn open_end(words: &Words<'_>, at: usize) -> Read<Candidate> {
    let start = words.skip(at, Term::Due);
    let upper = words.has_any(start, &[Term::By, Term::Until, Term::Before]);
    let since = words.has(start, Term::Since);
    let lower = since || words.has_any(start, &[Term::After, Term::Starting]);
    // Where one word is both, "of" is what it mostly is: "die Aufgaben von morgen".
    let from = words.has(start, Term::From) && !words.has(start, Term::Of);
    if !(upper || lower || from) {
        return day_with_end(words, at);
    }
    let opening = if from { Opening::From } else { Opening::Led };
    let next = words.skip(start + 1, Term::At);
    // "vor zwei Tagen" is two days ago.
    if words.language.date_leads && words.has(start, Term::Before) && amount(words, next).is_some()
    {
        return None;
    }
    let (description, mut end) = describe(words, next, opening)?;
    // "starting" alone begins many sentences; a clear date must follow. "from 5" begins an interval, if anything.
    let counted = start > 0 && cardinal(words, start - 1).is_some();
    if description.bare_number().is_some() && (counted || (from && !words.has(end, Term::Onwards)))
    {
        return None;
    }
    let onwards = words.has_any(end, &[Term::Onwards, Term::On]);
    if from && onwards {
        end += 1;
    }
    let direction = if since {
        Direction::Past
    } else {
        Direction::Future
    };
    let resolved = resolve(&description, words.moment, direction)?;
    // "the notes from last week" are those of that week.
    if from && !onwards && resolved.value.date() < words.moment.now.date() {
        return Some((Candidate::new(resolved.instant(resolved.value), 0.75), end));
    }
    let confidence = description.confidence.min(if from { 0.75 } else { 0.95 });
    let side = if upper {
        Side::End
    } else if words.has(start, Term::After) {
        Side::AfterEnd
    } else {
        Side::Start
    };
    Some((one_end(&resolved, side, confidence, words)?, end))
}

/// "tomorrow after 4pm", "friday before noon", "today by 5".
fn day_with_end(words: &Words<'_>, at: usize) -> Read<Candidate> {
    let (day, next) = describe(words, at, Opening::Sentence)?;
    if day.day.is_none() || day.clock.is_some() || day.distance.is_some() {
        return None;
    }
    let upper = words.has_any(next, &[Term::By, Term::Until, Term::Before]);
    if !(upper || words.has_any(next, &[Term::After, Term::From, Term::Starting])) {
        return None;
    }
    let (time, mut end) = describe(words, next + 1, Opening::Led)?;
    if time.day.is_some() || time.distance.is_some() {
        return None;
    }
    if words.has(end, Term::Onwards) {
        end += 1;
    }
    let description = Description {
        clock: time.clock,
        part: time.part.or(day.part),
        confidence: day.confidence.min(time.confidence),
        ..day
    };
    let resolved = resolve(&description, words.moment, Direction::Future)?;
    let side = if upper { Side::End } else { Side::Start };
    Some((
        one_end(&resolved, side, description.confidence, words)?,
        end,
    ))
}

#[derive(Clone, Copy)]
enum Side {
    Start,
    AfterEnd,
    End,
}

fn one_end(
    resolved: &Resolved,
    side: Side,
    confidence: f32,
    words: &Words<'_>,
) -> Option<Candidate> {
    let today = words.moment.now.date();
    // "by this week" is by its last day, "by next week" by its first.
    let value = match (side, resolved.last) {
        (Side::End, Some(last)) if resolved.value.date() <= today => Value::Date(last),
        // "after october" begins when october is over; "from october" with it.
        (Side::AfterEnd, Some(last)) => Value::Date(last.tomorrow().ok()?),
        _ => resolved.value,
    };
    let meaning = |value: Value| {
        let (start, end) = match side {
            Side::Start | Side::AfterEnd => (Some(value), None),
            Side::End => (None, Some(value)),
        };
        Meaning::OpenInterval {
            start,
            end,
            grain: resolved.grain,
            part: resolved.part,
        }
    };
    Some(Candidate {
        meaning: meaning(value),
        alternatives: resolved
            .others
            .iter()
            .map(|&other| meaning(other))
            .collect(),
        confidence,
        contradicts_itself: resolved.wrong_weekday,
    })
}
