//! What takes back what was just done. It counts only right after a change of that kind.

use crate::frames::Denied::{self, Change, Completion, Deletion};

#[rustfmt::skip] // one pattern a line
pub(super) const RETRACTIONS: &[(Denied, &str)] = &[
    (Change, "(behalte/behalt/lass/lasse) (es/das/sie/die/den/ihn) [doch/bitte/lieber] [drin/stehen/da/auf der liste/so/wie es war/wie es ist]"),
    (Change, "(lass/lasse) {ref} [doch/bitte/lieber] (drin/stehen/da/auf der liste/so/wie es war/wie es ist)"),
    (Deletion, "(behalte/behalt) {ref}"),
    (Deletion, "(ich/wir) (brauche/brauchen/will/wollen) (es/das/sie/die/den/{ref}) [doch/noch/doch noch] [behalten]"),
    (Change, "(nicht/nein nicht/doch nicht/lieber nicht/lass das/lass es/mach das nicht/tu das nicht)"),
    (Deletion, "(lösche/entferne/streiche) (es/das/sie/die/den/{ref}) [doch/bitte/lieber] nicht"),
    (Deletion, "[es/das/sie/{ref}] [doch/bitte/lieber] nicht (löschen/entfernen/streichen)"),
    (Completion, "[doch/noch/ist/das ist/es ist/ist doch/ist noch/doch noch] nicht (erledigt/fertig/gemacht/geschafft)"),
    (Completion, "(das/es) ist [doch/noch/gar/doch noch/noch gar] nicht (erledigt/fertig/gemacht)"),
    (Completion, "[das/es] (habe/hab) ich [es/das] [doch/noch/gar/noch gar/doch noch] nicht [gemacht/erledigt/geschafft]"),
    (Completion, "(ich/wir) (habe/hab/haben) (es/das/sie) [doch/noch/gar/noch gar/doch noch] nicht [gemacht/erledigt/geschafft]"),
    (Completion, "(ich/wir) (habe/hab/haben) {ref} [doch/noch/gar/noch gar/doch noch] nicht [%past]"),
    (Completion, "{ref} ist [doch/noch/gar/noch gar/doch noch] nicht (erledigt/fertig/gemacht)"),
    (Change, "[aber] nicht {ref}"),
    (Change, "{ref} [doch/bitte/lieber/aber] nicht"),
];
