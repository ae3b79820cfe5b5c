//! Somebody with ten thousand tasks: what is meant is found, what is unclear is asked about, and nothing is read that a
//! query can answer.

mod titles;

use std::sync::LazyLock;

use jiff::{Span, Timestamp, civil::date};
use tasktalk_assistant::Turn;
use tasktalk_domain::{Due, Exceptions, Priority, Tag, Task, TaskTitle};
use tasktalk_storage::{Engine, Options, StatementLog, StorageError, tasks, users};

use crate::home::{Home, Person, changed, number, offered, on, on_each_engine, with};

/// How long the list is.
const LENGTH: i64 = 10_000;
/// Tasks stored in one transaction.
const AT_ONCE: i64 = 1_000;

/// The tasks that are talked about, by their numbers: most of them old, so that newer ones are in the way.
const NAMED: &[(i64, &str)] = &[
    (5, "Call Anna about the lease"),
    (11, "Book a dentist appointment"),
    (17, "Buy groceries"),
    (23, "Call"),
    (29, "Water the orchids"),
    (31, "Renew passport"),
    (37, "Return library books"),
    (41, "Clean the litter box"),
    (43, "Prepare kindergarten party"),
    (47, "Oil the trumpet"),
    (53, "Oil the trombone"),
    (59, "Oil the clarinet"),
    (61, "Oil the oboe"),
    (67, "Sharpen the knives"),
    (71, "Sharpen the knives"),
    (73, "Visit grandma in hospital"),
    (79, "Photograph the sculptures"),
    (83, "Mow lawn"),
    (89, "Defrost freezer"),
    (97, "Feed hamster"),
    (101, "Call mum"),
    (103, "Learn 40 irregular verbs"),
];

static TODAY: LazyLock<Timestamp> = LazyLock::new(|| crate::home::SUNDAY.parse().unwrap());

/// The task with this number on the long list.
fn nth(id: i64) -> Task {
    let named = NAMED.iter().find(|(named, _)| *named == id);
    let title = match named {
        Some((_, title)) => (*title).to_owned(),
        None => titles::title(usize::try_from(id).unwrap()),
    };
    let done = named.is_none() && id % 4 == 0 || id == 71;
    let day = date(2027, 1, 1).saturating_add(Span::new().days(id % 300));
    Task {
        id: number(id),
        title: TaskTitle::parse(&title).unwrap(),
        description: None,
        completed_at: done.then_some(*TODAY),
        due: (id % 7 == 1).then(|| Due::on(day)),
        recurrence: None,
        exceptions: Exceptions::default(),
        priority: if id % 500 == 7 {
            Priority::High
        } else {
            Priority::None
        },
        tags: if id % 2_000 == 9 {
            Tag::parse_all(&["allotment"]).unwrap()
        } else {
            Vec::new()
        },
        created_at: *TODAY,
        updated_at: *TODAY,
        version: 1,
        deleted_at: None,
    }
}

/// Somebody with the first tasks of the long list.
async fn hoarder(home: &Home, length: i64) -> Person {
    let person = home.newcomer().await;
    let owner = person.id;
    for first in (1..=length).step_by(1_000) {
        let stored: Result<_, StorageError> = home
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let locked = users::lock(tx, owner).await?.unwrap();
                    for id in first..=length.min(first + AT_ONCE - 1) {
                        assert_eq!(locked.next_task_id(), number(id));
                        tasks::insert(tx, owner, &nth(id)).await?;
                    }
                    Ok(())
                })
            })
            .await;
        stored.unwrap();
    }
    person
}

/// What a message should come to.
enum Expected {
    /// These tasks are changed.
    Changes(&'static [i64]),
    /// These are offered.
    Offers(&'static [i64]),
    /// So many are offered, whichever, and nothing is changed.
    Asks(usize),
    /// The reply has this in it, and nothing is changed.
    Says(&'static str),
}

use Expected::{Asks, Changes, Offers, Says};

fn check(message: &str, turn: &Turn, expected: &Expected) {
    let response = turn.response.chars().take(300).collect::<String>();
    match expected {
        Changes(ids) => assert_eq!(changed(turn), *ids, "{message}: {response}"),
        Offers(ids) => assert_eq!(offered(turn), *ids, "{message}: {response}"),
        Asks(count) => assert_eq!(offered(turn).len(), *count, "{message}: {response}"),
        Says(text) => assert!(turn.response.contains(text), "{message}: {response}"),
    }
    if !matches!(expected, Changes(_)) {
        assert!(changed(turn).is_empty(), "{message}: {response}");
    }
}

/// One after the other, in one conversation.
const TURNS: &[(&str, Expected)] = &[
    // By a rare word, though three thousand titles have the others.
    ("done with the call to Anna about the lease", Changes(&[5])),
    ("reopen the lease", Changes(&[5])),
    ("complete the lease call", Changes(&[5])),
    // Misspelt, in either half of a word; at the beginning, in the middle, at the end.
    ("done with the dentits", Changes(&[11])),
    ("i bought the grocreies", Changes(&[17])),
    ("complete the rochids", Changes(&[29])),
    ("delete the renew pasport task", Offers(&[31])),
    ("yes", Changes(&[31])),
    ("restore the passport", Changes(&[31])),
    // In the singular, in another order, cut short, as a verb form.
    ("done with the library book", Changes(&[37])),
    ("move party of kindergarten to friday", Changes(&[43])),
    ("mowed the lawn", Changes(&[83])),
    ("defrosted the freezer", Changes(&[89])),
    ("mark photo sculpture as high priority", Changes(&[79])),
    ("complete hamsters", Changes(&[97])),
    // A whole title among three thousand that begin with it, and one of which every word is in others.
    ("complete the task \"Call\"", Changes(&[23])),
    ("done with call mum", Changes(&[101])),
    // Rightly written words that no title has are no others.
    ("complete the letter", Offers(&[41])),
    ("no", Says("nothing was changed")),
    ("complete the zeppelin", Says("Nothing matched")),
    ("complete hospitality", Says("Nothing matched")),
    // Several fit equally: three are offered, and what else fits can be named.
    ("complete oil", Asks(3)),
    ("the oboe", Changes(&[61])),
    // Open ones before done ones.
    ("complete sharpen the knives", Changes(&[67])),
    ("complete sharpen the knives", Offers(&[67, 71])),
    ("neither", Says("nothing was changed")),
    // Three thousand fit.
    ("complete the Anderberg call", Asks(3)),
    ("neither", Says("nothing was changed")),
    // By filter, by exception, by place, by number.
    (
        "complete everything tagged allotment except #2009",
        Changes(&[9, 4009, 6009, 8009]),
    ),
    ("complete everything tagged allotment", Changes(&[2009])),
    (
        "how many tasks are urgent?",
        Says("21 pending tasks with high priority"),
    ),
    ("what's due on 3 january 2027?", Says("(5)")),
    ("complete the second one", Changes(&[2402])),
    (
        "complete all due on 3 january 2027 except the last one",
        Changes(&[302, 4502, 6602]),
    ),
    ("complete task 9999", Changes(&[9999])),
    ("complete task 10001", Says("Task #10001 not found")),
    ("undo", Changes(&[9999])),
    // Too many at once are left alone.
    ("delete all my tasks", Says("10000 tasks")),
    ("complete all except the orchids", Says("at most")),
];

#[tokio::test]
async fn ten_thousand_tasks_are_talked_about_like_ten() {
    on_each_engine(async |home| {
        let carol = hoarder(home, LENGTH).await;
        for (message, expected) in TURNS {
            let turn = carol.says(message).await;
            check(message, &turn, expected);
        }
    })
    .await;
}

#[tokio::test]
async fn deleting_many_is_confirmed_with_their_number_and_three_of_them() {
    on_each_engine(async |home| {
        let carol = hoarder(home, LENGTH).await;
        let due = |id: &i64| {
            let (from, to) = (date(2027, 1, 1), date(2027, 1, 31));
            nth(*id)
                .due
                .is_some_and(|due| (from..=to).contains(&due.date()))
        };
        let meant: Vec<i64> = (1..=LENGTH).filter(due).collect();
        assert!(meant.len() > 100, "{}", meant.len());
        let asked = carol.says("delete everything due in january 2027").await;
        assert!(changed(&asked).is_empty());
        let count = format!("{} tasks", meant.len());
        assert!(asked.response.contains(&count), "{}", asked.response);
        let samples = asked.response.matches('#').count();
        assert_eq!(samples, 3, "{}", asked.response);
        assert_eq!(changed(&carol.says("yes").await), meant);
        assert_eq!(changed(&carol.says("undo").await).len(), meant.len());
    })
    .await;
}

/// What is said to both lists: one task is meant each time.
const ALIKE: &[&str] = &[
    "complete the lease",
    "complete the dentits",
    "complete renew passport",
    "complete the call to Anna about the lease",
    "complete the zeppelin",
    "complete the litter box and the trumpet",
    "move the orchids to friday",
];

/// Counted in the steps that SQLite takes, which don't depend on what else the machine does.
#[tokio::test]
async fn finding_a_task_among_ten_thousand_is_little_more_work_than_among_two_hundred() {
    let mut steps = Vec::new();
    for length in [200, LENGTH] {
        let log = StatementLog::default();
        let options = Options {
            log: Some(log.clone()),
            ..Options::default()
        };
        with(Engine::Sqlite, options, async |home| {
            let carol = hoarder(home, length).await;
            let mut each = Vec::new();
            for message in ALIKE {
                let before = log.steps();
                carol.says(message).await;
                each.push(log.steps() - before);
            }
            steps.push(each);
        })
        .await;
    }
    for ((message, few), many) in ALIKE.iter().zip(&steps[0]).zip(&steps[1]) {
        assert!(
            *few > 0 && many <= &(few * 4),
            "{message}: {few} steps, then {many}"
        );
    }
}

#[tokio::test]
async fn a_long_list_takes_no_more_round_trips() {
    on(Engine::Postgres, async |home| {
        let carol = hoarder(home, 1_000).await;
        // The first time, each statement is prepared, which the server is asked for as well.
        for warm in [false, true] {
            for message in [
                "complete the lease",
                "complete the dentits",
                "reopen the orchids",
            ] {
                let before = home.database.round_trips();
                carol.says(message).await;
                let asked = home.database.round_trips() - before;
                assert!(!warm || asked <= 3, "{message}: {asked} round trips");
            }
            carol
                .says_all(&[
                    "reopen the lease",
                    "reopen the dentist",
                    "complete the orchids",
                ])
                .await;
        }
    })
    .await;
}
