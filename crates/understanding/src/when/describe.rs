//! Reads descriptions of points in time, piece by piece: "tomorrow at 5", "in two hours", "a week from tuesday".

use super::{
    amount::{Amount, amount, unit},
    belief::{Belief, holds, is_weak_month},
    calendar::{self, Day},
    clock::Clock,
    clock_words::{Lead, clock},
    dates,
    days::{day, weekday_name},
    description::{Description, Distance, Piece},
    resolve::{Direction, resolve},
    vocabulary::{Part, Term, Unit},
    words::{Read, Words},
};

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

/// Which words lead to a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one word that was read"
)]
pub(super) struct Before {
    /// "at".
    pub(super) at: bool,
    /// "on", "of".
    pub(super) on: bool,
    /// "in", "within".
    pub(super) within: bool,
    /// "due".
    pub(super) due: bool,
    /// "for", "during".
    pub(super) purpose: bool,
    /// Any of them but "for".
    pub(super) any: bool,
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
    // "am 3. Milch kaufen": what a word leads to is a date, whatever follows.
    let mut led = opening != Opening::Sentence;
    for pieces in 0..8 {
        let (before, next) = connector(words, at, pieces, opening);
        led |= before.on || before.within || before.at;
        if pieces == 0
            && (words.can_begin_piece(next) || words.has(next, Term::The))
            && let Some((relative, end)) =
                relative_to(words, next).or_else(|| weekday_near(words, next))
        {
            (description, at) = (relative, end);
            belief.sure = true;
        } else {
            let Some((found, end)) = piece(words, next, before, &description, (opening, belief))
            else {
                if words.is_forbidden(next) {
                    return None;
                }
                break;
            };
            let holds = holds(words, &found, before, opening, (next, end));
            if !description.add(&found, this_year) {
                break;
            }
            let at_first = words.is_first(start) && words.has(start, Term::At);
            belief.add(&found, holds, pieces > 0 || at_first, before.at);
            // "Sonntagabend" and "the end of today" are a day and a part of it in one.
            let named = weekday_name(words, end - 1).is_some();
            if matches!(found, Piece::Day(_)) {
                let part = words.pick(end - 1, |term| match term {
                    Term::Part(part) if named || part == Part::EndOfDay => Some(part),
                    _ => None,
                });
                if let Some(part) = part {
                    description.add(&Piece::Part(part), this_year);
                }
            }
            at = end;
        }
        let believed =
            belief.is_enough() || (words.is_whole(start, at) && !is_weak_month(words, start));
        let parted = words.language.date_leads && (led || pieces > 0);
        if believed && (parted || !(belief.careful && words.content_follows(at))) {
            accepted = Some((description, at));
        }
    }
    let (mut description, mut end) = accepted?;
    if words.has(end, Term::Loosely) && !words.content_follows(end + 1) {
        end += 1;
    }
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
        } else if words.has_any(next, &[Term::About, Term::Exactly])
            && (before.at || before.on || before.within)
        {
            next += 1;
        } else if words.has(next, Term::Around) {
            before.at = true;
            before.any = true;
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
    // "early next week", "late tonight".
    (before, words.skip(next, Term::Later))
}

/// Reads the longest piece at a place.
fn piece(
    words: &Words<'_>,
    at: usize,
    before: Before,
    description: &Description,
    (opening, belief): (Opening, Belief),
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
            _ if description.day.is_some() && belief.sure => Lead::Beside,
            _ if description.day.is_some() => Lead::Near,
            _ => Lead::None,
        };
        let found = clock(words, at, lead).or_else(|| {
            let alone = lead == Lead::None && empty;
            alone.then(|| clock_beside_day(words, at)).flatten()
        });
        offer(found.map(|(clock, end)| {
            let usual = clock.is_guess.then(|| occasion(words, at, end)).flatten();
            (Piece::Clock(Clock { usual, ..clock }), end)
        }));
    }
    if matches!(description.day, Some(Day::InYear { year: None, .. }))
        && description.clock.is_some()
    {
        offer(dates::year(words, at).map(|(year, end)| (Piece::Year(year), end)));
    }
    best
}

/// "6.45 tomorrow morning", "half five tomorrow", and behind a comma "8 tonight": a time that only the day behind it makes one.
fn clock_beside_day(words: &Words<'_>, at: usize) -> Read<Clock> {
    let (clock, end) = clock(words, at, Lead::Before)?;
    let surely = |at| {
        words.has(at, Term::Tonight)
            || day(words, at).is_some_and(|(found, _)| found.trust.is_sure())
    };
    let believed = clock.bare.is_none() || words.is_first(at);
    (believed && surely(end)).then_some((clock, end))
}

/// How many words away from a time its occasion may stand.
const OCCASION_BEFORE: usize = 10;
const OCCASION_AFTER: usize = 2;

/// The usual part of the day of what a time is said of: "dinner with Ann friday at 7", "at 7 dinner".
fn occasion(words: &Words<'_>, start: usize, end: usize) -> Option<Part> {
    let usual = |at: usize| {
        words.pick(at, |term| match term {
            Term::Occasion(part) => Some(part),
            _ => None,
        })
    };
    // "buy the dinner plates at 9" is about plates.
    let itself = |at: &usize| !words.content_follows(at + 1);
    // "dinner at 8 and call Ann at 9": beyond "and" and another number is another matter.
    let mut joined = false;
    let before = (start.saturating_sub(OCCASION_BEFORE)..start)
        .rev()
        .take_while(|&at| {
            joined |= words.has(at, Term::And);
            !(words.is_stop(at) || joined && words.number(at).is_some())
        });
    let after = (end..end + OCCASION_AFTER)
        .take_while(|&at| !words.is_stop(at) && !words.has(at, Term::And));
    before
        .filter(itself)
        .find_map(usual)
        .or_else(|| after.filter(itself).find_map(usual))
}

/// "this morning", "tonight", "in the morning", "tomorrow night", "at night".
fn part(words: &Words<'_>, at: usize, before: Before, description: &Description) -> Read<Piece> {
    if words.has(at, Term::Tonight) {
        return Some((Piece::PartOf(0, Part::Night), at + 1));
    }
    let said = words.pick(at, |term| match term {
        Term::AtPart(part) => Some(part),
        _ => None,
    });
    if let Some(part) = said {
        // "por la noche" alone is today's.
        let piece = if description.is_empty() && words.is_first(at) {
            Piece::PartOf(0, part)
        } else {
            Piece::Part(part)
        };
        return Some((piece, at + 1));
    }
    let start = at;
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
    let after_article = words.skip(words.skip(at, Term::The), Term::Later);
    let part = named(after_article)?;
    // "the evening of march 3".
    if after_article > at
        && words.has(after_article + 1, Term::Of)
        && day(words, after_article + 2).is_some()
    {
        return Some((Piece::Part(part), after_article + 1));
    }
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
    if words.has(at, Term::HasPassed) {
        let (amount, end) = amount(words, at + 1)?;
        return Some((from_now(amount.back()), end));
    }
    let (amount, end) = amount(words, at)?;
    if words.has(end, Term::Ago) {
        return Some((from_now(amount.back()), end + 1));
    }
    if words.has_any(end, &[Term::Hence, Term::LaterOn]) {
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

/// "the tuesday after christmas", "the friday before easter".
fn weekday_near(words: &Words<'_>, at: usize) -> Read<Description> {
    let named = words.skip(at, Term::The);
    let (weekday, _) = weekday_name(words, named)?;
    let before = words.has(named + 1, Term::Before);
    if !(before || words.has(named + 1, Term::After)) {
        return None;
    }
    let (inner, end) = words.nested(|| describe(words, named + 2, Opening::From))?;
    if inner.day.is_none() || inner.distance.is_some() {
        return None;
    }
    let without_time = Description {
        clock: None,
        part: None,
        ..inner
    };
    let near = resolve(&without_time, words.moment, Direction::Future)?;
    let day = calendar::weekday_near(weekday, near.value.date(), before)?;
    let description = Description {
        day: Some(Day::Exact(day)),
        ..inner
    };
    Some((description, end))
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
    // "a week today", "two weeks tomorrow".
    let beside = !amount.has_time && amount.is_of_weeks() && words.day_offset(next).is_some();
    if !(before || on || beside || words.has_any(next, &[Term::After, Term::From])) {
        return None;
    }
    let inner_at = if beside { next } else { next + 1 };
    let (inner, end) = words.nested(|| describe(words, inner_at, Opening::From))?;
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
