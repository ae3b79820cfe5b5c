//! When a task that begins to repeat is due first: "make gym repeat every week" doesn't ask for another day.

use jiff::civil::Date;
use tasktalk_domain::{Change, Command, Due, Intent, Recurrence, SpanKind, Task, search_words};

/// The due date that a task gets with its new rule; `None` when the command says itself when to begin, or nothing
/// about repeating.
///
/// The task's own date stays when it fits the rule. Otherwise a task that begins to repeat does so on the first
/// fitting day from its date on, but not in the past; one that repeated before goes on from today.
pub(super) fn due(command: &Command, task: &Task, today: Date) -> Option<Due> {
    if command.intent != Intent::UpdateTask {
        return None;
    }
    let recurrence = command.parameters.recurrence.value()?;
    let own = task.due.as_ref()?;
    if says_when_to_begin(command, recurrence, today) {
        return None;
    }
    let fits = recurrence.first_on_or_after(own.date()) == Some(own.date());
    let date = if fits {
        own.date()
    } else if task.recurrence.is_none() {
        recurrence.first_on_or_after(own.date().max(today))?
    } else {
        return None;
    };
    let timed = command
        .parameters
        .due
        .value()
        .filter(|said| said.time().is_some());
    Some(timed.unwrap_or(own).moved_to(date))
}

/// Whether the words name a first day, so that the date isn't just what follows from the rule.
fn says_when_to_begin(command: &Command, recurrence: &Recurrence, today: Date) -> bool {
    const BEGINNINGS: [&str; 5] = ["begin", "beginning", "from", "start", "starting"];
    let said = match &command.parameters.due {
        Change::Keep => return false,
        Change::Clear => return true,
        Change::Set(due) => due.date(),
    };
    let named = command.spans.iter().any(|span| match span.kind {
        SpanKind::Due => true,
        SpanKind::Recurrence => search_words::of_text(&span.text)
            .iter()
            .any(|word| BEGINNINGS.contains(&word.as_str())),
        _ => false,
    });
    // Where today's time is over, the rule begins with the next day that fits.
    let follows = [Some(today), today.tomorrow().ok()]
        .into_iter()
        .flatten()
        .any(|from| recurrence.first_on_or_after(from) == Some(said));
    named || !follows
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::{Confidence, Span};

    use super::*;
    use crate::test_support::{at, on, repeating, task};

    /// What becomes of a task due at `own` that shall repeat, said on Sunday the 22nd.
    fn first(own: Due, repeats: bool, rule: &str, said: Due, words: &str) -> Option<Due> {
        let mut command = Command::new(Intent::UpdateTask, Confidence::CERTAIN);
        command.parameters.recurrence = Change::Set(repeating(rule));
        command.parameters.due = Change::Set(said);
        command.spans.push(Span {
            start: 0,
            end: words.len(),
            kind: SpanKind::Recurrence,
            text: words.to_owned(),
        });
        let gym = Task {
            due: Some(own),
            recurrence: repeats.then(|| repeating("FREQ=DAILY")),
            ..task(1, "Gym")
        };
        due(&command, &gym, "2026-11-22".parse().unwrap())
    }

    #[test]
    fn a_date_that_fits_stays() {
        let tuesday = at("2026-11-24T07:00:00");
        for repeats in [false, true] {
            let weekly = first(
                tuesday.clone(),
                repeats,
                "FREQ=WEEKLY",
                on("2026-11-22"),
                "every week",
            );
            assert_eq!(weekly, Some(tuesday.clone()));
        }
        // Also when it is over: the occurrence is still to be done.
        let overdue = first(
            on("2026-11-19"),
            false,
            "FREQ=WEEKLY",
            on("2026-11-22"),
            "weekly",
        );
        assert_eq!(overdue, Some(on("2026-11-19")));
    }

    #[test]
    fn otherwise_the_first_fitting_day_from_there_on_but_not_in_the_past() {
        let rule = "FREQ=WEEKLY;BYDAY=MO";
        let monday = at("2026-11-23T18:00:00");
        let said = "every monday at 6pm";
        let later = first(on("2026-11-25"), false, rule, monday.clone(), said);
        assert_eq!(later, Some(at("2026-11-30T18:00:00")));
        let overdue = first(on("2026-11-11"), false, rule, monday.clone(), said);
        assert_eq!(overdue, Some(monday.clone()));
        // What repeated already gets the new rule from today on.
        assert_eq!(first(on("2026-11-25"), true, rule, monday, said), None);
    }

    #[test]
    fn a_first_day_that_is_named_counts() {
        let named = first(
            on("2026-11-24"),
            false,
            "FREQ=WEEKLY",
            on("2026-11-27"),
            "every week from friday",
        );
        assert_eq!(named, None);
    }
}
