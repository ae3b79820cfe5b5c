//! No statement reads a whole table, however it is found out: the log holds every statement that ran, and every
//! function of the crate is run here.

use std::{collections::BTreeSet, fs, path::Path};

use jiff::{SignedDuration, civil::date};
use tasktalk_domain::{
    ConversationTitle, DueFilter, Email, Priority, SortKey, SortOrder, StatusFilter, Tag, Task,
    TaskFilter, UserId, Zone,
};
use tasktalk_storage::{
    Options, Snapshot, StatementLog, StorageError, Transaction,
    access_tokens::{self, AccessToken},
    changes, completions, conversations, events, idempotency, login_attempts, messages,
    refresh_tokens::{self, RefreshToken},
    secrets, tasks,
    testing::TestDatabase,
    users,
};
use uuid::Uuid;

use crate::support::{at, conversation, id, message, on_both, receipt, task};

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

const TABLES: [&str; 14] = [
    "access_tokens",
    "changes",
    "completions",
    "conversations",
    "events",
    "idempotency_keys",
    "login_attempts",
    "messages",
    "refresh_tokens",
    "secrets",
    "task_tags",
    "task_words",
    "tasks",
    "users",
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
         INSERT INTO task_tags SELECT user_id, 'tag' || id, id FROM tasks;
         INSERT INTO completions SELECT user_id, id, 1, NULL, 0 FROM tasks;
         INSERT INTO conversations SELECT id, {uuid}, 'x', 'x', 0, 0 FROM users;
         INSERT INTO messages \
             SELECT user_id, id, {uuid}, 'user', 'x', '[]', '{{}}', 0 FROM conversations, {n10};
         INSERT INTO changes \
             SELECT user_id, {uuid}, id, NULL, {uuid}, 'updated', id, 'x', NULL, NULL, FALSE, 0, NULL \
             FROM tasks;
         INSERT INTO events SELECT user_id, id, 'x', 'x', 1, 0 FROM tasks;
         INSERT INTO idempotency_keys SELECT user_id, 'key' || id, '', 200, '', id FROM tasks;
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

const OWNER: UserId = UserId(1);
const NOTHING: Uuid = Uuid::from_u128(0);

async fn change_everything(tx: &Transaction<'_>) -> Result<(), StorageError> {
    let locked = users::lock(tx, OWNER).await?.unwrap();
    let zone = Zone::utc();
    users::update_profile(tx, OWNER, users::ProfilePatch::default(), at(0)).await?;
    let email = Email::parse("x@example.com").unwrap();
    users::claim(tx, OWNER, &email, "", None, Some(&zone), at(0)).await?;
    users::set_password_hash(tx, OWNER, "", at(0)).await?;
    // The last of the erasures below finds this one.
    let new = users::NewUser::default();
    let leaving = users::create(tx, new, at(0)).await?.id;
    users::mark_deleted(tx, leaving, at(0)).await?;

    let number = id(1_000);
    let full = Task {
        tags: Tag::parse_all(&["a", "b", "c"]).unwrap(),
        ..task(number, "one two three four five six seven")
    };
    let other = task(number, "nothing like it");
    tasks::insert(tx, OWNER, &full).await?;
    tasks::save(tx, OWNER, &full, &other).await?;
    completions::insert(tx, OWNER, number, None, at(0)).await?;
    completions::delete_newest(tx, OWNER, number).await?;

    let talk = conversation(1, 0);
    conversations::insert(tx, OWNER, &talk).await?;
    let title = ConversationTitle::parse("x").unwrap();
    conversations::set_title(tx, OWNER, talk.id, &title, at(0)).await?;
    conversations::touch(tx, OWNER, talk.id, at(0)).await?;
    messages::append(tx, OWNER, talk.id, &message(1, "x")).await?;

    let receipt_1 = receipt(1, &other);
    changes::insert(tx, OWNER, &locked, NOTHING, Some(talk.id), &receipt_1).await?;
    let receipt_2 = receipt(2, &other);
    changes::insert_reversal(tx, OWNER, &locked, NOTHING, None, &receipt_2).await?;
    changes::mark_undone(tx, OWNER, NOTHING, at(0)).await?;
    changes::mark_token_undone(tx, OWNER, NOTHING, at(0)).await?;
    events::append(tx, OWNER, &locked, "x", "x", 1, at(0)).await?;
    idempotency::store(tx, OWNER, "key", "", 200, "", at(0)).await?;

    let refresh = RefreshToken {
        id: NOTHING,
        family: NOTHING,
        user: OWNER,
        token_hash: "x".to_owned(),
        successor: None,
        created_at: at(0),
        expires_at: at(0),
        used_at: None,
        revoked_at: None,
    };
    refresh_tokens::insert(tx, &refresh).await?;
    refresh_tokens::mark_used(tx, OWNER, NOTHING, NOTHING, at(0)).await?;
    refresh_tokens::revoke_family(tx, OWNER, NOTHING, at(0)).await?;
    refresh_tokens::revoke_all(tx, OWNER, at(0)).await?;
    let access = AccessToken {
        id: NOTHING,
        owner: OWNER,
        name: "x".to_owned(),
        prefix: "x".to_owned(),
        token_hash: "x".to_owned(),
        scopes: String::new(),
        created_at: at(0),
        expires_at: None,
        last_used_at: None,
        revoked_at: None,
    };
    access_tokens::insert(tx, &access).await?;
    access_tokens::touch(tx, OWNER, NOTHING, at(0)).await?;
    access_tokens::revoke(tx, OWNER, NOTHING, at(0)).await?;
    let policy = login_attempts::Policy {
        window: SignedDuration::from_mins(1),
        free: 1,
        block_for: SignedDuration::from_mins(1),
    };
    login_attempts::remember(tx, "y", at(0)).await?;
    login_attempts::record_failure(tx, "x", at(0), policy).await?;
    secrets::get_or_create(tx, "x", "x").await.map(|_| ())
}

async fn read_everything(s: &Snapshot<'_>) -> Result<(), StorageError> {
    users::by_id(s, OWNER).await?;
    users::by_email(s, &Email::parse("x@example.com").unwrap()).await?;
    users::by_external_id(s, "x").await?;
    users::first(s).await?;
    users::claimable_first(s).await?;
    users::list(s, Some(OWNER), 50).await?;
    users::due_for_erasure(s, at(0)).await?;

    tasks::get(s, OWNER, id(1)).await?;
    tasks::get_many(s, OWNER, &[id(1), id(2), id(3)]).await?;
    tasks::recent(s, OWNER, 50).await?;
    let words = ["one", "two", "three"].map(str::to_owned);
    for count in 1..=3 {
        tasks::candidates(s, OWNER, &words[..count], 50).await?;
    }
    list_in_every_way(s).await?;
    completions::last(s, OWNER, id(1)).await?;

    let talk = conversation(1, 0).id;
    conversations::get(s, OWNER, talk).await?;
    list_conversations(s).await?;
    messages::last(s, OWNER, talk, 20).await?;
    for number in 0..3 {
        let said = messages::page(s, OWNER, talk, number, None).await?;
        messages::page(s, OWNER, talk, 1, said.next.as_ref()).await?;
    }
    changes::newest_batches(s, OWNER, talk, 1, at(0)).await?;
    changes::by_token(s, OWNER, NOTHING).await?;
    events::after(s, OWNER, 0, 50).await?;
    events::newest(s, OWNER).await?;
    idempotency::find(s, OWNER, "key").await?;
    refresh_tokens::by_hash(s, "x").await?;
    refresh_tokens::family_is_live(s, OWNER, NOTHING, at(0)).await?;
    access_tokens::by_hash(s, "x").await?;
    access_tokens::list(s, OWNER).await?;
    login_attempts::get(s, &["x", "y", "z"]).await.map(|_| ())
}

async fn list_conversations(s: &Snapshot<'_>) -> Result<(), StorageError> {
    for text in [None, Some("x".to_owned())] {
        let mut query = conversations::ConversationQuery {
            limit: 1,
            cursor: None,
            text,
        };
        query.cursor = conversations::page(s, OWNER, &query).await?.next;
        conversations::page(s, OWNER, &query).await?;
    }
    Ok(())
}

/// Every filter by itself, and all at once, in every order, first pages and further ones.
async fn list_in_every_way(s: &Snapshot<'_>) -> Result<(), StorageError> {
    let day = date(2026, 11, 27);
    let due = |due| TaskFilter {
        due: Some(due),
        ..TaskFilter::default()
    };
    let all_at_once = TaskFilter {
        status: StatusFilter::Pending,
        text: Some("one two".to_owned()),
        tag: Some(Tag::parse("a").unwrap()),
        priority: Some(Priority::High),
        due: Some(DueFilter::on(day)),
    };
    let filters = [
        TaskFilter::default(),
        TaskFilter {
            status: StatusFilter::Pending,
            ..TaskFilter::default()
        },
        TaskFilter {
            status: StatusFilter::Completed,
            ..TaskFilter::default()
        },
        TaskFilter {
            text: Some("one".to_owned()),
            ..TaskFilter::default()
        },
        TaskFilter {
            tag: Some(Tag::parse("a").unwrap()),
            ..TaskFilter::default()
        },
        due(DueFilter::None),
        due(DueFilter::Any),
        due(DueFilter::Overdue),
        all_at_once,
    ];
    let sorts = [
        SortKey::Created,
        SortKey::Due,
        SortKey::Priority,
        SortKey::Title,
        SortKey::Updated,
    ];
    for filter in filters {
        tasks::count(s, OWNER, &filter, day, day.at(0, 0, 0, 0)).await?;
        for sort in sorts {
            for order in [SortOrder::Asc, SortOrder::Desc] {
                let mut query = tasks::TaskQuery {
                    filter: filter.clone(),
                    today: day,
                    now: day.at(0, 0, 0, 0),
                    sort,
                    order,
                    limit: 1,
                    cursor: None,
                    trash: false,
                };
                query.cursor = tasks::list(s, OWNER, &query).await?.next;
                tasks::list(s, OWNER, &query).await?;
                query.trash = true;
                tasks::list(s, OWNER, &query).await?;
            }
        }
    }
    Ok(())
}

async fn remove_everything(tx: &Transaction<'_>) -> Result<(), StorageError> {
    conversations::delete(tx, OWNER, conversation(1, 0).id).await?;
    tasks::prune_trash(tx, at(0)).await?;
    changes::prune(tx, OWNER, at(0)).await?;
    events::prune(tx, OWNER, at(0)).await?;
    for found in [
        idempotency::prune(tx, at(0)).await?,
        refresh_tokens::prune(tx, at(0)).await?,
        login_attempts::prune(tx, at(0)).await?,
    ] {
        assert_eq!(found, 500);
    }
    login_attempts::clear(tx, "x").await?;
    users::erase(tx, OWNER).await
}

#[test]
fn every_function_is_run_here() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let here =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract/explain.rs"))
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
