//! The JSON form of a filter without alternatives and exceptions of its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tasktalk_domain::{DueFilter, StatusFilter, Tag, TaskFilter};

use super::super::{ToolFailure, arguments};

/// Conditions that must all hold.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in super::super) struct Conditions {
    /// Open tasks, done ones, or both (the default).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["all", "pending", "completed", null]))]
    pub(super) status: Option<String>,
    /// Words that the title, the description or a tag must have; the beginning of a word will do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
    /// A tag they must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tag: Option<String>,
    /// The priority they must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["high", "medium", "low", "none", null]))]
    pub(super) priority: Option<String>,
    /// Overdue tasks, tasks without a due date, or tasks with any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["overdue", "none", "any", null]))]
    pub(super) due: Option<String>,
    /// The first day they may be due on: `2026-11-27`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) due_from: Option<String>,
    /// The last day they may be due on: `2026-11-27`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) due_to: Option<String>,
}

impl Conditions {
    pub(super) fn check(self) -> Result<TaskFilter, ToolFailure> {
        Ok(TaskFilter {
            status: self
                .status
                .map(|word| StatusFilter::parse(&word))
                .transpose()?
                .unwrap_or_default(),
            text: self.text.filter(|text| !text.trim().is_empty()),
            tag: self.tag.map(|tag| Tag::parse(&tag)).transpose()?,
            priority: arguments::priority(self.priority.as_deref())?,
            due: due_filter(self.due.as_deref(), self.due_from, self.due_to)?,
            ..TaskFilter::default()
        })
    }
}

impl From<&TaskFilter> for Conditions {
    fn from(filter: &TaskFilter) -> Self {
        let day = |day: &Option<jiff::civil::Date>| day.map(|day| day.to_string());
        let (due, due_from, due_to) = match &filter.due {
            None => (None, None, None),
            Some(
                DueFilter::Any
                | DueFilter::Between {
                    from: None,
                    to: None,
                },
            ) => (Some("any"), None, None),
            Some(DueFilter::Between { from, to }) => (None, day(from), day(to)),
            Some(DueFilter::Overdue) => (Some("overdue"), None, None),
            Some(DueFilter::None) => (Some("none"), None, None),
        };
        Self {
            status: (filter.status != StatusFilter::All).then(|| filter.status.as_str().to_owned()),
            text: filter.text.clone(),
            tag: filter.tag.as_ref().map(ToString::to_string),
            priority: filter.priority.map(|priority| priority.as_str().to_owned()),
            due: due.map(str::to_owned),
            due_from,
            due_to,
        }
    }
}

fn due_filter(
    due: Option<&str>,
    from: Option<String>,
    to: Option<String>,
) -> Result<Option<DueFilter>, ToolFailure> {
    let from = from.map(|day| arguments::date(&day)).transpose()?;
    let to = to.map(|day| arguments::date(&day)).transpose()?;
    let bounded = from.is_some() || to.is_some();
    match due {
        None => Ok(bounded.then_some(DueFilter::Between { from, to })),
        Some(_) if bounded => Err(ToolFailure::invalid(
            "invalid_due",
            "Give either 'due' or 'due_from' and 'due_to'",
        )),
        Some("overdue") => Ok(Some(DueFilter::Overdue)),
        Some("none") => Ok(Some(DueFilter::None)),
        Some("any") => Ok(Some(DueFilter::Any)),
        Some(_) => Err(ToolFailure::invalid(
            "invalid_due",
            "Invalid due. Must be 'overdue', 'none' or 'any'",
        )),
    }
}
