//! Single points in time and lengths of time: "friday 3pm", "this weekend", "for two hours".

use jiff::Span;
use tasktalk_domain::DuePart;

use super::{
    Candidate, Grain, Meaning, Value,
    amount::amount,
    describe::{Opening, describe},
    resolve::{Direction, resolve},
    vocabulary::Term,
    words::{Read, Words},
};

/// Reads an instant.
pub(super) fn instant(words: &Words<'_>, at: usize) -> Read<Candidate> {
    // "now" is an answer, and a filler in every sentence.
    if words.has(at, Term::Now) && words.is_whole(at, at + 1) {
        let now = words.moment.now.with().subsec_nanosecond(0).build().ok()?;
        let meaning = Meaning::Instant {
            value: Value::Time(now),
            last: None,
            grain: Grain::Minute,
            part: DuePart::Both,
        };
        return Some((Candidate::new(meaning, 0.9), at + 1));
    }
    let (description, end) = describe(words, at, Opening::Sentence)?;
    let resolved = resolve(&description, words.moment, Direction::Future)?;
    let mut confidence = description.confidence;
    if resolved.wrong_weekday {
        confidence = confidence.min(0.6);
    }
    // A weekend is two days.
    // "the 8pm show", "the friday meeting": the date belongs to the name of something.
    let end_of_name = words.content_follows(end);
    if end_of_name && at > 0 && words.has_any(at - 1, &[Term::The, Term::A]) {
        confidence = confidence.min(0.4);
    }
    let weekend = match (resolved.last, resolved.grain) {
        (Some(last), Grain::Day) => Some(Meaning::Interval {
            start: resolved.value,
            end: Value::Date(last),
            grain: Grain::Day,
        }),
        _ => None,
    };
    let candidate = Candidate {
        meaning: weekend.unwrap_or_else(|| resolved.instant(resolved.value)),
        alternatives: resolved
            .others
            .iter()
            .map(|&other| resolved.instant(other))
            .collect(),
        confidence,
        contradicts_itself: resolved.wrong_weekday,
    };
    Some((candidate, end))
}

/// Reads a duration: "for two hours".
pub(super) fn duration(words: &Words<'_>, at: usize) -> Read<Candidate> {
    let led = words.has(at, Term::For);
    let about = words.skip(words.skip(at, Term::For), Term::About);
    let (length, end) = amount(words, about)?;
    if words.has(end, Term::Lasting) {
        let meaning = Meaning::Duration(length.span.fieldwise());
        return Some((Candidate::new(meaning, 0.9), end + 1));
    }
    if !led {
        return None;
    }
    // "for a second opinion", "for 2 day trips", "for a minute".
    let figure = length.is_single
        && words.number(about).is_none()
        && length.has_time
        && !has_hours(&length.span);
    if words.content_follows(end) || figure {
        return None;
    }
    Some((
        Candidate::new(Meaning::Duration(length.span.fieldwise()), 0.9),
        end,
    ))
}

fn has_hours(span: &Span) -> bool {
    span.get_hours() != 0
}
