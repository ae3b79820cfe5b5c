//! How surely words mean a title: as they stand, or only if they were misspelt.

use std::collections::HashSet;

use tasktalk_domain::search_words;
use tasktalk_understanding::matching;

use super::spellings::SAME;

/// How well a task fits what was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::agents::mcp_validator) enum Fit {
    /// It is what was said.
    #[default]
    Clear,
    /// Only roughly: by the beginning of a word, or with a slip in a long one.
    Rough,
    /// Only with a slip in a word that is easily another one: a short one, one that is a word as it stands, a name.
    Guessed,
}

/// A word of at most this many letters is easily another one.
const SHORT: usize = 5;
/// A word that begins with another one and is longer by this many letters isn't that word misspelt.
const ABBREVIATED: usize = 2;

/// How surely words that fit a title do so without a slip of the pen. `own` are the words that the user's tasks have as
/// they stand: these, and words that we know, are written as they were meant, and hardly mean others.
pub(super) fn fit(words: &str, title: &str, own: &HashSet<String>) -> Fit {
    let title = search_words::of_text(title);
    search_words::of_text(words)
        .iter()
        .map(|word| of_word(word, &title, own))
        .max()
        .unwrap_or_default()
}

fn of_word(word: &str, title: &[String], own: &HashSet<String>) -> Fit {
    let nearest = title
        .iter()
        .map(|other| (matching::alike(word, other), other))
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
            } else if one.min(other_length) <= SHORT
                || own.contains(word)
                || matching::is_word(word)
                || !matching::is_word(other)
            {
                // Of two words that we don't know, either may be a name.
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
            ("clean the litter", "Clean the letter", Fit::Guessed),
            ("call Andersen", "Call Anderson", Fit::Guessed),
            ("buy grocreies", "Buy groceries", Fit::Rough),
        ] {
            assert_eq!(
                fit(words, title, &HashSet::new()),
                expected,
                "{words} / {title}"
            );
        }
    }
}
