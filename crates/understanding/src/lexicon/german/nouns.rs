//! German nouns that decide what a message is about.

/// Words for a task.
pub(super) const TASKS: &str = "
    aufgabe aufgaben todo todos to-do to-dos task tasks punkt punkte punkten eintrag einträge einträgen einträgs erinnerung
    erinnerungen sache sachen ding dinge dingen posten tätigkeit tätigkeiten";

/// Words for the whole list.
pub(super) const LISTS: &str = "
    liste listen aufgabenliste todoliste todo-liste to-do-liste merkliste merkzettel agenda aufgaben todos to-dos zettel
    tagesplan erinnerungsliste";

/// Names that are lists of a person's own things when they stand before the word for a list.
pub(super) const PLAIN_LIST_NAMES: &str = "
    meine meiner meinen meinem mein unsere unserer die der den dem das eine einer ganze gesamte komplette aktuelle offene
    neue to-do todo to do heutige";

/// Lists with a name in one word; the name is the tag.
pub(super) const NAMED_LISTS: &str = "
    einkaufsliste einkaufszettel einkaufslisten packliste wunschliste geschenkeliste bücherliste filmliste arbeitsliste haushaltsliste
    putzliste reiseliste gartenliste schulliste baumarktliste partyliste urlaubsliste projektliste leseliste
    besorgungsliste gästeliste campingliste umzugsliste hochzeitsliste weihnachtsliste familienliste uniliste";

/// Names that people give to tags.
pub(super) const TAG_NAMES: &str = "
    arbeit haus zuhause privat einkauf einkaufen schule büro haushalt familie gesundheit sport finanzen garten kinder auto
    reise studium uni projekt verein kirche urlaub weihnachten umzug party hochzeit besorgungen";

/// Nouns that stand for something to be done or attended: with a date they are a task.
pub(super) const EVENTS: &str = "
    termin termine zahnarzt zahnarzttermin arzt arzttermin hausarzt augenarzt hautarzt frauenarzt kinderarzt tierarzt orthopäde
    meeting besprechung teammeeting teambesprechung sitzung konferenz videokonferenz call telefonat zoom yoga sport training
    fitness gym schwimmen pilates physio physiotherapie krankengymnastik massage friseur frisör friseurtermin probe chorprobe bandprobe
    musikprobe elternabend elternsprechtag schulkonferenz sprechstunde prüfung klausur test examen fahrprüfung fahrstunde vorlesung seminar
    unterricht nachhilfe klavier klavierstunde gitarre hausaufgaben referat abgabe deadline präsentation vortrag bericht
    geburtstag hochzeit party feier weihnachtsfeier taufe beerdigung konzert kino theater oper essen abendessen mittagessen frühstück brunch
    grillen stammtisch treffen kaffee verabredung besuch besichtigung wohnungsbesichtigung flug zug abflug arbeit frühschicht spätschicht nachtschicht
    dienst miete steuer steuererklärung steuern rechnung rechnungen versicherung tüv inspektion reifenwechsel ölwechsel werkstatt
    müll mülltonne restmüll biomüll altpapier gelber sperrmüll kehrwoche wäsche einkauf einkaufen großeinkauf wocheneinkauf
    blutabnahme blutspende impfung impftermin vorsorge kontrolle nachsorge zahnreinigung mammografie darmspiegelung ultraschall op operation röntgen
    tabletten medikamente pille insulin tropfen rezept kontaktlinsen handwerker klempner elektriker schornsteinfeger heizungsmonteur kaminkehrer
    paket lieferung abholung umzug bewerbungsgespräch vorstellungsgespräch mitarbeitergespräch kundengespräch workshop schulung fortbildung webinar retro standup
    gottesdienst konfirmation messe wochenmarkt flohmarkt gassi spaziergang reha kur karate judo ballett fußballtraining turnen gymnastik zählerstand bücherbus";

/// What belongs to machines, media and the world: a message about these is not about tasks.
pub(super) const WORLD: &str = "
    licht lichter lampe lampen beleuchtung helligkeit lautstärke lautsprecher fernseher tv radio sender musik lied lieder song songs
    playlist playlists album alben hörbuch podcast podcasts folge folgen film filme serie serien wetter wetterbericht temperatur regen schnee
    sonne nachrichten schlagzeilen aktien aktie kurs dollar euro stau verkehr taxi taxis uber zug züge bus busse flug flüge
    restaurant restaurants pizza pizzas sushi wecker alarm alarme timer stoppuhr steckdose steckdosen thermostat heizung klimaanlage
    rollladen rollläden jalousie jalousien staubsauger saugroboter kaffeemaschine espresso witz witze facebook twitter instagram whatsapp youtube
    netflix spotify mail mails email emails e-mail posteingang tweet uhrzeit kalender rezept rezepte spiel spiele schach internet wlan bluetooth siri
    alexa google cortana jazz rock pop klassik nachricht anruf anrufe kontakt kontakte kontostand bild bilder foto screenshot
    video videos gedicht geschichte märchen route strecke entfernung definition bedeutung bundesliga fußball horoskop datei ordner tab tabs
    browserverlauf app apps kamera akku passwort flugmodus";

/// Words of the assistant itself.
pub(super) const ACCOUNT: &str =
    "konto account passwort profil einstellungen verlauf chat app anwendung daten server datenbank";

/// Words for urgency.
pub(super) const URGENCY: &str =
    "dringend dringende dringendes wichtig wichtige eilig brandeilig kritisch asap";

/// Devices and their settings: never tasks.
pub(super) const DEVICES: &str = "
    licht lichter lampe lampen beleuchtung helligkeit lautstärke lautsprecher fernseher tv radio musik lied lieder song songs playlist
    wecker alarm timer stoppuhr thermostat heizung klimaanlage steckdose rollladen rollläden jalousie jalousien saugroboter staubsaugerroboter podcast
    hörbuch wlan bluetooth siri alexa cortana bildschirm temperatur ventilator sprache klingelton kanal browser cache browserverlauf datei
    ordner mails tabs flugmodus firmware tabelle monitor aufzug fahrstuhl standort dokument zeile hintergrund wohnzimmerlicht nachttischlampe stehlampe";

/// What one is driven in.
pub(super) const RIDES: &str = "taxi taxis uber";

/// Numbers in words.
pub(super) const NUMBERS: &[(&str, i64)] = &[
    ("null", 0),
    ("eins", 1),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("elf", 11),
    ("zwölf", 12),
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fünfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
    ("neunzehn", 19),
    ("zwanzig", 20),
];

/// Places in words: the stem and its endings are written out.
pub(super) const ORDINALS: &[(&str, u32)] = &[
    ("erste", 1),
    ("ersten", 1),
    ("erster", 1),
    ("erstes", 1),
    ("oberste", 1),
    ("obersten", 1),
    ("zweite", 2),
    ("zweiten", 2),
    ("zweiter", 2),
    ("zweites", 2),
    ("dritte", 3),
    ("dritten", 3),
    ("dritter", 3),
    ("drittes", 3),
    ("vierte", 4),
    ("vierten", 4),
    ("fünfte", 5),
    ("fünften", 5),
    ("sechste", 6),
    ("sechsten", 6),
    ("siebte", 7),
    ("siebten", 7),
    ("siebente", 7),
    ("achte", 8),
    ("achten", 8),
    ("neunte", 9),
    ("neunten", 9),
    ("zehnte", 10),
    ("zehnten", 10),
    ("elfte", 11),
    ("elften", 11),
    ("zwölfte", 12),
    ("zwölften", 12),
];
