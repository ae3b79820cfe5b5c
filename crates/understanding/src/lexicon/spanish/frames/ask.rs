//! Asking for the list, or about tasks.

use crate::frames::{
    Act::{Ask, Count, Find, List, ListOnly, Show},
    Row,
};

/// Verbs that ask to see something.
macro_rules! show {
    () => {
        "(muestra/mostrar/muestre/mostra/ensena/ensenar/ensene/lista/listar/liste/da/dar/di/lee/leer/ver/echa/saca/trae/cuenta/abre/consulta/consultar/revisa/puedo ver/quiero ver/quisiera ver/deja ver/deja -me ver/ensenas/muestras)"
    };
}

/// What is open, and how.
macro_rules! open {
    () => {
        "(pendiente/pendientes/por hacer/sin hacer/sin terminar/que hacer/abierto/abiertas/atrasado/atrasada/atrasadas/vencido/vencidas/urgente/urgentes/importante/apuntado/apuntada/anotado/planeado/planificado/programado/previsto/agendado/para hacer/en la lista/en mi lista/en la agenda)"
    };
}

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (List, 0.95, concat!("que (hay/tengo/tenemos/queda/me queda/nos queda/falta/me falta/nos falta/sigue/esta/quedo/quedaba) [aun/todavia/mas/ya] ", open!(), " [{filter}]")),
    (List, 0.93, "que [mas/otras cosas/cosas/es lo que] (hay/tengo/tenemos/queda/me queda/nos queda/falta/me falta/nos falta/toca/me toca/nos toca/viene/se me viene/me espera/nos espera/cae/vence/caduca/debo/debemos/puedo/he de/quedaba) [aun/todavia/mas] [que/por/de] [hacer/terminar/acabar/completar/tener listo/comprar/recordar] [{filter}]"),
    (List, 0.92, "(que tengo/que hay/que queda/que falta/que toca/que sigue/que mas hay/que mas/que mas tengo/que me falta/que me queda/que hay en la lista/que hay en mi lista/que dice mi lista/que dice la lista/que tal voy/como voy)"),
    (List, 0.93, "que (he hecho/hemos hecho/hice/he terminado/termine/he completado/complete/llevo hecho/llevo/acabe/he acabado/esta hecho/esta terminado/esta completado) [ya/hasta ahora] [{filter}]"),
    (List, 0.9, "(cual es/cuales son/como es/como esta/como se ve/que tan cargado esta/que tan cargada esta) (mi/el/la) (plan/dia/semana/agenda/lista/programa/horario/lunes/martes/miercoles/jueves/viernes/sabado/domingo) [de/del/para] [{filter}]"),
    (List, 0.9, "(cual es/cuales son/que es) [lo/la/el/las/los/mi/mis/-lo/-la/-las/-los] (siguiente/siguientes/proximo/proxima/proximas/mas urgente/mas urgentes/mas importante/mas importantes) [que toca/que tengo/tarea/tareas/pendiente] [{filter}]"),
    (List, 0.85, "(cuales/que cosas/que tareas/que puntos/que pendientes) (son/estan/hay/tengo/quedan/siguen/vencen/van/me quedan/faltan/llevan/tienen/no tienen) [ya/aun/todavia] {filter}"),
    (ListOnly, 0.88, concat!("[", show!(), "] [me/nos/-me/-nos] (solo/solamente/nada mas) [me/lo/la/las/los/-me/-lo/-la/-las/-los] {filter}")),
    (ListOnly, 0.86, concat!(show!(), " [me/nos/-me/-nos] [lo/la/las/los/todo lo/todas las/-lo/-la/-las/-los] [que esta/que sigue/que esten/que] {filter}")),
    (ListOnly, 0.85, "(tengo/hay/queda/me queda/tenemos/quedan) (algo/alguna cosa/cosas/algo mas/planes/mas cosas) [mas] [para/que hacer/por hacer/apuntado/pendiente] {filter}"),
    (List, 0.88, concat!("(tengo/hay/queda/me queda/tenemos/quedan/se me paso/se me ha pasado) (algo/alguna cosa/cosas/alguna/algo mas) ", open!(), " [{filter}]")),
    (List, 0.88, concat!("algo ", open!(), " [{filter}]")),
    (List, 0.9, concat!(show!(), " [me/nos/-me/-nos] (la lista/mi lista/las tareas/mis tareas/todo/todas/todas las tareas/mis pendientes/los pendientes/lo pendiente/lo que falta/lo que queda/lo que tengo/lo que sigue pendiente/la lista entera/mi agenda) [entera/completa/porfa/por favor/otra vez/en voz alta/de nuevo] [{filter}]")),
    (List, 0.86, "(las/los/lo/todo lo/todas las/solo lo/solo las/-las/-los/-lo) (pendiente/pendientes/urgente/urgentes/vencido/vencidas/atrasado/atrasadas/completadas/completado/hechas/hecho/terminadas/importante/importantes/de hoy/de manana) [{filter}]"),
    (List, 0.85, "(pendientes/vencidas/atrasadas/completadas/lista/tareas/mis tareas/mi lista/mis pendientes/sin fecha/todas las tareas/urgentes) [porfa/por favor]"),
    (List, 0.85, "(lo de/lo del/las de/los de/las del/tareas de/tareas del/tareas para/pendientes de/pendientes del/pendientes para/plan de/plan del/plan para/agenda de/agenda del) {filter}"),
    (List, 0.8, "y (para/lo de/lo del/las de/que hay/el/la/lo/-la/-lo) [para/de] {filter}"),
    (List, 0.8, "(que lo que/donde esta/donde estan) (mi/la/mis/las) (lista/tareas)"),
    (List, 0.85, concat!(show!(), " [me/nos/-me/-nos] [lo/las/los/-lo/-las/-los] que (hice/he hecho/complete/he completado/termine/he terminado/acabe) [{filter}]")),
    (List, 0.85, "[lo/las/los/-lo/-las/-los] que (hice/he hecho/complete/he completado/termine) [{filter}]"),
    (Count, 0.95, "(cuantas/cuantos/cuanto) [%task/cosas] [mas] [me/nos/-me/-nos] (tengo/tenemos/hay/quedan/queda/faltan/falta/van/son/estan/vencen/llevo/he/siguen) [aun/todavia/ya] [por hacer/que hacer] [{filter}]"),
    (Count, 0.9, "(cuantas/cuantos) {filter}"),
    (Count, 0.9, "(cuenta/numero de/cantidad de/di -me cuantas/di -me cuantos/di -me cuantas/di -me cuantos) {filter}"),
    (List, 0.95, "(ordena/ordenar) [me/-me] [lo/la/las/los/todo/mis/-lo/-la/-las/-los] [tareas/lista] {filter}"),
    (List, 0.9, "(filtra/filtrar) [por/las/los] {filter}"),
];

/// Questions about one task, and looking for tasks.
#[rustfmt::skip] // one frame a line
pub(super) const ONE: &[Row] = &[
    (Ask, 0.84, "(ya) (he/hemos) {filter}"),
    (Ask, 0.8, "(tengo/tenia/apunte/anote/guarde/guardaste/anotaste/apuntaste/hay) [ya] (apuntado/apuntada/anotado/anotada/algo de/algo del/algo sobre/lo de/lo del/una tarea de/una tarea para/una tarea sobre/un recordatorio de/un recordatorio para) {filter}"),
    (Ask, 0.85, "(tengo/tenia) {filter} (apuntado/apuntada/anotado/anotada/en la lista) [en algun sitio/en alguna parte/ya]"),
    (Ask, 0.93, "(cuando/para cuando/a que hora/que dia) (es/era/son/toca/tengo/vence/tenia/tengo que) [mi/la/el/lo de] {filter}"),
    (Find, 0.9, "(busca/buscar/encuentra/encontrar/localiza/filtra) [me/nos/-me/-nos] [todo/todas/mi/la/las/mis/el] [lo/la/las/-lo/-la/-las] [%task/que tengo/que hay] (sobre/de/del/con/que contenga/que contengan/que mencione/acerca de/relacionado con/que tengan que ver con) [la/el/lo de] {filter}"),
    (Find, 0.7, "(busca/buscar/encuentra/localiza) [me/-me] {filter}"),
    (Find, 0.85, concat!(show!(), " [me/-me] (todo/todas) [lo/las/-lo/-las] (sobre/de/con/relacionado con) {filter}")),
    (Find, 0.88, "(%task/todo lo/todo) (sobre/que tengan que ver con/relacionadas con/que hablen de/que contengan/con la palabra) [la/el] {filter}"),
    (Find, 0.85, "que (hay/tengo) (sobre/de/con/acerca de) {filter}"),
    (Show, 0.85, concat!(show!(), " [me/-me] [los detalles de/el detalle de] {ref}")),
];
