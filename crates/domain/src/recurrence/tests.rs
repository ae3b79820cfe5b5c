use jiff::civil::{DateTime, date, datetime};

use super::*;
use crate::{Zone, due::instant};

fn recurrence(rule: &str, mode: RecurrenceMode) -> Recurrence {
    Recurrence::new(rule.parse().unwrap(), mode)
}

/// The next few due dates when every occurrence is completed on time.
fn series(rule: &str, strict: bool, first: &str, length: usize) -> Vec<String> {
    let mut rest = Recurrence {
        strict,
        ..recurrence(rule, RecurrenceMode::Fixed)
    };
    let mut due: DateTime = first.parse().unwrap();
    let mut dates = Vec::new();
    while dates.len() < length {
        let Some((next, after)) = rest.advance(due, due) else {
            break;
        };
        dates.push(next.date().to_string());
        (due, rest) = (next, after);
    }
    dates
}

#[test]
fn a_month_without_the_day_takes_its_last_one_and_the_day_is_not_forgotten() {
    let expected = ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"];
    for rule in ["FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=31"] {
        assert_eq!(series(rule, false, "2027-01-31", 4), expected, "{rule}");
    }
    assert_eq!(
        series("FREQ=MONTHLY", true, "2027-01-31", 3),
        ["2027-03-31", "2027-05-31", "2027-07-31"]
    );
    assert_eq!(
        series("FREQ=YEARLY", false, "2028-02-29", 4),
        ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]
    );
    assert_eq!(series("FREQ=YEARLY", true, "2028-02-29", 1), ["2032-02-29"]);
}

#[test]
fn three_months_after_29_november_is_28_february() {
    let quarterly = recurrence("FREQ=MONTHLY;INTERVAL=3", RecurrenceMode::AfterCompletion);
    let due = datetime(2026, 11, 20, 8, 0, 0, 0);
    let completed = datetime(2026, 11, 29, 22, 15, 0, 0);
    assert_eq!(
        quarterly.next(due, completed),
        Some(datetime(2027, 2, 28, 8, 0, 0, 0))
    );
}

#[test]
fn rules_give_the_dates_a_calendar_shows() {
    for (rule, first, expected) in [
        ("FREQ=DAILY;INTERVAL=2", "2026-11-22", "2026-11-24"),
        ("FREQ=WEEKLY", "2026-11-22", "2026-11-29"),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "2026-11-20",
            "2026-11-23",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
            "2026-11-23",
            "2026-11-26",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
            "2026-11-26",
            "2026-12-07",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
            "2026-11-22",
            "2026-11-24",
        ),
        ("FREQ=MONTHLY;BYDAY=1MO", "2026-12-07", "2027-01-04"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", "2026-12-25"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", "2026-11-15", "2026-11-30"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", "2026-11-30", "2026-12-15"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2026-10-30",
            "2026-11-30",
        ),
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "2026-11-13",
            "2027-08-13",
        ),
        (
            "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3",
            "2026-11-22",
            "2027-03-03",
        ),
        (
            "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
            "2026-11-26",
            "2027-11-25",
        ),
        ("FREQ=YEARLY;BYDAY=-1MO", "2026-12-28", "2027-12-27"),
        ("FREQ=YEARLY;BYMONTH=6,12", "2026-06-10", "2026-12-10"),
        ("FREQ=DAILY;BYMONTH=1", "2026-01-31", "2027-01-01"),
    ] {
        assert_eq!(series(rule, false, first, 1), [expected], "{rule}");
    }
}

#[test]
fn catching_up_goes_to_the_next_time_still_to_come() {
    let due = datetime(2020, 1, 1, 9, 0, 0, 0);
    let completed = datetime(2026, 11, 22, 8, 0, 0, 0);
    for (rule, mode, expected) in [
        (
            "FREQ=DAILY",
            RecurrenceMode::CatchUp,
            datetime(2026, 11, 22, 9, 0, 0, 0),
        ),
        (
            "FREQ=DAILY",
            RecurrenceMode::Fixed,
            datetime(2020, 1, 2, 9, 0, 0, 0),
        ),
        (
            "FREQ=DAILY;INTERVAL=3",
            RecurrenceMode::AfterCompletion,
            datetime(2026, 11, 25, 9, 0, 0, 0),
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2",
            RecurrenceMode::CatchUp,
            datetime(2026, 11, 25, 9, 0, 0, 0),
        ),
        (
            "FREQ=YEARLY",
            RecurrenceMode::CatchUp,
            datetime(2027, 1, 1, 9, 0, 0, 0),
        ),
    ] {
        assert_eq!(
            recurrence(rule, mode).next(due, completed),
            Some(expected),
            "{rule}"
        );
    }
}

#[test]
fn done_early_still_moves_on() {
    let weekly = recurrence("FREQ=WEEKLY", RecurrenceMode::CatchUp);
    assert_eq!(
        weekly.next(
            datetime(2026, 11, 27, 0, 0, 0, 0),
            datetime(2026, 11, 22, 9, 0, 0, 0)
        ),
        Some(datetime(2026, 12, 4, 0, 0, 0, 0))
    );
}

#[test]
fn series_end_by_count_and_by_date() {
    assert_eq!(
        series("FREQ=DAILY;COUNT=3", false, "2026-11-22", 9),
        ["2026-11-23", "2026-11-24"]
    );
    assert_eq!(
        series("FREQ=DAILY;UNTIL=20261124", false, "2026-11-22", 9),
        ["2026-11-23", "2026-11-24"]
    );
    let counted = recurrence("FREQ=DAILY;COUNT=10", RecurrenceMode::CatchUp);
    let (next, rest) = counted
        .advance(
            datetime(2026, 11, 1, 9, 0, 0, 0),
            datetime(2026, 11, 4, 12, 0, 0, 0),
        )
        .unwrap();
    assert_eq!(
        (next.date(), rest.rule.to_string().as_str()),
        (date(2026, 11, 5), "FREQ=DAILY;COUNT=6")
    );
    assert_eq!(
        counted.next(
            datetime(2026, 11, 1, 9, 0, 0, 0),
            datetime(2026, 12, 4, 12, 0, 0, 0)
        ),
        None
    );
}

#[test]
fn daily_at_nine_stays_at_nine_when_the_clocks_change() {
    let new_york = Zone::parse("America/New_York").unwrap();
    let daily = recurrence("FREQ=DAILY", RecurrenceMode::CatchUp);
    for (due, expected) in [
        (
            datetime(2027, 3, 13, 9, 0, 0, 0),
            ["2027-03-13T14:00:00Z", "2027-03-14T13:00:00Z"],
        ),
        (
            datetime(2027, 11, 6, 9, 0, 0, 0),
            ["2027-11-06T13:00:00Z", "2027-11-07T14:00:00Z"],
        ),
    ] {
        let next = daily.next(due, due).unwrap();
        assert_eq!(next.time(), due.time());
        assert_eq!(
            [due, next].map(|local| instant(local, &new_york).to_string()),
            expected
        );
    }
}

#[test]
fn the_day_of_a_change_of_clocks_counts_once() {
    let daily = recurrence("FREQ=DAILY", RecurrenceMode::CatchUp);
    for (zone, day, time) in [
        ("Pacific/Auckland", date(2027, 4, 4), (2, 30)),
        ("Pacific/Auckland", date(2027, 9, 26), (2, 30)),
        ("America/Santiago", date(2027, 9, 5), (0, 0)),
        ("Australia/Lord_Howe", date(2027, 10, 3), (2, 15)),
    ] {
        let zone = Zone::parse(zone).unwrap();
        let due = day.at(time.0, time.1, 0, 0);
        let completed = zone.local(instant(due, &zone));
        let next = daily.next(due, completed).unwrap();
        assert_eq!(
            next,
            due.checked_add(Span::new().days(1)).unwrap(),
            "{zone} {day}"
        );
    }
}

#[test]
fn the_first_occurrence_may_be_the_day_itself() {
    for (rule, expected) in [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", Some(date(2026, 11, 24))),
        ("FREQ=DAILY", Some(date(2026, 11, 22))),
        ("FREQ=MONTHLY;BYMONTHDAY=31", Some(date(2026, 11, 30))),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            Some(date(2027, 2, 28)),
        ),
        ("FREQ=DAILY;UNTIL=20200101", None),
        ("FREQ=WEEKLY;BYMONTH=1;BYDAY=MO", Some(date(2027, 1, 4))),
    ] {
        let recurrence = recurrence(rule, RecurrenceMode::CatchUp);
        assert_eq!(
            recurrence.first_on_or_after(date(2026, 11, 22)),
            expected,
            "{rule}"
        );
    }
}

#[test]
fn rules_without_occurrences_come_to_an_end_quickly() {
    let never = Recurrence {
        strict: true,
        ..recurrence(
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            RecurrenceMode::CatchUp,
        )
    };
    assert_eq!(never.first_on_or_after(date(2026, 11, 22)), None);
    assert_eq!(
        recurrence("FREQ=YEARLY;BYDAY=MO;BYSETPOS=366", RecurrenceMode::CatchUp)
            .first_on_or_after(date(2026, 1, 1)),
        None
    );
}

#[test]
fn a_rule_must_take_place_from_the_due_date_on() {
    let due = datetime(2026, 11, 22, 9, 0, 0, 0);
    let check = |rule: &str, strict| {
        let recurrence = Recurrence {
            strict,
            ..recurrence(rule, RecurrenceMode::CatchUp)
        };
        recurrence.check_from(due).map_err(|error| error.0)
    };
    for rule in [
        "FREQ=DAILY",
        "FREQ=DAILY;COUNT=1",
        "FREQ=DAILY;UNTIL=20261122",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    ] {
        assert_eq!(check(rule, true), Ok(()), "{rule}");
    }
    // The last day of February stands in for the 30th.
    assert_eq!(check("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", false), Ok(()));
    for (rule, why) in [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never"),
        ("FREQ=YEARLY;BYDAY=MO;BYSETPOS=366", "never"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO", "never"),
        ("FREQ=DAILY;UNTIL=20200101", "ends before"),
        ("FREQ=DAILY;UNTIL=20261122T080000", "ends before"),
    ] {
        let refusal = check(rule, true).unwrap_err();
        assert!(refusal.contains(why), "{rule}: {refusal}");
    }
}

#[test]
fn json_keeps_old_values_readable() {
    let json = r#"{"rrule":"FREQ=WEEKLY;BYDAY=TU","mode":"catch_up"}"#;
    let recurrence: Recurrence = serde_json::from_str(json).unwrap();
    assert!(!recurrence.strict);
    assert_eq!(serde_json::to_string(&recurrence).unwrap(), json);
}
