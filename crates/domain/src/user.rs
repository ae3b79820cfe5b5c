//! An account.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Locale, UserId, Zone, text};

/// An account, without its secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Its number.
    pub id: UserId,
    /// The subject of the other app's tokens, in external mode.
    pub external_id: Option<String>,
    /// Its address; `None` for external accounts and the terminal's own first user.
    pub email: Option<Email>,
    /// How to address the person.
    pub name: Option<String>,
    /// The person's time zone; the server's default when `None`.
    pub timezone: Option<Zone>,
    /// The person's locale; `en` when `None`.
    pub locale: Option<Locale>,
    /// The page's settings: a JSON object that the core does not look into.
    pub settings: serde_json::Value,
    /// Whether the person's messages and tasks may go to a language model outside of this server.
    pub model_consent: bool,
    /// When the account was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When its erasure was asked for; it is refused everywhere from then on.
    pub deleted_at: Option<Timestamp>,
}

impl User {
    /// The id outside: the token's subject for external accounts, else the number.
    pub fn public_id(&self) -> String {
        self.external_id
            .clone()
            .unwrap_or_else(|| self.id.to_string())
    }
}

/// An e-mail address, in lower case. Only its shape is checked (something@something, at most 254 characters).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// Text that is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Enter an e-mail address such as 'anna@example.com'")]
pub struct InvalidEmail;

impl Email {
    /// Cleans and checks an address.
    pub fn parse(text: &str) -> Result<Self, InvalidEmail> {
        let email = text::one_line(text).to_lowercase();
        let well_formed = email.len() <= 254
            && !email.contains(char::is_whitespace)
            && email.split_once('@').is_some_and(|(local, host)| {
                !local.is_empty() && !host.is_empty() && !host.contains('@')
            });
        if well_formed {
            Ok(Self(email))
        } else {
            Err(InvalidEmail)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Email {
    type Error = InvalidEmail;

    fn try_from(text: String) -> Result<Self, InvalidEmail> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_lower_case_and_have_a_shape() {
        assert_eq!(
            Email::parse(" Anna@Example.COM ").unwrap().as_str(),
            "anna@example.com"
        );
        for text in ["", "anna", "@x", "a@", "a@b@c", "a b@c"] {
            assert_eq!(Email::parse(text), Err(InvalidEmail), "{text:?}");
        }
    }
}
