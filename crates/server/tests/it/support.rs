//! What the tests are written with.

mod actor;
mod app;
mod listener;
pub(crate) mod raw;

pub(crate) use self::{
    actor::Actor,
    app::{App, NOW, PASSWORD, Start, free_port},
    listener::{Heard, Listener},
};

/// Runs each named test on SQLite and on PostgreSQL, every time with a database of its own.
macro_rules! on_both_engines {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test]
                async fn $test() {
                    $crate::support::Start::on(tasktalk_storage::Engine::Sqlite, super::$test).await;
                }
            )*
        }
        mod postgres {
            $(
                #[tokio::test]
                async fn $test() {
                    $crate::support::Start::on(tasktalk_storage::Engine::Postgres, super::$test).await;
                }
            )*
        }
    };
}
pub(crate) use on_both_engines;

/// Runs each named test on SQLite: for what does not depend on the database.
macro_rules! on_sqlite {
    ($($test:ident),* $(,)?) => {
        mod on_sqlite {
            $(
                #[tokio::test]
                async fn $test() {
                    $crate::support::Start::on(tasktalk_storage::Engine::Sqlite, super::$test).await;
                }
            )*
        }
    };
}
pub(crate) use on_sqlite;
