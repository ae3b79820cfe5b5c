//! How surely words mean a title: as they stand, or only if they were misspelt.

use tasktalk_domain::search_words;
use tasktalk_understanding::matching;

/// How well a task fits what was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::agents::mcp_validator) enum Fit {
    /// It is what was said.
    #[default]
    Clear,
    /// Only roughly: by the beginning of a word, or with a slip in a long one.
    Rough,
    /// Only with a slip in a short word, and such a word is easily another one.
    Guessed,
}

/// A word of at most this many letters is easily another one.
const SHORT: usize = 5;
/// Two words scoring less than this are no forms of one word.
const SAME: f32 = 0.9;
/// A word that begins with another one and is longer by this many letters isn't that word misspelt.
const ABBREVIATED: usize = 2;

/// How surely words that fit a title do so without a slip of the pen.
pub(super) fn fit(words: &str, title: &str) -> Fit {
    let title = search_words::of_text(title);
    search_words::of_text(words)
        .iter()
        .map(|word| of_word(word, &title))
        .max()
        .unwrap_or_default()
}

fn of_word(word: &str, title: &[String]) -> Fit {
    let nearest = title
        .iter()
        .map(|other| (matching::score(word, other), other))
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    match nearest {
        Some((score, other)) if score > 0.0 && score < SAME => {
            let length = |text: &str| text.chars().count();
            let (one, other_length) = (length(word), length(other));
            let rest = other
                .strip_prefix(word)
                .or_else(|| word.strip_prefix(other.as_str()));
            if rest.is_some_and(|rest| rest == "s" || length(rest) >= ABBREVIATED) {
                Fit::Clear
            } else if one.min(other_length) <= SHORT {
                Fit::Guessed
            } else {
                Fit::Rough
            }
        }
        _ => Fit::Clear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_short_word_is_a_guess() {
        for (words, title, expected) in [
            ("beta", "Beta", Fit::Clear),
            ("zeta", "Beta", Fit::Guessed),
            ("lime", "Limes", Fit::Clear),
            ("liem", "Limes", Fit::Guessed),
            ("called mum", "Call mum", Fit::Clear),
            ("call mumm", "Call mummy", Fit::Guessed),
            ("the denist", "Call the dentist", Fit::Rough),
            ("groc", "Groceries", Fit::Clear),
            ("the meetings", "Team meeting", Fit::Clear),
        ] {
            assert_eq!(fit(words, title), expected, "{words} / {title}");
        }
    }
}
