//! The title of a payload: what is left when everything else is cut.

use std::ops::Range;

use tasktalk_domain::SpanKind;

use super::{Reader, Style};
use crate::lexicon::{Class, Role};
use crate::units::{Gap, UnitKind};

impl Reader<'_, '_> {
    pub(super) fn title(&mut self, style: Style) {
        let kept = self.kept(style);
        let units = &self.message.units;
        let quoted = match kept.as_slice() {
            [run] if run.len() == 1 && units[run.start].kind == UnitKind::Quoted => {
                Some(units[run.start].text)
            }
            _ => None,
        };
        let title = match (quoted, kept.first()) {
            (Some(quoted), _) => quoted.trim().to_owned(),
            (None, Some(first)) => {
                let text = self.infinitive(self.text(&kept));
                let text = self.of_clause(first.start, &text).unwrap_or(text);
                capitalised(&text, &units[first.start].word)
            }
            (None, None) => String::new(),
        };
        if title.chars().any(char::is_alphanumeric) || quoted.is_some() || !title.is_ascii() {
            if let [run] = kept.as_slice() {
                self.payload
                    .spans
                    .extend(self.message.span(run.clone(), SpanKind::Title));
            }
            if !title.is_empty() {
                self.payload.title = Some(title);
            }
        }
        self.payload.spans.sort_by_key(|span| span.start);
    }

    /// The title of a clause, "que llame al banco", with its verb in the infinitive where the language has titles so.
    fn of_clause(&self, first: usize, title: &str) -> Option<String> {
        let language = self.message.language;
        let units = &self.message.units;
        let clause = units[..first]
            .iter()
            .rev()
            .take_while(|unit| unit.gap == Gap::default() || unit.date.is_some())
            .take(first + 1 - self.range.start.min(first))
            .find(|unit| unit.date.is_none())
            .is_some_and(|unit| unit.is(Role::DemonstrativeFar));
        if !clause || !language.habits.title_is_infinitive {
            return None;
        }
        let verb = &units[first];
        let base = language.lexicon.entry(&verb.word)?.base.as_deref()?;
        let accented = language.habits.accented.iter();
        let written = accented
            .copied()
            .find_map(|(plain, accented)| (plain == base).then_some(accented));
        let rest = title.strip_prefix(verb.text)?;
        Some(format!("{}{rest}", written.unwrap_or(base)))
    }

    /// The text with the verb at its end as a title has it: "Mama anzurufen" was said, "Mama anrufen" is to be done.
    fn infinitive(&self, text: String) -> String {
        let language = self.message.language;
        let Some(infinitive) = language.habits.infinitive else {
            return text;
        };
        let before = self.message.units[..self.range.start].iter().next_back();
        let subject =
            before.is_some_and(|unit| unit.is_any(&[Role::PronounFirst, Role::PronounFirstMany]));
        infinitive(&language.lexicon, &text, subject).unwrap_or(text)
    }

    /// What is kept, as it was written; a comma stays where something between two commas was cut.
    fn text(&self, kept: &[Range<usize>]) -> String {
        let mut text = String::new();
        let mut end = None;
        for run in kept {
            let piece = self.message.slice(run.clone());
            if piece.is_empty() {
                continue;
            }
            if let Some(end) = end {
                let comma = |at| self.message.gap(at).has(Gap::COMMA);
                text.push_str(if comma(end) && comma(run.start) {
                    ", "
                } else {
                    " "
                });
            }
            text.push_str(piece);
            end = Some(run.end);
        }
        text
    }

    /// The runs of units that make up the title.
    fn kept(&self, style: Style) -> Vec<Range<usize>> {
        let mut kept = self.uncut();
        // What led to a piece that was cut leads nowhere now.
        if let Some(first) = kept.first_mut()
            && first.start > self.range.start
        {
            self.skip(
                first,
                &[
                    Role::PrepositionTo,
                    Role::DemonstrativeFar,
                    Role::PrepositionAbout,
                    Role::PrepositionOf,
                    Role::PrepositionFor,
                    Role::Conjunction,
                    Role::PronounFirst,
                    Role::VerbOfNeed,
                    Role::AuxiliaryPerfect,
                ],
            );
        }
        let runs = kept.len();
        for (index, run) in kept.iter_mut().enumerate() {
            let dangling = run.end < self.end || index + 1 < runs || self.end < self.range.end;
            while dangling
                && run.end > run.start
                && self.message.units[run.end - 1].is(Role::Connector)
            {
                run.end -= 1;
            }
        }
        kept.retain(|run| run.start < run.end);
        if let Some(first) = kept.first_mut() {
            self.skip(first, &[Role::Hesitation]);
            if self.is_infinitive(first) {
                first.start += 1;
            }
            let dated = self.message.units[first.start].date.is_some();
            if style.without_article && !dated && !self.is_letter(first.start) {
                let one = first.start..first.end.min(first.start + 2);
                let rest = one.end..first.end;
                let mut head = one;
                self.skip(
                    &mut head,
                    &[
                        Role::ArticleIndefinite,
                        Role::ArticleDefinite,
                        Role::QuantifierSome,
                        Role::PossessiveFirst,
                    ],
                );
                *first = head.start..rest.end;
            }
        }
        kept
    }

    /// The runs of units that nothing else took.
    fn uncut(&self) -> Vec<Range<usize>> {
        let mut kept: Vec<Range<usize>> = Vec::new();
        for at in self.range.start..self.end {
            if self.is_cut(at) {
                continue;
            }
            match kept.last_mut() {
                Some(run) if run.end == at => run.end = at + 1,
                _ => kept.push(at..at + 1),
            }
        }
        kept
    }

    /// Takes words off the beginning of a run, but never all of it.
    fn skip(&self, run: &mut Range<usize>, roles: &[Role]) {
        while run.len() > 1 && self.message.units[run.start].is_any(roles) {
            run.start += 1;
        }
    }

    /// "to water the ferns": the "to" belongs to what was said before.
    fn is_infinitive(&self, run: &Range<usize>) -> bool {
        matches!(
            &self.message.units[run.clone()],
            [to, verb, ..] if to.is(Role::PrepositionTo) && verb.class.any(Class::CHORE)
        )
    }

    /// The "A" of "A & B" is no article.
    fn is_letter(&self, at: usize) -> bool {
        self.message
            .units
            .get(at + 1)
            .is_some_and(|next| next.is_any(&[Role::Conjunction, Role::Disjunction]))
    }
}

/// A text with a capital first letter, unless its first word has capitals of its own or is no word ("iPhone", "http://…").
pub(crate) fn capitalised(text: &str, first_word: &str) -> String {
    let own_case = text.split_whitespace().next().is_some_and(|word| {
        word.chars().any(char::is_uppercase) || word.contains("://") || word.contains('@')
    });
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() && !own_case && !first_word.is_empty() => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}
