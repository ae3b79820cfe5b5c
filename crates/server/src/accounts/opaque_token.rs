//! Tokens that mean nothing by themselves: 256 random bits, of which only the SHA-256 is stored.
//!
//! Their prefix says to people, to secret scanners and to us what they are. A fast hash suffices: nobody guesses
//! 256 bits, so there is nothing to slow down.

use std::fmt;

use aws_lc_rs::{digest, rand};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// What a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A personal access token, `tt_…`.
    Personal,
    /// A refresh token, `tr_…`.
    Refresh,
}

impl Kind {
    fn prefix(self) -> &'static str {
        match self {
            Self::Personal => "tt_",
            Self::Refresh => "tr_",
        }
    }
}

/// Characters of 32 bytes in unpadded base64.
const RANDOM_CHARACTERS: usize = 43;
/// How much of a token is kept readable, to recognise it by: 30 of its 256 bits.
const SHOWN_CHARACTERS: usize = 5;

/// A token, to be told once and never printed.
#[derive(Clone)]
pub(crate) struct OpaqueToken(String);

impl OpaqueToken {
    /// A new one.
    pub(crate) fn generate(kind: Kind) -> Self {
        Self(format!("{}{}", kind.prefix(), random_text()))
    }

    /// Takes what a caller sent, if it looks like a token of this kind.
    pub(crate) fn parse(kind: Kind, text: &str) -> Option<Self> {
        let random = text.strip_prefix(kind.prefix())?;
        let well_formed = random.len() == RANDOM_CHARACTERS
            && random
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        well_formed.then(|| Self(text.to_owned()))
    }

    /// Whether the text claims to be a token of this kind.
    pub(crate) fn is_meant(kind: Kind, text: &str) -> bool {
        text.starts_with(kind.prefix())
    }

    /// What is stored: SHA-256, in hexadecimal.
    pub(crate) fn hash(&self) -> String {
        sha256(&self.0)
    }

    /// How it begins.
    pub(crate) fn shown(&self) -> &str {
        &self.0[..3 + SHOWN_CHARACTERS]
    }

    /// The token itself, to be sent to its owner.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OpaqueToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpaqueToken(…)")
    }
}

/// 256 random bits as URL-safe text.
pub(crate) fn random_text() -> String {
    let mut bytes = [0; 32];
    rand::fill(&mut bytes).expect("the operating system has random bytes");
    URL_SAFE_NO_PAD.encode(bytes)
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    use fmt::Write;
    digest::digest(&digest::SHA256, text.as_bytes())
        .as_ref()
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("text can grow");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_token_reads_back_and_hashes_alike() {
        for kind in [Kind::Personal, Kind::Refresh] {
            let token = OpaqueToken::generate(kind);
            let again = OpaqueToken::parse(kind, token.reveal()).unwrap();
            assert_eq!(token.hash(), again.hash());
            assert!(token.reveal().starts_with(token.shown()));
            assert_ne!(token.hash(), OpaqueToken::generate(kind).hash());
            assert!(!format!("{token:?}").contains(token.shown()));
        }
    }

    #[test]
    fn what_is_no_token_is_not_looked_up() {
        let refresh = OpaqueToken::generate(Kind::Refresh);
        for text in [
            "",
            "tt_",
            refresh.reveal(),
            "tt_short",
            &format!("tt_{}", "x".repeat(42)),
            &format!("tt_{}", "x".repeat(44)),
            &format!("tt_{}'", "x".repeat(42)),
            &"x".repeat(1_000_000),
        ] {
            assert!(OpaqueToken::parse(Kind::Personal, text).is_none());
        }
    }

    #[test]
    fn the_hash_is_sha_256() {
        assert_eq!(
            sha256("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
