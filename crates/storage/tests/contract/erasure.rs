//! Erasing a person leaves no trace.

use jiff::civil::date;
use tasktalk_domain::{MessageId, OccurrenceTime, Tag, Task};
use tasktalk_storage::{
    access_tokens::{self, AccessToken},
    changes, completions, events, idempotency, messages, model_usage,
    refresh_tokens::{self, RefreshToken},
    reminders::{self, NewReminder},
    testing::TestDatabase,
    turns::{self, RunningTurn},
    users,
};
use uuid::Uuid;

use crate::support::{Person, Test, at, id, message, on_both, receipt, task};

on_both!(nothing_of_an_erased_person_is_left);

/// Puts something into every table that has an owner.
async fn fill(person: &Person) {
    person
        .add_task(|id| Task {
            tags: Tag::parse_all(&["home"]).unwrap(),
            ..task(id, "Buy milk")
        })
        .await;
    let owner = person.id;
    let number = u128::from(owner.0.unsigned_abs());
    let conversation = person.converse(number, 0).await;
    person
        .change(move |tx, locked| {
            Box::pin(async move {
                let key = Uuid::from_u128(number);
                messages::append(tx, owner, conversation, &message(number, "hello")).await?;
                completions::insert(tx, owner, id(1), None, at(0)).await?;
                events::append(tx, owner, &locked, "task.created", "1", 1, at(0)).await?;
                let reminder = NewReminder {
                    id: key,
                    task: id(1),
                    occurrence: OccurrenceTime::parse("2026-11-22T09:00:00[UTC]").unwrap(),
                    due_at: at(9),
                    fire_at: at(9),
                };
                reminders::plan(tx, owner, &reminder).await?;
                let receipt = receipt(number, &task(id(1), "Buy milk"));
                changes::insert(tx, owner, &locked, key, Some(conversation), &receipt).await?;
                idempotency::store(tx, owner, "key", "hash", 200, "{}", at(0)).await?;
                let running = RunningTurn {
                    owner,
                    message: MessageId(key),
                    conversation,
                    idempotency: None,
                    lease_until: at(0),
                };
                turns::begin(tx, owner, &running).await?;
                model_usage::add(tx, owner, date(2026, 11, 22), 7).await?;
                let token = RefreshToken {
                    id: key,
                    family: key,
                    user: owner,
                    token_hash: format!("refresh {number}"),
                    successor: None,
                    created_at: at(0),
                    expires_at: at(9),
                    used_at: None,
                    revoked_at: None,
                };
                refresh_tokens::insert(tx, &token).await?;
                let token = AccessToken {
                    id: key,
                    owner,
                    name: "script".to_owned(),
                    prefix: "tt_".to_owned(),
                    token_hash: format!("access {number}"),
                    scopes: String::new(),
                    created_at: at(0),
                    expires_at: None,
                    last_used_at: None,
                    revoked_at: None,
                };
                access_tokens::insert(tx, &token).await
            })
        })
        .await
        .unwrap();
}

async fn nothing_of_an_erased_person_is_left(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    fill(&anna).await;
    fill(&bob).await;
    let full = owned_rows(&test.home).await;
    assert!(full.len() >= 13, "every table with an owner: {full:?}");
    assert!(
        full.iter().all(|(_, hers, his)| *hers > 0 && hers == his),
        "each has something in it: {full:?}"
    );
    let owner = anna.id;
    test.write(move |tx| Box::pin(users::erase(tx, owner)))
        .await
        .unwrap();
    let left = owned_rows(&test.home).await;
    for ((table, hers, his), (_, _, before)) in left.iter().zip(&full) {
        assert_eq!((*hers, his), (0, before), "{table}");
    }
    // The number stays hers.
    assert_eq!(test.person("carl").await.id.0, 3);
}

/// Every table that has a column `user_id`, and how many rows users 1 and 2 have in it.
async fn owned_rows(home: &TestDatabase) -> Vec<(String, i64, i64)> {
    let tables = home
        .texts(match home.url.path() {
            Some(_) => {
                "SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c \
                 WHERE m.type = 'table' AND c.name = 'user_id' ORDER BY 1"
            }
            None => {
                "SELECT table_name FROM information_schema.columns \
                 WHERE table_schema = 'tasktalk' AND column_name = 'user_id' ORDER BY 1"
            }
        })
        .await;
    let mut found = Vec::new();
    for table in tables {
        let mut rows = Vec::new();
        for user in [1, 2] {
            let sql = format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table} WHERE user_id = {user}");
            rows.push(home.texts(&sql).await[0].parse().unwrap());
        }
        found.push((table, rows[0], rows[1]));
    }
    found
}
