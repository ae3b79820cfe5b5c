//! MCP over standard input and output, for an agent that starts this program itself. Standard output carries the
//! protocol and nothing else; logs go to standard error.

use rmcp::{ServiceExt as _, transport::stdio};
use tasktalk_domain::Clock;

use super::{handler::Handler, identity::Identity};
use crate::{
    App,
    accounts::{self, manage},
};

/// Why an agent is not served.
#[derive(Debug, thiserror::Error)]
pub enum StdioError {
    /// The token in the environment is not good.
    #[error(
        "the token is not good for this database; make one with 'tasktalk token create', or remove TASKTALK_TOKEN to work as its first user"
    )]
    Token(#[source] accounts::AuthError),
    /// The database has no user, and none can be made.
    #[error("the local user can't be found")]
    User(#[from] manage::ManageError),
    /// What came was no MCP.
    #[error("the agent did not begin with an MCP request")]
    Protocol(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The connection broke off in an unforeseen way.
    #[error("the connection to the agent broke")]
    Broken(#[source] tokio::task::JoinError),
}

/// Serves one agent until it closes its end; then closes the database. With a token it is the token's user, with its
/// scopes; without, the database's first user: whoever can read the database can be that anyway.
pub async fn serve_stdio(app: App, token: Option<&str>) -> Result<(), StdioError> {
    let state = app.state;
    let token = if let Some(token) = token {
        accounts::authenticate_agent(&state, token)
            .await
            .map_err(StdioError::Token)?;
        token.to_owned()
    } else {
        let user = manage::terminal_user(&state.database, &Clock::system()).await?;
        state.accounts.admit(user.id)
    };
    let handler = Handler::new(state.clone(), Identity::Token(token));
    let served = Box::pin(talk(handler)).await;
    state.database.close().await;
    served
}

async fn talk(handler: Handler) -> Result<(), StdioError> {
    let running = Box::pin(handler.serve(stdio()))
        .await
        .map_err(|error| StdioError::Protocol(Box::new(error)))?;
    running.waiting().await.map_err(StdioError::Broken)?;
    Ok(())
}
