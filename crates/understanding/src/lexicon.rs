//! What words are, per language. A language is data: a lexicon and its frames; the functions know no words.

mod class;
mod english;
mod german;
mod habits;
mod language;
mod role;
mod roles;
pub(crate) mod senses;
mod spanish;

use std::collections::{HashMap, HashSet};

use tasktalk_domain::text::fold;

pub(crate) use class::Class;
pub(crate) use english::CHARACTERISTIC as ENGLISH_WORDS;
pub(crate) use german::CHARACTERISTIC as GERMAN_WORDS;
pub(crate) use habits::Habits;
pub(crate) use language::Language;
pub(crate) use role::Role;
pub(crate) use roles::Roles;
pub(crate) use spanish::CHARACTERISTIC as SPANISH_WORDS;

/// What the lexicon knows about one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Its number in the vocabulary; 0 when it is there for its roles alone.
    pub(crate) id: WordId,
    /// Its classes.
    pub(crate) class: Class,
    /// The parts it can play in a sentence.
    pub(crate) roles: Roles,
    /// The base form of an inflected verb.
    pub(crate) base: Option<Box<str>>,
    /// The number it says: "two".
    pub(crate) number: Option<i64>,
    /// The place it says: "second".
    pub(crate) ordinal: Option<u32>,
}

/// A word's number in the vocabulary, for quick comparison.
pub(crate) type WordId = u32;

/// A verb and its forms, as a language's rules derive them from an entry of its tables.
#[derive(Debug, PartialEq, Eq)]
struct Forms {
    /// The form that the tables hold.
    base: String,
    /// The past and the participle.
    past: Vec<String>,
    /// The form of the verb as a noun.
    gerund: String,
    /// The others.
    others: Vec<String>,
}

/// The words of one language. The tables have them as they are written, the lexicon folded; only the base form of a verb, which
/// titles are made of, stays as it is.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    entries: HashMap<Box<str>, Entry>,
    last: WordId,
    spellings: HashMap<String, String>,
    /// Verbs that a pronoun can be attached to and taken off again.
    attaching: HashSet<&'static str>,
    /// Those pronouns.
    attached: &'static [&'static str],
}

impl Lexicon {
    /// What is known about a folded word.
    pub(crate) fn entry(&self, word: &str) -> Option<&Entry> {
        self.entries.get(word)
    }

    /// The classes of a folded word.
    pub(crate) fn class(&self, word: &str) -> Class {
        self.entry(word).map_or(Class::NONE, |entry| entry.class)
    }

    /// The base form of a folded verb form: "paid" → "pay".
    pub(crate) fn base<'a>(&'a self, word: &'a str) -> &'a str {
        self.entry(word)
            .and_then(|entry| entry.base.as_deref())
            .unwrap_or(word)
    }

    /// The verb forms that are not base forms, each with its own.
    pub(crate) fn inflected(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries
            .iter()
            .filter_map(|(form, entry)| Some((&**form, entry.base.as_deref()?)))
    }

    /// The usual spelling of a word that people shorten: "dont" → "don't".
    pub(crate) fn spelling<'a>(&'a self, word: &'a str) -> &'a str {
        self.spellings.get(word).map_or(word, String::as_str)
    }

    /// The pronouns at the end of a word that is a verb before them: "márcala" has "la", "dámelo" has "me" and "lo".
    pub(crate) fn pronouns(&self, word: &str) -> Vec<&'static str> {
        let behind = |stem: &str| {
            let pronoun = self.attached.iter().find(|pronoun| {
                stem.strip_suffix(**pronoun)
                    .is_some_and(|verb| self.attaching.contains(verb))
            });
            pronoun.copied()
        };
        if let Some(only) = behind(word) {
            return vec![only];
        }
        self.attached
            .iter()
            .find_map(|last| Some(vec![behind(word.strip_suffix(*last)?)?, last]))
            .unwrap_or_default()
    }

    /// The entry of a verb to which a pronoun is attached: that of "pagar" for "pagarle".
    pub(crate) fn verb_before_pronoun(&self, word: &str) -> Option<&Entry> {
        let ending = |word: &str| {
            self.attached.iter().find_map(|pronoun| {
                let verb = self.entries.get(word.strip_suffix(*pronoun)?)?;
                (verb.class.any(Class::CHORE)).then_some(verb)
            })
        };
        ending(word).or_else(|| {
            self.attached
                .iter()
                .find_map(|last| ending(word.strip_suffix(*last)?))
        })
    }

    /// The number of a folded word in the vocabulary, which grows when it is new.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        self.entry_mut(word).id
    }

    fn entry_mut(&mut self, word: &str) -> &mut Entry {
        let entry = self.entries.entry(fold(word).into()).or_default();
        if entry.id == 0 {
            self.last += 1;
            entry.id = self.last;
        }
        entry
    }

    /// The roles say what words do, not that they are known: a word of a role alone is still one that may be misspelt.
    fn roles(&mut self, roles: &[(Role, &str)]) {
        for &(role, words) in roles {
            for word in words.split_whitespace() {
                let entry = self.entries.entry(fold(word).into()).or_default();
                entry.roles.add(role);
            }
        }
    }

    fn words(&mut self, words: &str, class: Class) {
        for word in words.split_whitespace() {
            self.add(word, class);
        }
    }

    fn verbs(&mut self, verbs: &str, class: Class, forms: fn(&str) -> Forms) {
        for verb in verbs.split_whitespace() {
            let forms = forms(verb);
            self.add(&forms.base, class);
            for past in &forms.past {
                self.add_form(past, Class::PAST, &forms.base);
            }
            self.add_form(&forms.gerund, Class::GERUND, &forms.base);
            for other in &forms.others {
                self.add_form(other, Class::NONE, &forms.base);
            }
        }
    }

    /// Makes of forms of verbs what they are oftener: no verbs.
    fn nouns(&mut self, words: &str) {
        for word in words.split_whitespace() {
            let entry = self.entry_mut(word);
            entry.class = Class::NONE;
            entry.base = None;
        }
    }

    fn attach(&mut self, verbs: &'static str, pronouns: &'static [&'static str]) {
        self.attaching = verbs.split_whitespace().collect();
        self.attached = pronouns;
    }

    fn numbers(&mut self, numbers: &[(&str, i64)]) {
        for &(word, number) in numbers {
            self.entry_mut(word).number = Some(number);
        }
    }

    fn ordinals(&mut self, ordinals: &[(&str, u32)]) {
        for &(word, ordinal) in ordinals {
            self.entry_mut(word).ordinal = Some(ordinal);
        }
    }

    fn spellings(&mut self, spellings: &[(&str, &str)]) {
        let folded = spellings
            .iter()
            .map(|(as_typed, usual)| (fold(as_typed), fold(usual)));
        self.spellings.extend(folded);
    }

    fn add(&mut self, word: &str, class: Class) {
        let entry = self.entry_mut(word);
        entry.class = entry.class.with(class);
    }

    fn add_form(&mut self, form: &str, class: Class, base: &str) {
        let entry = self.entry_mut(form);
        entry.class = entry.class.with(class);
        if form != base && entry.base.is_none() {
            entry.base = Some(base.into());
        }
    }
}
