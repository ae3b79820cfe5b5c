use serde_json::json;

use super::*;
use crate::{Exceptions, Priority, Recurrence, TaskTitle};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn task(due: &str, zone: &str, rule: Option<&str>) -> Task {
    Task {
        id: TaskId::try_from(1).unwrap(),
        title: TaskTitle::parse("Call mum").unwrap(),
        description: None,
        completed_at: None,
        due: Some(Due::at(due.parse().unwrap(), Zone::parse(zone).unwrap())),
        recurrence: rule
            .map(|rule| Recurrence::new(rule.parse().unwrap(), RecurrenceMode::CatchUp)),
        exceptions: Exceptions::default(),
        priority: Priority::None,
        tags: Vec::new(),
        created_at: at("2026-11-01T00:00:00Z"),
        updated_at: at("2026-11-01T00:00:00Z"),
        version: 1,
        deleted_at: None,
    }
}

/// The instants at which a task reminds from now on, the clock going on to each of them.
fn instants(task: &Task, setting: ReminderSetting, now: &str, count: usize) -> Vec<String> {
    let mut now = at(now);
    let mut found: Vec<Timestamp> = Vec::new();
    while found.len() < count {
        let next = upcoming(task, setting, now)
            .iter()
            .map(|one| setting.fires_at(one.due_at, now))
            .filter(|fires_at| *fires_at > now)
            .min();
        let Some(next) = next else { break };
        found.push(next);
        now = next;
    }
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn a_due_time_reminds_and_a_whole_day_does_not() {
    let now = at("2026-11-22T09:00:00Z");
    let timed = task("2026-11-23T17:00:00", "Europe/Berlin", None);
    let found = upcoming(&timed, ReminderSetting::AtTime, now);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].due_at, at("2026-11-23T16:00:00Z"));
    let text = "2026-11-23T17:00:00[Europe/Berlin]";
    assert_eq!(found[0].occurrence.to_string(), text);
    assert_eq!(
        OccurrenceTime::parse(text),
        Some(found[0].occurrence.clone())
    );

    let day = Task {
        due: Some(Due::on("2026-11-23".parse().unwrap())),
        ..timed.clone()
    };
    let done = Task {
        completed_at: Some(now),
        ..timed.clone()
    };
    let deleted = Task {
        deleted_at: Some(now),
        ..timed.clone()
    };
    for silent in [&day, &done, &deleted] {
        assert_eq!(upcoming(silent, ReminderSetting::AtTime, now), []);
        assert!(!has_same_times(silent, &timed));
    }
    assert!(has_same_times(&day, &done));
    let renamed = Task {
        title: TaskTitle::parse("Call dad").unwrap(),
        ..timed.clone()
    };
    assert!(has_same_times(&renamed, &timed));
}

#[test]
fn the_time_before_is_kept_unless_it_has_passed() {
    let due = at("2026-11-22T09:30:00Z");
    let before = ReminderSetting::Before(10);
    assert_eq!(
        before.fires_at(due, at("2026-11-22T09:00:00Z")),
        at("2026-11-22T09:20:00Z")
    );
    assert_eq!(before.fires_at(due, at("2026-11-22T09:25:00Z")), due);
    assert_eq!(
        before.fires_at(due, at("2026-11-22T10:00:00Z")),
        at("2026-11-22T09:20:00Z")
    );
    assert_eq!(
        ReminderSetting::AtTime.fires_at(due, at("2026-11-22T09:00:00Z")),
        due
    );
}

#[test]
fn every_occurrence_reminds_at_its_local_time_across_the_changes_of_the_clock() {
    for (due, zone, now, expected) in [
        // 2027-03-28 02:00 → 03:00: the time that is missing moves forward by the gap.
        (
            "2027-03-27T02:30:00",
            "Europe/Berlin",
            "2027-03-26T12:00:00Z",
            [
                "2027-03-27T01:30:00Z",
                "2027-03-28T01:30:00Z",
                "2027-03-29T00:30:00Z",
            ],
        ),
        // 2027-10-31 03:00 → 02:00: the time that comes twice reminds once, the first time.
        (
            "2027-10-30T02:30:00",
            "Europe/Berlin",
            "2027-10-29T12:00:00Z",
            [
                "2027-10-30T00:30:00Z",
                "2027-10-31T00:30:00Z",
                "2027-11-01T01:30:00Z",
            ],
        ),
        (
            "2027-03-13T09:00:00",
            "America/New_York",
            "2027-03-13T12:00:00Z",
            [
                "2027-03-13T14:00:00Z",
                "2027-03-14T13:00:00Z",
                "2027-03-15T13:00:00Z",
            ],
        ),
        (
            "2027-11-06T09:00:00",
            "America/New_York",
            "2027-11-06T12:00:00Z",
            [
                "2027-11-06T13:00:00Z",
                "2027-11-07T14:00:00Z",
                "2027-11-08T14:00:00Z",
            ],
        ),
        // A day that begins at one o'clock.
        (
            "2027-09-04T00:00:00",
            "America/Santiago",
            "2027-09-03T12:00:00Z",
            [
                "2027-09-04T04:00:00Z",
                "2027-09-05T04:00:00Z",
                "2027-09-06T03:00:00Z",
            ],
        ),
        // Half an hour.
        (
            "2027-10-02T02:15:00",
            "Australia/Lord_Howe",
            "2027-10-01T12:00:00Z",
            [
                "2027-10-01T15:45:00Z",
                "2027-10-02T15:45:00Z",
                "2027-10-03T15:15:00Z",
            ],
        ),
    ] {
        let daily = task(due, zone, Some("FREQ=DAILY"));
        assert_eq!(
            instants(&daily, ReminderSetting::AtTime, now, 3),
            expected,
            "{zone} {due}"
        );
    }
    let once = task("2027-03-27T23:30:00", "America/Nuuk", None);
    assert_eq!(
        instants(&once, ReminderSetting::AtTime, "2027-03-27T12:00:00Z", 2),
        ["2027-03-28T01:30:00Z"]
    );
}

#[test]
fn a_long_time_before_a_short_interval_leaves_no_occurrence_out() {
    let daily = task("2026-11-25T09:00:00", "UTC", Some("FREQ=DAILY"));
    let two_days = ReminderSetting::Before(2 * 24 * 60);
    assert_eq!(
        instants(&daily, two_days, "2026-11-22T09:00:00Z", 4),
        [
            "2026-11-23T09:00:00Z",
            "2026-11-24T09:00:00Z",
            "2026-11-25T09:00:00Z",
            "2026-11-26T09:00:00Z"
        ]
    );
}

#[test]
fn occurrences_that_were_skipped_or_moved_are_reminded_of_where_they_are() {
    let mut weekly = task("2026-11-20T15:00:00", "UTC", Some("FREQ=WEEKLY;BYDAY=FR"));
    weekly.exceptions = serde_json::from_value(json!({
        "moved_from": {"date_time": "2026-11-20T14:00:00", "timezone": "UTC"},
        "later": [
            {"slot": "2026-11-27", "to": null},
            {"slot": "2026-12-04", "to": {"date_time": "2026-12-03T08:00:00", "timezone": "UTC"}},
            {"slot": "2026-12-11", "to": {"date": "2026-12-12"}},
        ],
    }))
    .unwrap();
    assert_eq!(
        instants(&weekly, ReminderSetting::AtTime, "2026-11-19T00:00:00Z", 3),
        [
            "2026-11-20T15:00:00Z",
            "2026-12-03T08:00:00Z",
            "2026-12-18T14:00:00Z"
        ]
    );
}

#[test]
fn a_series_reminds_to_its_end_and_what_counts_from_completion_waits_for_it() {
    let thrice = task("2026-11-20T15:00:00", "UTC", Some("FREQ=DAILY;COUNT=3"));
    assert_eq!(
        instants(&thrice, ReminderSetting::AtTime, "2026-11-19T00:00:00Z", 9).len(),
        3
    );
    let mut after = task("2026-11-20T15:00:00", "UTC", Some("FREQ=DAILY"));
    after.recurrence.as_mut().unwrap().mode = RecurrenceMode::AfterCompletion;
    assert_eq!(
        instants(&after, ReminderSetting::AtTime, "2026-11-19T00:00:00Z", 9).len(),
        1
    );
    let leap = task("2028-02-29T12:00:00", "UTC", Some("FREQ=YEARLY;INTERVAL=4"));
    assert_eq!(
        instants(&leap, ReminderSetting::AtTime, "2028-03-01T00:00:00Z", 1),
        ["2032-02-29T12:00:00Z"]
    );
}

#[test]
fn settings_are_what_they_can_be() {
    for (json, setting) in [
        (json!({"when": "never"}), ReminderSetting::Never),
        (
            json!({"when": "at_time", "minutes_before": 10}),
            ReminderSetting::AtTime,
        ),
        (
            json!({"when": "before", "minutes_before": 10}),
            ReminderSetting::Before(10),
        ),
    ] {
        assert_eq!(ReminderSetting::parse(&json), Ok(setting));
        assert_eq!(ReminderSetting::of(&json!({"reminders": json})), setting);
    }
    for json in [
        json!("never"),
        json!({}),
        json!({"when": "later"}),
        json!({"when": "before"}),
        json!({"when": "before", "minutes_before": 0}),
        json!({"when": "before", "minutes_before": 10_081}),
        json!({"when": "before", "minutes_before": "10"}),
        json!({"when": "before", "minutes_before": 1.5}),
        json!({"when": "never", "loud": true}),
    ] {
        assert_eq!(
            ReminderSetting::parse(&json),
            Err(InvalidReminderSetting),
            "{json}"
        );
        assert_eq!(
            ReminderSetting::of(&json!({"reminders": json})),
            ReminderSetting::AtTime
        );
    }
    assert_eq!(ReminderSetting::of(&json!({})), ReminderSetting::AtTime);
}

#[test]
fn late_is_what_is_a_minute_late() {
    let fire_at = at("2026-11-22T09:00:00Z");
    assert_eq!(late_by(fire_at, at("2026-11-22T09:00:59Z")), 0);
    assert_eq!(late_by(fire_at, at("2026-11-22T09:01:00Z")), 60);
    assert_eq!(late_by(fire_at, at("2026-11-22T08:00:00Z")), 0);
}
