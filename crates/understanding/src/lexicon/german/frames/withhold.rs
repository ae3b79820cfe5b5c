//! What sounds like a command and asks for nothing.

use crate::frames::{
    Act::{Hypothetical, ListTrash, Negated, Reported},
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (Negated, 0.94, "[bitte] (lösche/entferne/streiche/ändere/verschiebe/markiere/hake/mache/füge/trage/setze/nimm/schreibe/erinnere) [bitte/mal/mich/das/es/die/den] (nicht/nichts/nix/kein/keine/keinen) [{title}]"),
    (Negated, 0.94, "[bitte] (lösche/entferne/streiche/ändere/verschiebe/markiere/hake/füge/trage/setze/nimm/schreibe) {title} (nicht/nichts) [ab/hinzu/ein/auf/mehr]"),
    (Negated, 0.94, "{title} (nicht/nichts) (löschen/entfernen/streichen/ändern/verschieben/abhaken/hinzufügen/eintragen)"),
    (Negated, 0.93, "[noch/bitte] (nichts/nicht) {title} [bitte]"),
    (Negated, 0.93, "(ich/wir) (habe/haben) {title} [noch/immer noch/leider] nicht {note}"),
    (Negated, 0.9, "(noch nicht/jetzt nicht/nicht jetzt/heute nicht/nicht fertig/noch nicht fertig/nicht erledigt)"),
    (Negated, 0.9, "lass {title} (so/stehen/wie es ist/drin/auf der liste)"),
    (Hypothetical, 0.93, "(soll/sollte/sollten) (ich/wir/man) {title}"),
    (Hypothetical, 0.93, "(was/und was) (wenn/passiert wenn/wäre wenn/passiert) {title}"),
    (Hypothetical, 0.9, "(wenn/falls) (ich/du/man/er/sie/wir/es) {title}"),
    (Hypothetical, 0.92, "(ich überlege/ich frage mich/ich weiß nicht/ich bin nicht sicher/vielleicht sollte/vielleicht/ob ich/ich könnte/man könnte/könnte sein/ich wünschte/ich glaube/ich denke/angenommen/nehmen wir an) [ob/dass/ich] {title}"),
    (Hypothetical, 0.92, "(warum/wieso/weshalb/wozu) {title}"),
    (Hypothetical, 0.85, "(hat/hast/ist/hattest) (er/sie/jemand/man/herr/frau) {title}"),
    (Hypothetical, 0.9, "(kann man/sollte man/muss man/darf man) {title}"),
    (Reported, 0.9, "{ref} (sagte/sagt/meinte/meint/fragte/fragt/behauptet/schrieb/erzählte/wollte/will) [dass/mir/zu mir/uns/:] {title}"),
    (Reported, 0.9, "(angeblich/laut/er meinte/sie meinte/er sagte/sie sagte) {title}"),
    (ListTrash, 0.95, "(zeige/was ist im/was ist in) [mir] [den/der/dem] (papierkorb/gelöschten)"),
];
