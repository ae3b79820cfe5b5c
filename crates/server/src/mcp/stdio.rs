//! MCP over standard input and output, for an agent that starts this program itself. Standard output carries the
//! protocol and nothing else; logs go to standard error.

mod lines;

use rmcp::{ServiceExt as _, transport::stdio};
use tasktalk_domain::Clock;

use self::lines::Lines;
use super::{handler::Handler, identity::Identity};
use crate::{
    App,
    accounts::{self, AuthError, manage, token_error::TokenError},
    problem::Chain,
};

/// Why an agent is not served.
#[derive(Debug, thiserror::Error)]
pub enum StdioError {
    /// The token in the environment is not good.
    #[error(
        "TASKTALK_TOKEN is not good for this database: {0}. Make one with 'tasktalk token create', or leave TASKTALK_TOKEN out to work as the database's first user"
    )]
    Token(&'static str),
    /// Whether the token is good can't be found out.
    #[error("whether TASKTALK_TOKEN is good can't be found out")]
    Unjudged(#[source] AuthError),
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
            .map_err(refused)?;
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
    let (input, output) = stdio();
    let running = Box::pin(handler.serve(Lines::new(input, output)))
        .await
        .map_err(|error| StdioError::Protocol(Box::new(error)))?;
    running.waiting().await.map_err(StdioError::Broken)?;
    Ok(())
}

/// Why a token is refused, for whoever set it. How tokens are read is for the log.
fn refused(error: AuthError) -> StdioError {
    let AuthError::Refused(why) = error else {
        return StdioError::Unjudged(error);
    };
    tracing::debug!(reason = %Chain(&why), "refused the token");
    StdioError::Token(match why {
        TokenError::Expired => "it has expired",
        TokenError::NotYetValid => "it is not valid yet",
        TokenError::Ended => "it was revoked, or its account is gone",
        TokenError::Type => {
            "it is a token from signing in, and agents need a personal access token"
        }
        TokenError::Audience => "it was made for another server",
        _ => "it is none of its personal access tokens",
    })
}
