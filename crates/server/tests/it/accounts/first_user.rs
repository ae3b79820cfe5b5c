//! The first sign-up from this machine takes over what was done in the terminal.

use serde_json::json;
use tasktalk_server::accounts::manage;

use super::{PASSWORD, post, sign_up};
use crate::support::{App, Start, on_both_engines};

on_both_engines!(
    the_first_sign_up_from_this_machine_takes_over_the_terminals_user,
    nobody_else_does,
);

/// Leaves a task in the terminal; answers its user's id.
async fn talk_in_the_terminal(app: &App) -> String {
    let user = manage::terminal_user(&app.database, &app.clock)
        .await
        .unwrap();
    let terminal = app.client.with_token(app.state.accounts.admit(user.id));
    let task = tasktalk_api::tasks::NewTask::titled("From the terminal");
    terminal.create_task(&task).await.unwrap();
    user.public_id()
}

async fn the_first_sign_up_from_this_machine_takes_over_the_terminals_user(start: Start) {
    let app = start.app().await;
    let terminal = talk_in_the_terminal(&app).await;
    let anna = app.signup("anna").await;
    assert_eq!(anna.id(), terminal);
    assert_eq!(anna.titles().await, ["From the terminal"]);
    let bob = app.signup("bob").await;
    assert_ne!(bob.id(), terminal);
    assert!(bob.titles().await.is_empty());
    app.stop().await;
}

async fn nobody_else_does(start: Start) {
    let app = start.app().await;
    let terminal = talk_in_the_terminal(&app).await;
    let body = |email: &str| json!({"email": email, "password": PASSWORD});
    // Asked for by a public name, as through a tunnel; and through a proxy.
    let strangers = [
        post("/api/auth/signup", &body("a@example.com")),
        post("/api/auth/signup", &body("b@example.com")).header("x-forwarded-for", "203.0.113.9"),
        post("/api/auth/signup", &body("c@example.com")).header("forwarded", "for=203.0.113.9"),
    ];
    for stranger in strangers {
        let answer = app.send(stranger).await;
        assert_eq!(answer.status, 201);
        assert_ne!(answer.json()["user"]["id"], json!(terminal));
    }
    let owner = sign_up(&app, "owner@example.com").await;
    assert_eq!(owner.user.id, terminal);
    app.stop().await;
}
