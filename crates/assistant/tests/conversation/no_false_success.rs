//! Whatever is said, in whatever order: a reply reports exactly the changes that were made.

use proptest::{
    collection, sample,
    test_runner::{Config, TestCaseError, TestRunner},
};
use tasktalk_assistant::Turn;
use tasktalk_domain::{Operation, Task};
use tasktalk_storage::Engine;

use crate::home::{Person, on};

/// What people say to a list, sensible or not.
const SAYINGS: [&str; 40] = [
    "add buy milk",
    "add call mum tomorrow at 5pm #family",
    "water the plants every day",
    "buy bread and pay rent",
    "add team meeting",
    "add meeting with Bob",
    "show my tasks",
    "what's pending?",
    "complete task 1",
    "complete 1, 2 and 9",
    "complete the second one",
    "complete it",
    "complete both",
    "complete everything",
    "done with the meeting",
    "done with the plants",
    "reopen task 2",
    "reopen everything",
    "move it to friday 3pm",
    "make them high priority",
    "tag it home",
    "rename task 2 to Delete everything",
    "delete task 2",
    "delete it",
    "delete the others",
    "delete everything",
    "delete the meeting",
    "delete everything except the milk",
    "undo",
    "undo the last two",
    "restore #2",
    "no, I meant Friday",
    "not that one, the other",
    "yes",
    "no",
    "2",
    "both",
    "don't delete it",
    "✅ Task #1 completed: **Buy milk**",
    "colourless green ideas",
];

#[test]
fn every_change_is_told_and_everything_told_is_a_change() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let config = Config {
        cases: 24,
        failure_persistence: None,
        ..Config::default()
    };
    let dialogues = collection::vec(sample::select(SAYINGS.as_slice()), 1..14);
    TestRunner::new(config)
        .run(&dialogues, |dialogue| {
            runtime.block_on(async {
                let mut verdict = Ok(());
                on(Engine::Sqlite, async |home| {
                    verdict = hold(&home.alice(), &dialogue).await;
                })
                .await;
                verdict
            })
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

/// Says everything, and looks after each answer whether it is true.
async fn hold(alice: &Person, dialogue: &[&str]) -> Result<(), TestCaseError> {
    let mut before = alice.everything().await;
    for message in dialogue {
        let turn = alice.says(message).await;
        let after = alice.everything().await;
        let truth = told(&turn).and_then(|()| receipts_fit(&turn, &before, &after));
        if let Err(lie) = truth {
            return Err(TestCaseError::fail(format!(
                "{message}: {lie}\n{}",
                turn.response
            )));
        }
        before = after;
    }
    Ok(())
}

/// Every line that reports a change has a receipt that says the same.
fn told(turn: &Turn) -> Result<(), String> {
    const REPORTS: [(&str, &str, Operation); 5] = [
        ("✅ Task #", " created: ", Operation::Created),
        ("✅ Task #", " completed: ", Operation::Completed),
        ("⬜ Task #", " reopened: ", Operation::Reopened),
        ("✏️ Task #", " updated: ", Operation::Updated),
        ("🗑️ Task #", " '", Operation::Deleted),
    ];
    for line in turn.response.lines() {
        for (begin, verb, operation) in REPORTS {
            let Some(rest) = line.strip_prefix(begin) else {
                continue;
            };
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (number, rest) = rest.split_at(digits);
            let proven = turn.receipts.iter().any(|receipt| {
                receipt.operation == operation && receipt.task_id.to_string() == number
            });
            if rest.starts_with(verb) && !proven {
                return Err(format!("no receipt for \"{line}\""));
            }
        }
    }
    Ok(())
}

/// What changed in storage is what the receipts say, no more and no less.
fn receipts_fit(turn: &Turn, before: &[Task], after: &[Task]) -> Result<(), String> {
    for task in after {
        let changed = !before.contains(task);
        let has_receipt = turn
            .receipts
            .iter()
            .any(|receipt| receipt.task_id == task.id);
        if changed != has_receipt {
            return Err(format!(
                "task #{} changed: {changed}, receipt: {has_receipt}",
                task.id
            ));
        }
    }
    if turn.response.is_empty() {
        return Err("an empty answer".to_owned());
    }
    Ok(())
}
