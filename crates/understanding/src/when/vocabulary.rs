//! What date words mean, per language. A language is data: words, phrases and holidays; the grammar knows no word.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Weekday;
use tasktalk_domain::{Locale, recurrence::Frequency};

use super::english;

/// One meaning of a word in a date or time. A word can have several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Term {
    /// So many days from today: "tomorrow" is 1.
    Day(i32),
    /// "now".
    Now,
    /// A weekday; `false` when the word means something else as well ("sun", "sat").
    Weekday(Weekday, bool),
    /// A weekday again and again: "mondays".
    Weekdays(Weekday),
    /// A month; how far the word can be trusted by itself.
    Month(i8, Trust),
    /// A number word.
    Cardinal(u32),
    /// "couple", "few": a number that "a" may precede.
    Approximately(u32),
    /// "third".
    Ordinal(i8),
    /// "rd", right after digits.
    OrdinalSuffix,
    /// "half".
    Half,
    /// "quarter", as a fraction.
    Quarter,
    /// A unit of time.
    Unit(Unit),
    /// A unit as a letter right after digits: "30m".
    Letter(Unit),
    /// "morning".
    Part(Part),
    /// "tonight".
    Tonight,
    /// An hour with a name: "noon" is 12, "midnight" 24.
    Hour(i8),
    /// "am" is `false`, "pm" is `true`.
    Meridiem(bool),
    /// "a", "p": a meridiem when "m" follows.
    MeridiemLetter(bool),
    /// "o'clock".
    OClock,
    /// "sharp", "ish": may follow a time and changes nothing.
    Exactly,
    /// "this".
    This,
    /// "next".
    Next,
    /// "last".
    Last,
    /// "coming".
    Coming,
    /// "later", "earlier" before "today".
    Later,
    /// "at".
    At,
    /// "on".
    On,
    /// "in".
    In,
    /// "within".
    Within,
    /// "for".
    For,
    /// "during".
    During,
    /// "due".
    Due,
    /// "of".
    Of,
    /// "from".
    From,
    /// "to" between two times, and before the full hour.
    To,
    /// "until".
    Until,
    /// "by".
    By,
    /// "before".
    Before,
    /// "after".
    After,
    /// "since".
    Since,
    /// "between".
    Between,
    /// "and".
    And,
    /// "about".
    About,
    /// "past", after a number of minutes.
    Past,
    /// "the".
    The,
    /// "a".
    A,
    /// "every".
    Every,
    /// "other", after "every".
    Other,
    /// "except".
    Except,
    /// "ago".
    Ago,
    /// "from now".
    Hence,
    /// "time", after "in two weeks".
    Time,
    /// A part of a period: "end".
    Edge(Edge),
    /// "eom": the end of the month.
    EndOf(Unit),
    /// "Q3": a quarter of the year with its number.
    NumberedQuarter(i8),
    /// "weekend".
    Weekend,
    /// "weekends".
    Weekends,
    /// "weekday".
    Workday,
    /// "weekdays".
    Workdays,
    /// "daily": a frequency and an interval.
    Repeat(Frequency, u16),
    /// "starting".
    Starting,
    /// "onwards".
    Onwards,
    /// "times".
    Times,
    /// "once".
    Once,
    /// "per".
    Per,
    /// "finish", "completion", "done".
    Finish,
    /// "I", "it's", between "after" and "finish".
    Subject,
    /// A day that is celebrated.
    Holiday(Holiday),
    /// A function word: it can follow a date without being what the date counts.
    Glue,
}

impl Term {
    /// Whether the word can be what a number or a name before it belongs to: "the third time".
    pub(super) fn is_content(self) -> bool {
        matches!(
            self,
            Self::Cardinal(_)
                | Self::Approximately(_)
                | Self::Ordinal(_)
                | Self::Unit(_)
                | Self::Half
                | Self::Quarter
                | Self::Time
                | Self::Times
                | Self::Finish
                | Self::Edge(_)
                | Self::Other
        )
    }
}

impl Term {
    /// Whether a day, a time or a distance can begin with the word.
    pub(super) fn opens_piece(self) -> bool {
        !matches!(
            self,
            Self::Glue
                | Self::At
                | Self::On
                | Self::In
                | Self::Within
                | Self::For
                | Self::During
                | Self::Due
                | Self::Of
                | Self::From
                | Self::To
                | Self::Until
                | Self::By
                | Self::Before
                | Self::Since
                | Self::Between
                | Self::And
                | Self::About
                | Self::Past
                | Self::Exactly
                | Self::Every
                | Self::Except
                | Self::Ago
                | Self::Hence
                | Self::OClock
                | Self::OrdinalSuffix
                | Self::Meridiem(_)
                | Self::MeridiemLetter(_)
                | Self::Subject
                | Self::Starting
                | Self::Onwards
                | Self::Times
                | Self::Per
        )
    }

    /// Whether a whole date expression can begin with the word.
    pub(super) fn opens_expression(self) -> bool {
        self.opens_piece()
            || !matches!(
                self,
                Self::Glue
                    | Self::Of
                    | Self::To
                    | Self::And
                    | Self::Past
                    | Self::Exactly
                    | Self::Except
                    | Self::Ago
                    | Self::Hence
                    | Self::OClock
                    | Self::OrdinalSuffix
                    | Self::Meridiem(_)
                    | Self::MeridiemLetter(_)
                    | Self::Subject
                    | Self::Onwards
                    | Self::Times
                    | Self::Per
            )
    }
}

/// How far a month's name can be trusted by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// "october".
    Full,
    /// "oct".
    Short,
    /// "may", "march", "mar": mostly another word.
    Weak,
}

/// A unit of time, from small to large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    /// Two weeks.
    Fortnight,
    Month,
    /// Three months.
    Quarter,
    Year,
    /// Ten years.
    Decade,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
    /// "first thing", which needs a day beside it.
    FirstThing,
    /// The end of the working day.
    EndOfDay,
}

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
}

/// A holiday whose date follows a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// The same day every year: month, day.
    Fixed(i8, i8),
    /// The nth weekday of a month, and so many days after it.
    Nth(i8, Weekday, i8, i64),
    /// So many days after (western) Easter Sunday.
    Easter(i64),
}

/// A language's words and habits.
pub(super) struct Language {
    words: HashMap<Cow<'static, str>, Known>,
    /// By the first word.
    phrases: HashMap<&'static str, Vec<Phrase>>,
    /// Letters glued to a number: "2morrow".
    pub(super) glued: &'static [(&'static str, &'static str, &'static [Term])],
    /// Whether "half seven" is 6:30, as in German, and not 7:30.
    pub(super) half_is_before: bool,
    /// Whether "3." is "3rd".
    pub(super) ordinal_dot: bool,
}

/// What is known about a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) terms: &'static [Term],
    /// Whether it was recognised in spite of its spelling.
    pub(super) misspelt: bool,
}

struct Phrase {
    /// The words after the first.
    rest: Vec<&'static str>,
    terms: &'static [Term],
}

/// The data of a language; in each entry several spellings are separated by blanks, in phrases by `|`.
pub(super) struct Data {
    pub(super) words: &'static [(&'static str, &'static [Term])],
    pub(super) phrases: &'static [(&'static str, &'static [Term])],
    pub(super) holidays: &'static [(&'static str, &'static [Term])],
    pub(super) glued: &'static [(&'static str, &'static str, &'static [Term])],
    /// Words in which a slip of the finger is recognised: neighbours swapped, a letter left out or doubled.
    pub(super) forgiving: &'static [&'static str],
    pub(super) half_is_before: bool,
    pub(super) ordinal_dot: bool,
}

static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::new(&english::DATA));

impl Language {
    /// The language of a locale; English when there is no grammar for it.
    pub(super) fn of(_locale: &Locale) -> &'static Self {
        &ENGLISH
    }

    fn new(data: &Data) -> Self {
        let mut words = HashMap::new();
        for &(spellings, terms) in data.words {
            for spelling in spellings.split(' ') {
                let known = Known {
                    terms,
                    misspelt: false,
                };
                let before = words.insert(Cow::Borrowed(spelling), known);
                debug_assert!(before.is_none(), "{spelling} stands twice");
            }
        }
        for word in data.forgiving {
            let terms = words.get(*word).map_or(&[][..], |known| known.terms);
            for slip in slips(word) {
                words.entry(Cow::Owned(slip)).or_insert(Known {
                    terms,
                    misspelt: true,
                });
            }
        }
        let mut phrases: HashMap<_, Vec<Phrase>> = HashMap::new();
        for &(spellings, terms) in data.phrases.iter().chain(data.holidays) {
            for spelling in spellings.split('|') {
                let mut parts = spelling.split(' ');
                let first = parts.next().unwrap_or_default();
                let rest = parts.collect();
                phrases
                    .entry(first)
                    .or_default()
                    .push(Phrase { rest, terms });
            }
        }
        for list in phrases.values_mut() {
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        Self {
            words,
            phrases,
            glued: data.glued,
            half_is_before: data.half_is_before,
            ordinal_dot: data.ordinal_dot,
        }
    }

    /// What a folded word means.
    pub(super) fn word(&self, folded: &str) -> Option<Known> {
        self.words.get(folded).copied()
    }

    /// The longest phrase at the start of these words: its number of words and what it means.
    pub(super) fn phrase<'w>(
        &self,
        mut word: impl FnMut(usize) -> Option<&'w str>,
    ) -> Option<(usize, &'static [Term])> {
        let candidates = self.phrases.get(word(0)?)?;
        candidates
            .iter()
            .find(|phrase| {
                phrase
                    .rest
                    .iter()
                    .enumerate()
                    .all(|(index, part)| word(index + 1) == Some(*part))
            })
            .map(|phrase| (phrase.rest.len() + 1, phrase.terms))
    }
}

/// What a word becomes by one slip of the finger. Replaced letters are left out: they make other words.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut slips = Vec::new();
    for index in 0..letters.len() {
        let mut left_out = letters.clone();
        left_out.remove(index);
        slips.push(left_out.into_iter().collect());
        let mut doubled = letters.clone();
        doubled.insert(index, letters[index]);
        slips.push(doubled.into_iter().collect());
        if index + 1 < letters.len() {
            let mut swapped = letters.clone();
            swapped.swap(index, index + 1);
            slips.push(swapped.into_iter().collect());
        }
    }
    slips
}
