//! One way of understanding a clause: a command with the evidence for it.

use std::ops::Range;

use tasktalk_domain::{Command, Confidence, Intent, Reason, SpanKind};

use crate::evidence::Evidence;
use crate::frames::Frame;
use crate::message::Message;
use crate::model::Kind;
use crate::pattern::{Captures, Slot};
use crate::units::Gap;

/// A part of a message that holds one command, politeness taken off.
#[derive(Clone, Debug)]
pub(crate) struct Clause<'a, 't> {
    /// The message.
    pub(crate) message: &'a Message<'t>,
    /// Its units.
    pub(crate) range: Range<usize>,
    /// The machine was asked: "can you …".
    pub(crate) addressed: bool,
    /// It is a question by its mark.
    pub(crate) question: bool,
}

impl<'a, 't> Clause<'a, 't> {
    /// A run of a message's units.
    pub(crate) fn of(message: &'a Message<'t>, range: Range<usize>) -> Self {
        Self {
            question: message.gap(range.end).has(Gap::QUESTION),
            message,
            range,
            addressed: false,
        }
    }
}

impl Clause<'_, '_> {
    /// A part that a frame remembered, in units of the message.
    pub(crate) fn part(&self, captures: &Captures, slot: Slot) -> Option<Range<usize>> {
        captures
            .get(slot)
            .map(|part| part.start + self.range.start..part.end + self.range.start)
    }

    /// The units before the first part that a frame remembered: what it was recognised by.
    pub(crate) fn verb(&self, part: &Range<usize>) -> Range<usize> {
        self.range.start..part.start.max(self.range.start)
    }
}

/// A frame that describes a clause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match<'f> {
    /// The frame.
    pub(crate) frame: &'f Frame,
    /// The parts it remembered.
    pub(crate) captures: Captures,
}

/// What a command lacks, which is then asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Missing {
    /// What to add.
    Title,
    /// Which task to complete.
    CompleteWhich,
    /// Which task to open again.
    ReopenWhich,
    /// Which task to delete.
    DeleteWhich,
    /// Which task to change.
    UpdateWhich,
    /// How to change it.
    UpdateHow,
    /// When it is to be due.
    When,
    /// Which of two dates it is to be due.
    WhichDate,
}

/// One way of understanding a clause.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// The command; its confidence is set from the evidence.
    pub(crate) command: Command,
    /// What speaks for it.
    pub(crate) evidence: Evidence,
    /// What it lacks.
    pub(crate) missing: Option<Missing>,
}

impl Reading {
    /// A reading with nothing but its kind.
    pub(crate) fn new(intent: Intent, evidence: Evidence) -> Self {
        Self {
            command: Command::new(intent, Confidence::default()),
            evidence,
            missing: None,
        }
    }

    /// Nothing is to be done, for a reason.
    pub(crate) fn withheld(reason: Option<Reason>, strength: f32) -> Self {
        let mut reading = Self::new(Intent::Unknown, Evidence::new(strength));
        reading.command.reason = reason;
        reading
    }

    /// The same, lacking something.
    #[must_use]
    pub(crate) fn lacking(mut self, missing: Missing) -> Self {
        self.missing = Some(missing);
        self.evidence.add(crate::evidence::Cue::Missing);
        self
    }

    /// It lacked which task is meant, which was said elsewhere.
    pub(crate) fn found_which(&mut self) {
        let which = matches!(
            self.missing,
            Some(
                Missing::CompleteWhich
                    | Missing::ReopenWhich
                    | Missing::DeleteWhich
                    | Missing::UpdateWhich
            )
        );
        if which {
            self.missing = None;
            self.evidence = self.evidence.clone().without(crate::evidence::Cue::Missing);
        }
    }

    /// With a recognised run of units.
    #[must_use]
    pub(crate) fn showing(
        mut self,
        message: &Message<'_>,
        units: Range<usize>,
        kind: SpanKind,
    ) -> Self {
        self.command.spans.extend(message.span(units, kind));
        self
    }

    /// The model's kind for it; none for what the model does not tell apart.
    pub(crate) fn kind(&self) -> Option<Kind> {
        Some(match self.command.intent {
            Intent::AddTask => Kind::Add,
            Intent::ListTasks => Kind::List,
            Intent::CompleteTask if self.command.parameters.completed == Some(false) => {
                Kind::Reopen
            }
            Intent::CompleteTask => Kind::Done,
            Intent::UpdateTask => Kind::Update,
            Intent::DeleteTask => Kind::Delete,
            Intent::Undo => Kind::Undo,
            Intent::Correct
            | Intent::Help
            | Intent::Greeting
            | Intent::Thanks
            | Intent::Unknown => return None,
        })
    }

    /// How sure it is.
    pub(crate) fn confidence(&self) -> Confidence {
        self.evidence.confidence(self.command.intent)
    }

    /// The command with its confidence, its spans in order.
    pub(crate) fn into_command(mut self) -> Command {
        self.command.confidence = self.confidence();
        self.command
            .spans
            .sort_by_key(|span| (span.start, span.end));
        self.command.spans.dedup();
        self.command
    }
}
