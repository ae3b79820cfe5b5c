//! The secret that signs access tokens, and which texts may not be one.

use std::fmt;

/// A shared secret for HS256, never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningSecret(String);

/// Why a text may not sign tokens. Who knows the secret is everybody at once, so guesses are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeakSecret {
    /// Under 32 bytes: less than the hash it keys (RFC 7518, section 3.2).
    #[error(
        "JWT_SECRET must be at least 32 bytes long, such as the output of 'openssl rand -base64 32'"
    )]
    TooShort,
    /// One character or a short piece, over and over.
    #[error(
        "JWT_SECRET repeats itself; use random bytes, such as the output of 'openssl rand -base64 32'"
    )]
    Repetitive,
    /// An example from some documentation.
    #[error(
        "JWT_SECRET is a known example; use random bytes, such as the output of 'openssl rand -base64 32'"
    )]
    KnownExample,
}

const SHORTEST: usize = 32;

/// How examples begin, in lower-case letters and digits only.
const EXAMPLES_BEGIN: &[&str] = &[
    "secret",
    "yoursecret",
    "your256bit",
    "yoursuper",
    "yourjwt",
    "yourverysecret",
    "supersecret",
    "mysecret",
    "mysupersecret",
    "verysecret",
    "topsecret",
    "defaultsecret",
    "examplesecret",
    "jwtsecret",
    "astringsecret",
    "password",
    "placeholder",
    "example",
    "keyboardcat",
    "qwerty",
];
/// What gives an example away anywhere in it.
const EXAMPLES_HOLD: &[&str] = &[
    "changeme",
    "changethis",
    "changeit",
    "changein",
    "replaceme",
    "replacethis",
    "replacewith",
    "pleasechange",
    "yoursecret",
    "secretkeyhere",
    "secrethere",
    "atleast32",
    "atleast256",
    "32characters",
    "32bytes",
    "256bitsecret",
    "donotuse",
];

impl SigningSecret {
    /// Takes the text's bytes as they are: another app may sign with the very same.
    pub fn parse(text: &str) -> Result<Self, WeakSecret> {
        let letters: String = text
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let example = EXAMPLES_BEGIN.iter().any(|word| letters.starts_with(word))
            || EXAMPLES_HOLD.iter().any(|word| letters.contains(word));
        if example {
            Err(WeakSecret::KnownExample)
        } else if text.len() < SHORTEST {
            Err(WeakSecret::TooShort)
        } else if repeats_itself(text.as_bytes()) {
            Err(WeakSecret::Repetitive)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// One that this program made of random bytes; chance may spell anything.
    pub(crate) fn made_here(text: String) -> Self {
        Self(text)
    }

    /// The key.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Whether a piece of at most half its length makes up the whole, or it uses very few characters.
fn repeats_itself(bytes: &[u8]) -> bool {
    let mut kinds = bytes.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    let periodic =
        (1..=bytes.len() / 2).any(|period| bytes.iter().zip(&bytes[period..]).all(|(a, b)| a == b));
    periodic || kinds.len() < 6
}

impl fmt::Debug for SigningSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningSecret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::opaque_token::random_text;

    #[test]
    fn random_text_is_strong() {
        for _ in 0..100 {
            let text = random_text();
            assert!(SigningSecret::parse(&text).is_ok(), "{text}");
        }
        assert!(SigningSecret::parse("5f1d7a3e9b60c84f2d13e57a9c40b86e").is_ok());
        assert!(SigningSecret::parse("test-only signing key, 0123456789").is_ok());
    }

    #[test]
    fn short_repeated_and_known_texts_are_refused() {
        use WeakSecret::{KnownExample, Repetitive, TooShort};
        for (text, why) in [
            ("", TooShort),
            ("8Jf0sK2mQpVx7LzRt3WnYb6HcDg1Ae", TooShort),
            (&"a".repeat(64) as &str, Repetitive),
            (&"0123456789".repeat(4), Repetitive),
            (&"ab".repeat(20), Repetitive),
            ("abcabcabdabcabdabcabcabdabcabcabdabc", Repetitive),
            ("changeme", KnownExample),
            ("ChangeMe-ChangeMe-ChangeMe-ChangeMe!", KnownExample),
            ("secret", KnownExample),
            ("secret-secret-secret-secret-secret-1", KnownExample),
            ("your-256-bit-secret", KnownExample),
            ("your-256-bit-secret-your-256-bit-secret", KnownExample),
            ("your-super-secret-key-change-in-production", KnownExample),
            ("a-string-secret-at-least-256-bits-long", KnownExample),
            ("at least 32 random bytes, and not these", KnownExample),
        ] {
            assert_eq!(SigningSecret::parse(text), Err(why), "{text}");
        }
    }
}
