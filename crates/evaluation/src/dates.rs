//! Date expressions: what the grammar finds.

use std::path::Path;

use anyhow::Context as _;
use tasktalk_understanding::when::{self, WhenReading};

use crate::{
    cases, notation,
    report::{Ratio, Wrong},
};

/// The scores of a set of date expressions.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// Read rightly, of those that are dates.
    pub right: Ratio,
    /// Read as something else, of those that are dates.
    pub wrong_reading: Ratio,
    /// Read as a date, of those that are none.
    pub invented: Ratio,
    /// Recurrences read rightly.
    pub recurrences: Ratio,
    /// Everything that is not right.
    pub wrong: Vec<Wrong>,
}

/// Scores every expression of a folder, said by somebody who speaks a language.
pub fn evaluate(folder: &Path, language: &str) -> anyhow::Result<Scores> {
    let mut scores = Scores::default();
    let mut moment = cases::moment(language);
    for line in cases::lines(folder)? {
        if line.text.starts_with('@') {
            moment = cases::moment_of(&line.text, language).with_context(|| line.place.clone())?;
            continue;
        }
        let case = cases::case(&line)?;
        let expected = expected(&case.label);
        let found = found(&when::resolve(&case.text, &moment).reading);
        let right = expected == found;
        if expected == "none" {
            scores.invented.count(!right);
        } else {
            scores.right.count(right);
            scores.wrong_reading.count(!right && found != "none");
            if expected.starts_with("recurrence") {
                scores.recurrences.count(right);
            }
        }
        if !right {
            scores.wrong.push(Wrong {
                place: case.place,
                text: case.text,
                expected,
                faults: if found == "none" { "missed" } else { "WRONG" }.to_owned(),
                found,
            });
        }
    }
    Ok(scores)
}

/// A label with its rule in one order.
fn expected(label: &str) -> String {
    let words: Vec<String> = label
        .split_whitespace()
        .map(|word| {
            if word.starts_with("FREQ=") {
                notation::rule(word)
            } else {
                word.trim_end_matches(":00:00").to_owned()
            }
        })
        .collect();
    words.join(" ")
}

fn found(reading: &WhenReading) -> String {
    let short = |value: &str| match value.strip_suffix(":00") {
        Some(short) if value.len() == 19 => short.to_owned(),
        _ => value.to_owned(),
    };
    let text = match reading {
        WhenReading::Instant { value, grain } => {
            let grain = match *grain {
                "week" | "month" | "quarter" | "year" => format!(" {grain}"),
                _ => String::new(),
            };
            format!("instant {}{grain}", short(value))
        }
        WhenReading::Interval { value, end, .. } => {
            format!("interval {} .. {}", short(value), short(end))
        }
        WhenReading::OpenInterval { value, end, .. } => {
            let side = |value: &Option<String>| value.as_deref().map(short).unwrap_or_default();
            format!("open {} .. {}", side(value), side(end))
        }
        WhenReading::Duration { duration } => format!("duration {duration}"),
        WhenReading::Recurrence {
            rrule, mode, value, ..
        } => {
            let mode = if mode.is_some() { " after" } else { "" };
            format!("recurrence {rrule}{mode} from {}", short(value))
        }
        WhenReading::None => "none".to_owned(),
    };
    expected(&text)
}
