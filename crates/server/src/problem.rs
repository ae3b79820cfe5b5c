//! Errors at the edge: a problem document (RFC 9457) with a stable code. What went wrong inside is logged, never sent.
//!
//! The document is rendered by [`crate::middleware::request_id`], the only place that knows the request's id; a
//! handler answers with the [`Problem`] itself.

mod code;

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use tasktalk_api::problem::FieldError;
use tasktalk_storage::StorageError;

pub use self::code::Code;

/// How long a client should wait before it tries again when the server is busy or its database is away, in seconds.
const RETRY_SECONDS: u64 = 2;

/// One refusal.
#[derive(Clone, Debug)]
pub struct Problem {
    code: Code,
    detail: String,
    errors: Vec<FieldError>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Problem {
    /// A problem with a sentence that tells a person what to do.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            errors: Vec::new(),
            headers: Vec::new(),
        }
    }

    /// Something that must not happen. The cause goes to the log with its whole chain, and nowhere else.
    pub fn internal(cause: &(dyn std::error::Error + 'static)) -> Self {
        tracing::error!(error = %Chain(cause), "request failed");
        Self::new(
            Code::Internal,
            "Something went wrong on our side. Nothing is known to have changed; the request id helps to find out why.",
        )
    }

    /// A token that is not accepted (RFC 6750, 3.1).
    pub fn unauthorized(code: Code, detail: impl Into<String>) -> Self {
        Self::new(code, detail).with_header(
            header::WWW_AUTHENTICATE,
            HeaderValue::from_static("Bearer realm=\"tasktalk\", error=\"invalid_token\""),
        )
    }

    /// One field of the request that is not as it should be.
    pub fn field(field: impl Into<String>, message: impl Into<String>) -> Self {
        let message = message.into();
        Self::new(Code::InvalidRequest, message.clone()).with_error(field, message)
    }

    /// Adds what is wrong with one field.
    #[must_use]
    pub fn with_error(mut self, field: impl Into<String>, message: impl Into<String>) -> Self {
        self.errors.push(FieldError {
            field: field.into(),
            message: message.into(),
        });
        self
    }

    /// Adds a header to the answer.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Says after how many seconds it is worth trying again.
    #[must_use]
    pub fn retry_after(self, seconds: u64) -> Self {
        self.with_header(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)))
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.code
    }

    /// The sentence that tells a person what to do.
    pub(crate) fn detail(&self) -> &str {
        &self.detail
    }

    /// The document for the request with this id.
    pub(crate) fn document(&self, request_id: &str) -> tasktalk_api::Problem {
        tasktalk_api::Problem {
            kind: format!("/docs#{}", self.code.as_str()),
            title: self.code.title().to_owned(),
            status: self.code.status().as_u16(),
            detail: self.detail.clone(),
            code: self.code.as_str().to_owned(),
            request_id: request_id.to_owned(),
            errors: self.errors.clone(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.code.status();
        for (name, value) in &self.headers {
            response.headers_mut().append(name, value.clone());
        }
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StorageError> for Problem {
    fn from(error: StorageError) -> Self {
        if error.is_temporary() {
            tracing::warn!(error = %Chain(&error), "storage is not available");
            Self::new(
                Code::Unavailable,
                "The database can't be used right now. Nothing was changed; try again in a moment.",
            )
            .retry_after(RETRY_SECONDS)
        } else {
            Self::internal(&error)
        }
    }
}

/// A name that the caller made up, short enough to be told back.
pub(crate) fn shortened(name: &str) -> String {
    const LONGEST: usize = 100;
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// An error and its causes in one line.
pub(crate) struct Chain<'a>(pub(crate) &'a (dyn std::error::Error + 'static));

impl std::fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}
