//! Dates for people: always with the weekday, and with the zone when it isn't the reader's.

use jiff::{Timestamp, civil::Date};
use tasktalk_domain::{Due, Span, SpanKind, Zone};

use super::catalogue::{Texts, fill};

/// Further ahead than this, a date is pointed out: a wrong year is a common slip.
const FAR_AHEAD_DAYS: i64 = 300;

/// `Fri 27 Nov 2026`, `Fri 27 Nov 2026, 15:00`, `Fri 27 Nov 2026, 15:00 (Asia/Tokyo)`.
pub(crate) fn full(due: &Due, reader: &Zone, texts: &Texts) -> String {
    with_time(with_year(due.date(), texts), due, reader)
}

/// Without the year when it is the present one: `Fri 27 Nov`, `Fri 27 Nov, 15:00`.
pub(crate) fn brief(due: &Due, reader: &Zone, today: Date, texts: &Texts) -> String {
    with_time(day(due.date(), today, texts), due, reader)
}

/// A day without its year when that is the present one: `Mon 23 Nov`.
pub(crate) fn day(date: Date, today: Date, texts: &Texts) -> String {
    if date.year() == today.year() {
        without_year(date, texts)
    } else {
        with_year(date, texts)
    }
}

fn with_year(date: Date, texts: &Texts) -> String {
    format!("{} {}", without_year(date, texts), date.year())
}

fn without_year(date: Date, texts: &Texts) -> String {
    let name = |names: &[&'static str], place: i8| {
        let place = usize::try_from(place).unwrap_or_default();
        names.get(place).copied().unwrap_or_default()
    };
    let weekday = name(&texts.weekdays, date.weekday().to_monday_zero_offset());
    let month = name(&texts.months, date.month() - 1);
    fill(
        texts.day,
        &[
            ("weekday", &weekday),
            ("day", &date.day()),
            ("month", &month),
        ],
    )
}

fn with_time(day: String, due: &Due, reader: &Zone) -> String {
    match due {
        Due::Date { .. } => day,
        Due::DateTime {
            date_time,
            timezone,
        } => {
            let time = date_time.strftime("%H:%M");
            if timezone == reader {
                format!("{day}, {time}")
            } else {
                format!("{day}, {time} ({timezone})")
            }
        }
    }
}

/// What a reader should look at twice about a due date that was just set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// It has passed already.
    Past,
    /// The words named no year, and another one than the present was taken.
    GuessedYear(i16),
    /// It is more than 300 days ahead.
    FarAhead,
}

/// Finds what is doubtful about a date, and `spans` are what the date was read from.
pub(crate) fn doubt(
    due: &Due,
    spans: &[Span],
    now: Timestamp,
    reader: &Zone,
    texts: &Texts,
) -> Option<Doubt> {
    let today = reader.local(now).date();
    if due.is_overdue(now, reader) {
        Some(Doubt::Past)
    } else if due.date().year() != today.year() && names_a_day_without_year(spans, texts) {
        Some(Doubt::GuessedYear(due.date().year()))
    } else if days_between(today, due.date()) > FAR_AHEAD_DAYS {
        Some(Doubt::FarAhead)
    } else {
        None
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// "3 March" and "4/7" name a calendar day; "Friday" and "in two weeks" count from today and leave nothing to guess.
fn names_a_day_without_year(spans: &[Span], texts: &Texts) -> bool {
    spans
        .iter()
        .filter(|span| span.kind == SpanKind::Due)
        .any(|span| {
            let text = span.text.to_lowercase();
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            (names_a_month(&text, texts) || is_numeric_day(&text))
                && !words
                    .any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
        })
}

fn names_a_month(text: &str, texts: &Texts) -> bool {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() >= 3)
        .any(|word| {
            let begins = |month: &&str| word.starts_with(&month.to_lowercase());
            texts.months.iter().any(begins)
        })
}

/// `4/7` or `4.7.`, but not `4/7/27`, whose year was said.
fn is_numeric_day(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let parts: Vec<&str> = word
            .split(['/', '.'])
            .filter(|part| !part.is_empty())
            .collect();
        parts.len() == 2
            && parts
                .iter()
                .all(|part| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
            && !word.ends_with(|c: char| c.is_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;

    fn berlin() -> Zone {
        Zone::parse("Europe/Berlin").unwrap()
    }

    fn english() -> &'static Texts {
        Texts::of("en")
    }

    fn span(text: &str) -> Vec<Span> {
        vec![Span {
            start: 0,
            end: text.chars().count(),
            kind: SpanKind::Due,
            text: text.to_owned(),
        }]
    }

    #[test]
    fn a_date_has_its_weekday_and_a_foreign_zone_is_named() {
        let friday = Due::at(datetime(2026, 11, 27, 15, 0, 0, 0), berlin());
        assert_eq!(
            full(&friday, &berlin(), english()),
            "Fri 27 Nov 2026, 15:00"
        );
        assert_eq!(
            full(&friday, &Zone::utc(), english()),
            "Fri 27 Nov 2026, 15:00 (Europe/Berlin)"
        );
        assert_eq!(
            full(&friday, &berlin(), Texts::of("de")),
            "Fr 27. Nov 2026, 15:00"
        );
        let next_year = Due::on(date(2027, 1, 2));
        assert_eq!(
            brief(&next_year, &berlin(), date(2026, 11, 22), english()),
            "Sat 2 Jan 2027"
        );
    }

    #[test]
    fn past_guessed_and_far_dates_are_doubtful() {
        let now = "2026-11-22T09:00:00Z".parse().unwrap();
        let doubt =
            |due: Date, words: &str| doubt(&Due::on(due), &span(words), now, &berlin(), english());
        assert_eq!(doubt(date(2026, 11, 20), "last friday"), Some(Doubt::Past));
        assert_eq!(
            doubt(date(2027, 3, 3), "on 3 March"),
            Some(Doubt::GuessedYear(2027))
        );
        assert_eq!(
            doubt(date(2027, 4, 7), "4/7"),
            Some(Doubt::GuessedYear(2027))
        );
        assert_eq!(doubt(date(2027, 3, 3), "3 March 2027"), None);
        assert_eq!(
            doubt(date(2028, 3, 3), "3 March 2028"),
            Some(Doubt::FarAhead)
        );
        assert_eq!(doubt(date(2027, 1, 3), "in six weeks"), None);
        assert_eq!(doubt(date(2026, 11, 22), "today"), None);
    }
}
