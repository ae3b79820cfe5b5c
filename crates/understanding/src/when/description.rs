//! A point in time as it was described: a day, a time of day, a part of the day, a distance, in any order.
//!
//! Reading and resolving are apart, because an interval's ends complete each other: in "from 9:30 to 11 on thursday" the
//! day stands behind the second time.

use jiff::civil::Weekday;

use super::{
    amount::{Amount, amount, unit},
    calendar::{Day, Period, Which},
    clock::{Clock, Lead, clock},
    dates,
    days::{DayFound, DayTrust, day, month_name, weekday_name},
    vocabulary::{Part, Term, Trust, Unit},
    words::{Read, Words},
};

/// What was said about one point in time. Everything in it is optional, but something is there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Description {
    pub(super) day: Option<Day>,
    pub(super) clock: Option<Clock>,
    pub(super) part: Option<Part>,
    /// How far away from the day and time, or from now.
    pub(super) distance: Option<Distance>,
    /// The weekday that was said beside a date.
    pub(super) weekday: Option<Weekday>,
    /// Another day that the words can mean.
    pub(super) other_day: Option<Day>,
    /// "today", "this evening": never moved to another day.
    pub(super) is_today: bool,
    pub(super) confidence: f32,
}

/// A distance in time, and from where it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Distance {
    pub(super) amount: Amount,
    pub(super) from_now: bool,
}

/// Which words stand before a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// None: it must speak for itself.
    Sentence,
    /// "by", "until", "before", "after", "since", "starting", "every": a day, a month or a bare hour may follow.
    Led,
    /// As [`Self::Led`], without months that are words or names: "from may".
    From,
    /// An end of an interval: as [`Self::Led`], but "5 to 7" are two times and not one.
    End,
}

/// What one step of reading added.
enum Piece {
    Day(DayFound),
    Clock(Clock),
    Part(Part),
    /// "this morning", "tonight": a day and a part.
    PartOf(i32, Part),
    Distance(Distance),
    Year(i16),
}

/// Which words lead to a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one word that was read"
)]
struct Before {
    /// "at".
    at: bool,
    /// "on", "of".
    on: bool,
    /// "in", "within".
    within: bool,
    /// "due".
    due: bool,
    /// "for", "during".
    purpose: bool,
    /// Any of them but "for".
    any: bool,
}

impl Description {
    fn new() -> Self {
        Self {
            day: None,
            clock: None,
            part: None,
            distance: None,
            weekday: None,
            other_day: None,
            is_today: false,
            confidence: 1.0,
        }
    }

    /// A number that may be an hour or a day.
    pub(super) fn number(number: u8) -> Option<Self> {
        Some(Self {
            clock: Some(Clock::of_number(number)?),
            ..Self::new()
        })
    }

    /// A part of the day.
    pub(super) fn of_part(part: Part) -> Self {
        Self {
            part: Some(part),
            ..Self::new()
        }
    }

    /// The time of day alone.
    pub(super) fn without_day(&self) -> Self {
        Self {
            clock: self.clock,
            part: self.part,
            confidence: self.confidence,
            ..Self::new()
        }
    }

    /// Whether its only time is a number.
    pub(super) fn clock_is_bare(&self) -> bool {
        self.clock.is_some_and(|clock| clock.bare.is_some())
    }

    /// Only a number that may be an hour or a day.
    pub(super) fn bare_number(&self) -> Option<u8> {
        let bare = self.clock.and_then(|clock| clock.bare)?;
        (self.day.is_none() && self.part.is_none() && self.distance.is_none()).then_some(bare)
    }

    /// Whether a time of day was said.
    pub(super) fn has_time(&self) -> bool {
        self.clock.is_some()
            || self.part.is_some()
            || self
                .distance
                .is_some_and(|distance| distance.amount.has_time)
    }

    fn is_empty(&self) -> bool {
        self.day.is_none() && self.clock.is_none() && self.part.is_none() && self.distance.is_none()
    }

    /// Adds a piece; `false` when it contradicts what is there, so that it belongs to something else.
    fn add(&mut self, piece: &Piece, this_year: i16) -> bool {
        match *piece {
            Piece::Day(found) => self.add_day(found, this_year),
            Piece::Clock(clock) => {
                let free = self.clock.is_none()
                    && self
                        .distance
                        .is_none_or(|distance| !distance.amount.has_time);
                if free {
                    self.clock = Some(clock);
                }
                free
            }
            Piece::Part(part) => {
                let free = self.part.is_none() && self.distance.is_none_or(|d| !d.amount.has_time);
                if free {
                    self.part = Some(part);
                }
                free
            }
            Piece::PartOf(offset, part) => {
                let free = self.part.is_none()
                    && self.distance.is_none()
                    && self.day.is_none_or(|day| day == Day::Offset(offset));
                if free {
                    self.part = Some(part);
                    self.day = Some(Day::Offset(offset));
                    self.is_today = offset == 0;
                }
                free
            }
            Piece::Distance(distance) => self.add_distance(distance),
            Piece::Year(year) => match &mut self.day {
                Some(Day::MonthDay {
                    year: known @ None, ..
                }) => {
                    *known = Some(year);
                    true
                }
                _ => false,
            },
        }
    }

    fn add_day(&mut self, found: DayFound, this_year: i16) -> bool {
        let Some(known) = self.day else {
            let free = self.distance.is_none_or(|distance| !distance.from_now);
            if free {
                self.confidence = self.confidence.min(found.confidence);
                self.day = Some(found.day);
                self.other_day = found.other;
                self.is_today = found.day == Day::Offset(0);
            }
            return free;
        };
        let is_date = |day| {
            matches!(
                day,
                Day::MonthDay { .. }
                    | Day::Exact(_)
                    | Day::DayOfMonth { .. }
                    | Day::Offset(_)
                    | Day::Holiday(..)
            )
        };
        let merged = match (known, found.day) {
            // "Tuesday, 10 January", "10 January, a Tuesday"; "friday the 13th" must be one.
            (Day::Weekday(weekday, Which::Coming), Day::DayOfMonth { day, months, .. })
            | (Day::DayOfMonth { day, months, .. }, Day::Weekday(weekday, Which::Coming)) => {
                Some(Day::DayOfMonth {
                    day,
                    months,
                    weekday: Some(weekday),
                })
            }
            (Day::Weekday(weekday, Which::Coming), date) if is_date(date) => {
                self.weekday = Some(weekday);
                self.other_day = found.other;
                Some(date)
            }
            (date, Day::Weekday(weekday, Which::Coming)) if is_date(date) => {
                self.weekday = Some(weekday);
                Some(date)
            }
            // "tuesday next week", "next week on tuesday", "tuesday this week".
            (Day::Weekday(weekday, Which::Coming), Day::Period(Period::Week(weeks)))
            | (Day::Period(Period::Week(weeks)), Day::Weekday(weekday, Which::Coming)) => {
                Some(Day::WeekdayOfWeek(weekday, weeks))
            }
            // "3 march next year", "christmas next year".
            (
                Day::MonthDay {
                    month,
                    day,
                    year: None,
                },
                Day::Period(Period::Year(years)),
            ) => i16::try_from(years).ok().map(|years| Day::MonthDay {
                month,
                day,
                year: Some(this_year + years),
            }),
            (
                Day::MonthDay {
                    month,
                    day,
                    year: None,
                },
                Day::Period(Period::Numbered(year)),
            ) => Some(Day::MonthDay {
                month,
                day,
                year: Some(year),
            }),
            (Day::Holiday(holiday, None, which), Day::Period(Period::Numbered(year))) => {
                Some(Day::Holiday(holiday, Some(year), which))
            }
            // "next month on the 3rd".
            (
                Day::Period(Period::Month(months)),
                Day::DayOfMonth {
                    day,
                    months: None,
                    weekday,
                },
            )
            | (
                Day::DayOfMonth {
                    day,
                    months: None,
                    weekday,
                },
                Day::Period(Period::Month(months)),
            ) => Some(Day::DayOfMonth {
                day,
                months: Some(months),
                weekday,
            }),
            _ => None,
        };
        let Some(day) = merged else {
            return false;
        };
        self.confidence = self.confidence.min(found.confidence);
        self.day = Some(day);
        true
    }

    fn add_distance(&mut self, distance: Distance) -> bool {
        if self.distance.is_some() {
            return false;
        }
        match self.day {
            None => {
                let free =
                    !distance.amount.has_time || (self.clock.is_none() && self.part.is_none());
                if free {
                    self.distance = Some(distance);
                }
                free
            }
            // "friday in two weeks".
            Some(Day::Weekday(weekday, Which::Coming)) => {
                let span = distance.amount.span;
                let weeks = span.get_weeks();
                let only_weeks = span.fieldwise() == jiff::Span::new().weeks(weeks).fieldwise();
                if only_weeks && weeks > 0 {
                    self.day = Some(Day::WeekdayOfWeek(weekday, weeks));
                }
                only_weeks && weeks > 0
            }
            Some(_) => false,
        }
    }
}

/// Reads as much of a description as there is; `None` when there is none, or none to be believed.
///
/// Several kinds of expression begin with a description, so the last one that began a sentence is remembered.
pub(super) fn describe(words: &Words<'_>, start: usize, opening: Opening) -> Read<Description> {
    if opening != Opening::Sentence || words.is_nested() {
        return read(words, start, opening);
    }
    if let Some((at, known)) = words.last_description.get()
        && at == start
    {
        return known;
    }
    let found = read(words, start, opening);
    words.last_description.set(Some((start, found)));
    found
}

fn read(words: &Words<'_>, start: usize, opening: Opening) -> Read<Description> {
    let this_year = words.moment.now.year();
    let mut description = Description::new();
    let mut at = start;
    let mut belief = Belief::default();
    let mut accepted = None;
    for pieces in 0..8 {
        let (before, next) = connector(words, at, pieces, opening);
        if pieces == 0
            && words.can_begin_piece(next)
            && let Some((relative, end)) = relative_to(words, next)
        {
            (description, at) = (relative, end);
            belief.sure = true;
        } else {
            let Some((found, end)) = piece(words, next, before, &description, opening) else {
                if words.is_forbidden(next) {
                    return None;
                }
                break;
            };
            let holds = holds(words, &found, before, opening, (next, end));
            if !description.add(&found, this_year) {
                break;
            }
            belief.add(&found, holds, pieces > 0 || words.is_first(start));
            at = end;
        }
        let believed =
            belief.is_enough() || (words.is_whole(start, at) && !is_weak_month(words, start));
        if believed && !(belief.careful && words.content_follows(at)) {
            accepted = Some((description, at));
        }
    }
    let (mut description, end) = accepted?;
    let most = if description.clock_is_bare() {
        0.9
    } else {
        0.95
    };
    description.confidence = description.confidence.min(most);
    if words.any_misspelt(start, end) {
        description.confidence = description.confidence.min(0.85);
    }
    Some((description, end))
}

/// Whether what was read so far is a date and not just words that can be one.
#[derive(Clone, Copy, Debug, Default)]
struct Belief {
    /// Some piece can be nothing else.
    sure: bool,
    /// The only time is a number.
    bare: bool,
    /// Some piece can well be something else, and nothing leads to it.
    doubtful: bool,
    /// A word behind the last piece could make something else of it.
    careful: bool,
}

impl Belief {
    fn add(&mut self, piece: &Piece, holds: Holds, has_context: bool) {
        let bare = matches!(piece, Piece::Clock(clock) if clock.bare.is_some());
        match holds {
            Holds::Surely if bare => self.bare = true,
            Holds::Surely => self.sure = true,
            Holds::Doubtfully => self.doubtful = true,
        }
        self.careful = match piece {
            // "at 5 tables" is no time, but "tomorrow at 5 call mum" has one.
            Piece::Clock(clock) => clock.is_word() || (clock.bare.is_some() && !has_context),
            Piece::Day(day) => day.trust.is_careful(),
            Piece::Part(_) => !has_context,
            Piece::PartOf(..) | Piece::Distance(_) | Piece::Year(_) => false,
        };
    }

    fn is_enough(self) -> bool {
        self.sure || (self.bare && !self.doubtful)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Surely,
    Doubtfully,
}

/// Whether a piece is believable behind these words.
fn holds(
    words: &Words<'_>,
    piece: &Piece,
    before: Before,
    opening: Opening,
    (start, end): (usize, usize),
) -> Holds {
    let led = opening != Opening::Sentence || before.on || before.at || before.due;
    let surely = match piece {
        Piece::Day(found) => match (found.trust, found.day) {
            (DayTrust::Sure | DayTrust::Careful, _) => true,
            (DayTrust::Led | DayTrust::LedCareful, Day::Holiday(..)) => led,
            (DayTrust::Led | DayTrust::LedCareful, _) => led || before.purpose,
            (DayTrust::Month, _) => {
                let name = (start..end).any(|at| is_weak_month(words, at));
                match opening {
                    Opening::Sentence => before.within,
                    Opening::Led | Opening::End => true,
                    Opening::From => !name,
                }
            }
        },
        Piece::Part(part) => before.any || *part == Part::EndOfDay,
        Piece::Clock(_) | Piece::PartOf(..) | Piece::Distance(_) | Piece::Year(_) => true,
    };
    if surely {
        Holds::Surely
    } else {
        Holds::Doubtfully
    }
}

fn is_weak_month(words: &Words<'_>, at: usize) -> bool {
    month_name(words, at).is_some_and(|(_, trust)| trust == Trust::Weak)
}

/// Skips the words between pieces: "at", "on", ", ", "in the", "due".
fn connector(words: &Words<'_>, at: usize, pieces: usize, opening: Opening) -> (Before, usize) {
    let mut before = Before::default();
    let mut next = at;
    if pieces > 0 {
        if words.is_sign(next, ',') {
            next += 1;
        } else if (words.is_inner_sign(next, '-') || words.is_inner_sign(next, '.'))
            && words.is_inner_sign(next + 2, ':')
        {
            // "05/31/2024-14:15".
            next += 1;
        } else if words.folded(next) == "t" && words.is_glued(next) && words.is_glued(next + 1) {
            return (before, next + 1);
        }
    }
    if pieces == 0 && opening == Opening::Sentence {
        if words.has(next, Term::Due) {
            before.due = true;
            before.any = true;
            next += 1;
        } else if words.has_any(next, &[Term::For, Term::During]) {
            before.purpose = true;
            next += 1;
        }
    }
    // "at about", "on or about".
    for _ in 0..2 {
        if words.has(next, Term::At) {
            before.at = true;
            before.any = true;
            next += 1;
        } else if words.has(next, Term::About) && (before.at || before.on || before.within) {
            next += 1;
        } else if words.has(next, Term::About) {
            // "around 5pm", "about noon": the number needs more than this.
            before.any = true;
            next += 1;
        } else if words.has(next, Term::On) && !before.on {
            before.on = true;
            before.any = true;
            next += 1;
        } else if words.has(next, Term::In) || words.has(next, Term::Within) {
            before.within = true;
            before.any = true;
            next += 1;
        } else if pieces > 0 && words.has(next, Term::Of) {
            before.on = true;
            next += 1;
        } else {
            break;
        }
    }
    (before, next)
}

/// Reads the longest piece at a place.
fn piece(
    words: &Words<'_>,
    at: usize,
    before: Before,
    description: &Description,
    opening: Opening,
) -> Read<Piece> {
    if !words.can_begin_piece(at) {
        return None;
    }
    let empty = description.is_empty();
    let mut best: Read<Piece> = None;
    let mut offer = |found: Read<Piece>| {
        if let Some((piece, end)) = found
            && best.as_ref().is_none_or(|(_, longest)| end > *longest)
        {
            best = Some((piece, end));
        }
    };
    offer(
        distance(words, at, before, opening)
            .map(|(distance, end)| (Piece::Distance(distance), end)),
    );
    offer(part(words, at, before, description));
    // "at" leads to few days: "at christmas", "at the end of the month".
    offer(day(words, at).and_then(|(found, end)| {
        let fits = !before.at
            || matches!(
                found.day,
                Day::Holiday(..) | Day::Weekend(_) | Day::Edge(..)
            );
        fits.then_some((Piece::Day(found), end))
    }));
    // "in" and "on" never lead to a time.
    if !before.within && !before.on || before.at {
        let lead = match opening {
            Opening::Led | Opening::From if empty => Lead::Word,
            Opening::End if empty || before.at => Lead::Number,
            _ if before.at => Lead::Word,
            _ => Lead::None,
        };
        offer(clock(words, at, lead).map(|(clock, end)| (Piece::Clock(clock), end)));
    }
    if matches!(description.day, Some(Day::MonthDay { year: None, .. }))
        && description.clock.is_some()
    {
        offer(dates::year(words, at).map(|(year, end)| (Piece::Year(year), end)));
    }
    best
}

/// "this morning", "tonight", "in the morning", "tomorrow night", "at night".
fn part(words: &Words<'_>, at: usize, before: Before, description: &Description) -> Read<Piece> {
    if words.has(at, Term::Tonight) {
        return Some((Piece::PartOf(0, Part::Night), at + 1));
    }
    let start = words.skip(at, Term::Later);
    let named = |at| {
        words.pick(at, |term| match term {
            Term::Part(part) => Some(part),
            _ => None,
        })
    };
    if words.has(start, Term::This)
        && let Some(part) = named(start + 1)
    {
        return Some((Piece::PartOf(0, part), start + 2));
    }
    if words.has(at, Term::Last) && named(at + 1) == Some(Part::Night) {
        return Some((Piece::PartOf(-1, Part::Night), at + 2));
    }
    let after_article = words.skip(at, Term::The);
    let part = named(after_article)?;
    let led = part == Part::FirstThing
        || (before.within && after_article > at)
        || (before.at && matches!(part, Part::Night | Part::EndOfDay))
        || (!description.is_empty() && (after_article == at || before.any))
        || part == Part::EndOfDay
        || (after_article > at && words.is_whole(at, after_article + 1));
    led.then_some((Piece::Part(part), after_article + 1))
}

/// "in two hours", "3 days ago", "an hour from now", "after an hour", "next hour".
fn distance(words: &Words<'_>, at: usize, before: Before, opening: Opening) -> Read<Distance> {
    let from_now = |amount| Distance {
        amount,
        from_now: true,
    };
    if words.has(at, Term::Now) {
        let sign = at + 1;
        let plus = words.is_sign(sign, '+');
        if plus && let Some((amount, end)) = amount(words, sign + 1) {
            return Some((from_now(amount), end));
        }
    }
    if opening == Opening::Sentence && words.has(at, Term::After) {
        let (amount, end) = amount(words, words.skip(at + 1, Term::About))?;
        return (!words.content_follows(end)).then_some((from_now(amount), end));
    }
    if words.has(at, Term::Next)
        && let Some((unit, end)) = unit(words, at + 1)
        && matches!(unit, Unit::Hour | Unit::Minute)
        && !words.content_follows(end)
    {
        return Some((from_now(Amount::of(1, unit)?), end));
    }
    let (amount, end) = amount(words, at)?;
    if words.has(end, Term::Ago) {
        return Some((from_now(amount.back()), end + 1));
    }
    if (words.has(end, Term::Hence) || words.folded(end) == "later") {
        return Some((from_now(amount), end + 1));
    }
    if before.within && !before.at {
        // "in two weeks' time".
        let apostrophe = words.skip_sign(end, '\'');
        let time = words.skip(apostrophe, Term::Time);
        let end = if time > apostrophe { time } else { end };
        return Some((from_now(amount), end));
    }
    None
}

/// "a week from tuesday", "3 days before christmas", "the day after tomorrow", "two hours before noon".
fn relative_to(words: &Words<'_>, at: usize) -> Read<Description> {
    let (amount, next) = amount(words, at).or_else(|| {
        let (unit, next) = unit(words, words.skip(at, Term::The))?;
        Some((Amount::of(1, unit)?, next)).filter(|(amount, _)| !amount.has_time)
    })?;
    let before = words.has(next, Term::Before);
    // "a week on friday".
    let on =
        words.has(next, Term::On) && amount.is_single && weekday_name(words, next + 1).is_some();
    if !(before || on || words.has_any(next, &[Term::After, Term::From])) {
        return None;
    }
    let (inner, end) = words.nested(|| describe(words, next + 1, Opening::From))?;
    // Hours count from a time, not from a day; days not from a number.
    let fits = inner.distance.is_none()
        && (!amount.has_time || inner.has_time())
        && (amount.has_time || inner.bare_number().is_none());
    let distance = Distance {
        amount: if before { amount.back() } else { amount },
        from_now: false,
    };
    fits.then_some((
        Description {
            distance: Some(distance),
            is_today: false,
            ..inner
        },
        end,
    ))
}
