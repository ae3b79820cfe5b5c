//! One line of `tasktalk when`: what a date expression means, as JSON.

use serde::Serialize;

use super::{Meaning, Moment, Value, amount::amount, find_all, words::Words};
use crate::tokens::{Token, tokenize};

/// What a text means as a date expression.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WhenLine {
    /// The text.
    pub text: String,
    /// What it means.
    #[serde(flatten)]
    pub reading: WhenReading,
    /// In which part of the text it was found: the first character and the one after the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<[usize; 2]>,
    /// What else it can mean, best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<WhenReading>,
}

/// One reading of a date expression. A day-grain value is a bare date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WhenReading {
    /// A day, a time, or the first day of a longer period.
    Instant {
        /// The value.
        value: String,
        /// Its grain.
        grain: &'static str,
    },
    /// From one to another, both included.
    Interval {
        /// The first.
        value: String,
        /// The last.
        end: String,
        /// Their grain.
        grain: &'static str,
    },
    /// With one end.
    OpenInterval {
        /// The first, if that is the end that was named.
        value: Option<String>,
        /// The last, if that is the end that was named.
        end: Option<String>,
        /// Its grain.
        grain: &'static str,
    },
    /// A length of time.
    Duration {
        /// As in ISO 8601: `PT2H`.
        duration: String,
    },
    /// Again and again.
    Recurrence {
        /// The rule, as in RFC 5545.
        rrule: String,
        /// Set when the next one counts from the completion of the last.
        #[serde(skip_serializing_if = "Option::is_none")]
        mode: Option<&'static str>,
        /// The first time.
        value: String,
        /// Its grain.
        grain: &'static str,
    },
    /// No date expression.
    None,
}

/// Finds the longest, most certain date expression in a text.
pub fn resolve(text: &str, moment: &Moment) -> WhenLine {
    let tokens = tokenize(text);
    let best = find_all(&tokens, moment).into_iter().max_by(|a, b| {
        let length = |found: &super::Found| found.end_char - found.start_char;
        // Of equals the first one counts, so later ones must be better.
        (length(a).cmp(&length(b)))
            .then(a.confidence.total_cmp(&b.confidence))
            .then(b.start_char.cmp(&a.start_char))
    });
    let none = WhenLine {
        text: text.to_owned(),
        reading: WhenReading::None,
        span: None,
        alternatives: Vec::new(),
    };
    match best {
        Some(found) => WhenLine {
            reading: WhenReading::from(&found.meaning),
            span: Some([found.start_char, found.end_char]),
            alternatives: found.alternatives.iter().map(WhenReading::from).collect(),
            ..none
        },
        None => match bare_duration(&tokens, moment) {
            Some((reading, span)) => WhenLine {
                reading,
                span: Some(span),
                ..none
            },
            None => none,
        },
    }
}

/// "two hours" and nothing else. In a sentence it would be an ordinary object: "watch two hours of football".
fn bare_duration(tokens: &[Token<'_>], moment: &Moment) -> Option<(WhenReading, [usize; 2])> {
    let words = Words::new(tokens, moment);
    let (length, end) = amount(&words, 0)?;
    // "a minute" is a figure of speech.
    if end != words.len() || length.is_single && words.number(0).is_none() {
        return None;
    }
    let reading = WhenReading::Duration {
        duration: length.span.to_string(),
    };
    Some((
        reading,
        [tokens.first()?.start_char, tokens.last()?.end_char],
    ))
}

impl From<&Meaning> for WhenReading {
    fn from(meaning: &Meaning) -> Self {
        match meaning {
            Meaning::Instant { value, grain, .. } => Self::Instant {
                value: value.to_string(),
                grain: grain.as_str(),
            },
            Meaning::Interval { start, end, grain } => Self::Interval {
                value: start.to_string(),
                end: end.to_string(),
                grain: grain.as_str(),
            },
            Meaning::OpenInterval {
                start, end, grain, ..
            } => Self::OpenInterval {
                value: start.as_ref().map(Value::to_string),
                end: end.as_ref().map(Value::to_string),
                grain: grain.as_str(),
            },
            Meaning::Duration(span) => Self::Duration {
                duration: span.0.to_string(),
            },
            Meaning::Recurrence { rule, first, grain } => Self::Recurrence {
                rrule: rule.rule.to_string(),
                mode: (rule.mode == tasktalk_domain::RecurrenceMode::AfterCompletion)
                    .then_some("after_completion"),
                value: first.to_string(),
                grain: grain.as_str(),
            },
        }
    }
}
