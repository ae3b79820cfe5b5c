//! Signing up, in and out, and keeping a session alive. Local accounts only.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use tasktalk_api::{
    Problem as WireProblem,
    auth::{RefreshRequest, Session, SigninRequest, SignupRequest},
};
use tasktalk_domain::Email;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    accounts::{
        access_jwt::AccessTokens,
        caller::Caller,
        page_origin::PageOrigin,
        passwords::NewPassword,
        problems, profile, refresh_cookie,
        session::{self, Issued},
        sign_in::sign_in,
        sign_up::{Newcomer, sign_up},
    },
    extract::{Json, OptionalJson},
    problem::Problem,
    state::AppState,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(signup))
        .routes(routes!(signin))
        .routes(routes!(refresh))
        .routes(routes!(signout))
}

/// Make an account
///
/// Signs in as well. A page in a browser (a request with `Origin`) gets the refresh token as a cookie that scripts
/// can't read, and no `refresh_token` in the body. The first account made from the machine itself takes over the
/// tasks that were made in the terminal.
#[utoipa::path(
    post, path = "/api/auth/signup", tag = "auth", security(()),
    responses(
        (status = 201, description = "The account and its first session", body = Session),
        (status = 403, description = "The page's origin is not allowed, or accounts live elsewhere", body = WireProblem, content_type = "application/problem+json"),
        (status = 409, description = "The address has an account", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn signup(
    State(state): State<AppState>,
    caller: Caller,
    page: PageOrigin,
    Json(request): Json<SignupRequest>,
) -> Result<Response, Problem> {
    let tokens = state.accounts.local()?;
    let newcomer = Newcomer {
        email: email(&request.email)?,
        password: NewPassword::parse(&request.password)
            .map_err(|error| Problem::field("password", error.to_string()))?,
        name: request
            .name
            .as_deref()
            .map(profile::clean_name)
            .transpose()?,
        timezone: request.timezone.as_deref().map(profile::zone).transpose()?,
    };
    let issued = sign_up(&state.accounts, tokens, newcomer, caller).await?;
    Ok(answer(StatusCode::CREATED, &state, tokens, issued, page))
}

/// Sign in
///
/// A wrong password and an unknown address get the same answer. After several failures attempts are refused for a
/// while: 429 with `Retry-After`.
#[utoipa::path(
    post, path = "/api/auth/signin", tag = "auth", security(()),
    responses(
        (status = 200, description = "A new session", body = Session),
        (status = 401, description = "The address or the password is wrong", body = WireProblem, content_type = "application/problem+json"),
        (status = 403, description = "The page's origin is not allowed, or accounts live elsewhere", body = WireProblem, content_type = "application/problem+json"),
        (status = 429, description = "Too many attempts", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn signin(
    State(state): State<AppState>,
    caller: Caller,
    page: PageOrigin,
    Json(request): Json<SigninRequest>,
) -> Result<Response, Problem> {
    let tokens = state.accounts.local()?;
    let email = email(&request.email)?;
    let issued = sign_in(&state.accounts, tokens, email, request.password, caller).await?;
    Ok(answer(StatusCode::OK, &state, tokens, issued, page))
}

/// Trade the refresh token for a new session
///
/// Each refresh token is good once; using it again ends the session, as it may have been stolen. Two requests within
/// ten seconds (two tabs, a lost answer) are both answered.
#[utoipa::path(
    post, path = "/api/auth/refresh", tag = "auth", security(()),
    request_body(content = RefreshRequest, description = "Not needed when the cookie is sent"),
    responses(
        (status = 200, description = "The session goes on", body = Session),
        (status = 401, description = "Sign in again", body = WireProblem, content_type = "application/problem+json"),
        (status = 403, description = "The page's origin is not allowed, or accounts live elsewhere", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn refresh(
    State(state): State<AppState>,
    page: PageOrigin,
    headers: HeaderMap,
    OptionalJson(request): OptionalJson<RefreshRequest>,
) -> Result<Response, Problem> {
    let tokens = state.accounts.local()?;
    let issued = match refresh_token(request, &headers, page) {
        Some(token) => session::refresh(&state.accounts, tokens, &token).await?,
        None => None,
    };
    match issued {
        Some(issued) => Ok(answer(StatusCode::OK, &state, tokens, issued, page)),
        None => Err(problems::refresh_refused()),
    }
}

/// Sign out
///
/// Ends the session of the refresh token at once, with its access tokens. Signing out twice is no error.
#[utoipa::path(
    post, path = "/api/auth/signout", tag = "auth", security(()),
    request_body(content = RefreshRequest, description = "Not needed when the cookie is sent"),
    responses(
        (status = 204, description = "Signed out"),
        (status = 403, description = "The page's origin is not allowed, or accounts live elsewhere", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn signout(
    State(state): State<AppState>,
    page: PageOrigin,
    headers: HeaderMap,
    OptionalJson(request): OptionalJson<RefreshRequest>,
) -> Result<Response, Problem> {
    state.accounts.local()?;
    if let Some(token) = refresh_token(request, &headers, page) {
        session::sign_out(&state.accounts, &token).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let PageOrigin::Allowed { secure } = page {
        let forget = refresh_cookie::forget(secure);
        response.headers_mut().append(header::SET_COOKIE, forget);
    }
    Ok(response)
}

fn email(text: &str) -> Result<Email, Problem> {
    Email::parse(text).map_err(|error| Problem::field("email", error.to_string()))
}

/// The token in the body, else the cookie's. Cookies come along by themselves, so they count only from an allowed
/// page.
fn refresh_token(request: RefreshRequest, headers: &HeaderMap, page: PageOrigin) -> Option<String> {
    request.refresh_token.or_else(|| match page {
        PageOrigin::Allowed { .. } => refresh_cookie::read(headers),
        PageOrigin::None => None,
    })
}

fn answer(
    status: StatusCode,
    state: &AppState,
    tokens: &AccessTokens,
    issued: Issued,
    page: PageOrigin,
) -> Response {
    let mut session = Session {
        access_token: issued.access_token,
        token_type: "bearer".to_owned(),
        expires_in: tokens.lifetime_seconds(),
        refresh_token: None,
        user: profile::on_the_wire(&issued.user),
    };
    let cookie = match page {
        PageOrigin::None => {
            session.refresh_token = Some(issued.refresh_token.reveal().to_owned());
            None
        }
        PageOrigin::Allowed { secure } => {
            let seconds = state.accounts.session_lifetime().as_secs();
            Some(refresh_cookie::keep(&issued.refresh_token, seconds, secure))
        }
    };
    let mut response = (status, axum::Json(session)).into_response();
    let headers = response.headers_mut();
    // RFC 6749, section 5.1: tokens are not for caches.
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("no-store"),
    );
    if let Some(cookie) = cookie {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}
