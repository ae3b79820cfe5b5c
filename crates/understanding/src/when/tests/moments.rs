//! The same words at other moments, in other places, in other locales.

use super::{meaning, moment};

/// When, where, in which locale, what was said, what it means.
type Case = (&'static str, &'static str, &'static str, &'static str);

fn check(zone: &str, cases: &[Case]) {
    for (now, locale, text, expected) in cases {
        let moment = moment(now, zone, locale);
        assert_eq!(
            meaning(text, &moment),
            *expected,
            "{text:?} at {now} in {zone}, {locale}"
        );
    }
}

#[test]
fn a_weekday_said_on_that_day_is_today_only_with_a_time_to_come() {
    let friday = "2026-11-27T10:00:00";
    check(
        "Europe/Berlin",
        &[
            (friday, "en", "friday", "2026-12-04"),
            (friday, "en", "this friday", "2026-12-04"),
            (friday, "en", "next friday", "2026-12-04"),
            (friday, "en", "last friday", "2026-11-20"),
            (friday, "en", "friday 3pm", "2026-11-27T15:00"),
            (friday, "en", "friday at 9", "2026-12-04T09:00"),
            (friday, "en", "friday morning", "2026-12-04T09:00"),
            (friday, "en", "friday night", "2026-11-27T20:00"),
            (
                friday,
                "en",
                "every friday",
                "FREQ=WEEKLY;BYDAY=FR @ 2026-11-27",
            ),
            (
                friday,
                "en",
                "every friday at 9",
                "FREQ=WEEKLY;BYDAY=FR @ 2026-12-04T09:00",
            ),
            (friday, "en", "a week from friday", "2026-12-11"),
        ],
    );
}

#[test]
fn next_means_next_week_and_weeks_begin_where_the_locale_says() {
    let monday = "2026-11-23T10:00:00";
    let sunday = "2026-11-22T10:00:00";
    check(
        "Europe/Berlin",
        &[
            (monday, "en", "this week", "2026-11-23 week"),
            (monday, "en", "next week", "2026-11-30 week"),
            (monday, "en", "next monday", "2026-11-30"),
            (monday, "en", "next sunday", "2026-12-06"),
            (monday, "en-US", "next sunday", "2026-11-29"),
            (monday, "en", "friday", "2026-11-27"),
            (monday, "en", "next friday", "2026-12-04"),
            (monday, "en", "friday next week", "2026-12-04"),
            (sunday, "en", "this week", "2026-11-16 week"),
            (sunday, "en-US", "this week", "2026-11-22 week"),
            (sunday, "en", "next friday", "2026-11-27"),
            (sunday, "en-US", "next friday", "2026-12-04"),
            (sunday, "en", "end of the week", "2026-11-22"),
            (
                sunday,
                "en-US",
                "every other tuesday",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU @ 2026-11-24",
            ),
        ],
    );
}

#[test]
fn a_time_that_is_past_means_tomorrow() {
    let evening = "2026-11-22T18:30:00";
    let ten = "2026-11-22T10:00:00";
    check(
        "Europe/Berlin",
        &[
            (evening, "en", "at 5", "2026-11-23T17:00"),
            (evening, "en", "at 7", "2026-11-23T07:00"),
            (evening, "en", "7pm", "2026-11-22T19:00"),
            (evening, "en", "noon", "2026-11-23T12:00"),
            (evening, "en", "midnight", "2026-11-23T00:00"),
            (evening, "en", "in the morning", "2026-11-23T09:00"),
            (evening, "en", "by 5", "..2026-11-23T17:00"),
            (
                evening,
                "en",
                "every day at 9",
                "FREQ=DAILY @ 2026-11-23T09:00",
            ),
            (evening, "en", "today at 5", "2026-11-22T17:00"),
            (ten, "en", "today at 9", "2026-11-22T21:00"),
            (ten, "en", "this morning", "2026-11-22T09:00"),
            ("2026-11-22T21:30:00", "en", "tonight", "2026-11-22T22:00"),
            (
                "2026-11-22T23:20:00",
                "en",
                "this evening",
                "2026-11-22T23:59",
            ),
            (
                "2026-11-22T23:20:00",
                "en",
                "tonight at 1",
                "2026-11-23T01:00",
            ),
        ],
    );
}

#[test]
fn months_and_years_come_around() {
    let new_years_eve = "2026-12-31T09:00:00";
    check(
        "Europe/Berlin",
        &[
            (new_years_eve, "en", "tomorrow", "2027-01-01"),
            (new_years_eve, "en", "3 december", "2027-12-03"),
            (new_years_eve, "en", "december 31", "2026-12-31"),
            (new_years_eve, "en", "next month", "2027-01-01 month"),
            (new_years_eve, "en", "next year", "2027-01-01 year"),
            (new_years_eve, "en", "christmas", "2027-12-25"),
            (new_years_eve, "en", "in october", "2027-10-01 month"),
            (new_years_eve, "en", "3 march next year", "2027-03-03"),
            ("2027-02-01T09:00:00", "en", "on the 31st", "2027-03-31"),
            ("2027-01-31T09:00:00", "en", "in a month", "2027-02-28"),
            (
                "2027-01-31T09:00:00",
                "en",
                "monthly",
                "FREQ=MONTHLY;BYMONTHDAY=31 @ 2027-01-31",
            ),
            (
                "2027-01-31T09:00:00",
                "en",
                "every 2 months",
                "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31 @ 2027-01-31",
            ),
            (
                "2028-02-29T09:00:00",
                "en",
                "every year",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 @ 2028-02-29",
            ),
            (
                "2028-02-10T09:00:00",
                "en",
                "end of the month",
                "2028-02-29",
            ),
            (
                "2026-11-28T09:00:00",
                "en",
                "the last friday of the month",
                "2026-12-25",
            ),
            ("2026-11-20T09:00:00", "en", "mid november", "2027-11-15"),
        ],
    );
}

#[test]
fn the_locale_decides_the_order_of_day_and_month() {
    let now = "2026-11-22T09:00:00";
    check(
        "Europe/London",
        &[
            (now, "en", "4/7", "2027-04-07"),
            (now, "en-US", "4/7", "2027-04-07"),
            (now, "en-GB", "4/7", "2027-07-04"),
            (now, "en-GB", "10/7/2027", "2027-07-10"),
            (now, "en-GB", "10/7/27", "2027-07-10"),
            (now, "en-GB", "12/25", "2026-12-25"),
            (now, "en", "25/12", "2026-12-25"),
            (now, "en", "3.12.2026", "2026-12-03"),
            (now, "en", "3-12-2026", "2026-03-12"),
            (now, "en-GB", "24/7", "none"),
        ],
    );
}

#[test]
fn missing_times_move_forward_and_hours_are_hours_that_pass() {
    check(
        "Europe/Berlin",
        &[
            (
                "2027-03-27T12:00:00",
                "en",
                "tomorrow 02:30",
                "2027-03-28T03:30",
            ),
            (
                "2027-03-27T12:00:00",
                "en",
                "in 24 hours",
                "2027-03-28T13:00",
            ),
            ("2027-03-27T12:00:00", "en", "in 1 day", "2027-03-28"),
            (
                "2027-03-27T12:00:00",
                "en",
                "tomorrow at noon",
                "2027-03-28T12:00",
            ),
            (
                "2027-10-30T12:00:00",
                "en",
                "tomorrow at 02:30",
                "2027-10-31T02:30",
            ),
            (
                "2027-10-30T12:00:00",
                "en",
                "in 24 hours",
                "2027-10-31T11:00",
            ),
            (
                "2026-11-22T09:00:00",
                "en",
                "2026-11-27T17:00:00Z",
                "2026-11-27T18:00",
            ),
            (
                "2026-11-22T09:00:00",
                "en",
                "2026-11-27T17:00:00+05:30",
                "2026-11-27T12:30",
            ),
        ],
    );
    check(
        "America/Nuuk",
        &[(
            "2027-03-27T12:00:00",
            "en",
            "tonight at 23:30",
            "2027-03-28T00:30",
        )],
    );
    check(
        "America/Santiago",
        &[
            ("2027-09-04T12:00:00", "en", "tomorrow", "2027-09-05"),
            (
                "2027-09-04T12:00:00",
                "en",
                "tomorrow at 00:00",
                "2027-09-05T01:00",
            ),
        ],
    );
    check(
        "Australia/Lord_Howe",
        &[(
            "2027-10-02T12:00:00",
            "en",
            "tomorrow at 02:15",
            "2027-10-03T02:45",
        )],
    );
    check(
        "Asia/Kolkata",
        &[(
            "2027-03-27T12:00:00",
            "en",
            "tomorrow 02:30",
            "2027-03-28T02:30",
        )],
    );
}
