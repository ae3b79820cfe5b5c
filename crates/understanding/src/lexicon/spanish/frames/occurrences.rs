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
    (Skip, 0.93, "(salta/saltar/salta -te/saltea/omite/omitir/voy a saltar -me/me salto/nos saltamos) {ref} [de/del] {when}"),
    (Skip, 0.93, "(salta/saltar/salta -te/saltea/omite/omitir/voy a saltar -me/me salto/nos saltamos) {ref}"),
    (SkipNext, 0.95, "(salta/saltar/salta -te/omite/omitir/cancela/anula) [la/el] (proxima/proximo/siguiente) {ref}"),
    (SkipIt, 0.97, "(salta/salta -te/omite) (la proxima/el proximo/la siguiente/el siguiente/la proxima vez/-la/-lo/esta vez/esta) [el] [{when}]"),
    (MoveOnce, 0.97, "(mueve/pasa/pospon/aplaza/cambia/retrasa/adelanta) [la/el] (proxima/proximo/siguiente) {ref} [a/al/para] {when}"),
    (MoveOnce, 0.9, "(mueve/pasa/haz/pon) {ref} [a/al/el/para] {when} en (vez/lugar) (de/del) {from}"),
    (MoveOnce, 0.85, "{ref} [es/a/al/el] {when} en (vez/lugar) (de/del) {from}"),
];

/// Words at the edges of a command that say which occurrences it is for.
pub(in crate::lexicon::spanish) const ONCE: Source = Source {
    once: &[
        "(solo/solamente/nada mas) [por] (esta vez/una vez/esta)",
        "[por] (esta vez/esta unica vez/una sola vez/una vez) [nada mas/solo/solamente]",
        "(excepcionalmente/como excepcion)",
        "(solo/solamente) (el/la de/lo del/lo de) {when}",
    ],
    series: &[
        "(a partir de ahora/de ahora en adelante/desde ahora/siempre/cada vez/para siempre/todas las veces)",
        "toda la serie",
    ],
    moves: &["(haz/pon/mueve/pasa) {ref} [a/al/el/para] {when}"],
    skips: &["(salta/salta -te/omite/cancela) {ref}"],
};
