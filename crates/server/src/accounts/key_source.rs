//! Where the other app's public keys come from, and how long they are believed.
//!
//! A document is kept for an hour. A token with an unknown key may bring the next fetch forward, so that a rotation
//! is noticed, but never more often than once a minute, so that made-up key names cause no traffic. While the app
//! can't be reached its last keys stay good for a day. Only the configured place is ever asked; what a token says
//! about places (`jku`, `x5u`, `jwk`) is not looked at.

use std::{
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock, RwLockWriteGuard},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::Algorithm;
use tasktalk_domain::Clock;
use tasktalk_outbound::{Limits, Outbound, OutboundError};

use super::jwks::{self, KeySetError, VerificationKey};

const FRESH: SignedDuration = SignedDuration::from_hours(1);
const STALE_AT_MOST: SignedDuration = SignedDuration::from_hours(24);
const BETWEEN_FETCHES: SignedDuration = SignedDuration::from_mins(1);
const LIMITS: Limits = Limits {
    time: Duration::from_secs(5),
    bytes: 64 * 1024,
};

/// Where the key set is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum KeyPlace {
    /// A web address, fetched through the guarded client.
    Url(String),
    /// A file, for setups where the two apps share a disk.
    File(PathBuf),
}

/// Why a key set could not be had.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The app could not be reached.
    #[error("the key set could not be fetched")]
    Outbound(#[source] OutboundError),
    /// It answered, but not with a key set.
    #[error("the key set's address answered with status {0}")]
    Status(u16),
    /// The file could not be read.
    #[error("the key set could not be read")]
    File(#[source] std::io::Error),
    /// The document is not usable.
    #[error("the key set is not usable")]
    Document(#[source] KeySetError),
}

/// No key set is at hand, and none can be had at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the keys of the app that issues the tokens are out of reach")]
pub struct KeysUnavailable;

/// The keys, kept and fetched as needed.
#[derive(Debug)]
pub(crate) struct KeySource {
    place: KeyPlace,
    outbound: Outbound,
    clock: Clock,
    kept: RwLock<Kept>,
    /// One fetch at a time; the others wait for its outcome.
    fetching: tokio::sync::Mutex<()>,
}

#[derive(Clone, Debug, Default)]
struct Kept {
    keys: Arc<[VerificationKey]>,
    fetched: Option<Timestamp>,
    tried: Option<Timestamp>,
}

impl KeySource {
    /// Nothing is fetched before the first token comes, unless [`Self::read_file`] is called.
    pub(crate) fn new(place: KeyPlace, outbound: Outbound, clock: Clock) -> Self {
        Self {
            place,
            outbound,
            clock,
            kept: RwLock::default(),
            fetching: tokio::sync::Mutex::default(),
        }
    }

    /// Reads a key set that is a file: what is wrong with it would not get better by waiting. A web address is not asked
    /// before the first token comes, as the app may start after us.
    pub(crate) async fn read_file(&self) -> Result<(), FetchError> {
        if matches!(self.place, KeyPlace::File(_)) {
            let keys = self.fetch().await?;
            self.keep(keys, self.clock.now());
        }
        Ok(())
    }

    /// The key of this name for this algorithm; `None` if the app has no such key.
    pub(crate) async fn find(
        &self,
        id: Option<&str>,
        algorithm: Algorithm,
    ) -> Result<Option<VerificationKey>, KeysUnavailable> {
        let known = self.known(id, algorithm);
        if self.kept().is_younger_than(FRESH, self.clock.now()) && matches!(known, Ok(Some(_))) {
            return known;
        }
        match known {
            // Good for now: whoever fetches already will bring the newer ones.
            Ok(Some(_)) => match self.fetching.try_lock() {
                Ok(alone) => self.refresh(alone).await,
                Err(_) => return known,
            },
            _ => self.refresh(self.fetching.lock().await).await,
        }
        self.known(id, algorithm)
    }

    /// The key as far as it is kept and may still be believed.
    fn known(
        &self,
        id: Option<&str>,
        algorithm: Algorithm,
    ) -> Result<Option<VerificationKey>, KeysUnavailable> {
        let kept = self.kept();
        if kept.is_younger_than(STALE_AT_MOST, self.clock.now()) {
            Ok(jwks::find(&kept.keys, id, algorithm).cloned())
        } else {
            Err(KeysUnavailable)
        }
    }

    /// Fetches the key set, unless that was tried less than a minute ago (by whoever was first in the queue).
    async fn refresh(&self, _alone: tokio::sync::MutexGuard<'_, ()>) {
        let now = self.clock.now();
        let recently = |tried: Timestamp| now.duration_since(tried) < BETWEEN_FETCHES;
        if self.kept().tried.is_some_and(recently) {
            return;
        }
        match self.fetch().await {
            Ok(keys) => self.keep(keys, now),
            Err(error) => {
                self.keeping().tried = Some(now);
                let error: &dyn std::error::Error = &error;
                tracing::warn!(error, "could not get the key set of the other app");
            }
        }
    }

    async fn fetch(&self) -> Result<Vec<VerificationKey>, FetchError> {
        let document = match &self.place {
            KeyPlace::Url(url) => {
                let answer = self
                    .outbound
                    .get(url, LIMITS)
                    .await
                    .map_err(FetchError::Outbound)?;
                if !answer.is_success() {
                    return Err(FetchError::Status(answer.status));
                }
                answer.body
            }
            KeyPlace::File(path) => {
                let path = path.clone();
                tokio::task::spawn_blocking(move || std::fs::read(path))
                    .await
                    .unwrap_or_else(|error| Err(std::io::Error::other(error)))
                    .map_err(FetchError::File)?
            }
        };
        jwks::read(&document).map_err(FetchError::Document)
    }

    fn keep(&self, keys: Vec<VerificationKey>, now: Timestamp) {
        tracing::info!(keys = keys.len(), "read the key set of the other app");
        *self.keeping() = Kept {
            keys: keys.into(),
            fetched: Some(now),
            tried: Some(now),
        };
    }

    fn keeping(&self) -> RwLockWriteGuard<'_, Kept> {
        self.kept.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn kept(&self) -> Kept {
        self.kept
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Kept {
    fn is_younger_than(&self, age: SignedDuration, now: Timestamp) -> bool {
        self.fetched
            .is_some_and(|fetched| now.duration_since(fetched) < age)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use wiremock::{Mock, MockServer, ResponseTemplate, matchers::path};

    use super::*;

    /// An app that publishes its keys, and our view of them at a time that we move.
    struct App {
        server: MockServer,
        clock: Clock,
        keys: KeySource,
    }

    impl App {
        async fn start() -> Self {
            let server = MockServer::start().await;
            let allowed = server.address().to_string().parse().unwrap();
            let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
            let keys = KeySource::new(
                KeyPlace::Url(format!("{}/jwks", server.uri())),
                Outbound::new(vec![allowed]).unwrap(),
                clock.clone(),
            );
            Self {
                server,
                clock,
                keys,
            }
        }

        async fn answers(&self, response: ResponseTemplate) {
            self.server.reset().await;
            Mock::given(path("/jwks"))
                .respond_with(response)
                .mount(&self.server)
                .await;
        }

        async fn publishes(&self, ids: &[&str]) {
            let keys: Vec<_> = ids
                .iter()
                .map(|id| {
                    json!({"kty": "OKP", "crv": "Ed25519", "kid": id,
                           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})
                })
                .collect();
            self.answers(ResponseTemplate::new(200).set_body_json(json!({"keys": keys})))
                .await;
        }

        async fn has(&self, id: &str) -> Result<bool, KeysUnavailable> {
            let key = self.keys.find(Some(id), Algorithm::EdDSA).await?;
            Ok(key.is_some())
        }

        async fn requests(&self) -> usize {
            self.server.received_requests().await.unwrap().len()
        }
    }

    #[tokio::test]
    async fn keys_are_fetched_once_and_kept_for_an_hour() {
        let app = App::start().await;
        app.publishes(&["a"]).await;
        for _ in 0..5 {
            assert_eq!(app.has("a").await, Ok(true));
        }
        app.clock.advance(SignedDuration::from_mins(59));
        assert_eq!(app.has("a").await, Ok(true));
        assert_eq!(app.requests().await, 1);
        app.clock.advance(SignedDuration::from_mins(2));
        assert_eq!(app.has("a").await, Ok(true));
        assert_eq!(app.requests().await, 2);
    }

    #[tokio::test]
    async fn a_rotation_is_noticed_and_the_old_key_ends_with_it() {
        let app = App::start().await;
        app.publishes(&["old"]).await;
        assert_eq!(app.has("old").await, Ok(true));
        app.publishes(&["new"]).await;
        app.clock.advance(SignedDuration::from_secs(61));
        assert_eq!(app.has("new").await, Ok(true));
        assert_eq!(app.has("old").await, Ok(false));
    }

    #[tokio::test]
    async fn made_up_names_cause_one_fetch_a_minute() {
        let app = App::start().await;
        app.publishes(&["a"]).await;
        for number in 0..50 {
            assert_eq!(app.has(&format!("made-up-{number}")).await, Ok(false));
        }
        assert_eq!(app.requests().await, 1);
        app.clock.advance(SignedDuration::from_secs(61));
        assert_eq!(app.has("made-up").await, Ok(false));
        assert_eq!(app.requests().await, 2);
    }

    #[tokio::test]
    async fn the_last_keys_stay_good_for_a_day_while_the_app_is_away() {
        let app = App::start().await;
        app.publishes(&["a"]).await;
        assert_eq!(app.has("a").await, Ok(true));
        app.answers(ResponseTemplate::new(500)).await;
        app.clock.advance(SignedDuration::from_hours(23));
        assert_eq!(app.has("a").await, Ok(true));
        app.clock.advance(SignedDuration::from_hours(2));
        assert_eq!(app.has("a").await, Err(KeysUnavailable));
        app.publishes(&["a"]).await;
        app.clock.advance(SignedDuration::from_mins(2));
        assert_eq!(app.has("a").await, Ok(true));
    }

    #[tokio::test]
    async fn a_huge_or_broken_document_is_no_key_set() {
        let app = App::start().await;
        for response in [
            ResponseTemplate::new(200).set_body_bytes(vec![b' '; 65 * 1024]),
            ResponseTemplate::new(200).set_body_string("<html>"),
            ResponseTemplate::new(302).insert_header("location", "/elsewhere"),
        ] {
            app.answers(response).await;
            assert_eq!(app.has("a").await, Err(KeysUnavailable));
            app.clock.advance(SignedDuration::from_mins(2));
        }
    }

    #[tokio::test]
    async fn a_file_serves_as_well() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("jwks.json");
        let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        let place = KeyPlace::File(file.clone());
        let keys = KeySource::new(place, Outbound::new(Vec::new()).unwrap(), clock.clone());
        let find = || keys.find(None, Algorithm::EdDSA);
        assert!(matches!(find().await, Err(KeysUnavailable)));
        let key = json!({"kty": "OKP", "crv": "Ed25519",
                         "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"});
        std::fs::write(&file, json!({"keys": [key]}).to_string()).unwrap();
        clock.advance(SignedDuration::from_mins(2));
        assert!(find().await.unwrap().is_some());
    }
}
