//! Confirmation tokens: what a user said yes to, sealed, so that any instance can tell that it gave the token out.
//!
//! A token names its user, its end, and exactly the tasks at exactly the versions that were shown, or the question of a
//! conversation that was. Its seal is
//! HMAC-SHA-256 under a key that lives in the database. That it is used once, the batch that uses it sees to.

use aws_lc_rs::{
    constant_time,
    hmac::{self, HMAC_SHA256, Key},
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use tasktalk_domain::{TaskId, UserId};
use tasktalk_storage::{Database, StorageError, secrets};
use uuid::Uuid;

use super::failure::Failure;
use crate::accounts::opaque_token;

/// How long a token is good.
pub(crate) const GOOD_FOR: SignedDuration = SignedDuration::from_mins(5);
/// Under which name the key is kept.
const SECRET_NAME: &str = "mcp_confirmation_key";
/// The longest token looked at, in bytes: fifty tasks with long numbers fit.
const LONGEST: usize = 4 * 1024;

/// Seals and opens tokens. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Confirmations(Key);

/// What is confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Confirmation {
    user: i64,
    expires: Timestamp,
    nonce: Uuid,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tasks: Vec<(i64, i64)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<Question>,
}

/// A question of a conversation, whose answer it confirms. That it is answered once, the conversation sees to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Question {
    pub(crate) conversation: Uuid,
    pub(crate) pending: Uuid,
}

impl Confirmations {
    /// The key in the database: whoever comes first puts one there.
    pub(crate) async fn load(database: &Database) -> Result<Self, StorageError> {
        let candidate = opaque_token::random_text();
        let kept = database
            .write(move |tx| {
                let candidate = candidate.clone();
                Box::pin(async move { secrets::get_or_create(tx, SECRET_NAME, &candidate).await })
            })
            .await?;
        Ok(Self(Key::new(HMAC_SHA256, kept.as_bytes())))
    }

    pub(crate) fn seal(&self, confirmation: &Confirmation) -> String {
        let json = serde_json::to_vec(confirmation).expect("numbers and text are JSON");
        let text = BASE64.encode(json);
        let seal = hmac::sign(&self.0, text.as_bytes());
        format!("{text}.{}", BASE64.encode(seal.as_ref()))
    }

    /// What this user confirmed with a token, if it is ours, the user's, and not too old.
    pub(crate) fn open(
        &self,
        token: &str,
        user: UserId,
        now: Timestamp,
    ) -> Result<Confirmation, Failure> {
        let invalid = || {
            Failure::new(
                "confirmation_invalid",
                "This is not a confirm_token of yours",
            )
        };
        let (text, seal) = token
            .split_once('.')
            .filter(|_| token.len() <= LONGEST)
            .ok_or_else(invalid)?;
        let seal = BASE64.decode(seal).map_err(|_| invalid())?;
        let expected = hmac::sign(&self.0, text.as_bytes());
        constant_time::verify_slices_are_equal(expected.as_ref(), &seal).map_err(|_| invalid())?;
        let json = BASE64.decode(text).map_err(|_| invalid())?;
        let confirmation: Confirmation = serde_json::from_slice(&json).map_err(|_| invalid())?;
        if confirmation.user != user.0 {
            return Err(invalid());
        }
        if confirmation.expires <= now {
            return Err(Failure::new(
                "confirmation_expired",
                "This confirmation is older than five minutes",
            ));
        }
        Ok(confirmation)
    }
}

impl Confirmation {
    pub(crate) fn new(
        user: UserId,
        tasks: impl IntoIterator<Item = (TaskId, i64)>,
        nonce: Uuid,
        now: Timestamp,
    ) -> Self {
        Self {
            user: user.0,
            expires: now.saturating_add(GOOD_FOR).unwrap_or(Timestamp::MAX),
            nonce,
            tasks: tasks
                .into_iter()
                .map(|(id, version)| (id.get(), version))
                .collect(),
            question: None,
        }
    }

    pub(crate) fn of_question(
        user: UserId,
        question: Question,
        nonce: Uuid,
        now: Timestamp,
    ) -> Self {
        Self {
            question: Some(question),
            ..Self::new(user, [], nonce, now)
        }
    }

    /// The question that it answers; none when it is for tasks.
    pub(crate) fn question(&self) -> Option<Question> {
        self.question
    }

    /// Until when it is good.
    pub(crate) fn expires(&self) -> Timestamp {
        self.expires
    }

    /// The version at which a task was confirmed.
    pub(crate) fn version_of(&self, id: TaskId) -> Option<i64> {
        let mut tasks = self.tasks.iter();
        tasks
            .find(|(task, _)| *task == id.get())
            .map(|(_, version)| *version)
    }

    /// How many tasks were confirmed.
    pub(crate) fn len(&self) -> usize {
        self.tasks.len()
    }

    /// The word that is used up with it.
    pub(crate) fn once(&self) -> String {
        format!("mcp-confirmed:{}", self.nonce)
    }
}

impl std::fmt::Debug for Confirmations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Confirmations(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn code(result: Result<Confirmation, Failure>) -> String {
        let value = result.unwrap_err().into_value();
        value["code"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_token_is_good_for_its_user_for_five_minutes_and_as_it_is() {
        let ours = Confirmations(Key::new(HMAC_SHA256, b"one"));
        let tasks = [4, 7].map(|id| (TaskId::try_from(id).unwrap(), id + 1));
        let made = Confirmation::new(UserId(1), tasks, Uuid::nil(), at(0));
        let token = ours.seal(&made);
        let opened = ours.open(&token, UserId(1), at(299)).unwrap();
        assert_eq!(opened, made);
        assert_eq!(opened.version_of(TaskId::try_from(7).unwrap()), Some(8));
        assert_eq!(opened.version_of(TaskId::try_from(8).unwrap()), None);
        assert_eq!(
            code(ours.open(&token, UserId(1), at(300))),
            "confirmation_expired"
        );
        let theirs = Confirmations(Key::new(HMAC_SHA256, b"two"));
        let changed = format!("x{token}");
        for refused in [
            ours.open(&token, UserId(2), at(0)),
            theirs.open(&token, UserId(1), at(0)),
            ours.open(&changed, UserId(1), at(0)),
            ours.open(&token[..token.len() - 1], UserId(1), at(0)),
            ours.open("", UserId(1), at(0)),
            ours.open(&".".repeat(9_000), UserId(1), at(0)),
        ] {
            assert_eq!(code(refused), "confirmation_invalid");
        }
    }
}
