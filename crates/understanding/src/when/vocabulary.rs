//! What a word can mean in a date: the terminals of the grammar, the same for every language.

use jiff::civil::Weekday;
use tasktalk_domain::recurrence::Frequency;

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
    /// A number with a half in one word, in quarters: "eineinhalb" is 6.
    Quarters(u32),
    /// "third".
    Ordinal(i8),
    /// "rd", right after digits.
    OrdinalSuffix,
    /// Something that is usually in that part of the day: "dinner".
    Occasion(Part),
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
    /// "in the morning", as one word.
    AtPart(Part),
    /// "tonight".
    Tonight,
    /// An hour with a name: "noon" is 12, "midnight" 24.
    Hour(i8),
    /// "am" is `false`, "pm" is `true`.
    Meridiem(bool),
    /// "a", "p": a meridiem when "m" follows.
    MeridiemLetter(bool),
    /// "m", after such a letter.
    MeridiemEnd,
    /// "o'clock".
    OClock,
    /// "sharp", "ish": may follow a time and changes nothing.
    Exactly,
    /// "at the latest", "preferably": may follow a date and changes nothing.
    Loosely,
    /// "this".
    This,
    /// "same", before "time".
    Same,
    /// "single", after "every".
    Single,
    /// "thousand", after a number.
    Thousand,
    /// "catching up": what was missed is left behind, as it always is.
    Leniently,
    /// "next".
    Next,
    /// "last".
    Last,
    /// The one after the next, in one word.
    AfterNext,
    /// "coming".
    Coming,
    /// "later", "earlier" before "today".
    Later,
    /// "later" after a span of time.
    LaterOn,
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
    /// "lang", behind a span of time: it lasts so long.
    Lasting,
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
    /// The same, so short that it joins what belongs together for good: "tues n thurs".
    AndShort,
    /// "about".
    About,
    /// "around", which leads to a time by itself: "around 8".
    Around,
    /// "past", after a number of minutes.
    Past,
    /// Adds minutes to the hour before it: Spanish "cinco y media".
    Plus,
    /// Takes minutes from the hour before it: Spanish "cinco menos cuarto".
    Less,
    /// Follows an hour and means nothing more: Spanish "17 h".
    HourMark,
    /// "the".
    The,
    /// Makes the day of a month of the number after it, as Spanish "el 15".
    OfDay,
    /// Leads to the first of two ends, and to nothing alone: Spanish "de 5 a 7".
    Range,
    /// "a".
    A,
    /// "every".
    Every,
    /// "other", after "every".
    Other,
    /// "except".
    Except,
    /// Moves something, so that two days behind it are no span of time: Spanish "pasa lo del lunes al martes".
    Moving,
    /// "ago".
    Ago,
    /// "ago", before the amount: Spanish "hace 3 días".
    HasPassed,
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
    /// Can only say how often, whatever follows: not the "daily" of a "daily report".
    Regularly,
    /// One time in two, after a weekday: Spanish "jueves por medio".
    OneOfTwo,
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
    /// "strictly", "no catching up": keeps to its schedule.
    Strictly,
    /// "when", before "I finish".
    When,
    /// "it", after "finish".
    It,
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
                | Self::Occasion(_)
                | Self::Time
                | Self::Times
                | Self::Finish
                | Self::Edge(_)
                | Self::Other
        )
    }

    /// Whether a day, a time or a distance can begin with the word.
    pub(super) fn opens_piece(self) -> bool {
        self.opens_expression()
            && !matches!(
                self,
                Self::At
                    | Self::On
                    | Self::In
                    | Self::Within
                    | Self::For
                    | Self::During
                    | Self::Due
                    | Self::From
                    | Self::Until
                    | Self::By
                    | Self::Before
                    | Self::Since
                    | Self::Between
                    | Self::About
                    | Self::Around
                    | Self::Every
                    | Self::Starting
                    | Self::Range
            )
    }

    /// Whether a whole date expression can begin with the word.
    pub(super) fn opens_expression(self) -> bool {
        !matches!(
            self,
            Self::Glue
                | Self::Of
                | Self::To
                | Self::And
                | Self::AndShort
                | Self::Past
                | Self::Plus
                | Self::Less
                | Self::HourMark
                | Self::OfDay
                | Self::Regularly
                | Self::OneOfTwo
                | Self::Moving
                | Self::Exactly
                | Self::Loosely
                | Self::Except
                | Self::Ago
                | Self::Hence
                | Self::OClock
                | Self::OrdinalSuffix
                | Self::Meridiem(_)
                | Self::MeridiemLetter(_)
                | Self::MeridiemEnd
                | Self::Same
                | Self::Single
                | Self::Thousand
                | Self::Subject
                | Self::Strictly
                | Self::Lasting
                | Self::When
                | Self::It
                | Self::Occasion(_)
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
