//! Changing existing tasks.

use crate::frames::{
    Act::{
        ClearDue, ClearNote, ClearPriority, ClearRepeat, ClearTime, Move, MoveEmpty, Note,
        Prioritise, PrioritiseDown, PrioritiseUp, Rename, RenameCalled, RenameNamed, Repeat, Set,
        Shift, Tag, TagMarked, Untag, UntagMarked, UpdateEmpty,
    },
    Row,
};

/// Verbs that give another time.
macro_rules! moves {
    () => {
        "(mueve/mueva/muevas/pasa/pase/pases/cambia/cambie/cambies/pospon/posponer/pospongas/aplaza/aplazar/retrasa/retrasar/adelanta/adelantar/reprograma/reprogramar/corre/deja/traslada/pon/programa/fija)"
    };
}

/// What leads to the new time.
macro_rules! to {
    () => {
        "[a/al/a la/para/para el/para la/hasta/hasta el/en/el/la/de] {when} [mejor/porfa/por favor/entonces]"
    };
}

/// What changes a value.
macro_rules! change {
    () => {
        "(cambia/cambiar/cambie/modifica/modificar/edita/editar/corrige/corregir/actualiza)"
    };
}

/// One or several things just spoken of, behind a verb.
macro_rules! them {
    () => {
        "(lo/la/los/las/le/les/-lo/-la/-los/-las/-le/-les)"
    };
}

#[rustfmt::skip] // one frame a line
pub(super) const UPDATE: &[Row] = &[
    // Titles
    (Rename, 0.97, "(renombra/renombrar) {ref} (a/como/por/:/en) [:] {title}"),
    (Rename, 0.97, concat!(change!(), " [le/-le] (el nombre/el titulo/el texto) (de/a/del) {ref} (a/por/:) [:] {title}")),
    (Rename, 0.93, "(el nombre/el titulo) (de/del) {ref} (debe ser/es ahora/sera/tiene que ser) {title}"),
    (Rename, 0.9, "{ref} (debe llamarse/tiene que llamarse/se llama ahora/ahora se llama/deberia llamarse) {title}"),
    (Rename, 0.93, "a {ref} llama (la/lo/le/-la/-lo/-le) {title}"),
    (RenameCalled, 0.88, "(llama/pon) {ref} {title}"),
    (Rename, 0.96, "(cambia/pon) {ref} [el/de] (nombre/titulo) (a/por/:) [:] {title}"),
    (RenameNamed, 0.9, "(sustituye/sustituir/reemplaza/reemplazar/cambia/cambiar) {ref} por {title}"),
    (RenameNamed, 0.85, "(escribe/pon) {title} (en lugar de/en vez de) {ref}"),
    (Set, 0.93, concat!(change!(), " {ref} (a/:/en/para) [:] {title}")),
    // Dates
    (Move, 0.97, concat!(moves!(), " {ref} [de/del] [{from}] ", to!())),
    (Move, 0.9, "(mover/pasar/cambiar/poner/dejar) {ref} (a/al/para) {when}"),
    (Move, 0.9, "{ref} (cambia/pasa/se va/va) (a/al/para) {when}"),
    (Prioritise, 0.9, "{ref} (sube/baja/pasa) a {priority}"),
    (Move, 0.96, concat!("{ref} ", moves!(), " ", them!(), " ", to!())),
    (Move, 0.96, "{ref} (mejor/ahora/mejor ahora) [es/para/a/al/va/sera] [el/la/a] {when}"),
    (Move, 0.93, concat!("{ref} (se pasa/se paso/se mueve/se cambia/se cambio/se retrasa/se aplaza/se pospone/se corre/se adelanta) ", to!())),
    (Move, 0.9, "{ref} (ahora es/ahora son/que sea/es ahora/empieza/tiene que ser/debe ser/sera/pasa a ser/cae/vence) [para/a/al/el] {when}"),
    (Move, 0.85, "{ref} (es/son/era/llega/viene) [a/el/al] {when}"),
    (Move, 0.98, "(cambia/cambiar/mueve/pon/poner/ponga/asigna/da/anade/agrega) [le/les/-le/-les] [la/una/el/nueva] (fecha/fecha limite/hora/fecha de vencimiento/plazo/vencimiento) (a/de/del/para/en) {ref} (a/al/para/:/el/para el) [:] {when}"),
    (Move, 0.97, "(cambia/mueve/pon/asigna) [le/-le] (la fecha/la hora/el plazo/fecha) (a/al/para/el/:) [:] {when}"),
    (Move, 0.95, "(recuerda/avisa) me {ref} (otra vez/de nuevo/mejor) {when}"),
    (Move, 0.9, "a {ref} (pon/da) (le/les/-le/-les) [fecha/fecha de/la fecha] [el/para] {when}"),
    (Shift, 0.97, concat!(moves!(), " {ref} [por/en/otros/otras/unos] {shift} [mas/mas tarde/despues/antes/mas adelante]")),
    (Shift, 0.97, "(retrasa/aplaza/pospon/adelanta/alarga/corre/mueve/atrasa) [en/por] {shift} {ref}"),
    (Shift, 0.96, "{ref} (se retrasa/se aplaza/se corre/se pospone/se adelanta/retrasa/aplaza/pospon/adelanta/corre/mueve) [lo/la/los/las/-lo/-la/-los/-las] [en/por] {shift} [mas/mas tarde/despues/antes]"),
    (Shift, 0.93, "(alarga/alargar/extiende/extender) {ref} {shift} [mas]"),
    (Shift, 0.88, "{ref} {shift} (mas tarde/despues/antes)"),
    (Shift, 0.9, "(a/al) {ref} da (le/les/-le/-les) {shift} mas"),
    (MoveEmpty, 0.85, "(reprograma/reprogramar/pospon/posponer/aplaza/aplazar/mueve/mover/retrasa) {ref}"),
    (ClearDue, 0.97, "(quita/quitar/borra/borrar/elimina/saca) [le/les/-le/-les] (la fecha/fecha/la fecha limite/el plazo/la fecha de vencimiento) (a/de/del/al) {ref}"),
    (ClearDue, 0.95, "(quita/quitar/borra/elimina/saca) [le/les/-le/-les] (la fecha/el plazo/la fecha limite)"),
    (ClearDue, 0.85, "(deja/pon) {ref} sin (fecha/plazo)"),
    (ClearDue, 0.85, "{ref} (sin fecha/que no tenga fecha/no tiene fecha/no necesita fecha)"),
    (ClearTime, 0.97, "(quita/quitar/borra/elimina) [le/les/-le/-les] (la hora) (a/de/del/al) {ref}"),
    (ClearTime, 0.9, "(quita/quitar/borra/elimina) [le/les/-le/-les] la hora"),
    // Recurrence
    (Repeat, 0.95, "(repite/repetir/repita) {ref} {when}"),
    (Repeat, 0.93, "(haz/pon/programa) que {ref} (se repita/sea) {when}"),
    (Repeat, 0.92, "{ref} (se repite/que se repita/ahora es/ahora toca/ahora/que sea/solo/nada mas/debe repetirse/tiene que repetirse) {when}"),
    (Repeat, 0.92, "(haz/pon) {ref} (recurrente/repetitiva/periodica) {when}"),
    (ClearRepeat, 0.95, "{ref} (ya no se repite/que no se repita/sin repeticion/que no se repita mas/no se repite mas/ya no cada semana/ya no cada dia)"),
    (ClearRepeat, 0.97, "(quita/elimina/borra) [le/les/-le/-les] la repeticion (a/de/del/al) {ref}"),
    (ClearRepeat, 0.93, "(deja de repetir/no repitas mas/para de repetir) {ref}"),
];

#[rustfmt::skip] // one frame a line
pub(super) const DETAILS: &[Row] = &[
    // Priority
    (Prioritise, 0.97, "(pon/poner/ponga/da/dar/asigna) [le/les/-le/-les] {priority} (a/al) {ref}"),
    (Prioritise, 0.97, "(marca/marcar/pon/poner/deja/cambia/sube/baja/pasa/etiqueta) {ref} [como/a/con/en/de] {priority}"),
    (Prioritise, 0.97, "(marca/pon) como {priority} {ref}"),
    (Prioritise, 0.98, "(cambia/sube/baja/pon/cambiar/subir/bajar) [le/-le] la prioridad (de/a/del) {ref} a {priority}"),
    (Prioritise, 0.95, "(cambia/sube/baja/pon) [le/-le] la prioridad a {priority}"),
    (Prioritise, 0.93, "a {ref} (pon/da) (le/les/-le/-les) {priority}"),
    (Prioritise, 0.93, "{ref} (pon/marca/sube/baja) (lo/la/los/las/le/les/-lo/-la/-los/-las/-le/-les) [como/a/con/de] {priority}"),
    (Prioritise, 0.86, "{ref} (es/son/ahora es/ahora son/tiene/tienen/tiene ahora/que tenga/que tengan/que sea/ya es/va con/con/que baje a/que baje a/que suba a/que bajen a/que suban a) [muy/ahora/de/la] {priority}"),
    (Prioritise, 0.85, "{ref} : {priority}"),
    (PrioritiseUp, 0.85, "(sube/subir/prioriza/priorizar) [le/la prioridad de/la prioridad a/la prioridad del/-le] {ref}"),
    (PrioritiseDown, 0.85, "(baja/bajar) [le/-le] (la prioridad de/la prioridad a/la prioridad del) {ref}"),
    (ClearPriority, 0.93, "{ref} ya no (es/son/esta/estan) [tan/muy] (urgente/urgentes/importante/importantes)"),
    (ClearPriority, 0.93, "{ref} ya no corre [tanta] prisa"),
    (ClearPriority, 0.95, "(quita/quitar/borra/elimina) [le/les/-le/-les] la prioridad [a/de/del/al] [{ref}]"),
    // Tags
    (Tag, 0.95, "(etiqueta/etiquetar) {ref} (con/como/:) {tag}"),
    (TagMarked, 0.97, "(anade/agrega/pon/poner/asigna/da) [le/les/-le/-les] [la etiqueta/el tag/etiqueta] {word} (a/en/al/para) {ref}"),
    (TagMarked, 0.9, "{word} (para/a/en) {ref}"),
    (TagMarked, 0.9, "{ref} (con/va en/va con/lleva/en) [la etiqueta] {word}"),
    (TagMarked, 0.95, "a {ref} (pon/anade/agrega) (le/les/-le/-les) [la etiqueta] {word}"),
    (UntagMarked, 0.97, "(quita/quitar/saca/elimina/borra) [le/les/-le/-les] [la etiqueta/el tag] {word} (a/de/del/al) {ref}"),
    (UntagMarked, 0.93, "(a/en) {ref} (quita/saca/puedes quitar) [le/les/-le/-les] [la etiqueta] {word}"),
    (Tag, 0.95, "(anade/agrega/pon) [le/les/-le/-les] la etiqueta {tag} (a/al) {ref}"),
    (Untag, 0.95, "(quita/saca/elimina/borra) [le/les/-le/-les] la etiqueta {tag} (a/de/del/al) {ref}"),
    (Tag, 0.95, "(mueve/pasa/pon) {ref} (a/en) [la/mi] lista (de/del) [la/el/los/las] {tag}"),
    // Descriptions
    (Note, 0.97, "(anade/agrega/pon/escribe/apunta/anota) [le/les/-le/-les] [una/la/como] nota (a/en/al) {ref} : {note}"),
    (Note, 0.95, "(anade/agrega/pon/escribe/apunta/anota) [le/les/-le/-les] [una/la] nota (a/en/al) {ref} (que diga/diciendo/con) [:] {note}"),
    (Note, 0.97, "(anade/agrega/pon/escribe/apunta) (a/en) {ref} (la nota/como nota) [:] {note}"),
    (Note, 0.95, "(anade/agrega/pon/escribe/apunta) [le/-le] (la nota/como nota) [:] {note} (a/en/al) {ref}"),
    (Note, 0.95, "(a/en) {ref} (anade/agrega/pon/escribe/apunta/anota) [le/les/-le/-les] (la nota/como nota/de nota) [:] {note}"),
    (Note, 0.95, "nota (en/para/de/a) {ref} : {note}"),
    (ClearNote, 0.95, "(quita/quitar/borra/elimina) [le/les/-le/-les] la (nota/descripcion) [a/de/del/al] [{ref}]"),
    (UpdateEmpty, 0.85, concat!(change!(), " {ref}")),
    (UpdateEmpty, 0.8, "(mueve/mover/cambia/cambiar) (lo/la/algo/una tarea/una cosa/-lo/-la)"),
];
