//! The fixed sentences. Nothing in here reports a change.

use tasktalk_domain::{Collection, Due, Reason, Task, pending::OPTIONS_LIMIT};
use tasktalk_storage::reminders::StoredReminder;

use super::{Reader, lists};
use crate::{
    agents::{
        mcp_validator::AT_ONCE_LIMIT,
        wording::{
            catalogue::{Texts, fill},
            markdown::{escape, quote},
            questions,
        },
    },
    pipeline::{Lost, Problem, PutOff, Remark},
};

/// What is said without a tool.
pub(super) fn remark(reader: &Reader<'_>, remark: &Remark) -> String {
    let texts = reader.texts;
    match remark {
        Remark::Help => texts.help.to_owned(),
        Remark::Greeting => texts.greeting.to_owned(),
        Remark::Thanks => texts.thanks.to_owned(),
        Remark::Found(tasks) => tasks
            .iter()
            .map(|task| found(reader, task))
            .collect::<Vec<_>>()
            .join("\n"),
        Remark::NothingAskedFor(reason) => match reason {
            Reason::Negated => texts.changed_nothing,
            Reason::Hypothetical | Reason::Reported => texts.just_say_so,
            Reason::NotOurs => texts.only_your_list,
            Reason::UnknownLanguage => texts.unknown_language,
        }
        .to_owned(),
        Remark::Collected(collection, tasks) => collected(reader, *collection, tasks),
        Remark::PutOff(put_off) => self::put_off(reader, put_off),
        Remark::ListEnds => texts.list_ends.to_owned(),
        Remark::NothingToConfirm => texts.nothing_to_confirm.to_owned(),
        Remark::InWords(words) => words.clone(),
        Remark::LeftAlone => texts.left_alone.to_owned(),
        Remark::QuestionForgotten => texts.question_forgotten.to_owned(),
        Remark::WhatInstead => texts.what_instead.to_owned(),
        Remark::Missing(question) => format!("🤔 {question}"),
        Remark::NotUnderstood { time, nearest } => not_understood(texts, *time, nearest),
    }
}

fn put_off(reader: &Reader<'_>, put_off: &PutOff) -> String {
    let texts = reader.texts;
    let line = |(reminder, title): &(StoredReminder, String)| {
        let title = format!("**{}**", escape(title));
        let (id, title) = (&reminder.task, &title);
        let Some(until) = put_off.until else {
            return fill(texts.stands_again, &[("id", id), ("title", title)]);
        };
        let when = reader.brief(&Due::DateTime {
            date_time: reader.zone.local(until),
            timezone: reader.zone.clone(),
        });
        fill(
            texts.put_off,
            &[("id", id), ("title", title), ("when", &when)],
        )
    };
    let lines: Vec<String> = put_off.reminders.iter().map(line).collect();
    lines.join("\n")
}

/// Deleted tasks can be brought back by their numbers.
fn collected(reader: &Reader<'_>, collection: Collection, tasks: &[Task]) -> String {
    let texts = reader.texts;
    let (heading, none) = match collection {
        Collection::Trash => (texts.trash, texts.trash_is_empty),
        Collection::Repeating => (texts.repeating, texts.none_repeats),
    };
    let (Some(first), count) = (tasks.first(), tasks.len()) else {
        return none.to_owned();
    };
    let mut lines = vec![fill(heading, &[("count", &count)])];
    lines.extend(tasks.iter().map(|task| lists::line(reader, task)));
    if collection == Collection::Trash {
        lines.push(fill(texts.trash_hint, &[("id", &first.id)]));
    }
    lines.join("\n")
}

fn found(reader: &Reader<'_>, task: &Task) -> String {
    let line = lists::line(reader, task);
    match &task.description {
        Some(description) => format!("{line}\n📝 {}", quote(description.as_str())),
        None => line,
    }
}

fn not_understood(texts: &Texts, time: u8, nearest: &[Task]) -> String {
    match (time, nearest) {
        (0 | 1, []) => texts.not_understood.to_owned(),
        (0 | 1, [first, ..]) => fill(
            texts.meant_these,
            &[
                ("tasks", &names(texts, nearest, texts.or)),
                ("id", &first.id),
            ],
        ),
        (2, _) => texts.rephrase.to_owned(),
        (3, _) => texts.help.to_owned(),
        _ => texts.give_up.to_owned(),
    }
}

/// Why something was not done.
pub(super) fn problem(reader: &Reader<'_>, problem: &Problem) -> String {
    let texts = reader.texts;
    match problem {
        Problem::InvalidId => texts.invalid_id.to_owned(),
        Problem::Absent {
            id,
            in_trash: false,
        } => fill(texts.not_found, &[("id", id)]),
        Problem::Absent { id, in_trash: true } => fill(texts.id_in_trash, &[("id", id)]),
        Problem::NothingMatched { words, nearest } => {
            let told = fill(texts.nothing_matched, &[("words", &quote(words))]);
            if nearest.is_empty() {
                told
            } else {
                let nearest = names(texts, nearest, texts.and);
                told + &fill(texts.the_nearest, &[("tasks", &nearest)])
            }
        }
        Problem::NoneSuch { filter } => fill(
            texts.none_such,
            &[("tasks", &lists::noun(reader, filter, 0))],
        ),
        Problem::PartUnknown { words } => fill(texts.part_unknown, &[("words", &quote(words))]),
        Problem::NothingLeft => texts.nothing_left.to_owned(),
        Problem::OutOfRange { shown: 1 } => texts.only_one_shown.to_owned(),
        Problem::OutOfRange { shown } => fill(texts.only_shown, &[("shown", shown)]),
        Problem::NoCurrentList => texts.no_current_list.to_owned(),
        Problem::TooMany { count } => fill(
            texts.too_many,
            &[("count", count), ("limit", &AT_ONCE_LIMIT)],
        ),
        Problem::Several { candidates } if candidates.len() == 1 => fill(
            texts.not_sure,
            &[("tasks", &names(texts, candidates, texts.and))],
        ),
        Problem::Several { candidates } => {
            let mut shown: Vec<&Task> = candidates.iter().take(OPTIONS_LIMIT).collect();
            shown.sort_by_key(|task| task.id);
            let id = shown.first().map_or(1, |task| task.id.get());
            fill(
                texts.several_fit,
                &[("tasks", &names(texts, shown, texts.and)), ("id", &id)],
            )
        }
        Problem::NothingRecent => texts.nothing_recent.to_owned(),
        Problem::NothingToBringBack => texts.nothing_to_bring_back.to_owned(),
        Problem::NothingToCorrect => texts.nothing_to_correct.to_owned(),
        Problem::Fallen(Lost::Nothing) => texts.rest_lost.to_owned(),
        Problem::Fallen(Lost::Asked) => texts.rest_waits.to_owned(),
        Problem::AnswerTooLate => texts.too_late.to_owned(),
        Problem::Refused(sentence) => format!("❌ {}", escape(sentence)),
    }
}

/// `#3 'Pay rent', #4 'Call mum' or #5 'Buy milk'`.
fn names<'t>(texts: &Texts, tasks: impl IntoIterator<Item = &'t Task>, last: &str) -> String {
    let names: Vec<String> = tasks
        .into_iter()
        .map(|task| questions::named(texts, task))
        .collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., end] => format!("{} {last} {end}", most.join(", ")),
    }
}
