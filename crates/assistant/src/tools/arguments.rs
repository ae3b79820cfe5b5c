//! The JSON form of what several tools take. `null` always means the same as leaving the argument out.
//!
//! Values arrive as plain text and numbers and are checked here, so that a wrong one is answered with our sentence
//! for it instead of a parser's.

use jiff::civil::{Date, DateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use tasktalk_domain::{
    Due, Priority, Recurrence, RecurrenceMode, Rule, Shift, Tag, TaskId, Zone, ids::InvalidTaskId,
};

use super::ToolFailure;

/// Reads arguments; what does not fit them is bad input. No arguments at all are an empty object.
pub(super) fn parse<Arguments: DeserializeOwned>(
    arguments: Value,
) -> Result<Arguments, ToolFailure> {
    let arguments = match arguments {
        Value::Null => Value::Object(serde_json::Map::new()),
        arguments => arguments,
    };
    serde_json::from_value(arguments)
        .map_err(|error| ToolFailure::invalid("invalid_arguments", error.to_string()))
}

/// Writes arguments.
pub(super) fn to_json<Arguments: Serialize>(arguments: &Arguments) -> Value {
    serde_json::to_value(arguments).expect("arguments are objects with text keys")
}

/// A task's number as it was given, right or wrong.
pub(super) type RawTaskId = Option<Value>;

/// Checks a task's number: a JSON integer, 1 or more. Text and booleans are refused, as they hide mistakes.
pub(super) fn task_id(given: RawTaskId) -> Result<TaskId, ToolFailure> {
    let Some(given) = given else {
        return Err(ToolFailure::invalid(
            "invalid_task_id",
            "Task ID is required",
        ));
    };
    let number = given.as_i64().ok_or(InvalidTaskId)?;
    Ok(TaskId::try_from(number)?)
}

/// A due date: exactly one of `date` and `date_time`.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DueArgument {
    /// A whole day: `2026-11-27`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// A local date and time, without offset: `2026-11-27T15:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date_time: Option<String>,
    /// The IANA time zone in which `date_time` is local; the user's own when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    timezone: Option<String>,
}

impl DueArgument {
    /// Whether it is a time without a zone.
    pub(super) fn leaves_zone_open(&self) -> bool {
        self.date_time.is_some() && self.timezone.is_none()
    }

    /// The same, with the zone left out.
    pub(super) fn without_zone(self) -> Self {
        Self {
            timezone: None,
            ..self
        }
    }

    pub(super) fn check(self, zone: &Zone) -> Result<Due, ToolFailure> {
        match (self.date, self.date_time) {
            (Some(day), None) => {
                if self.timezone.is_some() {
                    return Err(ToolFailure::invalid(
                        "invalid_due",
                        "A due date without a time has no time zone",
                    ));
                }
                Ok(Due::on(date(&day)?))
            }
            (None, Some(local)) => {
                let zone = match self.timezone {
                    Some(name) => Zone::parse(&name).map_err(|error| {
                        ToolFailure::invalid("invalid_timezone", error.to_string())
                    })?,
                    None => zone.clone(),
                };
                Ok(Due::at(date_time(&local)?, zone))
            }
            _ => Err(ToolFailure::invalid(
                "invalid_due",
                "A due date has either 'date' or 'date_time'",
            )),
        }
    }
}

impl From<&Due> for DueArgument {
    fn from(due: &Due) -> Self {
        match due {
            Due::Date { date } => Self {
                date: Some(date.to_string()),
                date_time: None,
                timezone: None,
            },
            Due::DateTime {
                date_time,
                timezone,
            } => Self {
                date: None,
                date_time: Some(date_time.to_string()),
                timezone: Some(timezone.name().to_owned()),
            },
        }
    }
}

/// Checks a day.
pub(super) fn date(text: &str) -> Result<Date, ToolFailure> {
    text.parse().map_err(|_| {
        ToolFailure::invalid(
            "invalid_date",
            format!("Invalid date '{}'. Use YYYY-MM-DD", shortened(text)),
        )
    })
}

fn date_time(text: &str) -> Result<DateTime, ToolFailure> {
    // Jiff would read a bare day as midnight and drop an offset; neither is what was meant.
    let (day, time) = text.split_once(['T', 't', ' ']).unwrap_or((text, ""));
    let is_local = !time.is_empty()
        && time
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.'));
    day.parse::<Date>()
        .ok()
        .filter(|_| is_local)
        .and_then(|_| text.parse().ok())
        .ok_or_else(|| {
            ToolFailure::invalid(
                "invalid_date",
                format!(
                    "Invalid date-time '{}'. Use a local time such as 2026-11-27T15:00, without offset",
                    shortened(text)
                ),
            )
        })
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

/// How a task repeats.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RecurrenceArgument {
    /// An RFC 5545 recurrence rule: `FREQ=WEEKLY;BYDAY=TU`.
    rrule: String,
    /// What completing does: `fixed` keeps to the schedule even when that is past, `catch_up` (the default) goes on to
    /// the next occurrence still to come, `after_completion` counts from the day of completion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["fixed", "catch_up", "after_completion", null]))]
    mode: Option<String>,
    /// Whether days that a month doesn't have are left out, as RFC 5545 says, instead of falling on its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    strict: Option<bool>,
}

impl RecurrenceArgument {
    pub(super) fn check(self) -> Result<Recurrence, ToolFailure> {
        let rule: Rule = self.rrule.parse()?;
        let mode = match self.mode.as_deref() {
            None => RecurrenceMode::default(),
            Some("fixed") => RecurrenceMode::Fixed,
            Some("catch_up") => RecurrenceMode::CatchUp,
            Some("after_completion") => RecurrenceMode::AfterCompletion,
            Some(other) => {
                return Err(ToolFailure::invalid(
                    "invalid_recurrence",
                    format!(
                        "Invalid mode '{}'. Must be 'fixed', 'catch_up' or 'after_completion'",
                        shortened(other)
                    ),
                ));
            }
        };
        Ok(Recurrence {
            strict: self.strict.unwrap_or_default(),
            ..Recurrence::new(rule, mode)
        })
    }
}

impl From<&Recurrence> for RecurrenceArgument {
    fn from(recurrence: &Recurrence) -> Self {
        let mode = match recurrence.mode {
            RecurrenceMode::Fixed => "fixed",
            RecurrenceMode::CatchUp => "catch_up",
            RecurrenceMode::AfterCompletion => "after_completion",
        };
        Self {
            rrule: recurrence.rule.to_string(),
            mode: Some(mode.to_owned()),
            strict: recurrence.strict.then_some(true),
        }
    }
}

/// By how much to move a due date; negative numbers move it earlier.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub(super) struct ShiftArgument {
    /// Calendar months; past a month's end it falls on the last day.
    #[serde(skip_serializing_if = "is_zero")]
    months: i32,
    /// Calendar days.
    #[serde(skip_serializing_if = "is_zero")]
    days: i32,
    /// Minutes; only for a due date with a time.
    #[serde(skip_serializing_if = "is_zero")]
    minutes: i64,
}

fn is_zero<N: Default + PartialEq>(number: &N) -> bool {
    *number == N::default()
}

impl From<ShiftArgument> for Shift {
    fn from(argument: ShiftArgument) -> Self {
        Self {
            months: argument.months,
            days: argument.days,
            minutes: argument.minutes,
        }
    }
}

impl From<&Shift> for ShiftArgument {
    fn from(shift: &Shift) -> Self {
        Self {
            months: shift.months,
            days: shift.days,
            minutes: shift.minutes,
        }
    }
}

/// Checks a priority.
pub(super) fn priority(word: Option<&str>) -> Result<Option<Priority>, ToolFailure> {
    Ok(word.map(Priority::parse).transpose()?)
}

/// The word for a priority, left out when there is none to speak of.
pub(super) fn priority_word(priority: Priority) -> Option<String> {
    (priority != Priority::None).then(|| priority.as_str().to_owned())
}

/// Tags as text.
pub(super) fn tag_words(tags: &[Tag]) -> Vec<String> {
    tags.iter().map(|tag| tag.as_str().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(json: &str) -> Result<Due, ToolFailure> {
        serde_json::from_str::<DueArgument>(json)
            .unwrap()
            .check(&Zone::parse("Europe/Berlin").unwrap())
    }

    #[test]
    fn a_time_without_zone_is_local_to_the_viewer() {
        let due = due(r#"{"date_time": "2026-11-27T15:00"}"#).unwrap();
        assert_eq!(
            serde_json::to_string(&due).unwrap(),
            r#"{"date_time":"2026-11-27T15:00:00","timezone":"Europe/Berlin"}"#
        );
    }

    #[test]
    fn what_is_no_due_date_is_refused_with_a_sentence() {
        for (json, code) in [
            ("{}", "invalid_due"),
            (
                r#"{"date": "2026-11-27", "date_time": "2026-11-27T15:00"}"#,
                "invalid_due",
            ),
            (
                r#"{"date": "2026-11-27", "timezone": "UTC"}"#,
                "invalid_due",
            ),
            (r#"{"date": "2026-02-30"}"#, "invalid_date"),
            (r#"{"date": "tomorrow"}"#, "invalid_date"),
            (r#"{"date_time": "2026-11-27"}"#, "invalid_date"),
            (r#"{"date_time": "2026-11-27T15:00Z"}"#, "invalid_date"),
            (r#"{"date_time": "2026-11-27T15:00+01:00"}"#, "invalid_date"),
            (
                r#"{"date_time": "2026-11-27T15:00", "timezone": "Mars"}"#,
                "invalid_timezone",
            ),
        ] {
            assert_eq!(due(json).unwrap_err().code(), code, "{json}");
        }
    }
}
