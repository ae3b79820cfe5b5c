//! "No wait, keep it", "I haven't actually", "not the milk": what was just done is taken back.
//!
//! Alone, such words ask for nothing. Only who knows what was done last can tell what they are about, so they are read apart from
//! every other message.

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

/// Understands a message that comes right after a change as taking that back; `None` when it is none.
pub fn understand_retraction(text: &str, moment: &Moment) -> Option<Retraction> {
    let message = Message::read(text, moment);
    if message.foreign.is_some() || message.after.has(Gap::QUESTION) {
        return None;
    }
    let frames = &message.language.frames;
    let end = message.units.len();
    let mut start = 0;
    // "No" may be politeness before it or the word that denies.
    loop {
        let found = (frames.retraction(&message.units[start..end])).and_then(|(denied, named)| {
            let Some(named) = named else {
                return Some(Retraction {
                    denied,
                    reference: None,
                });
            };
            let reference = named_tasks(&message, start + named.start..start + named.end)?;
            Some(Retraction { denied, reference })
        });
        if found.is_some() {
            return found;
        }
        let sighs = message.units[start..end]
            .first()
            .is_some_and(|unit| unit.is_any(&[Role::Retraction, Role::Interjection, Role::Denial]));
        start += match frames.preface(&message.units[start..end]) {
            Some((length, _)) => length,
            None if sighs && start + 1 < end => 1,
            None => return None,
        };
    }
}

/// The tasks that are named: none when it is only "it", nothing at all when they are no tasks.
fn named_tasks(message: &Message<'_>, named: std::ops::Range<usize>) -> Option<Option<Reference>> {
    let reference = reference::read(message, named)?.reference;
    match reference.include.as_slice() {
        [] => None,
        [Selector::Pronoun(Pronoun::It | Pronoun::Them | Pronoun::Both) | Selector::All] => {
            Some(None)
        }
        _ => Some(Some(reference)),
    }
}
