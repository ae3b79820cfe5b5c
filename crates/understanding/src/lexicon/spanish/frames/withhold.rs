//! What sounds like a command and asks for nothing.

use crate::frames::{
    Act::{Hypothetical, ListRepeating, ListTrash, Negated, Reported, Unserved},
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    // Negation. "No olvides" is an add, and its frames are surer.
    (Negated, 0.92, "[por favor/porfa/pero/y/oye] (no/nunca/jamas/tampoco) {title}"),
    (Negated, 0.92, "(eso/esto/esa/ese/la/el) no (lo/la/-lo/-la) {title}"),
    (Negated, 0.9, "(aun no/todavia no/ahora no/hoy no/no todavia/no aun/de momento no)"),
    (Negated, 0.92, "[yo] (aun/todavia) no {title}"),
    (Negated, 0.93, "{title} (aun/todavia) no [lo/la/los/las/me/le/se/-lo/-la/-los/-las/-me/-le/-se] {note}"),
    (Negated, 0.92, "{title} no [lo/la/los/las/me/le/se/-lo/-la/-los/-las/-me/-le/-se] (he/hemos/esta/estan/fue/ha/han) {note}"),
    (Negated, 0.9, "(nadie/nada/ninguna/ninguno) {title}"),
    (Negated, 0.88, "(deja/mantiene/conserva) {ref} (como esta/como estan/en paz/asi)"),
    // Questions about doing it.
    (Hypothetical, 0.93, "(deberia/debo/puedo/podria/tendria que/debemos/deberiamos) (borrar/eliminar/quitar/cancelar/completar/marcar/tachar/deshacer/mover/posponer/anadir/agregar/restaurar) {title}"),
    (Hypothetical, 0.93, "(que pasa si/que pasaria si/y si/que tal si/que ocurre si/que sucede si) {title}"),
    (Hypothetical, 0.9, "(si/en caso de que/suponiendo que/imagina que/pongamos que/ojala/quizas/quiza/tal vez/a lo mejor/igual/puede que/supongo que/no se si/no estoy seguro de si/estaba pensando en/estoy pensando en/me pregunto si) {title}"),
    (Hypothetical, 0.93, "(vale la pena/tiene sentido/seria mejor/es mejor/es buena idea/seria buena idea/crees que/piensas que/te parece que) {title}"),
    (Hypothetical, 0.9, "(por que/quien/quienes/donde/para que/a quien/de quien/cuyo/con quien) {title}"),
    (Hypothetical, 0.88, "(has/habeis/ha) {title}"),
    // Other people's words.
    (Reported, 0.9, "{ref} [me/nos/le/ya/siempre/tambien/-me/-nos/-le] (dijo/dice/dicen/dijeron/pidio/pide/quiere/queria/cree/piensa/sugirio/recomienda/recomendo/opina/comento/escribio/insiste/asegura/conto/pregunto) [que/:] {title}"),
    (Reported, 0.9, "(segun/dicen que/me dijo que/me dijeron que/dice que/me pidio que/al parecer/por lo visto) {title}"),
    (Unserved, 0.95, "(rehacer/rehaz) [lo/eso/-lo]"),
    (ListTrash, 0.96, "(muestra/ver/ensena/lista) [me/-me] (la papelera/las borradas/las eliminadas/las tareas borradas/las tareas eliminadas)"),
    (ListTrash, 0.96, "(que/cuales) [tareas/cosas] (borre/elimine/he borrado/he eliminado/estan borradas/estan en la papelera)"),
    (ListRepeating, 0.96, "(que/cuales) [tareas/cosas] se repiten"),
    (Unserved, 0.95, "(intercambia/duplica/copia/combina/fusiona/archiva) {ref}"),
];
