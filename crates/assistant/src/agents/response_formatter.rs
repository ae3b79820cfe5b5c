//! Says what came of a turn. The text comes from receipts and tool results alone, so it can't claim a change that
//! was not made.

mod changes;

mod lists;
mod occurrences;
mod recurrences;
mod remarks;
mod standing;

use jiff::{Timestamp, civil::Date};
use tasktalk_domain::{Confidence, Due, Pending, PendingKind, ToolCall, Zone};

use self::standing::{Standing, standing};
use super::{
    mcp_validator::policy::CONFIRM_ABOVE,
    wording::{
        catalogue::{Texts, fill},
        dates, markdown,
    },
};
use crate::{
    pipeline::{Memory, Outcome, Ran, Remark, Reply},
    tools::{Detail, ToolFailure},
};

/// For whom a text is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    /// The texts of the reader's language.
    pub(crate) texts: &'static Texts,
    /// Where the reader is.
    pub(crate) zone: &'a Zone,
    /// When it is read.
    pub(crate) now: Timestamp,
    /// The dates and times of the message that there aren't.
    pub(crate) impossible: &'a [&'a str],
    /// How many tasks of the list that goes on were shown in earlier replies.
    pub(crate) seen: usize,
}

impl Reader<'_> {
    fn today(&self) -> Date {
        self.zone.local(self.now).date()
    }

    fn brief(&self, due: &Due) -> String {
        dates::brief(due, self.zone, self.today(), self.texts)
    }
}

/// Puts a turn into words. `before` is what the conversation remembered when the turn began.
pub(crate) fn format(
    reader: Reader<'_>,
    before: &Memory,
    confidence: Confidence,
    outcomes: Vec<Outcome>,
) -> Reply {
    let success = outcomes.iter().all(Outcome::success);
    let puzzled = !outcomes.is_empty() && outcomes.iter().all(Outcome::puzzled);
    let asked = outcomes
        .iter()
        .find_map(|outcome| outcome.question.as_deref())
        .cloned();
    let (standing, offer_again) = match standing(before, &outcomes) {
        Standing::Again(pending) => (Some(pending), asked.is_none()),
        Standing::Quiet(pending) => (Some(pending), false),
        Standing::Gone => (None, false),
    };

    let mut text = Text::default();
    for outcome in &outcomes {
        failures(&reader, outcome, &mut text);
    }
    for outcome in &outcomes {
        results(&reader, outcome, &mut text);
    }
    for outcome in &outcomes {
        match &outcome.remark {
            // The question that still stands says better what is expected.
            Some(Remark::NotUnderstood { .. }) if offer_again => {
                text.line(reader.texts.not_an_answer);
            }
            Some(remark) => text.line(&remarks::remark(&reader, remark)),
            None => {}
        }
    }
    for words in reader.impossible {
        text.line(&fill(
            reader.texts.no_such_date,
            &[("words", &markdown::quote(words))],
        ));
    }
    if let Some(pending) = &asked {
        text.paragraph(&question(pending));
    }
    for later in outcomes
        .iter()
        .filter_map(|outcome| outcome.question.as_deref())
        .skip(1)
    {
        text.paragraph(&fill(
            reader.texts.not_at_once,
            &[("question", &later.question)],
        ));
    }
    if let Some(pending) = standing.as_ref().filter(|_| offer_again) {
        text.paragraph(&format!(
            "{}\n{}",
            reader.texts.still_open,
            question(pending)
        ));
    }

    Reply {
        text: text.written,
        success,
        confidence,
        intents: outcomes
            .iter()
            .map(|outcome| outcome.command.intent)
            .collect(),
        receipts: outcomes
            .iter()
            .flat_map(Outcome::receipts)
            .cloned()
            .collect(),
        snoozed: outcomes
            .iter()
            .flat_map(Outcome::put_off)
            .map(|reminder| reminder.id)
            .collect(),
        tool_calls: outcomes.into_iter().flat_map(tool_calls).collect(),
        pending: asked.or(standing),
        misunderstood: if puzzled {
            before.misunderstood.saturating_add(1)
        } else {
            0
        },
    }
}

/// The lines of a reply.
#[derive(Default)]
struct Text {
    written: String,
    /// What comes next stands apart from what was written last.
    ended: bool,
}

impl Text {
    /// Goes on in the line below.
    fn line(&mut self, line: &str) {
        self.add(line, false);
    }

    /// Stands apart from what is above and below.
    fn paragraph(&mut self, paragraph: &str) {
        self.add(paragraph, true);
    }

    fn add(&mut self, text: &str, apart: bool) {
        if text.is_empty() {
            return;
        }
        if !self.written.is_empty() {
            self.written
                .push_str(if apart || self.ended { "\n\n" } else { "\n" });
        }
        self.written.push_str(text);
        self.ended = apart;
    }
}

/// What could not be done comes first.
fn failures(reader: &Reader<'_>, outcome: &Outcome, text: &mut Text) {
    for problem in &outcome.problems {
        text.line(&remarks::problem(reader, problem));
    }
    for ran in &outcome.ran {
        match ran.outcome.failure() {
            // It is asked about instead.
            Some(ToolFailure::ChangedSince { .. }) if outcome.question.is_some() => {}
            Some(failure) => text.line(&changes::failure(reader, failure)),
            None => {}
        }
    }
}

fn results(reader: &Reader<'_>, outcome: &Outcome, text: &mut Text) {
    let details: Vec<&Detail> = outcome
        .ran
        .iter()
        .filter(|ran| ran.outcome.success())
        .map(|ran| &ran.outcome.detail)
        .collect();
    if details.len() > CONFIRM_ABOVE
        && let Some(summary) = changes::summary(reader, &details, CONFIRM_ABOVE)
    {
        text.line(&summary);
        return;
    }
    for ran in outcome.ran.iter().filter(|ran| ran.outcome.success()) {
        match &ran.outcome.detail {
            Detail::Listed {
                tasks,
                total,
                repeating,
                ..
            } => {
                text.paragraph(&match &ran.listed {
                    // What repeats was done, so "you have no completed tasks" would be wrong.
                    Some(_) if tasks.is_empty() && !repeating.is_empty() => String::new(),
                    Some(listed) if listed.goes_on => {
                        let seen = i64::try_from(reader.seen + tasks.len()).unwrap_or(i64::MAX);
                        lists::next_page(reader, tasks, total.saturating_sub(seen))
                    }
                    Some(listed) => lists::list(reader, &listed.filter, tasks, *total),
                    None => lists::count(reader, &outcome.command.parameters.filter, *total),
                });
                text.paragraph(&lists::repeating(reader, repeating));
            }
            detail => text.line(&changes::detail(reader, &outcome.command, detail)),
        }
    }
}

fn question(pending: &Pending) -> String {
    let mut lines = vec![format!("🤔 {}", pending.question)];
    if pending.kind == PendingKind::Choice {
        let tasks = pending
            .options
            .iter()
            .filter(|option| option.task_id.is_some());
        lines.extend(
            tasks.map(|option| format!("{}. {}", option.id, markdown::escape(&option.label))),
        );
    }
    lines.join("\n")
}

/// The searches first, then what was done with what they found.
fn tool_calls(outcome: Outcome) -> impl Iterator<Item = ToolCall> {
    let ran = outcome.ran.into_iter().map(|Ran { outcome, .. }| ToolCall {
        name: outcome.name.to_owned(),
        arguments: outcome.arguments,
        result: outcome.result,
    });
    outcome.lookups.into_iter().chain(ran)
}
