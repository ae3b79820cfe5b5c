//! Adding tasks in German.

use super::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("erinnere mich daran, Mama anzurufen", "add 'Mama anrufen'"),
    ("Erinnere mich morgen um 17 Uhr daran, die Blumen zu gießen", "add 'Die Blumen gießen' 2026-11-23 17:00"),
    ("erinnere mich daran, dass ich Mama anrufe", "add 'Mama anrufen'"),
    ("erinner mich bitte dran, dass ich die Heizung entlüften muss", "add 'Die Heizung entlüften'"),
    ("erinnere mich an den Zahnarzt", "add 'Zahnarzt'"),
    ("erinnere mich am Freitag an die Steuererklärung", "add 'Steuererklärung' 2026-11-27"),
    ("Erinnere mich um halb sieben an die Tabletten", "add 'Tabletten' 2026-11-23 06:30"),
    ("ich muss noch Milch kaufen", "add 'Milch kaufen'"),
    ("Ich muss morgen das Auto abholen", "add 'Das Auto abholen' 2026-11-23"),
    ("heute muss ich noch die Küche putzen", "add 'Die Küche putzen' 2026-11-22"),
    ("wir müssen bis Freitag die Miete überweisen", "add 'Die Miete überweisen' 2026-11-27"),
    ("Milch kaufen", "add 'Milch kaufen'"),
    ("Oma anrufen", "add 'Oma anrufen'"),
    ("Rechnung bezahlen bis Mittwoch", "add 'Rechnung bezahlen' 2026-11-25"),
    ("Fenster putzen und Wäsche aufhängen", "add 'Fenster putzen' ; add 'Wäsche aufhängen'"),
    ("füge Brot hinzu", "add 'Brot'"),
    ("Füge Eier zur Einkaufsliste hinzu", "add 'Eier' #einkauf"),
    ("setz Butter auf die Einkaufsliste", "add 'Butter' #einkauf"),
    ("setz Reifenwechsel auf meine Liste", "add 'Reifenwechsel'"),
    ("Käse auf die Einkaufsliste", "add 'Käse' #einkauf"),
    ("trag Elternabend am Dienstag um 19 Uhr ein", "add 'Elternabend' 2026-11-24 19:00"),
    ("schreib Klebeband auf", "add 'Klebeband'"),
    ("notiere: Reisepass verlängern", "add 'Reisepass verlängern'"),
    ("Neue Aufgabe: Keller aufräumen", "add 'Keller aufräumen'"),
    ("Aufgabe: Protokoll schreiben #arbeit", "add 'Protokoll schreiben' #arbeit"),
    ("Zahnarzt am Donnerstag um 15 Uhr", "add 'Zahnarzt' 2026-11-26 15:00"),
    ("übermorgen Friseur", "add 'Friseur' 2026-11-24"),
    ("jeden Montag Müll rausbringen", "add 'Müll rausbringen' 2026-11-23 FREQ=WEEKLY;BYDAY=MO"),
    ("alle zwei Wochen Bad putzen", "add 'Bad putzen' 2026-11-22 FREQ=WEEKLY;INTERVAL=2"),
    ("werktags um 7 Uhr Tablette nehmen", "add 'Tablette nehmen' 2026-11-23 07:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("dringend: Server neu starten", "add 'Server neu starten' p1"),
    ("Blumen gießen, nicht so wichtig", "add 'Blumen gießen' p3"),
    ("Vertrag kündigen mit hoher Priorität", "add 'Vertrag kündigen' p1"),
    ("vergiss nicht den Kuchen", "add 'Kuchen'"),
    ("nicht vergessen: Geschenk einpacken", "add 'Geschenk einpacken'"),
    ("kannst du bitte Paket abholen eintragen", "add 'Paket abholen'"),
    ("leg eine Aufgabe an: Angebot drucken", "add 'Angebot drucken'"),
    ("erstelle eine neue Aufgabe Rasen mähen", "add 'Rasen mähen'"),
    ("Erinnerung: Wäsche aus der Maschine holen", "add 'Wäsche aus der Maschine holen'"),
    ("ich darf nicht vergessen, den Schlüssel zurückzugeben", "add 'Schlüssel zurückgeben'"),
    ("Füge \"Buch zurückgeben\" hinzu", "add 'Buch zurückgeben'"),
    ("Auto waschen am 3.12.", "add 'Auto waschen' 2026-12-03"),
    ("am 24. Dezember Gans abholen", "add 'Gans abholen' 2026-12-24"),
    ("Fahrrad reparieren lassen #hobby morgen", "add 'Fahrrad reparieren lassen' 2026-11-23 #hobby"),
    ("Steuerberater anrufen wegen der Belege", "add 'Steuerberater anrufen wegen der Belege'"),
    ("ich muss am Freitag den Bericht abgeben und die Oma anrufen", "add 'Den Bericht abgeben' 2026-11-27 ; add 'Die Oma anrufen' 2026-11-27"),
    ("morgen Milch kaufen und Oma anrufen", "add 'Milch kaufen' 2026-11-23 ; add 'Oma anrufen' 2026-11-23"),
    ("Am 31. Februar Steuern zahlen", "add 'Am 31. Februar Steuern zahlen'"),
];

#[test]
fn a_title_is_what_is_to_be_done() {
    check(MESSAGES);
}
