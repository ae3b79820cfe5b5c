//! Ways of asking, compiled: which act a command could be, how sure its form alone makes us, and which parts it has.

use std::collections::HashMap;
use std::ops::Range;

use crate::lexicon::{Lexicon, WordId};
use crate::pattern::{Captures, Pattern, Slot};
use crate::units::Unit;

/// What a frame asks for. Finer than an intent: each has its own way of reading its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Act {
    /// Add what the title says, as it is: "remind me to …".
    Add,
    /// Add a thing by name, without its article: "add the post office".
    AddNamed,
    /// Add to a named list.
    AddTo,
    /// An obligation or wish of the user: "I need to …".
    AddWish,
    /// Add, without saying what.
    AddEmpty,
    /// Show tasks under conditions.
    List,
    /// Show deleted tasks.
    ListTrash,
    /// Show tasks that repeat.
    ListRepeating,
    /// Show tasks, if only conditions are said: "only the open ones".
    ListOnly,
    /// How many tasks.
    Count,
    /// A question about one task: "do I still have to …".
    Ask,
    /// Search by words.
    Find,
    /// Show one task.
    Show,
    /// Complete what the reference says.
    Complete,
    /// Complete, but only when the reference is unmistakably a task.
    CompleteNamed,
    /// "the laundry is done".
    CompleteStated,
    /// "the rent is paid": a participle.
    CompletePast,
    /// "that's done".
    CompleteIt,
    /// "both are done".
    CompleteThem,
    /// Complete, without saying what.
    CompleteEmpty,
    /// Open again.
    Reopen,
    /// Open again, without saying what.
    ReopenEmpty,
    /// Delete what the reference says.
    Delete,
    /// Delete, but only when the reference is unmistakably tasks or the list: "clear my list".
    DeleteNamed,
    /// Perhaps delete: "cancel …".
    DeleteWeak,
    /// Delete, without saying what.
    DeleteEmpty,
    /// A new title.
    Rename,
    /// A new title, when the reference is unmistakably a task: "replace …".
    RenameNamed,
    /// A new title for what was just talked about: "call it Lion".
    RenameCalled,
    /// A new value of a kind that the value itself tells.
    Set,
    /// A new due date.
    Move,
    /// A new due date, without saying which.
    MoveEmpty,
    /// A due date moved by a span of time.
    Shift,
    /// No due date.
    ClearDue,
    /// A day without its time.
    ClearTime,
    /// A recurrence.
    Repeat,
    /// No recurrence.
    ClearRepeat,
    /// A priority.
    Prioritise,
    /// High priority.
    PrioritiseUp,
    /// Low priority.
    PrioritiseDown,
    /// No priority.
    ClearPriority,
    /// A tag more.
    Tag,
    /// A tag less.
    Untag,
    /// No tags.
    ClearTags,
    /// `#home` more.
    TagMarked,
    /// `#home` less.
    UntagMarked,
    /// A description.
    Note,
    /// No description.
    ClearNote,
    /// Change, without saying how.
    UpdateEmpty,
    /// Take back.
    Undo,
    /// Bring a named task back.
    UndoNamed,
    /// Change the last action.
    Correct,
    /// "not Friday, Saturday".
    CorrectNot,
    /// "the other one".
    CorrectOther,
    /// What can you do?
    Help,
    /// Hello.
    Greeting,
    /// Thanks.
    Thanks,
    /// Leave an occurrence out.
    Skip,
    /// Leave the next one out.
    SkipNext,
    /// Leave one out, if a day is named: "no gym on friday".
    SkipDated,
    /// Leave out one of what was just talked about.
    SkipIt,
    /// A new due date for one occurrence.
    MoveOnce,
    /// Says not to.
    Negated,
    /// Asks or imagines.
    Hypothetical,
    /// Other people's words.
    Reported,
    /// Plainly understood, but nothing here does it: "redo".
    Unserved,
}

/// One line of a language's frames: what, how sure, and the pattern.
pub(crate) type Row = (Act, f32, &'static str);

/// The frames of a language as they are written.
#[derive(Debug)]
pub(crate) struct Source {
    /// The frames, in tables.
    pub(crate) tables: &'static [&'static [Row]],
    /// Politeness and connectives before a command.
    pub(crate) prefaces: &'static [&'static str],
    /// The same, asking the machine.
    pub(crate) addressed: &'static [&'static str],
    /// Wishes before an unmistakable command.
    pub(crate) wishes: &'static [&'static str],
    /// Words between commands.
    pub(crate) connectives: &'static [&'static str],
    /// Politeness after a command.
    pub(crate) afterwords: &'static [&'static str],
    /// What takes the whole message back.
    pub(crate) aborts: &'static [&'static str],
    /// What takes back what was just done, and of which kind that has to be.
    pub(crate) retractions: &'static [(Denied, &'static str)],
    /// What puts a reminder off that was told.
    pub(crate) snoozes: &'static [(Snoozed, &'static str)],
}

/// How surely a form is about a reminder, and how long it waits when it names no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Snoozed {
    /// It can be about nothing else: "remind me again in an hour".
    Again,
    /// The same, with no time but "later".
    AgainLater,
    /// A task could be put off as well: "snooze the milk for an hour".
    Named,
    /// It means a reminder only as an answer to one: "remind me in 20 minutes", "five more minutes".
    Answer,
    /// The same, with no time but "later".
    AnswerLater,
}

/// What is said not to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Denied {
    /// That something is done: "I haven't done it".
    Completion,
    /// That something goes: "don't delete it".
    Deletion,
    /// Whatever was changed: "keep it", "not the milk".
    Change,
}

/// One compiled frame.
#[derive(Debug)]
pub(crate) struct Frame {
    /// What it asks for.
    pub(crate) act: Act,
    /// How sure its form alone makes us, in [0, 1].
    pub(crate) strength: f32,
    pattern: Pattern,
}

/// More units than these take nothing back.
const LONGEST_ABORT: usize = 12;

/// More units than these deny nothing that was just done.
const LONGEST_RETRACTION: usize = 16;

/// More units than these put no reminder off.
const LONGEST_SNOOZE: usize = 24;

/// The compiled frames of a language.
#[derive(Debug)]
pub(crate) struct Frames {
    all: Vec<Frame>,
    by_head: HashMap<WordId, Vec<usize>>,
    headless: Vec<usize>,
    prefaces: Vec<Pattern>,
    addressed: Vec<Pattern>,
    wishes: Vec<Pattern>,
    connectives: Vec<WordId>,
    afterwords: Vec<Pattern>,
    aborts: Vec<Pattern>,
    retractions: Vec<(Denied, Pattern)>,
    snoozes: Vec<(Snoozed, Pattern)>,
}

impl Frames {
    /// Compiles a language's frames.
    pub(crate) fn compile(source: &Source, lexicon: &mut Lexicon) -> Self {
        let mut compile = |text: &str| {
            Pattern::compile(text, lexicon)
                .expect("the frames are constants, compiled by every test")
        };
        let mut frames = Vec::new();
        let mut by_head: HashMap<WordId, Vec<usize>> = HashMap::new();
        let mut headless = Vec::new();
        for &(act, strength, text) in source.tables.iter().copied().flatten() {
            let pattern = compile(&format!("{text} $"));
            match pattern.heads() {
                Some(heads) => {
                    for head in heads {
                        by_head.entry(*head).or_default().push(frames.len());
                    }
                }
                None => headless.push(frames.len()),
            }
            frames.push(Frame {
                act,
                strength,
                pattern,
            });
        }
        let prefaces = source.prefaces.iter().map(|text| compile(text)).collect();
        let addressed = source.addressed.iter().map(|text| compile(text)).collect();
        let wishes = source.wishes.iter().map(|text| compile(text)).collect();
        let whole = |text: &&str| format!("{text} $");
        let afterwords = source
            .afterwords
            .iter()
            .map(|text| compile(&whole(text)))
            .collect();
        let aborts = source
            .aborts
            .iter()
            .map(|text| compile(&whole(text)))
            .collect();
        let retractions = source
            .retractions
            .iter()
            .map(|(denied, text)| (*denied, compile(&whole(text))))
            .collect();
        let snoozes = source
            .snoozes
            .iter()
            .map(|(snoozed, text)| (*snoozed, compile(&whole(text))))
            .collect();
        let connectives = source
            .connectives
            .iter()
            .map(|word| lexicon.intern(word))
            .collect();
        Self {
            all: frames,
            by_head,
            headless,
            prefaces,
            addressed,
            wishes,
            connectives,
            afterwords,
            aborts,
            retractions,
            snoozes,
        }
    }

    /// Every frame that describes these units from first to last.
    pub(crate) fn matching<'a>(
        &'a self,
        units: &'a [Unit<'_>],
    ) -> impl Iterator<Item = (&'a Frame, Captures)> + 'a {
        self.candidates(units)
            .filter_map(|frame| Some((frame, frame.pattern.matches(units)?.1)))
    }

    /// Every frame that begins with known words and describes the first of these units.
    pub(crate) fn opening<'a>(
        &'a self,
        units: &'a [Unit<'_>],
    ) -> impl Iterator<Item = (&'a Frame, Captures)> + 'a {
        self.headed(units)
            .filter_map(|frame| Some((frame, frame.pattern.begins(units)?)))
    }

    fn headed<'a>(&'a self, units: &[Unit<'_>]) -> impl Iterator<Item = &'a Frame> + 'a {
        units
            .first()
            .and_then(|unit| self.by_head.get(&unit.id))
            .into_iter()
            .flatten()
            .map(|&index| &self.all[index])
    }

    fn candidates<'a>(&'a self, units: &'a [Unit<'_>]) -> impl Iterator<Item = &'a Frame> + 'a {
        self.headed(units).chain(
            self.headless
                .iter()
                .map(|&index| &self.all[index])
                .filter(|frame| frame.pattern.may_match(units)),
        )
    }

    /// How many units of politeness begin these, and whether they ask the machine.
    pub(crate) fn preface(&self, units: &[Unit<'_>]) -> Option<(usize, bool)> {
        longest(&self.addressed, units)
            .map(|length| (length, true))
            .or_else(|| longest(&self.prefaces, units).map(|length| (length, false)))
    }

    /// How many units of a wish begin these: "I want to".
    pub(crate) fn wish(&self, units: &[Unit<'_>]) -> Option<usize> {
        longest(&self.wishes, units)
    }

    /// Where the politeness that ends these units begins.
    pub(crate) fn afterword(&self, units: &[Unit<'_>]) -> Option<usize> {
        (1..=4.min(units.len().saturating_sub(1)))
            .rev()
            .map(|length| units.len() - length)
            .find(|&from| {
                self.afterwords
                    .iter()
                    .any(|pattern| pattern.matches(&units[from..]).is_some())
            })
    }

    /// Whether these units take everything before them back.
    pub(crate) fn is_abort(&self, units: &[Unit<'_>]) -> bool {
        units.len() <= LONGEST_ABORT
            && self
                .aborts
                .iter()
                .any(|pattern| pattern.matches(units).is_some())
    }

    /// What these units take back of what was just done, and the tasks they name.
    pub(crate) fn retraction(&self, units: &[Unit<'_>]) -> Option<(Denied, Option<Range<usize>>)> {
        if units.len() > LONGEST_RETRACTION {
            return None;
        }
        self.retractions.iter().find_map(|(denied, pattern)| {
            let (_, captures) = pattern.matches(units)?;
            Some((*denied, captures.get(Slot::Reference)))
        })
    }

    /// How these units put a reminder off, and what they say of it and of the time.
    pub(crate) fn snooze(&self, units: &[Unit<'_>]) -> Option<(Snoozed, Captures)> {
        if units.len() > LONGEST_SNOOZE {
            return None;
        }
        self.snoozes
            .iter()
            .find_map(|(snoozed, pattern)| Some((*snoozed, pattern.matches(units)?.1)))
    }

    /// Whether a unit stands between commands: "and", "then".
    pub(crate) fn is_connective(&self, unit: &Unit<'_>) -> bool {
        unit.id != 0 && self.connectives.contains(&unit.id)
    }
}

/// The length of the longest match, when it leaves something.
fn longest(patterns: &[Pattern], units: &[Unit<'_>]) -> Option<usize> {
    patterns
        .iter()
        .filter_map(|pattern| pattern.matches(units))
        .map(|(length, _)| length)
        .filter(|&length| length > 0 && length < units.len())
        .max()
}
