//! Why a call has no answer to give.

use std::time::Duration;

use crate::Problem;

/// Why a call has no answer to give.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The server refused; it says why.
    #[error("{}", problem.detail)]
    Refused {
        /// The problem document.
        problem: Box<Problem>,
        /// When it is worth trying again, if the server said so.
        retry_after: Option<Duration>,
    },
    /// No connection, or it broke, or there was no answer in time.
    #[error("the server could not be reached")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The answer is none of ours: something else listens there.
    #[error("the server answered {status} with something that is not Tasktalk's")]
    Unexpected {
        /// The HTTP status.
        status: u16,
        /// What it said.
        body: String,
    },
}

impl ClientError {
    /// The problem document, when the server refused.
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Refused { problem, .. } => Some(problem),
            Self::Unreachable(_) | Self::Unexpected { .. } => None,
        }
    }

    /// The HTTP status, when there was an answer.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused { problem, .. } => Some(problem.status),
            Self::Unexpected { status, .. } => Some(*status),
            Self::Unreachable(_) => None,
        }
    }

    /// The stable word for the refusal.
    pub fn code(&self) -> Option<&str> {
        self.problem().map(|problem| problem.code.as_str())
    }

    pub(super) fn unreachable(error: reqwest::Error) -> Self {
        // The URL may hold an id; whoever called knows where.
        Self::Unreachable(Box::new(error.without_url()))
    }

    pub(super) fn from_answer(status: u16, body: String, retry_after: Option<Duration>) -> Self {
        match serde_json::from_str(&body) {
            Ok(problem) => Self::Refused {
                problem: Box::new(problem),
                retry_after,
            },
            Err(_) => Self::Unexpected { status, body },
        }
    }
}
