//! One line of `tasktalk parse`: what a message was understood to ask for, as JSON for people, scripts and evaluations.

use serde::{Serialize, Serializer, ser::SerializeMap};
use tasktalk_domain::{
    Change, Command, Confidence, Due, Intent, Parameters, Reason, Reference, Span, TaskFilter,
};

use crate::{Moment, understand};

/// What was understood of a message.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParsedLine {
    /// The message.
    pub text: String,
    /// Its language, as a BCP 47 subtag.
    pub language: String,
    /// The least of the commands' confidences.
    pub confidence: Confidence,
    /// What would be asked, when something is missing.
    pub question: Option<String>,
    /// What it asks for, in order; never empty.
    pub commands: Vec<ParsedCommand>,
}

/// One command of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParsedCommand {
    /// Which kind.
    pub intent: Intent,
    /// How sure the engine is.
    pub confidence: Confidence,
    /// With what.
    pub parameters: ParsedParameters,
    /// On which existing tasks.
    pub reference: Option<Reference>,
    /// Which pieces were recognised, in characters, end exclusive.
    pub spans: Vec<Span>,
    /// Why nothing is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// A command's parameters: title, due, recurrence, priority and tags always, the others where they say something.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedParameters(pub Parameters);

/// Understands a message and describes what was understood.
pub fn parse_line(text: &str, moment: &Moment) -> ParsedLine {
    let understood = understand(text, moment);
    ParsedLine {
        text: text.to_owned(),
        language: understood.language,
        confidence: understood.confidence,
        question: understood.question,
        commands: understood
            .commands
            .into_iter()
            .map(ParsedCommand::from)
            .collect(),
    }
}

impl From<Command> for ParsedCommand {
    fn from(command: Command) -> Self {
        Self {
            intent: command.intent,
            confidence: command.confidence,
            parameters: ParsedParameters(command.parameters),
            reference: command.reference,
            spans: command.spans,
            reason: command.reason,
        }
    }
}

/// A due date without its zone: `{"date"}` or `{"date_time"}`; `"none"` clears it, `null` keeps it.
struct LocalDue<'a>(&'a Change<Due>);

impl Serialize for LocalDue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Change::Keep => serializer.serialize_none(),
            Change::Clear => serializer.serialize_str("none"),
            Change::Set(due) => {
                let mut map = serializer.serialize_map(Some(1))?;
                match due {
                    Due::Date { date } => {
                        map.serialize_entry("date", date)?;
                    }
                    Due::DateTime { date_time, .. } => {
                        map.serialize_entry("date_time", date_time)?;
                    }
                }
                map.end()
            }
        }
    }
}

impl Serialize for ParsedParameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parameters = &self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", &parameters.title)?;
        map.serialize_entry("due", &LocalDue(&parameters.due))?;
        let recurrence = match &parameters.recurrence {
            Change::Keep => None,
            Change::Clear => Some("none".to_owned()),
            Change::Set(recurrence) => Some(recurrence.rule.to_string()),
        };
        map.serialize_entry("recurrence", &recurrence)?;
        map.serialize_entry("priority", &parameters.priority)?;
        map.serialize_entry("tags", &parameters.tags)?;
        if !parameters.description.is_keep() {
            map.serialize_entry("description", &parameters.description)?;
        }
        if let Some(recurrence) = parameters.recurrence.value()
            && recurrence.mode != tasktalk_domain::RecurrenceMode::default()
        {
            map.serialize_entry("recurrence_mode", &recurrence.mode)?;
        }
        if let Some(postpone) = &parameters.postpone {
            map.serialize_entry("postpone", postpone)?;
        }
        if parameters.clear_tags {
            map.serialize_entry("clear_tags", &true)?;
        }
        if !parameters.remove_tags.is_empty() {
            map.serialize_entry("remove_tags", &parameters.remove_tags)?;
        }
        if let Some(completed) = parameters.completed {
            map.serialize_entry("completed", &completed)?;
        }
        if let Some(day) = &parameters.done_on {
            map.serialize_entry("done_on", day)?;
        }
        if parameters.skip {
            map.serialize_entry("skip", &true)?;
        }
        if let Some(occurrence) = &parameters.occurrence {
            map.serialize_entry("occurrence", occurrence)?;
        }
        if parameters.filter != TaskFilter::default() {
            map.serialize_entry("filter", &parameters.filter)?;
        }
        if let Some(sort) = &parameters.sort {
            map.serialize_entry("sort", sort)?;
        }
        if let Some(order) = &parameters.order {
            map.serialize_entry("order", order)?;
        }
        if parameters.count_only {
            map.serialize_entry("count_only", &true)?;
        }
        if let Some(collection) = &parameters.collection {
            map.serialize_entry("collection", collection)?;
        }
        if let Some(steps) = parameters.steps {
            map.serialize_entry("steps", &steps)?;
        }
        map.end()
    }
}
