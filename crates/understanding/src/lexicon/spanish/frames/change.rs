//! Completing, opening again and deleting.

use crate::frames::{
    Act::{
        Complete, CompleteEmpty, CompleteIt, CompleteNamed, CompletePast, CompleteStated,
        CompleteThem, Delete, DeleteEmpty, DeleteNamed, DeleteWeak, Reopen, ReopenEmpty,
    },
    Row,
};

/// Says that something is over.
macro_rules! done {
    () => {
        "(hecho/hecha/hechos/hechas/listo/lista/listos/listas/terminado/terminada/terminados/terminadas/acabado/acabada/acabados/acabadas/completado/completada/completados/completadas/completo/completa/finalizado/finalizada/finalizados/finalizadas/cumplido/cumplida/realizado/realizada/liquidado/liquidados/resuelto/resuelta/cerrado/cerrada/done)"
    };
}

/// Says that something is not over.
macro_rules! open {
    () => {
        "(pendiente/pendientes/no hecha/no hecho/no terminada/no completada/abierta/abierto/sin hacer/sin terminar/por hacer/incompleta)"
    };
}

/// One or several things just spoken of, behind a verb.
macro_rules! them {
    () => {
        "(lo/la/los/las/le/les/-lo/-la/-los/-las/-le/-les)"
    };
}

#[rustfmt::skip] // one frame a line
pub(super) const COMPLETE: &[Row] = &[
    (Complete, 0.97, concat!("(marca/marcar/marque/pon/poner/ponga/deja/dejar/da/dar/registra/registrar/anota/apunta/cuenta/cambia/pasa/considera) {ref} [ya] [como/por/a] ", done!())),
    (Complete, 0.97, concat!("(marca/marcar/registra/da/dar/pon/anota/apunta) (como/por) ", done!(), " {ref}")),
    (Complete, 0.96, concat!("{ref} (marca/marcar/pon/deja/da/cuenta/puedes marcar/puedes poner/puedes dar) ", them!(), " (como/por) ", done!())),
    (Complete, 0.95, "(completa/completar/tacha/tachar/tache/termina/palomea/finaliza/cumple/marca) {ref} [de la lista/de mi lista]"),
    (Complete, 0.95, concat!("{ref} [ya] (tacha/tachar/marca/marcar/completa/puedes tachar/puedes marcar) ", them!(), " [porfa/por favor]")),
    (Complete, 0.9, "{ref} [ya no esta/ya no estan/por favor/lo puedes/la puedes/los puedes/las puedes/se puede/ya se puede] (tachar/tacha/marcar)"),
    (Complete, 0.93, "(pon/poner/haz) [le/-le] [un/una/el/la] (visto/check/palomita/cruz/tic/tilde) (a/en) {ref}"),
    (Complete, 0.93, "(a/al) {ref} (pon/puedes poner/da) (-le/-les) [un/una/el/la] (visto/check/palomita/cruz/tic/tilde)"),
    (Complete, 0.93, "(a/al) {ref} (tacha/cierra/marca/completa) (-la/-lo/-las/-los)"),
    (Complete, 0.93, "(palomita/check/visto) (a/para/en) {ref}"),
    (Complete, 0.95, "[ya] (termine/terminamos/acabe/acabamos/he terminado/he acabado/hemos terminado/hemos acabado) (con/de) [lo de] {ref}"),
    (Complete, 0.93, "[recien/por fin/hoy/ya/anota que ya] (termine/terminamos/acabe/acabamos/complete/completamos/hice/hicimos/he hecho/he terminado/he acabado/he completado/hemos hecho/hemos terminado/logre/acabo de hacer/acabo de terminar/acabo de completar) [ya/por fin] {ref}"),
    (Complete, 0.88, "[hoy/ya/esta manana/anota que/por fin/ayer] [ya] (fui a/fuimos a/pase por/pasamos por/acabo de/acabamos de/ya acabe de/acabe de/termine de) {ref}"),
    (Complete, 0.93, concat!("[ya] (esta/estan/quedo/quedaron) [ya] ", done!(), " {ref}")),
    (Complete, 0.93, concat!(done!(), " : {ref}")),
    (Complete, 0.85, "(✅/✓/✔/☑) {ref}"),
    (CompleteStated, 0.85, "{ref} (✅/✓/✔/☑/👍)"),
    (CompleteStated, 0.93, concat!("{ref} [ya] (esta/estan/quedo/quedaron/queda) [ya/todo/toda/todas/todos/por fin] ", done!())),
    (CompleteStated, 0.9, concat!("{ref} [ya/toda/todo/por fin] ", done!())),
    (CompletePast, 0.9, "{ref} [ya] (esta/estan/quedo/quedaron/fue/fueron/ha sido/han sido/ya fue/ya fueron) [ya/todo/toda/todas/por fin] %past"),
    (CompletePast, 0.84, "{ref} [ya] %past"),
    (Complete, 0.9, "{ref} [ya] (lo/la/los/las/-lo/-la/-los/-las) (hice/he hecho/termine/he terminado/acabe/complete/hicimos/tengo/tengo hecho/tengo hecha/tengo lista/tengo listo)"),
    (CompleteIt, 0.9, "(ya/esa ya/ese ya/eso ya/esta ya) (lo/la/-lo/-la) (hice/he hecho/termine/he terminado/acabe/complete/hicimos)"),
    (CompleteIt, 0.85, concat!("(esa/ese/eso/esta/este) [ya] (esta/quedo) [ya] ", done!())),
    (CompleteIt, 0.8, concat!("ya (esta/quedo/lo hice/la hice) [", done!(), "]")),
    (CompleteThem, 0.85, concat!("(esas/esos/estas/ambas/ambos/las dos/los dos/las tres/los tres) [ya] (estan/quedaron) [ya] ", done!())),
    (Complete, 0.9, "[todo] (listo/lista) con {ref}"),
    (CompleteNamed, 0.8, concat!("(he/hemos) ", done!(), " {ref}")),
    (CompleteEmpty, 0.8, "(marca/completa/tacha/termina) (una/una tarea/una cosa/algo) [como hecha]"),
    (Reopen, 0.97, concat!("(marca/marcar/pon/poner/deja/dejar/pasa/cambia/vuelve a marcar) {ref} [otra vez/de nuevo] [como/a] ", open!(), " [otra vez/de nuevo]")),
    (Reopen, 0.96, concat!("{ref} (marca/pon/deja) ", them!(), " [otra vez/de nuevo] [como] ", open!())),
    (Reopen, 0.95, concat!("{ref} (otra vez/de nuevo) [como] ", open!())),
    (Reopen, 0.97, "(reabre/reabrir/reabra/desmarca/desmarcar/reactiva/reactivar/vuelve a abrir/volver a abrir/destacha) {ref}"),
    (Reopen, 0.95, concat!("{ref} (reabre/desmarca/vuelve a abrir) ", them!())),
    (Reopen, 0.96, "(quita/saca/borra) [le/les/-le/-les] (la palomita/el check/la marca/el visto/la tilde/el tic) (a/de/del/al) {ref}"),
    (Reopen, 0.85, concat!("{ref} (al final no/aun no/todavia no/no) (esta/estan) ", done!(), " [aun/todavia/al final]")),
    (ReopenEmpty, 0.8, "(reabre/desmarca) [una/la/alguna] [tarea]"),
];

#[rustfmt::skip] // one frame a line
pub(super) const DELETE: &[Row] = &[
    (Delete, 0.95, "(borra/borrar/borre/elimina/eliminar/elimine/suprime/suprimir/descarta/descartar) [de la lista/de mi lista/por completo] {ref} [de la lista/de mi lista/de mis tareas/de mis pendientes]"),
    (Delete, 0.95, "(quita/quitar/saca/sacar/saque/retira/retirar/tacha/tira/elimina/borra) {ref} (de/fuera de) [la/mi/mis] (lista/tareas/pendientes/agenda)"),
    (Delete, 0.93, "(quita/quitar/saca/sacar/elimina/borra/tacha) {ref} (de/del) [la/mi] lista (de/del) [la/el/los/las] {tag}"),
    (Delete, 0.93, "(quita/saca/tira/elimina/borra) (de la lista/de mi lista) {ref}"),
    (Delete, 0.93, concat!("{ref} (borra/elimina/quita/saca/tira/suprime/puedes borrar/puedes quitar/puedes eliminar/puedes sacar) ", them!(), " [de la lista/otra vez/ya/porfa/por favor]")),
    (Delete, 0.93, "{ref} (lo/la/los/las/-lo/-la/-los/-las) (puedes borrar/puedes eliminar/puedes quitar/borras/eliminas/quitas)"),
    (Delete, 0.9, "{ref} (borrar/eliminar/quitar/fuera/fuera de la lista)"),
    (Delete, 0.9, "fuera [con] {ref}"),
    (DeleteNamed, 0.9, "(saca/tira) {ref}"),
    (DeleteWeak, 0.9, "(quita/quites) {ref}"),
    (Delete, 0.92, "(olvida/olvidate/olvida -te/olvidar) [de/del] {ref}"),
    (DeleteNamed, 0.92, "(vacia/limpia) {ref}"),
    (DeleteWeak, 0.95, "(cancela/anula) {ref}"),
    (DeleteWeak, 0.97, "{ref} ya no (lo/la/los/las/-lo/-la/-los/-las) (necesito/necesitamos/quiero) [mas]"),
    (DeleteWeak, 0.97, "[ya] no necesito [mas/ya] {ref}"),
    (DeleteWeak, 0.95, "{ref} (ya no hace falta/ya no hacen falta/ya no es necesario/ya no es necesaria/sobra/ya no va/se suspende/se cancela/ya no se hace/puede irse)"),
    (DeleteWeak, 0.95, "{ref} (lo/la/los/las) (eliminamos/quitamos/borramos)"),
    (DeleteWeak, 0.9, "{ref} (puede/pueden) (salir de la lista/borrarse/eliminarse/irse)"),
    (DeleteEmpty, 0.85, "(borra/borrar/elimina/eliminar/quita) (una/un/alguna/algo) [tarea/cosa/de la lista/de mi lista]"),
];
