//! A JSON body, with our own problem for everything that can be wrong with it.

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{
    problem::{Code, Problem},
    state::AppState,
};

/// A JSON body.
///
/// Not JSON: 400. JSON of another shape (unknown field, wrong type): 422 with the field. Too large: 413. Another
/// content type: 415. Too slow: 408.
pub(crate) struct Json<T>(pub(crate) T);

/// The same, where an empty body or `null` stands for the default.
pub(crate) struct OptionalJson<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<AppState> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        require_json(&parts.headers)?;
        let bytes = read(body, state).await?;
        parse(&bytes).map(Self)
    }
}

impl<T: DeserializeOwned + Default> FromRequest<AppState> for OptionalJson<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let bytes = read(body, state).await?;
        if bytes.is_empty() {
            return Ok(Self(T::default()));
        }
        require_json(&parts.headers)?;
        let value: Option<T> = parse(&bytes)?;
        Ok(Self(value.unwrap_or_default()))
    }
}

/// `application/json` and its relatives (RFC 6839: `application/merge-patch+json`). A form or plain text is refused,
/// which also keeps other sites' forms out.
fn require_json(headers: &HeaderMap) -> Result<(), Problem> {
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let essence = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let is_json = essence == "application/json"
        || (essence.starts_with("application/") && essence.ends_with("+json"));
    if is_json {
        Ok(())
    } else {
        Err(Problem::new(
            Code::UnsupportedMediaType,
            "Send the body as JSON, with 'Content-Type: application/json'.",
        ))
    }
}

async fn read(body: Body, state: &AppState) -> Result<Bytes, Problem> {
    let limits = &state.config.limits;
    let collected = tokio::time::timeout(
        limits.body_timeout.0,
        Limited::new(body, limits.body_limit).collect(),
    )
    .await
    .map_err(|_| {
        Problem::new(
            Code::BodyTimeout,
            "The request's body did not arrive in time.",
        )
    })?;
    match collected {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if is_too_large(&*error) => Err(Problem::new(
            Code::BodyTooLarge,
            format!("The body may have at most {} bytes.", limits.body_limit),
        )),
        Err(_) => Err(Problem::new(
            Code::MalformedRequest,
            "The request's body ended early.",
        )),
    }
}

fn is_too_large(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<LengthLimitError>() {
            return true;
        }
        next = error.source();
    }
    false
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let error = match serde_json::from_slice(bytes) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    // serde_json counts some wrong types as syntax errors; what reads as a value is JSON.
    let is_json = error.is_data() || serde_json::from_slice::<Value>(bytes).is_ok();
    if !is_json {
        return Err(Problem::new(
            Code::MalformedJson,
            if bytes.is_empty() {
                "The body is empty; it must be JSON.".to_owned()
            } else {
                format!(
                    "The body is not JSON: see line {}, column {}.",
                    error.line(),
                    error.column()
                )
            },
        ));
    }
    // Read once more, slower, with the path to the field.
    let described = axum::Json::<T>::from_bytes(bytes)
        .err()
        .map_or_else(|| error.to_string(), |rejection| rejection.body_text());
    let (field, message) = field_and_message(&described);
    Err(Problem::new(
        Code::InvalidRequest,
        "The body has a field that is unknown, missing or of the wrong type.",
    )
    .with_error(field, message))
}

/// Takes a description apart: `…: due.date: invalid type: boolean …, expected a string at line 1 column 20`.
fn field_and_message(described: &str) -> (String, String) {
    let described = ["target type: ", "body as JSON: "]
        .iter()
        .find_map(|start| described.split_once(start))
        .map_or(described, |(_, rest)| rest);
    let described = described
        .rsplit_once(" at line ")
        .map_or(described, |(text, _)| text);
    let (path, message) = match described.split_once(": ") {
        Some((path, message)) if !path.contains(' ') => (path, message),
        _ => ("", described),
    };
    let named = ["unknown field `", "missing field `", "duplicate field `"]
        .iter()
        .find_map(|start| message.strip_prefix(start)?.split('`').next());
    let field = match named {
        // The path to an unknown field ends with the field itself.
        Some(name) if path != name && !path.ends_with(&format!(".{name}")) => {
            if path.is_empty() || path == "." {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            }
        }
        _ => path.trim_start_matches('.').to_owned(),
    };
    let message = match message {
        "expected value" => "not a value that it can have",
        message => message,
    };
    (field, message.to_owned())
}

#[cfg(test)]
mod tests {
    use tasktalk_api::tasks::NewTask;

    use super::*;

    fn refusal(json: &str) -> (Code, String) {
        let problem = parse::<NewTask>(json.as_bytes()).unwrap_err();
        let field = problem
            .document("")
            .errors
            .first()
            .map(|error| error.field.clone());
        (problem.code(), field.unwrap_or_default())
    }

    #[test]
    fn text_that_is_not_json_and_json_of_another_shape_are_told_apart() {
        for json in ["", "{", "{\"title\":}", "\u{1}", "{\"title\":\"\\ud800\"}"] {
            assert_eq!(refusal(json).0, Code::MalformedJson, "{json}");
        }
        for json in ["[]", "3", "null", "{}", r#"{"title":3}"#] {
            assert_eq!(refusal(json).0, Code::InvalidRequest, "{json}");
        }
    }

    #[test]
    fn the_field_is_named_by_its_path() {
        for (json, field) in [
            (r#"{"title":3}"#, "title"),
            (r#"{"titel":"x"}"#, "titel"),
            ("{}", "title"),
            (r#"{"title":"x","due":{"date":true}}"#, "due.date"),
            (r#"{"title":"x","due":["2026-11-27"]}"#, "due"),
            (r#"{"title":"x","priority":1}"#, "priority"),
            (r#"{"title":"x","priority":"first"}"#, "priority"),
            ("[]", ""),
            (r#"{"title":"x","due":{"day":1}}"#, "due.day"),
            (r#"{"title":"x","title":"y"}"#, "title"),
        ] {
            assert_eq!(refusal(json).1, field, "{json}");
        }
    }
}
