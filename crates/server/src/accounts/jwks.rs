//! The public keys of another app's tokens: a JSON Web Key Set (RFC 7517), read into keys with one algorithm each.
//!
//! Only this reads key sets; fetching and keeping them is [`key_source`](super::key_source)'s.

use std::fmt;

use jsonwebtoken::{
    Algorithm, DecodingKey,
    jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyAlgorithm, KeyOperations, PublicKeyUse},
};
use serde::Deserialize;
use serde_json::Value;

/// A key with the one algorithm that it verifies.
#[derive(Clone)]
pub(crate) struct VerificationKey {
    /// Its name in the set.
    pub id: Option<String>,
    /// Fixed by the key's own kind and `alg`; what a token says about it has to match.
    pub algorithm: Algorithm,
    /// The public key.
    pub key: DecodingKey,
}

impl fmt::Debug for VerificationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} key {:?}", self.algorithm, self.id)
    }
}

/// Text that is no key set, or one without a key that we can use.
#[derive(Debug, thiserror::Error)]
pub enum KeySetError {
    /// It is not JSON with a list of `keys`.
    #[error("it is not a JSON Web Key Set")]
    Malformed(#[source] serde_json::Error),
    /// None of its keys is for verifying EdDSA, ES256, RS256 or PS256.
    #[error("it has no key for EdDSA, ES256, RS256 or PS256")]
    NoUsableKey,
}

#[derive(Deserialize)]
struct Document {
    keys: Vec<Value>,
}

/// Reads a key set. Keys for other purposes or algorithms are left out, as the RFC asks; so are symmetric keys,
/// which a published document can't hold.
pub(crate) fn read(document: &[u8]) -> Result<Vec<VerificationKey>, KeySetError> {
    let document: Document = serde_json::from_slice(document).map_err(KeySetError::Malformed)?;
    let keys: Vec<_> = document
        .keys
        .into_iter()
        .filter_map(|key| serde_json::from_value(key).ok())
        .filter_map(|key| usable(&key))
        .collect();
    if keys.is_empty() {
        Err(KeySetError::NoUsableKey)
    } else {
        Ok(keys)
    }
}

fn usable(jwk: &Jwk) -> Option<VerificationKey> {
    let common = &jwk.common;
    let for_signatures = common
        .public_key_use
        .as_ref()
        .is_none_or(|purpose| *purpose == PublicKeyUse::Signature);
    let for_verifying = common
        .key_operations
        .as_ref()
        .is_none_or(|operations| operations.contains(&KeyOperations::Verify));
    if !(for_signatures && for_verifying) {
        return None;
    }
    let algorithm = match (&jwk.algorithm, common.key_algorithm) {
        (AlgorithmParameters::OctetKeyPair(parameters), None | Some(KeyAlgorithm::EdDSA))
            if parameters.curve == EllipticCurve::Ed25519 =>
        {
            Algorithm::EdDSA
        }
        (AlgorithmParameters::EllipticCurve(parameters), None | Some(KeyAlgorithm::ES256))
            if parameters.curve == EllipticCurve::P256 =>
        {
            Algorithm::ES256
        }
        (AlgorithmParameters::RSA(_), None | Some(KeyAlgorithm::RS256)) => Algorithm::RS256,
        (AlgorithmParameters::RSA(_), Some(KeyAlgorithm::PS256)) => Algorithm::PS256,
        _ => return None,
    };
    Some(VerificationKey {
        id: common.key_id.clone(),
        algorithm,
        key: DecodingKey::from_jwk(jwk).ok()?,
    })
}

/// The key for a token: the one of that name, or, for a token without a name, the only one of its algorithm.
pub(crate) fn find<'a>(
    keys: &'a [VerificationKey],
    id: Option<&str>,
    algorithm: Algorithm,
) -> Option<&'a VerificationKey> {
    let mut candidates = keys
        .iter()
        .filter(|key| key.algorithm == algorithm && (id.is_none() || key.id.as_deref() == id));
    let key = candidates.next()?;
    if id.is_none() && candidates.next().is_some() {
        return None;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn ed25519(id: &str) -> Value {
        // The public key of RFC 8037, appendix A.2.
        json!({"kty": "OKP", "crv": "Ed25519", "kid": id,
               "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})
    }

    fn rsa(id: &str, algorithm: Option<&str>) -> Value {
        json!({"kty": "RSA", "kid": id, "alg": algorithm, "n": "u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0t", "e": "AQAB"})
    }

    fn algorithms(keys: &Value) -> Vec<Algorithm> {
        read(json!({"keys": keys}).to_string().as_bytes())
            .map(|keys| keys.iter().map(|key| key.algorithm).collect())
            .unwrap_or_default()
    }

    #[test]
    fn the_algorithm_comes_from_the_key() {
        assert_eq!(algorithms(&json!([ed25519("a")])), [Algorithm::EdDSA]);
        for (algorithm, expected) in [
            (None, Algorithm::RS256),
            (Some("RS256"), Algorithm::RS256),
            (Some("PS256"), Algorithm::PS256),
        ] {
            assert_eq!(algorithms(&json!([rsa("a", algorithm)])), [expected]);
        }
    }

    #[test]
    fn keys_for_something_else_are_left_out() {
        let mut encryption = ed25519("encryption");
        encryption["use"] = json!("enc");
        let mut signing = ed25519("signing");
        signing["key_ops"] = json!(["sign"]);
        for key in [
            encryption,
            signing,
            rsa("strange", Some("RS512")),
            rsa("encryption", Some("RSA-OAEP")),
            json!({"kty": "oct", "kid": "shared", "alg": "HS256", "k": "c2VjcmV0"}),
            json!({"kty": "EC", "crv": "P-384", "x": "AA", "y": "AA"}),
            json!({"kty": "unheard of"}),
            json!("not a key"),
        ] {
            assert_eq!(algorithms(&json!([key])), [], "{key}");
            assert_eq!(
                algorithms(&json!([key, ed25519("good")])),
                [Algorithm::EdDSA],
                "{key}"
            );
        }
    }

    #[test]
    fn what_is_no_key_set_is_refused() {
        for text in ["", "null", "[]", "{}", r#"{"keys":{}}"#, "<html>"] {
            assert!(matches!(
                read(text.as_bytes()),
                Err(KeySetError::Malformed(_))
            ));
        }
        assert!(matches!(
            read(br#"{"keys":[]}"#),
            Err(KeySetError::NoUsableKey)
        ));
    }

    #[test]
    fn a_key_is_found_by_its_name_and_algorithm() {
        let document = json!({"keys": [ed25519("a"), ed25519("b"), rsa("a", None)]}).to_string();
        let keys = read(document.as_bytes()).unwrap();
        let name = |id, algorithm| find(&keys, id, algorithm).and_then(|key| key.id.as_deref());
        assert_eq!(name(Some("b"), Algorithm::EdDSA), Some("b"));
        assert_eq!(name(Some("a"), Algorithm::RS256), Some("a"));
        assert_eq!(name(Some("b"), Algorithm::RS256), None);
        assert_eq!(name(Some("../../etc/passwd"), Algorithm::EdDSA), None);
        assert_eq!(name(Some(""), Algorithm::EdDSA), None);
        // Without a name, only where there is no choice.
        assert_eq!(name(None, Algorithm::RS256), Some("a"));
        assert_eq!(name(None, Algorithm::EdDSA), None);
    }
}
