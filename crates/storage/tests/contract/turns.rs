//! Turns that wait for a language model, and what it has used.

use jiff::civil::{Date, date};
use tasktalk_domain::MessageId;
use tasktalk_storage::{
    conversations, messages, model_usage,
    turns::{self, RunningTurn},
};
use uuid::Uuid;

use crate::support::{Person, Test, at, message, on_both};

on_both!(
    a_turn_is_ended_once,
    abandoned_turns_are_found_once_their_lease_is_over,
    a_turn_goes_with_its_conversation,
    tokens_add_up_for_each_person_and_day,
);

const TODAY: Date = date(2026, 11, 22);

/// Begins a conversation with a message whose answer is waited for.
async fn begin(person: &Person, number: u128, minute: i64) -> RunningTurn {
    let owner = person.id;
    let conversation = person.converse(number, 0).await;
    let turn = RunningTurn {
        owner,
        message: MessageId(Uuid::from_u128(number)),
        conversation,
        idempotency: Some((format!("key {number}"), "hash".to_owned())),
        lease_until: at(minute),
    };
    let begun = turn.clone();
    person
        .change(move |tx, _| {
            let turn = begun.clone();
            Box::pin(async move {
                messages::append(tx, owner, conversation, &message(number, "hello")).await?;
                turns::begin(tx, owner, &turn).await
            })
        })
        .await
        .unwrap();
    turn
}

async fn running(test: &Test, person: &Person) -> Vec<RunningTurn> {
    let owner = person.id;
    test.read(move |s| Box::pin(turns::running(s, owner))).await
}

async fn end(person: &Person, turn: &RunningTurn) -> bool {
    let (owner, message) = (person.id, turn.message);
    person
        .change(move |tx, _| Box::pin(turns::end(tx, owner, message)))
        .await
        .unwrap()
}

async fn a_turn_is_ended_once(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    let turn = begin(&anna, 1, 5).await;
    assert_eq!(running(&test, &anna).await, std::slice::from_ref(&turn));
    assert_eq!(running(&test, &bob).await, []);
    assert!(!end(&bob, &turn).await, "it is not his");
    assert!(end(&anna, &turn).await);
    assert!(!end(&anna, &turn).await, "somebody has ended it");
    assert_eq!(running(&test, &anna).await, []);
}

async fn abandoned_turns_are_found_once_their_lease_is_over(test: Test) {
    let anna = test.person("anna").await;
    let first = begin(&anna, 1, 5).await;
    let second = begin(&anna, 2, 3).await;
    let abandoned = async |minute| {
        test.read(move |s| Box::pin(turns::abandoned(s, at(minute))))
            .await
    };
    assert_eq!(abandoned(3).await, []);
    assert_eq!(abandoned(4).await, std::slice::from_ref(&second));
    assert_eq!(abandoned(6).await, [second, first]);
}

async fn a_turn_goes_with_its_conversation(test: Test) {
    let anna = test.person("anna").await;
    let turn = begin(&anna, 1, 5).await;
    let (owner, conversation) = (anna.id, turn.conversation);
    anna.change(move |tx, _| Box::pin(conversations::delete(tx, owner, conversation)))
        .await
        .unwrap();
    assert!(!end(&anna, &turn).await);
}

async fn tokens_add_up_for_each_person_and_day(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    for (person, day, tokens) in [
        (&anna, TODAY, 1_000),
        (&anna, TODAY, -300),
        (&anna, TODAY.yesterday().unwrap(), 50),
        (&bob, TODAY, 5),
    ] {
        let owner = person.id;
        person
            .change(move |tx, _| Box::pin(model_usage::add(tx, owner, day, tokens)))
            .await
            .unwrap();
    }
    let used = async |person: &Person, day| {
        let owner = person.id;
        test.read(move |s| Box::pin(model_usage::tokens_on(s, owner, day)))
            .await
    };
    assert_eq!(used(&anna, TODAY).await, 700);
    assert_eq!(used(&anna, TODAY.tomorrow().unwrap()).await, 0);
    assert_eq!(used(&bob, TODAY).await, 5);
    let pruned = test
        .write(|tx| Box::pin(model_usage::prune(tx, TODAY)))
        .await
        .unwrap();
    assert_eq!(pruned, 1);
    assert_eq!(used(&anna, TODAY.yesterday().unwrap()).await, 0);
    assert_eq!(used(&anna, TODAY).await, 700);
}
