//! What was understood, in one line that people can read: for tables of examples, and for the evaluation, whose labels are
//! written in it (`evaluation/README.md`).

use std::fmt::Write as _;

use jiff::civil;
use tasktalk_domain::{
    Change, Command, Due, DueFilter, Intent, Parameters, Position, Priority, Pronoun, Reference,
    Selector, StatusFilter, TaskFilter, Understood, WhichOccurrence,
    command::{CLARIFY_BELOW, CLARIFY_DELETE_BELOW},
};

/// Describes what was understood. `?` in front of a command means that it is asked about; ` ; what?` at the end, that
/// something is missing.
pub fn describe(understood: &Understood) -> String {
    let mut text = understood
        .commands
        .iter()
        .map(command)
        .collect::<Vec<_>>()
        .join(" ; ");
    if understood.question.is_some() {
        text.push_str(" ; what?");
    }
    text
}

fn command(command: &Command) -> String {
    let asks = match command.intent {
        Intent::Unknown => false,
        Intent::DeleteTask => command.confidence < CLARIFY_DELETE_BELOW,
        _ => command.confidence < CLARIFY_BELOW,
    };
    let verb = match (command.intent, command.parameters.completed) {
        (Intent::AddTask, _) => "add",
        (Intent::ListTasks, _) if command.parameters.count_only => "count",
        (Intent::ListTasks, _) => "list",
        (Intent::CompleteTask, Some(false)) => "reopen",
        (Intent::CompleteTask, _) => "done",
        (Intent::UpdateTask, _) if command.parameters.skip => "skip",
        (Intent::UpdateTask, _) => "update",
        (Intent::DeleteTask, _) => "delete",
        (intent, _) => intent.as_str(),
    };
    let mut text = format!("{}{verb}", if asks { "?" } else { "" });
    if let Some(reason) = command.reason {
        let _ = write!(text, ":{}", format!("{reason:?}").to_lowercase());
    }
    if let Some(reference) = &command.reference {
        let _ = write!(text, " <{}>", of_reference(reference));
    }
    parameters(&command.parameters, &mut text);
    text
}

fn parameters(parameters: &Parameters, text: &mut String) {
    if let Some(title) = &parameters.title {
        let _ = write!(text, " '{title}'");
    }
    match &parameters.due {
        Change::Keep => {}
        Change::Clear => text.push_str(" due-"),
        Change::Set(due) => {
            let _ = write!(text, " {}", of_due(due));
        }
    }
    match &parameters.recurrence {
        Change::Keep => {}
        Change::Clear => text.push_str(" repeat-"),
        Change::Set(recurrence) => {
            let _ = write!(text, " {}", recurrence.rule);
        }
    }
    match parameters.occurrence {
        None => {}
        Some(WhichOccurrence::Next | WhichOccurrence::Within { .. }) => text.push_str(" once"),
        Some(WhichOccurrence::Series) => text.push_str(" series"),
    }
    if let Some(shift) = parameters.postpone {
        let _ = write!(
            text,
            " by {}m{}d{}min",
            shift.months, shift.days, shift.minutes
        );
    }
    if let Some(priority) = parameters.priority {
        let _ = write!(text, " {}", of_priority(priority));
    }
    for tag in &parameters.tags {
        let _ = write!(text, " #{}", tag.as_str());
    }
    if parameters.clear_tags {
        text.push_str(" tags-");
    }
    for tag in &parameters.remove_tags {
        let _ = write!(text, " -#{}", tag.as_str());
    }
    match &parameters.description {
        Change::Keep => {}
        Change::Clear => text.push_str(" note-"),
        Change::Set(note) => {
            let _ = write!(text, " note '{note}'");
        }
    }
    if parameters.filter != TaskFilter::default() {
        let _ = write!(text, " [{}]", of_filter(&parameters.filter));
    }
    if let Some(collection) = parameters.collection {
        let _ = write!(text, " {}", format!("{collection:?}").to_lowercase());
    }
    if let Some(sort) = parameters.sort {
        let _ = write!(text, " by {sort:?}");
    }
    if let Some(order) = parameters.order {
        let _ = write!(text, " {order:?}");
    }
    if let Some(steps) = parameters.steps {
        let _ = write!(text, " {steps}");
    }
}

fn of_due(due: &Due) -> String {
    match due {
        Due::Date { date } => date.to_string(),
        Due::DateTime { date_time, .. } => date_time.strftime("%Y-%m-%d %H:%M").to_string(),
    }
}

fn of_priority(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "p1",
        Priority::Medium => "p2",
        Priority::Low => "p3",
        Priority::None => "p4",
    }
}

pub(crate) fn of_reference(reference: &Reference) -> String {
    let selectors = |selectors: &[Selector]| {
        selectors
            .iter()
            .map(of_selector)
            .collect::<Vec<_>>()
            .join(", ")
    };
    if reference.exclude.is_empty() {
        selectors(&reference.include)
    } else {
        format!(
            "{} except {}",
            selectors(&reference.include),
            selectors(&reference.exclude)
        )
    }
}

fn of_selector(selector: &Selector) -> String {
    match selector {
        Selector::Id(id) => format!("#{id}"),
        Selector::InvalidId(text) => format!("#!{text}"),
        Selector::Words { text, exact: true } => format!("\"{text}\""),
        Selector::Words { text, exact: false } => text.clone(),
        Selector::Position(Position::Nth(n)) => format!("nth {n}"),
        Selector::Position(Position::FromEnd(n)) => format!("last {n}th"),
        Selector::Position(Position::First(n)) => format!("first {n}"),
        Selector::Position(Position::Last(n)) => format!("last {n}"),
        Selector::Pronoun(Pronoun::It) => "it".to_owned(),
        Selector::Pronoun(Pronoun::Both) => "both".to_owned(),
        Selector::Pronoun(Pronoun::Them) => "them".to_owned(),
        Selector::Pronoun(Pronoun::Others) => "others".to_owned(),
        Selector::Filter(filter) => format!("[{}]", of_filter(filter)),
        Selector::All => "all".to_owned(),
        Selector::OneOf(selectors) => {
            let each: Vec<String> = selectors.iter().map(of_selector).collect();
            each.join(" or ")
        }
        Selector::Each(text) => format!("each {text}"),
    }
}

fn of_filter(filter: &TaskFilter) -> String {
    let mut parts = Vec::new();
    match filter.status {
        StatusFilter::All => {}
        StatusFilter::Pending => parts.push("open".to_owned()),
        StatusFilter::Completed => parts.push("done".to_owned()),
    }
    if let Some(text) = &filter.text {
        parts.push(format!("'{text}'"));
    }
    if let Some(tag) = &filter.tag {
        parts.push(format!("#{}", tag.as_str()));
    }
    if let Some(priority) = filter.priority {
        parts.push(of_priority(priority).to_owned());
    }
    match &filter.due {
        None => {}
        Some(DueFilter::Overdue) => parts.push("overdue".to_owned()),
        Some(DueFilter::None) => parts.push("undated".to_owned()),
        Some(DueFilter::Any) => parts.push("dated".to_owned()),
        Some(DueFilter::Between { from, to }) => {
            let day = |day: &Option<civil::Date>| day.map_or(String::new(), |day| day.to_string());
            parts.push(if from == to {
                day(from)
            } else {
                format!("{}..{}", day(from), day(to))
            });
        }
    }
    if let Some(done) = &filter.done {
        let day = |at: jiff::Timestamp| at.to_zoned(jiff::tz::TimeZone::UTC).date();
        // Days of the zone in which it was said begin within half a day of those of UTC.
        let half = jiff::SignedDuration::from_hours(12);
        let day_of = |at: jiff::Timestamp| at.checked_add(half).map_or_else(|_| day(at), day);
        let (from, to) = (day_of(done.from), day_of(done.before).yesterday());
        let to = to.unwrap_or(from);
        parts.push(if from == to {
            from.to_string()
        } else {
            format!("{from}..{to}")
        });
    }
    if !filter.either.is_empty() {
        let either: Vec<String> = filter.either.iter().map(of_filter).collect();
        parts.push(format!("({})", either.join(" | ")));
    }
    parts.extend(
        filter
            .except
            .iter()
            .map(|filter| format!("!({})", of_filter(filter))),
    );
    parts.join(" ")
}
