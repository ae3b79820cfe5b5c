//! Answers to a question that waits: "2", "the second", "the meeting one", "yes", "neither".

use tasktalk_domain::{PendingKind, TaskId};

use crate::lexicon::Language;
use crate::matching;
use crate::tokens::tokenize;
use crate::units::{Unit, UnitKind, units};

/// One of the answers to choose from.
#[derive(Clone, Copy, Debug)]
pub struct AnswerOption<'a> {
    /// What its button says.
    pub label: &'a str,
    /// The task it stands for.
    pub task_id: Option<TaskId>,
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The option at this place, counted from 0.
    Option(usize),
    /// Yes.
    Yes,
    /// No.
    No,
    /// None of the options.
    Neither,
    /// All of the options.
    All,
}

/// Longer messages are no answers but commands.
const LONGEST: usize = 9;
/// How well words must point at an option, and by how much better than at the next.
const POINTS: f32 = 0.5;
const MARGIN: f32 = 0.12;

/// Understands a message as the answer to a question; `None` when it is none, but perhaps a command.
pub fn understand_answer(
    message: &str,
    options: &[AnswerOption<'_>],
    kind: PendingKind,
) -> Option<Answer> {
    let language = Language::english();
    let tokens = tokenize(message);
    let (units, _) = units(message, &tokens, &language.lexicon);
    let units = without_politeness(&units);
    if units.is_empty() || units.len() > LONGEST {
        return None;
    }
    let words: Vec<&str> = units.iter().map(|unit| unit.word.as_ref()).collect();
    let said = words.join(" ");
    let phrase = language
        .answers
        .iter()
        .find(|(phrases, _)| phrases.split('/').any(|phrase| phrase == said));
    if let Some((_, answer)) = phrase {
        return fitting(*answer, kind, options.len());
    }
    if kind != PendingKind::Choice {
        return opening_answer(units).and_then(|answer| fitting(answer, kind, options.len()));
    }
    pointed_at(units, options).or_else(|| described(units, options))
}

/// "yes delete them", "no, keep it": the first word decides when no other command follows.
fn opening_answer(units: &[Unit<'_>]) -> Option<Answer> {
    let (first, rest) = units.split_first()?;
    let yes = first.is_one_of(&[
        "yes",
        "yeah",
        "yep",
        "yup",
        "sure",
        "ok",
        "okay",
        "aye",
        "absolutely",
        "definitely",
    ]);
    let no = first.is_one_of(&["no", "nope", "nah", "don't"]);
    let short = rest.len() <= 4
        && rest.iter().all(|unit| {
            unit.is_one_of(&[
                "do", "it", "them", "that", "please", "go", "ahead", "all", "delete", "complete",
                "add", "change", "keep", "those", "both", "yes", "no", "sure", "of", "course",
                "i'm", "don't", "leave", "these", "remove", "move",
            ])
        });
    match (yes, no, short) {
        (true, _, true) => Some(Answer::Yes),
        (_, true, true) => Some(Answer::No),
        _ => None,
    }
}

/// An answer as the kind of question takes it.
fn fitting(answer: Answer, kind: PendingKind, options: usize) -> Option<Answer> {
    match (kind, answer) {
        (PendingKind::Choice, Answer::No) => Some(Answer::Neither),
        // "yes" chooses only when there is nothing to choose between.
        (PendingKind::Choice, Answer::Yes) => (options == 1).then_some(Answer::Option(0)),
        (PendingKind::Confirm | PendingKind::Add, Answer::Neither) => Some(Answer::No),
        (PendingKind::Confirm, Answer::All) => Some(Answer::Yes),
        (PendingKind::Confirm | PendingKind::Add, Answer::Option(_) | Answer::All) => None,
        _ => Some(answer),
    }
}

fn without_politeness<'a, 't>(units: &'a [Unit<'t>]) -> &'a [Unit<'t>] {
    let polite = |unit: &Unit<'_>| {
        unit.is_one_of(&[
            "please", "thanks", "um", "uh", "hmm", "well", "oh", "i", "think", "mean", "meant",
            "said", "it's", "want",
        ])
    };
    let start = units.iter().take_while(|unit| polite(unit)).count();
    let end = units
        .iter()
        .rev()
        .take_while(|unit| unit.is_one_of(&["please", "thanks"]))
        .count();
    if start + end >= units.len() {
        units
    } else {
        &units[start..units.len() - end]
    }
}

/// "2", "#14", "the second one", "the last".
fn pointed_at(units: &[Unit<'_>], options: &[AnswerOption<'_>]) -> Option<Answer> {
    let mut content: Vec<&Unit<'_>> = units
        .iter()
        .filter(|unit| {
            !unit.is_one_of(&[
                "the", "option", "number", "task", "no", "choice", "answer", "item", "a", "of",
                "them", "with",
            ])
        })
        .collect();
    // "the second one", but "number one".
    if content.len() > 1 && content.last().is_some_and(|unit| unit.is_word("one")) {
        content.pop();
    }
    let [only] = content.as_slice() else {
        return None;
    };
    let at = |place: usize| (place < options.len()).then_some(Answer::Option(place));
    if only.kind == UnitKind::Id || units.iter().any(|unit| unit.is_one_of(&["task"])) {
        let number = only.number?;
        return options
            .iter()
            .position(|option| option.task_id.is_some_and(|id| id.get() == number))
            .map(Answer::Option);
    }
    if only.is_one_of(&["last", "latter", "bottom"]) {
        return options.len().checked_sub(1).map(Answer::Option);
    }
    if only.is_one_of(&["former", "top"]) {
        return at(0);
    }
    let number = only.number;
    if let Some(ordinal) = only.ordinal {
        return at(usize::try_from(ordinal).ok()?.checked_sub(1)?);
    }
    let number = number?;
    // The number of an option; else the number of a task that is offered.
    usize::try_from(number)
        .ok()
        .and_then(|number| number.checked_sub(1))
        .and_then(at)
        .or_else(|| {
            options
                .iter()
                .position(|option| option.task_id.is_some_and(|id| id.get() == number))
                .map(Answer::Option)
        })
}

/// "the meeting one": words that point at one option and no other.
fn described(units: &[Unit<'_>], options: &[AnswerOption<'_>]) -> Option<Answer> {
    if units.len() > 6 {
        return None;
    }
    let words = match units {
        [only] if only.kind == UnitKind::Quoted => only.text.to_owned(),
        _ => units
            .iter()
            .map(|unit| unit.text)
            .collect::<Vec<_>>()
            .join(" "),
    };
    let mut scores: Vec<(usize, f32)> = options
        .iter()
        .enumerate()
        .filter(|(_, option)| option.task_id.is_some())
        .map(|(place, option)| (place, matching::score(&words, option.label)))
        .collect();
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (place, best) = *scores.first()?;
    let next = scores.get(1).map_or(0.0, |(_, score)| *score);
    (best >= POINTS && best - next >= MARGIN).then_some(Answer::Option(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<AnswerOption<'static>> {
        [
            (3, "#3: Team meeting"),
            (14, "#14: Dentist appointment"),
            (20, "#20: Meeting notes"),
        ]
        .into_iter()
        .map(|(id, label)| AnswerOption {
            label,
            task_id: TaskId::try_from(id).ok(),
        })
        .collect()
    }

    #[test]
    fn a_choice_is_answered_by_place_number_or_words() {
        for (text, expected) in [
            ("2", Some(Answer::Option(1))),
            ("#14", Some(Answer::Option(1))),
            ("14", Some(Answer::Option(1))),
            ("the second one please", Some(Answer::Option(1))),
            ("option 3", Some(Answer::Option(2))),
            ("number one", Some(Answer::Option(0))),
            ("one", Some(Answer::Option(0))),
            ("the last one", Some(Answer::Option(2))),
            ("first", Some(Answer::Option(0))),
            ("task 20", Some(Answer::Option(2))),
            ("the dentist one", Some(Answer::Option(1))),
            ("I meant the team meeting", Some(Answer::Option(0))),
            ("notes", Some(Answer::Option(2))),
            ("neither", Some(Answer::Neither)),
            ("none of these", Some(Answer::Neither)),
            ("no", Some(Answer::Neither)),
            ("never mind", Some(Answer::Neither)),
            ("all of them", Some(Answer::All)),
            ("9", None),
            ("yes", None),
            ("meeting", None),
            ("buy milk", None),
            ("show my tasks", None),
            ("", None),
        ] {
            assert_eq!(
                understand_answer(text, &options(), PendingKind::Choice),
                expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_confirmation_takes_yes_and_no_in_many_words() {
        for (text, expected) in [
            ("yes", Some(Answer::Yes)),
            ("Yes, please!", Some(Answer::Yes)),
            ("yeah go ahead", Some(Answer::Yes)),
            ("do it", Some(Answer::Yes)),
            ("ok", Some(Answer::Yes)),
            ("yes delete them all", Some(Answer::Yes)),
            ("no", Some(Answer::No)),
            ("nope", Some(Answer::No)),
            ("no, keep them", Some(Answer::No)),
            ("don't", Some(Answer::No)),
            ("cancel", Some(Answer::No)),
            ("never mind", Some(Answer::No)),
            ("2", None),
            ("yes and add milk", None),
            ("show my list", None),
        ] {
            assert_eq!(
                understand_answer(text, &[], PendingKind::Confirm),
                expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn one_candidate_is_confirmed_by_yes() {
        let one = &options()[..1];
        assert_eq!(
            understand_answer("yes", one, PendingKind::Choice),
            Some(Answer::Option(0))
        );
    }
}
