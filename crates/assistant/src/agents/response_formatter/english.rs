//! The fixed sentences, in English. Nothing in here reports a change.

use tasktalk_domain::{Reason, Task, pending::OPTIONS_LIMIT};

use super::{Reader, lists};
use crate::{
    agents::{
        mcp_validator::AT_ONCE_LIMIT,
        wording::markdown::{escape, quote},
    },
    pipeline::{Lost, Problem, Remark},
};

const HELP: &str = "\
💡 I keep your to-do list. Tell me things like:
• \"add buy milk tomorrow at 5 #shopping\"
• \"what's due this week?\"
• \"done with the groceries\"
• \"move the dentist to Friday 3pm\"
• \"delete #4\"
• \"undo\"";

const GREETING: &str = "\
👋 Hello! Tell me what you need to do, for example \"call mum tomorrow at 5\", or ask \"what's pending?\".";

const REPHRASE: &str = "\
🤔 I still didn't get that. Could you say it in other words? For example:
• \"remind me to pay the rent on Friday\"
• \"mark #3 as done\"";

const GIVE_UP: &str = "I couldn't make sense of that either, and nothing was changed. \"help\" shows what I understand.";

/// What is said without a tool.
pub(super) fn remark(reader: &Reader<'_>, remark: &Remark) -> String {
    match remark {
        Remark::Help => HELP.to_owned(),
        Remark::Greeting => GREETING.to_owned(),
        Remark::Thanks => "🙂 You're welcome!".to_owned(),
        Remark::Found(tasks) => tasks
            .iter()
            .map(|task| found(reader, task))
            .collect::<Vec<_>>()
            .join("\n"),
        Remark::NothingAskedFor(reason) => match reason {
            Reason::Negated => "👌 This message changed nothing.".to_owned(),
            Reason::Hypothetical | Reason::Reported => {
                "👌 This message changed nothing. If you want something done, just say so."
                    .to_owned()
            }
            Reason::NotOurs => {
                "👌 This message changed nothing. I only look after your to-do list.".to_owned()
            }
            Reason::UnknownLanguage => {
                "🤔 I don't know this language, so I changed nothing. I understand English."
                    .to_owned()
            }
        },
        Remark::LeftAlone => "👌 OK, nothing was changed.".to_owned(),
        Remark::QuestionForgotten => {
            "👌 OK, forget that question. This message changed nothing.".to_owned()
        }
        Remark::Missing(question) => format!("🤔 {question}"),
        Remark::NotUnderstood { time, nearest } => not_understood(*time, nearest),
    }
}

fn found(reader: &Reader<'_>, task: &Task) -> String {
    let line = lists::line(task, reader.now, reader.zone);
    match &task.description {
        Some(description) => format!("{line}\n📝 {}", quote(description.as_str())),
        None => line,
    }
}

fn not_understood(time: u8, nearest: &[Task]) -> String {
    match (time, nearest) {
        (0 | 1, []) => "🤔 I didn't understand that. Tell me what to do with your tasks, for example \"add buy milk tomorrow\" or \"what's due today?\".".to_owned(),
        (0 | 1, [first, ..]) => {
            let id = first.id;
            let tasks = names(nearest, "or");
            format!(
                "🤔 I didn't understand that. Did you mean {tasks}? Say for example \"done with #{id}\", \"move #{id} to Friday\" or \"delete #{id}\"."
            )
        }
        (2, _) => REPHRASE.to_owned(),
        (3, _) => HELP.to_owned(),
        _ => GIVE_UP.to_owned(),
    }
}

/// Why something was not done.
pub(super) fn problem(reader: &Reader<'_>, problem: &Problem) -> String {
    match problem {
        Problem::InvalidId => "❌ Task ID must be a positive integer".to_owned(),
        Problem::Absent {
            id,
            in_trash: false,
        } => format!("❌ Task #{id} not found"),
        Problem::Absent { id, in_trash: true } => {
            format!("❌ Task #{id} is in the trash. Say \"restore #{id}\" to bring it back.")
        }
        Problem::NothingMatched { words, nearest } => {
            let told = format!("❌ Nothing matched \"{}\".", quote(words));
            if nearest.is_empty() {
                told
            } else {
                format!("{told} The nearest: {}.", names(nearest, "and"))
            }
        }
        Problem::NoneSuch { filter } => format!(
            "❌ Nothing to do: you have no {}.",
            lists::noun(filter, 0, reader.today())
        ),
        Problem::PartUnknown { words } => format!(
            "❌ Nothing matched \"{}\", so I left everything as it is.",
            quote(words)
        ),
        Problem::NothingLeft => "❌ The exceptions leave nothing to do.".to_owned(),
        Problem::OutOfRange { shown: 1 } => "❌ The list I showed has only one task.".to_owned(),
        Problem::OutOfRange { shown } => format!("❌ The list I showed has only {shown} tasks."),
        Problem::NoCurrentList => "🤔 I have no current list to count in, so I didn't guess. Here it is; please say again which one you mean.".to_owned(),
        Problem::TooMany { count } => format!(
            "❌ That would be {count} tasks, and I change at most {AT_ONCE_LIMIT} at once. Narrow it down, for example by a tag or a date."
        ),
        Problem::Several { candidates } if candidates.len() == 1 => format!(
            "❌ I'm not sure that you mean {}, so I left it as it is. Name it by its number.",
            names(candidates, "and")
        ),
        Problem::Several { candidates } => {
            let mut shown: Vec<&Task> = candidates.iter().take(OPTIONS_LIMIT).collect();
            shown.sort_by_key(|task| task.id);
            let id = shown.first().map_or(1, |task| task.id.get());
            format!(
                "❌ Several tasks fit: {}. Name one by its number, for example \"#{id}\".",
                names(shown, "and")
            )
        }
        Problem::NothingRecent => {
            "❌ Nothing was changed just now, so I took nothing back. Say \"undo\" to take back the change before that.".to_owned()
        }
        Problem::NothingToBringBack => {
            "❌ There is nothing to bring back: nothing was deleted lately in this conversation. Name the task, for example \"restore #3\"; \"undo\" takes back the last change.".to_owned()
        }
        Problem::NothingToCorrect => "❌ There is no last change to correct. Say which task and what, for example \"move #3 to Friday\".".to_owned(),
        Problem::Fallen(Lost::Nothing) => {
            "❌ The rest of your message wasn't done, because the part before it found no task.".to_owned()
        }
        Problem::Fallen(Lost::Asked) => {
            "❌ The rest of your message wasn't done, because the part before it waits for your answer. Please say it again afterwards.".to_owned()
        }
        Problem::AnswerTooLate => "❌ That question is no longer open, so nothing was changed. Please say again what you want.".to_owned(),
        Problem::Refused(sentence) => format!("❌ {}", escape(sentence)),
    }
}

/// `#3 'Pay rent', #4 'Call mum' or #5 'Buy milk'`.
fn names<'t>(tasks: impl IntoIterator<Item = &'t Task>, last: &str) -> String {
    let names: Vec<String> = tasks
        .into_iter()
        .map(|task| format!("#{} '{}'", task.id, escape(task.title.as_str())))
        .collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., end] => format!("{} {last} {end}", most.join(", ")),
    }
}
