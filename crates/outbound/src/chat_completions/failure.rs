//! Why a language model gave no answer.

use std::time::Duration;

use crate::OutboundError;

/// Why a language model gave no answer. None of them holds the key, nor what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It failed so often lately that nothing was sent.
    #[error("the language model is not asked for a while, after failures")]
    Unavailable,
    /// Too many requests wait already, or one waited too long.
    #[error("too many requests to the language model at once")]
    Busy,
    /// No connection, no TLS, or an address that must not be reached.
    #[error("the language model can't be reached")]
    Unreachable(#[source] OutboundError),
    /// Nothing came, or not all of it, in time.
    #[error("the language model did not answer in time")]
    TimedOut,
    /// The server has too much to do (429, 503).
    #[error("the language model's server has too much to do")]
    Overloaded {
        /// When to come back.
        retry_after: Option<Duration>,
    },
    /// The server failed.
    #[error("the language model's server failed with status {status}")]
    ServerError {
        /// Its HTTP status.
        status: u16,
    },
    /// The key is missing, wrong or revoked.
    #[error("the language model's server refused the key")]
    KeyRefused,
    /// The server doesn't take the request: a wrong model name, a prompt that is too long, a redirect.
    #[error("the language model's server refused the request with status {status}")]
    Rejected {
        /// Its HTTP status.
        status: u16,
        /// What it says is wrong; it may repeat what was asked, so it is not printed.
        complaint: Complaint,
    },
    /// The answer broke off.
    #[error("the language model's answer broke off")]
    BrokeOff,
    /// The answer is too large, or compressed.
    #[error("the language model's answer is too large")]
    TooLarge,
    /// The answer makes no sense, and neither did the second one.
    #[error("the language model's answer makes no sense")]
    Nonsense,
}

/// What a server says about a request that it refused. It may repeat what was asked, so it is never printed.
#[derive(Clone, Default)]
pub struct Complaint(pub(super) String);

impl std::fmt::Debug for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Complaint(…)")
    }
}

impl Failure {
    /// One word for it, for counters and what is remembered beside a message.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Unavailable => "unavailable",
            Self::Busy => "busy",
            Self::Unreachable(_) => "unreachable",
            Self::TimedOut => "timed_out",
            Self::Overloaded { .. } => "overloaded",
            Self::ServerError { .. } => "server_error",
            Self::KeyRefused => "key_refused",
            Self::Rejected { .. } => "rejected",
            Self::BrokeOff => "broke_off",
            Self::TooLarge => "too_large",
            Self::Nonsense => "nonsense",
        }
    }

    /// Whether asking again in a moment can help, when nothing has come yet.
    pub(super) fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Unreachable(OutboundError::Failed(_))
                | Self::ServerError { .. }
                | Self::Overloaded { .. }
        )
    }

    /// Whether it says that the server is not well, rather than something about this request or this answer.
    pub(super) fn is_the_servers(&self) -> bool {
        !matches!(
            self,
            Self::Unavailable | Self::Busy | Self::Rejected { .. } | Self::Nonsense
        )
    }

    /// Whether the server had begun to work on it, as far as can be known: that is paid for.
    pub(super) fn costs(&self) -> bool {
        matches!(
            self,
            Self::TimedOut | Self::BrokeOff | Self::TooLarge | Self::Nonsense
        )
    }

    /// Whether it says something about this request or this answer. One says nothing against the server; when nothing
    /// else comes, there is no use in asking it.
    pub(super) fn is_the_answers(&self) -> bool {
        matches!(self, Self::Rejected { .. } | Self::Nonsense)
    }
}

impl From<OutboundError> for Failure {
    fn from(error: OutboundError) -> Self {
        match error {
            OutboundError::TimedOut => Self::TimedOut,
            OutboundError::TooLarge { .. } | OutboundError::Compressed => Self::TooLarge,
            error => Self::Unreachable(error),
        }
    }
}
