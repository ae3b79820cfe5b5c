//! The OpenAPI document: what the routes say of themselves, and what they all have in common.

pub(crate) mod page;
pub(crate) mod parts;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use utoipa::{
    OpenApi as _, ToSchema as _,
    openapi::{
        ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder,
        path::Operation,
        security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
    },
};

use crate::{problem::Code, router};

/// The name of the security scheme.
const BEARER: &str = "bearer";

/// The document as JSON text, as it is committed and served.
pub fn openapi_json() -> String {
    router::openapi()
        .to_pretty_json()
        .expect("the document has only text in it")
}

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Tasktalk",
        description = "The to-do list you talk to. Errors are problem documents (RFC 9457) with a stable `code`; \
            `{user_id}` in a path is the token's user, or the word `me`."
    ),
    components(schemas(tasktalk_api::Problem)),
    tags(
        (name = "chat", description = "Talk to your list"),
        (name = "conversations", description = "Conversations and their messages"),
        (name = "tasks", description = "Tasks, and the trash"),
        (name = "events", description = "Live updates, as server-sent events"),
        (name = "reminders", description = "Reminders that were told"),
        (name = "auth", description = "Sign up, in and out (local accounts)"),
        (name = "me", description = "Your account"),
        (name = "tokens", description = "Personal access tokens, for scripts and agents"),
        (name = "operations", description = "Health and documents")
    )
)]
struct Base;

/// Puts the routes with and without token together and adds what their handlers share: the token, and the refusals
/// that layers and extractors give.
pub(crate) fn complete(with_token: OpenApi, without_token: OpenApi) -> OpenApi {
    let mut document = Base::openapi();
    document.merge(prepared(with_token, true));
    document.merge(prepared(without_token, false));
    let components = document.components.get_or_insert_default();
    components.add_security_scheme(
        BEARER,
        SecurityScheme::Http(
            HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .description(Some(
                    "An access token (JWT), or a personal access token (`tt_…`).",
                ))
                .build(),
        ),
    );
    document
}

fn prepared(mut document: OpenApi, needs_token: bool) -> OpenApi {
    for operation in operations(&mut document) {
        if needs_token {
            operation.security = Some(vec![SecurityRequirement::new::<_, _, &str>(BEARER, [])]);
        }
        add_common_refusals(operation, needs_token);
    }
    document
}

fn operations(document: &mut OpenApi) -> impl Iterator<Item = &mut Operation> {
    document.paths.paths.values_mut().flat_map(|item| {
        [
            &mut item.get,
            &mut item.put,
            &mut item.post,
            &mut item.patch,
            &mut item.delete,
        ]
        .into_iter()
        .filter_map(Option::as_mut)
    })
}

fn add_common_refusals(operation: &mut Operation, needs_token: bool) {
    let has_body = operation.request_body.is_some();
    let has_parameters = operation
        .parameters
        .as_ref()
        .is_some_and(|parameters| !parameters.is_empty());
    let mut statuses = vec![
        StatusCode::INTERNAL_SERVER_ERROR,
        StatusCode::SERVICE_UNAVAILABLE,
    ];
    if needs_token {
        statuses.extend([
            StatusCode::UNAUTHORIZED,
            StatusCode::FORBIDDEN,
            StatusCode::TOO_MANY_REQUESTS,
        ]);
    }
    if has_body {
        statuses.extend([
            StatusCode::REQUEST_TIMEOUT,
            StatusCode::PAYLOAD_TOO_LARGE,
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            StatusCode::TOO_MANY_REQUESTS,
        ]);
    }
    if has_body || has_parameters {
        statuses.extend([StatusCode::BAD_REQUEST, StatusCode::UNPROCESSABLE_ENTITY]);
    }
    operation
        .responses
        .responses
        .insert("431".to_owned(), RefOr::T(head_too_large()));
    for status in statuses {
        operation
            .responses
            .responses
            .entry(status.as_str().to_owned())
            .or_insert_with(|| RefOr::T(refusal(status)));
    }
}

/// What the connection itself answers, before there is a request that could be refused with a document.
fn head_too_large() -> Response {
    ResponseBuilder::new()
        .description("The request's head is larger than 16 KiB; no body")
        .build()
}

/// A refusal with this status, and every code that it may have.
pub(crate) fn refusal(status: StatusCode) -> Response {
    let codes: Vec<_> = Code::ALL
        .iter()
        .filter(|code| code.status() == status)
        .map(|code| format!("`{}`", code.as_str()))
        .collect();
    let words = status.canonical_reason().unwrap_or_default();
    ResponseBuilder::new()
        .description(format!("{words}: {}", codes.join(", ")))
        .content(
            "application/problem+json",
            ContentBuilder::new()
                .schema(Some(Ref::from_schema_name(tasktalk_api::Problem::name())))
                .build(),
        )
        .build()
}

/// One refusal as utoipa wants it for `responses(…)`.
pub(crate) fn one(status: StatusCode) -> BTreeMap<String, RefOr<Response>> {
    BTreeMap::from([(status.as_str().to_owned(), RefOr::T(refusal(status)))])
}
