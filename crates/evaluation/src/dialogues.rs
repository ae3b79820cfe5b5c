//! Conversations through the whole assistant, on a database of their own.

use std::path::Path;

use anyhow::{Context as _, bail};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tasktalk_assistant::{Assistant, Defaults, Input, Permissions, Tool, TurnRequest};
use tasktalk_domain::{Clock, ConversationId, Due, Priority, Task, TaskId, UserId, Zone};
use tasktalk_storage::{
    Database, Engine, Options, StorageError, tasks,
    testing::TestDatabase,
    users::{self, NewUser},
};

use crate::{
    cases::{self, Line},
    report::{Ratio, Wrong},
};

/// The highest task number that a dialogue reaches.
const TASKS: i64 = 60;

/// The scores of a set of dialogues.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// Turns after which the list is exactly right.
    pub turns: Ratio,
    /// Dialogues of which every turn is right.
    pub dialogues: Ratio,
    /// Turns that must change nothing and change something.
    pub changed_for_nothing: Ratio,
    /// The turns that are not right.
    pub wrong: Vec<Wrong>,
}

/// One conversation.
#[derive(Clone, Debug, Default)]
struct Dialogue {
    place: String,
    name: String,
    before: Vec<String>,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    Wait(SignedDuration),
    Say {
        place: String,
        message: String,
        list: Expected,
    },
}

#[derive(Clone, Debug, PartialEq)]
enum Expected {
    AsBefore,
    List(Vec<String>),
}

/// Holds every dialogue of a folder on SQLite, with somebody who speaks a language. After a turn that went wrong the rest of
/// its dialogue counts as it comes.
pub async fn evaluate(folder: &Path, language: &str) -> anyhow::Result<Scores> {
    let mut scores = Scores::default();
    let place = TestDatabase::create(Engine::Sqlite)
        .await
        .context("SQLite can't be left out")?;
    let database = place.open(Options::default()).await;
    for dialogue in read(cases::lines(folder)?)? {
        hold(&database, &dialogue, language, &mut scores)
            .await
            .with_context(|| format!("{} {}", dialogue.place, dialogue.name))?;
    }
    database.close().await;
    Ok(scores)
}

fn read(lines: Vec<Line>) -> anyhow::Result<Vec<Dialogue>> {
    let mut dialogues: Vec<Dialogue> = Vec::new();
    for Line { place, text } in lines {
        if let Some(name) = text.strip_prefix("== ") {
            dialogues.push(Dialogue {
                place,
                name: name.to_owned(),
                ..Dialogue::default()
            });
            continue;
        }
        let dialogue = dialogues
            .last_mut()
            .with_context(|| format!("{place}: no dialogue has begun"))?;
        if let Some(task) = text.strip_prefix("+ ") {
            dialogue.before.push(task.to_owned());
        } else if let Some(message) = text.strip_prefix("> ") {
            dialogue.steps.push(Step::Say {
                place,
                message: message.to_owned(),
                list: Expected::List(Vec::new()),
            });
        } else if let Some(span) = text.strip_prefix("~ ") {
            dialogue.steps.push(Step::Wait(
                length(span).with_context(|| format!("{place}: how long is {span:?}?"))?,
            ));
        } else {
            let Some(Step::Say { list, .. }) = dialogue.steps.last_mut() else {
                bail!("{place}: nothing was said before {text:?}");
            };
            match (text.as_str(), list) {
                ("=", list) => *list = Expected::AsBefore,
                ("-", _) => {}
                (task, Expected::List(tasks)) => tasks.push(task.to_owned()),
                (_, Expected::AsBefore) => bail!("{place}: both `=` and a list"),
            }
        }
    }
    Ok(dialogues)
}

fn length(text: &str) -> Option<SignedDuration> {
    let (number, unit) = text.trim().split_at_checked(text.trim().len() - 1)?;
    let number: i64 = number.trim().parse().ok()?;
    Some(match unit {
        "m" => SignedDuration::from_mins(number),
        "h" => SignedDuration::from_hours(number),
        "d" => SignedDuration::from_hours(24 * number),
        _ => return None,
    })
}

async fn hold(
    database: &Database,
    dialogue: &Dialogue,
    language: &str,
    scores: &mut Scores,
) -> anyhow::Result<()> {
    let moment = cases::moment(language);
    let start: Timestamp = tasktalk_domain::due::instant(moment.now, &moment.zone);
    let clock = Clock::fixed(start);
    let owner = person(database, &moment.zone, start).await?;
    let defaults = Defaults {
        timezone: moment.zone.clone(),
        locale: moment.locale.clone(),
    };
    let assistant = Assistant::new(database.clone(), clock.clone(), defaults);
    for task in &dialogue.before {
        let tool = Tool::from_call("add_task", arguments(task)?, &moment.zone)
            .map_err(|failure| anyhow::anyhow!("{task}: {failure:?}"))?;
        assistant.run_tool(owner, Permissions::ALL, tool).await?;
    }
    let mut conversation = None;
    let mut all_right = true;
    let mut before = list(database, owner).await?;
    for step in &dialogue.steps {
        let (place, message, expected) = match step {
            Step::Wait(span) => {
                clock.advance(*span);
                continue;
            }
            Step::Say {
                place,
                message,
                list,
            } => (place, message, list),
        };
        let response = say(&assistant, owner, &mut conversation, message).await?;
        clock.advance(SignedDuration::from_secs(10));
        let after = list(database, owner).await?;
        let right = match expected {
            Expected::AsBefore => {
                scores.changed_for_nothing.count(after != before);
                after == before
            }
            Expected::List(tasks) => &after == tasks,
        };
        scores.turns.count(right);
        all_right &= right;
        if !right {
            scores.wrong.push(Wrong {
                place: place.clone(),
                text: format!("{} › {message}", dialogue.name),
                expected: match expected {
                    Expected::AsBefore => "nothing changed".to_owned(),
                    Expected::List(tasks) => tasks.join(" | "),
                },
                found: format!("{} ‹ {}", after.join(" | "), response.replace('\n', " / ")),
                faults: "list".to_owned(),
            });
        }
        before = after;
    }
    scores.dialogues.count(all_right);
    Ok(())
}

async fn person(database: &Database, zone: &Zone, now: Timestamp) -> anyhow::Result<UserId> {
    let zone = zone.clone();
    let created = database
        .write::<_, StorageError, _>(move |tx| {
            let new = NewUser {
                timezone: Some(zone.clone()),
                ..NewUser::default()
            };
            Box::pin(async move { users::create(tx, new, now).await })
        })
        .await?;
    Ok(created.id)
}

async fn say(
    assistant: &Assistant,
    owner: UserId,
    conversation: &mut Option<ConversationId>,
    message: &str,
) -> anyhow::Result<String> {
    let request = TurnRequest {
        input: Input::Message(message.to_owned()),
        conversation: *conversation,
        timezone: None,
        permissions: Permissions::ALL,
        idempotency: None,
        since: tokio::time::Instant::now(),
    };
    let turn = assistant.turn(owner, request).await?;
    *conversation = Some(turn.conversation);
    Ok(turn.response)
}

/// The list as dialogues write it.
async fn list(database: &Database, owner: UserId) -> anyhow::Result<Vec<String>> {
    let ids: Vec<TaskId> = (1..=TASKS)
        .filter_map(|id| TaskId::try_from(id).ok())
        .collect();
    let tasks = database
        .read::<_, StorageError, _>(move |snapshot| {
            Box::pin(async move { tasks::get_many(snapshot, owner, &ids).await })
        })
        .await?;
    Ok(tasks
        .iter()
        .filter(|task| task.deleted_at.is_none())
        .map(line)
        .collect())
}

fn line(task: &Task) -> String {
    let done = if task.completed() { "x" } else { "" };
    let mut parts = vec![format!("{}{done} {}", task.id.get(), task.title)];
    parts.extend(task.due.as_ref().map(|due| match due {
        Due::Date { date } => format!("@{date}"),
        Due::DateTime { date_time, .. } => date_time.strftime("@%Y-%m-%d %H:%M").to_string(),
    }));
    let rule = task.recurrence.as_ref();
    parts.extend(rule.map(|recurrence| format!("*{}", recurrence.rule)));
    if task.priority != Priority::None {
        parts.push(format!("!{}", task.priority.as_str()));
    }
    parts.extend(task.tags.iter().map(|tag| format!("#{}", tag.as_str())));
    parts.join(" ")
}

/// The arguments of `add_task` for a line such as `Buy milk @2026-11-26 10:00 *FREQ=DAILY !high #home`.
fn arguments(task: &str) -> anyhow::Result<Value> {
    let mut words: Vec<&str> = task.split(' ').collect();
    let mut arguments = json!({});
    let mut tags = Vec::new();
    let mut time = None;
    while let Some(word) = words.last().copied() {
        if let Some(tag) = word.strip_prefix('#') {
            tags.insert(0, tag.to_owned());
        } else if let Some(priority) = word.strip_prefix('!') {
            arguments["priority"] = json!(priority);
        } else if let Some(rule) = word.strip_prefix('*') {
            arguments["recurrence"] = json!({ "rrule": rule, "mode": "catch_up" });
        } else if let Some(date) = word.strip_prefix('@') {
            arguments["due"] = match time.take() {
                None => json!({ "date": date }),
                Some(time) => {
                    json!({ "date_time": format!("{date}T{time}:00"), "timezone": "Europe/Berlin" })
                }
            };
        } else if word.len() == 5 && word.as_bytes()[2] == b':' && time.is_none() {
            time = Some(word);
        } else {
            break;
        }
        words.pop();
    }
    if time.is_some() {
        bail!("a time without a date: {task}");
    }
    arguments["title"] = json!(words.join(" "));
    arguments["tags"] = json!(tags);
    Ok(arguments)
}
