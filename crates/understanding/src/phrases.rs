//! Phrases inside commands, compiled: what points at tasks, what restricts them, what says more about one.

use tasktalk_domain::{Priority, SortKey, SortOrder};

use crate::lexicon::{Lexicon, WordId};
use crate::pattern::{Captures, Pattern, Slot};
use crate::units::Unit;

/// What a phrase points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pointer {
    /// A task's number.
    Id,
    /// A place from the beginning.
    Nth,
    /// The first place.
    Top,
    /// The last place.
    FromEnd,
    /// The place before the last.
    SecondFromEnd,
    /// The first several.
    First,
    /// The last several.
    Last,
    /// "it".
    It,
    /// "both".
    Both,
    /// "them".
    Them,
    /// "the others".
    Others,
    /// Everything.
    All,
}

/// What a phrase says about the tasks to show or to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// Open ones.
    Pending,
    /// Done ones.
    Completed,
    /// Past their due date.
    Overdue,
    /// With no due date.
    Undated,
    /// With one.
    Dated,
    /// Of a priority.
    Urgent(Priority),
    /// With a tag.
    Tagged,
    /// Without a tag.
    NotTagged,
    /// On a named list.
    Listed,
    /// With these words.
    About,
    /// In this order.
    Sorted(SortKey, SortOrder),
    /// In the reverse order.
    Descending,
    /// All of them.
    Everything,
}

/// What a phrase takes away from a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clearing {
    /// Its due date.
    Due,
    /// The time of day at which it is due.
    Time,
    /// Its recurrence.
    Recurrence,
    /// Its description.
    Description,
}

/// The phrases of a language as they are written.
#[derive(Debug)]
pub(crate) struct Source {
    /// Priorities that may stand anywhere in a title.
    pub(crate) priorities: &'static [(Priority, &'static str)],
    /// Priorities that are one only at the beginning or the end.
    pub(crate) edge_priorities: &'static [(Priority, &'static str)],
    /// Priorities where nothing else is expected: "make it …".
    pub(crate) lone_priorities: &'static [(Priority, &'static str)],
    /// What comes before tags.
    pub(crate) tag_heads: &'static [&'static str],
    /// What comes before a description.
    pub(crate) note_heads: &'static [&'static str],
    /// What takes something away from a task, wherever in a change it is said.
    pub(crate) clearings: &'static [(Clearing, &'static str)],
    /// What points at tasks.
    pub(crate) pointers: &'static [(Pointer, &'static str)],
    /// What comes before exceptions.
    pub(crate) exceptions: &'static str,
    /// What comes before a title: "the task called …".
    pub(crate) named: &'static str,
    /// What restricts tasks.
    pub(crate) conditions: &'static [(Condition, &'static str)],
    /// Words around conditions that say nothing.
    pub(crate) ignored: &'static str,
    /// Amounts of units of time without a number, as plain words, longer ones before shorter ones: "a couple of".
    pub(crate) amounts: &'static [(i64, &'static str)],
    /// Units of time: words, months, days, minutes.
    pub(crate) shift_units: &'static [(&'static str, i32, i32, i64)],
    /// Words that turn a span of time backwards.
    pub(crate) earlier: &'static str,
}

/// The compiled phrases of a language.
#[derive(Debug)]
pub(crate) struct Phrases {
    priorities: Vec<(Priority, Pattern)>,
    edge_priorities: Vec<(Priority, Pattern)>,
    lone_priorities: Vec<(Priority, Pattern)>,
    tag_heads: Vec<Pattern>,
    note_heads: Vec<Pattern>,
    clearings: Vec<(Clearing, Pattern)>,
    pointers: Vec<(Pointer, Pattern)>,
    exceptions: Pattern,
    named: Pattern,
    conditions: Vec<(Condition, Pattern)>,
    ignored: Pattern,
    amounts: Vec<(i64, Vec<&'static str>)>,
    shift_units: Vec<(Vec<WordId>, (i32, i32, i64))>,
    earlier: Vec<WordId>,
}

impl Phrases {
    /// Compiles a language's phrases.
    pub(crate) fn compile(source: &Source, lexicon: &mut Lexicon) -> Self {
        let mut compile = |text: &str| {
            Pattern::compile(text, lexicon)
                .expect("the phrases are constants, compiled by every test")
        };
        let mut priorities = |rows: &[(Priority, &str)]| {
            rows.iter()
                .map(|(priority, text)| (*priority, compile(text)))
                .collect::<Vec<_>>()
        };
        let anywhere = priorities(source.priorities);
        let edge = priorities(source.edge_priorities);
        let lone = priorities(source.lone_priorities);
        let tag_heads = source.tag_heads.iter().map(|text| compile(text)).collect();
        let note_heads = source.note_heads.iter().map(|text| compile(text)).collect();
        let clearings = source
            .clearings
            .iter()
            .map(|(clearing, text)| (*clearing, compile(text)))
            .collect();
        let pointers = source
            .pointers
            .iter()
            .map(|(pointer, text)| (*pointer, compile(&format!("{text} $"))))
            .collect();
        let exceptions = compile(source.exceptions);
        let named = compile(source.named);
        let conditions = source
            .conditions
            .iter()
            .map(|(condition, text)| (*condition, compile(text)))
            .collect();
        let ignored = compile(source.ignored);
        let mut words = |text: &str| {
            text.split_whitespace()
                .map(|word| lexicon.intern(word))
                .collect()
        };
        Self {
            priorities: anywhere,
            edge_priorities: edge,
            lone_priorities: lone,
            tag_heads,
            note_heads,
            clearings,
            pointers,
            exceptions,
            named,
            conditions,
            ignored,
            amounts: source
                .amounts
                .iter()
                .map(|(amount, text)| (*amount, text.split(' ').collect()))
                .collect(),
            shift_units: source
                .shift_units
                .iter()
                .map(|&(text, months, days, minutes)| (words(text), (months, days, minutes)))
                .collect(),
            earlier: words(source.earlier),
        }
    }

    /// A priority at the beginning of these units, and its length; `edge` allows what is one only at a title's edge.
    pub(crate) fn priority(&self, units: &[Unit<'_>], edge: bool) -> Option<(Priority, usize)> {
        let anywhere = longest(&self.priorities, units);
        if edge {
            anywhere.or_else(|| longest(&self.edge_priorities, units))
        } else {
            anywhere
        }
    }

    /// The length of the longest priority that could begin these units.
    pub(crate) fn priority_length(&self, units: &[Unit<'_>]) -> Option<usize> {
        let lone = longest(&self.lone_priorities, units).map(|(_, length)| length);
        let anywhere = longest(&self.priorities, units).map(|(_, length)| length);
        lone.max(anywhere)
    }

    /// The priority that these units are from first to last.
    pub(crate) fn whole_priority(&self, units: &[Unit<'_>]) -> Option<Priority> {
        [&self.lone_priorities, &self.priorities]
            .into_iter()
            .filter_map(|rows| longest(rows, units))
            .find(|(_, length)| *length == units.len())
            .map(|(priority, _)| priority)
    }

    /// The length of what comes before tags.
    pub(crate) fn tag_head(&self, units: &[Unit<'_>]) -> Option<usize> {
        head(&self.tag_heads, units)
    }

    /// The length of what comes before a description.
    pub(crate) fn note_head(&self, units: &[Unit<'_>]) -> Option<usize> {
        head(&self.note_heads, units)
    }

    /// What is taken away at the beginning of these units.
    pub(crate) fn clearing(&self, units: &[Unit<'_>]) -> Option<Clearing> {
        longest(&self.clearings, units).map(|(clearing, _)| clearing)
    }

    /// What these units point at from first to last, with the number or place they name.
    pub(crate) fn pointer(&self, units: &[Unit<'_>]) -> Option<(Pointer, Option<usize>)> {
        self.pointers.iter().find_map(|(pointer, pattern)| {
            let (_, captures) = pattern.matches(units)?;
            let place = captures
                .get(Slot::Number)
                .or_else(|| captures.get(Slot::Place))
                .map(|range| range.start);
            Some((*pointer, place))
        })
    }

    /// The length of what comes before exceptions.
    pub(crate) fn exception(&self, units: &[Unit<'_>]) -> Option<usize> {
        self.exceptions.matches(units).map(|(length, _)| length)
    }

    /// The length of what comes before a title.
    pub(crate) fn named(&self, units: &[Unit<'_>]) -> Option<usize> {
        self.named.matches(units).map(|(length, _)| length)
    }

    /// The longest condition at the beginning of these units.
    pub(crate) fn condition(&self, units: &[Unit<'_>]) -> Option<(Condition, usize, Captures)> {
        self.conditions
            .iter()
            .filter_map(|(condition, pattern)| {
                let (length, captures) = pattern.matches(units)?;
                Some((*condition, length, captures))
            })
            .filter(|(_, length, _)| *length > 0)
            .rev()
            .max_by_key(|(_, length, _)| *length)
    }

    /// Whether a unit around conditions says nothing.
    pub(crate) fn is_ignored(&self, unit: &Unit<'_>) -> bool {
        self.ignored.matches(std::slice::from_ref(unit)).is_some()
    }

    /// An amount at the beginning of these units that is said without a number, and its length.
    pub(crate) fn amount(&self, units: &[Unit<'_>]) -> Option<(i64, usize)> {
        self.amounts.iter().find_map(|(amount, words)| {
            let said = units.get(..words.len())?.iter();
            let same = said.zip(words).all(|(unit, word)| unit.word == *word);
            same.then_some((*amount, words.len()))
        })
    }

    /// The unit of time that a word says, as months, days and minutes.
    pub(crate) fn shift_unit(&self, unit: &Unit<'_>) -> Option<(i32, i32, i64)> {
        self.shift_units
            .iter()
            .find(|(words, _)| unit.id != 0 && words.contains(&unit.id))
            .map(|(_, amount)| *amount)
    }

    /// Whether a word turns a span of time backwards.
    pub(crate) fn is_earlier(&self, unit: &Unit<'_>) -> bool {
        unit.id != 0 && self.earlier.contains(&unit.id)
    }
}

fn head(patterns: &[Pattern], units: &[Unit<'_>]) -> Option<usize> {
    patterns
        .iter()
        .filter_map(|pattern| pattern.matches(units))
        .map(|(length, _)| length)
        .filter(|&length| length > 0)
        .max()
}

fn longest<T: Copy>(rows: &[(T, Pattern)], units: &[Unit<'_>]) -> Option<(T, usize)> {
    rows.iter()
        .filter_map(|(value, pattern)| Some((*value, pattern.matches(units)?.0)))
        .filter(|(_, length)| *length > 0)
        .max_by_key(|(_, length)| *length)
}
