//! Users that the program itself lets in, as the terminal does with its own server: by a token that lives in this
//! process's memory and ends with it.

use std::{
    collections::HashMap,
    fmt,
    sync::{PoisonError, RwLock},
};

use tasktalk_domain::UserId;

use super::{
    Accounts,
    opaque_token::{Kind, OpaqueToken},
};

/// The tokens of this process, by their hash.
#[derive(Default)]
pub(super) struct Admitted(RwLock<HashMap<String, UserId>>);

impl Admitted {
    /// Whose token it is, if this process made it.
    pub(super) fn find(&self, token: &OpaqueToken) -> Option<UserId> {
        let admitted = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if admitted.is_empty() {
            return None;
        }
        admitted.get(&token.hash()).copied()
    }
}

impl fmt::Debug for Admitted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Admitted(…)")
    }
}

impl Accounts {
    /// A token for a user, good for everything that a personal access token can do, until this process ends. Only
    /// for callers whom the operating system has let at the data already.
    pub fn admit(&self, user: UserId) -> String {
        let token = OpaqueToken::generate(Kind::Personal);
        self.inner
            .admitted
            .0
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(token.hash(), user);
        token.reveal().to_owned()
    }
}
