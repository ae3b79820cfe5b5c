//! Tasks as they are asked for: every field is parsed into its domain type, and a refusal names the field.

use std::ops::RangeInclusive;

use jiff::civil::{Date, DateTime};
use tasktalk_api::{Patch, tasks as api};
use tasktalk_domain::{
    Change, Description, Due, NewTask, Priority, Recurrence, RecurrenceMode, Rule, Tag, TaskPatch,
    TaskTitle, Zone, task::InvalidTask,
};

use super::plain_text;
use crate::problem::Problem;

/// The years in which a task can be due.
const YEARS: RangeInclusive<i16> = 1970..=9999;

/// A task to make; `zone` is meant where a due time names none.
pub(crate) fn parse_new_task(new: api::NewTask, zone: &Zone) -> Result<NewTask, Problem> {
    let task = NewTask {
        title: parse_title(&new.title)?,
        description: parse_description(new.description.as_deref().unwrap_or_default())?,
        due: new
            .due
            .map(|due| parse_due("due", &due, zone))
            .transpose()?,
        recurrence: new.recurrence.as_ref().map(parse_recurrence).transpose()?,
        priority: parse_priority(new.priority.unwrap_or_default()),
        tags: parse_tags(&new.tags.unwrap_or_default())?,
    };
    if let (Some(recurrence), Some(due)) = (&task.recurrence, &task.due) {
        require_occurrence(recurrence, due)?;
    }
    Ok(task)
}

/// The patch that makes a task what `new` says, whatever it was before.
pub(crate) fn replacing(new: NewTask) -> TaskPatch {
    TaskPatch {
        title: Some(new.title),
        description: set_or_clear(new.description),
        due: set_or_clear(new.due),
        recurrence: set_or_clear(new.recurrence),
        priority: Some(new.priority),
        tags: Some(new.tags),
    }
}

/// What shall change about a task.
pub(crate) fn parse_patch(patch: api::TaskPatch, zone: &Zone) -> Result<TaskPatch, Problem> {
    Ok(TaskPatch {
        title: match patch.title {
            Patch::Keep => None,
            Patch::Clear => {
                return Err(Problem::field(
                    "title",
                    InvalidTask::TitleMissing.to_string(),
                ));
            }
            Patch::Set(title) => Some(parse_title(&title)?),
        },
        description: match patch.description {
            Patch::Keep => Change::Keep,
            Patch::Clear => Change::Clear,
            Patch::Set(text) => set_or_clear(parse_description(&text)?),
        },
        due: match patch.due {
            Patch::Keep => Change::Keep,
            Patch::Clear => Change::Clear,
            Patch::Set(due) => Change::Set(parse_due("due", &due, zone)?),
        },
        recurrence: match patch.recurrence {
            Patch::Keep => Change::Keep,
            Patch::Clear => Change::Clear,
            Patch::Set(recurrence) => Change::Set(parse_recurrence(&recurrence)?),
        },
        priority: match patch.priority {
            Patch::Keep => None,
            Patch::Clear => Some(Priority::None),
            Patch::Set(priority) => Some(parse_priority(priority)),
        },
        tags: match patch.tags {
            Patch::Keep => None,
            Patch::Clear => Some(Vec::new()),
            Patch::Set(tags) => Some(parse_tags(&tags)?),
        },
    })
}

/// A due date; exactly one of its two forms.
pub(crate) fn parse_due(field: &str, due: &api::Due, zone: &Zone) -> Result<Due, Problem> {
    let at = |inner: &str| format!("{field}.{inner}");
    match (&due.date, &due.date_time) {
        (Some(date), None) => {
            if due.timezone.is_some() {
                return Err(Problem::field(
                    at("timezone"),
                    "A date has no time zone; only 'date_time' has.",
                ));
            }
            parse_date(&at("date"), date).map(Due::on)
        }
        (None, Some(date_time)) => {
            let local = parse_local(date_time).ok_or_else(|| {
                Problem::field(
                    at("date_time"),
                    "Write a local date and time as 2026-11-27T15:00:00, without 'Z' or offset; the zone goes into 'timezone'.",
                )
            })?;
            in_known_years(&at("date_time"), local.date())?;
            let zone = match &due.timezone {
                Some(name) => parse_zone(&at("timezone"), name)?,
                None => zone.clone(),
            };
            Ok(Due::at(local, zone))
        }
        _ => Err(Problem::field(field, "Give either 'date' or 'date_time'.")),
    }
}

/// Whether a due date is a time without a zone: a task that has a zone keeps it.
pub(crate) fn leaves_zone_open(due: &api::Due) -> bool {
    due.date_time.is_some() && due.timezone.is_none()
}

/// A day, and nothing beside it.
pub(crate) fn parse_date(field: &str, text: &str) -> Result<Date, Problem> {
    const LENGTH: usize = "2026-11-27".len();
    let date = text
        .parse()
        .ok()
        .filter(|_| text.len() == LENGTH)
        .ok_or_else(|| Problem::field(field, "Write a date as 2026-11-27."))?;
    in_known_years(field, date)?;
    Ok(date)
}

/// Years that a list of tasks can mean. Others are slips of the keyboard, or another program's "never".
fn in_known_years(field: &str, date: Date) -> Result<(), Problem> {
    if YEARS.contains(&date.year()) {
        Ok(())
    } else {
        Err(Problem::field(
            field,
            format!("The year must be {} to {}.", YEARS.start(), YEARS.end()),
        ))
    }
}

/// A recurrence that has an occurrence: the due date counts, as long as the rule has not ended before it.
pub(crate) fn require_occurrence(recurrence: &Recurrence, due: &Due) -> Result<(), Problem> {
    recurrence
        .check_from(due.date().to_datetime(due.time().unwrap_or_default()))
        .map_err(|error| Problem::field("recurrence.rrule", error.to_string()))
}

/// A wall-clock time. One with an offset is an instant, which is another thing: guessing the zone back would be wrong
/// half of the year. Nor is a leap second or a fraction of one a time at which anything is due.
fn parse_local(text: &str) -> Option<DateTime> {
    let time = text.split_once(['T', 't', ' '])?.1;
    let has_offset = time.contains(['Z', 'z', '+', '-', '[']);
    let digits: String = time.chars().filter(char::is_ascii_digit).collect();
    let leap_second = digits.get(4..6) == Some("60");
    text.parse()
        .ok()
        .filter(|local: &DateTime| !has_offset && !leap_second && local.subsec_nanosecond() == 0)
}

/// A time zone by its IANA name.
pub(crate) fn parse_zone(field: &str, name: &str) -> Result<Zone, Problem> {
    Zone::parse(name).map_err(|error| Problem::field(field, error.to_string()))
}

fn parse_title(text: &str) -> Result<TaskTitle, Problem> {
    plain_text("title", text)?;
    TaskTitle::parse(text).map_err(|error| Problem::field("title", error.to_string()))
}

fn parse_description(text: &str) -> Result<Option<Description>, Problem> {
    plain_text("description", text)?;
    Description::parse(text).map_err(|error| Problem::field("description", error.to_string()))
}

fn parse_tags(texts: &[String]) -> Result<Vec<Tag>, Problem> {
    texts.iter().try_for_each(|text| plain_text("tags", text))?;
    Tag::parse_all(texts).map_err(|error| Problem::field("tags", error.to_string()))
}

fn parse_recurrence(recurrence: &api::Recurrence) -> Result<Recurrence, Problem> {
    let rule: Rule =
        recurrence
            .rrule
            .parse()
            .map_err(|error: tasktalk_domain::recurrence::InvalidRule| {
                Problem::field("recurrence.rrule", error.to_string())
            })?;
    Ok(Recurrence {
        rule,
        mode: match recurrence.mode {
            api::RecurrenceMode::Fixed => RecurrenceMode::Fixed,
            api::RecurrenceMode::CatchUp => RecurrenceMode::CatchUp,
            api::RecurrenceMode::AfterCompletion => RecurrenceMode::AfterCompletion,
        },
        strict: recurrence.strict,
    })
}

fn parse_priority(priority: api::Priority) -> Priority {
    match priority {
        api::Priority::None => Priority::None,
        api::Priority::Low => Priority::Low,
        api::Priority::Medium => Priority::Medium,
        api::Priority::High => Priority::High,
    }
}

fn set_or_clear<T>(value: Option<T>) -> Change<T> {
    value.map_or(Change::Clear, Change::Set)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_due_date_has_one_of_two_forms() {
        let berlin = Zone::parse("Europe/Berlin").unwrap();
        let parse = |due: serde_json::Value| {
            let due: api::Due = serde_json::from_value(due).unwrap();
            parse_due("due", &due, &berlin)
                .map_err(|problem| problem.document("").errors[0].field.clone())
        };
        for date in ["1970-01-01", "2026-11-27", "9999-12-31"] {
            assert!(parse(json!({ "date": date })).is_ok(), "{date}");
        }
        assert_eq!(
            parse(json!({"date_time": "2026-11-27T15:00"}))
                .unwrap()
                .zone(),
            Some(&berlin)
        );
        for (due, field) in [
            (json!({}), "due"),
            (
                json!({"date": "2026-11-27", "date_time": "2026-11-27T15:00"}),
                "due",
            ),
            (json!({"date": "2026-02-30"}), "due.date"),
            (json!({"date": "2026-11-27T15:00"}), "due.date"),
            (
                json!({"date": "2026-11-27", "timezone": "UTC"}),
                "due.timezone",
            ),
            (
                json!({"date_time": "2026-11-27T15:00:00Z"}),
                "due.date_time",
            ),
            (
                json!({"date_time": "2026-11-27T15:00:00+01:00"}),
                "due.date_time",
            ),
            (json!({"date_time": "2026-11-27"}), "due.date_time"),
            (json!({"date_time": "2026-11-27T23:59:60"}), "due.date_time"),
            (
                json!({"date_time": "2026-11-27T15:00:00.5"}),
                "due.date_time",
            ),
            (json!({"date_time": "1969-12-31T23:59:59"}), "due.date_time"),
            (json!({"date": "0000-01-01"}), "due.date"),
            (json!({"date": "1969-12-31"}), "due.date"),
            (
                json!({"date_time": "2026-11-27T15:00", "timezone": "Mars"}),
                "due.timezone",
            ),
        ] {
            assert_eq!(parse(due.clone()), Err(field.to_owned()), "{due}");
        }
    }
}
