//! One occurrence of a repeating task: leaving it out, moving it alone, and what says that it is meant alone.

use crate::{
    frames::{
        Act::{Complete, MoveOnce, Skip, SkipDated, SkipIt, SkipNext},
        Row,
    },
    once::Source,
};

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (Skip, 0.93, "[i'll/let's] (skip/skip over/sit out/miss out/leave out) {ref} {when}"),
    (Skip, 0.93, "(skip/skip over/sit out/miss out/leave out) {ref}"),
    (Skip, 0.9, "(i'll/i will/i'm going to/i'm gonna/let's/let me/we'll/i want to/i'd like to/think i'll/i think i'll/i need to/i have to/i must/gonna) [just] (skip/sit out/miss/leave out) {ref}"),
    (Skip, 0.85, "(i'm/i am/we're) (skipping/missing/sitting out) {ref}"),
    (Skip, 0.85, "give {ref} a (miss/skip/pass) [{when}]"),
    (Skip, 0.85, "pass on {ref}"),
    (SkipNext, 0.95, "[i'll/let's] (skip/cancel/call off/miss/leave out/sit out/drop) [the/my/our] next {ref}"),
    (SkipIt, 0.97, "[i'll/let's] (skip/leave out/miss/sit out) [the/my] (next one/next time/next occurrence/next instance/upcoming one/this occurrence/this instance/current occurrence)"),
    (SkipIt, 0.97, "[i'll/let's] (skip/leave out/miss/sit out) (it/that/that one/this one) [for/on] {when}"),
    (SkipDated, 0.85, "no {ref}"),
    (Complete, 0.96, "[i/i've/i have/we/we've/we have/ive] [have] [already/just] (did/done/finished/completed) {ref} [a day/a bit/already] (early/ahead of time/ahead of schedule/in advance/before time)"),
    (MoveOnce, 0.97, "(move/reschedule/shift/push/postpone/delay/defer/bump/bring/put/schedule) [the/my/our] next {ref} [back/forward/off/up/out] (to/until/till/for/on/at) {when}"),
    (MoveOnce, 0.97, "(move/reschedule/shift/push/postpone/delay/defer/bump/bring/put/schedule) [the/my/our] next {ref} [back/forward/off/up/out] {when}"),
    (MoveOnce, 0.93, "(move/reschedule/do/have/put) {ref} [to/on/for/at] {when} instead of {from}"),
    (MoveOnce, 0.85, "{ref} [is/to/on/at] {when} instead of {from}"),
];

/// Words at the edges of a command that say which occurrences it is for.
pub(in crate::lexicon::english) const ONCE: Source = Source {
    once: &[
        "[but] (just/only) [for] (this once/this time/once/the once/this one time/this one/one time)",
        "[but] (this once/this one time/this time only/this time/this one only/this occurrence only/one time only/as an exception/as a one-off/as a one off/exceptionally)",
        "(just/only) [for/on] {when}",
    ],
    series: &[
        "(from now on/from here on/every time/each time/for good/permanently/going forward)",
        "(for/on) (the whole series/the entire series/all of them/every one/all occurrences/every occurrence)",
    ],
    moves: &[
        "[i'll/let's/i want to/i'd like to] [do/have/take/make/put/move/hold/schedule] {ref} [to/on/for/at] {when}",
    ],
    skips: &["[i'll/let's] (skip/miss/leave out/sit out/cancel/drop) {ref}"],
};
