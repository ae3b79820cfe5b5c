//! Turns of one conversation run one after the other, and a flood of them is bounded.

use std::sync::Arc;

use tasktalk_assistant::{Assistant, Input, Permissions, Turn, TurnError, TurnRequest};
use tasktalk_domain::{ConversationId, Role, UserId};

use crate::home::{at_once, in_order, on_each_engine};

fn speak(
    assistant: &Arc<Assistant>,
    id: UserId,
    conversation: Option<ConversationId>,
    message: String,
) -> tokio::task::JoinHandle<Result<Turn, TurnError>> {
    let assistant = Arc::clone(assistant);
    tokio::spawn(async move {
        let request = TurnRequest {
            input: Input::Message(message),
            conversation,
            timezone: None,
            permissions: Permissions::ALL,
            idempotency: None,
            since: tokio::time::Instant::now(),
        };
        assistant.turn(id, request).await
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn forty_at_once_are_answered_one_by_one_or_sent_away() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add buy milk").await;
        let (assistant, id, conversation) = at_once(&alice);
        let turns: Vec<_> = (0..40)
            .map(|n| speak(&assistant, id, conversation, format!("add chapter {n}")))
            .collect();
        let mut answered = 0;
        for turn in turns {
            match turn.await.unwrap() {
                Ok(turn) => {
                    assert!(turn.success, "{}", turn.response);
                    answered += 1;
                }
                Err(TurnError::TooManyWaiting) => {}
                Err(error) => panic!("{error}"),
            }
        }
        // One runs and sixteen wait, at least.
        assert!((17..=40).contains(&answered), "{answered}");
        assert_eq!(alice.list().await.len(), answered + 1);

        let messages = alice.messages().await;
        assert_eq!(messages.len(), 2 * (answered + 1));
        assert!(in_order(&messages));
        for pair in messages.chunks(2) {
            assert_eq!([pair[0].role, pair[1].role], [Role::User, Role::Assistant]);
        }
        // Every answer follows its own question.
        for pair in messages.chunks(2) {
            let said = pair[0].content.trim_start_matches("add ");
            assert!(
                pair[1].content.to_lowercase().contains(said),
                "{} / {}",
                pair[0].content,
                pair[1].content
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_answer_one_conversation_in_one_order() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add buy milk").await;
        let (one, id, conversation) = at_once(&alice);
        let (two, _, _) = at_once(&home.restarted(&alice));
        let turns: Vec<_> = (0..16)
            .map(|n| {
                let instance = if n % 2 == 0 { &one } else { &two };
                speak(instance, id, conversation, format!("add chapter {n}"))
            })
            .collect();
        for turn in turns {
            turn.await.unwrap().unwrap();
        }
        let messages = alice.messages().await;
        assert_eq!(messages.len(), 34);
        assert!(in_order(&messages));
        for pair in messages.chunks(2) {
            assert_eq!([pair[0].role, pair[1].role], [Role::User, Role::Assistant]);
        }
        assert_eq!(alice.list().await.len(), 17);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn conversations_do_not_wait_for_one_another() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let (assistant, id, _) = at_once(&alice);
        let turns: Vec<_> = (0..40)
            .map(|n| speak(&assistant, id, None, format!("add chapter {n}")))
            .collect();
        for turn in turns {
            turn.await.unwrap().unwrap();
        }
        assert_eq!(alice.list().await.len(), 40);
    })
    .await;
}

#[tokio::test]
async fn a_simple_turn_asks_the_server_at_most_three_times() {
    on_each_engine(async |home| {
        let alice = home.alice();
        // The first time, each statement is prepared, which the server is asked for as well.
        for warm in [false, true] {
            alice
                .says_all(&["add buy milk", "add call mum", "add pay rent"])
                .await;
            let newest = alice.list().await.len();
            for message in [
                "add wash the car tomorrow at 5pm #home",
                &format!("complete task {newest}"),
                "what's pending?",
                "complete the car",
                "delete the milk task",
                "delete the mum task",
            ] {
                let before = home.database.round_trips();
                let turn = alice.says(message).await;
                let asked = home.database.round_trips() - before;
                assert!(turn.success, "{message}: {}", turn.response);
                assert!(!warm || asked <= 3, "{message}: {asked} round trips");
            }
        }
    })
    .await;
}
