//! Titles that are lists, and words that name several tasks: "milk, eggs and bread", "the milk or the eggs".

use tasktalk_domain::{Locale, text};

use super::{alike, read};
use crate::language;
use crate::lexicon::{Class, Language, Role};
use crate::tokens::tokenize;

/// From here on two words are forms of one.
pub(super) const SAME_WORD: f32 = 0.9;

/// Several names in one breath.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Each of them, in order; one when the words name one task at most.
    pub names: Vec<String>,
    /// Which of them is meant was not said: "milk or bread".
    pub either: bool,
    /// What is not meant: the milk in "bread, not milk".
    pub denied: Vec<String>,
}

/// The names that stand between commas and words that join.
pub fn names(words: &str) -> Names {
    let spoken = language::guess(&tokenize(words), &Locale::default()).tongue;
    let languages = [Language::of(spoken), Language::english()];
    let plays = |word: &str, role: Role| {
        // A single letter joins in its own language alone: "vitamin e", "plan y".
        languages
            .iter()
            .filter(|language| word.len() > 1 || word == "&" || language.tongue == spoken)
            .filter_map(|language| language.lexicon.entry(word))
            .any(|entry| entry.roles.has(role))
    };
    let mut found = Names::default();
    let mut denies = false;
    let mut name: Vec<&str> = Vec::new();
    for word in words.split_whitespace() {
        let bare = word.trim_end_matches([',', ';']);
        let folded = text::fold(bare);
        let joins = plays(&folded, Role::Conjunction) || folded == "+";
        let offers = plays(&folded, Role::Disjunction);
        let rules_out =
            plays(&folded, Role::Negation) && (name.len() + found.names.len() > 0) && !found.either;
        if joins || offers || rules_out {
            if rules_out {
                name.pop_if(|last| plays(&text::fold(last), Role::Adversative));
            }
            found.take(&mut name, denies);
            found.either |= offers;
            denies |= rules_out;
        } else {
            name.push(bare);
        }
        if bare.len() < word.len() {
            found.take(&mut name, denies);
        }
    }
    found.take(&mut name, denies);
    found
}

impl Names {
    fn take(&mut self, words: &mut Vec<&str>, denied: bool) {
        let name = words.join(" ");
        words.clear();
        if name.is_empty() {
            return;
        }
        if denied {
            self.denied.push(name);
        } else {
            self.names.push(name);
        }
    }
}

/// Whether words name some of the things that a title lists, but not all of them: "the bread" of "Milk, eggs and bread".
pub fn names_a_part(words: &str, title: &str) -> bool {
    let things = |text: &str| -> Vec<Vec<String>> {
        names(text).names.iter().map(|name| thing(name)).collect()
    };
    let listed = things(title);
    if listed.len() < 2 || listed.iter().any(Vec::is_empty) {
        return false;
    }
    let named = things(words);
    let same = |one: &[String], other: &[String]| {
        let mut pairs = one.iter().zip(other);
        one.len() == other.len() && pairs.all(|(one, other)| alike(one, other) >= SAME_WORD)
    };
    let all_listed = named
        .iter()
        .all(|name| listed.iter().any(|item| same(item, name)));
    let all_named = listed
        .iter()
        .all(|item| named.iter().any(|name| same(item, name)));
    !named.is_empty() && all_listed && !all_named
}

/// The words of a name that say which thing it is: no verb before it, no article.
fn thing(name: &str) -> Vec<String> {
    let words = read(name);
    let is_verb = |class: &Class| class.any(Class::CHORE.with(Class::PAST));
    let verbs = words.iter().take_while(|(_, class)| is_verb(class)).count();
    let skipped = if verbs < words.len() { verbs } else { 0 };
    words
        .into_iter()
        .skip(skipped)
        .filter(|(_, class)| !class.any(Class::DETERMINER))
        .map(|(word, _)| word)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_between_commas_and_words_that_join() {
        for (text, expected) in [
            ("milk and bread", vec!["milk", "bread"]),
            (
                "milk, bread and the garage",
                vec!["milk", "bread", "the garage"],
            ),
            ("milk, bread, and garage", vec!["milk", "bread", "garage"]),
            ("milk & bread", vec!["milk", "bread"]),
            ("die Milch und das Brot", vec!["die Milch", "das Brot"]),
            ("la leche y el pan", vec!["la leche", "el pan"]),
            ("sand and", vec!["sand"]),
            ("candy", vec!["candy"]),
            ("vitamin e", vec!["vitamin e"]),
        ] {
            assert_eq!(names(text).names, expected, "{text}");
            assert!(!names(text).either, "{text}");
        }
    }

    #[test]
    fn an_or_leaves_open_which_is_meant() {
        for text in [
            "milk or the dentist",
            "die Milch oder das Brot",
            "la leche o el pan",
        ] {
            assert!(names(text).either, "{text}");
            assert_eq!(names(text).names.len(), 2, "{text}");
        }
        assert!(!names("oregano").either);
    }

    #[test]
    fn what_is_denied_is_not_named() {
        for (text, named, denied) in [
            ("dentist not milk", "dentist", "milk"),
            ("the eggs but not the flour", "the eggs", "the flour"),
            ("die Eier, aber nicht das Mehl", "die Eier", "das Mehl"),
        ] {
            let found = names(text);
            assert_eq!(found.names, [named], "{text}");
            assert_eq!(found.denied, [denied], "{text}");
        }
        assert!(names("not the milk").denied.is_empty());
        assert!(names("to be or not to be").denied.is_empty());
    }

    #[test]
    fn a_part_of_what_a_title_lists_is_not_all_of_it() {
        let title = "Milk, eggs and bread";
        for words in ["the bread", "eggs and milk", "buy eggs"] {
            assert!(names_a_part(words, title), "{words}");
        }
        for words in ["milk, eggs and bread", "bread, milk, eggs", "cheese"] {
            assert!(!names_a_part(words, title), "{words}");
        }
        assert!(names_a_part("call mum", "Call mum and dad"));
        assert!(names_a_part("the kitchen", "Clean kitchen and bathroom"));
        assert!(!names_a_part("the vet", "Bring Tom and Jerry to the vet"));
        assert!(!names_a_part("dentist", "Call the dentist"));
    }
}
