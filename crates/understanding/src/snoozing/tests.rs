use jiff::civil::date;
use tasktalk_domain::{Due, Locale, Selector, Zone};

use super::*;

/// A Sunday, ten in the morning.
fn moment() -> Moment {
    Moment {
        now: date(2026, 11, 22).at(10, 0, 0, 0),
        zone: Zone::utc(),
        locale: Locale::default(),
    }
}

/// In one line: how surely, of what, until when.
fn read(text: &str) -> String {
    let Some(found) = understand_snoozing(text, &moment()) else {
        return "nothing".to_owned();
    };
    let of = found.reference.map(|reference| {
        let [selector] = reference.include.as_slice() else {
            panic!("{reference:?}");
        };
        match selector {
            Selector::Words { text, .. } => format!(" of {text}"),
            Selector::Id(id) => format!(" of #{id}"),
            Selector::All => " of all".to_owned(),
            other => panic!("{other:?}"),
        }
    });
    let until = match found.until {
        Until::Unsaid => String::new(),
        Until::Later => " later".to_owned(),
        Until::At(Due::Date { date }) => format!(" on {date}"),
        Until::At(Due::DateTime { date_time, .. }) => {
            format!(" at {}", date_time.strftime("%d. %H:%M"))
        }
        Until::After(shift) => format!(" after {}d{}m", shift.days, shift.minutes),
    };
    format!("{:?}{}{until}", found.kind, of.unwrap_or_default())
}

#[track_caller]
fn reads(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, read(text)))
        .filter(|(_, expected, is)| *expected != is)
        .map(|(text, expected, is)| format!("{text}: {is}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn english() {
    reads(&[
        ("snooze it", "Plain"),
        ("Snooze", "Plain"),
        ("snooze it please", "Plain"),
        ("snooze it for 10 minutes", "Task after 0d10m"),
        ("snooze for 10 minutes", "Plain after 0d10m"),
        ("snooze 10 minutes", "Plain after 0d10m"),
        (
            "snooze the milk reminder for 10 minutes",
            "Task of milk after 0d10m",
        ),
        ("snooze the milk for an hour", "Task of milk after 0d60m"),
        ("snooze #3 for an hour", "Task of #3 after 0d60m"),
        (
            "snooze all reminders for an hour",
            "Task of all after 0d60m",
        ),
        ("snooze the reminder", "Plain"),
        ("snooze until 5", "Plain at 22. 17:00"),
        ("snooze it until tomorrow morning", "Task at 23. 09:00"),
        ("snooze until tomorrow", "Plain on 2026-11-23"),
        ("remind me again in an hour", "Plain after 0d60m"),
        ("Remind me again in 10 minutes.", "Plain after 0d10m"),
        (
            "can you remind me again in 10 minutes?",
            "Plain after 0d10m",
        ),
        ("remind me again", "Plain"),
        ("remind me again later", "Plain later"),
        ("remind me later", "Plain later"),
        ("remind me about it again in an hour", "Plain after 0d60m"),
        (
            "remind me again about the milk in an hour",
            "Task of milk after 0d60m",
        ),
        ("remind me in an hour again", "Plain after 0d60m"),
        ("remind me again tomorrow at 9", "Plain at 23. 09:00"),
        ("not now, remind me in 20 minutes", "Answer after 0d20m"),
        ("remind me in 20 minutes", "Answer after 0d20m"),
        ("5 more minutes", "Answer after 0d5m"),
        ("later", "Answer later"),
        ("not now", "Answer later"),
        ("delay the reminder by an hour", "Plain after 0d60m"),
    ]);
}

#[test]
fn german() {
    reads(&[
        ("erinnere mich in einer Stunde nochmal", "Plain after 0d60m"),
        ("erinnere mich in 10 Minuten wieder", "Plain after 0d10m"),
        ("Erinner mich später nochmal", "Plain later"),
        ("erinnere mich später", "Plain later"),
        ("bitte erinnere mich nochmal", "Plain"),
        (
            "erinnere mich morgen um 9 nochmal daran",
            "Plain at 23. 09:00",
        ),
        (
            "verschiebe die Erinnerung um 10 Minuten",
            "Plain after 0d10m",
        ),
        ("verschieb die Erinnerung auf morgen", "Plain on 2026-11-23"),
        (
            "snooze die Milch um eine Stunde",
            "Task of Milch after 0d60m",
        ),
        ("schlummern", "Plain"),
        (
            "erinnere mich nochmal in einer Stunde an die Milch",
            "Task of Milch after 0d60m",
        ),
        (
            "erinnere mich in einer Stunde nochmal an die Milch",
            "Task of Milch after 0d60m",
        ),
        (
            "verschiebe die Erinnerung an die Milch um 10 Minuten",
            "Task of Milch after 0d10m",
        ),
        ("erinnere mich in 20 Minuten", "Answer after 0d20m"),
        ("noch 5 Minuten", "Answer after 0d5m"),
        ("später", "Answer later"),
        ("nicht jetzt", "Answer later"),
    ]);
}

#[test]
fn spanish() {
    reads(&[
        ("recuérdamelo otra vez en una hora", "Plain after 0d60m"),
        ("recuérdamelo más tarde", "Plain later"),
        ("recuérdame otra vez en 10 minutos", "Plain after 0d10m"),
        ("avísame de nuevo en una hora", "Plain after 0d60m"),
        ("pospón el recordatorio 10 minutos", "Plain after 0d10m"),
        ("pospón el recordatorio", "Plain"),
        (
            "pospón el recordatorio de la leche 10 minutos",
            "Task of leche after 0d10m",
        ),
        ("pospón el recordatorio hasta mañana", "Plain on 2026-11-23"),
        ("recuérdamelo en una hora", "Answer after 0d60m"),
        ("ahora no", "Answer later"),
        ("más tarde", "Answer later"),
    ]);
}

#[test]
fn everything_else_is_read_as_ever() {
    for text in [
        "remind me to buy milk in an hour",
        "remind me to call mum again tomorrow",
        "should I snooze it?",
        "don't snooze it",
        "snooze it and buy milk tomorrow at 5",
        "move the dentist to friday",
        "erinnere mich in einer Stunde an die Milch",
        "recuérdame comprar leche en una hora",
        "what did you remind me of?",
        "again",
    ] {
        assert_eq!(read(text), "nothing", "{text}");
    }
}
