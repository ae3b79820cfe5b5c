//! The tags of a payload: `#home`, "tagged home and garden".

use tasktalk_domain::{SpanKind, Tag};

use super::Reader;
use crate::filter;
use crate::lexicon::{Class, Role};
use crate::units::{Gap, UnitKind};

/// More units than these name no list: "on the", a name of three words, "list".
const LONGEST_LIST: usize = 6;

impl Reader<'_, '_> {
    pub(super) fn tags(&mut self) {
        let units = &self.message.units;
        let mut at = self.range.start;
        while at < self.end {
            if units[at].kind == UnitKind::Tag
                && let Ok(tag) = Tag::parse(units[at].text)
            {
                self.add_tag(tag);
                self.cut(at..at + 1, SpanKind::Tag);
                at += 1;
                continue;
            }
            let head = if at > self.range.start {
                self.message.language.phrases.tag_head(&units[at..self.end])
            } else {
                None
            };
            let Some(head) = head.filter(|head| at + head < self.end) else {
                at += 1;
                continue;
            };
            let mut place = at + head;
            let mut tags = Vec::new();
            while place < self.end {
                if units[place].is(Role::Conjunction) && place + 1 < self.end {
                    place += 1;
                }
                // "tags a, b": a letter in a list is no article.
                let letter = units[place].text.chars().count() == 1
                    && (place > at + head || self.message.gap(place + 1).has(Gap::COMMA));
                let usable =
                    units[place].date.is_none() && (letter || !units[place].class.any(Class::STOP));
                let Some(tag) = usable.then(|| Tag::parse(units[place].text).ok()).flatten() else {
                    break;
                };
                tags.push(tag);
                place += 1;
                let goes_on = place < self.end
                    && (units[place].is(Role::Conjunction) || units[place].gap.has(Gap::COMMA));
                if !goes_on {
                    break;
                }
            }
            if tags.is_empty() {
                at += 1;
                continue;
            }
            for tag in tags {
                self.add_tag(tag);
            }
            self.cut(at..place, SpanKind::Tag);
            at = place;
        }
    }

    /// "… on the family list": the list that ends what is to be done is its tag.
    pub(super) fn list(&mut self) {
        let units = &self.message.units;
        let dated = (self.range.start..self.end)
            .rev()
            .take_while(|&at| units[at].date.is_some() || self.is_cut(at))
            .count();
        let end = self.end - dated;
        if end < self.range.start + 3 || !units[end - 1].class.any(Class::LIST) {
            return;
        }
        let earliest = end.saturating_sub(LONGEST_LIST).max(self.range.start + 1);
        let leads = [
            Role::PrepositionOn,
            Role::PrepositionFor,
            Role::PrepositionTo,
            Role::PrepositionIn,
            Role::PrepositionInto,
        ];
        let Some(from) = (earliest..end - 1)
            .rev()
            .find(|&at| units[at].is_any(&leads))
        else {
            return;
        };
        let named = units[end - 1].class.any(Class::NAMED_LIST);
        let name = from + 1..end - usize::from(!named);
        // "the guest list" of a party is a thing to write, "the shopping list" a place.
        let said = name.len() > 1 && units[name.start].class.any(Class::DETERMINER);
        if !said && !named {
            return;
        }
        if let Some(tag) = filter::list_tag(self.message, name) {
            self.add_tag(tag);
            self.cut(from..end, SpanKind::Tag);
        }
    }

    fn add_tag(&mut self, tag: Tag) {
        if !self.payload.tags.contains(&tag) {
            self.payload.tags.push(tag);
        }
    }
}
