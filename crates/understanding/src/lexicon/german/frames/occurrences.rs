//! One occurrence of a repeating task: leaving it out, moving it alone, and what says that it is meant alone.

use crate::{
    frames::{
        Act::{MoveOnce, Skip, SkipIt, SkipNext},
        Row,
    },
    once::Source,
};

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (Skip, 0.93, "(überspringe/überspring) [bitte/mal] {ref} [{when}]"),
    (Skip, 0.93, "{ref} [{when}] [bitte/diesmal/heute] (überspringen/auslassen/ausfallen lassen)"),
    (Skip, 0.93, "lass {ref} [{when}] [diesmal/heute] (aus/ausfallen)"),
    (SkipNext, 0.95, "[die/den/das] (nächste/nächsten/nächstes) {ref} (überspringen/auslassen/ausfallen lassen)"),
    (SkipIt, 0.97, "(überspringe/überspring) [bitte] (es/das/die nächste/das nächste/den nächsten/das nächste mal)"),
    (MoveOnce, 0.97, "(verschiebe/verlege/schiebe) [die/den/das] (nächste/nächsten/nächstes) {ref} (auf/in) {when}"),
];

/// Words at the edges of a command that say which occurrences it is for.
pub(in crate::lexicon::german) const ONCE: Source = Source {
    once: &[
        "[aber] (nur/bloß) (dieses mal/diesmal/dieses eine mal/einmal/dies eine mal/ausnahmsweise)",
        "(diesmal/ausnahmsweise/nur diesmal/dieses eine mal)",
        "(nur/bloß) [am/für] {when}",
    ],
    series: &[
        "(ab jetzt/von jetzt an/ab sofort/jedes mal/immer/dauerhaft/künftig/in zukunft/für immer)",
    ],
    moves: &["[ich] (mache/verschiebe) {ref} [auf/am/um] {when}"],
    skips: &[
        "(überspringe/lösche/streiche) {ref}",
        "{ref} (überspringen/auslassen/streichen)",
    ],
};
