//! Taking back, and setting right.

use crate::frames::{
    Act::{Correct, CorrectNot, CorrectOther, Undo, UndoNamed},
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const UNDO: &[Row] = &[
    (Undo, 0.98, "(deshaz/deshacer/deshaga/undo/revierte/revertir) [eso/lo/esto/la/el/todo/todo eso/ya/porfa/por favor/ese cambio/el cambio/lo ultimo/-lo/-la]"),
    (Undo, 0.97, "(deshaz/deshacer/anula/revierte/revertir/cancela) (la ultima/el ultimo/lo ultimo/los ultimos/las ultimas/mi ultimo/mi ultima) [{number}] [accion/cambio/paso/pasos/cambios/acciones/cosas/operacion/que hice/que hiciste/movimiento]"),
    (Undo, 0.95, "(deshaz/deshacer) [los/las] {number} [ultimos/ultimas] [pasos/cambios/cosas/acciones]"),
    (Undo, 0.95, "[los/las] {number} [ultimos/ultimas] (pasos/cambios) [para] atras"),
    (Undo, 0.95, "(un/una) (paso/vuelta) [para/hacia] atras"),
    (Undo, 0.92, "[no/perdon/ay/uy/ups/huy] (vuelve para atras/vuelve atras/regresa/ve atras/marcha atras/dale para atras/me equivoque/fue un error/fue sin querer/era sin querer/no era eso/eso estuvo mal/no queria eso/eso no era/deshaz -lo/deshaz eso/anula eso/trae -lo de vuelta/pon -lo como estaba/dejalo como estaba/deja -lo como estaba/regresa a como estaba/me desdigo) [deshaz -lo/undo/anula eso]"),
    (Undo, 0.93, "[no/perdon] no queria (borrar/eliminar/quitar/completar/marcar/cambiar/hacer/mover/tachar) (lo/la/eso/esa/ese/esto/los/las/nada/-lo/-la/-los/-las) [deshaz -lo]"),
    (Undo, 0.85, "(ups/uy/huy/oops/ay no)"),
    (Undo, 0.9, "(devuelve/restaura/recupera/restablece) (lo/la/los/las/eso/esa/la ultima/lo ultimo/-lo/-la/-los/-las)"),
    (UndoNamed, 0.88, "(restaura/restaurar/recupera/recuperar/restablece/restablecer) {ref} [que borre/que elimine/que quite]"),
    (UndoNamed, 0.85, "(devuelve/vuelve a poner/vuelve a meter/mete otra vez/pon otra vez/trae de vuelta) {ref} [a la lista/a mi lista/en la lista/que borre/que elimine/que quite]"),
    (UndoNamed, 0.65, "deshaz {ref}"),
];

#[rustfmt::skip] // one frame a line
pub(super) const CORRECT: &[Row] = &[
    (Correct, 0.95, "[no/perdon/perdona/ay/uy/espera/mal/digo] [no/perdon/perdona] (quise decir/queria decir/me referia al/me referia a/quiero decir/digo/es decir/deberia ser/tendria que ser/era el/era la/era/eran/es el/es la/que sea/mejor) [:] {title}"),
    (Correct, 0.93, "(no/perdon/perdona/espera/uy/ups/mejor/mal) [no/perdon/perdona/mejor] [el/la/a/al/para] {when} [mejor]"),
    (Correct, 0.88, "(no/perdon/mejor) {priority}"),
    (Correct, 0.85, "{when} (mejor/mas bien/en realidad)"),
    (Correct, 0.9, "(mejor/mas bien/en realidad) {when}"),
    (CorrectNot, 0.93, "[no] {when} no {when}"),
    (CorrectOther, 0.93, "[no/perdon] (esa no/ese no/esta no/eso no/no esa/no ese/no esta) [sino/me referia a/queria decir/era] {ref}"),
    (CorrectOther, 0.93, "(no/perdon/espera) [la/el] (la otra/el otro/las otras/los otros/la primera/la segunda/la tercera/la cuarta/la ultima/el primero/el segundo/el tercero/el ultimo)"),
    (CorrectOther, 0.9, "(la otra/el otro/las otras/la otra no esa/no esa la otra)"),
];
