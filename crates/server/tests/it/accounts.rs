//! Accounts: signing up, in and out, personal tokens, the other app's tokens, and what is refused.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod external;
mod first_user;
mod personal_tokens;
mod profile;
mod secret;
mod sessions;
mod throttling;

use tasktalk_api::{
    Client, ClientError,
    auth::{Session, SigninRequest, SignupRequest},
};

use crate::support::{App, raw};

const PASSWORD: &str = "correct horse battery";

async fn sign_up(app: &App, email: &str) -> Session {
    app.client
        .signup(&SignupRequest {
            email: email.to_owned(),
            password: PASSWORD.to_owned(),
            name: None,
            timezone: None,
        })
        .await
        .expect("a new person can sign up")
}

async fn sign_in(app: &App, email: &str, password: &str) -> Result<Session, ClientError> {
    let request = SigninRequest {
        email: email.to_owned(),
        password: password.to_owned(),
    };
    app.client.signin(&request).await
}

/// The client of whoever holds this token.
fn with(app: &App, token: &str) -> Client {
    app.client.with_token(token)
}

/// The code of the refusal of a token, or `None` if it is good.
async fn refusal(app: &App, token: &str) -> Option<String> {
    match with(app, token).me().await {
        Ok(_) => None,
        Err(error) => Some(error.code().expect("a problem document").to_owned()),
    }
}

fn refresh_token(session: &Session) -> &str {
    session
        .refresh_token
        .as_deref()
        .expect("a program gets it in the body")
}

/// A request with a body, as a program sends it.
fn post(path: &str, body: &serde_json::Value) -> raw::Request {
    raw::Request::new("POST", path).json(body.to_string())
}
