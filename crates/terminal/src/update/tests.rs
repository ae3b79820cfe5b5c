use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde_json::json;

use super::*;
use crate::model::{Pane, Question};

fn press(model: &mut Model, code: KeyCode) -> Vec<Effect> {
    update(model, Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn control(model: &mut Model, c: char) -> Vec<Effect> {
    let key = KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL);
    update(model, Event::Key(key))
}

fn says(model: &mut Model, text: &str) -> Vec<Effect> {
    for c in text.chars() {
        press(model, KeyCode::Char(c));
    }
    press(model, KeyCode::Enter)
}

/// The number of the turn and its request.
fn said(effects: &[Effect]) -> (u64, &ChatRequest) {
    effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Say(number, request) => Some((*number, &**request)),
            _ => None,
        })
        .unwrap_or_else(|| panic!("nothing was said: {effects:?}"))
}

fn tell(model: &mut Model, number: u64, part: serde_json::Value) -> Vec<Effect> {
    let part = serde_json::from_value(part).unwrap();
    update(model, Event::Turn(number, TurnNews::Part(part)))
}

fn turn(pending: &serde_json::Value) -> serde_json::Value {
    json!({"type": "data-turn", "data": {
        "conversation_id": "c", "response": "✅ Task #1 created: **Buy milk**", "tool_calls": [], "success": true,
        "message_id": "m", "pending": pending, "engine": "embedded", "confidence": 1.0,
        "receipts": [{"op": "created", "task_id": 1, "title": "Buy milk", "before": null, "after": null,
            "undo_token": "u", "expires_at": "2026-12-22T11:28:04Z"}],
    }})
}

fn last_reply(model: &Model) -> &str {
    match model.talk.entries.last() {
        Some(Entry::Reply(reply)) => reply.text.as_str(),
        other => panic!("no reply but {other:?}"),
    }
}

#[test]
fn a_turn_is_told_bit_by_bit_and_its_whole_answer_counts() {
    let mut model = Model::default();
    let effects = says(&mut model, "add buy milk");
    let (number, request) = said(&effects);
    assert_eq!(request.message.as_deref(), Some("add buy milk"));
    assert!(effects.contains(&Effect::Remember("add buy milk".to_owned())));
    for delta in ["Not", " this"] {
        tell(
            &mut model,
            number,
            json!({"type": "text-delta", "id": "t", "delta": delta}),
        );
    }
    assert_eq!(last_reply(&model), "Not this");
    tell(&mut model, number, turn(&json!(null)));
    assert_eq!(last_reply(&model), "✅ Task #1 created: **Buy milk**");
    assert_eq!(model.talk.conversation.as_deref(), Some("c"));
    assert_eq!(
        control(&mut model, 'z'),
        [Effect::Undo(vec!["u".to_owned()])]
    );
    assert_eq!(control(&mut model, 'z'), []);
}

#[test]
fn a_number_answers_the_question_and_words_do_too() {
    let pending = json!({"id": "q", "kind": "choice", "question": "Which?", "expires_at": "2026-12-22T11:28:04Z",
        "options": [{"id": "1", "label": "Team meeting"}, {"id": "2", "label": "Budget meeting"}]});
    let mut model = Model::default();
    let number = said(&says(&mut model, "delete the meeting")).0;
    tell(&mut model, number, turn(&pending));
    assert!(model.talk.question.is_some());

    let mut typed = model.clone();
    press(&mut typed, KeyCode::Char('t'));
    assert_eq!(
        press(&mut typed, KeyCode::Char('2')),
        [],
        "a number within words is typed"
    );

    let effects = press(&mut model, KeyCode::Char('2'));
    let (_, request) = said(&effects);
    let answer = request.answer.as_ref().unwrap();
    assert_eq!(
        (answer.pending_id.as_str(), answer.option_id.as_str()),
        ("q", "2")
    );
    assert_eq!(request.conversation_id.as_deref(), Some("c"));
    assert_eq!(model.talk.question, None, "it is answered once");
}

#[test]
fn ctrl_c_stops_first_and_leaves_then() {
    let mut model = Model::default();
    let number = said(&says(&mut model, "plan my week")).0;
    assert_eq!(
        control(&mut model, 'c'),
        [],
        "its conversation isn't known yet"
    );
    let conversation = json!({"type": "data-conversation", "data": {"id": "c", "title": "plan"}});
    let effects = tell(&mut model, number, conversation);
    assert_eq!(effects, [Effect::Stop("c".to_owned())]);
    tell(&mut model, number, json!({"type": "abort"}));
    assert_eq!(model.talk.running, None);
    assert_eq!(model.leaving, Leaving::Asked);
    press(&mut model, KeyCode::Char('a'));
    control(&mut model, 'c');
    assert_eq!(model.leaving, Leaving::Asked, "another key in between");
    control(&mut model, 'c');
    assert_eq!(model.leaving, Leaving::Left);
}

#[test]
fn what_is_pasted_is_typed_and_never_sent_nor_taken_for_an_answer() {
    let mut model = Model::default();
    model.talk.question = Some(Question {
        id: "q".to_owned(),
        options: vec![("1".to_owned(), Harmless::line("Yes"))],
    });
    let effects = update(
        &mut model,
        Event::Paste("1\r\ntwo\u{1b}[31m\rthree".to_owned()),
    );
    assert_eq!(effects, []);
    assert_eq!(model.input.text(), "1\ntwo[31m\nthree");
}

#[test]
fn nothing_is_said_into_a_running_turn_and_what_is_typed_stays() {
    let mut model = Model::default();
    says(&mut model, "one");
    assert_eq!(says(&mut model, "two"), []);
    assert_eq!(model.input.text(), "two");
    assert!(model.notice.is_some());
}

#[test]
fn what_changes_elsewhere_is_read_anew() {
    let mut model = Model::default();
    let tasks = Effect::LoadTasks { all: false };
    for kind in ["task.created", "task.completed", "reset"] {
        let effects = update(&mut model, Event::Happened(kind.to_owned()));
        assert!(effects.contains(&tasks), "{kind}");
    }
    assert_eq!(update(&mut model, Event::Happened("news".to_owned())), []);
    assert!(update(&mut model, Event::Live(true)).contains(&tasks));
    assert_eq!(
        update(&mut model, Event::Live(true)),
        [],
        "nothing was missed"
    );
}

#[test]
fn a_reminder_rings_once_and_is_answered_by_a_key() {
    let reminder: Reminder = serde_json::from_value(json!({
        "id": "r", "task_id": 2, "title": "Call\u{1b}mum", "due": {"date": "2026-11-27"}, "occurrence": "o",
        "fired_at": "2026-11-27T09:00:00Z", "late_by_seconds": 120,
    }))
    .unwrap();
    let mut model = Model::default();
    let told = Event::Reminders(vec![reminder]);
    assert_eq!(update(&mut model, told.clone()), [Effect::Bell]);
    assert_eq!(update(&mut model, told.clone()), []);
    for (key, effect) in [
        (2, Effect::Complete(2, true)),
        (3, Effect::Snooze("r".to_owned())),
        (4, Effect::Dismiss("r".to_owned())),
    ] {
        update(&mut model, told.clone());
        assert_eq!(press(&mut model, KeyCode::F(key)), [effect]);
        assert_eq!(model.reminders, []);
    }
}

#[test]
fn tab_gives_the_keys_to_the_list() {
    let mut model = Model::default();
    press(&mut model, KeyCode::Tab);
    assert_eq!(model.pane, Pane::List);
    assert_eq!(
        press(&mut model, KeyCode::Char('a')),
        [Effect::LoadTasks { all: true }]
    );
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Char('?'));
    assert!(model.keys_shown);
    press(&mut model, KeyCode::Char('q'));
    assert!(
        !model.keys_shown && model.input.is_empty(),
        "any key goes on"
    );
}
