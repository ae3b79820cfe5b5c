//! What words are, per language. A language is data: a lexicon and its frames; the functions know no words.

mod english;
mod inflection;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::answer::Answer;
use crate::frames::Frames;
use crate::once::Once;
use crate::phrases::Phrases;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

impl Class {
    /// Belongs to no class.
    pub(crate) const NONE: Self = Self(0);
    /// A verb that begins a chore: "buy".
    pub(crate) const CHORE: Self = Self(1);
    /// A chore verb that a home assistant could be asked with as well: "order", "send".
    pub(crate) const SERVICE: Self = Self(1 << 1);
    /// A verb that only machines are asked with: "play", "mute".
    pub(crate) const MACHINE: Self = Self(1 << 2);
    /// A verb that only leads to the next one: "go … and …".
    pub(crate) const LEADING: Self = Self(1 << 3);
    /// The past tense or participle of a chore verb: "bought".
    pub(crate) const PAST: Self = Self(1 << 4);
    /// The `-ing` form of a chore verb.
    pub(crate) const GERUND: Self = Self(1 << 5);
    /// A word for a task.
    pub(crate) const TASK: Self = Self(1 << 6);
    /// A word for the list.
    pub(crate) const LIST: Self = Self(1 << 7);
    /// What makes "… list" simply the list: "my", "to-do".
    pub(crate) const PLAIN_LIST: Self = Self(1 << 8);
    /// A usual name of a tag: "work".
    pub(crate) const TAG_NAME: Self = Self(1 << 9);
    /// A noun that stands for something to do: "dentist".
    pub(crate) const EVENT: Self = Self(1 << 10);
    /// A noun of media, machines and the world: "weather".
    pub(crate) const WORLD: Self = Self(1 << 11);
    /// A noun of the program itself: "account".
    pub(crate) const ACCOUNT: Self = Self(1 << 12);
    /// "urgent".
    pub(crate) const URGENT: Self = Self(1 << 13);
    /// "the".
    pub(crate) const DETERMINER: Self = Self(1 << 14);
    /// Says nothing about which task is meant.
    pub(crate) const FILLER: Self = Self(1 << 15);
    /// A function word.
    pub(crate) const STOP: Self = Self(1 << 16);
    /// "what".
    pub(crate) const QUESTION: Self = Self(1 << 17);
    /// "should".
    pub(crate) const AUXILIARY: Self = Self(1 << 18);
    /// "not".
    pub(crate) const NEGATION: Self = Self(1 << 19);
    /// Somebody one calls.
    pub(crate) const PERSON: Self = Self(1 << 20);

    /// A device or a setting of one: "lights", "volume".
    pub(crate) const DEVICE: Self = Self(1 << 21);
    /// Something one is driven in: "taxi".
    pub(crate) const RIDE: Self = Self(1 << 22);
    /// A verb that asks to see something: "show".
    pub(crate) const SHOW: Self = Self(1 << 23);
    /// A past form after which nothing is done: "forgot".
    pub(crate) const UNDONE: Self = Self(1 << 24);

    /// A chore verb that a machine is asked with when its object belongs to machines: "send a tweet".
    pub(crate) const REMOTE: Self = Self(1 << 25);

    /// A verb whose object can be a task's number: "move 4 to friday".
    pub(crate) const MOVES: Self = Self(1 << 26);

    /// A verb of buying a service: "book".
    pub(crate) const BOOKING: Self = Self(1 << 27);

    /// Whether any class of `other` is among these.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The class that patterns call by this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "chore" => Self::CHORE,
            "past" => Self::PAST,
            "gerund" => Self::GERUND,
            "task" => Self::TASK,
            "list" => Self::LIST,
            "plain" => Self::PLAIN_LIST,
            "tag" => Self::TAG_NAME,
            "event" => Self::EVENT,
            "world" => Self::WORLD,
            "urgent" => Self::URGENT,
            "det" => Self::DETERMINER,
            "question" => Self::QUESTION,
            "aux" => Self::AUXILIARY,
            "negation" => Self::NEGATION,
            "person" => Self::PERSON,
            _ => return None,
        })
    }
}

/// What the lexicon knows about one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Its number in the vocabulary; 0 is no word's.
    pub(crate) id: WordId,
    /// Its classes.
    pub(crate) class: Class,
    /// The base form of an inflected verb.
    pub(crate) base: Option<Box<str>>,
    /// The number it says: "two".
    pub(crate) number: Option<i64>,
    /// The place it says: "second".
    pub(crate) ordinal: Option<u32>,
}

/// A word's number in the vocabulary, for quick comparison.
pub(crate) type WordId = u32;

/// One language as the engine sees it.
#[derive(Debug)]
pub(crate) struct Language {
    /// Its BCP 47 subtag.
    pub(crate) tag: &'static str,
    /// Its words.
    pub(crate) lexicon: Lexicon,
    /// Its ways of asking.
    pub(crate) frames: Frames,
    /// Its phrases inside commands.
    pub(crate) phrases: Phrases,
    /// What says that one occurrence of a repeating task is meant, or all.
    pub(crate) once: Once,
    /// Its words on which commands hang, worth recognising when they are misspelt.
    pub(crate) keywords: &'static str,
    /// Its verbs of commands.
    pub(crate) commands: &'static str,
    /// Its answers that mean the same whatever was asked, alternatives separated by `/`.
    pub(crate) answers: &'static [(&'static str, Answer)],
}

static ENGLISH: LazyLock<Language> = LazyLock::new(english::language);

impl Language {
    /// English.
    pub(crate) fn english() -> &'static Self {
        &ENGLISH
    }
}

/// The words of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    entries: HashMap<Box<str>, Entry>,
    spellings: HashMap<&'static str, &'static str>,
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

    /// The usual spelling of a word that people shorten: "dont" → "don't".
    pub(crate) fn spelling<'a>(&self, word: &'a str) -> &'a str {
        self.spellings.get(word).copied().unwrap_or(word)
    }

    /// The number of a folded word in the vocabulary, which grows when it is new.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        self.entry_mut(word).id
    }

    fn entry_mut(&mut self, word: &str) -> &mut Entry {
        let next = WordId::try_from(self.entries.len() + 1).unwrap_or(WordId::MAX);
        let entry = self.entries.entry(word.into()).or_default();
        if entry.id == 0 {
            entry.id = next;
        }
        entry
    }

    fn words(&mut self, words: &str, class: Class) {
        for word in words.split_whitespace() {
            self.add(word, class);
        }
    }

    fn verbs(&mut self, verbs: &str, class: Class) {
        for verb in verbs.split_whitespace() {
            let forms = inflection::forms(verb);
            self.add(&forms.base, class);
            for past in &forms.past {
                self.add_form(past, Class::PAST, &forms.base);
            }
            self.add_form(&forms.gerund, Class::GERUND, &forms.base);
            self.add_form(&forms.third, Class::NONE, &forms.base);
        }
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

    fn spellings(&mut self, spellings: &[(&'static str, &'static str)]) {
        self.spellings.extend(spellings.iter().copied());
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
