//! Asking for the list, or about tasks.

use crate::frames::{
    Act::{Ask, Count, Find, List, ListOnly, Show},
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (List, 0.95, "(was/was alles) (steht/stehen/liegt/liegen/ist/sind/kommt/fällt/gibt's/gibts/wäre/war) [es] [noch/denn/alles/als nächstes/heute noch/sonst noch/jetzt/nochmal alles] [{when}] [noch/alles/denn/so/bei mir/für mich] [noch/alles] (an/auf/dran/fällig/offen/geplant/los/zu tun/zu erledigen/übrig/überfällig/dringend/wichtig/unerledigt/ausstehend/angesagt/eingetragen/als nächstes/an der reihe/auf mich zu) [{filter}]"),
    (List, 0.95, "(was/was alles) (steht/stehen/ist/sind) [noch/alles/so/denn/heute/jetzt] [alles/noch] (auf/in/aufm) [meiner/der/dem/meinem/unserer] (liste/aufgabenliste/todoliste/to-do-liste/todo-liste/agenda/zettel/plan/programm/merkliste/merkzettel/kalender) [{filter}]"),
    (List, 0.95, "(was/was alles) (steht/stehen/ist/sind) [noch/alles/so/denn] {filter} [noch/alles] (auf/in) [meiner/der/dem/meinem/unserer] (liste/aufgabenliste/agenda/zettel/plan/programm/kalender)"),
    (List, 0.95, "(was/was alles) (steht/ist/fehlt) [noch/alles] (auf/in) [meiner/der/dem/meinem/unserer] %ownlist"),
    (List, 0.93, "was (muss/soll/sollte/kann/darf/müssen/sollen) (ich/wir) [noch/alles/denn/eigentlich/jetzt/heute noch] [{filter}] [noch/alles] (tun/machen/erledigen/schaffen/abarbeiten/fertig haben/noch tun)"),
    (List, 0.93, "was (habe/haben/hätte) (ich/wir) [mir] [noch/alles/denn/eigentlich] [{filter}] [noch/alles/mir] (vor/zu tun/zu erledigen/offen/geplant/vorgenommen/auf der liste/auf dem zettel/auf dem plan/eingetragen/aufgeschrieben/notiert/erledigt/geschafft/gemacht/abgehakt)"),
    (List, 0.9, "(was ich/was) [noch/alles] [{filter}] (zu tun habe/zu tun ist/machen muss/tun muss/erledigen muss/ansteht/zu erledigen ist/vorhabe/fällig ist/offen ist)"),
    (List, 0.9, "(habe/haben) (ich/wir) [noch/denn/etwa] [{filter}] [noch] (etwas/was/termine/aufgaben) [{filter}] [zu tun/vor/zu erledigen/offen/anstehen/geplant]"),
    (List, 0.9, "(steht/liegt/ist/gibt's/gibts/gibt es) [noch/bei mir/heute] [{filter}] [noch] (etwas/was/irgendwas) [noch] (an/offen/zu tun/fällig/unerledigt/unerledigtes/auf der liste/offenes/überfälliges/dringendes)"),
    (List, 0.9, "(muss/soll) (ich/wir) [noch] [{filter}] [noch] (etwas/was) (tun/machen/erledigen)"),
    (ListOnly, 0.88, "[zeige/zeigst/nenne/gebe] [du] [mir/uns] [bitte/mal/doch] [nur/bitte nur/alle/alles/die/das] {filter} [an/anzeigen/zeigen/auflisten/sehen/bitte]"),
    (ListOnly, 0.9, "(bitte nur/nur/und) {filter}"),
    (List, 0.9, "(wie sieht/wie voll ist/wie ist) (mein/meine/der/die/das) [plan/tag/woche/liste] {filter} [aus]"),
    (List, 0.9, "(liste/listen/aufgaben/todos/to-dos/übersicht) [bitte/anzeigen/zeigen/vorlesen/auflisten]"),
    (Count, 0.95, "(wie viele/wieviele/wie viel/wieviel/anzahl/anzahl der/anzahl meiner) [%task/dinge/davon/termine] [habe ich/sind/haben wir/gibt es/ist/stehen/liegen/sind es] [noch/denn/alle/es/insgesamt] {filter}"),
    (Count, 0.9, "(zähle/zähl) [mir] [bitte/mal] {filter}"),
    (Ask, 0.84, "(muss/soll) (ich/wir) [noch/eigentlich/auch] {filter}"),
    (Ask, 0.84, "(habe/haben) (ich/wir) [schon/eigentlich/auch/bereits] {filter}"),
    (Ask, 0.8, "(wann/bis wann) (ist/muss ich/soll ich/habe ich/war) [noch/eigentlich] {filter}"),
    (Ask, 0.82, "(ist/sind/steht) {filter} (schon/noch) [auf der liste/auf meiner liste/offen/erledigt/fertig/fällig/drauf]"),
    (Find, 0.85, "(such/suche/finde/find) [mir] [bitte/mal] [die/meine/alle/nach] [%task/sachen] [mit/über/zu/zum/zur/mit dem wort/die mit] [dem/der] {filter} [raus/heraus]"),
    (Find, 0.85, "(zeige/such/suche/finde) [mir] [bitte/mal] [alle/alles/die] [%task/sachen] (mit dem wort/über/zu/zum/zur/rund um/was mit) {filter} [zu tun hat/zu tun haben/an]"),
    (Find, 0.85, "(habe/hast) (ich/du) [irgendwo/irgendwas/was/etwas/irgendetwas] [zu/zum/zur/mit/über] {filter} (notiert/aufgeschrieben/gespeichert/eingetragen)"),
    (List, 0.95, "(sortiere/sortier/ordne) [mir] [bitte] [die/meine/alle] [aufgaben/liste/todos] {filter}"),
    (Show, 0.85, "(zeige/öffne/lies) [mir] [bitte/mal] {ref} [vor/an]"),
];
