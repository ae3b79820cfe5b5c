//! Between the two transactions: retries, other instances, crashes, deleted conversations.

use std::sync::Arc;

use jiff::SignedDuration;
use tasktalk_assistant::{Turn, TurnError, TurnEvent};
use tasktalk_domain::Conversation;
use tasktalk_scripted_model::{ScriptedModel, Step};
use tasktalk_storage::conversations::ConversationQuery;
use tokio::sync::Notify;

use super::{UNSURE, model, pick_up_the_kids};
use crate::home::{Home, Person, on_each_engine};

/// A server that answers when it is told to, once for each time, and what tells it.
async fn slow_server() -> (ScriptedModel, Arc<Notify>) {
    let go_on = Arc::new(Notify::new());
    let step = Step::When(Arc::clone(&go_on), Box::new(pick_up_the_kids()));
    (ScriptedModel::start([step]).await, go_on)
}

/// Says something that has to wait for the answer that the server now gives.
async fn says_meanwhile(person: &Person, message: &str, go_on: &Notify) -> Turn {
    let (turn, ()) = tokio::join!(person.says(message), async { go_on.notify_one() });
    turn
}

/// Says something that the model is asked about, and stops listening once it is asked.
async fn say_and_go_away(person: &Person, server: &ScriptedModel) {
    let asked = server.asked().len();
    let saying = person.sends(UNSURE, "k1");
    tokio::select! {
        turn = saying => panic!("{turn:?}"),
        () = async {
            while server.asked().len() == asked {
                tokio::task::yield_now().await;
            }
        } => {}
    }
}

/// The same person on an instance of the program that knows nothing but the database.
fn restarted(home: &Home, person: &Person, server: &ScriptedModel) -> Person {
    let mut person = home.restarted(person);
    person.assistant = person.assistant.with_model(Some(model(server)));
    person
}

#[tokio::test]
async fn the_message_is_safe_before_the_model_is_asked() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([Step::Hang]).await;
        let alice = home.thinking(model(&server)).alice();
        alice.says("add buy milk").await;
        say_and_go_away(&alice, &server).await;
        let messages = alice.messages().await;
        assert_eq!(messages.last().unwrap().content, UNSURE);
    })
    .await;
}

#[tokio::test]
async fn a_turn_goes_to_its_end_when_nobody_listens_any_more() {
    on_each_engine(async |home| {
        let (server, go_on) = slow_server().await;
        let alice = home.thinking(model(&server)).alice();
        alice.says("hello").await;
        say_and_go_away(&alice, &server).await;
        // The next turn of the conversation waits for it.
        let turn = says_meanwhile(&alice, "what's on my list?", &go_on).await;
        assert!(
            turn.response.contains("Pick up the kids"),
            "{}",
            turn.response
        );
        let again = alice.sends(UNSURE, "k1").await.unwrap();
        assert!(again.replayed, "and a retry gets its answer");
        assert_eq!(alice.list().await, ["Pick up the kids"]);
    })
    .await;
}

#[tokio::test]
async fn a_repeated_message_is_told_to_wait_and_acts_once() {
    on_each_engine(async |home| {
        let (server, go_on) = slow_server().await;
        let thinking = home.thinking(model(&server));
        let alice = thinking.alice();
        alice.says("hello").await;
        let elsewhere = restarted(home, &alice, &server);
        say_and_go_away(&alice, &server).await;
        let early = elsewhere.sends(UNSURE, "k1").await;
        assert!(matches!(early, Err(TurnError::StillAnswering)), "{early:?}");
        let other = elsewhere.sends("add something else", "k1").await;
        assert!(
            matches!(other, Err(TurnError::IdempotencyMismatch)),
            "{other:?}"
        );
        // Another message of the conversation waits, on another instance too.
        let turn = says_meanwhile(&elsewhere, "what's on my list?", &go_on).await;
        assert!(
            turn.response.contains("Pick up the kids"),
            "{}",
            turn.response
        );
        assert!(elsewhere.sends(UNSURE, "k1").await.unwrap().replayed);
        assert_eq!(alice.list().await, ["Pick up the kids"]);
        assert_eq!(server.asked().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_abandoned_turn_is_ended_plainly_and_what_was_before_it_stays() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([Step::Hang]).await;
        let thinking = home.thinking(model(&server));
        let alice = thinking.alice();
        alice
            .says_all(&["add team meeting", "add budget meeting"])
            .await;
        alice.says("delete the meeting task").await;
        say_and_go_away(&alice, &server).await;
        let ended = async || home.assistant.end_abandoned_turns().await.unwrap();
        assert_eq!(ended().await, 0, "it may still be answered");
        home.clock.advance(SignedDuration::from_secs(60));
        assert_eq!(ended().await, 1);
        assert_eq!(ended().await, 0, "once");
        let messages = alice.messages().await;
        let last = &messages.last().unwrap();
        assert!(
            last.content.contains("Nothing was changed"),
            "{}",
            last.content
        );
        assert_eq!(last.metadata.success, Some(false));
        // The program starts again; the question still stands.
        let later = home.restarted(&alice);
        later.says("the budget one").await;
        assert_eq!(later.list().await, ["Team meeting"]);
    })
    .await;
}

#[tokio::test]
async fn where_there_is_no_model_any_more_people_go_on_and_are_told_which_message_was_left() {
    on_each_engine(async |home| {
        for said_again in [false, true] {
            let server = ScriptedModel::start([Step::Hang]).await;
            let alice = home.thinking(model(&server)).newcomer().await;
            alice.says("hello").await;
            say_and_go_away(&alice, &server).await;
            let later = home.restarted(&alice);
            later.says("add buy milk").await;
            if said_again {
                let turn = later.sends(UNSURE, "k1").await.unwrap();
                assert!(!turn.replayed, "nobody is waited for");
            }
            let before = later.messages().await.len();
            home.clock.advance(SignedDuration::from_secs(60));
            home.assistant.end_abandoned_turns().await.unwrap();
            let messages = later.messages().await;
            if said_again {
                assert_eq!(messages.len(), before, "it has its answer");
            } else {
                let last = messages.last().unwrap();
                assert!(
                    last.content.contains("Your message “I was thinking"),
                    "{}",
                    last.content
                );
            }
            // It is over, and what was said since is remembered.
            assert_eq!(home.assistant.end_abandoned_turns().await.unwrap(), 0);
            let (words, list) = if said_again {
                ("yes", &["Buy milk", "Picking up the kids"][..])
            } else {
                ("undo", &[][..])
            };
            let turn = later.says(words).await;
            assert_eq!(later.list().await, list, "{}", turn.response);
        }
    })
    .await;
}

#[tokio::test]
async fn a_message_that_was_abandoned_can_be_sent_again_and_acts_once() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([Step::Hang]).await;
        let alice = home.thinking(model(&server)).alice();
        alice.says("hello").await;
        say_and_go_away(&alice, &server).await;
        home.clock.advance(SignedDuration::from_secs(60));
        server.now([pick_up_the_kids()]);
        let later = restarted(home, &alice, &server);
        let turn = later.sends(UNSURE, "k1").await.unwrap();
        assert!(!turn.replayed);
        assert_eq!(later.list().await, ["Pick up the kids"]);
        assert!(later.sends(UNSURE, "k1").await.unwrap().replayed);
        let said: Vec<bool> = later
            .messages()
            .await
            .iter()
            .map(|message| message.content.contains("got no answer"))
            .collect();
        assert_eq!(said, [false, false, false, true, false, false]);
    })
    .await;
}

#[tokio::test]
async fn a_first_message_that_was_abandoned_goes_on_in_the_conversation_it_began() {
    on_each_engine(async |home| {
        // Its time is found to be over by whoever asks again, or was before by anybody.
        for ended_before in [false, true] {
            let server = ScriptedModel::start([Step::Hang]).await;
            let alice = home.thinking(model(&server)).newcomer().await;
            say_and_go_away(&alice, &server).await;
            home.clock.advance(SignedDuration::from_secs(60));
            if ended_before {
                assert_eq!(home.assistant.end_abandoned_turns().await.unwrap(), 1);
            }
            server.now([pick_up_the_kids()]);
            let later = restarted(home, &alice, &server);
            let turn = later.sends(UNSURE, "k1").await.unwrap();
            assert!(!turn.replayed && !turn.begins);
            assert!(UNSURE.starts_with(turn.title.trim_end_matches('…')));
            let said: Vec<bool> = later
                .messages()
                .await
                .iter()
                .map(|message| message.content.contains("got no answer"))
                .collect();
            assert_eq!(said, [false, true, false, false]);
            later.conversation.set(None);
            let again = later.sends(UNSURE, "k1").await.unwrap();
            assert!(again.replayed);
            assert_eq!(again.conversation, turn.conversation);
            let other = later.sends("add something else", "k1").await;
            assert!(matches!(other, Err(TurnError::IdempotencyMismatch)));
            assert_eq!(later.list().await, ["Pick up the kids"]);
            assert_eq!(conversations(&later).await.len(), 1);
        }
    })
    .await;
}

#[tokio::test]
async fn when_its_conversation_was_deleted_meanwhile_it_begins_another() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([Step::Hang]).await;
        let alice = home.thinking(model(&server)).alice();
        say_and_go_away(&alice, &server).await;
        home.clock.advance(SignedDuration::from_secs(60));
        home.assistant.end_abandoned_turns().await.unwrap();
        let began = conversations(&alice).await[0].id;
        let service = home.assistant.conversations();
        service.delete_conversation(alice.id, began).await.unwrap();
        server.now([pick_up_the_kids()]);
        let later = restarted(home, &alice, &server);
        let turn = later.sends(UNSURE, "k1").await.unwrap();
        assert!(turn.begins && turn.conversation != began);
        assert_eq!(later.list().await, ["Pick up the kids"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_too_late_changes_nothing() {
    on_each_engine(async |home| {
        let (server, go_on) = slow_server().await;
        let alice = home.thinking(model(&server)).alice();
        alice.says("hello").await;
        let (late, ()) = tokio::join!(alice.tries(UNSURE), async {
            while server.asked().is_empty() {
                tokio::task::yield_now().await;
            }
            home.clock.advance(SignedDuration::from_secs(60));
            home.assistant.end_abandoned_turns().await.unwrap();
            go_on.notify_one();
        });
        assert!(matches!(late, Err(TurnError::GivenUp)), "{late:?}");
        assert!(alice.list().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_conversation_that_is_deleted_meanwhile_is_gone() {
    on_each_engine(async |home| {
        let (server, go_on) = slow_server().await;
        let alice = home.thinking(model(&server)).alice();
        let conversation = alice.says("hello").await.conversation;
        let (late, ()) = tokio::join!(alice.tries(UNSURE), async {
            while server.asked().is_empty() {
                tokio::task::yield_now().await;
            }
            let service = home.assistant.conversations();
            service
                .delete_conversation(alice.id, conversation)
                .await
                .unwrap();
            go_on.notify_one();
        });
        assert!(
            matches!(late, Err(TurnError::ConversationNotFound)),
            "{late:?}"
        );
        assert!(alice.list().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn other_doors_are_open_while_the_model_thinks() {
    on_each_engine(async |home| {
        let (server, go_on) = slow_server().await;
        let alice = home.thinking(model(&server)).alice();
        let (turn, ()) = tokio::join!(alice.says(UNSURE), async {
            while server.asked().is_empty() {
                tokio::task::yield_now().await;
            }
            alice
                .elsewhere("add_task", serde_json::json!({"title": "From the page"}))
                .await;
            go_on.notify_one();
        });
        assert_eq!(turn.receipts[0].task_id.get(), 2, "no lock was held");
        assert_eq!(alice.list().await, ["From the page", "Pick up the kids"]);
    })
    .await;
}

#[tokio::test]
async fn a_turn_that_is_stopped_does_nothing_and_says_so() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([Step::Hang]).await;
        let alice = home.thinking(model(&server)).alice();
        alice
            .says_all(&["add team meeting", "add budget meeting"])
            .await;
        alice.says("delete the meeting task").await;
        let (stopped, ()) = tokio::join!(alice.sends(UNSURE, "k1"), async {
            while server.asked().is_empty() {
                tokio::task::yield_now().await;
            }
            stop(&alice).await;
        });
        let stopped = stopped.unwrap();
        assert!(
            stopped
                .response
                .starts_with("⏹️ Stopped. Nothing was changed."),
            "{}",
            stopped.response
        );
        assert!(!stopped.success && stopped.was_stopped());
        let used = stopped.model.as_ref().unwrap();
        assert!(used.prompt_tokens > 0, "it was sent");
        let again = alice.sends(UNSURE, "k1").await.unwrap();
        assert!(again.replayed && again.was_stopped(), "{again:?}");
        // The question from before still stands.
        alice.says("the budget one").await;
        assert_eq!(alice.list().await, ["Team meeting"]);
        // Nothing to stop is nothing wrong.
        stop(&alice).await;
    })
    .await;
}

#[tokio::test]
async fn another_instance_can_stop_a_turn_and_hear_its_end() {
    on_each_engine(async |home| {
        let (server, go_on) = slow_server().await;
        let thinking = home.thinking(model(&server));
        let alice = thinking.alice();
        alice.says("hello").await;
        let elsewhere = restarted(home, &alice, &server);
        let (stopped, heard) = tokio::join!(alice.sends(UNSURE, "k1"), async {
            while server.asked().is_empty() {
                tokio::task::yield_now().await;
            }
            let conversation = alice.conversation.get().unwrap();
            let running = elsewhere
                .assistant
                .running_turn(elsewhere.id, conversation)
                .await;
            let mut following = running.unwrap().expect("it waits").follow();
            stop(&elsewhere).await;
            go_on.notify_one();
            let mut heard = Vec::new();
            while let Some(event) = following.next().await {
                heard.push(event);
            }
            heard
        });
        let stopped = stopped.unwrap();
        assert!(stopped.was_stopped(), "{stopped:?}");
        let Some(TurnEvent::Stopped(told)) = heard.last() else {
            panic!("{heard:?}");
        };
        assert_eq!(told.message, stopped.message);
        assert!(matches!(heard[0], TurnEvent::Started(_)));
        let again = elsewhere.sends(UNSURE, "k1").await.unwrap();
        assert!(again.replayed && again.was_stopped(), "{again:?}");
        assert!(alice.list().await.is_empty());
    })
    .await;
}

async fn conversations(person: &Person) -> Vec<Conversation> {
    let query = ConversationQuery {
        limit: 10,
        cursor: None,
        text: None,
    };
    let service = person.assistant.conversations();
    let page = service.list_user_conversations(person.id, query).await;
    page.unwrap().conversations
}

async fn stop(person: &Person) {
    let conversation = person.conversation.get().unwrap();
    let stopped = person.assistant.stop_turn(person.id, conversation).await;
    stopped.unwrap();
}
