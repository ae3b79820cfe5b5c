//! Tasks as they are asked for: every field is parsed into its domain type, and a refusal names the field.

use jiff::civil::{Date, DateTime};
use tasktalk_api::{Patch, tasks as api};
use tasktalk_domain::{
    Change, Description, Due, NewTask, Priority, Recurrence, RecurrenceMode, Rule, Tag, TaskPatch,
    TaskTitle, Zone,
};

use crate::problem::Problem;

/// A task to make; `zone` is meant where a due time names none.
pub(crate) fn parse_new_task(new: api::NewTask, zone: &Zone) -> Result<NewTask, Problem> {
    Ok(NewTask {
        title: parse_title(&new.title)?,
        description: parse_description(new.description.as_deref().unwrap_or_default())?,
        due: new
            .due
            .map(|due| parse_due("due", &due, zone))
            .transpose()?,
        recurrence: new.recurrence.as_ref().map(parse_recurrence).transpose()?,
        priority: parse_priority(new.priority.unwrap_or_default()),
        tags: parse_tags(&new.tags.unwrap_or_default())?,
    })
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
        title: patch.title.as_deref().map(parse_title).transpose()?,
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
            let zone = match &due.timezone {
                Some(name) => parse_zone(&at("timezone"), name)?,
                None => zone.clone(),
            };
            Ok(Due::at(local, zone))
        }
        _ => Err(Problem::field(field, "Give either 'date' or 'date_time'.")),
    }
}

/// A day, and nothing beside it.
pub(crate) fn parse_date(field: &str, text: &str) -> Result<Date, Problem> {
    const LENGTH: usize = "2026-11-27".len();
    text.parse()
        .ok()
        .filter(|_| text.len() == LENGTH)
        .ok_or_else(|| Problem::field(field, "Write a date as 2026-11-27."))
}

/// A wall-clock time. One with an offset is an instant, which is another thing: guessing the zone back would be wrong
/// half of the year.
fn parse_local(text: &str) -> Option<DateTime> {
    let time = text.split_once(['T', 't', ' '])?.1;
    if time.contains(['Z', 'z', '+', '-', '[']) {
        return None;
    }
    text.parse().ok()
}

/// A time zone by its IANA name.
pub(crate) fn parse_zone(field: &str, name: &str) -> Result<Zone, Problem> {
    Zone::parse(name).map_err(|error| Problem::field(field, error.to_string()))
}

fn parse_title(text: &str) -> Result<TaskTitle, Problem> {
    TaskTitle::parse(text).map_err(|error| Problem::field("title", error.to_string()))
}

fn parse_description(text: &str) -> Result<Option<Description>, Problem> {
    Description::parse(text).map_err(|error| Problem::field("description", error.to_string()))
}

fn parse_tags(texts: &[String]) -> Result<Vec<Tag>, Problem> {
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
        assert!(parse(json!({"date": "2026-11-27"})).is_ok());
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
            (
                json!({"date_time": "2026-11-27T15:00", "timezone": "Mars"}),
                "due.timezone",
            ),
        ] {
            assert_eq!(parse(due.clone()), Err(field.to_owned()), "{due}");
        }
    }
}
