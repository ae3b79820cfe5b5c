//! The tokens of external mode: JWTs that another app issued, verified with the secret it shares with us or with
//! the keys it publishes.

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;
use serde_json::Value;

use super::{
    access_jwt,
    claims::{self, Times},
    jwks::VerificationKey,
    key_source::{KeySource, KeysUnavailable},
    signing_secret::SigningSecret,
    token_error::TokenError,
};

/// Whom the other app's token speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    /// The user's id over there: our `external_id`.
    pub subject: String,
    /// How to address the person, if the token says it.
    pub name: Option<String>,
    /// What the person allowed, in words (RFC 9068, section 2.2.3); nothing when the token doesn't say.
    pub scopes: Vec<String>,
    /// When the token ends.
    pub expires_at: Timestamp,
}

/// Where a token is shown. Each door has tokens of its own: what was given to an agent opens nothing else, and the
/// other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// The API.
    Api,
    /// The MCP endpoint.
    Agents,
}

/// Why there is no identity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExternalError {
    /// The token is not good.
    #[error("the token was refused")]
    Refused(#[from] TokenError),
    /// It can't be judged at the moment.
    #[error("the token can't be judged")]
    Unavailable(#[from] KeysUnavailable),
}

/// Verifies the other app's tokens.
pub(crate) struct ExternalTokens {
    shared: Option<VerificationKey>,
    published: Option<KeySource>,
    rules: Rules,
}

/// What must be true of a token besides its signature and times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    /// Who must have issued it; anyone with the key when `None`.
    pub issuer: Option<String>,
    /// For whom it must be; for anyone when `None`.
    pub audience: Option<String>,
    /// For whom an agent's token must be (RFC 8707: the MCP endpoint's URL); agents' tokens are not taken when `None`.
    pub agents: Option<String>,
}

#[derive(Deserialize)]
struct Claims {
    iss: Option<Value>,
    aud: Option<Value>,
    exp: Option<Value>,
    nbf: Option<Value>,
    iat: Option<Value>,
    sub: Option<Value>,
    user_id: Option<Value>,
    id: Option<Value>,
    name: Option<Value>,
    // How issuers mark tokens that only get other tokens.
    #[serde(rename = "type")]
    kind: Option<Value>,
    typ: Option<Value>,
    token_type: Option<Value>,
    token_use: Option<Value>,
    scope: Option<Value>,
    scp: Option<Value>,
}

impl ExternalTokens {
    /// At least one of the two ways to verify must be given.
    pub(crate) fn new(
        secret: Option<&SigningSecret>,
        published: Option<KeySource>,
        rules: Rules,
    ) -> Self {
        let shared = secret.map(|secret| VerificationKey {
            id: None,
            algorithm: Algorithm::HS256,
            key: DecodingKey::from_secret(secret.as_bytes()),
        });
        Self {
            shared,
            published,
            rules,
        }
    }

    /// Whom a token speaks of, if it is good at this door.
    pub(crate) async fn verify(
        &self,
        door: Door,
        token: &str,
        now: Timestamp,
    ) -> Result<Identity, ExternalError> {
        let header = claims::header(token)?;
        // What the header says only narrows the choice of keys; each verifies its own algorithm and no other.
        let key = match (&self.shared, &self.published) {
            (Some(shared), _) if header.alg == shared.algorithm => Some(shared.clone()),
            (_, Some(published)) if !is_symmetric(header.alg) => {
                published.find(header.kid.as_deref(), header.alg).await?
            }
            _ => return Err(TokenError::Algorithm.into()),
        };
        let key = key.ok_or(TokenError::UnknownKey)?;
        is_access_type(header.typ.as_deref())?;
        let claims: Claims = claims::open(token, key.algorithm, &key.key)?;
        Ok(judge(&claims, &self.rules, door, now)?)
    }
}

fn is_symmetric(algorithm: Algorithm) -> bool {
    matches!(
        algorithm,
        Algorithm::HS256 | Algorithm::HS384 | Algorithm::HS512
    )
}

/// A JWT for access says nothing, `JWT`, or what RFC 9068 asks for; other types are for other purposes.
fn is_access_type(header: Option<&str>) -> Result<(), TokenError> {
    let access = header.is_none_or(|name| {
        ["JWT", "at+jwt", "application/at+jwt"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name))
    });
    if access {
        Ok(())
    } else {
        Err(TokenError::Type)
    }
}

fn judge(
    claims: &Claims,
    rules: &Rules,
    door: Door,
    now: Timestamp,
) -> Result<Identity, TokenError> {
    let issuer = claims.iss.as_ref().and_then(Value::as_str);
    // A token of our own local mode: its user 1 is not the other app's user 1.
    if issuer == Some(access_jwt::ISSUER) {
        return Err(TokenError::Issuer);
    }
    if rules.issuer.is_some() && rules.issuer.as_deref() != issuer {
        return Err(TokenError::Issuer);
    }
    if !is_for(claims.aud.as_ref(), rules, door) {
        return Err(TokenError::Audience);
    }
    let marks = [
        &claims.kind,
        &claims.typ,
        &claims.token_type,
        &claims.token_use,
    ];
    if marks.into_iter().flatten().any(is_refresh) {
        return Err(TokenError::Type);
    }
    let expires_at = Times {
        expires: claims.exp.as_ref(),
        not_before: claims.nbf.as_ref(),
        issued: claims.iat.as_ref(),
    }
    .check(now)?;
    Ok(Identity {
        subject: subject(claims)?,
        name: claims
            .name
            .as_ref()
            .and_then(Value::as_str)
            .map(str::to_owned),
        scopes: scopes(claims),
        expires_at,
    })
}

/// Whether a token of this audience opens this door.
fn is_for(audience: Option<&Value>, rules: &Rules, door: Door) -> bool {
    match (door, &rules.agents, &rules.audience) {
        (Door::Agents, None, _) => false,
        (Door::Agents, Some(agents), _) => names(audience, agents),
        (Door::Api, _, Some(ours)) => names(audience, ours),
        (Door::Api, Some(agents), None) => !names(audience, agents),
        (Door::Api, None, None) => true,
    }
}

/// `scope`, words with spaces between, or the list that some issuers call `scp`.
fn scopes(claims: &Claims) -> Vec<String> {
    match claims.scope.as_ref().or(claims.scp.as_ref()) {
        Some(Value::String(words)) => words.split_whitespace().map(str::to_owned).collect(),
        Some(Value::Array(words)) => words
            .iter()
            .filter_map(|word| word.as_str().map(str::to_owned))
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether the audience is this one or a list with it (RFC 7519, section 4.1.3).
fn names(audience: Option<&Value>, ours: &str) -> bool {
    match audience {
        Some(Value::String(one)) => one == ours,
        Some(Value::Array(several)) => several.iter().any(|one| one.as_str() == Some(ours)),
        _ => false,
    }
}

fn is_refresh(mark: &Value) -> bool {
    mark.as_str()
        .is_some_and(|mark| mark.eq_ignore_ascii_case("refresh"))
}

/// `sub`, else `user_id`, else `id`: text or a whole number. The first that is there counts, and must be good.
fn subject(claims: &Claims) -> Result<String, TokenError> {
    let (name, value) = [
        ("sub", &claims.sub),
        ("user_id", &claims.user_id),
        ("id", &claims.id),
    ]
    .into_iter()
    .find_map(|(name, value)| Some((name, value.as_ref()?)))
    .ok_or(TokenError::Claim("sub"))?;
    let subject = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_i64() || number.is_u64() => number.to_string(),
        _ => return Err(TokenError::Claim(name)),
    };
    let fit = !subject.trim().is_empty()
        && subject.chars().count() <= 255
        && !subject.contains(char::is_control);
    if fit {
        Ok(subject)
    } else {
        Err(TokenError::Claim(name))
    }
}

#[cfg(test)]
mod tests;
