//! The query string, with our own problem.

use axum::{extract::FromRequestParts, http::request::Parts};
use serde::de::DeserializeOwned;

use crate::{problem::Problem, state::AppState};

/// The query string. Unknown parameters are refused: a filter with a typing error must not show everything.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<AppState> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Problem> {
        axum::extract::Query::try_from_uri(&parts.uri)
            .map(|axum::extract::Query(query)| Self(query))
            .map_err(|rejection| refusal(&rejection.body_text()))
    }
}

fn refusal(described: &str) -> Problem {
    let described = described
        .split_once("query string: ")
        .map_or(described, |(_, rest)| rest);
    if let Some(name) = described
        .split_once("unknown field `")
        .and_then(|(_, rest)| rest.split('`').next())
    {
        return Problem::field(name, format!("There is no parameter '{name}' here."));
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
