//! The text by which tasks sort by due date: compared by bytes, the times of a day come first, then the whole day
//! (which lasts until its end), then the next day, and tasks without a due date last.

use jiff::civil;
use tasktalk_domain::Due;

/// The key of tasks without a due date; `~` comes after every digit and letter.
pub(super) const NONE: &str = "~";

/// The key of a due date.
pub(super) fn of(due: Option<&Due>) -> String {
    match due {
        None => NONE.to_owned(),
        Some(Due::Date { date }) => end_of(*date),
        Some(Due::DateTime { date_time, .. }) => at(*date_time),
    }
}

/// The key by which tasks sort backwards, so that those without a due date come last again: before every date.
pub(super) fn backwards(due: Option<&Due>) -> String {
    due.map_or_else(String::new, |due| of(Some(due)))
}

/// The key of a whole day, after all of its times.
pub(super) fn end_of(date: civil::Date) -> String {
    format!("{date}~")
}

/// A key before everything that is due on this day.
pub(super) fn start_of(date: civil::Date) -> String {
    date.to_string()
}

/// The key of a local time.
pub(super) fn at(local: civil::DateTime) -> String {
    local.to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};
    use tasktalk_domain::Zone;

    use super::*;

    #[test]
    fn keys_sort_as_due_dates_do() {
        let time = |hour, minute| {
            of(Some(&Due::at(
                datetime(2026, 11, 27, hour, minute, 0, 0),
                Zone::utc(),
            )))
        };
        let keys = [
            of(Some(&Due::on(date(2026, 11, 26)))),
            start_of(date(2026, 11, 27)),
            time(9, 0),
            time(15, 30),
            of(Some(&Due::on(date(2026, 11, 27)))),
            start_of(date(2026, 11, 28)),
            of(Some(&Due::on(date(2027, 1, 1)))),
            of(None),
        ];
        assert!(keys.is_sorted(), "{keys:?}");
    }
}
