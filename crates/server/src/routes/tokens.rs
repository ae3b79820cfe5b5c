//! Personal access tokens. Only a person who signed in manages them.

use axum::{
    extract::{FromRequestParts, State},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse as _, Response},
};
use tasktalk_api::{
    Problem as WireProblem,
    tokens::{CreatedToken, ExpiresIn, NewToken as WireNewToken, Token, TokenList},
};
use tasktalk_storage::access_tokens::AccessToken;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    accounts::{
        lifetime,
        personal_tokens::{self, CreateError, NewToken},
        problems,
        token_error::TokenError,
    },
    extract::{Json, Person, path_id},
    problem::{Code, Problem},
    state::AppState,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create, list))
        .routes(routes!(revoke))
}

/// Make a personal access token
///
/// The answer is the only one that holds the token itself.
#[utoipa::path(
    post, path = "/api/me/tokens", tag = "tokens",
    responses(
        (status = 201, description = "The token", body = CreatedToken),
        (status = 403, description = "A personal access token can't do this", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn create(
    State(state): State<AppState>,
    Person(user): Person,
    Json(request): Json<WireNewToken>,
) -> Result<Response, Problem> {
    let lifetime = match request.expires_in {
        None => Ok(lifetime::DEFAULT),
        Some(ExpiresIn::Seconds(seconds)) => lifetime::seconds(seconds),
        Some(ExpiresIn::Text(text)) => lifetime::parse(&text),
    }
    .map_err(|error| Problem::field("expires_in", error.to_string()))?;
    let scopes = request.scopes.iter().map(String::as_str);
    let new = NewToken::parse(&request.name, scopes, lifetime)
        .map_err(|error| Problem::field(error.field(), error.to_string()))?;
    let created = personal_tokens::create(&state.database, &state.clock, user.id, new).await?;
    let secret = created.reveal().to_owned();
    let Token {
        id,
        name,
        prefix,
        scopes,
        created_at,
        expires_at,
        last_used_at: _,
    } = on_the_wire(created.token);
    let answer = CreatedToken {
        id,
        name,
        token: secret,
        prefix,
        scopes,
        created_at,
        expires_at,
    };
    let no_store = [(header::CACHE_CONTROL, "no-store")];
    Ok((StatusCode::CREATED, no_store, axum::Json(answer)).into_response())
}

/// List one's personal access tokens
///
/// Those that have expired are listed until they are revoked.
#[utoipa::path(
    get, path = "/api/me/tokens", tag = "tokens",
    responses(
        (status = 200, description = "The tokens that are not revoked, oldest first", body = TokenList),
        (status = 403, description = "A personal access token can't do this", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn list(
    State(state): State<AppState>,
    Person(user): Person,
) -> Result<axum::Json<TokenList>, Problem> {
    let tokens = personal_tokens::list(&state.database, user.id).await?;
    Ok(axum::Json(TokenList {
        tokens: tokens.into_iter().map(on_the_wire).collect(),
    }))
}

/// Revoke a personal access token
#[utoipa::path(
    delete, path = "/api/me/tokens/{id}", tag = "tokens",
    params(("id" = String, Path, description = "The token's id")),
    responses(
        (status = 204, description = "Revoked: it works no more"),
        (status = 403, description = "A personal access token can't do this", body = WireProblem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such token", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn revoke(
    State(state): State<AppState>,
    Person(user): Person,
    TokenPath(id): TokenPath,
) -> Result<StatusCode, Problem> {
    if personal_tokens::revoke(&state.database, &state.clock, user.id, id).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(not_found())
    }
}

/// The id of a token in the path. Text that is no id names no token.
struct TokenPath(Uuid);

impl FromRequestParts<AppState> for TokenPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let id = path_id::id(parts, state).await?;
        id.parse().map(Self).map_err(|_| not_found())
    }
}

fn not_found() -> Problem {
    Problem::new(
        Code::AccessTokenNotFound,
        "There is no such token, or it was revoked before.",
    )
}

fn on_the_wire(token: AccessToken) -> Token {
    Token {
        id: token.id.to_string(),
        name: token.name,
        prefix: token.prefix,
        scopes: token.scopes.split_whitespace().map(str::to_owned).collect(),
        created_at: token.created_at.to_string(),
        expires_at: token.expires_at.map(|at| at.to_string()),
        last_used_at: token.last_used_at.map(|at| at.to_string()),
    }
}

impl From<CreateError> for Problem {
    fn from(error: CreateError) -> Self {
        match error {
            CreateError::NoSuchUser => problems::refused(&TokenError::Ended),
            CreateError::TooMany => Self::field("name", error.to_string()),
            CreateError::Storage(error) => error.into(),
        }
    }
}
