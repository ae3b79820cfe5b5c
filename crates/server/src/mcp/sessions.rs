//! Sessions of clients of protocol 2025-11-25 and older, where the operator wants them: whose each is, and that nobody has
//! more than a few. rmcp keeps what is in them.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use rmcp::transport::streamable_http_server::{
    SessionId, SessionManager as _, session::local::LocalSessionManager,
};
use tasktalk_domain::UserId;

/// How many sessions one user has at most. Each takes some 50 KB; clients come and go without a word.
const PER_USER: usize = 32;
const HEADER: HeaderName = HeaderName::from_static("mcp-session-id");
/// No session has this id.
const NO_ONES: HeaderValue = HeaderValue::from_static("-");

/// The sessions of this instance. Cheap to clone.
#[derive(Clone, Default)]
pub(super) struct Sessions {
    manager: Arc<LocalSessionManager>,
    /// Of each user, the oldest first.
    known: Arc<Mutex<HashMap<UserId, VecDeque<SessionId>>>>,
}

impl Sessions {
    pub(super) fn manager(&self) -> Arc<LocalSessionManager> {
        self.manager.clone()
    }

    /// Makes a session of someone else's be like one that there is not: what waits in it is its user's alone.
    pub(super) fn hide_others(&self, headers: &mut HeaderMap, user: UserId) {
        let Some(id) = headers.get(HEADER) else {
            return;
        };
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let of_user = known.get(&user).into_iter().flatten();
        let own = of_user
            .into_iter()
            .any(|own| own.as_bytes() == id.as_bytes());
        drop(known);
        if !own {
            headers.insert(HEADER, NO_ONES);
        }
    }

    /// Notes the session that an answer begins, and ends the user's oldest when there are too many.
    pub(super) async fn note(&self, answer: &HeaderMap, user: UserId) {
        let Some(id) = answer.get(HEADER).and_then(|id| id.to_str().ok()) else {
            return;
        };
        let oldest = {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            let own = known.entry(user).or_default();
            if own.iter().all(|own| **own != *id) {
                own.push_back(id.into());
            }
            (own.len() > PER_USER).then(|| own.pop_front()).flatten()
        };
        if let Some(oldest) = oldest
            && let Err(error) = self.manager.close_session(&oldest).await
        {
            tracing::debug!(%error, "an old session ended by itself before");
        }
    }
}
