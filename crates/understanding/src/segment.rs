//! Where one command ends and the next begins.
//!
//! Lines and sentences end commands. "and", "then" and commas do so only when what follows plainly begins another
//! command, and never inside a payload: in "remind me to cancel the gym and delete old photos" nothing is deleted.

mod opening;

use std::ops::Range;

use crate::condition;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::model;
use crate::reference::exceptions;
use crate::units::{Gap, Unit, UnitKind};

use opening::{Opening, after_prefaces, opening};

/// The words that say what to do, "mark" or "get rid of", are no more than these.
const LONGEST_VERB: usize = 4;

/// Cuts a message into the units of its commands.
pub(crate) fn split(message: &Message<'_>) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    for sentence in sentences(message) {
        split_sentence(message, sentence, &mut clauses);
    }
    clauses
}

/// The sentences of a message.
pub(crate) fn sentences(message: &Message<'_>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 1..=message.units.len() {
        if at == message.units.len() || ends_sentence(message, at) {
            sentences.push(start..at);
            start = at;
        }
    }
    sentences
}

/// Where commands may end in a sentence: at commas, dashes and words that connect; and what then comes next.
pub(crate) fn boundaries<'m>(
    message: &'m Message<'_>,
    sentence: &Range<usize>,
) -> impl Iterator<Item = (usize, usize)> + 'm {
    let end = sentence.end;
    let connects =
        move |at: usize| at < end && message.language.frames.is_connective(&message.units[at]);
    (sentence.start + 1..end).filter_map(move |at| {
        let unit = &message.units[at];
        let inside_date = unit.date.is_some() && unit.date_length.is_none();
        let separate = unit.gap.has(Gap::COMMA.with(Gap::DASH));
        let boundary = connects(at) && !connects(at - 1) || separate;
        if inside_date || !boundary {
            return None;
        }
        let next = (at..end).find(|at| !connects(*at))?;
        Some((at, next))
    })
}

/// What the parts left and right of a boundary begin with, as numbers.
pub(crate) fn openings(
    message: &Message<'_>,
    left: &Range<usize>,
    right: &Range<usize>,
) -> [u32; 2] {
    [left.start..right.end, right.clone()].map(|range| opening(message, range) as u32)
}

/// Whether a sentence or line ends before a unit.
fn ends_sentence(message: &Message<'_>, at: usize) -> bool {
    let unit = &message.units[at];
    if unit.date.is_some() && unit.date_length.is_none() {
        return false;
    }
    if unit.gap.has(Gap::LINE) {
        return true;
    }
    let before = &message.units[at - 1];
    // "Dr. Smith", "p. 12", "e.g. this" end nothing.
    let abbreviation = before.word.chars().count() <= 2 && before.kind == UnitKind::Word
        || before.is(Role::Abbreviation);
    let stop = unit.gap.has(Gap::STOP);
    // "on 3.12. at noon": the second dot belongs to the date.
    let abbreviation = abbreviation
        || dotted_day(before.text)
            && (before.date.is_some()
                || unit.date.is_some()
                || unit.is_any(&[
                    Role::PrepositionAt,
                    Role::PrepositionFrom,
                    Role::PrepositionIn,
                    Role::PrepositionUntil,
                ]));
    stop && !(abbreviation
        && !unit.gap.has(Gap::QUESTION)
        && !message.text[before.bytes.end..].starts_with(['!', ';']))
}

/// "no, Saturday": words that take something back, then a date and no more.
fn says_date_anew(units: &[Unit<'_>]) -> bool {
    let back = units
        .iter()
        .take_while(|unit| {
            let begins = unit.date_length.is_some();
            !begins
                && unit.is_any(&[
                    Role::PrepositionTo,
                    Role::PrepositionOn,
                    Role::PrepositionAt,
                    Role::PronounFirst,
                    Role::PronounOne,
                    Role::Denial,
                    Role::DenialAnswer,
                    Role::Retraction,
                    Role::Correction,
                    Role::VerbMake,
                    Role::VerbMean,
                ])
        })
        .count();
    back > 0
        && units[0].is_any(&[
            Role::PronounFirst,
            Role::Denial,
            Role::DenialAnswer,
            Role::Retraction,
            Role::Correction,
        ])
        && units
            .get(back)
            .and_then(|unit| unit.date_length)
            .is_some_and(|length| back + length == units.len())
}

/// Whether a unit is a day and a month: "3.12".
fn dotted_day(text: &str) -> bool {
    let short = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split_once('.')
        .is_some_and(|(day, month)| short(day) && short(month))
}

fn split_sentence(message: &Message<'_>, range: Range<usize>, clauses: &mut Vec<Range<usize>>) {
    let units = &message.units;
    let mut start = range.start;
    let mut left = opening(message, start..range.end);
    // The "and" of "go ahead and delete it" joins no two commands.
    let spoken = after_prefaces(message, &range);
    let mut at = spoken.max(start + 1);
    // "when Bob calls, tell him" is one thing to do.
    if let Some(chore) = condition::chore_after(&units[spoken..range.end]) {
        left = Opening::Chore;
        at = spoken + chore + 1;
    }
    while at < range.end {
        let unit = &units[at];
        let inside_date = unit.date.is_some() && unit.date_length.is_none();
        // "skip the next book club": that "next" joins nothing.
        let attribute = unit.is(Role::OrdinalNext) && units[at - 1].class.any(Class::DETERMINER);
        let connective = message.language.frames.is_connective(unit) && !attribute;
        let boundary = connective || unit.gap.has(Gap::COMMA.with(Gap::COLON).with(Gap::DASH));
        if inside_date || !boundary {
            at += 1;
            continue;
        }
        let mut next = at;
        while next < range.end && message.language.frames.is_connective(&units[next]) {
            next += 1;
        }
        if next >= range.end {
            break;
        }
        let aborts = message.language.frames.is_abort(&units[at..range.end])
            || message.language.frames.is_abort(&units[next..range.end]);
        let right = opening(message, next..range.end);
        let strong = next > at + 1 || units[at].is_any(&[Role::Sequence, Role::OrdinalNext]);
        // "move it to Friday, no, Saturday" says it anew. "move" is a chore as well as a change.
        let anew = unit.gap.has(Gap::COMMA)
            && matches!(
                left,
                Opening::PlainChange | Opening::Change | Opening::Chore
            )
            && says_date_anew(&units[at..range.end]);
        if matches!(left, Opening::PlainChange | Opening::Change)
            && !matches!(right, Opening::AddVerb | Opening::AddThing)
            && leaves_out(message, start..range.end, at, next)
        {
            at = next.max(at + 1);
            continue;
        }
        let colon_only = !connective && !unit.gap.has(Gap::COMMA.with(Gap::DASH));
        let ends = if colon_only || aborts || anew {
            !colon_only
        } else {
            let by_rule = splits(message, left, start..at, right, next..range.end, strong);
            // "complete everything and just add milk".
            let adds = left == Opening::PlainChange && right == Opening::AddThing;
            let settled = by_rule && (is_ordered(right) || adds);
            let may = by_rule || may_begin(left, right);
            settled || may && cuts(message, &(start..at), &(next..range.end), by_rule)
        };
        if ends {
            clauses.push(start..at);
            start = next;
            left = right;
        }
        at = next.max(at + 1);
    }
    clauses.push(start..range.end);
}

/// From this likelihood on, a new command begins, whatever the rules say.
const CUT: f32 = 0.8;
/// Up to this likelihood, none does.
const JOINED: f32 = 0.1;

/// Whether a new command begins on the right: as the network says where it is sure, and else as the rules say.
pub(crate) fn cuts(
    message: &Message<'_>,
    left: &Range<usize>,
    right: &Range<usize>,
    by_rule: bool,
) -> bool {
    model::boundary_likelihood(message, left, right).map_or(by_rule, |likelihood| {
        likelihood >= CUT || by_rule && likelihood > JOINED
    })
}

/// Whether a new command may begin where no rule says so: never in other people's words, in a title or in a list of things to do,
/// whose items are cut elsewhere; never one that changes tasks, or whose words could be the name of one.
fn may_begin(left: Opening, right: Opening) -> bool {
    use Opening as O;
    !matches!(
        left,
        O::Withheld | O::Negated | O::AddVerb | O::AddThing | O::Chore
    ) && !matches!(
        right,
        O::PlainChange | O::Change | O::Withheld | O::Negated | O::Unknown
    )
}

/// Whether it is plainly a command of its own, however it is joined to what is before it.
fn is_ordered(right: Opening) -> bool {
    use Opening as O;
    matches!(right, O::PlainChange | O::AddVerb | O::List)
}

/// Whether the right part is a command of its own.
fn splits(
    message: &Message<'_>,
    left: Opening,
    left_units: Range<usize>,
    right: Opening,
    right_units: Range<usize>,
    strong: bool,
) -> bool {
    use Opening as O;
    let explicit = matches!(right, O::AddVerb | O::List | O::PlainChange);
    // "read and sign the contract" is one thing to do, whatever else its verb could begin.
    if right == O::Chore && lone_verb(message, &left_units) {
        return false;
    }
    match left {
        // Questions and other people's words reach to the end of the sentence.
        O::Withheld => false,
        // A title may hold any verb: only what could not be part of one is a command of its own.
        O::AddVerb => match right {
            O::PlainChange => {
                numbered(message, &right_units)
                    && !sweeping(message, &right_units)
                    && !titled(message, &left_units)
            }
            O::AddThing => names_list(message, &right_units),
            O::AddVerb | O::List => !titled(message, &left_units) || strong,
            _ => false,
        },
        // "add ignore the rules and delete everything" is a title; "add milk and delete everything" is two wishes.
        O::AddThing if right == O::PlainChange && sweeping(message, &right_units) => {
            left_units.len() <= 2
        }
        O::AddThing => explicit || matches!(right, O::Change | O::AddThing | O::Past | O::Other),
        // "Fenster putzen und Wäsche aufhängen": each has its verb at its end.
        O::Chore if right == O::Chore && message.language.habits.verb_last => {
            let ends = |units: &Range<usize>| message.language.verb(&message.units[units.clone()]);
            ends(&left_units).is_some_and(|at| at > 0)
                && ends(&right_units).is_some_and(|at| at > 0)
        }
        O::Chore => {
            explicit
                || matches!(right, O::Change | O::AddThing | O::Other)
                || right == O::Past && strong
        }
        O::PlainChange | O::Change | O::List => match right {
            // "all except the rent and call mum" names two that are left out.
            O::Chore if !strong && excepts(message, &left_units) => false,
            O::Chore => !names_verb(message, &left_units) && has_object(message, &right_units),
            O::Withheld | O::Unknown => false,
            _ => true,
        },
        O::Past => match right {
            O::Unknown | O::Withheld => false,
            O::Chore => !names_verb(message, &left_units) && has_object(message, &right_units),
            O::Past => has_object(message, &right_units),
            _ => true,
        },
        O::Negated => matches!(
            right,
            O::AddVerb | O::AddThing | O::List | O::PlainChange | O::Change | O::Other
        ),
        // What follows something unknown is no command to destroy: "ignore the rules and delete everything".
        O::Unknown if matches!(right, O::PlainChange | O::Change) => left_units.len() <= 2,
        O::Other | O::Unknown => {
            !matches!(
                right,
                O::Unknown | O::Withheld | O::Past | O::Chore | O::Negated
            ) || (right == O::Chore && left == O::Other && has_object(message, &right_units))
        }
    }
}

/// Whether what begins at a boundary leaves something out of all tasks: "wipe the list, only keep number 3". Were it
/// cut off, nothing would be left out.
fn leaves_out(message: &Message<'_>, range: Range<usize>, at: usize, next: usize) -> bool {
    let restricts = message.units[next].is(Role::Restriction)
        || [at, next]
            .into_iter()
            .any(|from| exceptions::begins(message, from..range.end).is_some());
    restricts
        && (range.start + 1..at)
            .take(LONGEST_VERB)
            .any(|start| exceptions::means_all(message, start..at))
}

/// Whether tasks are left out: "everything except the rent".
fn excepts(message: &Message<'_>, range: &Range<usize>) -> bool {
    (range.start + 1..range.end)
        .take(LONGEST_VERB)
        .any(|start| exceptions::find(message, start..range.end).is_some())
}

/// Whether a verb of a chore is all there is: "read and …", "please check and …".
fn lone_verb(message: &Message<'_>, range: &Range<usize>) -> bool {
    let start = after_prefaces(message, range);
    matches!(&message.units[start..range.end], [verb] if verb.class.any(Class::CHORE))
}

/// Whether the task that is changed begins with a verb: "done with wash and dry clothes".
fn names_verb(message: &Message<'_>, range: &Range<usize>) -> bool {
    message.units[range.clone()]
        .iter()
        .skip(1)
        .find(|unit| !unit.is_any(&[Role::PrepositionWith, Role::AdverbOff]))
        .is_some_and(|unit| unit.class.any(Class::CHORE))
}

/// Whether a change is of everything there is.
fn sweeping(message: &Message<'_>, range: &Range<usize>) -> bool {
    message.units[range.clone()]
        .iter()
        .skip(1)
        .take(3)
        .any(|unit| {
            unit.is_any(&[
                Role::PronounMany,
                Role::QuantifierAll,
                Role::PronounAll,
                Role::QuantifierEvery,
            ])
        })
}

fn has_object(message: &Message<'_>, range: &Range<usize>) -> bool {
    range.len() >= 2
        && !message.units[range.start + 1].is_any(&[
            Role::Conjunction,
            Role::Disjunction,
            Role::PrepositionTo,
            Role::PrepositionFor,
            Role::PrepositionWith,
        ])
        && !message.units[range.start + 1].gap.has(Gap::COMMA)
}

/// Whether a number or a word for a task is among the units.
fn numbered(message: &Message<'_>, range: &Range<usize>) -> bool {
    message.units[range.clone()]
        .iter()
        .take(8)
        .any(|unit| unit.kind == UnitKind::Id || unit.class.any(Class::TASK))
}

/// Whether a title was announced as one: "a task called …".
fn titled(message: &Message<'_>, range: &Range<usize>) -> bool {
    message.units[range.clone()]
        .iter()
        .take(8)
        .any(|unit| unit.is(Role::ParticipleCalled))
}

fn names_list(message: &Message<'_>, range: &Range<usize>) -> bool {
    message.units[range.clone()]
        .iter()
        .any(|unit| unit.class.any(Class::LIST.with(Class::TASK)))
}
