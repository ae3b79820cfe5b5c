//! Dates and times in sentences: finds them, and says what they mean.
//!
//! Our own grammar. Words become meanings ([`vocabulary`], data per language), meanings become descriptions of points in
//! time ([`description`]), and those become dates and times as seen from the [`Moment`] in which they were said
//! ([`resolve()`]). It finds nothing rather than something wrong: "may", "the second one", "2 eggs" are no dates, and 30
//! February is refused, not bent. It knows nothing of tasks, and of the time only what the moment says.

mod amount;
mod belief;
mod calendar;
mod clock;
mod clock_words;
mod dates;
mod days;
mod describe;
mod description;
mod english;
mod german;
mod holidays;
mod interval;
mod language;
mod line;
mod meaning;
mod numbers;
mod open_end;
mod periods;
mod repeat;
mod resolve;
mod rule_days;
mod rule_head;
mod rule_tail;
mod single;
mod spanish;
#[cfg(test)]
mod tests;
mod vocabulary;
mod words;
mod zones;

use std::ops::Range;

use crate::{
    Moment,
    language::Tongue,
    tokens::{Token, tokenize},
};

pub use line::{WhenLine, WhenReading, resolve};
pub use meaning::{Grain, Meaning, Value};

/// A date expression found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its tokens. Words that lead to it ("on", "at", "by", "due", "for") are part of it.
    pub tokens: Range<usize>,
    /// Its first character in the text.
    pub start_char: usize,
    /// The character after its last.
    pub end_char: usize,
    /// What it means.
    pub meaning: Meaning,
    /// What else it can mean, best first.
    pub alternatives: Vec<Meaning>,
    /// How sure it is that this is a date, and this one, in [0, 1].
    pub confidence: f32,
    /// Whether a weekday was said that the day is not.
    pub contradicts_itself: bool,
}

/// What a piece of text means.
struct Candidate {
    meaning: Meaning,
    alternatives: Vec<Meaning>,
    confidence: f32,
    contradicts_itself: bool,
}

impl Candidate {
    fn new(meaning: Meaning, confidence: f32) -> Self {
        Self {
            meaning,
            alternatives: Vec::new(),
            confidence,
            contradicts_itself: false,
        }
    }
}

/// Finds the date expressions of a text, in its order. They never overlap; where several begin at a word, the longest
/// counts.
pub fn find_all(tokens: &[Token<'_>], moment: &Moment) -> Vec<Found> {
    find(&words::Words::new(tokens, moment), tokens)
}

/// The same in a text whose language is known, and the tokens of the dates and times that there aren't.
pub(crate) fn find_in(
    tongue: Tongue,
    tokens: &[Token<'_>],
    moment: &Moment,
) -> (Vec<Found>, Vec<Range<usize>>) {
    let words = words::Words::of(tongue, tokens, moment);
    let mut passed = Vec::new();
    let found = search(&words, tokens, |words| passed.push(words.forbidden()));
    let impossible = passed
        .into_iter()
        .filter(|&(start, end)| words.is_date_like(start, end))
        .map(|(start, end)| words.token_range(start, end))
        .collect();
    (found, impossible)
}

/// What is said like a date or time that there isn't, as it is written: "30 february", "25:00" after "at". None of it is
/// read as another date.
pub fn impossible<'t>(text: &'t str, moment: &Moment) -> Vec<&'t str> {
    let tokens = tokenize(text);
    let words = words::Words::new(&tokens, moment);
    let mut passed = Vec::new();
    search(&words, &tokens, |words| passed.push(words.forbidden()));
    passed
        .into_iter()
        .filter(|&(start, end)| words.is_date_like(start, end))
        .filter_map(|(start, end)| {
            let start = words.skip(start, vocabulary::Term::The);
            let range = words.token_range(start, end);
            let (first, last) = (tokens.get(range.start)?, tokens[range].last()?);
            text.get(first.start..last.end)
        })
        .collect()
}

fn find(words: &words::Words<'_>, tokens: &[Token<'_>]) -> Vec<Found> {
    search(words, tokens, |_| {})
}

/// Finds what is possible, and passes what is not to `impossible`.
fn search<'w>(
    words: &words::Words<'w>,
    tokens: &[Token<'_>],
    mut impossible: impl FnMut(&words::Words<'w>),
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    // The word behind an impossible date: a time that follows belongs to it.
    let mut refused = None;
    while at < words.len() {
        if !words.can_begin(at) || numbers::goes_on(words, at) {
            at += 1;
            continue;
        }
        match longest(words, at) {
            Some((_, end)) if refused == Some(at) => {
                refused = Some(end);
                at = end;
            }
            Some((reading, end)) => {
                let range = words.token_range(at, end);
                if let (Some(first), Some(last)) =
                    (tokens.get(range.start), tokens[range.clone()].last())
                {
                    found.push(Found {
                        start_char: first.start_char,
                        end_char: last.end_char,
                        tokens: range,
                        meaning: reading.meaning,
                        alternatives: reading.alternatives,
                        confidence: reading.confidence,
                        contradicts_itself: reading.contradicts_itself,
                    });
                }
                at = end;
            }
            None => {
                let next = at + 1;
                at = words.forbidden_until().max(next);
                if at > next {
                    impossible(words);
                    at = words.skip(at, vocabulary::Term::To);
                    refused = Some(at);
                }
            }
        }
    }
    found
}

/// The longest expression that begins at a word; of equally long ones the first kind in this order.
fn longest(words: &words::Words<'_>, at: usize) -> words::Read<Candidate> {
    let mut best: words::Read<Candidate> = None;
    for read in [
        repeat::recurrence,
        interval::interval,
        open_end::open_end,
        single::instant,
        single::duration,
    ] {
        if let Some((reading, end)) = read(words, at)
            && words.stands_free(at, end)
            && best.as_ref().is_none_or(|(_, longest)| end > *longest)
        {
            best = Some((reading, end));
        }
    }
    best
}
