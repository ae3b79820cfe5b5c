//! How long a personal access token lives, as people write it: `90d`, `12h`, `3600`.

use jiff::SignedDuration;

/// What a token gets when nothing is said: 90 days.
pub(crate) const DEFAULT: SignedDuration = SignedDuration::from_hours(90 * 24);
/// A year, and the day that some years have more.
const LONGEST: SignedDuration = SignedDuration::from_hours(366 * 24);

/// Text that is no lifetime of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Expiry must be a number of seconds or a time such as '12h' or '90d', at most a year")]
pub struct InvalidLifetime;

/// Reads a number with a unit (`s`, `m`, `h`, `d`, `w`, `y`); without a unit it is seconds.
pub fn parse(text: &str) -> Result<SignedDuration, InvalidLifetime> {
    let text = text.trim();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit: u64 = match &text[digits.len()..] {
        "" | "s" => 1,
        "m" => 60,
        "h" => 60 * 60,
        "d" => 24 * 60 * 60,
        "w" => 7 * 24 * 60 * 60,
        "y" => 365 * 24 * 60 * 60,
        _ => return Err(InvalidLifetime),
    };
    let number: u64 = digits.parse().map_err(|_| InvalidLifetime)?;
    seconds(number.saturating_mul(unit))
}

/// A number of seconds from 1 to a year.
pub fn seconds(seconds: u64) -> Result<SignedDuration, InvalidLifetime> {
    let lifetime = i64::try_from(seconds)
        .map(SignedDuration::from_secs)
        .map_err(|_| InvalidLifetime)?;
    if lifetime.is_zero() || lifetime > LONGEST {
        Err(InvalidLifetime)
    } else {
        Ok(lifetime)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_have_a_unit() {
        for (text, hours) in [("3600", 1), ("12h", 12), ("90d", 2_160), ("1w", 168)] {
            assert_eq!(parse(text), Ok(SignedDuration::from_hours(hours)), "{text}");
        }
        assert_eq!(parse("366d"), Ok(LONGEST));
        assert_eq!(parse("1y"), Ok(SignedDuration::from_hours(8_760)));
    }

    #[test]
    fn nothing_negative_endless_or_unclear_is_taken() {
        for text in [
            "",
            "0",
            "0d",
            "-1",
            "367d",
            "2y",
            "d",
            "1.5d",
            "1 d",
            "1mo",
            "never",
            "1é",
            "99999999999999999999",
            "18446744073709551615y",
        ] {
            assert_eq!(parse(text), Err(InvalidLifetime), "{text}");
        }
    }
}
