//! Recurrences in words: `every 2 weeks on Tue, Thu`.

use std::fmt::Display;

use jiff::civil::{Date, Weekday};
use tasktalk_domain::{
    Recurrence, RecurrenceMode,
    recurrence::{Frequency, RuleDay, RuleEnd, RuleParts},
};

use crate::agents::wording::catalogue::{Texts, fill};

/// Says how a task repeats. What can't be said shortly is left out; the rule itself stands in the tool's result.
pub(super) fn describe(texts: &Texts, recurrence: &Recurrence) -> String {
    let rule = recurrence.rule.parts();
    let mut text = vec![every(texts, rule)];
    if !rule.months.is_empty() {
        let months = rule.months.iter().map(|month| month_name(texts, *month));
        text.push(fill(texts.in_months, &[("months", &join(months))]));
    }
    if !rule.month_days.is_empty() {
        let days = rule.month_days.iter().map(|day| match *day {
            -1 => texts.last_day.to_owned(),
            day if day < 0 => fill(
                texts.nth_last_day,
                &[("nth", &(texts.ordinal)(day.unsigned_abs()))],
            ),
            day => (texts.ordinal)(day.unsigned_abs()),
        });
        text.push(fill(texts.on_the, &[("days", &join(days))]));
    }
    if !rule.days.is_empty() && !is_every_weekday(rule) {
        let days = join(rule.days.iter().map(|day| day_name(texts, *day)));
        text.push(fill(texts.on_days, &[("days", &days)]));
    }
    match rule.end {
        None => {}
        Some(RuleEnd::Count(times)) => text.push(fill(texts.times, &[("count", &times)])),
        Some(RuleEnd::On(date)) => text.push(until(texts, date)),
        Some(RuleEnd::At { time, .. }) => text.push(until(texts, time.date())),
    }
    match recurrence.mode {
        RecurrenceMode::CatchUp => {}
        RecurrenceMode::Fixed => text.push(texts.also_missed.to_owned()),
        RecurrenceMode::AfterCompletion => text.push(texts.after_done.to_owned()),
    }
    text.concat()
}

fn until(texts: &Texts, date: Date) -> String {
    let values: &[(&str, &dyn Display)] = &[
        ("day", &date.day()),
        ("month", &month_name(texts, date.month())),
        ("year", &date.year()),
    ];
    fill(texts.until, values)
}

fn every(texts: &Texts, rule: &RuleParts) -> String {
    if is_every_weekday(rule) {
        return texts.every_weekday.to_owned();
    }
    let unit = match rule.frequency {
        Frequency::Daily => 0,
        Frequency::Weekly => 1,
        Frequency::Monthly => 2,
        Frequency::Yearly => 3,
    };
    match rule.interval {
        1 => texts.every_one[unit].to_owned(),
        interval => fill(texts.every_few[unit], &[("count", &interval)]),
    }
}

fn is_every_weekday(rule: &RuleParts) -> bool {
    rule.frequency == Frequency::Weekly
        && rule.interval == 1
        && rule.days.len() == 5
        && rule
            .days
            .iter()
            .all(|day| !matches!(day.weekday, Weekday::Saturday | Weekday::Sunday))
}

fn day_name(texts: &Texts, day: RuleDay) -> String {
    let place = usize::try_from(day.weekday.to_monday_zero_offset()).unwrap_or_default();
    let name = texts.weekdays[place % 7];
    let nth = (texts.ordinal)(day.ordinal.unsigned_abs());
    let form = match day.ordinal {
        0 => return name.to_owned(),
        -1 => texts.last_weekday,
        place if place < 0 => texts.nth_last_weekday,
        _ => texts.nth_weekday,
    };
    fill(form, &[("nth", &nth), ("day", &name)])
}

fn month_name(texts: &Texts, month: i8) -> String {
    usize::try_from(month)
        .ok()
        .and_then(|month| texts.months.get(month.checked_sub(1)?))
        .map_or_else(|| month.to_string(), |name| (*name).to_owned())
}

fn join(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_like_sentences_in_german_too() {
        for (rule, words) in [
            ("FREQ=DAILY", "jeden Tag"),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
                "alle 2 Wochen am Di, Do",
            ),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "jeden Werktag"),
            ("FREQ=MONTHLY;BYMONTHDAY=31", "jeden Monat am 31."),
            ("FREQ=MONTHLY;BYDAY=-1FR", "jeden Monat am letzten Fr"),
            ("FREQ=DAILY;COUNT=5", "jeden Tag, 5 Mal"),
        ] {
            let recurrence = Recurrence::new(rule.parse().unwrap(), RecurrenceMode::CatchUp);
            assert_eq!(describe(Texts::of("de"), &recurrence), words, "{rule}");
        }
    }

    #[test]
    fn rules_read_like_sentences() {
        for (rule, words) in [
            ("FREQ=DAILY", "every day"),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
                "every 2 weeks on Tue, Thu",
            ),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
            ("FREQ=MONTHLY;BYMONTHDAY=31", "every month on the 31st"),
            ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Fri"),
            (
                "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1",
                "every year in Mar on the 1st",
            ),
            ("FREQ=DAILY;COUNT=5", "every day, 5 times"),
        ] {
            let recurrence = Recurrence::new(rule.parse().unwrap(), RecurrenceMode::CatchUp);
            assert_eq!(describe(Texts::of("en"), &recurrence), words, "{rule}");
        }
    }
}
