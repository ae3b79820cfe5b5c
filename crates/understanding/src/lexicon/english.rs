//! The English lexicon.

mod answers;
mod frames;
mod function_words;
mod nouns;
mod phrases;
mod verbs;

use super::{Class, Language, Lexicon};
use crate::frames::Frames;
use crate::once::Once;
use crate::phrases::Phrases;

/// Builds it, once for the program.
pub(super) fn language() -> Language {
    let mut lexicon = lexicon();
    let frames = Frames::compile(&frames::SOURCE, &mut lexicon);
    let once = Once::compile(&frames::ONCE, &mut lexicon);
    let phrases = Phrases::compile(&phrases::SOURCE, &mut lexicon);
    Language {
        tag: "en",
        lexicon,
        frames,
        phrases,
        once,
        keywords: verbs::KEYWORDS,
        commands: verbs::COMMANDS,
        answers: answers::ANSWERS,
    }
}

fn lexicon() -> Lexicon {
    let mut lexicon = Lexicon::default();
    lexicon.verbs(verbs::CHORES, Class::CHORE);
    lexicon.verbs(verbs::SERVICES, Class::SERVICE);
    lexicon.verbs(verbs::MACHINE, Class::MACHINE);
    lexicon.verbs(verbs::COMMANDS, Class::NONE);
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
    lexicon.spellings(function_words::UNDOTTED);
    lexicon
}
