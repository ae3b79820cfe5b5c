use tasktalk_domain::receipt::UNDO_FOR;

use super::*;
use crate::test_support::{code, complete, delete, new_task, number, on_each_engine};

#[tokio::test]
async fn toggling_goes_to_and_fro() {
    on_each_engine(async |home| {
        let task = home.add(new_task("Pay rent")).await;
        for (version, done) in [(1, true), (2, false), (3, true)] {
            let outcome = home
                .assistant
                .toggle_completed(home.anna, Permissions::ALL, task.id, Some(version))
                .await
                .unwrap();
            assert_eq!(outcome.result["completed"], done);
            assert_eq!(home.row(task.id).await.completed(), done);
        }
        let stale = home
            .assistant
            .toggle_completed(home.anna, Permissions::ALL, task.id, Some(1))
            .await
            .unwrap();
        assert_eq!(code(&stale), "version_mismatch");
        let missing = home
            .assistant
            .toggle_completed(home.anna, Permissions::ALL, number(9), None)
            .await
            .unwrap();
        assert_eq!(code(&missing), "task_not_found");
    })
    .await;
}

#[tokio::test]
async fn one_task_is_shown_to_its_owner_alone() {
    on_each_engine(async |home| {
        let task = home.add(new_task("Pay rent")).await;
        let get = async |owner, permissions| {
            let found = home.assistant.get_task(owner, permissions, task.id).await;
            found.map_err(|error| match error {
                ToolError::Failure(failure) => failure,
                ToolError::Storage(error) => panic!("{error}"),
            })
        };
        assert_eq!(get(home.anna, Permissions::ALL).await, Ok(task.clone()));
        assert_eq!(
            get(home.ben, Permissions::ALL).await,
            Err(ToolFailure::NotFound(task.id))
        );
        assert_eq!(
            get(home.anna, Permissions::NONE).await,
            Err(ToolFailure::Forbidden { scope: Scope::Read })
        );
        home.run(delete(task.id)).await;
        assert!(matches!(
            get(home.anna, Permissions::ALL).await,
            Err(ToolFailure::InTrash(_))
        ));
        home.clock.advance(UNDO_FOR);
        assert_eq!(
            get(home.anna, Permissions::ALL).await,
            Err(ToolFailure::NotFound(task.id))
        );
    })
    .await;
}

#[tokio::test]
async fn the_trash_shows_what_was_deleted_last_first() {
    on_each_engine(async |home| {
        for title in ["First", "Second", "Kept"] {
            home.add(new_task(title)).await;
        }
        for id in [2, 1] {
            home.clock.advance(jiff::SignedDuration::from_mins(1));
            home.run(delete(number(id))).await;
        }
        let trash = async |permissions, limit, cursor| {
            home.assistant
                .list_trash(home.anna, permissions, None, limit, cursor)
                .await
        };
        let first = trash(Permissions::ALL, 1, None).await.unwrap();
        assert_eq!((first.total, first.tasks[0].title.as_str()), (2, "First"));
        let second = trash(Permissions::ALL, 1, first.next).await.unwrap();
        assert_eq!(second.tasks[0].title.as_str(), "Second");
        assert!(trash(Permissions::NONE, 1, None).await.is_err());
        assert!(trash(Permissions::ALL, 0, None).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn an_account_that_is_gone_gets_nothing_done() {
    on_each_engine(async |home| {
        home.add(new_task("Pay rent")).await;
        let (anna, now) = (home.anna, home.clock.now());
        let left: Result<_, StorageError> = home
            .assistant
            .database
            .write(move |tx| Box::pin(async move { users::mark_deleted(tx, anna, now).await }))
            .await;
        left.unwrap();
        for gone in [anna, UserId(99)] {
            for call in [complete(number(1)), Tool::ListTasks(ListTasks::default())] {
                let outcome = home.run_for(gone, Permissions::ALL, call).await;
                assert_eq!(code(&outcome), "no_such_user");
            }
        }
    })
    .await;
}
