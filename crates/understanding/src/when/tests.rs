//! What the grammar understands, as tables: expressions by kind, moments that matter, sentences, and bad input.

mod days;
mod durations;
mod german;
mod intervals;
mod limits;
mod moments;
mod recurrences;
mod sentences;
mod spanish;
mod times;

use jiff::civil::DateTime;
use tasktalk_domain::{Locale, Zone};

use super::{Grain, Moment, Value, WhenReading, find_all, resolve};
use crate::tokens::tokenize;

/// Sunday, 22 November 2026, nine in the morning in Berlin, in English.
const SUNDAY: &str = "2026-11-22T09:00:00";

fn moment(now: &str, zone: &str, locale: &str) -> Moment {
    Moment {
        now: now.parse::<DateTime>().unwrap(),
        zone: Zone::parse(zone).unwrap(),
        locale: Locale::parse(locale).unwrap(),
    }
}

fn sunday() -> Moment {
    moment(SUNDAY, "Europe/Berlin", "en")
}

/// A reading in short: a value without its seconds when they are zero, its grain when it is longer than a day, `..`
/// between the ends of an interval, a rule and its first time.
fn short(reading: &WhenReading) -> String {
    let value = |value: &str| {
        value
            .strip_suffix(":00")
            .filter(|v| v.len() == 16)
            .map_or_else(|| value.to_owned(), str::to_owned)
    };
    let open = |end: &Option<String>| end.as_deref().map(value).unwrap_or_default();
    let with_grain = |text: String, grain: &str| {
        if [Grain::Day.as_str(), Grain::Minute.as_str()].contains(&grain) {
            text
        } else {
            format!("{text} {grain}")
        }
    };
    match reading {
        WhenReading::Instant { value: v, grain } => with_grain(value(v), grain),
        WhenReading::Interval { value: v, end, .. } => format!("{}..{}", value(v), value(end)),
        WhenReading::OpenInterval { value, end, grain } => {
            with_grain(format!("{}..{}", open(value), open(end)), grain)
        }
        WhenReading::Duration { duration } => duration.clone(),
        WhenReading::Recurrence {
            rrule,
            mode,
            value: v,
            ..
        } => {
            let mode = mode.map(|mode| format!(" {mode}")).unwrap_or_default();
            format!("{rrule}{mode} @ {}", value(v))
        }
        WhenReading::None => "none".to_owned(),
    }
}

fn meaning(text: &str, moment: &Moment) -> String {
    short(&resolve(text, moment).reading)
}

/// Every expression found in a text, each as `words = meaning`.
fn found(text: &str, moment: &Moment) -> Vec<String> {
    let tokens = tokenize(text);
    find_all(&tokens, moment)
        .iter()
        .map(|found| {
            let length = found.end_char - found.start_char;
            let words: String = text.chars().skip(found.start_char).take(length).collect();
            format!("{words} = {}", short(&WhenReading::from(&found.meaning)))
        })
        .collect()
}

#[test]
fn expressions_mean_what_people_mean() {
    let moment = sunday();
    let mut wrong = Vec::new();
    for (text, expected) in [
        days::DAYS,
        times::TIMES,
        intervals::INTERVALS,
        recurrences::RECURRENCES,
        durations::DURATIONS,
    ]
    .concat()
    {
        let line = resolve(text, &moment);
        let meaning = short(&line.reading);
        if meaning != expected {
            wrong.push(format!("{text:?}: {meaning}, expected {expected}"));
        } else if line.span != Some([0, text.chars().count()]) {
            wrong.push(format!("{text:?}: found only in {:?}", line.span));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn capitals_and_spaces_change_nothing() {
    let moment = sunday();
    for (text, expected) in [days::DAYS, intervals::INTERVALS, recurrences::RECURRENCES].concat() {
        let loud = format!("  {}!", text.to_uppercase().replace(' ', "  "));
        assert_eq!(meaning(&loud, &moment), expected, "{loud:?}");
    }
}

#[test]
fn a_line_of_json_says_everything() {
    for (text, json) in [
        (
            "last friday of october",
            r#"{"text":"last friday of october","kind":"instant","value":"2027-10-29","grain":"day","span":[0,22]}"#,
        ),
        (
            "see you by friday",
            r#"{"text":"see you by friday","kind":"open_interval","value":null,"end":"2026-11-27","grain":"day","span":[8,17]}"#,
        ),
        (
            "for two hours",
            r#"{"text":"for two hours","kind":"duration","duration":"PT2H","span":[0,13]}"#,
        ),
        (
            "every 3 days after I finish",
            r#"{"text":"every 3 days after I finish","kind":"recurrence","rrule":"FREQ=DAILY;INTERVAL=3","mode":"after_completion","value":"2026-11-22","grain":"day","span":[0,27]}"#,
        ),
        (
            "on 4/7",
            r#"{"text":"on 4/7","kind":"instant","value":"2027-04-07","grain":"day","span":[0,6],"alternatives":[{"kind":"instant","value":"2027-07-04","grain":"day"}]}"#,
        ),
        ("the cat sat", r#"{"text":"the cat sat","kind":"none"}"#),
    ] {
        let line = resolve(text, &sunday());
        assert_eq!(serde_json::to_string(&line).unwrap(), json);
    }
}

#[test]
fn a_task_is_due_where_its_words_point() {
    let moment = sunday();
    for (text, due) in [
        ("friday", Some("2026-11-27")),
        ("friday 3pm", Some("2026-11-27T15:00:00")),
        ("by friday", Some("2026-11-27")),
        ("after 5", Some("2026-11-22T17:00:00")),
        ("from 9:30 to 11 on thursday", Some("2026-11-26T09:30:00")),
        ("next week", Some("2026-11-23")),
        ("this week", Some("2026-11-22")),
        ("this month", Some("2026-11-30")),
        ("this weekend", Some("2026-11-22")),
        ("in the next 3 days", Some("2026-11-22")),
        ("in the next 3 hours", Some("2026-11-22T12:00:00")),
        ("every tuesday at 6pm", Some("2026-11-24T18:00:00")),
        ("for two hours", None),
    ] {
        let tokens = tokenize(text);
        let all = find_all(&tokens, &moment);
        let value = all[0].meaning.due(&moment).map(|due| match due.time() {
            Some(time) => Value::Time(due.date().to_datetime(time)).to_string(),
            None => Value::Date(due.date()).to_string(),
        });
        assert_eq!(value.as_deref(), due, "{text}");
    }
}
