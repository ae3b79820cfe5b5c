//! German verbs, by what it means when a message ends with one: "Milch kaufen".
//!
//! One verb a word: the infinitive, a `|` behind a prefix that comes off, and after `:` its participle where that is
//! irregular. Everything regular is derived.

/// Things people put on a to-do list: "Milch kaufen" is a wish to be reminded, not a command to the machine.
pub(super) const CHORES: &str = "
    ab|bauen ab|bestellen ab|bezahlen ab|decken ab|dichten ab|drehen ab|geben:abgegeben ab|gießen:abgegossen ab|heften
    ab|holen ab|hängen ab|klären ab|kratzen ab|kreiden ab|laden:abgeladen ab|legen ab|lesen:abgelesen ab|liefern ab|lösen
    ab|melden ab|messen:abgemessen ab|nehmen:abgenommen ab|reißen:abgerissen ab|sagen ab|schicken ab|schleifen:abgeschliffen
    ab|schließen:abgeschlossen ab|schmecken ab|schneiden:abgeschnitten ab|schreiben:abgeschrieben ab|spülen ab|stauben
    ab|stellen ab|stimmen ab|tauen ab|telefonieren ab|tippen ab|trocknen ab|waschen:abgewaschen ab|wischen ab|zahlen
    ab|ziehen:abgezogen aktualisieren an|bauen an|bieten:angeboten an|bringen:angebracht an|fangen:angefangen an|feuern
    an|fordern an|fragen an|füttern an|gucken an|heben:angehoben an|hören an|kleben an|legen an|lernen an|malen an|melden
    an|mieten an|nehmen:angenommen an|nähen an|passen an|pflanzen an|probieren an|prüfen an|rufen:angerufen an|rühren
    an|schaffen an|schauen an|schließen:angeschlossen an|schrauben an|schreiben:angeschrieben an|sehen:angesehen an|setzen
    an|streichen:angestrichen an|weisen:angewiesen an|werfen:angeworfen an|zahlen an|ziehen:angezogen antworten arbeiten
    archivieren auf|bauen auf|bessern auf|blasen:aufgeblasen auf|brauchen auf|bügeln auf|essen:aufgegessen auf|fegen auf|frischen
    auf|füllen auf|geben:aufgegeben auf|heben:aufgehoben auf|hängen auf|kehren auf|kochen auf|laden:aufgeladen auf|lassen:aufgelassen
    auf|legen auf|lösen auf|nehmen:aufgenommen auf|pumpen auf|räumen auf|sammeln auf|schneiden:aufgeschnitten
    auf|schreiben:aufgeschrieben auf|setzen auf|stehen:aufgestanden auf|stellen auf|stocken auf|tauen auf|teilen auf|wärmen
    auf|wischen auf|ziehen:aufgezogen aus|arbeiten aus|bessern aus|bauen aus|drucken aus|fegen aus|füllen aus|geben:ausgegeben
    aus|gießen:ausgegossen aus|graben:ausgegraben aus|händigen aus|kehren aus|klopfen aus|kratzen aus|laden:ausgeladen
    aus|leeren aus|leihen:ausgeliehen aus|liefern aus|misten aus|mustern aus|packen aus|probieren aus|pumpen aus|räumen aus|rechnen
    aus|richten aus|rollen aus|saugen aus|schalten aus|schneiden:ausgeschnitten aus|schreiben:ausgeschrieben aus|sortieren
    aus|spülen aus|stellen aus|tauschen aus|teilen aus|tragen:ausgetragen aus|wechseln aus|werten aus|wischen aus|wählen
    aus|zahlen aus|ziehen:ausgezogen backen:gebacken baden basteln bauen beantragen beantworten bearbeiten bedanken bedrucken begießen:begossen
    begleichen:beglichen begleiten begutachten behandeln bekleben beladen:beladen belegen bemalen benachrichtigen beobachten
    bepflanzen beraten:beraten berechnen bereit|legen bereit|stellen berichten beschaffen beschneiden:beschnitten
    beschreiben:beschrieben beschriften beseitigen besichtigen besorgen bespielen besprechen:besprochen bestellen bestätigen
    besuchen beten bewerben:beworben bewerten bewässern bezahlen beziehen:bezogen binden:gebunden blanchieren bleichen blitzen bohren
    bringen:gebracht buchen bügeln bürsten chatten checken checken dehnen dekorieren demontieren desinfizieren diktieren
    digitalisieren diskutieren dokumentieren downloaden drucken duschen düngen durch|führen durch|lesen:durchgelesen
    durch|gehen:durchgegangen durch|lüften durch|rechnen durch|sehen:durchgesehen eichen ein|arbeiten ein|bauen ein|checken
    ein|cremen ein|fetten ein|frieren:eingefroren ein|fügen ein|fordern ein|führen ein|füllen ein|geben:eingegeben ein|gießen:eingegossen
    ein|holen ein|kaufen ein|kleben ein|kochen ein|laden:eingeladen ein|lagern ein|legen ein|leiten ein|lesen:eingelesen
    ein|lösen ein|machen ein|nehmen:eingenommen ein|ölen ein|packen ein|pflanzen ein|planen ein|reichen ein|räumen ein|richten
    ein|sammeln ein|scannen ein|schicken ein|schreiben:eingeschrieben ein|senden:eingesandt ein|setzen ein|sortieren
    ein|stellen ein|studieren ein|tauschen ein|teilen ein|treiben:eingetrieben ein|wecken ein|weichen ein|weihen ein|werfen:eingeworfen
    ein|wintern ein|zahlen ein|ziehen:eingezogen ein|üben enteisen entfernen entfetten entgraten entkalken entkernen entladen:entladen entlüften
    entrümpeln entsorgen entstauben entwerfen:entworfen entwickeln ergänzen erklären erledigen erneuern ernten eröffnen
    erstatten erstellen erweitern essen:gegessen fahren:gefahren falten fangen:gefangen fegen feiern feilen fertig|machen
    fertig|stellen fest|legen fest|schrauben fest|ziehen:festgezogen fetten filmen filtern finden:gefunden fischen flechten:geflochten
    flicken fönen formatieren fotografieren fragen freigeben:freigegeben freischalten:freigeschaltet frisieren füllen füttern
    geben:gegeben gehen:gegangen genehmigen gestalten gießen:gegossen glätten graben:gegraben grillen grundieren grüßen gratulieren
    hacken handeln heften heilen heim|bringen:heimgebracht heizen helfen:geholfen her|richten her|stellen heraus|finden:herausgefunden
    heraus|geben:herausgegeben herunter|laden:heruntergeladen hin|bringen:hingebracht hin|fahren:hingefahren hin|gehen:hingegangen
    hinter|legen hobeln hoch|laden:hochgeladen holen hängen häckseln häkeln hören impfen imprägnieren informieren
    inspizieren installieren inventarisieren isolieren jäten joggen kalibrieren kalken kassieren kaufen kehren kitten klären
    kleben klettern klopfen kneten kochen kompostieren konfigurieren kontaktieren kontrollieren kopieren korrigieren
    kratzen kriegen kuppeln kämmen kündigen kürzen lackieren laden:geladen laminieren lasieren lassen:gelassen laufen:gelaufen leeren
    legen leihen:geliehen leiten lernen lesen:gelesen liefern lochen loten löschen lösen löten lüften machen mahlen:gemahlen mahnen
    malen markieren massieren mauern meditieren melden melken:gemolken messen:gemessen mieten mischen mit|bringen:mitgebracht mit|nehmen:mitgenommen
    mit|teilen montieren mulchen mähen nach|bestellen nach|bohren nach|fassen nach|feilen nach|fragen nach|füllen nach|haken
    nach|holen nach|kaufen nach|lesen:nachgelesen nach|messen:nachgemessen nach|reichen nach|schauen nach|schlagen:nachgeschlagen
    nach|sehen:nachgesehen nach|stellen nach|ziehen:nachgezogen nachtragen:nachgetragen nehmen:genommen notieren nähen
    ölen ordnen organisieren packen parken pflanzen pflegen pflücken pinseln planen polieren polstern posten probieren
    programmieren protokollieren prüfen pumpen putzen pürieren radeln rasieren raus|bringen:rausgebracht raus|legen raus|stellen
    raus|tragen:rausgetragen raus|nehmen:rausgenommen raus|werfen:rausgeworfen raus|suchen recherchieren rechnen recyceln reden
    reduzieren reinigen reklamieren renovieren reparieren reservieren retten reviewen rodeln rollen rufen:gerufen rupfen räuchern räumen röntgen rösten rühren
    rückmelden:rückgemeldet rum|fragen sagen salzen sammeln sanieren satteln saugen schalten schauen schicken schieben:geschoben
    schießen:geschossen schippen schlachten schlafen:geschlafen schleifen:geschliffen schließen:geschlossen schmieren schmücken
    schneiden:geschnitten schnitzen schreiben:geschrieben schreddern schrubben schweißen schwimmen:geschwommen schälen schärfen
    schütteln segnen sehen:gesehen senden:gesendet setzen sichern sichten sieben siegeln singen:gesungen sortieren sparen spazieren
    spenden sperren spielen spitzen sprechen:gesprochen spritzen spülen stapeln starten statt|finden staub|saugen stecken stellen
    steuern stempeln stimmen stopfen stoßen:gestoßen stornieren streichen:gestrichen streuen stricken studieren stutzen
    stöbern suchen säen säubern tanken tapezieren tauschen teilen telefonieren testen tippen tragen:getragen trainieren trennen
    treffen:getroffen trinken:getrunken trocknen turnen töpfern tun:getan überarbeiten überbringen:überbracht übergeben:übergeben
    überholen überlegen übernehmen:übernommen überprüfen übersetzen übertragen:übertragen überwachen überweisen:überwiesen überziehen:überzogen um|bauen um|buchen um|graben:umgegraben um|melden
    um|räumen um|stechen:umgestochen um|stellen um|tauschen um|topfen um|ziehen:umgezogen unterrichten unterschreiben:unterschrieben
    unterstützen untersuchen updaten verabreden verabreichen verabschieden veranlassen veranstalten verarbeiten verarzten verbessern
    verbinden:verbunden verbuchen verbrennen:verbrannt vereinbaren verfassen verfugen vergleichen:verglichen vergraben:vergraben
    verkaufen verkleben verlegen verleihen:verliehen verlesen:verlesen verlängern vermessen:vermessen vermieten verpacken
    verputzen verschenken verschicken verschließen:verschlossen verschrauben versenden:versandt versetzen versichern versiegeln versorgen verstauen
    verteilen verschönern vervollständigen verwalten verzieren verzinken veröffentlichen vor|backen:vorgebacken vor|bereiten vor|bestellen
    vor|kochen vor|legen vor|lesen:vorgelesen vor|merken vor|schlagen:vorgeschlagen vor|sprechen:vorgesprochen vor|stellen vor|sorgen
    wachsen wandern warten waschen:gewaschen wechseln weg|bringen:weggebracht weg|fahren:weggefahren weg|räumen weg|schicken weg|schmeißen:weggeschmissen weg|werfen:weggeworfen
    weiter|geben:weitergegeben weiter|leiten weißen wenden werben:geworben wickeln wiegen:gewogen wieder|holen winken wischen wählen
    wärmen würzen wässern zahlen zeichnen zerkleinern zerlegen zerteilen ziehen:gezogen zu|bereiten zu|binden:zugebunden zu|machen zu|sagen
    zu|schicken zu|schneiden:zugeschnitten zu|stellen zu|weisen:zugewiesen zurück|bringen:zurückgebracht zurück|fordern
    zurück|geben:zurückgegeben zurück|holen zurück|legen zurück|rufen:zurückgerufen zurück|schicken zurück|schneiden:zurückgeschnitten zurück|zahlen
    zusammen|bauen zusammen|fassen zusammen|legen zusammen|packen zusammen|stellen zusammen|suchen zählen üben üben";

/// Chores a home assistant could be asked for as well: alone they are only offered.
pub(super) const SERVICES: &str = "
    bestellen buchen schreiben schicken senden lesen vor|lesen:vorgelesen suchen machen auf|wärmen berechnen aus|rechnen
    übersetzen an|rufen:angerufen";

/// Chores too, unless their object belongs to machines: "eine Mail senden".
pub(super) const REMOTE: &str =
    "senden schicken laden herunterladen hochladen starten teilen posten";

/// Things only a machine is asked for, as one tells it.
pub(super) const MACHINE: &str = "
    abspielen aktivieren deaktivieren anschalten einschalten ausschalten umschalten dimmen pausieren navigieren wecken
    stummschalten überspringen buchstabieren anmachen ausmachen spiel spiele schalte schalt dimm dimme erzähl
    erzähle weck wecke navigiere starte stoppe pausiere buchstabiere übersetze berechne rechne ruf rufe sende schick schicke antworte
    antworte fahr fahre öffne schließ schließe stelle stell dreh drehe lies erkläre erklär sing singe sprich google googel buch buche";

/// The verbs of commands.
pub(super) const COMMANDS: &str =
    "hinzufügen löschen entfernen abhaken umbenennen verschieben anlegen";

/// Words worth recognising when they are misspelt, folded: commands hang on them.
pub(super) const KEYWORDS: &str = "
    erinnere erinnern erinnerung losche loschen entferne entfernen erledigt abhaken markiere verschiebe verschieben benenne
    aufgabe aufgaben einkaufsliste ruckgangig uberfallig uberfallige prioritat dringend hinzufugen wiederherstellen anzeigen";

/// Verbs of motion that only begin a chore.
pub(super) const LEADING: &str = "";

/// Words that ask to see something.
pub(super) const SHOW: &str = "
    zeige zeigt zeigst zeigen liste nenne nenn gebe gebt lies such suche finde find öffne sag sage filtere
    was welche welches welcher welchen wie wieviele wieviel wann gibt gibts steht stehen habe haben sind ist muss liegt übersicht check";

/// Participles after which nothing is done: "ich habe die Milch vergessen".
pub(super) const UNDONE: &str = "
    vergessen verpasst versucht angefangen begonnen gestoppt aufgehört entschieden gewählt verloren gewollt gebraucht gedacht
    gesagt gemeint erzählt gefragt gehört gefühlt gemocht behalten verlassen geplant versprochen übersprungen vorgeschlagen
    gesehen gefunden gelassen gewusst gehofft gewünscht geändert gewesen geworden gehabt gegeben gelöscht entfernt
    verschoben umbenannt aufgeschrieben notiert eingetragen gespielt verschlafen passiert abgesagt gestorben geheiratet angelegt verschwunden";

/// Verbs whose object can be a task's number: "verschiebe 4 auf Freitag".
pub(super) const MOVES: &str = "
    verschiebe verschieb schiebe schieb verlege verleg setze setz ändere änder markiere benenne lege leg mach mache
    aktualisiere stell stelle lösche lösch erledige hake hak";

/// Verbs of buying a service: only a plain appointment makes them a chore.
pub(super) const BOOKINGS: &str = "bestellen buchen";
