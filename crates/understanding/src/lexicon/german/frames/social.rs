//! Help, greetings, thanks.

use crate::frames::{
    Act::{Greeting, Help, Thanks},
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (Help, 0.97, "(hilfe/hilf mir/help/?/befehle/anleitung/kommandos/ich brauche hilfe/brauche hilfe/hilfe bitte/beispiele/bedienungsanleitung)"),
    (Help, 0.96, "(was/was alles/wobei) (kannst/kann/könntest) (du/ich/man) [hier/alles/eigentlich/noch/denn/für mich/mir] [tun/machen/sagen/fragen/helfen/dir sagen]"),
    (Help, 0.95, "[zeige/sag/erkläre/erklär] [mir] [bitte/mal] (was du kannst/wie das geht/wie du funktionierst/wie das funktioniert/wie es geht/deine befehle/was ich sagen kann)"),
    (Help, 0.95, "(welche befehle/welche kommandos) (gibt es/kennst du/verstehst du/kann ich benutzen) [hier/alles]"),
    (Help, 0.95, "[hilfe] wie (geht das/funktioniert das/benutze ich dich/bediene ich dich/kann ich dich benutzen/geht das hier/funktioniert das hier) [hier/eigentlich]"),
    (Help, 0.95, "wie (kann ich/füge ich/lösche ich/ändere ich/verschiebe ich/lege ich) [eine/einen/etwas] [aufgabe/aufgaben/eintrag/termin] [hinzu/an/löschen/ändern/verschieben/anlegen/hinzufügen/abhaken/umbenennen]"),
    (Help, 0.9, "(wer/was) bist du"),
    (Greeting, 0.97, "(hallo/hi/hey/moin/moin moin/servus/grüß gott/grüezi/guten morgen/guten tag/guten abend/morgen/tach/tag/huhu/na/hallöchen/grüß dich/gude/mahlzeit/hey du/habe die ehre/guten morgen zusammen/tach auch) [zusammen/du/alle/tasktalk/alexa/computer/wie geht's/wie geht es dir/mein freund/auch]"),
    (Greeting, 0.93, "(wie geht's/wie geht es dir/wie geht's dir/bist du da/alles gut bei dir)"),
    (Greeting, 0.9, "(tschüss/tschüs/auf wiedersehen/bis später/bis dann/bis morgen/gute nacht/ciao/servus/mach's gut/schönen tag noch/schönen abend noch/bis bald)"),
    (Thanks, 0.97, "[ok/okay/super/toll/prima/perfekt/klasse/cool/alles klar/gut/ja/ach] (danke/dankeschön/danke schön/vielen dank/danke sehr/besten dank/herzlichen dank/tausend dank/danke dir/ich danke dir/merci/merci vilmal/thx/lieb von dir danke/danke das war's/vielen lieben dank) [dir/sehr/schön/für alles/für die hilfe/für deine hilfe/das war's/auch/von herzen/tasktalk/alexa]"),
    (Thanks, 0.85, "(super/toll/prima/perfekt/klasse/großartig/gut gemacht/sehr gut/wunderbar/ausgezeichnet/du bist super/du bist toll)"),
];
