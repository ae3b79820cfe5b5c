//! What the clocks show where tasks are due. A time of a day is one of its own zone, and whether it has passed depends
//! on what time it is there.

use jiff::{Timestamp, ToSpan, civil, tz};
use tasktalk_domain::{DueFilter, TaskFilter, UserId, Zone};

use super::{due_key, row::OPEN};
use crate::{Result, Snapshot, value::parameters};

/// No zone is further from universal time than this.
const FURTHEST: i32 = 24;

/// What is needed to tell which tasks are overdue.
#[derive(Debug, Default)]
pub(super) struct Clocks {
    /// The reader's day: whole days before it have passed.
    pub(super) today: civil::Date,
    /// Times up to this one have passed in every zone.
    pub(super) passed: String,
    /// Times after this one have passed in none.
    pub(super) latest: String,
    /// The zones with open tasks in between, and what time it is there.
    pub(super) zones: Vec<(String, String)>,
}

impl Clocks {
    /// Reads the zones of an owner's tasks, where the filter asks for what is overdue.
    pub(super) async fn read(
        s: &Snapshot<'_>,
        owner: UserId,
        filter: &TaskFilter,
        today: civil::Date,
        now: Timestamp,
    ) -> Result<Self> {
        let universal = tz::TimeZone::UTC.to_datetime(now);
        let away = |hours: i32| due_key::at(universal.saturating_add(hours.hours()));
        let (passed, latest) = (away(-FURTHEST), away(FURTHEST));
        let names: Vec<Zone> = if asks_for_overdue(filter) {
            let sql = format!(
                "SELECT DISTINCT due_zone FROM tasks WHERE user_id = $1 AND state = {OPEN} \
                 AND due_key > $2 AND due_key <= $3 AND due_time IS NOT NULL ORDER BY due_zone"
            );
            let parameters = parameters![owner, passed.as_str(), latest.as_str()];
            s.all(sql, parameters, |row| row.parsed("due_zone", Zone::parse))
                .await?
        } else {
            Vec::new()
        };
        let zones = names
            .into_iter()
            .map(|zone| (zone.name().to_owned(), due_key::at(zone.local(now))))
            .collect();
        Ok(Self {
            today,
            passed,
            latest,
            zones,
        })
    }
}

fn asks_for_overdue(filter: &TaskFilter) -> bool {
    filter.due == Some(DueFilter::Overdue)
        || filter.either.iter().any(asks_for_overdue)
        || filter.except.iter().any(asks_for_overdue)
}
