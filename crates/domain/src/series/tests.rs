use jiff::civil::{date, datetime};

use super::*;
use crate::Zone;

fn series(rule: &str, mode: RecurrenceMode, due: Due) -> Series {
    Series {
        recurrence: Recurrence::new(rule.parse().unwrap(), mode),
        due,
        exceptions: Exceptions::default(),
    }
}

fn catching_up(rule: &str, due: Due) -> Series {
    series(rule, RecurrenceMode::CatchUp, due)
}

fn on(day: i8) -> Due {
    Due::on(date(2026, 11, day))
}

fn at(day: i8, hour: i8) -> Due {
    let berlin = Zone::parse("Europe/Berlin").unwrap();
    Due::at(datetime(2026, 11, day, hour, 0, 0, 0), berlin)
}

/// Noon of a day in November 2026; the 2nd, 9th, 16th, 23rd and 30th are Mondays.
fn noon(day: i8) -> DateTime {
    datetime(2026, 11, day, 12, 0, 0, 0)
}

/// The days on which the next few occurrences are due when each is completed at noon of its day.
fn days(series: &Series, count: usize) -> Vec<i8> {
    let mut here = series.clone();
    let mut days = Vec::new();
    while days.len() < count {
        days.push(here.due.date().day());
        let Some(next) = here.after(here.due.date().at(12, 0, 0, 0)) else {
            break;
        };
        here = next;
    }
    days
}

fn slots(series: &Series, from: i8, to: i8) -> Vec<(i8, i8)> {
    let found = series.within(date(2026, 11, from), date(2026, 11, to));
    let day = |due: &Due| due.date().day();
    found
        .iter()
        .map(|one| (day(&one.slot), day(&one.due)))
        .collect()
}

#[test]
fn a_moved_occurrence_does_not_move_the_series() {
    for mode in [RecurrenceMode::CatchUp, RecurrenceMode::Fixed] {
        for to in [1, 5, 6] {
            let weekly = series("FREQ=WEEKLY", mode, at(2, 7));
            let moved = weekly
                .moving(date(2026, 11, 2), at(to, 18), noon(1))
                .unwrap();
            assert_eq!((&moved.due, moved.slot()), (&at(to, 18), &at(2, 7)));
            let next = moved.after(noon(to)).unwrap();
            assert_eq!((&next.due, next.slot()), (&at(9, 7), &at(9, 7)));
            assert!(next.exceptions.is_empty());
        }
    }
}

#[test]
fn moved_back_to_its_slot_nothing_is_remembered() {
    let weekly = catching_up("FREQ=WEEKLY", at(2, 7));
    let slot = date(2026, 11, 2);
    let moved = weekly.moving(slot, at(4, 7), noon(1)).unwrap();
    assert_eq!(moved.moving(slot, at(2, 7), noon(1)), Some(weekly));
}

#[test]
fn one_moved_past_the_next_slot_goes_on_after_the_day_it_was_done() {
    let daily = catching_up("FREQ=DAILY", on(2));
    let moved = daily.moving(date(2026, 11, 2), on(5), noon(2)).unwrap();
    assert_eq!(moved.after(noon(5)).unwrap().due, on(6));
}

#[test]
fn later_occurrences_are_moved_and_left_out_ahead_of_time() {
    let gym = catching_up("FREQ=WEEKLY;BYDAY=MO,WE,FR", on(2));
    let without_wednesday = gym.without(&[date(2026, 11, 4)], noon(2)).unwrap();
    assert_eq!(days(&without_wednesday, 4), [2, 6, 9, 11]);
    let friday_on_saturday = without_wednesday
        .moving(date(2026, 11, 6), on(7), noon(2))
        .unwrap();
    assert_eq!(days(&friday_on_saturday, 4), [2, 7, 9, 11]);
    let none_this_week = friday_on_saturday
        .without(&[date(2026, 11, 2), date(2026, 11, 6)], noon(2))
        .unwrap();
    assert_eq!(days(&none_this_week, 2), [9, 11]);
    assert!(none_this_week.exceptions.is_empty());
}

#[test]
fn catching_up_does_not_pass_over_what_was_moved_to_a_time_still_to_come() {
    let gym = catching_up("FREQ=WEEKLY;BYDAY=MO,WE,FR", on(2));
    let moved = gym.moving(date(2026, 11, 4), on(8), noon(2)).unwrap();
    let late = moved.after(noon(7)).unwrap();
    assert_eq!((late.due.clone(), late.slot().clone()), (on(8), on(4)));
    assert_eq!(late.after(noon(8)).unwrap().due, on(9));
}

#[test]
fn an_overdue_occurrence_stands_for_all_up_to_today() {
    let daily = catching_up("FREQ=DAILY", at(2, 18));
    let today = date(2026, 11, 5);
    assert_eq!(daily.without(&[today], noon(5)).unwrap().due, at(6, 18));
    let moved = daily.moving(today, at(5, 20), noon(5)).unwrap();
    assert_eq!((&moved.due, moved.slot()), (&at(5, 20), &at(5, 18)));
    // One that keeps to its schedule still owes the days before.
    let fixed = series("FREQ=DAILY", RecurrenceMode::Fixed, at(2, 18));
    assert_eq!(fixed.without(&[today], noon(5)).unwrap().due, at(2, 18));
}

#[test]
fn occurrences_are_found_by_the_day_where_they_are_and_by_that_of_their_slot() {
    let gym = catching_up("FREQ=WEEKLY;BYDAY=MO,WE,FR", on(2))
        .moving(date(2026, 11, 6), on(7), noon(2))
        .unwrap();
    assert_eq!(slots(&gym, 2, 8), [(2, 2), (4, 4), (6, 7)]);
    assert_eq!(slots(&gym, 7, 7), [(6, 7)]);
    assert_eq!(slots(&gym, 6, 6), [(6, 7)]);
    assert_eq!(slots(&gym, 3, 3), []);
    let counted = catching_up("FREQ=DAILY;COUNT=3", on(2));
    assert_eq!(slots(&counted, 1, 30), [(2, 2), (3, 3), (4, 4)]);
    let anew = series(
        "FREQ=DAILY;INTERVAL=3",
        RecurrenceMode::AfterCompletion,
        on(2),
    );
    assert_eq!(slots(&anew, 1, 30), [(2, 2)]);
}

#[test]
fn leaving_out_all_that_is_left_ends_the_series() {
    let twice = catching_up("FREQ=DAILY;COUNT=2", on(2));
    let (first, second) = (date(2026, 11, 2), date(2026, 11, 3));
    assert_eq!(twice.without(&[first, second], noon(2)), None);
    let only_once = twice.without(&[second], noon(2)).unwrap();
    assert_eq!(only_once.after(noon(2)), None);
}

#[test]
fn the_last_day_of_the_month_is_not_forgotten_when_an_occurrence_moves() {
    let rent = catching_up("FREQ=MONTHLY;BYMONTHDAY=31", on(30));
    let moved = rent.moving(date(2026, 11, 30), on(27), noon(20)).unwrap();
    let next = moved.after(noon(27)).unwrap();
    assert_eq!(next.due, Due::on(date(2026, 12, 31)));
}

#[test]
fn after_a_completion_the_time_of_day_is_the_slots() {
    let plants = series(
        "FREQ=DAILY;INTERVAL=3",
        RecurrenceMode::AfterCompletion,
        at(2, 9),
    );
    let moved = plants
        .moving(date(2026, 11, 2), at(3, 20), noon(2))
        .unwrap();
    assert_eq!(moved.after(noon(4)).unwrap().due, at(7, 9));
}
