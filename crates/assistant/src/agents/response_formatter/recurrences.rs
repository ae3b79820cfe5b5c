//! Recurrences in words: `every 2 weeks on Tue, Thu`.

use jiff::civil::{Date, Weekday};
use tasktalk_domain::{
    Recurrence, RecurrenceMode,
    recurrence::{Frequency, RuleDay, RuleEnd, RuleParts},
};

/// Says how a task repeats. What can't be said shortly is left out; the rule itself stands in the tool's result.
pub(super) fn describe(recurrence: &Recurrence) -> String {
    let rule = recurrence.rule.parts();
    let mut text = vec![every(rule)];
    if !rule.months.is_empty() {
        let months = rule.months.iter().map(|month| month_name(*month));
        text.push(format!(" in {}", join(months)));
    }
    if !rule.month_days.is_empty() {
        let days = rule.month_days.iter().map(|day| match *day {
            -1 => "last day".to_owned(),
            day if day < 0 => format!("{} last day", ordinal(day.unsigned_abs())),
            day => ordinal(day.unsigned_abs()),
        });
        text.push(format!(" on the {}", join(days)));
    }
    if !rule.days.is_empty() && !is_every_weekday(rule) {
        text.push(format!(
            " on {}",
            join(rule.days.iter().copied().map(day_name))
        ));
    }
    match rule.end {
        None => {}
        Some(RuleEnd::Count(times)) => text.push(format!(", {times} times")),
        Some(RuleEnd::On(date)) => text.push(until(date)),
        Some(RuleEnd::At { time, .. }) => text.push(until(time.date())),
    }
    match recurrence.mode {
        RecurrenceMode::CatchUp => {}
        RecurrenceMode::Fixed => text.push(", also those that were missed".to_owned()),
        RecurrenceMode::AfterCompletion => {
            text.push(", counted from when it was done".to_owned());
        }
    }
    text.concat()
}

fn until(date: Date) -> String {
    format!(", until {}", date.strftime("%-d %b %Y"))
}

fn every(rule: &RuleParts) -> String {
    if is_every_weekday(rule) {
        return "every weekday".to_owned();
    }
    let unit = match rule.frequency {
        Frequency::Daily => "day",
        Frequency::Weekly => "week",
        Frequency::Monthly => "month",
        Frequency::Yearly => "year",
    };
    match rule.interval {
        1 => format!("every {unit}"),
        interval => format!("every {interval} {unit}s"),
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

fn day_name(day: RuleDay) -> String {
    let name = match day.weekday {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    };
    match day.ordinal {
        0 => name.to_owned(),
        -1 => format!("the last {name}"),
        place if place < 0 => format!("the {} last {name}", ordinal(place.unsigned_abs())),
        place => format!("the {} {name}", ordinal(place.unsigned_abs())),
    }
}

fn month_name(month: i8) -> String {
    const NAMES: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    usize::try_from(month)
        .ok()
        .and_then(|month| NAMES.get(month.checked_sub(1)?))
        .map_or_else(|| month.to_string(), |name| (*name).to_owned())
}

fn ordinal(number: u8) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn join(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(describe(&recurrence), words, "{rule}");
        }
    }
}
