//! The English lexicon.

mod answers;
mod frames;
mod function_words;
mod habits;
mod inflection;
mod nouns;
mod phrases;
mod questions;
mod roles;
mod verbs;

use super::senses::{Endings, Senses};
use super::{Class, Language, Lexicon};
use crate::frames::Frames;
use crate::language::Tongue;
use crate::model::{self, Models};
use crate::once::Once;
use crate::phrases::Phrases;
use inflection::forms;

/// Words by which a message is known to be English.
pub(crate) const CHARACTERISTIC: &[&str] = &[
    function_words::STOP,
    function_words::DETERMINERS,
    function_words::QUESTIONS,
    function_words::AUXILIARIES,
    function_words::NEGATIONS,
    function_words::SHARED,
    function_words::SIGNS,
    verbs::CHORES,
    verbs::SERVICES,
    verbs::MACHINE,
    verbs::COMMANDS,
    verbs::KEYWORDS,
    verbs::SHOW,
    verbs::MOVES,
];

/// The endings of inflected words.
const ENDINGS: Endings = &[
    ("'s", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("d", ""),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("ly", ""),
];

/// Builds it, once for the program.
pub(super) fn language() -> Language {
    let mut lexicon = lexicon();
    let frames = Frames::compile(&frames::SOURCE, &mut lexicon);
    let once = Once::compile(&frames::ONCE, &mut lexicon);
    let phrases = Phrases::compile(&phrases::SOURCE, &mut lexicon);
    Language {
        tongue: Tongue::English,
        lexicon,
        senses: Senses::read(include_str!("english/senses.txt")),
        endings: ENDINGS,
        frames,
        phrases,
        once,
        models: Models::new(model::ENGLISH),
        habits: habits::HABITS,
        keywords: verbs::KEYWORDS,
        commands: verbs::COMMANDS,
        answers: answers::ANSWERS,
        question: questions::question,
    }
}

fn lexicon() -> Lexicon {
    let mut lexicon = Lexicon::default();
    lexicon.verbs(verbs::CHORES, Class::CHORE, forms);
    lexicon.verbs(verbs::SERVICES, Class::SERVICE, forms);
    lexicon.verbs(verbs::MACHINE, Class::MACHINE, forms);
    lexicon.verbs(verbs::COMMANDS, Class::NONE, forms);
    for (words, class) in [
        (verbs::LEADING, Class::LEADING),
        (verbs::REMOTE, Class::REMOTE),
        (nouns::TASKS, Class::TASK),
        (nouns::LISTS, Class::LIST),
        (nouns::PLAIN_LIST_NAMES, Class::PLAIN_LIST),
        (nouns::TAG_NAMES, Class::TAG_NAME),
        (nouns::EVENTS, Class::EVENT),
        (nouns::WORLD, Class::WORLD),
        (nouns::DEVICES, Class::DEVICE),
        (nouns::RIDES, Class::RIDE),
        (verbs::SHOW, Class::SHOW),
        (verbs::BOOKINGS, Class::BOOKING),
        (verbs::MOVES, Class::MOVES),
        (verbs::UNDONE, Class::UNDONE),
        (nouns::ACCOUNT, Class::ACCOUNT),
        (nouns::URGENCY, Class::URGENT),
        (function_words::DETERMINERS, Class::DETERMINER),
        (function_words::FILLERS, Class::FILLER),
        (function_words::STOP, Class::STOP),
        (function_words::QUESTIONS, Class::QUESTION),
        (function_words::AUXILIARIES, Class::AUXILIARY),
        (function_words::NEGATIONS, Class::NEGATION),
        (function_words::PEOPLE, Class::PERSON),
    ] {
        lexicon.words(words, class);
    }
    lexicon.numbers(nouns::NUMBERS);
    lexicon.ordinals(nouns::ORDINALS);
    lexicon.roles(roles::ROLES);
    lexicon.spellings(function_words::UNDOTTED);
    lexicon
}
