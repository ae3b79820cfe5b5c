//! Why a bearer token is refused.

/// The reason, for the log. A caller learns only whether the token was good once.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Not a signed JWT that we could read, or far too long.
    #[error("it is not a readable JWT")]
    Malformed,
    /// Signed with another algorithm than the key's.
    #[error("its algorithm is not the key's")]
    Algorithm,
    /// Signed with another key, or changed afterwards.
    #[error("its signature does not match")]
    Signature,
    /// No key of ours fits it.
    #[error("no key is known for it")]
    UnknownKey,
    /// It is not an access token, by its `typ`.
    #[error("it is not an access token")]
    Type,
    /// Issued by someone else; the token of the other mode too.
    #[error("its issuer is not ours")]
    Issuer,
    /// Issued for someone else.
    #[error("its audience is not us")]
    Audience,
    /// A claim is missing or not of its kind.
    #[error("its claim '{0}' is missing or malformed")]
    Claim(&'static str),
    /// Its time is over.
    #[error("it has expired")]
    Expired,
    /// Its time has not come.
    #[error("it is not valid yet")]
    NotYetValid,
    /// Signed out, revoked, or its account is gone.
    #[error("its session or account has ended")]
    Ended,
}

impl TokenError {
    /// The reason that `jsonwebtoken` gave.
    pub(super) fn from_jwt(error: &jsonwebtoken::errors::Error) -> Self {
        use jsonwebtoken::errors::ErrorKind;
        match error.kind() {
            ErrorKind::InvalidSignature => Self::Signature,
            ErrorKind::InvalidAlgorithm | ErrorKind::UnsupportedAlgorithm => Self::Algorithm,
            _ => Self::Malformed,
        }
    }
}
