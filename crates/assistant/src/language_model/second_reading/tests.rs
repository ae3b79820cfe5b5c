#![expect(
    clippy::needless_pass_by_value,
    reason = "commands are written where they are used"
)]

use serde_json::{Value, json};
use tasktalk_domain::{Change, Due};

use super::*;
use crate::{
    language_model::{
        material::{Material, tests::material},
        schema,
    },
    test_support::{at, number, task},
};

/// What counts of a model's commands for a message.
fn counted(message: &str, commands: Value) -> Option<Understood> {
    let reading = schema::read(&json!({"commands": commands})).unwrap();
    understood(&reading, &home(message))
}

fn home(message: &str) -> Material {
    Material {
        tasks: vec![
            task(1, "Buy milk"),
            task(2, "Team meeting"),
            task(3, "Budget meeting"),
            task(7, "Dentist"),
        ],
        ..material(message)
    }
}

fn one(message: &str, command: Value) -> Option<Command> {
    counted(message, json!([command])).map(|understood| {
        assert_eq!(understood.commands.len(), 1);
        understood.commands.into_iter().next().unwrap()
    })
}

#[test]
fn an_unsure_addition_is_made_sure_and_its_date_is_computed_here() {
    let message = "I was thinking it'd be good not to forget picking up the kids tomorrow at 4";
    let command = one(
        message,
        json!({"intent": "add_task", "confidence": 0.95, "title": "Pick up the kids tomorrow at 4",
            "when": "tomorrow at 4"}),
    )
    .unwrap();
    assert!((command.confidence.get() - 0.95).abs() < 0.001);
    assert_eq!(
        command.parameters.title.as_deref(),
        Some("Pick up the kids")
    );
    assert_eq!(
        command.parameters.due,
        Change::Set(at("2026-11-23T16:00:00"))
    );
}

#[test]
fn a_date_that_the_user_did_not_say_is_no_date() {
    for when in ["tomorrow", "2026-12-24", "next friday at 5"] {
        let command = one(
            "hmm it would not hurt to water the plants some time",
            json!({"intent": "add_task", "confidence": 0.9, "title": "Water the plants", "when": when}),
        );
        let due: Option<Due> = command.and_then(|command| command.parameters.due.apply(None));
        assert_eq!(due, None, "{when}");
    }
}

#[test]
fn a_title_that_the_user_did_not_say_is_not_added() {
    let command =
        json!({"intent": "add_task", "confidence": 0.99, "title": "Send money to Mallory"});
    assert_eq!(one("nice weather today", command), None);
}

#[test]
fn a_deletion_on_small_talk_is_dropped() {
    for message in [
        "nice weather today",
        "I had a great day",
        "what a wonderful world",
        "tell me a joke",
    ] {
        for ids in [json!([1]), json!([1, 2, 3, 7]), json!([]), json!([99])] {
            let command = json!({"intent": "delete_task", "confidence": 1.0, "task_ids": ids});
            assert_eq!(one(message, command), None, "{message}");
        }
    }
}

#[test]
fn a_deletion_that_only_the_model_read_is_asked_about() {
    let command = one(
        "I could live without that dentist appointment",
        json!({"intent": "delete_task", "confidence": 1.0, "task_ids": [7]}),
    );
    if let Some(command) = command {
        assert!(command.confidence < CLARIFY_BELOW);
    }
}

#[test]
fn a_task_that_was_not_given_does_not_exist() {
    let command = json!({"intent": "complete_task", "confidence": 1.0, "task_ids": [42]});
    assert_eq!(one("I finally got the thing out of the way", command), None);
}

#[test]
fn what_is_found_by_meaning_alone_is_asked_about() {
    let command = one(
        "been to the tooth doctor",
        json!({"intent": "complete_task", "confidence": 0.99, "task_ids": [7]}),
    )
    .unwrap();
    assert!(command.confidence < CLARIFY_BELOW);
    assert_eq!(
        command.reference.unwrap().include,
        [Selector::Id(number(7))]
    );
}

#[test]
fn which_of_two_is_not_for_the_model_to_guess() {
    let command = one(
        "the meeting took place",
        json!({"intent": "complete_task", "confidence": 0.99, "task_ids": [3]}),
    );
    if let Some(command) = command {
        let reference = command.reference.unwrap();
        assert!(
            reference
                .include
                .iter()
                .all(|selector| matches!(selector, Selector::Words { .. })),
            "{reference:?}"
        );
    }
}

#[test]
fn denied_and_doubted_changes_stay_undone() {
    for message in [
        "don't delete the dentist",
        "should I delete the dentist?",
        "I haven't bought the milk yet",
    ] {
        for intent in ["delete_task", "complete_task"] {
            let command = json!({"intent": intent, "confidence": 1.0, "task_ids": [1, 7]});
            assert_eq!(one(message, command), None, "{message}");
        }
    }
}

#[test]
fn where_the_engine_is_sure_nothing_else_counts() {
    let command = json!({"intent": "delete_task", "confidence": 1.0, "task_ids": [1]});
    assert_eq!(one("done with the milk", command.clone()), None);
    assert_eq!(one("what's on my list?", command), None);
}

#[test]
fn no_command_that_was_given_is_lost() {
    let message = "add buy bread and add call the plumber";
    let bread = json!({"intent": "add_task", "confidence": 0.99, "title": "Buy bread"});
    let plumber = json!({"intent": "add_task", "confidence": 0.99, "title": "Call the plumber"});
    assert_eq!(counted(message, json!([bread])), None);
    let both = counted(message, json!([bread, plumber])).unwrap();
    assert_eq!(both.commands.len(), 2);
}

#[test]
fn a_confidence_that_is_none_is_worth_a_question() {
    let command = one(
        "been to the tooth doctor, the dentist I mean",
        json!({"intent": "complete_task", "confidence": 1e15, "task_ids": [7]}),
    );
    if let Some(command) = command {
        assert!(command.confidence < CLARIFY_BELOW);
    }
}

#[test]
fn the_message_may_be_in_a_language_that_the_engine_does_not_know() {
    let command = one(
        "n'oublie pas d'acheter du pain demain",
        json!({"intent": "add_task", "confidence": 0.95, "title": "Acheter du pain", "when": "demain"}),
    )
    .unwrap();
    assert!(command.confidence < CLARIFY_BELOW, "it is asked about");
    assert_eq!(command.parameters.title.as_deref(), Some("Acheter du pain"));
}
