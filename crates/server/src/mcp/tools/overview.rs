//! `get_overview`: what matters now, in the user's own days.

use serde_json::{Value, json};
use tasktalk_assistant::Scope;

use super::{Call, READS, Reply, ToolSpec, schema};
use crate::mcp::failure::Fault;

/// How many days "upcoming" is, from tomorrow.
const UPCOMING_DAYS: i64 = 7;
/// How many tasks of each kind are shown; there may be more.
const SHOWN: usize = 20;

pub(super) const GET_OVERVIEW: ToolSpec = ToolSpec {
    name: "get_overview",
    title: "Overview",
    description: "Shows what is overdue, due today and due in the next seven days, in the user's time zone. A good first call.",
    scopes: &[Scope::Read],
    hints: READS,
    input: || schema::object(json!({}), &[]),
    output: || {
        schema::result(json!({
            "date": {"type": "string"},
            "timezone": {"type": "string"},
            "pending": {"type": "integer"},
            "overdue": {"type": "object"},
            "today": {"type": "object"},
            "upcoming": {"type": "object"},
        }))
    },
    shows_tasks: true,
    run: |call| Box::pin(async move { Ok(Reply::Result(call.overview(None).await?)) }),
};

impl Call<'_> {
    /// The overview, of the tasks with a tag if one is given. Overdue is what was due before today; what is due today is
    /// there whether its time has passed or not.
    pub(in crate::mcp) async fn overview(&self, tag: Option<&str>) -> Result<Value, Fault> {
        let zone = self.zone();
        let today = zone.local(self.state.clock.now()).date();
        let day = |days: i64| {
            let span = jiff::Span::new().days(days);
            today.saturating_add(span).to_string()
        };
        let due = |from: Option<String>, to: Option<String>| {
            // Three of them side by side are large.
            Box::pin(self.list(json!({
                "status": "pending", "tag": tag, "due_from": from, "due_to": to,
                "sort": "due", "limit": SHOWN,
            })))
        };
        let (overdue, now, upcoming, pending) = futures_util::try_join!(
            due(None, Some(day(-1))),
            due(Some(day(0)), Some(day(0))),
            due(Some(day(1)), Some(day(UPCOMING_DAYS))),
            self.list(json!({"status": "pending", "tag": tag, "count_only": true})),
        )?;
        let part = |page: &Value| json!({"count": page["count"], "tasks": page["tasks"]});
        Ok(json!({
            "success": true,
            "date": today.to_string(),
            "timezone": zone.name(),
            "pending": pending["count"],
            "overdue": part(&overdue),
            "today": part(&now),
            "upcoming": part(&upcoming),
        }))
    }
}
