//! "No wait, keep it", "I haven't actually", "not the milk": what was just done is taken back.
//!
//! Alone, such words ask for nothing. Only who knows what was done last can tell what they are about, so they are read apart from
//! every other message.

use std::ops::Range;

use tasktalk_domain::{Pronoun, Reference, Selector};

use crate::Moment;
pub use crate::frames::Denied;
use crate::lexicon::Role;
use crate::message::Message;
use crate::reference;
use crate::units::Gap;

/// What is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retraction {
    /// What is said not to be so.
    pub denied: Denied,
    /// Of which tasks; none when it is said of all that was just done.
    pub reference: Option<Reference>,
}

/// Everything that a message right after a change may take back of it, the likeliest first; nothing when it takes nothing back.
pub fn understand_retractions(text: &str, moment: &Moment) -> Vec<Retraction> {
    let message = Message::read(text, moment);
    if message.foreign.is_some() || message.after.has(Gap::QUESTION) {
        return Vec::new();
    }
    let mut found = Vec::new();
    // "No" may be politeness before it or the word that denies.
    let mut rest = 0..message.units.len();
    loop {
        found.extend(retraction(&message, rest.clone()));
        let units = &message.units[rest.clone()];
        let sighs = units.len() > 1
            && units[0].is_any(&[Role::Retraction, Role::Interjection, Role::Denial]);
        rest.start += match message.language.frames.preface(units) {
            Some((length, _)) => length,
            None if sighs => 1,
            None => break,
        };
    }
    // Without politeness it is the likeliest.
    found.reverse();
    found
}

fn retraction(message: &Message<'_>, units: Range<usize>) -> Option<Retraction> {
    let (denied, named) = message
        .language
        .frames
        .retraction(&message.units[units.clone()])?;
    let Some(named) = named else {
        return Some(Retraction {
            denied,
            reference: None,
        });
    };
    let range = units.start + named.start..units.start + named.end;
    let reference = reference::read(message, range)?.reference;
    // "It" and "all of them" are everything that was just done.
    let everything = matches!(
        reference.include.as_slice(),
        [Selector::Pronoun(Pronoun::It | Pronoun::Them | Pronoun::Both) | Selector::All]
    );
    let named = !reference.include.is_empty();
    named.then(|| Retraction {
        denied,
        reference: (!everything).then_some(reference),
    })
}
