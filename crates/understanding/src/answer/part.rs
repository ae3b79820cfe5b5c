//! An answer that settles a confirmation for some of the tasks only: "yes, but not the milk", "only the first two".

use std::ops::Range;

use tasktalk_domain::{Pronoun, Selector};

use super::{Answer, without_politeness};
use crate::lexicon::Role;
use crate::message::Message;
use crate::reference::{self, exceptions};
use crate::units::Gap;

/// Some of the tasks that are to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which ones: never "all", a pronoun or nothing. Places and numbers are those of the question.
    pub selectors: Vec<Selector>,
    /// They are left out, and the others are meant.
    pub left_out: bool,
    /// It agrees to the others. "Not the milk" alone doesn't say what becomes of the rest.
    pub agreed: bool,
}

pub(super) fn read(message: &Message<'_>) -> Option<Answer> {
    if message.after.has(Gap::QUESTION) {
        return None;
    }
    let units = &message.units;
    let mut range = without_politeness(units);
    let mut agreed = false;
    let goes_on = [
        Role::Affirmation,
        Role::PronounMany,
        Role::DemonstrativeMany,
        Role::AuxiliaryDo,
        Role::PronounOne,
        Role::Politeness,
    ];
    while range.start < range.end
        && (units[range.start].is(Role::Affirmation)
            || agreed && units[range.start].is_any(&goes_on))
    {
        agreed = true;
        range.start += 1;
    }
    let refuses = !agreed
        && units
            .get(range.start)?
            .is_any(&[Role::Denial, Role::DenialAnswer]);
    if refuses {
        range.start += 1;
    }
    if range.is_empty() {
        return None;
    }
    let (from, left_out, says_rest) = beginning(message, range.clone())?;
    let selectors = exceptions::read(message, from..range.end)?;
    let settled = selectors.iter().all(|selector| {
        !matches!(
            selector,
            Selector::All | Selector::Pronoun(Pronoun::It | Pronoun::Them | Pronoun::Both)
        )
    });
    settled.then_some(Answer::Part(Part {
        selectors,
        left_out,
        agreed: agreed || says_rest,
    }))
}

/// Where the tasks begin, whether they are left out, and whether that alone says what becomes of the rest.
fn beginning(message: &Message<'_>, range: Range<usize>) -> Option<(usize, bool, bool)> {
    let units = &message.units;
    if let Some((_, from)) = exceptions::find(message, range.clone()) {
        return Some((from, true, true));
    }
    let mut at = range.start;
    if let Some(length) = exceptions::begins(message, range.clone()) {
        // "all but the rent" says what is done with the rest, "keep the rent" only what isn't done.
        let all = units[at].is_any(&[Role::QuantifierAll, Role::PronounAll]);
        return Some((at + length, true, all));
    }
    if units[at].is(Role::Adversative) && at + 1 < range.end {
        at += 1;
    }
    let only = |unit: usize| units[unit].is_any(&[Role::Restriction, Role::RestrictionJust]);
    if only(at) {
        return Some((at + 1, false, true));
    }
    if units[at].is(Role::Negation) {
        return Some((at + 1, true, false));
    }
    // "the first two", "#1 and #3": without a word that says so, it is asked about once more.
    let pointed = reference::read(message, at..range.end)?;
    let plain = !pointed.bare_number
        && pointed.reference.exclude.is_empty()
        && !pointed.reference.include.is_empty()
        && pointed
            .reference
            .include
            .iter()
            .all(|selector| matches!(selector, Selector::Id(_) | Selector::Position(_)));
    plain.then_some((at, false, false))
}
