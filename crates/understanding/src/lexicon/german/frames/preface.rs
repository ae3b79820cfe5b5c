//! What surrounds a command: politeness, connectives, wishes, and what takes everything back.

/// Taken off before a command, again and again; they change nothing.
pub(super) const PREFACES: &[&str] = &[
    "(bitte/hey/hi/hallo/ok/okay/äh/ähm/hm/hmm/öh/naja/na/also/so/oh/ach/jetzt/nun/ja/genau/gut/prima/super/toll/und/dann/danach/auch/außerdem/noch/erstens/zweitens/drittens/zuerst/nein/halt/warte/sorry/eigentlich/aber/übrigens/mal/alexa/siri/computer/tasktalk/du/servus/moin/sag/endlich/jawoll/tja/achja/danke/erst/gleich/hier/wichtig)",
    "(hey/hi/hallo/ok/okay/ähm) (du/google/siri/alexa/computer/assistent/tasktalk/bot)",
    "(vielen dank/danke/danke schön) [dir/auch/sehr]",
    "(als nächstes/ganz wichtig/so schnell wie möglich/ach ja/ach so/nebenbei/noch etwas/noch was/noch eins/und noch/und dann noch/und dann bitte noch/bei gelegenheit/wenn möglich/wenn du kannst/wenn es geht/wenn's geht/falls möglich/weißt du was/zum einen)",
    "(sei so nett und/sei so lieb und/seid so lieb/sei so gut und/sei so freundlich und/sei bitte so nett und/tue mir den gefallen und/tue mir einen gefallen und/denk daran/sei so lieb)",
];

/// Taken off as well: what follows is asked of the machine.
pub(super) const ADDRESSED: &[&str] = &[
    "(kannst/könntest/würdest/kann/magst/möchtest/könnten) (du/sie/man) [bitte/mal/mir/mir bitte/mir mal/bitte mal/vielleicht/eventuell/mir noch/bitte noch/noch/jetzt/uns]",
    "(kannst/könntest) [bitte/mal/mir/mir bitte/mir noch]",
    "(ich möchte/ich will/ich hätte gerne/ich bitte dich/ich würde gerne/darf ich dich bitten) [dass du/zu] [mir/bitte]",
    "(es wäre super wenn du/es wäre nett wenn du/es wäre toll wenn du/es wäre schön wenn du/wäre super wenn du) [mir/mich/bitte]",
];

/// Taken off only before an unmistakable command: "ich möchte meine Aufgaben sehen".
pub(super) const WISHES: &[&str] = &[
    "(ich möchte/ich will/ich würde gerne/ich würde gern/ich hätte gerne/ich hätte gern/ich mag/wir wollen/ich muss/ich brauche/ich bräuchte) [bitte/mal/gerne/nur/noch]",
    "(kann ich/darf ich/können wir/könnte ich) [bitte/mal/kurz]",
    "(lass mich/lass uns) [bitte/mal]",
    "(zeige/zeigst/sag/sage/nenne/verrate/verrätst/erzähl/erzähle) [du] (mir/uns) [mal/bitte/doch]",
    "(weißt du/ich möchte wissen/ich will wissen/ich will nur wissen/ich wüsste gerne)",
];

/// Between two commands.
pub(super) const CONNECTIVES: &[&str] = &[
    "und",
    "dann",
    "danach",
    "außerdem",
    "sowie",
    "&",
    "aber",
    "plus",
    "anschließend",
];

/// Taken off after a command.
pub(super) const AFTERWORDS: &[&str] = &[
    "bitte",
    "danke",
    "bitte danke",
    "vielen dank",
    "danke dir",
    "danke schön",
    "danke sehr",
    "merci",
    "ja",
    "okay",
    "ok",
    "bitteschön",
    "wenn möglich",
    "wenn's geht",
    "wenn es geht",
    "wenn du kannst",
    "sofort",
    "gleich",
    "mal",
    "mal bitte",
    "jetzt",
    "auch",
    "noch",
    "für mich",
    "lol",
    "haha",
    "erinnere mich",
    "erinnere mich bitte",
    "bitte erinnere mich",
    "erinnere mich daran",
    "bitte notieren",
    "bitte aufschreiben",
    "bitte eintragen",
    "notiere das",
    "schreibe das auf",
    "trage das ein",
    "kannst du abhaken",
    "kannste abhaken",
    "bitte abhaken",
    "abhaken",
    "abhaken bitte",
    "hake ab",
    "kannst du streichen",
    "schreib's auf",
];

/// Alone after a command, they take the whole message back.
pub(super) const ABORTS: &[&str] = &[
    "[nein/ach/oh/ne/halt/aber/oder] [nein/doch/warte] (doch nicht/lieber nicht/lass es/lass das/lass/lass gut sein/vergiss es/vergiss das/egal/abbrechen/stopp/stop/war nur spaß/nur spaß/quatsch/ach nein/schon gut/mache nichts/lass mal/oder doch nicht/nein lass/nein doch nicht)",
];
