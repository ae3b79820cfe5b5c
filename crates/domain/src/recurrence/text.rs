//! A rule as RFC 5545 text: read in any order and case, written in one.

use std::{fmt, str::FromStr};

use jiff::civil::{Date, Time, Weekday};

use super::rule::{Frequency, InvalidRule, Rule, RuleDay, RuleEnd, RuleParts};

/// Longer texts are refused unread.
const TEXT_LIMIT: usize = 500;
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];
const FREQUENCIES: [(&str, Frequency); 4] = [
    ("DAILY", Frequency::Daily),
    ("WEEKLY", Frequency::Weekly),
    ("MONTHLY", Frequency::Monthly),
    ("YEARLY", Frequency::Yearly),
];

impl FromStr for Rule {
    type Err = InvalidRule;

    /// Reads `FREQ=WEEKLY;BYDAY=TU`: parts in any order and case, with or without `RRULE:` before them.
    fn from_str(text: &str) -> Result<Self, InvalidRule> {
        let refuse = |sentence: String| Err(InvalidRule(sentence));
        if text.len() > TEXT_LIMIT {
            return refuse(format!(
                "A recurrence rule has at most {TEXT_LIMIT} characters"
            ));
        }
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix("RRULE:").unwrap_or(&text);
        let mut parts = RuleParts::new(Frequency::Daily);
        let mut seen: Vec<&str> = Vec::new();
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let Some((name, value)) = part.split_once('=') else {
                return refuse(format!(
                    "A recurrence rule looks like FREQ=WEEKLY;BYDAY=TU; '{}' has no '='",
                    shortened(part)
                ));
            };
            if seen.contains(&name) {
                return refuse(format!("{} stands twice in the rule", shortened(name)));
            }
            seen.push(name);
            match name {
                "FREQ" => parts.frequency = frequency(value)?,
                "INTERVAL" => {
                    parts.interval = number(value)
                        .ok_or_else(|| InvalidRule("INTERVAL must be 1 to 999".to_owned()))?;
                }
                "BYMONTH" => parts.months = list(name, value, number)?,
                "BYMONTHDAY" => parts.month_days = list(name, value, number)?,
                "BYDAY" => parts.days = list(name, value, rule_day)?,
                "BYSETPOS" => parts.positions = list(name, value, number)?,
                "WKST" => {
                    parts.week_start = weekday(value)
                        .ok_or_else(|| InvalidRule("WKST must be a day such as MO".to_owned()))?;
                }
                "COUNT" | "UNTIL" if parts.end.is_some() => {
                    return refuse("A rule ends by COUNT or by UNTIL, not both".to_owned());
                }
                "COUNT" => {
                    let count = number(value)
                        .ok_or_else(|| InvalidRule("COUNT must be 1 to 9999".to_owned()))?;
                    parts.end = Some(RuleEnd::Count(count));
                }
                "UNTIL" => parts.end = Some(until(value)?),
                _ => {
                    return refuse(format!(
                        "{} is not supported. Use FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, COUNT, \
                         UNTIL and WKST",
                        shortened(name)
                    ));
                }
            }
        }
        if !seen.contains(&"FREQ") {
            return refuse(
                "A recurrence rule needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY".to_owned(),
            );
        }
        Self::new(parts)
    }
}

fn frequency(value: &str) -> Result<Frequency, InvalidRule> {
    FREQUENCIES
        .iter()
        .find(|(name, _)| *name == value)
        .map(|&(_, frequency)| frequency)
        .ok_or_else(|| {
            InvalidRule(format!(
                "FREQ={} is not supported. Use DAILY, WEEKLY, MONTHLY or YEARLY",
                shortened(value)
            ))
        })
}

fn list<T>(
    name: &str,
    value: &str,
    item: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, InvalidRule> {
    value
        .split(',')
        .map(|text| {
            item(text).ok_or_else(|| {
                InvalidRule(format!("{name} has a wrong value '{}'", shortened(text)))
            })
        })
        .collect()
}

fn number<N: FromStr>(text: &str) -> Option<N> {
    text.parse().ok()
}

fn weekday(text: &str) -> Option<Weekday> {
    WEEKDAYS
        .iter()
        .find(|(name, _)| *name == text)
        .map(|&(_, weekday)| weekday)
}

fn rule_day(text: &str) -> Option<RuleDay> {
    let (ordinal, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    Some(RuleDay {
        ordinal: match ordinal {
            "" => 0,
            _ => number(ordinal).filter(|&n: &i8| n != 0)?,
        },
        weekday: weekday(name)?,
    })
}

/// Reads `20261231`, `20261231T180000` or `20261231T180000Z`.
fn until(value: &str) -> Result<RuleEnd, InvalidRule> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (date, time) = match value.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (value, None),
    };
    let end = || {
        if date.len() != 8 || !digits(date) {
            return None;
        }
        let date = Date::new(
            number(&date[..4])?,
            number(&date[4..6])?,
            number(&date[6..])?,
        )
        .ok()?;
        let Some(time) = time else {
            return Some(RuleEnd::On(date));
        };
        let clock = time.strip_suffix('Z').unwrap_or(time);
        if clock.len() != 6 || !digits(clock) {
            return None;
        }
        let clock = Time::new(
            number(&clock[..2])?,
            number(&clock[2..4])?,
            number(&clock[4..])?,
            0,
        )
        .ok()?;
        Some(RuleEnd::At {
            time: date.to_datetime(clock),
            utc: time.ends_with('Z'),
        })
    };
    end().ok_or_else(|| {
        InvalidRule(format!(
            "UNTIL={} is no date. Use UNTIL=20261231",
            shortened(value)
        ))
    })
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.parts();
        write!(f, "FREQ={}", parts.frequency)?;
        if parts.interval != 1 {
            write!(f, ";INTERVAL={}", parts.interval)?;
        }
        joined(f, "BYMONTH", &parts.months)?;
        joined(f, "BYMONTHDAY", &parts.month_days)?;
        joined(f, "BYDAY", &parts.days)?;
        joined(f, "BYSETPOS", &parts.positions)?;
        match parts.end {
            None => {}
            Some(RuleEnd::Count(count)) => write!(f, ";COUNT={count}")?,
            Some(RuleEnd::On(date)) => write!(f, ";UNTIL={}", date.strftime("%Y%m%d"))?,
            Some(RuleEnd::At { time, utc }) => {
                let z = if utc { "Z" } else { "" };
                write!(f, ";UNTIL={}{z}", time.strftime("%Y%m%dT%H%M%S"))?;
            }
        }
        if parts.week_start != Weekday::Monday {
            write!(f, ";WKST={}", weekday_name(parts.week_start))?;
        }
        Ok(())
    }
}

fn joined<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, values: &[T]) -> fmt::Result {
    for (index, value) in values.iter().enumerate() {
        if index == 0 {
            write!(f, ";{name}={value}")?;
        } else {
            write!(f, ",{value}")?;
        }
    }
    Ok(())
}

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Daily => "DAILY",
            Self::Weekly => "WEEKLY",
            Self::Monthly => "MONTHLY",
            Self::Yearly => "YEARLY",
        })
    }
}

impl fmt::Display for RuleDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ordinal != 0 {
            write!(f, "{}", self.ordinal)?;
        }
        f.write_str(weekday_name(self.weekday))
    }
}

fn weekday_name(weekday: Weekday) -> &'static str {
    let index = usize::from(weekday.to_monday_zero_offset().unsigned_abs());
    WEEKDAYS[index].0
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::{
        super::{occurrences::Occurrences, rule::RuleParts},
        *,
    };

    #[test]
    fn any_order_and_case_become_one_text() {
        for (text, canonical) in [
            ("freq=daily", "FREQ=DAILY"),
            (
                "RRULE:BYDAY=th,mo;INTERVAL=1;FREQ=WEEKLY",
                "FREQ=WEEKLY;BYDAY=MO,TH",
            ),
            (
                "FREQ=MONTHLY;BYMONTHDAY=-1,15,15",
                "FREQ=MONTHLY;BYMONTHDAY=15,-1",
            ),
            ("FREQ=MONTHLY;BYDAY=+1MO;", "FREQ=MONTHLY;BYDAY=1MO"),
            (
                "UNTIL=20261231T235959Z;FREQ=YEARLY;BYMONTH=12,3;WKST=SU",
                "FREQ=YEARLY;BYMONTH=3,12;UNTIL=20261231T235959Z;WKST=SU",
            ),
        ] {
            let rule: Rule = text.parse().unwrap();
            assert_eq!(rule.to_string(), canonical);
        }
    }

    #[test]
    fn what_we_cannot_follow_is_refused_with_a_reason() {
        for (text, reason) in [
            ("", "needs FREQ"),
            ("every day", "no '='"),
            ("BYDAY=MO", "needs FREQ"),
            ("FREQ=SECONDLY", "FREQ=SECONDLY is not supported"),
            ("FREQ=HOURLY", "not supported"),
            ("FREQ=DAILY;BYHOUR=9", "BYHOUR is not supported"),
            ("FREQ=DAILY;INTERVAL=0", "INTERVAL must be"),
            ("FREQ=DAILY;INTERVAL=1000", "INTERVAL must be"),
            ("FREQ=DAILY;INTERVAL=99999999999", "INTERVAL must be"),
            ("FREQ=DAILY;FREQ=DAILY", "twice"),
            ("FREQ=DAILY;COUNT=2;UNTIL=20260101", "not both"),
            ("FREQ=DAILY;COUNT=0", "COUNT must be"),
            ("FREQ=DAILY;UNTIL=20260230", "no date"),
            ("FREQ=DAILY;UNTIL=2026-02-03", "no date"),
            ("FREQ=WEEKLY;BYDAY=1MO", "needs FREQ=MONTHLY"),
            ("FREQ=WEEKLY;BYMONTHDAY=3", "weekly rule"),
            ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY must be"),
            ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY must be"),
            ("FREQ=MONTHLY;BYDAY=6MO", "up to 5"),
            ("FREQ=MONTHLY;BYDAY=XX", "wrong value"),
            ("FREQ=MONTHLY;BYDAY=é", "wrong value"),
            ("FREQ=YEARLY;BYMONTH=13", "BYMONTH must be"),
            ("FREQ=DAILY;BYSETPOS=1", "BYSETPOS needs"),
        ] {
            let error = text.parse::<Rule>().unwrap_err();
            assert!(error.0.contains(reason), "{text}: {error}");
        }
        assert!("FREQ=DAILY;".repeat(100).parse::<Rule>().is_err());
    }

    fn any_rule() -> impl Strategy<Value = RuleParts> {
        let frequency = prop_oneof![
            Just(Frequency::Daily),
            Just(Frequency::Weekly),
            Just(Frequency::Monthly),
            Just(Frequency::Yearly)
        ];
        let weekday = (0..7_usize).prop_map(|index| WEEKDAYS[index].1);
        let day = (-5..=5_i8, weekday.clone())
            .prop_map(|(ordinal, weekday)| RuleDay { ordinal, weekday });
        let end = prop_oneof![
            Just(None),
            (1..=9_999_u16).prop_map(|n| Some(RuleEnd::Count(n))),
            (1..=28_i8).prop_map(|day| Date::new(2030, 5, day).ok().map(RuleEnd::On)),
            (0..24_i8, any::<bool>()).prop_map(|(hour, utc)| Some(RuleEnd::At {
                time: jiff::civil::datetime(2030, 5, 6, hour, 7, 8, 0),
                utc
            })),
        ];
        (
            frequency,
            1..=999_u16,
            vec(1..=12_i8, 0..4),
            vec(-31..=31_i8, 0..4),
            vec(day, 0..4),
            vec(-366..=366_i16, 0..2),
            end,
            weekday,
        )
            .prop_map(
                |(frequency, interval, months, month_days, days, positions, end, week_start)| {
                    RuleParts {
                        frequency,
                        interval,
                        months,
                        month_days,
                        days,
                        positions,
                        end,
                        week_start,
                    }
                },
            )
    }

    proptest! {
        #[test]
        fn rules_survive_their_text(parts in any_rule()) {
            if let Ok(rule) = Rule::new(parts) {
                prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,60}|(FREQ|BYDAY|UNTIL|COUNT|INTERVAL)=[A-Z0-9,;=-]{0,30}") {
            let _ = text.parse::<Rule>();
        }

        #[test]
        fn occurrences_only_go_forward(parts in any_rule(), strict: bool, days in 0..9_000_i64) {
            if let Ok(rule) = Rule::new(parts) {
                let start = jiff::civil::date(2020, 1, 1)
                    .checked_add(jiff::Span::new().days(days))
                    .unwrap();
                let mut last = None;
                for day in Occurrences::from(rule.parts(), start, strict).take(8) {
                    prop_assert!(day >= start && last.is_none_or(|last| day > last));
                    last = Some(day);
                }
            }
        }
    }
}
