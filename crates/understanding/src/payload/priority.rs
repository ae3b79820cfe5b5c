//! The priority of a payload: "p1", "high priority", "…, important".

use tasktalk_domain::{Priority, SpanKind};

use super::Reader;
use crate::lexicon::Role;
use crate::units::Gap;

impl Reader<'_, '_> {
    pub(super) fn priority(&mut self) {
        if self.message.gap(self.end).has(Gap::BANGS) {
            self.payload.priority = Some(Priority::High);
        }
        if self.closing_priority() {
            return;
        }
        for at in self.range.start..self.end {
            if self.is_cut(at) {
                continue;
            }
            let at_start =
                at == self.range.start && self.message.gap(at + 1).has(Gap::COLON.with(Gap::COMMA));
            let Some((priority, length)) = self
                .message
                .language
                .phrases
                .priority(&self.message.units[at..self.end], true)
            else {
                continue;
            };
            let whole = at == self.range.start && at + length == self.end;
            let anywhere = self
                .message
                .language
                .phrases
                .priority(&self.message.units[at..self.end], false)
                .is_some();
            // What is a priority only at the edge of a title must stand there.
            let rest_is_cut = (at + length..self.end)
                .all(|place| self.is_cut(place) || self.message.units[place].date.is_some());
            if !whole && (anywhere || rest_is_cut || at_start) {
                // "high priority meeting notes" names the meeting.
                self.payload.priority = Some(priority);
                self.cut(at..at + length, SpanKind::Priority);
                return;
            }
        }
    }

    /// "restock the trolley, very important": what follows a comma and says no more. Whether it was there.
    fn closing_priority(&mut self) -> bool {
        let units = &self.message.units;
        let end = (self.range.start..self.end)
            .rfind(|&at| units[at].date.is_none() && !self.is_cut(at))
            .map_or(self.end, |last| last + 1);
        let found = (self.range.start + 1..end).find_map(|at| {
            // "shirts, medium" has a size; "by Friday, medium" a priority.
            let plain = units[at - 1].date.is_some() || units[end - 1].is(Role::AdjectiveImportant);
            (units[at].gap.has(Gap::COMMA) && plain)
                .then(|| {
                    self.message
                        .language
                        .phrases
                        .whole_priority(&units[at..end])
                })
                .flatten()
                .map(|priority| (at, priority))
        });
        if let Some((at, priority)) = found {
            self.payload.priority = Some(priority);
            self.cut(at..end, SpanKind::Priority);
        }
        found.is_some()
    }
}
