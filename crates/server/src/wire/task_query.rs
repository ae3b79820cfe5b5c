//! Which tasks a list asks for.

use jiff::{ToSpan as _, civil::Date};
use tasktalk_api::tasks::TaskListQuery;
use tasktalk_assistant::tools::ListTasks;
use tasktalk_domain::{
    DueFilter, Priority, SortKey, SortOrder, StatusFilter, Tag, TaskFilter, UserId,
};
use tasktalk_storage::tasks::TaskCursor;

use super::{cursor::List, limit, task_input::parse_date};
use crate::problem::Problem;

/// Longest text to search for, in characters.
const SEARCH_LIMIT: usize = 200;

/// Reads the parameters of a user's task list; says which list it is, for the cursor of its next page.
pub(crate) fn parse(query: &TaskListQuery, owner: UserId) -> Result<(ListTasks, List), Problem> {
    let mut call = ListTasks {
        filter: TaskFilter {
            status: status(query.status.as_deref())?,
            text: search_text(query.q.as_deref())?,
            tag: query
                .tag
                .as_deref()
                .map(Tag::parse)
                .transpose()
                .map_err(|error| Problem::field("tag", error.to_string()))?,
            priority: query
                .priority
                .as_deref()
                .map(Priority::parse)
                .transpose()
                .map_err(|error| Problem::field("priority", error.to_string()))?,
            due: due(query)?,
            ..TaskFilter::default()
        },
        sort: sort(query.sort.as_deref())?,
        order: order(query.order.as_deref())?,
        limit: limit(query.limit)?,
        cursor: None,
        count_only: false,
    };
    let list = List::new("tasks", owner, (&call.filter, call.sort, call.order));
    call.cursor = list.open(query.cursor.as_deref(), TaskCursor::decode)?;
    Ok((call, list))
}

/// A text to search for; a blank one asks for nothing.
pub(crate) fn search_text(text: Option<&str>) -> Result<Option<String>, Problem> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    match text {
        Some(text) if text.chars().count() > SEARCH_LIMIT => Err(Problem::field(
            "q",
            format!("'q' may have at most {SEARCH_LIMIT} characters."),
        )),
        text => Ok(text.map(str::to_owned)),
    }
}

fn status(text: Option<&str>) -> Result<StatusFilter, Problem> {
    text.map_or(Ok(StatusFilter::All), |text| {
        StatusFilter::parse(text).map_err(|error| Problem::field("status", error.to_string()))
    })
}

fn sort(text: Option<&str>) -> Result<SortKey, Problem> {
    match text {
        None | Some("created" | "created_at") => Ok(SortKey::Created),
        Some("due" | "due_date") => Ok(SortKey::Due),
        Some("priority") => Ok(SortKey::Priority),
        Some("title") => Ok(SortKey::Title),
        Some("updated" | "updated_at") => Ok(SortKey::Updated),
        Some(_) => Err(Problem::field(
            "sort",
            "'sort' is one of created, due, priority, title and updated.",
        )),
    }
}

fn order(text: Option<&str>) -> Result<SortOrder, Problem> {
    match text {
        None | Some("asc") => Ok(SortOrder::Asc),
        Some("desc") => Ok(SortOrder::Desc),
        Some(_) => Err(Problem::field("order", "'order' is asc or desc.")),
    }
}

fn due(query: &TaskListQuery) -> Result<Option<DueFilter>, Problem> {
    let before = day("due_before", query.due_before.as_deref())?;
    let after = day("due_after", query.due_after.as_deref())?;
    let on = day("due_on", query.due_on.as_deref())?;
    match (query.due.as_deref(), on, before, after) {
        (None, None, None, None) => Ok(None),
        (Some("overdue"), None, None, None) => Ok(Some(DueFilter::Overdue)),
        (Some("none"), None, None, None) => Ok(Some(DueFilter::None)),
        (Some("any"), None, None, None) => Ok(Some(DueFilter::Any)),
        (None, Some(on), None, None) => Ok(Some(DueFilter::on(on))),
        (None, None, before, after) => Ok(Some(DueFilter::Between {
            // Both days themselves are left out: before and after, not until and from.
            from: after.map(|day| day.saturating_add(1.day())),
            to: before.map(|day| day.saturating_sub(1.day())),
        })),
        (Some("overdue" | "none" | "any") | None, ..) => Err(Problem::field(
            "due",
            "Give one of 'due', 'due_on', and 'due_before' with 'due_after'.",
        )),
        (Some(_), ..) => Err(Problem::field(
            "due",
            "'due' is overdue, none or any; for a day use due_on, due_before or due_after.",
        )),
    }
}

fn day(field: &str, text: Option<&str>) -> Result<Option<Date>, Problem> {
    text.map(|text| parse_date(field, text)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due_of(query: &str) -> Result<Option<DueFilter>, Problem> {
        let uri: axum::http::Uri = format!("/?{query}").parse().unwrap();
        let axum::extract::Query(query) = axum::extract::Query::try_from_uri(&uri).unwrap();
        due(&query)
    }

    #[test]
    fn before_and_after_leave_the_day_itself_out() {
        assert_eq!(
            due_of("due_after=2026-11-22&due_before=2026-11-30").unwrap(),
            Some(DueFilter::Between {
                from: Some("2026-11-23".parse().unwrap()),
                to: Some("2026-11-29".parse().unwrap()),
            })
        );
        assert_eq!(
            due_of("due_on=2026-11-22").unwrap(),
            Some(DueFilter::on("2026-11-22".parse().unwrap()))
        );
    }

    #[test]
    fn filters_that_contradict_each_other_are_refused() {
        for query in [
            "due=overdue&due_on=2026-11-22",
            "due_on=2026-11-22&due_after=2026-11-01",
            "due=tomorrow",
            "due_on=22.11.2026",
        ] {
            assert!(due_of(query).is_err(), "{query}");
        }
    }
}
