//! Titles in which some words give way to others.

use std::ops::Range;

use tasktalk_domain::text;

use super::names::SAME_WORD;
use super::{alike, base};
use crate::lexicon::{Class, Language};
use crate::payload;
use crate::tokens::tokenize;

/// A title in which other words stand for some of its own: "Call john smith" with "jane smith" for "john smith" is "Call jane
/// smith". None when the words are all of the title or none of it, or when the others are a title of their own: they begin
/// with a verb, or repeat what stands around the words.
pub fn with_part_replaced(title: &str, part: &str, by: &str) -> Option<String> {
    let by = by.trim();
    let (places, asked, new) = (words(title), words(part), words(by));
    let article = asked
        .iter()
        .take_while(|place| is_determiner(&part[(*place).clone()]))
        .count();
    let asked = &asked[article.min(asked.len().saturating_sub(1))..];
    if asked.is_empty() || asked.len() >= places.len() {
        return None;
    }
    let same = |one: &Range<usize>, other: &Range<usize>| {
        alike(&fold(title, one), &fold(part, other)) >= SAME_WORD
    };
    let at = places
        .windows(asked.len())
        .position(|run| run.iter().zip(asked).all(|(one, other)| same(one, other)))?;
    let after = at + asked.len();
    // "three bottles" stands for "two bottles".
    let counts = |text: &str, place: &Range<usize>| {
        let word = fold(text, place);
        word.parse::<u32>().is_ok()
            || Language::all()
                .filter_map(|language| language.lexicon.entry(&word))
                .any(|entry| entry.number.is_some())
    };
    let counted = at > 0 && counts(by, new.first()?) && counts(title, &places[at - 1]);
    let at = at - usize::from(counted);
    let mut outside = places[..at].iter().chain(&places[after..]);
    let repeats = outside.any(|place| {
        let word = fold(title, place);
        !is_determiner(&word)
            && new
                .iter()
                .any(|place| base(&fold(by, place)) == base(&word))
    });
    let verb =
        new.len() > 1 && is_verb(&fold(by, new.first()?)) && !is_verb(&fold(part, &asked[0]));
    if repeats || verb {
        return None;
    }
    let (before, behind) = (&title[..places[at].start], &title[places[after - 1].end..]);
    Some(format!("{before}{by}{behind}"))
}

/// A title with a capital first letter, as far as its first word has none of its own.
pub fn capitalised(title: &str) -> String {
    let first = title.split_whitespace().next().unwrap_or_default();
    payload::capitalised(title, first)
}

/// Whether two texts share a word that says something: "john smith" and "jane smith".
pub(crate) fn share_a_word(one: &str, other: &str) -> bool {
    let others: Vec<String> = words(other)
        .iter()
        .map(|place| fold(other, place))
        .collect();
    words(one)
        .iter()
        .map(|place| fold(one, place))
        .any(|word| !is_determiner(&word) && others.iter().any(|other| base(other) == base(&word)))
}

fn fold(text: &str, place: &Range<usize>) -> String {
    text::fold(&text[place.clone()])
}

fn is_determiner(word: &str) -> bool {
    let folded = text::fold(word);
    Language::all().any(|language| language.lexicon.class(&folded).any(Class::DETERMINER))
}

fn is_verb(word: &str) -> bool {
    Language::all().any(|language| language.lexicon.class(word).any(Class::CHORE))
}

/// Where the words of a text stand.
fn words(text: &str) -> Vec<Range<usize>> {
    tokenize(text)
        .into_iter()
        .filter(|token| token.text.chars().any(char::is_alphanumeric))
        .map(|token| token.start..token.end)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_title_give_way_to_others() {
        for (title, part, by, expected) in [
            (
                "Call john smith",
                "john smith",
                "jane smith",
                "Call jane smith",
            ),
            ("Buy milk", "the milk", "oat milk", "Buy oat milk"),
            (
                "Send the report by mail",
                "report",
                "final report",
                "Send the final report by mail",
            ),
            ("Call John", "john", "Anna", "Call Anna"),
        ] {
            let replaced = with_part_replaced(title, part, by);
            assert_eq!(replaced.as_deref(), Some(expected), "{title}");
        }
    }

    #[test]
    fn a_title_of_its_own_replaces_everything() {
        for (title, part, by) in [
            ("Buy milk", "buy milk", "oat milk"),
            ("Buy milk", "milk", "buy oat milk"),
            ("Call the dentist", "dentist", "book a checkup"),
            ("Call the dentist", "doctor", "nurse"),
            ("Milk", "milk", "oat milk"),
        ] {
            assert_eq!(with_part_replaced(title, part, by), None, "{title}: {by}");
        }
    }
}
