//! The text form of a place in a list: URL-safe, and telling nothing to whoever carries it.
//!
//! It is no secret and no capability: every query that takes a cursor also takes the owner.

use std::fmt::Write;

/// Hides a text from curious eyes: its bytes in hexadecimal.
pub(crate) fn encode(plain: &str) -> String {
    let mut text = String::with_capacity(plain.len() * 2);
    for byte in plain.bytes() {
        write!(text, "{byte:02x}").expect("a string takes everything");
    }
    text
}

/// Reads what [`encode`] wrote; `None` for any other text.
pub(crate) fn decode(text: &str) -> Option<String> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) || digits.len() > 4_096 {
        return None;
    }
    let bytes: Option<Vec<u8>> = digits
        .chunks(2)
        .map(|pair| {
            let high = char::from(pair[0]).to_digit(16)?;
            let low = char::from(pair[1]).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()
        })
        .collect();
    String::from_utf8(bytes?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_comes_back_and_nothing_else_is_taken() {
        for text in ["", "a/b", "ü~/1"] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
        for text in ["a", "zz", "ff", "é"] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }
}
