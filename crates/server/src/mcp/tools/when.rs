//! `when`: a due date in the user's own words, read by our own grammar of dates. A model that computes dates gets some
//! wrong; this does not.

use serde_json::{Value, json};
use tasktalk_domain::{Due, DuePart, Recurrence, RecurrenceMode, Zone};
use tasktalk_understanding::{Moment, tokenize, when};

use super::Call;
use crate::{
    mcp::failure::{Failure, invalid},
    problem::shortened,
};

/// The longest words looked at, in characters. What people call a day or a time is far shorter.
const LONGEST: usize = 200;

/// What words mean as a due date.
pub(super) struct When {
    pub(super) due: Due,
    /// Which part of it they named.
    pub(super) part: Option<DuePart>,
    pub(super) recurrence: Option<Recurrence>,
}

impl Call<'_> {
    /// Reads the words of `when`.
    pub(super) fn read_when(&self, words: &str) -> Result<When, Failure> {
        let zone = self.zone();
        let moment = Moment {
            now: zone.local(self.state.clock.now()),
            zone,
            locale: self.state.locale_of(&self.user.user),
        };
        if words.chars().nth(LONGEST).is_some() {
            return Err(Failure::new(
                "invalid_when",
                format!("'when' is one date or time in at most {LONGEST} characters"),
            ));
        }
        read(words, &moment).ok_or_else(|| unread(words, &moment))
    }
}

/// Why words are no due date.
fn unread(words: &str, moment: &Moment) -> Failure {
    match when::impossible(words, moment).first() {
        Some(impossible) => Failure::new(
            "invalid_date",
            format!(
                "There is no such day or time as '{}'",
                shortened(impossible)
            ),
        ),
        None => Failure::new(
            "invalid_when",
            "'when' is not one date or time: say it as in 'tomorrow at 5pm', 'next friday' or 'every monday at 9', or give 'due'",
        ),
    }
}

/// The one date expression that the words are. Two of them, or other words beside, are not guessed at.
fn read(words: &str, moment: &Moment) -> Option<When> {
    let tokens = tokenize(words);
    let found = when::find_all(&tokens, moment);
    let [found] = found.as_slice() else {
        return None;
    };
    let beside = tokens
        .iter()
        .filter(|token| token.end_char <= found.start_char || token.start_char >= found.end_char)
        .filter(|token| token.text.chars().any(char::is_alphanumeric))
        .count();
    (beside == 0 && !found.contradicts_itself).then_some(())?;
    Some(When {
        due: found.meaning.due(moment)?,
        part: found.meaning.due_part(),
        recurrence: found.meaning.recurrence().cloned(),
    })
}

/// Puts `when` into the arguments as `due` and `recurrence`, the form that the tool takes.
pub(super) fn spell_out(call: &mut Call<'_>) -> Result<(), Failure> {
    let Some(words) = call.arguments.take_text("when")? else {
        return Ok(());
    };
    if call.arguments.has("due") {
        return Err(invalid("Give either 'when' or 'due'"));
    }
    let read = call.read_when(&words)?;
    call.arguments.put("due", due_argument(&read.due));
    if let Some(recurrence) = read.recurrence {
        if call.arguments.has("recurrence") {
            return Err(invalid(
                "Say how it repeats in 'when' or in 'recurrence', not in both",
            ));
        }
        call.arguments
            .put("recurrence", recurrence_argument(&recurrence));
    }
    Ok(())
}

fn due_argument(due: &Due) -> Value {
    serde_json::to_value(due).expect("a due date is text")
}

fn recurrence_argument(recurrence: &Recurrence) -> Value {
    let mode = match recurrence.mode {
        RecurrenceMode::Fixed => "fixed",
        RecurrenceMode::CatchUp => "catch_up",
        RecurrenceMode::AfterCompletion => "after_completion",
    };
    json!({"rrule": recurrence.rule.to_string(), "mode": mode})
}

/// A due date as it was given, `{"date"}` or `{"date_time", "timezone"?}`; and whether it left its zone open.
pub(super) fn parse_due(given: &Value, zone: &Zone) -> Result<(Due, bool), Failure> {
    // The tool that sets due dates knows how to read them.
    let call = json!({"title": "x", "due": given});
    let tool = tasktalk_assistant::Tool::from_call("add_task", call, zone)
        .map_err(|failure| Failure::from(&failure))?;
    let tasktalk_assistant::Tool::AddTask(add) = tool else {
        return Err(invalid("due must be a date"));
    };
    let due = add.task.due.ok_or_else(|| invalid("due is required"))?;
    let open = given.get("date_time").is_some() && given.get("timezone").is_none();
    Ok((due, open))
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::Locale;

    use super::*;

    fn due(words: &str) -> Option<String> {
        let zone = Zone::parse("Europe/Berlin").unwrap();
        let moment = Moment {
            now: "2026-11-22T10:00".parse().unwrap(),
            zone,
            locale: Locale::parse("en").unwrap(),
        };
        read(words, &moment).map(|read| due_argument(&read.due).to_string())
    }

    #[test]
    fn words_are_one_date_or_nothing() {
        assert_eq!(
            due("tomorrow at 5pm").as_deref(),
            Some(r#"{"date_time":"2026-11-23T17:00:00","timezone":"Europe/Berlin"}"#)
        );
        for words in ["friday", "on friday", "by friday"] {
            assert_eq!(
                due(words).as_deref(),
                Some(r#"{"date":"2026-11-27"}"#),
                "{words}"
            );
        }
        for words in [
            "",
            "soon",
            "friday or sunday",
            "delete everything tomorrow",
            "30 february",
        ] {
            assert_eq!(due(words), None, "{words}");
        }
    }
}
