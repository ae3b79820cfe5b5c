//! What asks for nothing changes nothing, and help gets plainer each time.

use crate::home::{changed, offered, on_each_engine, tools};

const GIBBERISH: &str = "colourless green ideas sleep furiously";

#[tokio::test]
async fn the_ladder_of_help() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let first = alice.says(GIBBERISH).await;
        assert!(
            first.response.starts_with("🤔 I didn't understand that."),
            "{}",
            first.response
        );
        assert!(!first.success);
        assert!(tools(&first).is_empty());
        let second = alice.says(GIBBERISH).await;
        assert!(
            second.response.contains("in other words"),
            "{}",
            second.response
        );
        assert_eq!(second.response.matches("• ").count(), 2);
        let third = alice.says(GIBBERISH).await;
        assert!(third.response.starts_with("💡"), "{}", third.response);
        let fourth = alice.says(GIBBERISH).await;
        assert!(
            !fourth.response.contains(['🤔', '?']),
            "{}",
            fourth.response
        );

        alice.says("add buy milk").await;
        let afresh = alice.says(GIBBERISH).await;
        assert!(afresh.response.starts_with("🤔 I didn't understand that."));
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn a_title_without_a_verb_gets_did_you_mean() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add quarterly report").await;
        let turn = alice.says("the quarterly report is on my mind").await;
        assert!(changed(&turn).is_empty());
        assert!(
            turn.response.contains("#1 'Quarterly report'"),
            "{}",
            turn.response
        );
    })
    .await;
}

#[tokio::test]
async fn denials_and_what_ifs_change_nothing() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add write the report", "add pay the rent"])
            .await;
        for message in [
            "don't delete the report",
            "should I delete the report?",
            "I haven't paid the rent yet",
            "what if I deleted everything?",
        ] {
            let turn = alice.says(message).await;
            assert!(changed(&turn).is_empty(), "{message}");
            assert!(
                turn.response.contains("This message changed nothing"),
                "{message}: {}",
                turn.response
            );
        }
        assert_eq!(alice.list().await, ["Write the report", "Pay the rent"]);
    })
    .await;
}

#[tokio::test]
async fn doubting_a_change_is_not_answered_as_if_there_had_been_none() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add pay the rent", "delete task 1"]).await;
        let turn = alice.says("are you sure?").await;
        assert!(
            !turn.response.to_lowercase().contains("nothing was changed"),
            "{}",
            turn.response
        );
        assert!(changed(&turn).is_empty());
        assert!(alice.list().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn greeting_thanks_and_help_are_answered() {
    on_each_engine(async |home| {
        let alice = home.alice();
        for (message, beginning) in [
            ("hello", "👋"),
            ("thanks!", "🙂"),
            ("help", "💡"),
            ("what can you do?", "💡"),
        ] {
            let turn = alice.says(message).await;
            assert!(
                turn.response.starts_with(beginning),
                "{message}: {}",
                turn.response
            );
            assert!(turn.success, "{message}");
            assert!(tools(&turn).is_empty(), "{message}");
        }
        assert!(alice.list().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_command_without_a_task_asks_which() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "add call mum"]).await;
        let turn = alice.says("mark as done").await;
        assert!(turn.response.starts_with("🤔 "), "{}", turn.response);
        assert!(changed(&turn).is_empty());
        let empty = home.bob();
        let turn = empty.says("add a task").await;
        assert!(turn.response.starts_with("🤔 "), "{}", turn.response);
        assert!(!turn.success);
        assert!(empty.list().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn tasks_that_are_not_offered_are_not_concealed() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add buy milk",
                "add call mum",
                "add pay rent",
                "add wash the car",
            ])
            .await;
        let turn = alice.says("mark as done").await;
        assert!(
            turn.response.starts_with(
                "🤔 Which task did you mean? These are only some; you can name any other:"
            ),
            "{}",
            turn.response
        );
        assert_eq!(offered(&turn), [2, 3, 4]);
        assert_eq!(changed(&alice.says("complete task 1").await), [1]);
    })
    .await;
}

#[tokio::test]
async fn never_a_fourth_question_in_a_row() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add team meeting", "add meeting with Bob"])
            .await;
        for _ in 0..3 {
            let turn = alice.says("done with the meeting").await;
            assert!(turn.response.starts_with("🤔 "), "{}", turn.response);
        }
        let fourth = alice.says("done with the meeting").await;
        assert!(
            fourth
                .response
                .starts_with("❌ Several tasks fit: #1 'Team meeting' and #2 'Meeting with Bob'."),
            "{}",
            fourth.response
        );
        assert!(changed(&fourth).is_empty());
    })
    .await;
}

#[tokio::test]
async fn one_task_is_not_called_several() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add quarterly report").await;
        let last = alice
            .says_all(&["delete the qarterly", "delete the qarterly", "delete the qarterly"])
            .await;
        assert!(last.response.contains("Did you mean"), "{}", last.response);
        let fourth = alice.says("delete the qarterly").await;
        assert_eq!(
            fourth.response,
            "❌ I'm not sure that you mean #1 'Quarterly report', so I left it as it is. Name it by its number."
        );
    })
    .await;
}
