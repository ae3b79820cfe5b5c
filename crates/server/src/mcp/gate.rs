//! What a request to `/mcp` has to pass before the protocol is looked at: host and origin, token, rate, size, scope.
//!
//! Refusals are HTTP's own, with the challenges by which agents get or renew tokens. A tool error with status 200 would
//! leave an agent with an expired token for ever.

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse as _, Response},
};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde::Deserialize;
use tasktalk_assistant::{Permissions, Scope};
use tasktalk_domain::UserId;

use super::{Service, guard::Guard, metadata, sessions::Sessions, tools, unreadable};
use crate::{
    AppState,
    accounts::{self, AuthError},
    extract::{ClientAddress, CurrentUser, current_user},
    problem::{Code, Problem},
};

/// The endpoint with all that stands before it. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Gate {
    state: AppState,
    guard: Guard,
    sessions: Sessions,
    service: Service,
}

/// A request as far as the protocol may see it.
struct Admitted {
    request: Request,
    /// Its body, if it has one.
    sent: Bytes,
    user: UserId,
}

impl Gate {
    pub(super) fn new(state: AppState, sessions: Sessions, service: Service) -> Self {
        Self {
            guard: Guard::new(&state.config),
            state,
            sessions,
            service,
        }
    }

    async fn admit(&self, request: Request) -> Result<Admitted, Problem> {
        let (mut parts, body) = request.into_parts();
        self.guard.check(&parts)?;
        let user = match self.user(&parts).await {
            Ok(user) => user,
            Err(problem) => {
                // Guessing tokens is limited by address.
                let address = ClientAddress::of(&parts, &self.state.config);
                self.state.rate_limits.check_address(address)?;
                return Err(problem);
            }
        };
        self.state.rate_limits.check_user(user.id)?;
        tracing::Span::current().record("user", user.id.0);
        let (body, sent) = if parts.method == Method::POST {
            let bytes = self.read(body).await?;
            if let Some(scope) = lacking(&bytes, user.permissions) {
                return Err(self.insufficient(scope));
            }
            (Body::from(bytes.clone()), bytes)
        } else {
            (body, Bytes::new())
        };
        self.sessions.hide_others(&mut parts.headers, user.id);
        takes_anything(&mut parts.headers);
        let id = user.id;
        parts.extensions.insert(user);
        Ok(Admitted {
            request: Request::from_parts(parts, body),
            sent,
            user: id,
        })
    }

    async fn user(&self, parts: &Parts) -> Result<CurrentUser, Problem> {
        if parts.headers.get_all(header::AUTHORIZATION).iter().count() > 1 {
            return Err(Problem::new(
                Code::MalformedRequest,
                "There is more than one Authorization header. Send one.",
            ));
        }
        let Some(bearer) = current_user::bearer(parts) else {
            return Err(self.challenge(
                Problem::new(
                    Code::TokenMissing,
                    "This needs a token: send 'Authorization: Bearer …' with a personal access token.",
                ),
                "",
            ));
        };
        match accounts::authenticate_agent(&self.state, bearer).await {
            Ok(user) => Ok(user),
            Err(AuthError::Refused(why)) => {
                tracing::info!(reason = %why, "refused an agent's token");
                let expired = why == accounts::token_error::TokenError::Expired;
                let (code, detail) = if expired {
                    (Code::TokenExpired, "The token has expired: get a new one.")
                } else {
                    (
                        Code::TokenInvalid,
                        "The token is not valid here: use a personal access token, not one from signing in.",
                    )
                };
                let challenge = if expired {
                    ", error=\"invalid_token\", error_description=\"The token has expired\""
                } else {
                    ", error=\"invalid_token\", error_description=\"The token is not valid\""
                };
                Err(self.challenge(Problem::new(code, detail), challenge))
            }
            Err(error) => Err(error.into()),
        }
    }

    async fn read(&self, body: Body) -> Result<Bytes, Problem> {
        let limit = self.state.config.mcp.mcp_body_limit;
        let time = self.state.config.limits.body_timeout.0;
        let collected = tokio::time::timeout(time, Limited::new(body, limit).collect())
            .await
            .map_err(|_| {
                Problem::new(
                    Code::BodyTimeout,
                    "The request's body did not arrive in time.",
                )
            })?;
        match collected {
            Ok(collected) => Ok(collected.to_bytes()),
            Err(error) if error.is::<LengthLimitError>() => Err(Problem::new(
                Code::BodyTooLarge,
                format!("The body may have at most {limit} bytes."),
            )),
            Err(_) => Err(Problem::new(
                Code::MalformedRequest,
                "The request's body ended early.",
            )),
        }
    }

    /// RFC 6750, 3.1: what a token would have to allow; agents can ask their user for it (step-up).
    fn insufficient(&self, scope: Scope) -> Problem {
        let problem = Problem::new(
            Code::InsufficientScope,
            format!("The token needs the scope '{scope}' for this."),
        );
        let challenge = format!(
            "Bearer realm=\"tasktalk\", error=\"insufficient_scope\", scope=\"{scope}\"{}",
            metadata::parameter(&self.state.config),
        );
        with_challenge(problem, &challenge)
    }

    fn challenge(&self, problem: Problem, error: &str) -> Problem {
        let challenge = format!(
            "Bearer realm=\"tasktalk\"{error}, scope=\"{}\"{}",
            Scope::ALL.map(Scope::as_str).join(" "),
            metadata::parameter(&self.state.config),
        );
        with_challenge(problem, &challenge)
    }
}

/// Answers one request.
pub(crate) async fn endpoint(State(gate): State<Gate>, request: Request) -> Response {
    match gate.admit(request).await {
        Ok(Admitted {
            request,
            sent,
            user,
        }) => {
            let is_json = is_json(request.headers());
            let response = gate.service.handle(request).await;
            if is_json && response.status() == StatusCode::UNSUPPORTED_MEDIA_TYPE {
                return unreadable(&sent);
            }
            gate.sessions.note(response.headers(), user).await;
            unbuffered(response.map(Body::new))
        }
        Err(problem) => problem.into_response(),
    }
}

/// Lets a client that takes anything (RFC 9110, 12.5.1: no header says that too) be one that takes both forms of answers;
/// rmcp wants them named.
fn takes_anything(headers: &mut HeaderMap) {
    let named = headers.get_all(header::ACCEPT).into_iter();
    let mut kinds = named.filter_map(|kinds| kinds.to_str().ok()).peekable();
    let nothing = kinds.peek().is_none();
    let anything = kinds
        .flat_map(|kinds| kinds.split(','))
        .any(|kind| kind.trim() == "*/*");
    if nothing || anything {
        let both = HeaderValue::from_static("application/json, text/event-stream");
        headers.insert(header::ACCEPT, both);
    }
}

/// Whether a body calls itself JSON. rmcp says 415 to what does not; it says the same of JSON that is no message, with
/// its parser's words for it.
fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .and_then(|kind| kind.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn unreadable(sent: &[u8]) -> Response {
    (StatusCode::BAD_REQUEST, axum::Json(unreadable::error(sent))).into_response()
}

/// Tells proxies to pass a stream on as it comes.
fn unbuffered(mut response: Response) -> Response {
    let is_stream = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    if is_stream {
        response
            .headers_mut()
            .insert("x-accel-buffering", HeaderValue::from_static("no"));
    }
    response
}

fn with_challenge(problem: Problem, challenge: &str) -> Problem {
    match HeaderValue::try_from(challenge) {
        Ok(value) => problem.with_header(header::WWW_AUTHENTICATE, value),
        Err(_) => problem,
    }
}

/// Just enough of a message to know what it asks for. What can't be read is for the protocol to refuse.
#[derive(Deserialize)]
struct Message<'a> {
    #[serde(borrow)]
    method: std::borrow::Cow<'a, str>,
    #[serde(default, borrow)]
    params: Params<'a>,
}

#[derive(Default, Deserialize)]
struct Params<'a> {
    #[serde(default, borrow)]
    name: Option<std::borrow::Cow<'a, str>>,
}

/// The scope that a call needs and the token lacks.
fn lacking(body: &[u8], permissions: Permissions) -> Option<Scope> {
    let message: Message<'_> = serde_json::from_slice(body).ok()?;
    if message.method != "tools/call" {
        return None;
    }
    let tool = tools::find(&message.params.name?)?;
    tools::missing(tool, permissions)
}
