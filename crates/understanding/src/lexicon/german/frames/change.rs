//! Changing existing tasks, and correcting the last change.

use crate::frames::{
    Act::{
        ClearDue, ClearNote, ClearPriority, ClearRepeat, ClearTime, Correct, CorrectNot,
        CorrectOther, Move, MoveEmpty, Note, Prioritise, PrioritiseUp, Rename, Repeat, Set, Shift,
        Tag, TagMarked, Untag, UntagMarked, UpdateEmpty,
    },
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const UPDATE: &[Row] = &[
    // Title
    (Rename, 0.97, "(benenne/nenne) {ref} [bitte/mal] (in/zu/auf/:) {title} um"),
    (Rename, 0.97, "{ref} [bitte] (in/zu) {title} (umbenennen/ändern/umtaufen)"),
    (Rename, 0.97, "{ref} [bitte] umbenennen (in/zu/:) {title}"),
    (Rename, 0.97, "(ändere/setze/korrigiere) [bitte] [den/die] (titel/namen/name/bezeichnung) (von/bei/der/für) {ref} (in/auf/zu/:) {title}"),
    (Rename, 0.9, "(nenne/mache aus) {ref} [bitte/lieber] {title}"),
    (Set, 0.93, "(ändere/aktualisiere/bearbeite/setze) {ref} [bitte] (in/auf/zu/:) {title} [ab/um]"),
    (Rename, 0.9, "(tausche/ersetze) {ref} (gegen/durch) {title} [aus]"),
    // Dates
    (Move, 0.97, "(verschiebe/schiebe/verlege/setze/lege/stelle/mache/ändere/plane/ziehe/buche/trage) {ref} [bitte/mal/lieber/doch/doch lieber] [von {from}] (auf/in/zu/für/bis/an/nach) {when} [um/vor/zurück/statt dessen/bitte/ein]"),
    (Move, 0.95, "(verschiebe/schiebe/verlege/ändere/ziehe) {ref} [bitte/mal/lieber/doch] [von {from}] {when} [um/vor/bitte]"),
    (Move, 0.97, "{ref} [bitte/mal/lieber/doch/doch lieber] [von {from}] (auf/in/zu/bis/für/an) {when} (verschieben/verlegen/setzen/legen/schieben/ändern/stellen/vertagen/vorziehen/umlegen/umbuchen/umtragen)"),
    (Move, 0.93, "{ref} [bitte/mal/lieber/doch/doch lieber] {when} (verschieben/verlegen/vertagen)"),
    (Move, 0.9, "{ref} (auf/doch auf/lieber/doch lieber/bitte auf/lieber auf/doch erst/erst/doch schon/bitte erst) {when}"),
    (Move, 0.93, "(verschiebe/schiebe) wir {ref} (auf/bis) {when}"),
    (Move, 0.93, "{ref} (verschieben/verlegen/schieben) wir (auf/bis) {when}"),
    (Move, 0.9, "{ref} (ist/sind/kommt/findet/wird/wurde/wurden) [jetzt/nun/doch/erst/schon/nun doch] (auf/erst/am/doch) {when} [verschoben/verlegt/statt/vertagt/fällig]"),
    (Move, 0.88, "{ref} (ist/sind/kommt/findet) [jetzt/nun/doch/erst] {when} [fällig/statt]"),
    (Move, 0.97, "(setze/ändere/gebe/lege/stelle) [bitte] [das/die/den/ein/eine/einen] [neues/neue/neuen] (fälligkeitsdatum/datum/fälligkeit/termin/frist/deadline) (von/bei/für/der/des) {ref} (auf/zu/:/in) {when}"),
    (Move, 0.95, "(setze/lege) (ein/das/eine/die) (datum/fälligkeit/frist/fälligkeitsdatum) (bei/für/von) {ref} [:] {when} [fest]"),
    (Move, 0.95, "(gebe/setze) {ref} (das/ein/eine/die) (datum/fälligkeitsdatum/frist/fälligkeit) {when}"),
    (Shift, 0.97, "(verschiebe/schiebe/verlege/verlängere/ziehe) {ref} [bitte/mal] [um/noch/nochmal/weitere] {shift} [nach hinten/nach vorne/nach vorn/vor/zurück/später/früher/weiter/auf]"),
    (Shift, 0.97, "{ref} [bitte/mal] (um/noch um) {shift} [nach hinten/nach vorne/nach vorn] (verschieben/schieben/vorziehen/verlängern/verlegen/vorverlegen)"),
    (Shift, 0.95, "{ref} [bitte/mal/lieber/doch] {shift} (später/früher/vorziehen/nach hinten/nach vorne/nach vorn)"),
    (MoveEmpty, 0.85, "(verschiebe/verlege/schiebe) [bitte/mal] {ref}"),
    (MoveEmpty, 0.8, "{ref} [bitte] (verschieben/verlegen)"),
    (ClearDue, 0.97, "(entferne/lösche/streiche/nimm) [bitte] [das/die/den] (fälligkeitsdatum/datum/fälligkeit/termin/frist/deadline) (von/bei/für/der/des) {ref} [weg/raus]"),
    (ClearDue, 0.97, "[das/die/den] (fälligkeitsdatum/datum/fälligkeit/frist/deadline) (von/bei/vom) {ref} [bitte/kannst du] (entfernen/löschen/streichen/rausnehmen/wegnehmen)"),
    (ClearDue, 0.95, "(entferne/lösche) [bitte] [das] (datum/fälligkeitsdatum)"),
    (ClearTime, 0.95, "(entferne/lösche/streiche) [bitte] [die] uhrzeit (von/bei) {ref}"),
    // Recurrence
    (Repeat, 0.95, "(wiederhole/mache/setze) {ref} [bitte/ab jetzt] [zu einer] {when} [wiederkehrend]"),
    (Repeat, 0.95, "{ref} [bitte/ab jetzt/soll/sich/soll sich] {when} (wiederholen/wiederkehren)"),
    (Repeat, 0.9, "{ref} (ist/soll/kommt/findet/nur/jetzt) [ab jetzt/jetzt/nur noch/nur/noch/künftig] {when} [wiederholen/wiederkehren/statt/sein]"),
    (ClearRepeat, 0.97, "(entferne/lösche/stoppe/beende/streiche/nimm) [bitte] [die] wiederholung (von/bei) {ref} [weg/raus]"),
    (ClearRepeat, 0.95, "{ref} (soll/sollen) (sich nicht mehr wiederholen/nicht mehr wiederkehren/nicht mehr wiederholt werden)"),
    (ClearRepeat, 0.95, "{ref} [wieder] (ohne wiederholung/nicht mehr wiederholen)"),
    // Priority
    (Prioritise, 0.98, "(setze/ändere/stelle/erhöhe/senke) [bitte] [die] (priorität/prio/dringlichkeit) (von/bei/für/der) {ref} (auf/zu/:) {priority}"),
    (Prioritise, 0.98, "[die] (priorität/prio) (von/bei/für) {ref} [bitte] auf {priority} (setzen/ändern/stellen)"),
    (Prioritise, 0.95, "(mache/markiere/setze/kennzeichne/stufe/gebe/stelle) {ref} [bitte/mal] [als/auf/die/eine/mit/ganz] {priority} [ein]"),
    (Prioritise, 0.93, "{ref} [bitte] [als/auf] {priority} (markieren/setzen/einstufen/geben/kennzeichnen)"),
    (Prioritise, 0.88, "{ref} (ist/sind/hat/haben/bekommt/bekommen/kriegt) [jetzt/nun/ab jetzt] [sehr/echt/ganz/die/eine] {priority}"),
    (Prioritise, 0.85, "{ref} : {priority}"),
    (PrioritiseUp, 0.9, "priorisiere {ref}"),
    (ClearPriority, 0.93, "{ref} (ist/sind) nicht mehr [so/ganz so/sehr] (dringend/wichtig/eilig)"),
    (ClearPriority, 0.95, "(entferne/lösche) [bitte] [die] (priorität/prio) (von/bei) {ref}"),
    // Tags
    (TagMarked, 0.97, "(füge/gebe/setze/hänge) {word} (zu/an/bei) {ref} [hinzu/an/dran]"),
    (TagMarked, 0.95, "[bitte] {word} (an/bei/zu) {ref} [hängen/hinzufügen/setzen]"),
    (UntagMarked, 0.97, "(entferne/lösche/nimm) [bitte] {word} [wieder] (von/bei/aus/vom) {ref} [weg/raus/runter]"),
    (UntagMarked, 0.95, "(bei/von) {ref} [kannst du/bitte] {word} (entfernen/löschen/wegnehmen)"),
    (Tag, 0.97, "(gebe/verpasse) {ref} [bitte] (das/den/ein/einen) (tag/label/schlagwort) {tag}"),
    (Tag, 0.97, "(füge/hänge/setze) (bei/an/zu/zur) {ref} (das/den/ein) (tag/label/schlagwort) {tag} [hinzu/an]"),
    (Tag, 0.97, "(füge/setze/hänge) (das/den/ein) (tag/label/schlagwort) {tag} (zu/bei/an/zur) {ref} [hinzu/an]"),
    (Tag, 0.97, "{ref} (bekommt/kriegt) (das/den/ein) (tag/label/schlagwort) {tag}"),
    (Tag, 0.95, "(tagge/markiere) {ref} mit {word}"),
    (Tag, 0.93, "{ref} [bitte] (mit/unter) {word} [taggen/markieren/versehen/einsortieren]"),
    (Untag, 0.97, "(entferne/lösche/nimm) [bitte] (das/den) (tag/label/schlagwort) {tag} (von/bei) {ref} [weg]"),
    // Descriptions
    (Note, 0.97, "(füge/schreibe/ergänze/notiere/vermerke) [bitte] (bei/zu/zur/für) {ref} [bitte] [die/eine/als] (notiz/anmerkung/beschreibung/kommentar) [:] {note} [hinzu/dazu/ein]"),
    (Note, 0.97, "[eine/die] (notiz/anmerkung/beschreibung/kommentar) (zu/bei/für/zur/zum) {ref} : {note}"),
    (Note, 0.95, "(vermerke/notiere/vermerk) (bei/zu/zur) [der] {ref} : {note}"),
    (Note, 0.93, "(schreibe/ergänze) bei {ref} dazu [:] {note}"),
    (ClearNote, 0.95, "(entferne/lösche/nimm) [bitte] [die/den/alle] (notiz/notizen/beschreibung/anmerkung/kommentar) (von/bei/zu) {ref} [weg/raus]"),
    (UpdateEmpty, 0.85, "(ändere/bearbeite/aktualisiere) [bitte/mal] {ref}"),
    (UpdateEmpty, 0.8, "{ref} (ändern/bearbeiten/aktualisieren)"),
    (UpdateEmpty, 0.96, "[eine/die] [aufgabe/etwas/was] (ändern/bearbeiten/verschieben/umbenennen)"),
];

#[rustfmt::skip] // one frame a line
pub(super) const CORRECT: &[Row] = &[
    (Correct, 0.95, "[nein/ach/oh/ups/sorry/entschuldige/entschuldigung/tschuldigung/halt/quatsch/falsch/verzeihung] [nein/sorry/quatsch] (ich meinte/ich meine/ich wollte sagen/gemeint war/gemeint ist/ich habe/meinte) {title} [gemeint]"),
    (Correct, 0.93, "[nein/ach/oh/ups/sorry/halt/quatsch] [nein/sorry] {title} (meinte ich/habe ich gemeint/wollte ich sagen/war gemeint) [natürlich/eigentlich]"),
    (Correct, 0.9, "(nein/ach/ups/sorry/halt/quatsch/falsch/doch) [nein/sorry/doch/lieber/doch lieber] {when} [stattdessen/bitte/lieber]"),
    (Correct, 0.88, "(nein/ach/sorry/halt/quatsch/falsch) [nein/doch/lieber] {priority}"),
    (Correct, 0.88, "(mache/mache doch/dann doch) {title} (daraus/draus)"),
    (Correct, 0.85, "(doch lieber/lieber/doch) {when}"),
    (CorrectNot, 0.92, "[nein/sorry/halt/ups] nicht {ref} [sondern] : {title}"),
    (CorrectNot, 0.92, "[nein/sorry/halt/ups] nicht {when} [sondern] {title}"),
    (CorrectOther, 0.92, "[nein/sorry/halt/ups] (die andere/das andere/den anderen/die anderen/nicht die/nicht das/nicht den) [sondern/meinte ich] [{ref}]"),
    (CorrectOther, 0.9, "(nein/sorry/halt/ups) (die erste/die zweite/die dritte/die letzte/das erste/das zweite)"),
];
