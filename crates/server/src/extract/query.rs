//! The query string, with our own problem.

use axum::{extract::FromRequestParts, http::request::Parts};
use serde::de::DeserializeOwned;

use crate::{
    problem::{Code, Problem, shortened},
    state::AppState,
};

/// The query string. Unknown parameters are refused: a filter with a typing error must not show everything.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<AppState> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Problem> {
        if !is_utf8(parts.uri.query().unwrap_or_default()) {
            return Err(Problem::new(
                Code::MalformedRequest,
                "The query string is not UTF-8.",
            ));
        }
        axum::extract::Query::try_from_uri(&parts.uri)
            .map(|axum::extract::Query(query)| Self(query))
            .map_err(|rejection| refusal(&rejection.body_text()))
    }
}

/// Whether the bytes that a query string stands for (RFC 3986, 2.1) are text. What is no text must not be searched for
/// with marks in the place of its bytes.
fn is_utf8(query: &str) -> bool {
    let mut bytes = Vec::with_capacity(query.len());
    let mut rest = query.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escaped = after
            .get(..2)
            .filter(|_| byte == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(byte));
        rest = if escaped.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    std::str::from_utf8(&bytes).is_ok()
}

fn refusal(described: &str) -> Problem {
    let described = described
        .split_once("query string: ")
        .map_or(described, |(_, rest)| rest);
    if let Some(name) = described
        .split_once("unknown field `")
        .and_then(|(_, rest)| rest.split('`').next())
    {
        let name = shortened(name);
        return Problem::field(&name, format!("There is no parameter '{name}' here."));
    }
    if let Some(name) = described
        .split_once("duplicate field `")
        .and_then(|(_, rest)| rest.split('`').next())
    {
        return Problem::field(name, format!("'{name}' is given twice."));
    }
    match described.split_once(": ") {
        Some((name, _)) if !name.contains(' ') => {
            Problem::field(name, format!("'{name}' does not have a value it can have."))
        }
        _ => Problem::field("", "The query string can't be read."),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Uri;
    use tasktalk_api::page::PageQuery;

    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_found() {
        for query in ["", "q=milk", "q=%c3%bc&limit=1", "q=100%", "q=%zz"] {
            assert!(is_utf8(query), "{query}");
        }
        for query in ["q=%ff", "%c3=1", "q=a%c3%28", "limit=1&x=%FE%ff"] {
            assert!(!is_utf8(query), "{query}");
        }
    }

    #[test]
    fn a_parameter_that_is_wrong_is_named() {
        for (uri, name) in [
            ("/?limit=ten", "limit"),
            ("/?limit=-1", "limit"),
            ("/?limits=1", "limits"),
            ("/?limit=1&limit=2", "limit"),
        ] {
            let uri: Uri = uri.parse().unwrap();
            let rejection = axum::extract::Query::<PageQuery>::try_from_uri(&uri).unwrap_err();
            let document = refusal(&rejection.body_text()).document("");
            assert_eq!(document.errors[0].field, name, "{uri}");
        }
    }
}
