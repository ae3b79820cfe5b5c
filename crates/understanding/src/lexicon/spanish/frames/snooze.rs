//! What puts a reminder off that was told. It counts only when one was.

use crate::frames::Snoozed::{self, Again, AgainLater, Answer, AnswerLater, Named};

#[rustfmt::skip] // one pattern a line
pub(super) const SNOOZES: &[(Snoozed, &str)] = &[
    (AgainLater, "[ahora no] (recuerda/recuerde/recorda/avisa/avise) (me/nos/-me/-nos) [lo/la/-lo/-la] [otra vez/de nuevo/nuevamente] (mas tarde/luego/despues) [otra vez/de nuevo/nuevamente]"),
    (AgainLater, "(pospon/posponga/posponer/aplaza/aplazar/retrasa/retrasar) [-lo/-la/lo/la/eso/el recordatorio/este recordatorio/el aviso/la alarma] (para mas tarde/mas tarde/para luego)"),
    (Again, "[ahora no] (recuerda/recuerde/recorda/avisa/avise) (me/nos/-me/-nos) [lo/la/-lo/-la] (otra vez/de nuevo/nuevamente) [[en/dentro de/por] ({when}/{shift})]"),
    (Again, "[ahora no] (recuerda/recuerde/recorda/avisa/avise) (me/nos/-me/-nos) [lo/la/-lo/-la] [en/dentro de/por] ({when}/{shift}) (otra vez/de nuevo/nuevamente)"),
    (Again, "[vuelve a/vuelva a] (recordar/avisar) (me/nos/-me/-nos) [lo/la/-lo/-la] [[en/dentro de/por] ({when}/{shift})]"),
    (Again, "(pospon/posponga/posponer/aplaza/aplazar/retrasa/retrasar) (el recordatorio/este recordatorio/ese recordatorio/el ultimo recordatorio/el aviso/la alarma) [[por/hasta/para/a/otros/otras/en] ({when}/{shift})]"),
    (Again, "(pospon/posponga/posponer/aplaza/aplazar/retrasa/retrasar) [[por/hasta/para/a/otros/otras/en] ({when}/{shift})]"),
    (Again, "(pospon/posponga/posponer/aplaza/aplazar/retrasa/retrasar) (-lo/-la/lo/la/eso)"),
    (Named, "(pospon/posponga/posponer/aplaza/aplazar/retrasa/retrasar) (el/mi) (recordatorio/aviso) (de/del/para/sobre) {ref} [[por/hasta/para/a/en] ({when}/{shift})]"),
    (Named, "(pospon/posponga/posponer/aplaza/aplazar/retrasa/retrasar) {ref} [por/hasta/para/a/en] ({when}/{shift})"),
    (Named, "(recuerda/recuerde/recorda/avisa/avise) (me/nos/-me/-nos) (otra vez/de nuevo/nuevamente) [lo de/de/sobre] {ref} [en/dentro de/por] ({when}/{shift})"),
    (Named, "(recuerda/recuerde/recorda/avisa/avise) (me/nos/-me/-nos) {ref} (otra vez/de nuevo/nuevamente) [en/dentro de/por] ({when}/{shift})"),
    (Answer, "[ahora no] [(recuerda/recuerde/recorda/avisa/avise) (me/nos/-me/-nos) [lo/la/-lo/-la]] [en/dentro de] ({when}/{shift})"),
    (Answer, "[da me/da -me/dame/otros/otras] {shift} [mas]"),
    (AnswerLater, "(ahora no/mas tarde/luego/todavia no)"),
];
