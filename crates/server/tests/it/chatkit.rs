//! `/chatkit` as OpenAI's component uses it. What the protocol's own types say of it, `tests/mcp` asks them.

use serde_json::{Value, json};

use crate::support::{Actor, App, Start, on_both_engines, on_sqlite, raw};

on_both_engines!(
    a_thread_is_made_read_renamed_and_deleted,
    items_are_reached_once_in_both_directions,
    a_question_is_answered_by_a_choice_and_by_words,
    trying_again_does_nothing_twice,
    clicks_take_back_and_complete,
    someone_elses_thread_is_like_none,
);
on_sqlite!(
    what_is_not_the_protocols_is_refused,
    tokens_may_do_what_they_say,
    the_page_that_shows_it_is_there_when_it_is_wanted,
);

/// An answer of `/chatkit`.
struct Answered(raw::Answer);

impl Answered {
    /// The object, where there is one.
    fn object(&self) -> Value {
        assert_eq!(self.0.status, 200, "{:?}", self.0);
        self.0.json()
    }

    /// The events of a stream.
    fn events(&self) -> Vec<Value> {
        assert_eq!(self.0.status, 200, "{:?}", self.0);
        assert_eq!(self.0.header("content-type"), Some("text/event-stream"));
        assert_eq!(self.0.header("x-accel-buffering"), Some("no"));
        String::from_utf8_lossy(&self.0.body)
            .lines()
            .filter_map(|line| line.strip_prefix("data: "))
            .map(|data| serde_json::from_str(data).expect("an event is JSON"))
            .collect()
    }
}

async fn ask(app: &App, person: &Actor, kind: &str, params: Value) -> Answered {
    ask_with(app, &person.session.access_token, kind, params).await
}

async fn ask_with(app: &App, token: &str, kind: &str, params: Value) -> Answered {
    let body = json!({"type": kind, "params": params});
    let request = raw::Request::new("POST", "/chatkit")
        .host("localhost")
        .token(token)
        .json(body.to_string());
    Answered(app.send(request).await)
}

fn input(text: &str) -> Value {
    json!({"content": [{"type": "input_text", "text": text}], "attachments": [], "inference_options": {}})
}

/// Says something in a new thread; gives the thread's id and what happened.
async fn begin(app: &App, person: &Actor, text: &str) -> (String, Vec<Value>) {
    let params = json!({"input": input(text)});
    let events = ask(app, person, "threads.create", params).await.events();
    let thread = events[0]["thread"]["id"].as_str().unwrap().to_owned();
    (thread, events)
}

async fn say(app: &App, person: &Actor, thread: &str, text: &str) -> Vec<Value> {
    let params = json!({"thread_id": thread, "input": input(text)});
    ask(app, person, "threads.add_user_message", params)
        .await
        .events()
}

fn of_type<'a>(events: &'a [Value], kind: &str) -> Vec<&'a Value> {
    events
        .iter()
        .filter(|event| event["type"] == kind)
        .collect()
}

/// The items that a stream has brought, as they are in the end.
fn done(events: &[Value]) -> Vec<Value> {
    of_type(events, "thread.item.done")
        .iter()
        .map(|event| event["item"].clone())
        .collect()
}

fn item<'a>(items: &'a [Value], kind: &str) -> &'a Value {
    let mut found = items.iter().filter(|item| item["type"] == kind);
    found
        .next()
        .unwrap_or_else(|| panic!("no {kind}: {items:?}"))
}

async fn a_thread_is_made_read_renamed_and_deleted(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let (thread, events) = begin(&app, &anna, "add buy milk").await;
    assert_eq!(events[0]["type"], "thread.created");
    assert_eq!(events[1]["item"]["type"], "user_message");
    assert_eq!(events[2]["type"], "stream_options");
    let streamed = done(&events);
    let kinds: Vec<&str> = streamed
        .iter()
        .map(|item| item["type"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["user_message", "workflow", "assistant_message", "widget"]
    );
    assert_eq!(anna.titles().await, ["Buy milk"]);
    let effect = of_type(&events, "client_effect")[0];
    assert_eq!(effect["data"]["task_ids"], json!([1]));
    let updated = of_type(&events, "thread.updated")[0];
    assert_eq!(updated["thread"]["title"], "add buy milk");

    // Read again it is the same, but for the moment of the answer.
    let read = ask(
        &app,
        &anna,
        "threads.get_by_id",
        json!({"thread_id": thread}),
    )
    .await
    .object();
    assert_eq!(read["title"], "add buy milk");
    assert_eq!(read["items"]["data"], json!(streamed));
    assert_eq!(read["items"]["has_more"], false);
    // It is the same conversation everywhere.
    assert_eq!(
        anna.conversation(&thread).await.unwrap().title,
        "add buy milk"
    );

    say(&app, &anna, &thread, "add call mum").await;
    begin(&app, &anna, "what's pending?").await;
    let first = ask(&app, &anna, "threads.list", json!({"limit": 1}))
        .await
        .object();
    assert_eq!(first["data"][0]["title"], "what's pending?");
    assert_eq!(first["has_more"], true);
    let after = json!({"limit": 1, "after": first["after"]});
    let second = ask(&app, &anna, "threads.list", after).await.object();
    assert_eq!(second["data"][0]["id"], thread.as_str());
    assert_eq!(second["has_more"], false);
    let oldest = ask(&app, &anna, "threads.list", json!({"order": "asc"}))
        .await
        .object();
    assert_eq!(oldest["data"][0]["id"], thread.as_str());

    let rename = json!({"thread_id": thread, "title": "Groceries"});
    let renamed = ask(&app, &anna, "threads.update", rename).await.object();
    assert_eq!(renamed["title"], "Groceries");
    let gone = json!({"thread_id": thread});
    assert_eq!(
        ask(&app, &anna, "threads.delete", gone.clone())
            .await
            .object(),
        json!({})
    );
    let gone = ask(&app, &anna, "threads.get_by_id", gone).await;
    assert_eq!(
        (gone.0.status, gone.0.code().as_str()),
        (404, "conversation_not_found")
    );
    app.stop().await;
}

async fn items_are_reached_once_in_both_directions(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let (thread, _) = begin(&app, &anna, "add one").await;
    for text in ["add two", "what's pending?", "complete task 1", "undo"] {
        say(&app, &anna, &thread, text).await;
    }
    let mut walks = Vec::new();
    for order in ["asc", "desc"] {
        for limit in [1, 3, 100] {
            let mut seen: Vec<String> = Vec::new();
            let mut after = Value::Null;
            loop {
                let params =
                    json!({"thread_id": thread, "order": order, "limit": limit, "after": after});
                let page = ask(&app, &anna, "items.list", params).await.object();
                let rows = page["data"].as_array().unwrap();
                assert!(rows.len() <= limit, "{page}");
                seen.extend(
                    rows.iter()
                        .map(|item| item["id"].as_str().unwrap().to_owned()),
                );
                if page["has_more"] == false {
                    break;
                }
                assert_eq!(page["after"].as_str(), seen.last().map(String::as_str));
                after = page["after"].clone();
            }
            if order == "desc" {
                seen.reverse();
            }
            walks.push(seen);
        }
    }
    assert!(walks[0].len() > 10, "{walks:?}");
    for walk in &walks {
        assert_eq!(walk, &walks[0]);
    }
    app.stop().await;
}

async fn a_question_is_answered_by_a_choice_and_by_words(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    for title in ["Team meeting", "Budget meeting"] {
        anna.add(title).await;
    }
    let (thread, events) = begin(&app, &anna, "delete the meeting task").await;
    let items = done(&events);
    let question = item(&items, "structured_input");
    assert_eq!(question["status"], "pending");
    let asked = &question["inputs"][0];
    let options: Vec<&str> = asked["options"]
        .as_array()
        .unwrap()
        .iter()
        .map(|option| option["value"].as_str().unwrap())
        .collect();
    let budget = options
        .iter()
        .find(|option| option.contains("Budget"))
        .unwrap();
    let id = asked["id"].as_str().unwrap();
    let answer = |values: Value| {
        json!({"thread_id": thread, "item_id": question["id"],
            "input": {"status": "answered", "answers": {id: {"values": values, "skipped": false}}}})
    };
    let events = ask(
        &app,
        &anna,
        "threads.add_structured_input",
        answer(json!([budget])),
    )
    .await
    .events();
    assert_eq!(events[0]["type"], "thread.item.replaced");
    assert_eq!(events[0]["item"]["status"], "answered");
    assert_eq!(anna.titles().await, ["Team meeting"]);
    let read = ask(&app, &anna, "items.list", json!({"thread_id": thread}))
        .await
        .object();
    let items = read["data"].as_array().unwrap();
    assert_eq!(item(items, "structured_input")["status"], "answered");
    let late = ask(
        &app,
        &anna,
        "threads.add_structured_input",
        answer(json!([budget])),
    )
    .await;
    assert_eq!(
        (late.0.status, late.0.code().as_str()),
        (409, "pending_gone")
    );

    // In words.
    anna.add("Call mum").await;
    let (thread, events) = begin(&app, &anna, "delete tasks 1 and 3").await;
    item(&done(&events), "structured_input");
    say(&app, &anna, &thread, "never mind").await;
    assert_eq!(anna.titles().await, ["Team meeting", "Call mum"]);
    app.stop().await;
}

async fn trying_again_does_nothing_twice(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let (thread, events) = begin(&app, &anna, "add buy milk").await;
    say(&app, &anna, &thread, "add buy bread").await;
    let items = done(&events);
    let said = item(&items, "user_message")["id"].clone();
    let again = json!({"thread_id": thread, "item_id": said});
    let events = ask(&app, &anna, "threads.retry_after_item", again)
        .await
        .events();
    let removed = of_type(&events, "thread.item.removed");
    assert_eq!(removed[0]["item_id"], said);
    assert_eq!(
        anna.titles().await,
        ["Buy milk"],
        "the bread was taken back"
    );
    let read = ask(
        &app,
        &anna,
        "threads.get_by_id",
        json!({"thread_id": thread}),
    )
    .await
    .object();
    assert_eq!(read["items"]["data"], json!(done(&events)));

    // What has changed since would be done twice: nothing happens.
    let items = done(&events);
    let said = item(&items, "user_message")["id"].clone();
    anna.chat("change task 3 to 'Buy oat milk'").await;
    let again = json!({"thread_id": thread, "item_id": said});
    let refused = ask(&app, &anna, "threads.retry_after_item", again).await;
    assert_eq!(
        (refused.0.status, refused.0.code().as_str()),
        (409, "changed_since")
    );
    let answer = item(&items, "assistant_message")["id"].clone();
    let not_said = json!({"thread_id": thread, "item_id": answer});
    let refused = ask(&app, &anna, "threads.retry_after_item", not_said).await;
    assert_eq!(
        (refused.0.status, refused.0.code().as_str()),
        (404, "item_not_found")
    );
    app.stop().await;
}

async fn clicks_take_back_and_complete(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let (thread, events) = begin(&app, &anna, "add buy milk").await;
    let items = done(&events);
    let card = item(&items, "widget");
    let button = card["widget"]["children"]
        .as_array()
        .unwrap()
        .last()
        .unwrap();
    let click = |item: &Value, button: &Value| {
        let action = &button["onClickAction"];
        json!({"thread_id": thread, "item_id": item["id"],
            "action": {"type": action["type"], "payload": action["payload"]}})
    };
    let undone = ask(&app, &anna, "threads.custom_action", click(card, button))
        .await
        .events();
    assert_eq!(undone[0]["type"], "thread.item.replaced");
    assert!(!undone[0].to_string().contains("Button"), "{undone:?}");
    assert!(anna.titles().await.is_empty());
    let again = ask(&app, &anna, "threads.custom_action", click(card, button))
        .await
        .events();
    assert_eq!(again[0]["type"], "notice", "{again:?}");

    anna.add("Call mum").await;
    let events = say(&app, &anna, &thread, "what's pending?").await;
    let items = done(&events);
    let list = item(&items, "widget");
    let row = &list["widget"]["children"][0]["children"][0]["children"];
    let button = row.as_array().unwrap().last().unwrap();
    let answered = ask(
        &app,
        &anna,
        "threads.sync_custom_action",
        click(list, button),
    )
    .await;
    assert_eq!(answered.object(), json!({}));
    let pending = anna.chat("what's pending?").await.response;
    assert!(!pending.contains("Call mum"), "it is done: {pending}");
    let unknown = json!({"thread_id": thread, "action": {"type": "tasktalk.explode"}});
    let refused = ask(&app, &anna, "threads.custom_action", unknown).await;
    assert_eq!(refused.0.status, 400);
    app.stop().await;
}

async fn someone_elses_thread_is_like_none(start: Start) {
    let app = start.app().await;
    let (anna, ben) = (app.signup("anna").await, app.signup("ben").await);
    let (thread, events) = begin(&app, &anna, "add buy milk").await;
    let item = done(&events)[0]["id"].clone();
    let (own, _) = begin(&app, &ben, "hello").await;
    let action = json!({"type": "tasktalk.complete", "payload": {"task_id": 1}});
    for (kind, params) in [
        ("threads.get_by_id", json!({"thread_id": thread})),
        ("items.list", json!({"thread_id": thread})),
        ("threads.update", json!({"thread_id": thread, "title": "x"})),
        ("threads.delete", json!({"thread_id": thread})),
        (
            "threads.add_user_message",
            json!({"thread_id": thread, "input": input("hi")}),
        ),
        (
            "threads.retry_after_item",
            json!({"thread_id": thread, "item_id": item}),
        ),
        (
            "threads.custom_action",
            json!({"thread_id": thread, "action": action}),
        ),
        (
            "items.feedback",
            json!({"thread_id": thread, "item_ids": [item], "kind": "positive"}),
        ),
        ("threads.list", json!({"after": thread})),
        (
            "threads.retry_after_item",
            json!({"thread_id": own, "item_id": item}),
        ),
        ("items.list", json!({"thread_id": own, "after": item})),
    ] {
        let refused = ask(&app, &ben, kind, params.clone()).await;
        assert_eq!(refused.0.status, 404, "{kind} {params}");
    }
    assert_eq!(anna.titles().await, ["Buy milk"]);
    app.stop().await;
}

async fn what_is_not_the_protocols_is_refused(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let mut files = input("hi");
    files["attachments"] = json!(["atc_1"]);
    for (kind, params) in [
        ("threads.explode", json!({})),
        ("threads.create", json!({})),
        (
            "threads.create",
            json!({"input": {"content": [], "attachments": []}}),
        ),
        ("threads.create", json!({"input": files})),
        (
            "attachments.create",
            json!({"name": "a", "size": 1, "mime_type": "b"}),
        ),
        (
            "input.transcribe",
            json!({"audio_base64": "", "mime_type": "a"}),
        ),
        ("threads.list", json!({"limit": 0})),
        ("threads.list", json!({"order": "sideways"})),
    ] {
        let refused = ask(&app, &anna, kind, params.clone()).await;
        assert_eq!(
            (refused.0.status, refused.0.code().as_str()),
            (400, "malformed_request"),
            "{kind} {params}"
        );
    }
    let nobody = raw::Request::new("POST", "/chatkit")
        .host("localhost")
        .json("{}");
    assert_eq!(app.send(nobody).await.status, 401);
    app.stop().await;
}

async fn tokens_may_do_what_they_say(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let (thread, _) = begin(&app, &anna, "add buy milk").await;
    let reading = tasktalk_api::tokens::NewToken {
        name: "reader".to_owned(),
        scopes: vec!["tasks:read".to_owned()],
        expires_in: None,
    };
    let token = anna.create_token(&reading).await.unwrap().token;
    let one = json!({"thread_id": thread});
    let read = ask_with(&app, &token, "threads.get_by_id", one.clone()).await;
    assert_eq!(read.0.status, 200);
    for (kind, params) in [
        ("threads.delete", one.clone()),
        ("threads.update", json!({"thread_id": thread, "title": "x"})),
    ] {
        let refused = ask_with(&app, &token, kind, params).await;
        assert_eq!(
            (refused.0.status, refused.0.code().as_str()),
            (403, "insufficient_scope"),
            "{kind}"
        );
    }
    app.stop().await;
}

async fn the_page_that_shows_it_is_there_when_it_is_wanted(start: Start) {
    let get = async |app: &App, path: &str| {
        app.send(raw::Request::new("GET", path).host("localhost"))
            .await
    };
    let app = start.app().await;
    assert_eq!(get(&app, "/chatkit-demo").await.status, 404);
    app.stop().await;
    let app = start
        .app_with(|settings| settings.network.chatkit_demo = true)
        .await;
    for path in [
        "/chatkit-demo",
        "/chatkit-demo/script.js",
        "/chatkit-demo/style.css",
    ] {
        let page = get(&app, path).await;
        assert_eq!(page.status, 200, "{path}");
        let policy = page.header("content-security-policy").unwrap();
        assert!(
            policy.contains("script-src 'self' https://cdn.platform.openai.com;"),
            "{policy}"
        );
    }
    // Nothing else is let out of the ordinary.
    let other = get(&app, "/docs").await;
    assert!(
        !other
            .header("content-security-policy")
            .unwrap()
            .contains("openai")
    );
    app.stop().await;
}
