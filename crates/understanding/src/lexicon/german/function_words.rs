//! German words that carry grammar rather than meaning.

/// Words before a noun.
pub(super) const DETERMINERS: &str = "
    der die das den dem des ein eine einen einem einer eines nen ne mein meine meinen meinem meiner meines unser unsere unseren
    unserem unserer dein deine deinen deiner sein seine seinen seiner ihr ihre ihren ihrer dies diese diesen diesem dieser dieses jene jenen
    alle allen aller jede jeden jeder jedes irgendein irgendeine";

/// Words that say nothing about which task is meant.
pub(super) const FILLERS: &str = "
    der die das den dem des ein eine einen einem einer mein meine meinen meinem meiner unser unsere zu von für auf im in am an
    aus mit und oder wegen aufgabe aufgaben todo eintrag punkt sache sachen erinnerung bitte ist sind sein mal noch es mich mir brauche habe";

/// Function words: a name of a task or a tag is none of them.
pub(super) const STOP: &str = "
    der die das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner unser unsere dein deine sein seine ihr
    ihre dies diese diesen diesem dieser dieses alle allen aller jede jeden jeder jedes zu zum zur von vom für fürs auf aufs im in ins am an ans bei beim
    aus mit und oder aber wenn dann so als wie über unter ist sind war waren wird werden wurde wurden bin bist sein habe hab haben
    hat hast hatte hatten ich du er sie es wir man mich mir dich dir ihn ihm uns euch was welche welcher welches wer wen wem wessen wann wo
    warum wieso weshalb nicht nein ja kann kannst könnte könntest will soll sollte muss müsste darf hier da nur auch sehr bitte
    noch mal schon doch denn weil während bis seit wegen gegen ohne um vor nach durch ab los weg raus hoch runter wieder eben gerade jetzt";

/// Words that ask.
pub(super) const QUESTIONS: &str = "
    was welche welcher welches welchen welchem wer wen wem wessen wann wo warum wieso weshalb wie wohin woher wozu womit
    wieviel wieviele worum";

/// Auxiliary verbs: first in a sentence they ask.
pub(super) const AUXILIARIES: &str = "
    ist sind war waren bin bist habe hab haben hat hast hatte kann kannst könnte könntest könnten können wird werde werden würde würdest
    soll sollte sollten will willst muss müssen müsste darf magst möchtest sollen wollen hätte hätten";

/// Words of negation.
pub(super) const NEGATIONS: &str =
    "nicht nichts nix kein keine keinen keinem keiner nie niemals niemand weder ohne";

/// People one calls, writes to or visits.
pub(super) const PEOPLE: &str = "
    mama mami mutti mutter papa papi vati vater oma opa großmutter großvater schwester bruder tante onkel cousin cousine sohn tochter
    frau mann partner partnerin freundin freund freunde kinder chef chefin vermieter vermieterin nachbar nachbarin nachbarn zahnarzt arzt ärztin
    klempner elektriker mechaniker steuerberater anwalt bank versicherung tierarzt schule großeltern eltern schwiegermutter schwiegereltern
    hausverwaltung friseur handwerker dachdecker kollege kollegin herr herrn lehrer lehrerin";

/// Words as people shorten or spell them, and what they stand for.
pub(super) const SPELLINGS: &[(&str, &str)] = &[
    ("hab", "habe"),
    ("hab's", "habe"),
    ("habs", "habe"),
    ("hamwa", "haben"),
    ("nich", "nicht"),
    ("net", "nicht"),
    ("nee", "nein"),
    ("nö", "nein"),
    ("ne", "eine"),
    ("nen", "einen"),
    ("is", "ist"),
    ("isses", "ist"),
    ("muß", "muss"),
    ("kannste", "kannst"),
    ("kannst'n", "kannst"),
    ("würd", "würde"),
    ("könnt", "könnte"),
    ("bidde", "bitte"),
    ("bitt", "bitte"),
    ("büdde", "bitte"),
    ("erinner", "erinnere"),
    ("erinnre", "erinnere"),
    ("erinere", "erinnere"),
    ("lösch", "lösche"),
    ("loesche", "lösche"),
    ("loesch", "lösche"),
    ("loeschen", "löschen"),
    ("entfern", "entferne"),
    ("streich", "streiche"),
    ("zeig", "zeige"),
    ("verschieb", "verschiebe"),
    ("schieb", "schiebe"),
    ("verleg", "verlege"),
    ("setz", "setze"),
    ("leg", "lege"),
    ("stell", "stelle"),
    ("trag", "trage"),
    ("änder", "ändere"),
    ("aender", "ändere"),
    ("aendere", "ändere"),
    ("markier", "markiere"),
    ("erledig", "erledige"),
    ("schreib", "schreibe"),
    ("notier", "notiere"),
    ("merk", "merke"),
    ("hak", "hake"),
    ("mach", "mache"),
    ("pack", "packe"),
    ("fueg", "füge"),
    ("füg", "füge"),
    ("fuege", "füge"),
    ("bring", "bringe"),
    ("hol", "hole"),
    ("schmeiss", "schmeiße"),
    ("häng", "hänge"),
    ("gib", "gebe"),
    ("tu", "tue"),
    ("tut", "tue"),
    ("fuer", "für"),
    ("naechste", "nächste"),
    ("uebermorgen", "übermorgen"),
    ("grad", "gerade"),
    ("jez", "jetzt"),
    ("jetz", "jetzt"),
    ("draufschreiben", "aufschreiben"),
    ("dran", "daran"),
];

/// Frequent words of to-do lists that are German and nothing else.
pub(super) const COMMON: &str = "
    aufgabe aufgaben eintrag einträge erinnerung erinnerungen sachen liste zettel heute morgen übermorgen gestern abend abends mittag nachmittag vormittag montag dienstag mittwoch donnerstag freitag samstag sonntag
    januar februar märz juni juli oktober dezember uhr woche wochen nächste nächsten nächster nächstes letzte letzten jeden
    täglich wöchentlich monatlich jährlich fällig erledigt fertig gemacht wichtig priorität danke hallo hilfe termin arzt
    zahnarzt einkauf kaufen anrufen bezahlen geburtstag nummer gerade endlich unbedingt bald immer stunde stunden minuten tage tagen zeige
    lösche erinnere verschiebe füge hinzu trage notiere schreibe zurück rückgängig abgeholt gekauft bezahlt angerufen";
