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

fn happening(kind: &str, id: Option<&str>) -> Event {
    let event = json!({"seq": 1, "type": kind, "id": id});
    Event::Happened(serde_json::from_value(event).unwrap())
}

fn tasks_read(ids: &[i64], count: usize) -> Event {
    let tasks: Vec<_> = ids
        .iter()
        .map(|id| {
            json!({"id": id, "user_id": "1", "title": "Task", "description": null, "completed": false,
                "completed_at": null, "due": null, "recurrence": null, "priority": "none", "tags": [],
                "created_at": "", "updated_at": "", "version": 1})
        })
        .collect();
    let list = json!({"tasks": tasks, "count": count, "next_cursor": null});
    Event::Tasks(serde_json::from_value(list).unwrap())
}

fn messages(said: &[(&str, &str, &str)]) -> Event {
    let said = said
        .iter()
        .map(|(id, role, content)| {
            let message = json!({"id": id, "role": role, "content": content, "tool_calls": [],
                "metadata": {}, "created_at": ""});
            serde_json::from_value(message).unwrap()
        })
        .collect();
    Event::Messages("c".to_owned(), said)
}

fn said_here(model: &Model) -> Vec<&str> {
    model
        .talk
        .entries
        .iter()
        .map(|entry| match entry {
            Entry::You(text) | Entry::Note(text) => text.as_str(),
            Entry::Reply(reply) => reply.text.as_str(),
        })
        .collect()
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
    let tasks = Effect::LoadTasks(model.list.query(), When::Now);
    for kind in ["task.created", "task.completed", "reset"] {
        let effects = update(&mut model, happening(kind, None));
        assert!(effects.contains(&tasks), "{kind}");
        assert_eq!(update(&mut model, tasks_read(&[], 0)), []);
        update(&mut model, Event::Reminders(Vec::new()));
    }
    assert_eq!(update(&mut model, happening("news", None)), []);
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
        (2, Effect::Finish("r".to_owned(), 2)),
        (3, Effect::Snooze("r".to_owned())),
        (4, Effect::Dismiss("r".to_owned())),
    ] {
        let mut model = model.clone();
        assert_eq!(press(&mut model, KeyCode::F(key)), [effect]);
        assert_eq!(model.reminders, []);
        // What was read before the answer arrived does not bring it back.
        assert_eq!(update(&mut model, told.clone()), []);
        assert_eq!(model.reminders, []);
        let failed = Event::NotAnswered("r".to_owned(), "The database is busy.".to_owned());
        assert_eq!(
            update(&mut model, failed),
            [Effect::LoadReminders(When::Now)]
        );
        update(&mut model, told.clone());
        assert_eq!(model.reminders.len(), 1, "it still waits");
    }
    model.input.insert("half a thought");
    assert_eq!(press(&mut model, KeyCode::F(5)), []);
    assert_eq!(model.input.text(), "move #2 to ");
    press(&mut model, KeyCode::Up);
    assert_eq!(model.input.text(), "half a thought");
}

#[test]
fn tab_gives_the_keys_to_the_list() {
    let mut model = Model::default();
    press(&mut model, KeyCode::Tab);
    assert_eq!(model.pane, Pane::List);
    assert_eq!(
        press(&mut model, KeyCode::Char('a')),
        [Effect::LoadTasks(model.list.query(), When::Now)]
    );
    assert!(model.list.all);
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Char('?'));
    assert!(model.keys_shown);
    press(&mut model, KeyCode::Char('q'));
    assert!(
        !model.keys_shown && model.input.is_empty(),
        "any key goes on"
    );
}

#[test]
fn a_hundred_changes_are_read_in_two_readings() {
    let mut model = Model::default();
    assert!(!update(&mut model, happening("task.created", None)).is_empty());
    for _ in 0..100 {
        assert_eq!(update(&mut model, happening("task.created", None)), []);
    }
    assert_eq!(
        update(&mut model, tasks_read(&[1], 1)),
        [Effect::LoadTasks(model.list.query(), When::Soon)]
    );
    assert_eq!(update(&mut model, tasks_read(&[1, 2], 2)), []);
    assert_eq!(model.list.rows.len(), 2);
}

#[test]
fn a_reading_that_fails_is_not_the_last_one() {
    let mut model = Model::default();
    update(&mut model, happening("task.created", None));
    let failed = Event::NotRead(Read::Tasks, "away".to_owned());
    assert_eq!(update(&mut model, failed), []);
    let tasks = Effect::LoadTasks(model.list.query(), When::Now);
    assert!(update(&mut model, happening("task.created", None)).contains(&tasks));
}

#[test]
fn more_tasks_are_read_at_the_end_of_the_list() {
    let mut model = Model::default();
    let ids: Vec<i64> = (1..=200).collect();
    update(&mut model, tasks_read(&ids, 1000));
    press(&mut model, KeyCode::Tab);
    let effects = press(&mut model, KeyCode::End);
    assert_eq!(model.list.query().pages, 2);
    assert_eq!(effects, [Effect::LoadTasks(model.list.query(), When::Now)]);
    assert_eq!(press(&mut model, KeyCode::End), [], "they are on their way");
    assert_eq!(model.list.query().pages, 2);
}

#[test]
fn a_task_is_found_by_its_words_and_all_come_back_with_esc() {
    let mut model = Model::default();
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Char('/'));
    for c in "x a".chars() {
        press(&mut model, KeyCode::Char(c));
    }
    assert_eq!(model.list.query().find.as_deref(), Some("x a"));
    press(&mut model, KeyCode::Enter);
    assert!(!model.list.finding);
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.list.query().find, None);
    assert_eq!(model.pane, Pane::List);
}

#[test]
fn what_is_said_elsewhere_in_the_conversation_is_shown_once() {
    let mut model = Model::default();
    let number = said(&says(&mut model, "add buy milk")).0;
    tell(&mut model, number, turn(&json!(null)));
    let load = Effect::LoadMessages("c".to_owned(), 30, When::Now);
    let effects = update(&mut model, happening("conversation.message", Some("c")));
    assert_eq!(effects, [load]);
    let own = ("m", "assistant", "✅ Task #1 created: **Buy milk**");
    update(&mut model, messages(&[("l", "user", "add buy milk"), own]));
    assert_eq!(said_here(&model).len(), 2, "it stands there already");

    update(&mut model, happening("conversation.message", Some("c")));
    let elsewhere = [own, ("n", "user", "done"), ("o", "assistant", "Which?")];
    update(&mut model, messages(&elsewhere));
    update(&mut model, messages(&elsewhere));
    update(&mut model, messages(&[own]));
    assert_eq!(said_here(&model)[2..], ["done", "Which?"]);
    assert_eq!(
        update(&mut model, happening("conversation.message", Some("other"))),
        []
    );
}

#[test]
fn what_is_said_elsewhere_during_an_answer_comes_after_it() {
    let mut model = Model::default();
    model.talk.conversation = Some("c".to_owned());
    let number = said(&says(&mut model, "add buy milk")).0;
    assert_eq!(
        update(&mut model, happening("conversation.message", Some("c"))),
        []
    );
    let effects = tell(&mut model, number, turn(&json!(null)));
    assert!(effects.contains(&Effect::LoadMessages("c".to_owned(), 30, When::Now)));
}

#[test]
fn a_lost_answer_is_waited_for_until_the_person_gives_up() {
    let mut model = Model::default();
    let number = said(&says(&mut model, "plan my week")).0;
    update(&mut model, Event::Turn(number, TurnNews::Again));
    assert!(model.talk.running.is_some());
    let effects = press(&mut model, KeyCode::Esc);
    assert_eq!(effects, [Effect::GiveUp(number)]);
    assert_eq!(model.talk.running, None);
    assert!(last_reply(&model).contains("may have arrived"));
    tell(&mut model, number, turn(&json!(null)));
    assert!(
        last_reply(&model).contains("may have arrived"),
        "it is over"
    );
}

#[test]
fn another_conversation_is_chosen_and_a_new_one_begun() {
    let mut model = Model::default();
    let number = said(&says(&mut model, "add buy milk")).0;
    assert_eq!(control(&mut model, 'o'), [], "not during an answer");
    tell(&mut model, number, turn(&json!(null)));
    let all = |find: &str| Effect::LoadConversations(find.to_owned(), When::Now);
    assert_eq!(control(&mut model, 'o'), [all("")]);
    let conversations: Vec<Conversation> = ["c", "d"]
        .map(|id| Conversation {
            id: id.to_owned(),
            title: format!("Title\u{1b}]0;{id}"),
            created_at: String::new(),
            updated_at: String::new(),
        })
        .to_vec();
    update(&mut model, Event::Conversations(conversations.clone()));
    assert_eq!(press(&mut model, KeyCode::Char('T')), [all("T")]);
    update(&mut model, Event::Conversations(conversations));
    press(&mut model, KeyCode::Down);
    assert_eq!(
        press(&mut model, KeyCode::Enter),
        [Effect::LoadMessages("d".to_owned(), 200, When::Now)]
    );
    assert_eq!(model.talk.title.as_str(), "Title]0;d");
    assert_eq!(said_here(&model), [""; 0]);
    assert_eq!(
        control(&mut model, 'z'),
        [Effect::Undo(vec!["u".to_owned()])],
        "what was changed can still be taken back"
    );
    control(&mut model, 'n');
    assert_eq!(model.talk.conversation, None);
    assert_eq!(said(&says(&mut model, "hello")).0, number + 1);
}

#[test]
fn a_conversation_is_deleted_by_two_presses() {
    let mut model = Model::default();
    control(&mut model, 'o');
    let conversation = Conversation {
        id: "c".to_owned(),
        title: "Milk".to_owned(),
        created_at: String::new(),
        updated_at: String::new(),
    };
    update(&mut model, Event::Conversations(vec![conversation]));
    assert_eq!(press(&mut model, KeyCode::Delete), []);
    press(&mut model, KeyCode::Up);
    assert_eq!(press(&mut model, KeyCode::Delete), [], "a key in between");
    assert_eq!(
        press(&mut model, KeyCode::Delete),
        [Effect::DeleteConversation("c".to_owned())]
    );
}

#[test]
fn a_conversation_gets_another_title() {
    let mut model = Model::default();
    control(&mut model, 'o');
    let conversation = |title: &str| Conversation {
        id: "c".to_owned(),
        title: title.to_owned(),
        created_at: String::new(),
        updated_at: String::new(),
    };
    assert_eq!(control(&mut model, 'r'), [], "there is none yet");
    update(&mut model, Event::Conversations(vec![conversation("Milk")]));
    model.talk.conversation = Some("c".to_owned());
    control(&mut model, 'r');
    for c in ['y', '\u{1b}', '!'] {
        assert_eq!(
            press(&mut model, KeyCode::Char(c)),
            [],
            "it is not looked for"
        );
    }
    press(&mut model, KeyCode::Backspace);
    press(&mut model, KeyCode::Home);
    update(&mut model, Event::Paste("Very ".to_owned()));
    // One that is listed anew meanwhile takes nothing away.
    update(&mut model, Event::Conversations(vec![conversation("Milk")]));
    assert_eq!(
        press(&mut model, KeyCode::Enter),
        [Effect::RenameConversation(
            "c".to_owned(),
            "Very Milky".to_owned()
        )]
    );
    update(&mut model, Event::Conversation(conversation("Very Milky")));
    let row = model.chooser.as_ref().unwrap().selected_row().unwrap();
    assert_eq!(row.1.as_str(), "Very Milky");
    assert_eq!(model.talk.title.as_str(), "Very Milky");

    // In words, as in line mode.
    press(&mut model, KeyCode::Esc);
    let renamed = says(&mut model, ":rename Oat milk");
    assert_eq!(
        renamed.last(),
        Some(&Effect::RenameConversation(
            "c".to_owned(),
            "Oat milk".to_owned()
        ))
    );
    assert_eq!(
        says(&mut model, ":umbenennen"),
        [],
        "how is it to be called?"
    );
    assert!(model.notice.is_some());
    control(&mut model, 'u');
    control(&mut model, 'o');
    update(&mut model, Event::Conversations(vec![conversation("Milk")]));

    // Blank is no title, and Esc leaves it as it is, in the list.
    control(&mut model, 'r');
    control(&mut model, 'u');
    assert_eq!(press(&mut model, KeyCode::Enter), []);
    assert!(model.chooser.as_ref().unwrap().renaming.is_some());
    press(&mut model, KeyCode::Esc);
    assert!(model.chooser.as_ref().unwrap().renaming.is_none());
}

#[test]
fn a_token_that_ends_is_told_until_the_server_lets_us_in_again() {
    let mut model = Model::default();
    update(&mut model, Event::Live(true));
    let ended = "The token has expired\u{1b}[2J: sign in again.".to_owned();
    update(&mut model, Event::ShutOut(ended));
    press(&mut model, KeyCode::Char('a'));
    let why = model.shut_out.as_ref().map(Harmless::as_str);
    assert_eq!(why, Some("The token has expired[2J: sign in again."));
    assert!(!model.live);
    update(&mut model, Event::Live(true));
    assert_eq!(model.shut_out, None);
}
