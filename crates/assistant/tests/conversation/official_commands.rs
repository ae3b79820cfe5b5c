//! The eight commands that the original was specified with.

use serde_json::json;

use crate::home::{changed, on_each_engine, tools};

#[tokio::test]
async fn add_a_task() {
    on_each_engine(async |home| {
        let turn = home.alice().says("Add a task to buy groceries").await;
        assert_eq!(turn.response, "✅ Task #1 created: **Buy groceries**");
        assert_eq!(tools(&turn), ["add_task"]);
        assert_eq!(turn.tool_calls[0].arguments["title"], "Buy groceries");
        assert_eq!(turn.tool_calls[0].result["task_id"], 1);
        assert_eq!(turn.tool_calls[0].result["status"], "created");
        assert!(turn.success);
        assert_eq!(turn.engine, "embedded");
        assert!(turn.confidence.get() >= 0.7);
    })
    .await;
}

#[tokio::test]
async fn remember_something() {
    on_each_engine(async |home| {
        let turn = home.alice().says("I need to remember to pay bills").await;
        assert_eq!(turn.response, "✅ Task #1 created: **Pay bills**");
    })
    .await;
}

#[tokio::test]
async fn show_all_pending_and_completed() {
    on_each_engine(async |home| {
        let alice = home.alice();
        assert_eq!(
            alice.says("What's pending?").await.response,
            "📋 You have no pending tasks."
        );
        alice
            .says_all(&["Add a task to buy groceries", "Add a task to call mom"])
            .await;
        alice.says("Mark task 1 as complete").await;

        let all = alice.says("Show me all my tasks").await;
        assert_eq!(
            all.response,
            "📋 Your tasks (2):\n✅ #1: Buy groceries\n⬜ #2: Call mom"
        );
        assert_eq!(tools(&all), ["list_tasks"]);
        assert_eq!(all.tool_calls[0].arguments["status"], "all");
        assert_eq!(all.tool_calls[0].result["count"], 2);

        let pending = alice.says("What's pending?").await;
        assert_eq!(
            pending.response,
            "📋 Your tasks (pending) (1):\n⬜ #2: Call mom"
        );
        assert_eq!(pending.tool_calls[0].arguments["status"], "pending");

        let completed = alice.says("What have I completed?").await;
        assert_eq!(
            completed.response,
            "📋 Your tasks (completed) (1):\n✅ #1: Buy groceries"
        );
        assert_eq!(completed.tool_calls[0].result["status_filter"], "completed");
    })
    .await;
}

#[tokio::test]
async fn mark_a_task_as_complete() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "add pay rent"])
            .await;
        let turn = alice.says("Mark task 3 as complete").await;
        assert_eq!(turn.response, "✅ Task #3 completed: **Pay rent**");
        assert_eq!(tools(&turn), ["complete_task"]);
        assert_eq!(turn.tool_calls[0].arguments, json!({"task_id": 3}));
        assert_eq!(alice.list().await, ["Buy milk", "Call mum", "✓ Pay rent"]);
    })
    .await;
}

#[tokio::test]
async fn delete_a_task_by_its_name() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "add team meeting"]).await;
        let turn = alice.says("Delete the meeting task").await;
        assert_eq!(turn.response, "🗑️ Task #2 'Team meeting' deleted");
        assert_eq!(tools(&turn), ["list_tasks", "delete_task"]);
        assert_eq!(turn.tool_calls[0].result["tasks"][0]["id"], 2);
        assert_eq!(turn.tool_calls[1].arguments["task_id"], 2);
        assert_eq!(changed(&turn), [2]);
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn change_a_title() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add call mum").await;
        let turn = alice.says("Change task 1 to 'Call mom tonight'").await;
        assert!(
            turn.response
                .starts_with("✏️ Task #1 updated: **Call mom tonight**"),
            "{}",
            turn.response
        );
        assert_eq!(tools(&turn), ["update_task"]);
        assert_eq!(turn.tool_calls[0].result["old_title"], "Call mum");
        assert_eq!(turn.tool_calls[0].result["new_title"], "Call mom tonight");
        assert_eq!(alice.task(1).await.due, None);
    })
    .await;
}
