//! What a caller may do with its owner's tasks: a sign-in may do everything, a personal access token what it was
//! made for. Who the caller is was found out before.

use std::fmt;

use crate::tools::ToolFailure;

/// What a caller may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permissions {
    /// See tasks.
    pub read: bool,
    /// Add and change tasks.
    pub write: bool,
    /// Move tasks to the trash.
    pub delete: bool,
}

impl Permissions {
    /// Everything: what a person who signed in may do.
    pub const ALL: Self = Self {
        read: true,
        write: true,
        delete: true,
    };
    /// Nothing.
    pub const NONE: Self = Self {
        read: false,
        write: false,
        delete: false,
    };

    /// What the scopes of a token allow; words that are no scope of ours allow nothing.
    pub fn from_scopes<'a>(scopes: impl IntoIterator<Item = &'a str>) -> Self {
        let mut permissions = Self::NONE;
        for scope in scopes {
            match Scope::parse(scope) {
                Some(Scope::Read) => permissions.read = true,
                Some(Scope::Write) => permissions.write = true,
                Some(Scope::Delete) => permissions.delete = true,
                None => {}
            }
        }
        permissions
    }

    /// Refuses what is not allowed.
    pub fn require(self, scope: Scope) -> Result<(), ToolFailure> {
        let allowed = match scope {
            Scope::Read => self.read,
            Scope::Write => self.write,
            Scope::Delete => self.delete,
        };
        if allowed {
            Ok(())
        } else {
            Err(ToolFailure::Forbidden { scope })
        }
    }
}

/// One permission, as tokens name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// `tasks:read`.
    Read,
    /// `tasks:write`.
    Write,
    /// `tasks:delete`.
    Delete,
}

impl Scope {
    /// Every scope there is.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::Delete];

    /// The word in a token.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "tasks:read",
            Self::Write => "tasks:write",
            Self::Delete => "tasks:delete",
        }
    }

    /// Reads the word in a token.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == word)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_may_do_what_its_scopes_say_and_no_more() {
        let permissions = Permissions::from_scopes(["tasks:read", "tasks:write", "admin"]);
        assert_eq!(permissions.require(Scope::Read), Ok(()));
        assert_eq!(permissions.require(Scope::Write), Ok(()));
        assert_eq!(
            permissions.require(Scope::Delete),
            Err(ToolFailure::Forbidden {
                scope: Scope::Delete
            })
        );
    }
}
