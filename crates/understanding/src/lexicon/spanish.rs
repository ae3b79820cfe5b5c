//! The Spanish lexicon. Words are written without accents, as they are compared.

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

/// Words by which a message is known to be Spanish.
pub(crate) const CHARACTERISTIC: &[&str] = &[
    function_words::STOP,
    function_words::SIGNS,
    function_words::DETERMINERS,
    function_words::QUESTIONS,
    function_words::AUXILIARIES,
    function_words::NEGATIONS,
    verbs::CHORES,
    verbs::ORDERS,
    verbs::COMMANDS,
    verbs::KEYWORDS,
    verbs::SHOW,
    verbs::MOVES,
    verbs::ATTACHING,
];

/// The endings of inflected words: genders and numbers.
const ENDINGS: Endings = &[
    ("s", ""),
    ("es", ""),
    ("as", "o"),
    ("a", "o"),
    ("os", "a"),
    ("o", "ar"),
    ("ado", "ar"),
    ("ada", "ar"),
    ("ido", "er"),
    ("me", ""),
    ("le", ""),
    ("lo", ""),
    ("la", ""),
];

/// Builds it, once for the program.
pub(super) fn language() -> Language {
    let mut lexicon = lexicon();
    let frames = Frames::compile(&frames::SOURCE, &mut lexicon);
    let once = Once::compile(&frames::ONCE, &mut lexicon);
    let phrases = Phrases::compile(&phrases::SOURCE, &mut lexicon);
    Language {
        tongue: Tongue::Spanish,
        lexicon,
        senses: Senses::read(include_str!("spanish/senses.txt")),
        endings: ENDINGS,
        frames,
        phrases,
        once,
        models: Models::new(model::SPANISH),
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
    lexicon.verbs(verbs::COMMANDS, Class::NONE, forms);
    lexicon.nouns(verbs::NOUNS);
    lexicon.attach(verbs::ATTACHING, verbs::ATTACHED);
    for (words, class) in [
        (verbs::SERVICES, Class::SERVICE),
        (verbs::MACHINE, Class::MACHINE),
        (verbs::ORDERS, Class::MACHINE),
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
    lexicon.spellings(function_words::SHORTENED);
    lexicon
}
