//! A JSON body, with our own problem for everything that can be wrong with it.

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderValue, header},
};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Map, Value};

use crate::{
    problem::{Code, Problem, shortened},
    state::AppState,
};

/// A JSON body.
///
/// Not JSON: 400. JSON of another shape (unknown field, wrong type): 422 with the field. Too large: 413. Another
/// content type, charset or content encoding: 415. Too slow: 408.
pub(crate) struct Json<T>(pub(crate) T);

/// The same, where an empty body or `null` stands for the default.
pub(crate) struct OptionalJson<T>(pub(crate) T);

/// No body, which may also be written as `null` or `{}`. A field is refused like any other unknown one: whoever sends
/// it expects it to do something.
pub(crate) struct NoJson;

impl<T: DeserializeOwned> FromRequest<AppState> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        require_json(&parts.headers)?;
        let bytes = read(&parts.headers, body, state).await?;
        parse(&bytes).map(Self)
    }
}

impl<T: DeserializeOwned + Default> FromRequest<AppState> for OptionalJson<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let bytes = read(&parts.headers, body, state).await?;
        if bytes.is_empty() {
            return Ok(Self(T::default()));
        }
        require_json(&parts.headers)?;
        let value: Option<T> = parse(&bytes)?;
        Ok(Self(value.unwrap_or_default()))
    }
}

impl FromRequest<AppState> for NoJson {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        let OptionalJson(fields) =
            OptionalJson::<Map<String, Value>>::from_request(request, state).await?;
        match fields.keys().next() {
            None => Ok(Self),
            Some(field) => Err(Problem::new(Code::InvalidRequest, "This takes no body.")
                .with_error(shortened(field), "There is no such field here")),
        }
    }
}

/// `application/json` and its relatives (RFC 6839: `application/merge-patch+json`). A form or plain text is refused,
/// which also keeps other sites' forms out.
fn require_json(headers: &HeaderMap) -> Result<(), Problem> {
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_ascii_lowercase();
    let mut parts = content_type.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    let is_json = essence == "application/json"
        || (essence.starts_with("application/") && essence.ends_with("+json"));
    if !is_json {
        return Err(Problem::new(
            Code::UnsupportedMediaType,
            "Send the body as JSON, with 'Content-Type: application/json'.",
        ));
    }
    let is_utf8 = parts
        .filter_map(|parameter| parameter.strip_prefix("charset="))
        .all(|charset| ["utf-8", "utf8"].contains(&charset.trim_matches('"')));
    if is_utf8 {
        Ok(())
    } else {
        Err(Problem::new(
            Code::UnsupportedMediaType,
            "Send the body in UTF-8, the only charset of JSON.",
        ))
    }
}

/// Nothing is decompressed here (RFC 9110, 15.5.16, says to name what is taken).
fn require_no_encoding(headers: &HeaderMap) -> Result<(), Problem> {
    let is_plain = headers
        .get_all(header::CONTENT_ENCODING)
        .iter()
        .all(|value| value.as_bytes().eq_ignore_ascii_case(b"identity"));
    if is_plain {
        Ok(())
    } else {
        Err(Problem::new(
            Code::UnsupportedMediaType,
            "Send the body without Content-Encoding.",
        )
        .with_header(
            header::ACCEPT_ENCODING,
            HeaderValue::from_static("identity"),
        ))
    }
}

/// A body that says beforehand that it is too large is not waited for, nor asked for with `100 Continue`.
fn require_announced_length(headers: &HeaderMap, limit: usize) -> Result<(), Problem> {
    let announced = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    match announced {
        Some(length) if usize::try_from(length).map_or(true, |length| length > limit) => {
            Err(too_large(limit))
        }
        _ => Ok(()),
    }
}

fn too_large(limit: usize) -> Problem {
    Problem::new(
        Code::BodyTooLarge,
        format!("The body may have at most {limit} bytes."),
    )
}

async fn read(headers: &HeaderMap, body: Body, state: &AppState) -> Result<Bytes, Problem> {
    let limits = &state.config.limits;
    require_announced_length(headers, limits.body_limit)?;
    require_no_encoding(headers)?;
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
        Err(error) if is_too_large(&*error) => Err(too_large(limits.body_limit)),
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
    // A wrong field may be complained of before the rest is read, and the rest may be no JSON: `{}{}`.
    let unreadable = serde_json::from_slice::<IgnoredAny>(bytes).err();
    // serde_json counts some wrong types as syntax errors; what reads as a value is JSON.
    let is_json =
        unreadable.is_none() && (error.is_data() || serde_json::from_slice::<Value>(bytes).is_ok());
    if !is_json {
        let error = unreadable.unwrap_or(error);
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
    let message = match (message, named) {
        ("expected value", _) => "not a value that it can have".to_owned(),
        (message, Some(name)) => message.replacen(name, &shortened(name), 1),
        (message, None) => message.to_owned(),
    };
    (shortened(&field), message)
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
        for json in [
            "",
            "{",
            "{\"title\":}",
            "\u{1}",
            "{\"title\":\"\\ud800\"}",
            "{}{}",
            "{\"title\":3} x",
        ] {
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
        let long = format!(r#"{{"{}":1}}"#, "x".repeat(9_000));
        let problem = parse::<NewTask>(long.as_bytes()).unwrap_err();
        assert!(format!("{problem:?}").len() < 1_000, "{problem:?}");
    }
}
