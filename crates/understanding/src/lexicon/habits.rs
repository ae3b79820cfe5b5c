//! How a language writes, as far as that differs between languages: endings, capitals, shortened words.

use std::borrow::Cow;

use super::Lexicon;

/// The infinitive of the verb that ends a clause, told whether the clause has a subject.
pub(crate) type Infinitive = fn(&Lexicon, &str, bool) -> Option<String>;

/// The habits of a language.
#[derive(Debug)]
pub(crate) struct Habits {
    /// Endings of a possessive: "'s".
    pub(crate) possessives: &'static [&'static str],
    /// Endings of plurals, the first that fits decides: the ending, how many letters a word has at least, and the ending
    /// of the singular.
    pub(crate) plurals: &'static [(&'static str, usize, &'static str)],
    /// Letters that are easily left out.
    pub(crate) vowels: &'static str,
    /// Whether a capital inside a sentence marks a name. Where every noun has one, it marks nothing.
    pub(crate) capital_is_name: bool,
    /// The preposition before an hour.
    pub(crate) before_hour: &'static str,
    /// The preposition before a day.
    pub(crate) before_day: &'static str,
    /// A digit that stands for a word before a verb, and the word: "remind me 2 call".
    pub(crate) digit: Option<(&'static str, &'static str)>,
    /// A command that is often cut short to what may be another word, and the command: "ad milk".
    pub(crate) cut_short: Option<(&'static str, &'static str)>,
    /// Whether the verb of what is to be done stands last, as an infinitive: "Milch kaufen".
    pub(crate) verb_last: bool,
    /// Makes the verb that ends a clause the infinitive that a title has, when it is something else. It is told whether the
    /// clause has a subject.
    pub(crate) infinitive: Option<Infinitive>,
    /// How the word for a list ends that has the list's name before it: "Einkaufsliste". Longer endings come first.
    pub(crate) list_endings: &'static [&'static str],
    /// Whether a task is named by an infinitive although it was asked for in a clause: "que llame" is "llamar".
    pub(crate) title_is_infinitive: bool,
    /// Verbs whose infinitive has an accent, without it and with it.
    pub(crate) accented: &'static [(&'static str, &'static str)],
}

impl Habits {
    /// The owner in a possessive: "mum's" → "mum".
    pub(crate) fn owner<'w>(&self, word: &'w str) -> Option<&'w str> {
        self.possessives
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
    }

    /// The name of a list in one word: "Einkaufsliste" → "einkauf".
    pub(crate) fn list_name<'w>(&self, word: &'w str) -> Option<&'w str> {
        self.list_endings
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
    }

    /// The singular of a plural, and any other word as it is.
    pub(crate) fn singular<'w>(&self, word: &'w str) -> Cow<'w, str> {
        let letters = word.chars().count();
        let rule = self
            .plurals
            .iter()
            .find(|(ending, least, _)| letters >= *least && word.ends_with(ending));
        match rule {
            Some((ending, _, "")) => Cow::Borrowed(&word[..word.len() - ending.len()]),
            Some((ending, _, singular)) => {
                Cow::Owned(format!("{}{singular}", &word[..word.len() - ending.len()]))
            }
            None => Cow::Borrowed(word),
        }
    }
}
