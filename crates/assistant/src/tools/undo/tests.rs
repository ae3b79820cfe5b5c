use jiff::SignedDuration;
use serde_json::{Value, json};
use tasktalk_domain::{ConversationId, NewTask, receipt::UNDO_FOR};

use super::*;
use crate::{
    Permissions, ToolOutcome,
    test_support::{
        Home, add, at, call, code, complete, content, delete, new_task, number, on, on_each_engine,
        receipt, reopen, repeating, restore, undo,
    },
};

fn update(id: i64, mut change: Value) -> Tool {
    change["task_id"] = json!(id);
    call("update_task", change)
}

fn forced() -> Tool {
    call("undo", json!({"force": true}))
}

async fn one(home: &Home, tool: Tool) -> ToolOutcome {
    let mut outcomes = home.turn(vec![tool]).await;
    outcomes.remove(0)
}

async fn by_token(home: &Home, token: Uuid) -> ToolOutcome {
    home.assistant
        .undo(home.anna, Permissions::ALL, token)
        .await
        .unwrap()
}

/// A task with something in every field, so that nothing can get lost unseen.
fn full() -> NewTask {
    let Tool::AddTask(call) = call(
        "add_task",
        json!({"title": "Straße fegen 🧹", "description": "vor dem Haus\n\tund dahinter",
            "due": at("2026-11-27T15:00:00"), "recurrence": {"rrule": "FREQ=WEEKLY"},
            "priority": "medium", "tags": ["home", "b", "a"]}),
    ) else {
        panic!("not an addition")
    };
    call.task
}

#[tokio::test]
async fn every_change_of_a_task_is_taken_back_to_the_byte() {
    on_each_engine(async |home| {
        let plain = home.add(new_task("Pay rent")).await;
        let full = home.add(full()).await;
        let done = home.add(new_task("Done")).await;
        home.run(complete(done.id)).await;
        let trashed = home.add(new_task("Trashed")).await;
        home.run(delete(trashed.id)).await;
        home.clock.advance(SignedDuration::from_mins(2));

        for change in [
            complete(plain.id),
            delete(plain.id),
            update(
                1,
                json!({"title": "Rent", "due": {"date": "2026-12-01"}, "add_tags": ["x"]}),
            ),
            complete(full.id),
            delete(full.id),
            update(
                2,
                json!({"clear": ["description", "recurrence"], "tags": []}),
            ),
            call("skip_occurrence", json!({"task_id": 2})),
            reopen(done.id),
            delete(done.id),
            restore(trashed.id),
        ] {
            let told = format!("{change:?}");
            let changed = one(home, change).await;
            let id = receipt(&changed).task_id;
            let before = receipt(&changed).before.clone().unwrap();
            let after = home.row(id).await;
            home.clock.advance(SignedDuration::from_secs(7));

            let undone = one(home, undo(1)).await;
            assert!(undone.success(), "{told}: {undone:?}");
            let row = home.row(id).await;
            assert_eq!(content(&row), content(&before), "{told}");
            assert_eq!(row.version, after.version + 1, "{told}");
            assert_eq!(row.updated_at, home.clock.now(), "{told}");
            assert_eq!(receipt(&undone).after.as_deref(), Some(&row), "{told}");
            let Detail::Undone { reverted, .. } = undone.detail else {
                panic!("not undone")
            };
            assert_eq!(reverted, changed.receipts, "{told}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_added_task_goes_to_the_trash() {
    on_each_engine(async |home| {
        let added = one(home, add(new_task("Buy milk"))).await;
        let undone = one(home, undo(1)).await;
        assert_eq!(undone.result["status"], "undone");
        assert_eq!(
            undone.result["reverted"],
            json!([{"op": "created", "task_id": 1, "title": "Buy milk"}])
        );
        assert_eq!(receipt(&undone).operation, Operation::Deleted);
        assert!(home.row(receipt(&added).task_id).await.deleted_at.is_some());
        let events = home.events().await;
        assert_eq!(events.last(), Some(&("task.deleted".to_owned(), 2)));
    })
    .await;
}

#[tokio::test]
async fn one_turn_is_taken_back_as_a_whole_in_reverse_order() {
    on_each_engine(async |home| {
        for title in ["Buy milk", "Call mum", "Pay rent"] {
            home.add(new_task(title)).await;
        }
        let before = [
            home.row(number(1)).await,
            home.row(number(2)).await,
            home.row(number(3)).await,
        ];
        // The second call touches the same task again; the order in which they are taken back matters.
        home.turn(vec![
            update(1, json!({"title": "Buy oat milk"})),
            update(1, json!({"title": "Buy almond milk", "priority": "low"})),
            complete(number(2)),
            delete(number(3)),
            add(new_task("New")),
        ])
        .await;
        let undone = one(home, undo(1)).await;
        assert_eq!(undone.receipts.len(), 5);
        let Detail::Undone { reverted, .. } = &undone.detail else {
            panic!("not undone")
        };
        let order: Vec<_> = reverted
            .iter()
            .map(|receipt| receipt.task_id.get())
            .collect();
        assert_eq!(order, [4, 3, 2, 1, 1]);
        for task in &before {
            assert_eq!(content(&home.row(task.id).await), content(task));
        }
        assert!(home.row(number(4)).await.deleted_at.is_some());
    })
    .await;
}

#[tokio::test]
async fn saying_it_again_goes_further_back() {
    on_each_engine(async |home| {
        one(home, add(new_task("A"))).await;
        for title in ["B", "C", "D"] {
            one(home, update(1, json!({"title": title}))).await;
        }
        let title = async || home.row(number(1)).await.title.to_string();
        one(home, undo(1)).await;
        assert_eq!(title().await, "C");
        one(home, undo(1)).await;
        assert_eq!(title().await, "B");
        // A new change comes first; then it goes on where it was.
        one(home, update(1, json!({"title": "E"}))).await;
        one(home, undo(2)).await;
        assert_eq!(title().await, "A");
        one(home, undo(1)).await;
        assert!(home.row(number(1)).await.deleted_at.is_some());
        assert_eq!(code(&one(home, undo(1)).await), "nothing_to_undo");
    })
    .await;
}

#[tokio::test]
async fn more_steps_than_there_are_take_back_what_there_is() {
    on_each_engine(async |home| {
        one(home, add(new_task("A"))).await;
        one(home, add(new_task("B"))).await;
        assert_eq!(one(home, undo(9)).await.receipts.len(), 2);
        for steps in [0, 51] {
            assert_eq!(code(&one(home, undo(steps)).await), "invalid_steps");
        }
    })
    .await;
}

#[tokio::test]
async fn a_conversation_takes_back_only_its_own_changes() {
    on_each_engine(async |home| {
        one(home, add(new_task("Here"))).await;
        home.add(new_task("By another door")).await;
        let elsewhere = ConversationId(home.clock.new_id());
        let outcomes = home
            .turn_of(elsewhere, Permissions::ALL, vec![undo(1)])
            .await;
        assert_eq!(code(&outcomes[0]), "nothing_to_undo");
        let undone = one(home, undo(1)).await;
        assert_eq!(receipt(&undone).title, "Here");
        assert!(home.row(number(2)).await.deleted_at.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_token_takes_back_its_own_change_once() {
    on_each_engine(async |home| {
        home.add(new_task("A")).await;
        let outcomes = home
            .turn(vec![
                update(1, json!({"title": "B"})),
                add(new_task("Other")),
            ])
            .await;
        let token = receipt(&outcomes[0]).undo_token;
        assert!(by_token(home, token).await.success());
        assert_eq!(home.row(number(1)).await.title.as_str(), "A");
        assert!(home.row(number(2)).await.deleted_at.is_none());
        assert_eq!(code(&by_token(home, token).await), "already_undone");
        assert_eq!(code(&by_token(home, Uuid::nil()).await), "nothing_to_undo");
        let foreign = home
            .assistant
            .undo(home.ben, Permissions::ALL, receipt(&outcomes[1]).undo_token)
            .await;
        assert_eq!(code(&foreign.unwrap()), "nothing_to_undo");
        // What is left of that turn can still be taken back by saying so.
        assert_eq!(one(home, undo(1)).await.receipts.len(), 1);
        assert!(home.row(number(2)).await.deleted_at.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_reversal_can_be_taken_back_by_its_token_and_said_away_again() {
    on_each_engine(async |home| {
        one(home, add(new_task("A"))).await;
        let changed = one(home, update(1, json!({"title": "B"}))).await;
        let undone = one(home, undo(1)).await;
        let redone = by_token(home, receipt(&undone).undo_token).await;
        assert!(redone.success());
        assert_eq!(
            content(&home.row(number(1)).await),
            content(receipt(&changed).after.as_ref().unwrap())
        );
        one(home, undo(1)).await;
        assert_eq!(home.row(number(1)).await.title.as_str(), "A");
    })
    .await;
}

#[tokio::test]
async fn after_thirty_days_it_is_too_late() {
    on_each_engine(async |home| {
        let added = one(home, add(new_task("A"))).await;
        home.clock.advance(UNDO_FOR);
        let token = receipt(&added).undo_token;
        assert_eq!(code(&by_token(home, token).await), "undo_expired");
        assert_eq!(code(&one(home, undo(1)).await), "nothing_to_undo");
    })
    .await;
}

#[tokio::test]
async fn a_later_change_through_another_door_is_not_overwritten_unasked() {
    on_each_engine(async |home| {
        home.add(new_task("A")).await;
        home.add(new_task("Untouched")).await;
        home.turn(vec![update(1, json!({"title": "B"})), complete(number(2))])
            .await;
        home.run(update(1, json!({"title": "C"}))).await;
        let rows = [home.row(number(1)).await, home.row(number(2)).await];
        let refused = one(home, undo(1)).await;
        assert_eq!(code(&refused), "changed_since");
        assert_eq!(refused.result["task_id"], 1);
        assert_eq!([home.row(number(1)).await, home.row(number(2)).await], rows);

        assert_eq!(one(home, forced()).await.receipts.len(), 2);
        assert_eq!(home.row(number(1)).await.title.as_str(), "A");
        assert!(home.row(number(2)).await.completed_at.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_later_change_that_was_itself_undone_is_no_obstacle() {
    on_each_engine(async |home| {
        home.add(new_task("A")).await;
        one(home, update(1, json!({"title": "B"}))).await;
        let later = home.run(update(1, json!({"title": "C"}))).await;
        by_token(home, receipt(&later).undo_token).await;
        assert!(one(home, undo(1)).await.success());
        assert_eq!(home.row(number(1)).await.title.as_str(), "A");
    })
    .await;
}

#[tokio::test]
async fn forcing_brings_back_what_was_deleted_since() {
    on_each_engine(async |home| {
        let before = home.add(new_task("A")).await;
        one(home, complete(number(1))).await;
        home.run(delete(number(1))).await;
        assert_eq!(code(&one(home, undo(1)).await), "changed_since");
        let undone = one(home, forced()).await;
        assert_eq!(receipt(&undone).operation, Operation::Restored);
        assert_eq!(content(&home.row(number(1)).await), content(&before));
    })
    .await;
}

#[tokio::test]
async fn what_is_back_already_is_not_written_again() {
    on_each_engine(async |home| {
        home.add(new_task("A")).await;
        one(home, delete(number(1))).await;
        home.run(restore(number(1))).await;
        let row = home.row(number(1)).await;
        assert_eq!(code(&one(home, undo(1)).await), "changed_since");
        let forced = one(home, forced()).await;
        assert!(forced.success() && forced.receipts.is_empty());
        assert_eq!(home.row(number(1)).await, row);
        assert_eq!(code(&one(home, undo(1)).await), "nothing_to_undo");
    })
    .await;
}

#[tokio::test]
async fn an_occurrence_that_was_not_done_after_all_leaves_no_record() {
    on_each_engine(async |home| {
        let before = home
            .add(NewTask {
                due: Some(on("2026-11-22")),
                recurrence: Some(repeating("FREQ=DAILY;COUNT=2")),
                ..new_task("Water the plants")
            })
            .await;
        one(home, complete(before.id)).await;
        let undone = one(home, undo(1)).await;
        assert_eq!(content(&home.row(before.id).await), content(&before));
        assert_eq!(home.last_completion(before.id).await, None);
        assert_eq!(receipt(&undone).operation, Operation::Reopened);

        // Done after all: the record is back with the change, and saying "undo" removes both once more.
        by_token(home, receipt(&undone).undo_token).await;
        assert_eq!(home.row(before.id).await.due, Some(on("2026-11-23")));
        assert!(home.last_completion(before.id).await.is_some());
        home.clock.advance(SignedDuration::from_hours(24));
        let last = one(home, complete(before.id)).await;
        assert_eq!(last.result["task"]["completed"], true);
        one(home, undo(2)).await;
        assert_eq!(content(&home.row(before.id).await), content(&before));
        assert_eq!(home.last_completion(before.id).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_series_that_was_reopened_by_mistake_ended_when_it_ended() {
    on_each_engine(async |home| {
        let task = home
            .add(NewTask {
                due: Some(on("2026-11-22")),
                recurrence: Some(repeating("FREQ=DAILY;COUNT=1")),
                ..new_task("Water the plants")
            })
            .await;
        home.run(complete(task.id)).await;
        let ended = home.clock.now();
        home.clock.advance(SignedDuration::from_hours(3));
        one(home, reopen(task.id)).await;
        assert_eq!(home.last_completion(task.id).await, None);
        one(home, undo(1)).await;
        assert_eq!(home.row(task.id).await.completed_at, Some(ended));
        assert_eq!(home.last_completion(task.id).await, Some(ended));
    })
    .await;
}

#[tokio::test]
async fn taking_back_needs_what_the_reversal_needs() {
    on_each_engine(async |home| {
        let writer = Permissions {
            read: true,
            write: true,
            delete: false,
        };
        let reader = Permissions {
            read: true,
            write: false,
            delete: false,
        };
        one(home, add(new_task("A"))).await;
        let by = async |permissions: Permissions| {
            let mut outcomes = home
                .turn_of(home.conversation, permissions, vec![undo(1)])
                .await;
            outcomes.remove(0)
        };
        assert_eq!(by(reader).await.result["scope"], "tasks:write");
        assert_eq!(by(writer).await.result["scope"], "tasks:delete");
        assert!(home.row(number(1)).await.deleted_at.is_none());
        one(home, update(1, json!({"title": "B"}))).await;
        assert!(by(writer).await.success());
    })
    .await;
}

#[test]
fn a_call_survives_its_json_form() {
    let token = json!({"undo_token": "0190163d-8694-739b-aea5-966c26f8ad91", "force": true});
    for arguments in [json!({"steps": 3}), token] {
        assert_eq!(call("undo", arguments.clone()).arguments(), arguments);
    }
    for arguments in [
        json!({"steps": 0}),
        json!({"undo_token": "x"}),
        json!({"steps": 1, "undo_token": "0190163d-8694-739b-aea5-966c26f8ad91"}),
    ] {
        let zone = tasktalk_domain::Zone::utc();
        assert!(
            Tool::from_call("undo", arguments.clone(), &zone).is_err(),
            "{arguments}"
        );
    }
}
