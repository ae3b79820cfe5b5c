//! Answers to a question that waits: "2", "the second", "the meeting one", "yes", "neither".

mod choice;
mod part;

use std::ops::Range;

use jiff::civil::Date;
use tasktalk_domain::{PendingKind, TaskId};

pub use self::part::Part;

use crate::Moment;
use crate::language;
use crate::lexicon::{Class, Language, Role};
use crate::message::Message;
use crate::tokens::tokenize;
use crate::units::{Unit, units};

/// One of the answers to choose from.
#[derive(Clone, Copy, Debug)]
pub struct AnswerOption<'a> {
    /// What its button says.
    pub label: &'a str,
    /// The task it stands for.
    pub task_id: Option<TaskId>,
    /// When that is due.
    pub due: Option<Date>,
    /// It has a number in the question. Those that have none come last, and are only meant by what they are.
    pub numbered: bool,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The option at this place, counted from 0.
    Option(usize),
    /// The options at these places.
    Options(Vec<usize>),
    /// Yes.
    Yes,
    /// No.
    No,
    /// None of the options.
    Neither,
    /// All of the options.
    All,
    /// Yes or no, for some of the tasks that are to be confirmed.
    Part(Part),
    /// More of a list that was shown.
    More,
    /// It speaks to the question, but settles nothing: "yes no", "both" of three.
    Unclear,
}

/// Answers of so few letters are known in every language.
const SHORT: usize = 2;

/// Longer messages are no answers but commands.
const LONGEST: usize = 9;

/// Understands a message as the answer to a question; `None` when it is none, but perhaps a command.
pub fn understand_answer(
    message: &str,
    options: &[AnswerOption<'_>],
    kind: PendingKind,
    moment: &Moment,
) -> Option<Answer> {
    let tokens = tokenize(message);
    let language = Language::of(language::guess(&tokens, &moment.locale).tongue);
    let (units, _) = units(message, &tokens, &language.lexicon);
    let units = &units[without_politeness(&units)];
    if units.is_empty() || units.len() > LONGEST {
        return None;
    }
    let words: Vec<&str> = units.iter().map(|unit| unit.word.as_ref()).collect();
    let said = words.join(" ");
    let phrase = phrase(language, &said).or_else(|| {
        // "y", "s" and "ja" are answers to whoever asks, in whatever language.
        let short = said.chars().count() <= SHORT;
        let mut others = Language::all().filter(|_| short);
        others.find_map(|other| self::phrase(other, &said))
    });
    let answer = match phrase {
        Some((_, Answer::All)) if !counts(units, options.len()) => Some(Answer::Unclear),
        Some((_, answer)) => fitting(answer.clone(), kind, options.len()),
        None if assents(units) => {
            fitting(Answer::Yes, kind, options.len()).or(Some(Answer::Unclear))
        }
        None if kind == PendingKind::Choice => {
            return choice::read(&Message::read(message, moment), options, moment);
        }
        None => match opening_answer(units).and_then(|answer| fitting(answer, kind, options.len()))
        {
            None if kind == PendingKind::Confirm => part::read(&Message::read(message, moment)),
            None => takes_offer(units, options, language).then_some(Answer::Yes),
            answer => answer,
        },
    };
    // "yes?" asks back; whether "why not?" does as well, nobody ever meant to ask.
    let asks_back = message.trim_end().ends_with('?') && !units[0].class.any(Class::QUESTION);
    match answer {
        Some(Answer::Yes) if asks_back => Some(Answer::Unclear),
        answer => answer,
    }
}

/// An answer that means the same whatever was asked.
fn phrase(language: &'static Language, said: &str) -> Option<&'static (&'static str, Answer)> {
    language
        .answers
        .iter()
        .find(|(phrases, _)| phrases.split('/').any(|phrase| phrase == said))
}

/// Whether "both" and "all three" say as many as there are to choose from. Without options there is nothing to count.
fn counts(units: &[Unit<'_>], options: usize) -> bool {
    let two = units.iter().any(|unit| unit.is(Role::PronounTwo));
    let number = units.iter().find_map(|unit| unit.number);
    let said = if two { Some(2) } else { number };
    options == 0 || said.is_none_or(|said| usize::try_from(said) == Ok(options))
}

/// "yes delete them", "no, keep it": the first word decides when no other command follows. Where the rest contradicts
/// it, nothing is decided.
fn opening_answer(units: &[Unit<'_>]) -> Option<Answer> {
    let (first, rest) = units.split_first()?;
    let yes = first.is(Role::Affirmation);
    let no = first.is_any(&[Role::Denial, Role::DenialAnswer, Role::Prohibition]);
    let agrees = |unit: &Unit<'_>| unit.is(Role::Affirmation);
    let refuses = |unit: &Unit<'_>| {
        unit.is_any(&[
            Role::Denial,
            Role::DenialAnswer,
            Role::Negation,
            Role::Prohibition,
            Role::VerbKeep,
        ])
    };
    let short = rest.len() <= 4
        && rest.iter().all(|unit| {
            agrees(unit)
                || refuses(unit)
                || unit.is_any(&[
                    Role::PrepositionOf,
                    Role::FirstWithAuxiliary,
                    Role::PronounOne,
                    Role::PronounMany,
                    Role::PronounTwo,
                    Role::DemonstrativeFar,
                    Role::DemonstrativeMany,
                    Role::QuantifierAll,
                    Role::AuxiliaryDo,
                    Role::Politeness,
                    Role::VerbAdd,
                    Role::VerbMove,
                    Role::VerbChange,
                    Role::ParticipleDone,
                    Role::VerbDelete,
                    Role::Encouragement,
                ])
        });
    match (yes, no) {
        _ if !short => None,
        (true, _) if rest.iter().any(refuses) => Some(Answer::Unclear),
        (_, true) if rest.iter().any(agrees) => Some(Answer::Unclear),
        (true, _) => Some(Answer::Yes),
        (_, true) => Some(Answer::No),
        _ => None,
    }
}

/// "I confirm", "yes, the command is confirmed": nothing is said but that it is agreed to.
pub(crate) fn assents(units: &[Unit<'_>]) -> bool {
    units.iter().any(|unit| unit.is(Role::VerbConfirm))
        && units.iter().all(|unit| {
            unit.class.any(Class::DETERMINER)
                || unit.is_any(&[
                    Role::VerbConfirm,
                    Role::NounCommand,
                    Role::NounDeletion,
                    Role::Affirmation,
                    Role::PronounFirst,
                    Role::PronounOne,
                    Role::PronounWithCopula,
                    Role::DemonstrativeFar,
                    Role::DemonstrativeNear,
                    Role::DemonstrativeWithCopula,
                    Role::Copula,
                    Role::AuxiliaryPerfect,
                    Role::AdverbAlready,
                    Role::Politeness,
                ])
        })
}

/// "Yes, add the table": it is to be added, and what is added is what was offered. Whether it says so: every word that
/// tells something is one of the offer.
fn takes_offer(said: &[Unit<'_>], options: &[AnswerOption<'_>], language: &Language) -> bool {
    let [offer] = options else {
        return false;
    };
    let agreed = said
        .iter()
        .take_while(|unit| unit.is(Role::Affirmation) || unit.is(Role::Politeness))
        .count();
    let rest = &said[agreed..];
    let Some((verb, rest)) = rest.split_first() else {
        return false;
    };
    let orders = verb.is_any(&[Role::VerbAdd, Role::VerbPut, Role::VerbCreate]);
    // "on my list" is where everything goes that is added.
    let list = Class::LIST.with(Class::PLAIN_LIST).with(Class::DETERMINER);
    let to_list = rest
        .iter()
        .rev()
        .take_while(|unit| {
            unit.class.any(list)
                || unit.is_any(&[
                    Role::PrepositionTo,
                    Role::PrepositionOn,
                    Role::PrepositionInto,
                    Role::PrepositionIn,
                ])
        })
        .count();
    let named = &rest[..rest.len() - to_list];
    let known = agreed > 0
        || named.first().is_some_and(|first| {
            first.is_any(&[
                Role::ArticleDefinite,
                Role::DemonstrativeFar,
                Role::PronounOne,
            ])
        });
    let (offered, _) = units(offer.label, &tokenize(offer.label), &language.lexicon);
    let is_offered = |unit: &Unit<'_>| {
        unit.class.any(Class::STOP.with(Class::DETERMINER))
            || offered.iter().any(|word| word.word == unit.word)
    };
    orders && known && named.iter().all(is_offered)
}

/// An answer as the kind of question takes it.
fn fitting(answer: Answer, kind: PendingKind, options: usize) -> Option<Answer> {
    match (kind, answer) {
        (PendingKind::Choice, Answer::No) => Some(Answer::Neither),
        // "yes" chooses only when there is nothing to choose between.
        (PendingKind::Choice, Answer::Yes) => (options == 1).then_some(Answer::Option(0)),
        (PendingKind::Confirm | PendingKind::Add, Answer::Neither) => Some(Answer::No),
        (PendingKind::Confirm, Answer::All) => Some(Answer::Yes),
        (
            PendingKind::Confirm | PendingKind::Add,
            Answer::Option(_) | Answer::Options(_) | Answer::All,
        ) => None,
        (_, answer) => Some(answer),
    }
}

fn without_politeness(units: &[Unit<'_>]) -> Range<usize> {
    let polite = |unit: &Unit<'_>| {
        unit.is_any(&[
            Role::PronounFirst,
            Role::PronounWithCopula,
            Role::Politeness,
            Role::Hesitation,
            Role::Interjection,
            Role::Exclamation,
            Role::PastSaid,
            Role::VerbMean,
            Role::VerbThink,
            Role::VerbWant,
        ])
    };
    let start = units.iter().take_while(|unit| polite(unit)).count();
    let end = units
        .iter()
        .rev()
        .take_while(|unit| unit.is(Role::Politeness))
        .count();
    if start + end >= units.len() {
        0..units.len()
    } else {
        start..units.len() - end
    }
}

#[cfg(test)]
mod tests;
