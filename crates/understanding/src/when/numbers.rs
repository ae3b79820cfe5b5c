//! Numbers in words and digits: "two", "25", "twenty-five", "3rd", "thirty first".

use super::{
    vocabulary::Term,
    words::{Read, Words},
};

/// A whole number below 10,000.
pub(super) fn cardinal(words: &Words<'_>, at: usize) -> Read<u32> {
    if let Some(number) = words.number(at) {
        // "1,000" and "1.5" are not the numbers 1; a caller that can use decimals asks for them first.
        let parted = (words.is_inner_sign(at + 1, '.') || words.is_inner_sign(at + 1, ','))
            && words.number(at + 2).is_some();
        return (number.digits <= 4 && !parted).then_some((number.value, at + 1));
    }
    let value = cardinal_word(words, at)?;
    let mut next = at + 1;
    if (20..100).contains(&value) {
        let hyphen = words.skip(words.skip_sign(next, '-'), Term::Plus);
        if let Some(unit) = cardinal_word(words, hyphen).filter(|unit| (1..10).contains(unit)) {
            return Some((value + unit, hyphen + 1));
        }
    } else if value < 10
        && let Some(100) = cardinal_word(words, next)
    {
        next += 1;
        return Some((value * 100, next));
    }
    Some((value, next))
}

/// Whether this number word belongs to the one before it: the "five" of "forty five pm".
pub(super) fn goes_on(words: &Words<'_>, at: usize) -> bool {
    let joined = at > 1 && words.has(at - 1, Term::Plus);
    let tens = at
        .checked_sub(if joined { 2 } else { 1 })
        .and_then(|before| cardinal_word(words, before));
    tens.is_some_and(|tens| tens >= 20)
        && cardinal_word(words, at).is_some_and(|unit| (1..10).contains(&unit))
}

fn cardinal_word(words: &Words<'_>, at: usize) -> Option<u32> {
    words.pick(at, |term| match term {
        Term::Cardinal(value) => Some(value),
        _ => None,
    })
}

/// A number with quarters, in quarters: "2" is 8, "1.5" is 6, "two and a half" is 10.
pub(super) fn quarters(words: &Words<'_>, at: usize) -> Read<u32> {
    if let Some(whole) = words.number(at)
        && whole.digits <= 4
        && (words.is_inner_sign(at + 1, '.') || words.is_inner_sign(at + 1, ','))
        && let Some(fraction) = words.number(at + 2)
    {
        let part = match (fraction.digits, fraction.value) {
            (1, 0) => 0,
            (1, 5) | (2, 50) => 2,
            (2, 25) => 1,
            (2, 75) => 3,
            _ => return None,
        };
        return Some((whole.value * 4 + part, at + 3));
    }
    let (whole, next) = cardinal(words, at)?;
    match and_a_half(words, next) {
        Some((part, after)) => Some((whole * 4 + part, after)),
        None => Some((whole * 4, next)),
    }
}

/// "and a half", "and a quarter", in quarters.
pub(super) fn and_a_half(words: &Words<'_>, at: usize) -> Read<u32> {
    let part = words.skip(at + 1, Term::A);
    if !words.has(at, Term::And) || (part == at + 1 && !words.has(at, Term::Plus)) {
        return None;
    }
    if words.has(part, Term::Half) {
        Some((2, part + 1))
    } else if words.has(part, Term::Quarter) {
        Some((1, part + 1))
    } else {
        None
    }
}

/// A place in a row, 1 to 99: "3rd", "third", "twenty-first".
pub(super) fn ordinal(words: &Words<'_>, at: usize) -> Read<i8> {
    if let Some(number) = words.number(at) {
        let value = i8::try_from(number.value)
            .ok()
            .filter(|_| number.digits <= 2)?;
        let suffix = words.is_glued(at + 1) && words.has(at + 1, Term::OrdinalSuffix);
        let dot =
            words.language.ordinal_dot && words.is_glued(at + 1) && words.is_sign(at + 1, '.');
        return (value > 0 && (suffix || dot)).then_some((value, at + 2));
    }
    if let Some(value) = ordinal_word(words, at) {
        return Some((value, at + 1));
    }
    let tens = cardinal_word(words, at).filter(|tens| (20..100).contains(tens))?;
    let unit_at = words.skip_sign(at + 1, '-');
    let unit = ordinal_word(words, unit_at).filter(|unit| (1..10).contains(unit))?;
    Some((i8::try_from(tens).ok()? + unit, unit_at + 1))
}

/// A day of the month: a place in a row, and any number behind a word that makes one of it, as in "el 15".
pub(super) fn day_ordinal(words: &Words<'_>, at: usize) -> Read<i8> {
    if let Some(found) = ordinal(words, at) {
        return Some(found);
    }
    let led = at > 0 && words.has(at - 1, Term::OfDay);
    let (day, next) = cardinal(words, at).filter(|_| led)?;
    let parted = [':', '/', '.', '-', ',']
        .iter()
        .any(|&sign| words.is_inner_sign(next, sign));
    let day = i8::try_from(day)
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    (!parted && !words.is_glued_word(next)).then_some((day, next))
}

fn ordinal_word(words: &Words<'_>, at: usize) -> Option<i8> {
    words.pick(at, |term| match term {
        Term::Ordinal(value) => Some(value),
        _ => None,
    })
}
