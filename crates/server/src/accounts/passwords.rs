//! Passwords, and whose turn it is to hash one.
//!
//! Hashing is slow and hungry on purpose, so it runs on blocking threads, four at a time, and the rest waits its
//! turn. A guess at an account that does not exist costs as much as one at an account that does.

mod argon;

use std::{fmt, sync::Arc, time::Duration};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use unicode_normalization::UnicodeNormalization as _;

/// How many hashes run at once: 4 × 19 MiB.
const AT_ONCE: usize = 4;
/// How long a request waits for its turn before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(10);

/// A password of 8 to 128 characters, to be set. Nothing is cut off, and it is never printed.
#[derive(Clone)]
pub struct NewPassword(String);

/// Text that may not become a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPassword {
    /// Too short to be safe, or longer than anyone types.
    #[error("Password must be 8 to 128 characters")]
    Length,
    /// Nothing but white space.
    #[error("Password must be more than white space")]
    Blank,
}

impl NewPassword {
    /// Takes the text as it is, but for how a keyboard writes it: spaces at the ends belong to it.
    pub fn parse(text: &str) -> Result<Self, InvalidPassword> {
        let text = prepared(text);
        if !(8..=128).contains(&text.chars().count()) {
            Err(InvalidPassword::Length)
        } else if text.trim().is_empty() {
            Err(InvalidPassword::Blank)
        } else {
            Ok(Self(text))
        }
    }
}

/// The same password from every keyboard (RFC 8265, 4.2.2): one system sends `ü` as one character, another as two.
fn prepared(text: &str) -> String {
    let is_space = |c: char| {
        !c.is_ascii() && c.is_whitespace() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    text.chars()
        .map(|c| if is_space(c) { ' ' } else { c })
        .nfc()
        .collect()
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(…)")
    }
}

/// What a check of a password says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is another password, or there is none.
    Wrong,
    /// It is the password.
    Right,
    /// It is the password, but hashed with weaker parameters than today's: hash it again while it is at hand.
    RightButWeaklyHashed,
}

/// Why nothing could be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HashingError {
    /// Too many are waiting for their turn.
    #[error("too many passwords are being hashed")]
    Busy,
    /// Out of memory or of random bytes.
    #[error("the password could not be hashed")]
    Failed,
}

/// Hashes and checks passwords, a few at a time. Cheap to clone; clones share the turns.
#[derive(Clone, Debug)]
pub struct Passwords {
    turns: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Passwords {
    /// Waits for a turn to hash.
    pub async fn turn(&self) -> Result<Turn, HashingError> {
        tokio::time::timeout(PATIENCE, self.turns.clone().acquire_owned())
            .await
            .map_err(|_| HashingError::Busy)?
            .map(|permit| Turn(Arc::new(permit)))
            .map_err(|_| HashingError::Busy)
    }

    /// The hash to store, in a turn of its own.
    pub async fn hash(&self, password: NewPassword) -> Result<String, HashingError> {
        self.turn().await?.hash_again(password.0).await
    }
}

/// One of the few places for hashing, given back when dropped.
#[derive(Debug)]
pub struct Turn(Arc<OwnedSemaphorePermit>);

impl Turn {
    /// Compares what was typed with the stored hash; `None` when there is no such account or it has no password.
    pub async fn check(
        &self,
        typed: String,
        stored: Option<String>,
    ) -> Result<Verdict, HashingError> {
        self.work(move || argon::check(prepared(&typed).as_bytes(), stored.as_deref()))
            .await
    }

    /// Hashes a password that is one already, whatever its length.
    pub async fn hash_again(&self, password: String) -> Result<String, HashingError> {
        self.work(move || argon::hash(prepared(&password).as_bytes()))
            .await?
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingError> {
        // The place is taken until the work is done, even if nobody waits for it any more.
        let place = Arc::clone(&self.0);
        tokio::task::spawn_blocking(move || {
            let _place = place;
            work()
        })
        .await
        .map_err(|_| HashingError::Failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_has_8_to_128_characters() {
        for text in ["1234567", "", &"x".repeat(129)] {
            let refusal = NewPassword::parse(text).map(|_| ());
            assert_eq!(refusal, Err(InvalidPassword::Length), "{text}");
        }
        for text in ["        ", "\u{3000}\u{a0} \t     "] {
            let refusal = NewPassword::parse(text).map(|_| ());
            assert_eq!(refusal, Err(InvalidPassword::Blank), "{text:?}");
        }
        for text in ["12345678", "ünïcödé!", &"ü".repeat(128), " spaced "] {
            assert!(NewPassword::parse(text).is_ok(), "{text}");
        }
    }

    #[tokio::test]
    async fn a_password_is_the_same_from_every_keyboard() {
        let passwords = Passwords::default();
        let hash = passwords
            .hash(NewPassword::parse("gru\u{308}n und blau").unwrap())
            .await
            .unwrap();
        let turn = passwords.turn().await.unwrap();
        for (typed, verdict) in [
            ("gru\u{308}n und blau", Verdict::Right),
            ("gr\u{fc}n\u{a0}und blau", Verdict::Right),
            ("grun und blau", Verdict::Wrong),
            ("Gr\u{fc}n und blau", Verdict::Wrong),
            ("gr\u{fc}n und blau ", Verdict::Wrong),
        ] {
            let checked = turn.check(typed.to_owned(), Some(hash.clone())).await;
            assert_eq!(checked, Ok(verdict), "{typed}");
        }
    }
}
