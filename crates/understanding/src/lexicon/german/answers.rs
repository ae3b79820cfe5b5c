//! German answers that mean the same whatever was asked.

use crate::answer::Answer;

#[rustfmt::skip] // one answer a line
pub(super) const ANSWERS: &[(&str, Answer)] = &[
    ("ja/j/jo/jep/jup/jawohl/jaja/ja ja/na klar/klar/sicher/aber sicher/ok/okay/ja bitte/bitte/ja gerne/gerne/gern/ja genau/genau/stimmt/richtig/korrekt/mache das/mache es/ja mache das/ja mache/mache/mache mal/mache weiter/ja mache es/natürlich/selbstverständlich/auf jeden fall/unbedingt/in ordnung/alles klar/passt/einverstanden/bestätigt/bestätigen/bestätige/los/ja los/weiter/fortfahren/ja danke/ja klar/ja sicher/ja natürlich/ja richtig/ja stimmt/ja das ist richtig/das ist richtig/das stimmt/ja unbedingt/sehr gerne/gut/yes/yep/👍/✅/genau die/ja die/die da/ja löschen/ja lösche", Answer::Yes),
    ("nein/n/nein danke/nein bitte nicht/bitte nicht/auf keinen fall/keinesfalls/abbrechen/abbruch/stopp/stop/halt/lass es/lass das/lass gut sein/lass mal/lass/lieber nicht/besser nicht/doch nicht/nein doch nicht/vergiss es/vergiss das/schon gut/nicht jetzt/noch nicht/nicht nötig/nein lass/nein lass das/nein lass es/nein nein/nein stopp/nein abbrechen/niemals/no/nope/👎/❌/mache das nicht/mache es nicht/nein mache das nicht/egal", Answer::No),
    ("keine/keine davon/keine von denen/keine von beiden/keines/keines davon/keins/keins davon/keiner/keiner davon/nichts davon/nichts/weder noch/eine andere/etwas anderes/was anderes/andere/ein anderes/eine ganz andere/die sind es nicht/nein keine/nein keine davon/nicht dabei", Answer::Neither),
    ("alle/alles/alle beide/beide/beides/alle drei/alle davon/alle zusammen/ja alle/ja alles/ja beide/die ganzen/alle 3/alle zwei/alle bitte/beide bitte/sämtliche", Answer::All),
    ("mehr/weiter/weitere/nächste/nächste seite/die nächsten/zeig mehr/zeige mehr/mehr davon/der rest/den rest", Answer::More),
];
