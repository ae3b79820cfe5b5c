//! Bringing the schema up to date.

use futures_util::future::try_join_all;
use tasktalk_storage::{Database, Options, StorageError, testing::TestDatabase};

use crate::support::{on_both, person};

on_both!(
    unopened: a_second_time_does_nothing,
    programs_may_start_together,
    a_newer_schema_is_refused,
    a_changed_migration_is_refused,
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
