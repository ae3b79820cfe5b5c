//! The user's locale, as far as it decides how words are read.

use std::fmt;

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// A BCP 47 language tag such as `en`, `en-GB` or `de`; only its language and region are looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locale(String);

/// Text that is no language tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Locale must be a language tag such as 'en' or 'en-GB'")]
pub struct InvalidLocale;

impl Locale {
    /// Reads a language tag of 2 to 35 letters, digits and hyphens.
    pub fn parse(text: &str) -> Result<Self, InvalidLocale> {
        let text = text.trim().replace('_', "-");
        let well_formed = (2..=35).contains(&text.len())
            && text.split('-').all(|part| {
                !part.is_empty()
                    && part.len() <= 8
                    && part.chars().all(|c| c.is_ascii_alphanumeric())
            })
            && text.chars().take(2).all(|c| c.is_ascii_alphabetic());
        if well_formed {
            Ok(Self(text))
        } else {
            Err(InvalidLocale)
        }
    }

    /// The tag as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language in lower case: `en`.
    pub fn language(&self) -> String {
        self.0
            .split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    }

    /// Whether it is of this language, given in lower case: `en-GB` is of `en`.
    pub fn is_in(&self, language: &str) -> bool {
        let subtag = self.0.split('-').next().unwrap_or_default();
        subtag.eq_ignore_ascii_case(language)
    }

    /// Whether 4/7 is the 7th of April: so in `en` and `en-US`, not elsewhere.
    pub fn month_comes_first(&self) -> bool {
        self.0.eq_ignore_ascii_case("en") || self.0.to_ascii_lowercase().starts_with("en-us")
    }

    /// The day on which a week begins: Monday, but Sunday in `en-US`, where the locale says so explicitly.
    pub fn week_starts_on(&self) -> Weekday {
        if self.0.to_ascii_lowercase().starts_with("en-us") {
            Weekday::Sunday
        } else {
            Weekday::Monday
        }
    }
}

impl Default for Locale {
    fn default() -> Self {
        Self("en".to_owned())
    }
}

impl TryFrom<String> for Locale {
    type Error = InvalidLocale;

    fn try_from(text: String) -> Result<Self, InvalidLocale> {
        Self::parse(&text)
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.0
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_american_english_puts_the_month_first() {
        for (tag, expected) in [
            ("en", true),
            ("en-US", true),
            ("en_us", true),
            ("en-GB", false),
            ("de", false),
        ] {
            assert_eq!(
                Locale::parse(tag).unwrap().month_comes_first(),
                expected,
                "{tag}"
            );
        }
    }

    #[test]
    fn refuses_what_is_no_tag() {
        for text in ["", "e", "en-", "--", "e n", "12"] {
            assert_eq!(Locale::parse(text), Err(InvalidLocale), "{text:?}");
        }
    }
}
