//! The commands as a shell sees them: arguments and input in, lines and an exit code out.

use serde_json::{Value, json};

use crate::program::Home;

/// Every command there is, with what makes it complete enough to ask for help.
const COMMANDS: [&[&str]; 16] = [
    &[],
    &["serve"],
    &["chat"],
    &["parse"],
    &["when"],
    &["user"],
    &["user", "create"],
    &["user", "list"],
    &["user", "password"],
    &["user", "delete"],
    &["token"],
    &["token", "create"],
    &["token", "list"],
    &["token", "revoke"],
    &["migrate"],
    &["openapi"],
];

fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[tokio::test]
async fn every_command_explains_itself() {
    let home = Home::new();
    for command in COMMANDS {
        let help = home.run(&[command, &["--help"]].concat()).await.done();
        assert!(help.contains("Usage: tasktalk"), "{command:?}: {help}");
    }
    let version = home.run(&["--version"]).await.done();
    assert_eq!(
        version.trim(),
        concat!("tasktalk ", env!("CARGO_PKG_VERSION"))
    );
}

#[tokio::test]
async fn wrong_usage_ends_with_2_and_says_what_is_wrong() {
    let home = Home::new();
    for (arguments, complaint) in [
        (&["serve", "--prot", "80"][..], "--prot"),
        (&["serve", "--port", "eighty"], "eighty"),
        (&["token", "revoke", "not-an-id"], "not-an-id"),
        (&["user"], "Usage: tasktalk user"),
        (&["user", "create", "nobody"], "nobody"),
        (&["parse", "--timezone"], "--timezone"),
        (&["migrate", "--database-url", "mysql://h/d"], "sqlite:"),
        (&[], "Usage: tasktalk"),
    ] {
        let outcome = home.run(arguments).await;
        assert_eq!(outcome.code, 2, "{arguments:?}: {outcome:?}");
        assert!(
            outcome.err.contains(complaint),
            "{arguments:?}: {outcome:?}"
        );
        assert_eq!(outcome.out, "", "{arguments:?}");
    }
}

#[tokio::test]
async fn what_fails_ends_with_1_and_tells_why() {
    let home = Home::new();
    let file = home.path().join("notes.txt");
    std::fs::write(&file, "this is no database, and it is longer than a header").unwrap();
    let url = format!("sqlite:{}", file.display());
    let outcome = home.run(&["migrate", "--database-url", &url]).await;
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert!(outcome.err.contains("notes.txt"), "{outcome:?}");
    assert!(outcome.err.contains("no SQLite database"), "{outcome:?}");
    assert!(
        !outcome.err.contains("panicked") && !outcome.err.contains("rror code"),
        "{outcome:?}"
    );

    // Nobody listens at the discard port.
    let outcome = home
        .run(&["--server", "http://127.0.0.1:9", "--token", "tt_x", "show"])
        .await;
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert!(
        outcome.err.contains("http://127.0.0.1:9") && outcome.err.contains("tasktalk serve"),
        "{outcome:?}"
    );
    assert!(!outcome.err.contains("os error"), "{outcome:?}");

    let outcome = home
        .run(&["token", "create", "--user", "nobody@example.com"])
        .await;
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""), "{outcome:?}");
    assert!(outcome.err.contains("nobody@example.com"), "{outcome:?}");
}

#[tokio::test]
async fn parse_answers_each_line_with_an_object() {
    let home = Home::new();
    let arguments = ["parse", "--now", "2026-11-22T09:00:00"];
    let input = "remind me to call mum tomorrow at 5pm\nWhat's pending?\n";
    let answers = lines(&home.run_with(&arguments, input).await.done());
    assert_eq!(answers.len(), 2);
    let command = &answers[0]["commands"][0];
    assert_eq!(command["intent"], "add_task");
    assert_eq!(command["parameters"]["title"], "Call mum");
    assert_eq!(
        command["parameters"]["due"],
        json!({ "date_time": "2026-11-23T17:00:00" })
    );
    assert_eq!(answers[1]["commands"][0]["intent"], "list_tasks");

    let input = concat!(
        r#"{"text": "buy milk tomorrow", "now": "2027-01-31T12:00:00", "timezone": "Europe/Berlin", "locale": "en"}"#,
        "\nthis is no object\n",
        r#"{"text": "undo"}"#,
    );
    let outcome = home.run_with(&["parse", "--jsonl"], input).await;
    assert_eq!(
        outcome.code, 1,
        "a line that can't be read is told: {outcome:?}"
    );
    let answers = lines(&outcome.out);
    assert_eq!(
        answers[0]["commands"][0]["parameters"]["due"],
        json!({ "date": "2027-02-01" })
    );
    assert!(
        answers[1]["error"].as_str().unwrap().contains("line 2"),
        "{answers:?}"
    );
    assert_eq!(answers[2]["commands"][0]["intent"], "undo");
}

#[tokio::test]
async fn when_answers_each_line_with_an_object() {
    let home = Home::new();
    let arguments = ["when", "--now", "2026-11-22T09:00:00"];
    let input = "friday\ntomorrow at 5pm\nthe cat sat\n";
    let answers = lines(&home.run_with(&arguments, input).await.done());
    assert_eq!(answers[0]["kind"], "instant");
    assert_eq!(answers[0]["value"], "2026-11-27");
    assert_eq!(answers[1]["value"], "2026-11-23T17:00:00");
    assert_eq!(answers[2]["kind"], "none");
}

#[tokio::test]
async fn migrating_twice_changes_nothing_the_second_time() {
    let home = Home::new();
    let first = home.run(&["migrate"]).await.done();
    assert!(first.starts_with("applied "), "{first}");
    let second = home.run(&["migrate"]).await.done();
    assert!(!second.contains("applied"), "{second}");
    assert!(second.contains("is up to date"), "{second}");
    let file = home.path().join(".local/share/tasktalk/tasktalk.db");
    let mode = std::os::unix::fs::PermissionsExt::mode(&file.metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn who_only_looks_makes_no_database() {
    let home = Home::new();
    let shown = home.run(&["what's on my list?"]).await.done();
    assert!(!shown.is_empty());
    for looking in [&["user", "list"][..], &["token", "list"]] {
        let outcome = home.run(looking).await;
        assert_eq!(outcome.code, 1, "{looking:?}: {outcome:?}");
        assert!(outcome.err.contains("there is no database"), "{outcome:?}");
    }
    assert_eq!(left_in(home.path()), 0, "nothing was made");
    // What is said first makes it.
    home.run(&["buy milk"]).await.done();
    let shown = home.run(&["what's on my list?"]).await.done();
    assert!(shown.contains("Buy milk"), "{shown}");
}

#[tokio::test]
async fn a_database_in_a_folder_that_is_not_there_is_a_mistake() {
    let home = Home::new();
    let folder = home.path().join("nowhere");
    let url = format!("sqlite:{}", folder.join("tasks.db").display());
    for command in [
        &["show"][..],
        &["buy milk"],
        &["chat"],
        &["mcp"],
        &["migrate"],
        &["serve", "--port", "0"],
        &["user", "list"],
        &["token", "create"],
    ] {
        let outcome = home
            .run(&[command, &["--database-url", &url]].concat())
            .await;
        assert_eq!(outcome.code, 1, "{command:?}: {outcome:?}");
        assert!(
            outcome.err.contains("nowhere") && outcome.err.contains("there is no"),
            "{command:?}: {outcome:?}"
        );
        assert!(!folder.exists(), "{command:?}");
    }
    std::fs::create_dir(&folder).unwrap();
    let outcome = home.run(&["show", "--database-url", &url]).await;
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert_eq!(left_in(&folder), 0, "who only looks makes nothing");
    home.run(&["migrate", "--database-url", &url]).await.done();
    home.run(&["show", "--database-url", &url]).await.done();
}

/// How many files and folders are in a folder.
fn left_in(folder: &std::path::Path) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}

#[tokio::test]
async fn accounts_and_tokens_are_made_listed_and_ended() {
    let home = Home::new();
    let create = ["user", "create", "anna@example.com", "--name", "Anna"];
    let made = home.run_with(&create, "correct horse\n").await.done();
    assert!(made.contains("anna@example.com"), "{made}");
    let again = home.run_with(&create, "correct horse\n").await;
    assert_eq!(again.code, 1, "{again:?}");
    let short = home
        .run_with(&["user", "create", "ben@example.com"], "short\n")
        .await;
    assert_eq!(short.code, 1, "{short:?}");
    let users = lines(&home.run(&["user", "list", "--json"]).await.done());
    assert_eq!(users.len(), 1);
    assert_eq!(users[0]["name"], "Anna");

    let create = [
        "token",
        "create",
        "--user",
        "anna@example.com",
        "--scopes",
        "tasks:read",
    ];
    let made = home.run(&[&create[..], &["--json"]].concat()).await.done();
    let made = &lines(&made)[0];
    assert!(made["token"].as_str().unwrap().starts_with("tt_"));
    let list = ["token", "list", "--user", "1", "--json"];
    let listed = home.run(&list).await.done();
    assert_eq!(lines(&listed)[0]["scopes"], json!(["tasks:read"]));
    assert!(!listed.contains(made["token"].as_str().unwrap()));
    let id = made["id"].as_str().unwrap();
    home.run(&["token", "revoke", id, "--user", "1"])
        .await
        .done();
    assert_eq!(home.run(&list).await.done(), "");
    assert_eq!(
        home.run(&["token", "revoke", id, "--user", "1"]).await.code,
        1
    );
}

#[tokio::test]
async fn one_message_is_one_turn() {
    let home = Home::new();
    let added = home.run(&["buy milk tomorrow"]).await.done();
    assert!(added.starts_with("✅ Task #1 created: Buy milk"), "{added}");
    let words = home.run(&["--json", "what's", "pending?"]).await.done();
    let turn = &lines(&words)[0];
    assert_eq!(turn["success"], true);
    assert!(
        turn["response"].as_str().unwrap().contains("Buy milk"),
        "{turn}"
    );
    let failed = home.run(&["complete task 99"]).await;
    assert_eq!(failed.code, 1, "{failed:?}");
    assert!(failed.out.contains("99"), "{failed:?}");
}

#[tokio::test]
async fn piped_lines_are_a_conversation_that_is_remembered() {
    let home = Home::new();
    let lines = "Add a task to buy milk\nremind me to call mum\nwhat's on my list?\n";
    let said = home.run_with(&["chat"], lines).await.done();
    let (_, list) = said.split_once("Your tasks").expect("a list is shown");
    assert!(
        list.contains("Buy milk") && list.contains("Call mum"),
        "{said}"
    );
    assert!(
        !said.contains('\u{1b}'),
        "colours are for terminals: {said:?}"
    );

    let said = home
        .run_with(&["chat"], "what's on my list?\n")
        .await
        .done();
    assert!(
        said.contains("Buy milk") && said.contains("Call mum"),
        "{said}"
    );
}

#[tokio::test]
async fn a_conversation_is_renamed_line_by_line() {
    let home = Home::new();
    let early = home.run_with(&["chat"], ":rename Groceries\n").await;
    assert_eq!(early.code, 1, "{early:?}");
    assert!(early.out.contains("your first message"), "{early:?}");
    let lines = "add buy milk\n:rename  The weekly shop \n";
    let said = home.run_with(&["chat"], lines).await.done();
    assert!(said.ends_with("now called: The weekly shop\n"), "{said:?}");
    let without = home.run_with(&["chat"], "add eggs\n:umbenennen\n").await;
    assert_eq!(without.code, 1, "{without:?}");
    assert!(without.out.contains(":rename"), "{without:?}");
}

#[tokio::test]
async fn piped_lines_that_get_no_answer_are_noticed_by_a_script() {
    let home = Home::new();
    let too_long = "word ".repeat(1000);
    let lines = format!("add buy milk\r\n\n{too_long}\nwhat's on my list?");
    let outcome = home.run_with(&["chat"], &lines).await;
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert!(outcome.out.contains('❌'), "{outcome:?}");
    let (_, list) = outcome.out.split_once('❌').unwrap();
    assert!(
        list.contains("Buy milk"),
        "the others are answered: {outcome:?}"
    );

    let outcome = home.run_with(&["chat"], "").await;
    assert_eq!((outcome.code, outcome.out.as_str()), (0, ""), "{outcome:?}");

    let outcome = home
        .run_with(
            &["chat", "--server", "http://127.0.0.1:9", "--token", "tt_x"],
            "hello\n",
        )
        .await;
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""), "{outcome:?}");
    assert!(outcome.err.contains("http://127.0.0.1:9"), "{outcome:?}");
}
