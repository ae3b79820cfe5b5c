//! When a task is due: a date, or a local date-time in a zone. Never a date disguised as midnight UTC.

use std::fmt;

use jiff::{Timestamp, ToSpan, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// When a task is due.
///
/// In JSON `{"date": "2026-11-27"}` or `{"date_time": "2026-11-27T15:00:00", "timezone": "Europe/Berlin"}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Due {
    /// A whole day, wherever the user is.
    Date {
        /// The day.
        date: civil::Date,
    },
    /// A wall-clock time in a zone.
    DateTime {
        /// The local date and time, without offset.
        date_time: civil::DateTime,
        /// The zone in which it is local.
        timezone: Zone,
    },
}

impl Due {
    /// Due on a whole day.
    pub fn on(date: civil::Date) -> Self {
        Self::Date { date }
    }

    /// Due at a local time in a zone.
    pub fn at(date_time: civil::DateTime, timezone: Zone) -> Self {
        Self::DateTime {
            date_time,
            timezone,
        }
    }

    /// The calendar day.
    pub fn date(&self) -> civil::Date {
        match self {
            Self::Date { date } => *date,
            Self::DateTime { date_time, .. } => date_time.date(),
        }
    }

    /// The local time, when there is one.
    pub fn time(&self) -> Option<civil::Time> {
        match self {
            Self::Date { .. } => None,
            Self::DateTime { date_time, .. } => Some(date_time.time()),
        }
    }

    /// The zone, when there is a time.
    pub fn zone(&self) -> Option<&Zone> {
        match self {
            Self::Date { .. } => None,
            Self::DateTime { timezone, .. } => Some(timezone),
        }
    }

    /// The same time of day (or none) on another day.
    #[must_use]
    pub fn moved_to(&self, date: civil::Date) -> Self {
        match self {
            Self::Date { .. } => Self::Date { date },
            Self::DateTime {
                date_time,
                timezone,
            } => Self::DateTime {
                date_time: date.to_datetime(date_time.time()),
                timezone: timezone.clone(),
            },
        }
    }

    /// The same time on the wall in another zone; a whole day is in none.
    #[must_use]
    pub fn in_zone(self, zone: &Zone) -> Self {
        match self {
            Self::DateTime { date_time, .. } => Self::at(date_time, zone.clone()),
            date @ Self::Date { .. } => date,
        }
    }

    /// The instant after which it is overdue. A date lasts until the next day begins where the viewer is.
    ///
    /// A local time that does not exist (spring forward) moves forward by the gap; one that happens twice is the first.
    pub fn deadline(&self, viewer: &Zone) -> Timestamp {
        match self {
            Self::Date { date } => {
                let next = date.checked_add(1.day()).unwrap_or(civil::Date::MAX);
                instant(next.at(0, 0, 0, 0), viewer)
            }
            Self::DateTime {
                date_time,
                timezone,
            } => instant(*date_time, timezone),
        }
    }

    /// Whether its time has passed.
    pub fn is_overdue(&self, now: Timestamp, viewer: &Zone) -> bool {
        self.deadline(viewer) <= now
    }
}

/// The instant of a local time: gaps move forward, folds take the first (RFC 5545, 3.3.5).
pub fn instant(local: civil::DateTime, zone: &Zone) -> Timestamp {
    zone.time_zone()
        .to_ambiguous_timestamp(local)
        .compatible()
        .unwrap_or(Timestamp::MAX)
}

/// An IANA time zone name such as `Europe/Berlin`, known to exist.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(String);

/// A name that no time zone has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Unknown time zone '{0}'. Use an IANA name such as 'Europe/Berlin'")]
pub struct UnknownZone(String);

impl Zone {
    /// Universal time.
    pub fn utc() -> Self {
        Self("UTC".to_owned())
    }

    /// Looks the name up in the zone data that is part of the program.
    pub fn parse(name: &str) -> Result<Self, UnknownZone> {
        let name = name.trim();
        if name.len() > 64 {
            return Err(UnknownZone(name.chars().take(64).collect()));
        }
        let zone = TimeZone::get(name).map_err(|_| UnknownZone(name.to_owned()))?;
        Ok(Self(zone.iana_name().unwrap_or("UTC").to_owned()))
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The zone's rules.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.0).unwrap_or(TimeZone::UTC)
    }

    /// The local date and time at an instant.
    pub fn local(&self, at: Timestamp) -> civil::DateTime {
        self.time_zone().to_datetime(at)
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, UnknownZone> {
        Self::parse(&name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.0
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::parse(name).unwrap()
    }

    #[test]
    fn a_missing_local_time_moves_forward_and_a_doubled_one_is_the_first() {
        let berlin = zone("Europe/Berlin");
        let gap = instant(datetime(2027, 3, 28, 2, 30, 0, 0), &berlin);
        assert_eq!(berlin.local(gap), datetime(2027, 3, 28, 3, 30, 0, 0));
        let fold = instant(datetime(2027, 10, 31, 2, 30, 0, 0), &berlin);
        assert_eq!(fold.to_string(), "2027-10-31T00:30:00Z");
    }

    #[test]
    fn a_date_is_overdue_when_the_next_day_begins_even_without_midnight() {
        let due = Due::on(date(2027, 4, 29));
        assert_eq!(
            due.deadline(&zone("Africa/Cairo")).to_string(),
            "2027-04-29T22:00:00Z"
        );
    }

    #[test]
    fn json_tells_dates_and_times_apart() {
        for json in [
            r#"{"date":"2026-11-27"}"#,
            r#"{"date_time":"2026-11-27T15:00:00","timezone":"Europe/Berlin"}"#,
        ] {
            let due: Due = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&due).unwrap(), json);
        }
    }

    #[test]
    fn unknown_zones_are_refused() {
        assert!(Zone::parse("Mars/Olympus").is_err());
        assert!(Zone::parse("").is_err());
        assert_eq!(zone("europe/berlin").name(), "Europe/Berlin");
    }
}
