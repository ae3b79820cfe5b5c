//! No statement reads a whole table, however it is found out: the log holds every statement that ran, and every
//! function of the crate is run here.

mod calls;

use std::{collections::BTreeSet, fs, path::Path};

use tasktalk_storage::{Options, StatementLog, StorageError, testing::TestDatabase};

use self::calls::{change_everything, read_everything, remove_everything};
use crate::support::on_both;

on_both!(unopened: no_statement_reads_a_whole_table);

/// Plans that look like reading a table and are not.
const FINE: [&str; 1] = [
    // An index of only those rows that are asked for; there is one at most.
    "SCAN users USING INDEX users_unclaimed",
];

async fn no_statement_reads_a_whole_table(home: TestDatabase) {
    let log = StatementLog::default();
    let options = Options {
        log: Some(log.clone()),
        ..Options::default()
    };
    let database = home.open(options).await;
    fill(&home).await;
    database
        .write::<_, StorageError, _>(|tx| {
            Box::pin(async move {
                change_everything(tx).await?;
                read_everything(tx).await?;
                remove_everything(tx).await
            })
        })
        .await
        .unwrap();
    let statements = log.statements();
    assert!(statements.len() > 90, "{} statements", statements.len());
    let mut bad = Vec::new();
    let mut open_tasks = 0;
    for (sql, parameters) in statements {
        let lines = plan(&home, &sql, parameters).await;
        if home.url.path().is_some() && sql.contains("user_id = $1 AND state = 0 ORDER BY id") {
            assert!(lines[0].contains("tasks_by_state"), "{sql}: {lines:?}");
            assert_eq!(lines.len(), 1, "it is in order already: {lines:?}");
            open_tasks += 1;
        }
        let is_bad = |line: &&String| {
            let whole = ["SCAN ", "Seq Scan on "]
                .iter()
                .find_map(|step| line.split_once(step))
                .and_then(|(_, table)| table.split_whitespace().next());
            whole.is_some_and(|table| TABLES.contains(&table)) && !FINE.contains(&line.trim())
        };
        if lines.iter().any(|line| is_bad(&line)) {
            bad.push(format!("{sql}\n    {}", lines.join("\n    ")));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n\n"));
    assert_eq!(open_tasks > 0, home.url.path().is_some());
}

/// The steps of a statement's plan. On PostgreSQL it is the plan for any parameters.
async fn plan(home: &TestDatabase, sql: &str, parameters: usize) -> Vec<String> {
    let Some(path) = home.url.path() else {
        let nulls = vec!["NULL"; parameters].join(", ");
        let arguments = if parameters == 0 {
            String::new()
        } else {
            format!("({nulls})")
        };
        return home
            .texts(&format!(
                "SET plan_cache_mode = force_generic_plan; PREPARE asked AS {sql}; \
                 EXPLAIN EXECUTE asked{arguments}"
            ))
            .await;
    };
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut statement = connection
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .unwrap();
    let mut rows = statement.raw_query();
    let mut lines = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        lines.push(row.get("detail").unwrap());
    }
    lines
}

const TABLES: [&str; 18] = [
    "access_tokens",
    "changes",
    "completions",
    "conversations",
    "events",
    "idempotency_keys",
    "login_attempts",
    "messages",
    "model_usage",
    "refresh_tokens",
    "reminders",
    "secrets",
    "task_tags",
    "task_words",
    "tasks",
    "turns",
    "users",
    "vocabulary",
];

/// Thousands of rows, so that reading them all would be the wrong plan. The person of the test is number 1.
async fn fill(home: &TestDatabase) {
    // Nobody analyzes an SQLite database: its planner goes by what the first migration says.
    let (uuid, analyze) = match home.url.path() {
        Some(_) => ("randomblob(16)", ""),
        None => ("gen_random_uuid()", "ANALYZE"),
    };
    let numbers = |count: u32| {
        format!(
            "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) \
             SELECT i FROM n) AS n"
        )
    };
    let sql = format!(
        "INSERT INTO users (email, settings, newest_event, created_at, updated_at) \
             SELECT 'user' || i || '@example.com', '{{}}', 1000, 0, 0 FROM {n3000};
         INSERT INTO tasks (user_id, id, state, title, title_folded, due_key, priority, tags, \
                 created_at, updated_at, version) \
             SELECT users.id, i, i % 2, 'x', 'x', '~', 0, '[]', 0, 0, 1 FROM users, {n10};
         INSERT INTO task_words SELECT user_id, 'word' || id, id FROM tasks;
         INSERT INTO vocabulary SELECT user_id, 'word' || id, id || 'drow', 1 FROM tasks;
         INSERT INTO task_tags SELECT user_id, 'tag' || id, id FROM tasks;
         INSERT INTO completions SELECT user_id, id, 1, NULL, 0 FROM tasks;
         INSERT INTO conversations SELECT id, {uuid}, 'x', 'x', 0, 0 FROM users;
         INSERT INTO messages \
             SELECT user_id, id, {uuid}, 'user', 0, '{{}}', 'x', '[]' FROM conversations, {n10};
         INSERT INTO changes \
             SELECT user_id, {uuid}, id, NULL, {uuid}, 'updated', id, 'x', NULL, NULL, FALSE, 0, NULL \
             FROM tasks;
         INSERT INTO events SELECT user_id, id, 'x', 'x', 1, 0, NULL FROM tasks;
         INSERT INTO reminders \
             SELECT user_id, {uuid}, id, '2026-11-' || (10 + id) || 'T09:00:00[UTC]', id % 4, user_id, user_id, FALSE, NULL, 0, NULL, NULL \
             FROM tasks;
         INSERT INTO idempotency_keys SELECT user_id, 'key' || id, '', 200, id, '' FROM tasks;
         INSERT INTO turns SELECT user_id, id, conversation_id, NULL, NULL, user_id FROM messages;
         INSERT INTO model_usage SELECT user_id, '2026-11-' || (10 + id), id FROM tasks;
         INSERT INTO refresh_tokens \
             SELECT user_id, {uuid}, {uuid}, 'hash' || user_id || '/' || id, NULL, 0, id, NULL, NULL \
             FROM tasks;
         INSERT INTO access_tokens \
             SELECT user_id, {uuid}, 'x', 'x', 'hash' || user_id || '/' || id, '', 0, NULL, NULL, NULL \
             FROM tasks;
         INSERT INTO login_attempts SELECT 'key' || i, 1, 0, i, NULL FROM {n3000};
         INSERT INTO secrets SELECT 'secret' || i, 'x' FROM {n3000};
         {analyze};",
        n3000 = numbers(3_000),
        n10 = numbers(10),
    );
    home.run_sql(&sql).await;
}

#[test]
fn every_function_is_run_here() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let here = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract/explain/calls.rs"),
    )
    .unwrap();
    let mut missing = BTreeSet::new();
    for entry in fs::read_dir(&source).unwrap() {
        let path = entry.unwrap().path();
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let inner = fs::read_dir(path.with_extension(""))
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap().path());
        for file in inner.chain([path.clone()]).filter(|file| file.is_file()) {
            let text = fs::read_to_string(file).unwrap();
            for function in text.lines().filter_map(|line| {
                let rest = line.strip_prefix("pub async fn ")?;
                Some(rest.split(['(', '<']).next()?.to_owned())
            }) {
                if !here.contains(&format!("{module}::{function}(")) {
                    missing.insert(format!("{module}::{function}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "not run: {missing:?}");
}
