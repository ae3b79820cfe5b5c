//! Completing, reopening, deleting tasks, and taking changes back.

use crate::frames::{
    Act::{
        Complete, CompleteEmpty, CompleteIt, CompleteStated, CompleteThem, Delete, DeleteEmpty,
        DeleteNamed, DeleteWeak, Reopen, ReopenEmpty, Undo, UndoNamed,
    },
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const COMPLETE: &[Row] = &[
    (Complete, 0.97, "(markiere/setze/trage/kennzeichne/melde/vermerke/mache/führe/stelle) {ref} [bitte/mal/doch/jetzt/schon] (als/auf) (erledigt/fertig/gemacht/abgeschlossen/abgehakt/done/getan) [ein/ab]"),
    (Complete, 0.97, "{ref} [bitte/mal/doch/jetzt/schon] (als/auf) (erledigt/fertig/gemacht/abgeschlossen/abgehakt/done/getan) (markieren/setzen/eintragen/kennzeichnen/abhaken/verbuchen/vermerken/stellen/führen)"),
    (Complete, 0.95, "als (erledigt/fertig/gemacht) (markieren/vermerken/eintragen) [:] {ref}"),
    (Complete, 0.97, "(hake/hakst) [bitte/mal] {ref} [bitte/mal/doch/schon/jetzt] ab"),
    (Complete, 0.97, "{ref} [bitte/mal/doch/schon/jetzt/kannst du/kann man] (abhaken/wegstreichen)"),
    (Complete, 0.93, "streiche {ref} durch"),
    (Complete, 0.95, "(mache/setze/mache mal) [bitte] [mir] [einen/ein/den] (haken/häkchen) (an/bei/hinter/auf/dran an) {ref}"),
    (Complete, 0.95, "[einen/ein] (haken/häkchen) (an/bei/hinter/daran bei) {ref}"),
    (Complete, 0.95, "(mache/setze) (an/bei/hinter) {ref} [bitte] (einen/ein) (haken/häkchen) [dran]"),
    (Complete, 0.9, "erledige {ref}"),
    (Complete, 0.95, "(erledigt/fertig/gemacht/geschafft/abgehakt) : {ref}"),
    (Complete, 0.95, "[ich] [bin/jetzt] [jetzt/endlich/nun] (fertig/durch) mit {ref}"),
    (Complete, 0.95, "(ich bin/wir sind/bin) [jetzt/endlich/nun] mit {ref} [jetzt/endlich/nun] (fertig/durch)"),
    (Complete, 0.93, "[ich/wir] (habe/haben) [ich/wir] [gerade/schon/jetzt/endlich/heute/eben/auch] {ref} [gerade/schon/jetzt/endlich/heute/eben/auch] (erledigt/gemacht/geschafft/fertig/abgeschlossen/abgehakt/hinter mir/fertig gemacht)"),
    (Complete, 0.93, "{ref} (habe/haben) (ich/wir) [alle/alles/gerade/schon/jetzt/endlich/heute/eben/auch] [schon] (erledigt/gemacht/geschafft/fertig/abgeschlossen/abgehakt/hinter mir/fertig gemacht)"),
    (CompleteStated, 0.92, "{ref} (ist/sind/war/waren/wurde/wurden) [jetzt/schon/nun/endlich/auch/bereits/alle/alles/damit] [schon] (erledigt/fertig/gemacht/geschafft/abgeschlossen/durch/vorbei/abgehakt/getan/done) [worden]"),
    (CompleteStated, 0.9, "{ref} [schon/jetzt/auch/ist/alles] (erledigt/fertig/gemacht/geschafft/abgeschlossen/abgehakt/done)"),
    (CompleteStated, 0.9, "{ref} : (erledigt/fertig/gemacht/geschafft/abgeschlossen/abgehakt/done)"),
    (CompleteStated, 0.85, "{ref} (✅/✓/✔/☑/👍)"),
    (Complete, 0.85, "(✅/✓/✔/☑) {ref}"),
    (CompleteIt, 0.88, "(das/es/die/der) (habe/ist) [ich/wir/jetzt] [schon/jetzt/gerade/bereits/nun/auch] (erledigt/gemacht/geschafft/fertig/getan)"),
    (CompleteThem, 0.85, "(beide/beides/die beiden/alle beide) (sind/ist/habe) [ich/wir] [schon/jetzt/bereits/nun/auch] (erledigt/gemacht/geschafft/fertig/getan)"),
    (CompleteEmpty, 0.8, "(abhaken/erledigt/fertig) [bitte]"),
    (CompleteEmpty, 0.7, "[ich] (habe/hab) (ich/es) [schon] (erledigt/gemacht)"),
    (Reopen, 0.97, "(markiere/setze/stelle/mache/führe) {ref} [bitte] [wieder] (als/auf) [wieder] (offen/unerledigt/nicht erledigt/ausstehend/nicht fertig/nicht gemacht)"),
    (Reopen, 0.97, "{ref} [bitte] [wieder] (als/auf) [wieder] (offen/unerledigt/nicht erledigt) (markieren/setzen/führen/stellen)"),
    (Reopen, 0.96, "(öffne/mache) {ref} [bitte] wieder [auf/offen]"),
    (Reopen, 0.95, "{ref} [bitte] wieder (öffnen/aufmachen/auf/offen)"),
    (Reopen, 0.95, "{ref} (ist/sind) [doch/noch/leider] wieder offen"),
    (Reopen, 0.95, "{ref} zurück auf offen"),
    (Reopen, 0.95, "(nimm/entferne) [bitte] [den/das] (haken/häkchen) (bei/von/an) {ref} [wieder] [raus/weg]"),
    (Reopen, 0.98, "[den/das] (haken/häkchen) (bei/von/an) {ref} [wieder] (entfernen/rausnehmen/wegnehmen)"),
    (Reopen, 0.92, "{ref} (ist/sind/war/wurde) [ja] doch [noch] nicht [erledigt/fertig/gemacht/abgeschlossen/%past]"),
    (ReopenEmpty, 0.8, "wieder öffnen"),
];

#[rustfmt::skip] // one frame a line
pub(super) const DELETE: &[Row] = &[
    (Delete, 0.95, "(lösche/entferne/tilge/streiche/lösch) [mir] [bitte/mal/doch] {ref} [bitte/mal/wieder] [raus/heraus/komplett]"),
    (Delete, 0.97, "(lösche/entferne/streiche/nimm/werfe/wirf/schmeiße/hole) [mir] [bitte/mal/doch] {ref} [bitte/mal/wieder] (von/aus/aus von) [der/meiner/unserer/dem] (liste/aufgabenliste/todoliste/to-do-liste/todo-liste/agenda/merkliste/zettel/merkzettel) [raus/runter/heraus]"),
    (Delete, 0.95, "{ref} [bitte/mal/wieder/komplett/kannst du/kann man] [kannst/bitte] [du] [bitte/wieder] (löschen/entfernen/streichen/rauswerfen/rausnehmen/wegmachen/weglöschen/verwerfen/canceln/rausschmeißen/wegwerfen) [bitte]"),
    (Delete, 0.97, "{ref} [bitte] (von/aus/raus aus) [der/meiner/unserer/dem] (liste/aufgabenliste/todoliste/to-do-liste/agenda/merkliste/zettel/merkzettel) (nehmen/löschen/entfernen/streichen/werfen/rausnehmen/runternehmen/schmeißen)"),
    (Delete, 0.93, "{ref} (raus/runter) [aus/von] [der/meiner] [liste]"),
    (Delete, 0.93, "(schmeiße/wirf/werfe/nimm/hau/haue) [bitte/mal] {ref} [bitte/wieder] (raus/weg/runter)"),
    (Delete, 0.93, "weg mit {ref}"),
    (Delete, 0.88, "{ref} (weg/kann weg/können weg/kann raus/können raus/kommt weg)"),
    (Delete, 0.93, "(lösche/entferne/löschen) : {ref}"),
    (Delete, 0.93, "{ref} : (löschen/entfernen/weg/streichen)"),
    (DeleteNamed, 0.92, "(leere/räume) [bitte/mal] {ref} [auf/leer]"),
    (DeleteNamed, 0.92, "{ref} (leeren/leer machen/leerräumen)"),
    (DeleteWeak, 0.93, "{ref} (brauche/brauchen/muss/müssen) (ich/wir) nicht mehr [machen/tun/kaufen]"),
    (DeleteWeak, 0.93, "(ich/wir) (brauche/brauchen) {ref} nicht mehr"),
    (DeleteWeak, 0.93, "{ref} (fällt aus/entfällt/ist hinfällig/hat sich erledigt/ist abgesagt/wurde abgesagt/fällt flach/findet nicht statt/ist überflüssig/wird nicht mehr gebraucht/ist gestrichen/wurde gestrichen)"),
    (DeleteEmpty, 0.85, "(lösche/entferne/streiche) [bitte/mal] (etwas/was/eine aufgabe/einen eintrag)"),
    (DeleteEmpty, 0.95, "[etwas/was/eine aufgabe/einen eintrag/aufgabe] (löschen/entfernen)"),
];

#[rustfmt::skip] // one frame a line
pub(super) const UNDO: &[Row] = &[
    (Undo, 0.97, "[bitte] [mache/mache das/mache es/das/es/alles] [bitte/mal/alles] (rückgängig/ungeschehen) [machen/bitte]"),
    (Undo, 0.97, "(mache/nimm) [bitte/mal] (die/das/den) (letzte/letzten/letzter) [{number}] [aktion/änderung/änderungen/schritt/schritte/eingabe/aktionen] (rückgängig/zurück/ungeschehen)"),
    (Undo, 0.96, "(die/das/den) (letzte/letzten) [{number}] [aktion/änderung/änderungen/schritt/schritte/eingabe/aktionen] [bitte] (rückgängig machen/zurücknehmen/rückgängig/zurück/ungeschehen machen) [bitte]"),
    (Undo, 0.95, "(undo/rückgängig/zurücknehmen/schritt zurück/einen schritt zurück/mache zurück/zurück auf vorher/nimm das zurück/nimm es zurück/nehme das zurück/ups/hoppla/huch) [bitte]"),
    (Undo, 0.93, "(das/es) (wollte ich nicht/war ein versehen/war falsch/war nicht richtig/war ein fehler/nehme ich zurück/nehm ich zurück)"),
    (Undo, 0.93, "(hole/bringe) (es/das/die/den/sie) [bitte] [wieder] zurück"),
    (UndoNamed, 0.72, "(hole/bringe/stelle) {ref} [bitte] wieder (zurück/her/rein/auf die liste)"),
    (UndoNamed, 0.72, "(hole/bringe) {ref} [bitte] zurück"),
    (UndoNamed, 0.72, "{ref} [bitte] (wiederherstellen/zurückholen/wiederhaben/wieder herstellen/wieder rein in die liste)"),
];
