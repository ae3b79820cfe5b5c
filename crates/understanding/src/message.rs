//! A message with everything that is known about its pieces before anything is decided.

use std::ops::Range;

use jiff::civil::Date;
use tasktalk_domain::{Span, SpanKind};

use crate::Moment;
use crate::dates::{self, DateSpan};
use crate::language::{self, Guess};
use crate::lexicon::Language;
use crate::shift;
use crate::spelling;
use crate::tokens::tokenize;
use crate::units::{Gap, Unit, units};

/// A message cut into units, its dates marked.
#[derive(Debug)]
pub(crate) struct Message<'t> {
    /// As it was written.
    pub(crate) text: &'t str,
    /// In which language it is read.
    pub(crate) language: &'static Language,
    /// The language in which it plainly is instead, of none that is understood.
    pub(crate) foreign: Option<&'static str>,
    /// Its units.
    pub(crate) units: Vec<Unit<'t>>,
    /// What stands after the last unit.
    pub(crate) after: Gap,
    /// The dates and recurrences found outside quotations, in order.
    pub(crate) dates: Vec<DateSpan>,
    /// The day on which it is said.
    pub(crate) today: Date,
    /// When and where it is said.
    pub(crate) moment: &'t Moment,
}

/// Marks where priorities and spans of time could begin.
fn mark_amounts(units: &mut [Unit<'_>], language: &Language) {
    for at in 0..units.len() {
        let rest = &units[at..units.len().min(at + LONGEST_PHRASE)];
        let priority = language.phrases.priority_length(rest);
        let shift = shift::begins(&language.phrases, rest).map(|(_, length)| length);
        units[at].priority_length = priority;
        units[at].shift_length = shift;
    }
}

/// More units than these no phrase for a priority or an amount has.
const LONGEST_PHRASE: usize = 8;

impl<'t> Message<'t> {
    /// Reads a message.
    pub(crate) fn read(text: &'t str, moment: &'t Moment) -> Self {
        let tokens = tokenize(text);
        let Guess { tongue, foreign } = language::guess(&tokens, &moment.locale);
        let language = Language::of(tongue);
        let (mut units, after) = units(text, &tokens, &language.lexicon);
        spelling::mend(&mut units, language);
        mark_amounts(&mut units, language);
        let dates = dates::mark(&tokens, &mut units, moment, language);
        Self {
            text,
            language,
            foreign,
            units,
            after,
            dates,
            today: moment.now.date(),
            moment,
        }
    }

    /// The gap before a unit, or after the last.
    pub(crate) fn gap(&self, unit: usize) -> Gap {
        self.units.get(unit).map_or(self.after, |unit| unit.gap)
    }

    /// The text of a run of units with the brackets around them, without the punctuation that ends a sentence.
    pub(crate) fn slice(&self, units: Range<usize>) -> &'t str {
        let bytes = self.bytes(units);
        let text = &self.text[bytes];
        let text = text.trim_end_matches([
            '.', ',', ';', ':', '!', '?', '\u{2026}', '-', '\u{2013}', '\u{2014}',
        ]);
        text.trim_start_matches([
            ',', ';', ':', '.', '!', '?', ')', ']', '-', '\u{2013}', '\u{2014}',
        ])
        .trim()
    }

    fn bytes(&self, units: Range<usize>) -> Range<usize> {
        if units.is_empty() {
            return 0..0;
        }
        let floor = units
            .start
            .checked_sub(1)
            .map_or(0, |before| self.units[before].bytes.end);
        let first = self.units[units.start].bytes.start;
        let before = &self.text[floor..first];
        let start = floor
            + before
                .trim_end_matches(['(', '[', '{', '<', '*', '_', '~', '`', '\u{bf}', '\u{a1}'])
                .len();
        let last = self.units[units.end - 1].bytes.end;
        let ceiling = self
            .units
            .get(units.end)
            .map_or(self.text.len(), |after| after.bytes.start);
        let after = &self.text[last..ceiling];
        let glued = after.find(char::is_whitespace).unwrap_or(after.len());
        // What opens the next unit is not what closes this one.
        let glued = after[..glued].find(['(', '[', '{', '<']).unwrap_or(glued);
        start..last + glued
    }

    /// A recognised run of units, as it is shown.
    pub(crate) fn span(&self, units: Range<usize>, kind: SpanKind) -> Option<Span> {
        let first = self.units.get(units.start)?;
        let last = units
            .end
            .checked_sub(1)
            .and_then(|last| self.units.get(last))?;
        (units.start < units.end).then(|| Span {
            start: first.chars.start,
            end: last.chars.end,
            kind,
            text: self.text[first.bytes.start..last.bytes.end].to_owned(),
        })
    }
}
