//! Single words: how a title might write them, how alike two of them are, and whether one is a word that we know.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use tasktalk_domain::text;

use super::{SHORTEST_BEGINNING, letters_alike};
use crate::lexicon::{Class, Language};

/// Words of so many letters are hardly words of two languages.
const LONG_WORD: usize = 6;

/// How alike an asked word and a title's word are, in [0, 1]: 1 for two forms of one word, 0 for two different words.
/// Above 0.9 nothing was misspelt or left out.
pub fn alike(asked: &str, word: &str) -> f32 {
    letters_alike(&base(asked), &base(word))
}

/// How a title might write a word that is asked for: itself, its base form and the forms of that, its singular and
/// plural, and what it might be short for; the likeliest first, none twice.
pub fn forms(word: &str) -> Vec<String> {
    let habits = &Language::english().habits;
    let base = base(word);
    let singular = habits.singular(word).into_owned();
    let mut forms = vec![word.to_owned(), base.clone(), singular.clone()];
    forms.extend(inflected(&base).iter().cloned());
    if !word.chars().any(|letter| letter.is_ascii_digit()) {
        let consonant_y = singular.strip_suffix('y').map(|stem| format!("{stem}ies"));
        forms.extend([format!("{singular}s"), format!("{singular}es")]);
        forms.extend(consonant_y);
        let beginnings = word.char_indices().skip(SHORTEST_BEGINNING);
        forms.extend(beginnings.map(|(end, _)| word[..end].to_owned()));
    }
    let mut seen = HashSet::new();
    forms.retain(|form| seen.insert(form.clone()));
    forms
}

/// The singular of a plural, and any other word as it is.
pub fn singular(word: &str) -> String {
    Language::english().habits.singular(word).into_owned()
}

/// Whether a folded word is one of those we know, so that it is hardly another one misspelt.
pub fn is_word(word: &str) -> bool {
    let knows = |language: &Language, word: &str| {
        let entry = language.lexicon.entry(word);
        entry.is_some_and(|entry| entry.id != 0) || language.about(word) != [0, 0]
    };
    let long = word.chars().count() >= LONG_WORD;
    knows(Language::english(), word)
        || knows(Language::english(), &singular(word))
        || long && Language::all().any(|language| knows(language, word))
}

/// The verb forms that the lexicons know, by their base forms.
fn inflected(base: &str) -> &'static [String] {
    static FORMS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
        let mut forms: HashMap<String, Vec<String>> = HashMap::new();
        for language in Language::all() {
            for (form, base) in language.lexicon.inflected() {
                forms
                    .entry(text::fold(base))
                    .or_default()
                    .push(form.to_owned());
            }
        }
        forms
    });
    FORMS.get(base).map_or(&[], Vec::as_slice)
}

/// The base form of a folded word: "paid" → "pay".
pub fn base(word: &str) -> String {
    text::fold(language_of(word).lexicon.base(word))
}

/// The language that knows a word. A list may hold titles in several languages; English knows its own words best. A short
/// word is another language's by chance: "lime" is a form of Spanish "limar".
pub(super) fn language_of(word: &str) -> &'static Language {
    let long = word.chars().count() >= LONG_WORD;
    let knows = |language: &&Language| {
        language.lexicon.class(word) != Class::NONE && (long || language.is_english())
    };
    Language::all().find(knows).unwrap_or(Language::english())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_forms() {
        for (word, form) in [
            ("paid", "pay"),
            ("pay", "paying"),
            ("groceries", "grocery"),
            ("baby", "babies"),
            ("box", "boxes"),
            ("photograph", "photo"),
        ] {
            assert!(
                forms(word).iter().any(|found| found == form),
                "{word}: {:?}",
                forms(word)
            );
            assert!(alike(word, form) > 0.7, "{word} / {form}");
        }
        assert_eq!(forms("2026"), ["2026"]);
    }

    #[test]
    fn words_are_known_and_slips_are_not() {
        for word in [
            "dentist",
            "letter",
            "litter",
            "groceries",
            "meeting",
            "paid",
        ] {
            assert!(is_word(word), "{word}");
        }
        for slip in ["dentits", "grocreies", "meeitng", "anderberg"] {
            assert!(!is_word(slip), "{slip}");
        }
    }
}
