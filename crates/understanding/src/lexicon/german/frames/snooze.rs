//! What puts a reminder off that was told. It counts only when one was.

use crate::frames::Snoozed::{self, Again, AgainLater, Answer, AnswerLater, Named};

#[rustfmt::skip] // one pattern a line
pub(super) const SNOOZES: &[(Snoozed, &str)] = &[
    (AgainLater, "[nicht jetzt] (erinnere/erinner/erinnert) (mich/uns) [bitte] [daran] [bitte] [nochmal/nochmals/noch mal/noch einmal/wieder/erneut] später [nochmal/nochmals/noch mal/noch einmal/wieder/erneut] [daran]"),
    (AgainLater, "(snooze/schlummern/schlummer) [es/das/die erinnerung] [bis/auf] später"),
    (Again, "[nicht jetzt] (erinnere/erinner/erinnert) (mich/uns) [bitte] [daran] (nochmal/nochmals/noch mal/noch einmal/wieder/erneut) [daran] [[in/um/nach] ({when}/{shift})] [daran]"),
    (Again, "[nicht jetzt] (erinnere/erinner/erinnert) (mich/uns) [bitte] [daran] [in/um/nach] ({when}/{shift}) [daran] (nochmal/nochmals/noch mal/noch einmal/wieder/erneut) [daran]"),
    (Again, "(snooze/snoozen/schlummern/schlummer) [[um/für/bis/auf/noch] ({when}/{shift})]"),
    (Again, "(snooze/verschiebe/verschieb/schiebe/schieb/vertage/verlege) (die/diese/meine/die letzte) erinnerung [[um/für/bis/auf/noch] ({when}/{shift})] [auf]"),
    (Again, "snooze (es/das/sie)"),
    (Named, "snooze {ref} [um/für/bis/auf/noch] ({when}/{shift})"),
    (Named, "(verschiebe/verschieb/schiebe/schieb/vertage/verlege) (die/meine) erinnerung (an/für/zu/zum/zur/ans) {ref} [um/für/bis/auf] ({when}/{shift})"),
    (Named, "(erinnere/erinner/erinnert) (mich/uns) [bitte] (nochmal/nochmals/noch mal/noch einmal/wieder/erneut) [in/um/nach] ({when}/{shift}) (an/ans) {ref}"),
    (Named, "(erinnere/erinner/erinnert) (mich/uns) [bitte] [in/um/nach] ({when}/{shift}) (nochmal/nochmals/noch mal/noch einmal/wieder/erneut) (an/ans) {ref}"),
    (Named, "(erinnere/erinner/erinnert) (mich/uns) [bitte] (nochmal/nochmals/noch mal/noch einmal/wieder/erneut) (an/ans) {ref} [in/um/nach] ({when}/{shift})"),
    (Named, "(erinnere/erinner/erinnert) (mich/uns) [bitte] (an/ans) {ref} (nochmal/nochmals/noch mal/noch einmal/wieder/erneut) [in/um/nach] ({when}/{shift})"),
    (Named, "(erinnere/erinner/erinnert) (mich/uns) [bitte] [in/um/nach] ({when}/{shift}) (an/ans) {ref} (nochmal/nochmals/noch mal/noch einmal/wieder/erneut)"),
    (Named, "snooze {ref}"),
    (Answer, "[nicht jetzt] [(erinnere/erinner/erinnert) (mich/uns) [bitte] [daran]] [in/um/nach] ({when}/{shift}) [daran]"),
    (Answer, "[gib mir/nur] [noch] {shift} [noch]"),
    (AnswerLater, "(nicht jetzt/später/jetzt nicht/noch nicht)"),
];
