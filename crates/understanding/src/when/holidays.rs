//! The dates of holidays that follow a rule.

use jiff::civil::Date;

use super::{calendar::plus_days, vocabulary::Holiday};

/// The day of a holiday in a year.
pub(super) fn date(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed(month, day) => Date::new(year, month, day).ok(),
        Holiday::Nth(n, weekday, month, days) => {
            let month = Date::new(year, month, 1).ok()?;
            plus_days(month.nth_weekday_of_month(n, weekday).ok()?, days)
        }
        Holiday::Easter(days) => plus_days(easter(year)?, days),
    }
}

/// Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let correction = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let sum = epact + to_sunday - 7 * late + 114;
    let (month, day) = (
        i8::try_from(sum / 31).ok()?,
        i8::try_from(sum % 31 + 1).ok()?,
    );
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

    use super::*;

    #[test]
    fn easter_falls_where_the_calendar_says() {
        for (year, expected) in [
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2024, "2024-03-31"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), expected);
        }
    }

    #[test]
    fn rules_of_weekdays_count_within_their_month() {
        let thanksgiving = Holiday::Nth(4, Weekday::Thursday, 11, 0);
        assert_eq!(date(thanksgiving, 2026).unwrap().to_string(), "2026-11-26");
        let memorial_day = Holiday::Nth(-1, Weekday::Monday, 5, 0);
        assert_eq!(date(memorial_day, 2027).unwrap().to_string(), "2027-05-31");
    }
}
