use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, style::Color};
use serde_json::{Value, json};
use tasktalk_api::tasks::TaskList;

use super::*;
use crate::{
    harmless::Harmless,
    model::{Entry, Reply, Told},
    update::{Event, update},
};

/// Sets the direction, the title and the colour of a terminal that lets it.
const HOSTILE: &str = "x\u{1b}]0;owned\u{7}\u{1b}[31m\u{9b}2J\u{202e}evil\r\ny";

fn task(id: i64, title: &str, more: &Value) -> Value {
    let mut task = json!({"id": id, "user_id": "1", "title": title, "description": null, "completed": false,
        "completed_at": null, "due": null, "recurrence": null, "priority": "none", "tags": [],
        "created_at": "", "updated_at": "", "version": 1});
    for (key, value) in more.as_object().unwrap() {
        task[key] = value.clone();
    }
    task
}

fn model(columns: u16, rows: u16, tasks: &[Value]) -> Model {
    let mut model = Model {
        size: (columns, rows),
        now: "2026-11-27T09:00:00".to_owned(),
        live: true,
        ..Model::default()
    };
    let list: TaskList =
        serde_json::from_value(json!({"tasks": tasks, "count": tasks.len(), "next_cursor": null}))
            .unwrap();
    update(&mut model, Event::Tasks(list));
    model
}

fn said(model: &mut Model, words: &str, answer: &str) {
    model.talk.entries.push(Entry::You(Harmless::text(words)));
    model.talk.entries.push(Entry::Reply(Reply {
        text: Harmless::text(answer),
        ..Reply::default()
    }));
}

fn drawn(model: &Model) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(model.size.0, model.size.1)).unwrap();
    terminal.draw(|frame| draw(model, frame)).unwrap();
    terminal.backend().buffer().clone()
}

fn lines(buffer: &Buffer) -> Vec<String> {
    let width = usize::from(buffer.area.width);
    buffer
        .content
        .chunks(width)
        .map(|row| {
            let text: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            text.trim_end().to_owned()
        })
        .collect()
}

fn seen(model: &Model) -> String {
    lines(&drawn(model)).join("\n")
}

#[test]
fn wide_terminals_show_both_panes() {
    let mut model = model(
        90,
        12,
        &[
            task(
                1,
                "Call mum",
                &json!({"due": {"date_time": "2026-11-27T08:00:00"}, "priority": "high"}),
            ),
            task(
                2,
                "Buy milk",
                &json!({"tags": ["home"], "due": {"date": "2026-12-01"}}),
            ),
        ],
    );
    said(&mut model, "add buy milk", "Task #2 created: **Buy milk**");
    let seen = seen(&model);
    for text in [
        "› add buy milk",
        "Task #2 created: Buy milk",
        "To do (2)",
        "[ ] #1 Call mum",
        "overdue · today 08:00 · high",
        "Tue 1 Dec · #home",
    ] {
        assert!(seen.contains(text), "{text} in\n{seen}");
    }
}

#[test]
fn narrow_terminals_show_one_pane() {
    let mut model = model(40, 10, &[task(1, "Call mum", &json!({}))]);
    said(&mut model, "hello", "Hi");
    assert!(seen(&model).contains("› hello") && !seen(&model).contains("Call mum"));
    model.pane = Pane::List;
    assert!(!seen(&model).contains("› hello") && seen(&model).contains("[ ] #1 Call mum"));
}

#[test]
fn nothing_in_data_reaches_the_terminal_as_a_command() {
    let mut model = model(
        90,
        14,
        &[task(
            1,
            HOSTILE,
            &json!({"tags": [HOSTILE], "due": {"date": HOSTILE}}),
        )],
    );
    said(&mut model, HOSTILE, HOSTILE);
    model.talk.title = Harmless::line(HOSTILE);
    model.notice = Some(Harmless::line(HOSTILE));
    model.reminders.push(Told {
        id: "r".to_owned(),
        task_id: 1,
        title: Harmless::line(HOSTILE),
        fired_at: None,
        minutes_late: 0,
    });
    for cell in &drawn(&model).content {
        let steers = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!cell.symbol().contains(steers), "{:?}", cell.symbol());
    }
    assert!(seen(&model).contains("x]0;owned[31m2Jevil y"));
}

#[test]
fn without_colours_there_are_none() {
    let mut model = model(
        90,
        14,
        &[task(1, "Late", &json!({"due": {"date": "2026-11-01"}}))],
    );
    said(&mut model, "hello", "**Hi**");
    let colours = |model: &Model| {
        drawn(model)
            .content
            .iter()
            .any(|cell| cell.fg != Color::Reset)
    };
    assert!(!colours(&model));
    model.coloured = true;
    assert!(colours(&model));
}

#[test]
fn the_conversation_scrolls_and_stays_where_it_is_read() {
    let mut model = model(60, 12, &[]);
    for number in 0..40 {
        said(&mut model, &format!("say {number}."), "answer");
    }
    assert!(seen(&model).contains("say 39."));
    scroll(&mut model, -1);
    let before = seen(&model);
    assert!(!before.contains("say 39.") && before.contains("more rows below"));
    said(&mut model, "news", "answer");
    let same = |text: &str| text.lines().take(6).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(same(&before), same(&seen(&model)));
    scroll(&mut model, 1000);
    assert!(seen(&model).contains("news"));
}

#[test]
fn every_size_can_be_drawn() {
    let mut model = model(
        1,
        1,
        &[task(
            1,
            "買い物をする 👩‍👩‍👧",
            &json!({"due": {"date": "2026-11-01"}}),
        )],
    );
    said(&mut model, "買い物", "**買い物をする** 👩‍👩‍👧");
    model.input.insert("買い物をする\n👩‍👩‍👧");
    for pane in [Pane::Talk, Pane::List] {
        model.pane = pane;
        for keys_shown in [false, true] {
            model.keys_shown = keys_shown;
            for columns in 1..100 {
                for rows in [1, 2, 3, 5, 6, 7, 12] {
                    model.size = (columns, rows);
                    drawn(&model);
                }
            }
        }
    }
}

#[test]
fn a_small_window_still_shows_what_counts() {
    let mut model = model(20, 5, &[]);
    said(&mut model, "hello", "Hi there");
    model.input.insert("buy");
    let seen = seen(&model);
    for text in ["› hello", "Hi there", "› buy"] {
        assert!(seen.contains(text), "{text} in\n{seen}");
    }
}

#[test]
fn thousands_of_tasks_are_seen_around_the_selected_one() {
    let tasks: Vec<Value> = (1..=2000)
        .map(|id| task(id, &format!("Task {id}."), &json!({"tags": ["x"]})))
        .collect();
    let mut model = model(100, 20, &tasks);
    model.pane = Pane::List;
    for selected in [0, 1, 9, 1000, 1990, 1999] {
        model.list.selected = selected;
        let seen = seen(&model);
        let title = format!("Task {}.", selected + 1);
        assert!(seen.contains(&title), "{title} in\n{seen}");
    }
    assert!(
        seen(&model).lines().nth(18).unwrap().contains("#x"),
        "no gap at the end"
    );
}

#[test]
fn all_options_of_a_question_are_seen() {
    let mut model = model(90, 14, &[]);
    model.talk.question = Some(crate::model::Question {
        id: "q".to_owned(),
        options: (1..=3)
            .map(|number| {
                let label = format!("#{number} A meeting about meetings of meetings");
                (number.to_string(), Harmless::line(&label))
            })
            .collect(),
    });
    for columns in [30, 60, 90] {
        model.size.0 = columns;
        let seen = seen(&model);
        for number in [" 1  #1", " 2  #2", " 3  #3"] {
            assert!(seen.contains(number), "{number} at {columns} in\n{seen}");
        }
    }
}

#[test]
fn the_terminal_speaks_german_and_spanish() {
    let late = task(
        1,
        "Milch",
        &json!({"due": {"date_time": "2026-11-03T15:00:00"}, "priority": "high"}),
    );
    let mut model = model(100, 20, &[late]);
    for (tag, texts) in [
        (
            "de",
            [
                "Zu tun (1)",
                "überfällig · 3. Nov. 15:00 · hoch",
                "Alles lässt sich zurücknehmen.",
            ],
        ),
        (
            "es",
            [
                "Por hacer (1)",
                "vencida · 3 nov 15:00 · alta",
                "Todo se puede deshacer.",
            ],
        ),
    ] {
        model.words = crate::Words::of([tag]);
        let seen = seen(&model);
        for text in texts {
            assert!(seen.contains(text), "{text} in\n{seen}");
        }
    }
}

#[test]
fn days_are_told_by_name() {
    let mut model = model(100, 20, &[]);
    let list = [
        ("2026-11-26", "yesterday"),
        ("2026-11-27", "today"),
        ("2026-11-28", "tomorrow"),
        ("2026-11-29", "Sun 29 Nov"),
        ("2026-12-04", " 4 Dec"),
        ("2027-01-01", "1 Jan 2027"),
        ("never", "never"),
    ];
    for (due, told) in list {
        let tasks = [task(1, "Milk", &json!({"due": {"date": due}}))];
        let list = json!({"tasks": tasks, "count": 1, "next_cursor": null});
        update(
            &mut model,
            Event::Tasks(serde_json::from_value(list).unwrap()),
        );
        assert!(seen(&model).contains(told), "{told} in\n{}", seen(&model));
    }
}

#[test]
fn right_to_left_words_stay_on_their_side() {
    let mut model = model(100, 12, &[task(1, "Milk", &json!({}))]);
    said(&mut model, "שלום עולם", "Hi");
    let rows = lines(&drawn(&model));
    let row = rows.iter().find(|row| row.contains("שלום")).unwrap();
    assert!(row.contains("│\u{200e}"), "{row}");
    let row = rows.iter().find(|row| row.contains("Hi")).unwrap();
    assert!(!row.contains('\u{200e}'), "{row}");
}

#[test]
fn a_long_title_is_typed_with_its_cursor_in_sight() {
    let mut model = model(100, 20, &[]);
    let mut title = crate::model::Input::default();
    title.set(format!("{}end", "long ".repeat(40)));
    let renaming = crate::model::Renaming {
        id: "c".to_owned(),
        title,
    };
    model.chooser = Some(crate::model::Chooser {
        renaming: Some(renaming),
        ..crate::model::Chooser::default()
    });
    let seen = seen(&model);
    assert!(seen.contains("long end"), "{seen}");
    assert!(seen.contains("Enter renames"), "{seen}");
}

#[test]
fn the_conversations_are_seen_without_their_tricks() {
    let mut model = model(100, 20, &[]);
    let mut chooser = crate::model::Chooser::default();
    chooser.replace(vec![tasktalk_api::conversations::Conversation {
        id: "c".to_owned(),
        title: HOSTILE.to_owned(),
        created_at: String::new(),
        updated_at: String::new(),
    }]);
    model.chooser = Some(chooser);
    assert!(seen(&model).contains("x]0;owned[31m2Jevil y"));
    for cell in &drawn(&model).content {
        assert!(!cell.symbol().contains(char::is_control));
    }
}
