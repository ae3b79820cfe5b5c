//! The conversation as one tool.

use serde_json::{Value, json};

use super::Agent;
use crate::support::{Actor, App, Start, on_both_engines};

on_both_engines!(
    a_conversation_can_be_had_through_one_tool,
    a_deletion_is_confirmed_by_the_user_and_not_by_the_model,
    a_token_says_that_the_question_was_seen_and_the_words_say_what_was_answered,
    a_client_that_can_ask_its_user_asks_before_words_delete,
);

async fn a_conversation_can_be_had_through_one_tool(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let said = agent
        .call(
            "talk",
            json!({"message": "remind me to call mum tomorrow at 5"}),
        )
        .await;
    assert!(
        said["response"].as_str().unwrap().contains("Call mum"),
        "{said}"
    );
    agent
        .call(
            "add_tasks",
            json!({"tasks": [{"title": "Team meeting"}, {"title": "Budget meeting"}]}),
        )
        .await;
    let asked = agent
        .call("talk", json!({"message": "delete the meeting task", "conversation_id": said["conversation_id"]}))
        .await;
    assert_eq!(
        asked["success"], false,
        "a question is no error, and no success"
    );
    assert!(asked["pending"]["options"].is_array());
    let answered = agent
        .call(
            "talk",
            json!({"message": "the budget one", "conversation_id": said["conversation_id"]}),
        )
        .await;
    assert_eq!(answered["success"], true);
    assert_eq!(anna.titles().await, ["Call mum", "Team meeting"]);
    for (arguments, code) in [
        (
            json!({"message": "hi", "conversation_id": "x"}),
            "conversation_not_found",
        ),
        (
            json!({"message": "hi", "timezone": "Mars/Phobos"}),
            "invalid_arguments",
        ),
        (json!({"message": "  "}), "invalid_arguments"),
        (json!({"message": "x".repeat(4_001)}), "message_too_long"),
    ] {
        assert_eq!(agent.refusal("talk", arguments).await, code);
    }
    app.stop().await;
}

/// A person with three tasks, whose deletion was asked for in words.
async fn three(app: &App, name: &str) -> Actor {
    let person = app.signup(name).await;
    for title in ["One", "Two", "Three"] {
        person.add(title).await;
    }
    person
}

async fn a_deletion_is_confirmed_by_the_user_and_not_by_the_model(start: Start) {
    let app = start.app().await;
    let anna = three(&app, "anna").await;
    let agent = Agent::of(&app, &anna).await;
    let asked = agent
        .call("talk", json!({"message": "delete tasks 1 and 2"}))
        .await;
    assert_eq!(asked["success"], false);
    assert_eq!(asked["pending"]["kind"], "confirm", "{asked}");
    let token = asked["confirm_token"].as_str().expect("a token");
    assert!(
        asked["next_step"]
            .as_str()
            .unwrap()
            .contains("Show the user")
    );

    // Words alone do nothing, whoever made them up.
    let conversation = &asked["conversation_id"];
    let say = |message: &str, token: Option<&str>| json!({"message": message, "conversation_id": conversation, "confirm_token": token});
    for words in ["yes", "go ahead", "all of them", "yes please"] {
        let told = agent.call("talk", say(words, None)).await;
        assert!(told["confirm_token"].is_string(), "{words}: {told}");
        assert_eq!(anna.titles().await.len(), 3, "{words}");
    }
    let ben = three(&app, "ben").await;
    let his = Agent::of(&app, &ben).await;
    for token in [token, "x.y"] {
        let forged = json!({"message": "yes", "confirm_token": token});
        assert_eq!(his.refusal("talk", forged).await, "confirmation_invalid");
    }
    let of_tasks = agent
        .call("delete_tasks", json!({"task_ids": [1, 2]}))
        .await;
    let other = of_tasks["confirm_token"].as_str().unwrap();
    assert_eq!(
        agent.refusal("talk", say("yes", Some(other))).await,
        "confirmation_mismatch"
    );
    let swapped = json!({"task_ids": [1, 2], "confirm_token": token});
    assert_eq!(
        agent.refusal("delete_tasks", swapped).await,
        "confirmation_mismatch"
    );
    assert_eq!(anna.titles().await.len(), 3);

    let done = agent.call("talk", say("yes", Some(token))).await;
    assert_eq!(done["success"], true, "{done}");
    assert_eq!(anna.titles().await, ["Three"]);
    let undone = agent.call("talk", say("undo", None)).await;
    assert_eq!(undone["success"], true, "{undone}");
    assert_eq!(
        agent.refusal("talk", say("yes", Some(token))).await,
        "pending_gone"
    );
    assert_eq!(anna.titles().await.len(), 3);
    app.stop().await;
}

async fn a_token_says_that_the_question_was_seen_and_the_words_say_what_was_answered(start: Start) {
    let app = start.app().await;
    let anna = three(&app, "anna").await;
    let agent = Agent::of(&app, &anna).await;
    let say = async |message: &str, asked: &Value| {
        let words = json!({"message": message, "conversation_id": asked["conversation_id"],
            "confirm_token": asked["confirm_token"]});
        agent.call("talk", words).await
    };
    let ask = async |words: &str| agent.call("talk", json!({"message": words})).await;

    for refusal in ["no", "nope", "never mind"] {
        let asked = ask("delete everything").await;
        let told = say(refusal, &asked).await;
        assert_eq!(told["receipts"], json!([]), "{refusal}: {told}");
        assert_eq!(anna.titles().await.len(), 3, "{refusal}");
        assert_eq!(
            agent
                .refusal(
                    "talk",
                    json!({"message": "yes", "confirm_token": asked["confirm_token"]})
                )
                .await,
            "pending_gone"
        );
    }
    // What is neither is asked about again.
    let asked = ask("delete everything").await;
    let again = say("hm, what would you do?", &asked).await;
    assert_eq!(again["receipts"], json!([]), "{again}");
    assert_eq!(anna.titles().await.len(), 3);

    // A part of what was shown is done; a part of what was not shown is shown first.
    let first = ask("delete tasks 1 and 2").await;
    let other =
        json!({"message": "delete tasks 2 and 3", "conversation_id": first["conversation_id"]});
    agent.call("talk", other).await;
    let told = say("only the first one", &first).await;
    assert!(told["confirm_token"].is_string(), "{told}");
    assert_eq!(anna.titles().await.len(), 3);
    let told = say("only the first one", &told).await;
    assert_eq!(told["success"], true, "{told}");
    assert_eq!(anna.titles().await, ["One", "Three"]);
    app.stop().await;
}

/// What a client of protocol 2026-07-28 that can ask its user gets.
async fn ask(agent: &Agent<'_>, message: &str, answer: Option<(&Value, Value)>) -> Value {
    let mut params = json!({"name": "talk", "arguments": {"message": message, "idempotency_key": message.replace(' ', "-")}});
    if let Some((state, answer)) = answer {
        params["requestState"] = state.clone();
        params["inputResponses"] = json!({"confirm": answer});
    }
    let answer = agent
        .request_with("tools/call", params, json!({"elicitation": {}}))
        .await;
    answer["result"].clone()
}

async fn a_client_that_can_ask_its_user_asks_before_words_delete(start: Start) {
    let app = start.app().await;
    let anna = three(&app, "anna").await;
    let agent = Agent::of(&app, &anna).await;
    let asked = ask(&agent, "delete tasks 1 and 2", None).await;
    assert_eq!(asked["resultType"], "input_required", "{asked}");
    let question = asked["inputRequests"]["confirm"]["params"]["message"]
        .as_str()
        .unwrap();
    assert!(
        question.contains("One") && question.contains("Two"),
        "{question}"
    );
    let state = asked["requestState"].clone();
    let no = json!({"action": "decline"});
    let told = ask(&agent, "delete tasks 1 and 2", Some((&state, no))).await;
    assert_eq!(told["structuredContent"]["receipts"], json!([]), "{told}");
    assert_eq!(anna.titles().await.len(), 3);

    let asked = ask(&agent, "delete tasks 2 and 3", None).await;
    let state = asked["requestState"].clone();
    let yes = json!({"action": "accept", "content": {"confirm": true}});
    for _ in 0..2 {
        // The second is a retry: it gets the first one's answer.
        let done = ask(&agent, "delete tasks 2 and 3", Some((&state, yes.clone()))).await;
        assert_eq!(done["structuredContent"]["success"], true, "{done}");
        assert_eq!(anna.titles().await, ["One"]);
    }
    app.stop().await;
}
