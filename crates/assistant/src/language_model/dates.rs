//! Dates by a model: it passes the user's words, and our grammar computes. Words that the user didn't say are no date.

use tasktalk_domain::{Change, Parameters, text};
use tasktalk_understanding::{Moment, tokenize, when};

use super::material::Material;

/// Sets what the words mean, if the message has them; whether it did.
pub(super) fn set(parameters: &mut Parameters, words: &str, material: &Material) -> bool {
    if !is_said(words, &material.message) {
        return false;
    }
    let moment = Moment {
        now: material.zone.local(material.now),
        zone: material.zone.clone(),
        locale: material.locale.clone(),
    };
    let found = when::find_all(&tokenize(words), &moment);
    let Some(meaning) = found
        .iter()
        .find(|found| !found.contradicts_itself)
        .map(|found| &found.meaning)
    else {
        return false;
    };
    let Some(due) = meaning.due(&moment) else {
        return false;
    };
    parameters.due = Change::Set(due);
    parameters.due_part = meaning.due_part();
    if let Some(rule) = meaning.recurrence() {
        parameters.recurrence = Change::Set(rule.clone());
    }
    true
}

/// Whether the message has these words in this order.
pub(super) fn is_said(words: &str, message: &str) -> bool {
    let spaced = |text: &str| {
        let folded = text::fold(text);
        let words: Vec<&str> = folded
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, ':' | '/' | '.' | '\'')))
            .map(|word| word.trim_matches(['.', '\'', ':']))
            .filter(|word| !word.is_empty())
            .collect();
        format!(" {} ", words.join(" "))
    };
    let wanted = spaced(words);
    !wanted.trim().is_empty() && spaced(message).contains(&wanted)
}
