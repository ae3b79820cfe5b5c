//! Single messages: what the engine would do with them.

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use tasktalk_domain::{Intent, Understood};
use tasktalk_understanding::{Moment, shorthand, understand};

use crate::{
    cases::{self, Case},
    notation::{self, Piece},
    report::{Ratio, Wrong},
};

/// How many classes of confidence the calibration error is taken over.
const CLASSES: usize = 10;

/// The scores of a set of messages.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// Messages that ask for something, understood as asking for just that.
    pub intent: Ratio,
    /// Commands done at once that are of the wrong kind, of all that are done at once.
    pub wrong_kind: Ratio,
    /// Messages that ask for nothing and change something all the same.
    pub changed_for_nothing: Ratio,
    /// Messages that ask for nothing and are asked about.
    pub asked_for_nothing: Ratio,
    /// Commands asked about that could have been done.
    pub needless_question: Ratio,
    /// Titles of new tasks that are exactly right, of those added.
    pub title: Ratio,
    /// Due dates that are exactly right, where one was named or found.
    pub due: Ratio,
    /// Recurrences that are exactly right, where one was named or found.
    pub recurrence: Ratio,
    /// References that are exactly right, of the commands of the right kind.
    pub reference: Ratio,
    /// Messages of which everything is exactly right.
    pub whole: Ratio,
    /// Expected calibration error of the commands' confidences.
    pub calibration: f64,
    /// What is meant and what is understood, counted.
    pub confusion: BTreeMap<(String, String), u32>,
    /// Everything that is not exactly right.
    pub wrong: Vec<Wrong>,
    /// How sure it was of each command, and whether it is of a kind that was asked for.
    pub judged: Vec<(f64, bool)>,
    /// How long each message took.
    pub times: Vec<Duration>,
    classes: [(f64, f64, f64); CLASSES],
}

/// Scores every message of a folder, said by somebody who speaks a language.
pub fn evaluate(folder: &Path, language: &str) -> anyhow::Result<Scores> {
    let moment = cases::moment(language);
    let mut scores = Scores::default();
    for line in cases::lines(folder)? {
        let case = cases::case(&line)?;
        let expected = notation::read(&case.label)
            .map_err(|error| error.context(format!("{}: {}", case.place, case.label)))?;
        scores.take(&case, &expected, &moment)?;
    }
    scores.calibration = scores.calibration_error();
    Ok(scores)
}

fn is_command(piece: &Piece) -> bool {
    !matches!(
        piece.verb.as_str(),
        "help" | "greeting" | "thanks" | "unknown"
    )
}

fn is_change(piece: &Piece) -> bool {
    is_command(piece) && kind(piece) != "list"
}

/// Where a class of confidence begins.
fn tenth(class: usize) -> f64 {
    u32::try_from(class).map_or(1.0, f64::from) / 10.0
}

/// What a command does: counting is a list, a correction changes a task, and so does leaving out an occurrence.
fn kind(piece: &Piece) -> &str {
    match piece.verb.as_str() {
        "count" => "list",
        "correct" | "skip" => "update",
        verb => verb,
    }
}

impl Scores {
    fn take(&mut self, case: &Case, expected: &[Piece], moment: &Moment) -> anyhow::Result<()> {
        let started = Instant::now();
        let understood = understand(&case.text, moment);
        self.times.push(started.elapsed());
        let found_label = shorthand::describe(&understood);
        let found = notation::read(&found_label)?;
        let meant: Vec<&Piece> = expected.iter().filter(|piece| is_command(piece)).collect();
        let said: Vec<&Piece> = found.iter().filter(|piece| is_command(piece)).collect();
        self.calibrate(&understood, &found, &meant);
        self.confuse(&meant, &said);
        let acts = found.iter().filter(|piece| is_change(piece) && !piece.asks);
        let mut faults = Vec::new();
        if meant.is_empty() {
            let acts = acts.count() > 0;
            self.changed_for_nothing.count(acts);
            self.asked_for_nothing.count(!acts && !said.is_empty());
            if acts {
                faults.push("CHANGES");
            } else if !said.is_empty() {
                faults.push("asks");
            }
        } else {
            for piece in acts {
                let wrong = !meant.iter().any(|meant| kind(meant) == kind(piece));
                self.wrong_kind.count(wrong);
                if wrong {
                    faults.push("WRONG KIND");
                }
            }
            self.compare(&meant, &said, &mut faults);
        }
        let whole = faults.is_empty();
        self.whole.count(whole);
        if !whole {
            self.wrong.push(Wrong {
                place: case.place.clone(),
                text: case.text.clone(),
                expected: case.label.clone(),
                found: found_label,
                faults: faults.join(", "),
            });
        }
        Ok(())
    }

    fn compare(&mut self, meant: &[&Piece], said: &[&Piece], faults: &mut Vec<&'static str>) {
        let right = meant.len() == said.len()
            && meant
                .iter()
                .zip(said)
                .all(|(meant, said)| kind(meant) == kind(said));
        self.intent.count(right);
        if !right {
            faults.push("intent");
            return;
        }
        for (meant, said) in meant.iter().zip(said) {
            if !meant.asks {
                self.needless_question.count(said.asks);
                if said.asks {
                    faults.push("needless question");
                }
            }
            let mut compare = |ratio: &mut Ratio, right: bool, fault| {
                ratio.count(right);
                if !right {
                    faults.push(fault);
                }
            };
            if meant.verb == "add" && meant.title.is_some() {
                compare(&mut self.title, meant.title == said.title, "title");
            }
            if meant.due.is_some() || said.due.is_some() {
                compare(&mut self.due, meant.due == said.due, "due");
            }
            if meant.rule.is_some() || said.rule.is_some() {
                compare(&mut self.recurrence, meant.rule == said.rule, "recurrence");
            }
            if meant.reference.is_some() || said.reference.is_some() {
                compare(
                    &mut self.reference,
                    meant.reference == said.reference,
                    "reference",
                );
            }
            let rest = |piece: &Piece| {
                let title = piece.title.clone().filter(|_| piece.verb != "add");
                (
                    title,
                    piece.shift.clone(),
                    piece.priority.clone(),
                    piece.tags.clone(),
                    piece.note.clone(),
                    piece.filter.clone(),
                )
            };
            if rest(meant) != rest(said) {
                faults.push("details");
            }
        }
    }

    fn calibrate(&mut self, understood: &Understood, found: &[Piece], meant: &[&Piece]) {
        for (command, piece) in understood.commands.iter().zip(found) {
            if matches!(
                command.intent,
                Intent::Unknown | Intent::Help | Intent::Greeting | Intent::Thanks
            ) {
                continue;
            }
            let right = meant.iter().any(|meant| kind(meant) == kind(piece));
            let confidence = f64::from(command.confidence.get());
            self.judged.push((confidence, right));
            let class = (1..CLASSES).rev().find(|class| confidence >= tenth(*class));
            let (count, sum, rights) = &mut self.classes[class.unwrap_or(0)];
            *count += 1.0;
            *sum += confidence;
            *rights += f64::from(u8::from(right));
        }
    }

    fn calibration_error(&self) -> f64 {
        let all: f64 = self.classes.iter().map(|(count, _, _)| count).sum();
        self.classes
            .iter()
            .map(|(_, sum, rights)| (sum - rights).abs())
            .sum::<f64>()
            / all.max(1.0)
    }

    /// The time that half of the messages took at most, and 99 in a hundred.
    pub fn latencies(&self) -> (Duration, Duration) {
        let mut times = self.times.clone();
        times.sort_unstable();
        let at = |of_hundred: usize| {
            let place = times.len().saturating_sub(1) * of_hundred / 100;
            times.get(place).copied().unwrap_or_default()
        };
        (at(50), at(99))
    }

    /// For each class of confidence: how many commands, how sure they were on average, how many of them were right.
    pub fn classes(&self) -> impl Iterator<Item = (f64, f64, f64)> {
        self.classes
            .iter()
            .filter(|(count, _, _)| *count > 0.0)
            .map(|(count, sum, rights)| (*count, sum / count, rights / count))
    }

    fn confuse(&mut self, meant: &[&Piece], said: &[&Piece]) {
        let name = |pieces: &[&Piece]| match pieces {
            [] => "nothing".to_owned(),
            [one] => kind(one).to_owned(),
            _ => "several".to_owned(),
        };
        *self.confusion.entry((name(meant), name(said))).or_default() += 1;
    }
}
