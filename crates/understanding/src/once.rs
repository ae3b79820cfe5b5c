//! What says that a change is for one occurrence of a repeating task, or for all: "just this once", "from now on".

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::pattern::{Captures, Pattern, Slot};
use crate::units::Unit;

/// These phrases as a language writes them.
#[derive(Debug)]
pub(crate) struct Source {
    /// One occurrence is meant; with a date, the one on that day.
    pub(crate) once: &'static [&'static str],
    /// All are meant.
    pub(crate) series: &'static [&'static str],
    /// What moves a task beside such a phrase: "do the bins on thursday".
    pub(crate) moves: &'static [&'static str],
    /// What leaves an occurrence out beside such a phrase.
    pub(crate) skips: &'static [&'static str],
}

/// The compiled phrases of a language.
#[derive(Debug)]
pub(crate) struct Once {
    one: Vec<Pattern>,
    series: Vec<Pattern>,
    moves: Vec<Pattern>,
    skips: Vec<Pattern>,
}

/// A phrase at the edge of a command.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// What the command is without it.
    pub(crate) rest: Range<usize>,
    /// All are meant, not one.
    pub(crate) series: bool,
    /// The date in it.
    pub(crate) when: Option<Range<usize>>,
}

/// A phrase is no longer than this, in units.
const LONGEST: usize = 8;

impl Once {
    /// Compiles a language's phrases.
    pub(crate) fn compile(source: &Source, lexicon: &mut Lexicon) -> Self {
        let mut compile = |texts: &[&str]| -> Vec<Pattern> {
            let whole = |text: &&str| {
                Pattern::compile(&format!("{text} $"), lexicon)
                    .expect("the phrases are constants, compiled by every test")
            };
            texts.iter().map(whole).collect()
        };
        Self {
            one: compile(source.once),
            series: compile(source.series),
            moves: compile(source.moves),
            skips: compile(source.skips),
        }
    }

    /// The longest phrase that begins or ends these units and leaves something.
    pub(crate) fn phrase(&self, units: &[Unit<'_>]) -> Option<Phrase> {
        let all = units.len();
        let longest = LONGEST.min(all.saturating_sub(1));
        (1..=longest).rev().find_map(|length| {
            self.at(units, 0..length, length..all)
                .or_else(|| self.at(units, all - length..all, 0..all - length))
        })
    }

    /// The parts of a move or of leaving something out; whether it is the latter.
    pub(crate) fn change(&self, units: &[Unit<'_>]) -> Option<(Captures, bool)> {
        let first = |patterns: &[Pattern]| patterns.iter().find_map(|it| it.matches(units));
        let skipped = first(&self.skips).map(|(_, captures)| (captures, true));
        skipped.or_else(|| first(&self.moves).map(|(_, captures)| (captures, false)))
    }

    fn at(&self, units: &[Unit<'_>], phrase: Range<usize>, rest: Range<usize>) -> Option<Phrase> {
        let inside = &units[phrase.clone()];
        let found = |patterns: &[Pattern], series| {
            let (_, captures) = patterns.iter().find_map(|it| it.matches(inside))?;
            let when = captures
                .get(Slot::When)
                .map(|when| when.start + phrase.start..when.end + phrase.start);
            Some(Phrase {
                rest: rest.clone(),
                series,
                when,
            })
        };
        found(&self.one, false).or_else(|| found(&self.series, true))
    }
}
