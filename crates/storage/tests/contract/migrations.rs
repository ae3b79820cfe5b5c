//! Bringing the schema up to date.

use futures_util::future::try_join_all;
use tasktalk_storage::{Database, Options, StorageError, testing::TestDatabase};

use crate::support::{Test, on_both, person};

on_both!(
    unopened: a_second_time_does_nothing,
    programs_may_start_together,
    a_newer_schema_is_refused,
    a_changed_migration_is_refused,
    words_that_were_there_are_counted,
);

async fn a_second_time_does_nothing(home: TestDatabase) {
    let database = Database::open(&home.url, Options::default()).await.unwrap();
    database.ready().await.unwrap();
    assert!(!database.migrate().await.unwrap().is_empty());
    person(&database, "anna").await;
    assert_eq!(database.migrate().await.unwrap(), Vec::<String>::new());
    let again = home.open(Options::default()).await;
    assert_eq!(person(&again, "bob").await.id.0, 2);
}

async fn programs_may_start_together(home: TestDatabase) {
    let starts = (0..6).map(|_| async {
        let database = Database::open(&home.url, Options::default()).await?;
        database.migrate().await
    });
    let applied = try_join_all(starts).await.unwrap();
    let mut names: Vec<String> = applied.concat();
    names.sort();
    let once = names.windows(2).all(|pair| pair[0] != pair[1]);
    assert!(
        once && !names.is_empty(),
        "each is applied once: {applied:?}"
    );
}

async fn a_newer_schema_is_refused(home: TestDatabase) {
    let database = home.open(Options::default()).await;
    home.run_sql("INSERT INTO schema_migrations (name, checksum) VALUES ('9999_later', '')")
        .await;
    let result = database.migrate().await;
    assert!(
        matches!(&result, Err(StorageError::NewerSchema { found }) if found == "9999_later"),
        "{result:?}"
    );
}

async fn a_changed_migration_is_refused(home: TestDatabase) {
    let database = home.open(Options::default()).await;
    home.run_sql("UPDATE schema_migrations SET checksum = 'other'")
        .await;
    let result = database.migrate().await;
    assert!(matches!(result, Err(StorageError::ChangedMigration { .. })));
}

/// The vocabulary is made from the words of a database that is older than it.
async fn words_that_were_there_are_counted(home: TestDatabase) {
    let test = Test {
        database: home.open(Options::default()).await,
        home,
    };
    let (anna, bob) = (test.person("anna").await, test.person("bob").await);
    anna.add("Buy milk, crème brûlée and 12 eggs").await;
    anna.add("Milk the goat").await;
    bob.add("Buy 東京 tickets").await;
    let all = "SELECT user_id || ' ' || word || ' ' || reversed || ' ' || tasks FROM vocabulary \
               ORDER BY user_id, word";
    let counted = test.home.texts(all).await;
    assert!(
        counted.contains(&format!("{} milk klim 2", anna.id.0)),
        "{counted:?}"
    );
    let (index, migration) = match test.home.url.path() {
        Some(_) => (
            "DELETE FROM sqlite_stat1 WHERE idx LIKE 'vocabulary%' OR idx = 'tasks_by_title'",
            include_str!("../../migrations/sqlite/0003_vocabulary.sql"),
        ),
        None => (
            "",
            include_str!("../../migrations/postgres/0003_vocabulary.sql"),
        ),
    };
    let sql = format!("DROP TABLE vocabulary; DROP INDEX tasks_by_title; {index}; {migration}");
    test.home.run_sql(&sql).await;
    assert_eq!(test.home.texts(all).await, counted);
}
