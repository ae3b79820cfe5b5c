//! Getting ready: which mode, which keys.

use std::sync::Arc;

use jiff::SignedDuration;
use tasktalk_domain::Clock;
use tasktalk_outbound::Outbound;
use tasktalk_storage::{Database, StorageError, secrets};

use super::{
    Accounts, Inner, Mode,
    access_jwt::{self, AccessTokens},
    admitted::Admitted,
    external::{ExternalTokens, Rules},
    key_source::{FetchError, KeyPlace, KeySource},
    opaque_token,
    passwords::Passwords,
    signing_secret::{SigningSecret, WeakSecret},
};
use crate::settings::{AuthMode, AuthSettings, McpSettings};

/// Under which name the secret of local mode is kept in the database.
const SECRET_NAME: &str = "jwt_secret";

/// Why the server does not start. Each is one sentence for the operator.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The secret could be guessed.
    #[error(transparent)]
    WeakSecret(#[from] WeakSecret),
    /// Nothing to verify the other app's tokens with.
    #[error(
        "external mode needs JWT_SECRET, JWKS_URL or JWKS_FILE to verify the other app's tokens"
    )]
    NoKeys,
    /// Two key sets.
    #[error("set JWKS_URL or JWKS_FILE, not both")]
    TwoKeySets,
    /// Settings of external mode in local mode: the operator means something else than what would happen.
    #[error("{0} is for external mode only; set AUTH_MODE=external or remove it")]
    OnlyExternal(&'static str),
    /// The key set's address may not be fetched.
    #[error("JWKS_URL can't be used")]
    KeySetAddress(#[source] tasktalk_outbound::Refusal),
    /// The key set's file is not there, or has no key for us.
    #[error("JWKS_FILE {0} can't be used")]
    KeySetFile(String, #[source] FetchError),
    /// The database could not be asked for the secret.
    #[error("the signing secret could not be read from the database")]
    Storage(#[source] StorageError),
}

impl Accounts {
    /// Checks the settings and has the keys ready. The database must be migrated.
    pub async fn start(
        settings: &AuthSettings,
        mcp: &McpSettings,
        database: Database,
        clock: Clock,
        outbound: &Outbound,
    ) -> Result<Self, StartError> {
        let secret = settings
            .jwt_secret
            .as_ref()
            .map(|secret| SigningSecret::parse(secret.expose()))
            .transpose()?;
        let mode = match settings.auth_mode {
            AuthMode::Local => local(settings, secret, &database).await?,
            AuthMode::External => {
                external(settings, mcp, secret.as_ref(), &clock, outbound).await?
            }
        };
        Ok(Self {
            inner: Arc::new(Inner {
                database,
                clock,
                passwords: Passwords::default(),
                mode,
                admitted: Admitted::default(),
                session_lifetime: SignedDuration::from_hours(
                    24 * i64::from(settings.refresh_token_days),
                ),
                erasure_grace: SignedDuration::from_hours(
                    24 * i64::from(settings.erasure_grace_days),
                ),
            }),
        })
    }
}

async fn local(
    settings: &AuthSettings,
    secret: Option<SigningSecret>,
    database: &Database,
) -> Result<Mode, StartError> {
    for (name, set) in [
        ("JWT_ISSUER", settings.jwt_issuer.is_some()),
        ("JWKS_URL", settings.jwks_url.is_some()),
        ("JWKS_FILE", settings.jwks_file.is_some()),
    ] {
        if set {
            return Err(StartError::OnlyExternal(name));
        }
    }
    let secret = match secret {
        Some(secret) => secret,
        None => kept_secret(database).await?,
    };
    let audience = settings
        .jwt_audience
        .clone()
        .unwrap_or_else(|| access_jwt::ISSUER.to_owned());
    let lifetime = SignedDuration::from_mins(i64::from(settings.access_token_minutes));
    Ok(Mode::Local(AccessTokens::new(&secret, audience, lifetime)))
}

/// The secret in the database. Whoever comes first puts one there; all others, on this instance or another, get
/// that one.
async fn kept_secret(database: &Database) -> Result<SigningSecret, StartError> {
    let candidate = opaque_token::random_text();
    let kept = database
        .write(move |tx| {
            let candidate = candidate.clone();
            Box::pin(async move { secrets::get_or_create(tx, SECRET_NAME, &candidate).await })
        })
        .await
        .map_err(StartError::Storage)?;
    Ok(SigningSecret::made_here(kept))
}

async fn external(
    settings: &AuthSettings,
    mcp: &McpSettings,
    secret: Option<&SigningSecret>,
    clock: &Clock,
    outbound: &Outbound,
) -> Result<Mode, StartError> {
    let place = match (&settings.jwks_url, &settings.jwks_file) {
        (Some(_), Some(_)) => return Err(StartError::TwoKeySets),
        (Some(url), None) => {
            outbound.check(url).map_err(StartError::KeySetAddress)?;
            Some(KeyPlace::Url(url.clone()))
        }
        (None, Some(file)) => Some(KeyPlace::File(file.clone())),
        (None, None) if secret.is_none() => return Err(StartError::NoKeys),
        (None, None) => None,
    };
    let published = place.map(|place| KeySource::new(place, outbound.clone(), clock.clone()));
    if let (Some(source), Some(file)) = (&published, &settings.jwks_file) {
        let refused = |error| StartError::KeySetFile(file.display().to_string(), error);
        source.read_file().await.map_err(refused)?;
    }
    let rules = Rules {
        issuer: settings.jwt_issuer.clone(),
        audience: settings.jwt_audience.clone(),
        // Agents' tokens are taken only from an issuer that is known by name.
        agents: (mcp.mcp_url.as_ref())
            .filter(|_| settings.jwt_issuer.is_some())
            .map(|url| url.as_str().to_owned()),
    };
    let tokens = ExternalTokens::new(secret, published, rules);
    Ok(Mode::External(Box::new(tokens)))
}
