//! A clause that no rule cuts, where the networks say that it is several commands: it is cut where each part reads as one.
//!
//! "Swap the vet to monday and the groomer to tuesday" has no second verb by which a rule could know that something begins. What
//! is cut here must be understood on both sides, so that nothing is lost, and no title becomes a change of tasks.

use std::ops::Range;

use tasktalk_domain::Intent;

use crate::candidates::Candidates;
use crate::clause::read_clause;
use crate::evidence::Cue;
use crate::message::Message;
use crate::model::{self, Kind};
use crate::reading::{Clause, Reading};
use crate::segment;
use crate::units::Gap;

/// A part is a command when it is at least so sure, whether or not it is done without asking.
const UNDERSTOOD: f32 = 0.45;
/// So many times a message is tried; each try reads two parts.
const TRIES: usize = 4;
/// A clause longer than this tells something.
const LONGEST: usize = 40;

/// What speaks for a cut, and how much: fitted to 900 boundaries of sentences that the networks had not seen.
mod weights {
    /// How likely the boundary is one.
    pub(super) const BOUNDARY: f32 = 0.5;
    /// How likely the clause is several commands.
    pub(super) const SEVERAL: f32 = 0.15;
    /// How sure the left part is.
    pub(super) const LEFT: f32 = 0.2;
    /// How sure the right part is.
    pub(super) const RIGHT: f32 = 0.1;
    /// They ask for different things.
    pub(super) const DIFFERENT: f32 = 0.5;
    /// There is a comma.
    pub(super) const COMMA: f32 = 0.7;
    /// Each word that joins them: "and then".
    pub(super) const JOINING: f32 = 1.9;
    /// A clause is cut from here on.
    pub(super) const LEAST: f32 = 1.5;
}

/// The logarithm of the odds.
fn log_odds(likelihood: f32) -> f32 {
    let likelihood = likelihood.clamp(0.002, 0.998);
    (likelihood / (1.0 - likelihood)).ln()
}

/// The clauses of a message, cut further, and how those were read that had to be read for it.
#[derive(Debug, Default)]
pub(crate) struct Recut {
    /// The clauses, in order.
    pub(crate) clauses: Vec<Range<usize>>,
    read: Vec<(Range<usize>, Vec<Reading>)>,
}

impl Recut {
    /// Cuts the clauses of a message further.
    pub(crate) fn of(message: &Message<'_>, clauses: Vec<Range<usize>>) -> Self {
        let mut recut = Self::default();
        let mut tries = TRIES;
        for clause in clauses {
            recut.take(message, clause, &mut tries);
        }
        recut
    }

    /// How a clause is read.
    pub(crate) fn readings(
        &mut self,
        message: &Message<'_>,
        clause: &Range<usize>,
    ) -> Vec<Reading> {
        let known = self.read.iter().position(|(range, _)| range == clause);
        match known {
            Some(at) => self.read.swap_remove(at).1,
            None => read_clause(message, clause.clone()),
        }
    }

    fn take(&mut self, message: &Message<'_>, mut clause: Range<usize>, tries: &mut usize) {
        while let Some((left, right)) = self.two(message, &clause, tries) {
            self.clauses.push(left);
            clause = right;
        }
        self.clauses.push(clause);
    }

    /// A clause as two, if it is more than one command.
    fn two(
        &mut self,
        message: &Message<'_>,
        clause: &Range<usize>,
        tries: &mut usize,
    ) -> Option<(Range<usize>, Range<usize>)> {
        if clause.len() < 3 || clause.len() > LONGEST || *tries == 0 {
            return None;
        }
        // What a heading announces is cut elsewhere, and a title may hold anything.
        let headed = message.units[clause.start + 1..clause.end]
            .iter()
            .any(|unit| unit.gap.has(Gap::COLON));
        if headed {
            return None;
        }
        let boundaries = likely_boundaries(message, clause);
        if boundaries.is_empty() {
            return None;
        }
        let whole = self.readings(message, clause);
        let cut = cut(message, clause, &whole, boundaries, tries);
        self.read.push((clause.clone(), whole));
        let [left, right] = cut?;
        let cut = (left.0.clone(), right.0.clone());
        self.read.extend([left, right]);
        Some(cut)
    }
}

/// A part of a clause, and how it is read.
type Part = (Range<usize>, Vec<Reading>);

/// Where a clause that may be cut at these boundaries is cut.
fn cut(
    message: &Message<'_>,
    clause: &Range<usize>,
    whole: &[Reading],
    boundaries: Vec<Boundary>,
    tries: &mut usize,
) -> Option<[Part; 2]> {
    let [whole] = whole else { return None };
    if is_title(whole) || excepts(whole) {
        return None;
    }
    let (_, candidates) = Candidates::of(Clause::of(message, clause.clone()));
    let likelihoods = model::judge_all(message, clause.clone(), &candidates);
    let several = weights::SEVERAL * log_odds(likelihoods.of(Kind::Several));
    for boundary in boundaries {
        let score = several + boundary.score;
        if score + MOST_BY_PARTS < weights::LEAST || *tries == 0 {
            continue;
        }
        *tries -= 1;
        let Boundary { left, right, .. } = boundary;
        let parts = [
            read_clause(message, left.clone()),
            read_clause(message, right.clone()),
        ];
        // "done with wash and dry clothes" names one task.
        let named = parts[1].iter().any(is_bare) && segment::names_verb(message, &left);
        if !named && are_commands(whole, &parts) && score + by_parts(&parts) >= weights::LEAST {
            let [first, second] = parts;
            return Some([(left, first), (right, second)]);
        }
    }
    None
}

/// Where a clause might be cut.
struct Boundary {
    left: Range<usize>,
    right: Range<usize>,
    /// What stands between them says so much for a cut.
    score: f32,
}

/// Where a clause might be cut, and what stands between the parts says for it; without those that nothing else could make likely.
fn likely_boundaries(message: &Message<'_>, clause: &Range<usize>) -> Vec<Boundary> {
    let most = MOST_BY_PARTS + weights::SEVERAL * log_odds(1.0);
    segment::boundaries(message, clause)
        .filter_map(|(at, next)| {
            let (left, right) = (clause.start..at, next..clause.end);
            let likelihood = model::boundary_likelihood(message, &left, &right)?;
            let comma = message.units[at].gap.has(Gap::COMMA);
            let joining = f32::from(u8::try_from((next - at).min(2)).unwrap_or_default());
            let score = weights::BOUNDARY * log_odds(likelihood)
                + if comma { weights::COMMA } else { 0.0 }
                + weights::JOINING * joining;
            (score + most >= weights::LEAST).then_some(Boundary { left, right, score })
        })
        .collect()
}

/// No more than this do the parts themselves say for a cut.
const MOST_BY_PARTS: f32 = 2.4;

/// What the parts say for a cut.
fn by_parts(parts: &[Vec<Reading>; 2]) -> f32 {
    let surest = |readings: &[Reading]| {
        let ranks = readings.iter().map(|reading| reading.evidence.rank());
        log_odds(ranks.fold(1.0, f32::min))
    };
    let kinds = |readings: &[Reading]| readings.first().and_then(Reading::kind);
    let [left, right] = parts;
    let different = kinds(left) != kinds(right);
    weights::LEFT * surest(left)
        + weights::RIGHT * surest(right)
        + if different { weights::DIFFERENT } else { 0.0 }
}

/// Whether each part is a command of its own.
fn are_commands(whole: &Reading, parts: &[Vec<Reading>; 2]) -> bool {
    let understood = |reading: &Reading| {
        reading.kind().is_some()
            && reading.missing.is_none()
            && reading.evidence.rank() >= UNDERSTOOD
            && is_named(reading)
    };
    let [left, right] = parts;
    // A title may hold any verb: what is added stays what it was.
    let adds = |reading: &Reading| reading.command.intent == Intent::AddTask;
    let titled = adds(whole) || left.iter().any(adds);
    parts.iter().flatten().all(understood)
        && (!titled || right.iter().all(adds))
        && !right.iter().any(is_bare_thing)
}

/// "remind me to buy milk and call the bank", "add wash and iron shirts": what follows such words is a title, whose verbs its own
/// frame looks at.
fn is_title(whole: &Reading) -> bool {
    whole.command.intent == Intent::AddTask && whole.evidence.form() >= ANNOUNCED
}

/// Words as plain as these announce a title.
const ANNOUNCED: f32 = 0.9;

/// "complete all except the rent and call mum": both are left out.
fn excepts(whole: &Reading) -> bool {
    let reference = whole.command.reference.as_ref();
    reference.is_some_and(|reference| !reference.exclude.is_empty())
}

fn is_bare(reading: &Reading) -> bool {
    reading.evidence.cues().contains(&Cue::Bare)
}

/// "… and eggs": a thing alone may be one more of what stands before it.
fn is_bare_thing(reading: &Reading) -> bool {
    let has = |cue: Cue| reading.evidence.cues().contains(&cue);
    has(Cue::Bare)
        && !has(Cue::ChoreVerb)
        && !has(Cue::Details)
        && reading.command.parameters.due.is_keep()
}

/// Whether it says what it is about.
fn is_named(reading: &Reading) -> bool {
    let command = &reading.command;
    match command.intent {
        Intent::AddTask => command.parameters.title.is_some(),
        Intent::CompleteTask | Intent::UpdateTask | Intent::DeleteTask => command
            .reference
            .as_ref()
            .is_some_and(|reference| !reference.include.is_empty()),
        _ => true,
    }
}
