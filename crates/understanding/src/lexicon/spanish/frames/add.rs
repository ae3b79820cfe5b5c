//! Adding tasks.

use crate::frames::{
    Act::{Add, AddEmpty, AddNamed, AddTo, AddWish},
    Row,
};

/// Verbs that add, and can have a pronoun behind them.
macro_rules! add {
    () => {
        "(anade/anadir/anadi/anada/agrega/agregar/agregue/apunta/apuntar/apunte/anota/anotar/anote/agenda/agendar/agende/registra/registrar/registre/incluye/incluir/incluya/crea/crear/cree/inserta/insertar/ingresa/suma/clava/programa/programar/guarda/guardar/encaja/bloquea/escribe/anotes/apuntes/agregues/anadas/crees/registres/anotas/apuntas/agregas/anades/creas/registras)"
    };
}

/// Verbs that put somewhere, which may be a list.
macro_rules! put {
    () => {
        "(pon/poner/ponga/pone/mete/meter/meta/haz/hacer/echa/carga/lleva/abre/dar de alta/da de alta/pongas/pones/metas)"
    };
}

/// Verbs that remind, with their pronoun.
macro_rules! remind {
    () => {
        "((recuerda/recuerde/recorda/recordar/avisa/avise/avisar/acordar/hacer) (me/nos/-me/-nos) [acordar/recordar/saber]/(me/nos/-me/-nos) (recuerdas/recuerde/recuerdes/recordas/recordaras/avisas/puedes recordar/podrias recordar)/haz -me (acordar/recordar/saber)/haga -me (acordar/saber)/ayuda -me a (acordar -me/recordar/no olvidar))"
    };
}

/// The task list.
macro_rules! list {
    () => {
        "[mi/mis/la/las/nuestra/el/los/tu] (lista/agenda/lista de tareas/lista de pendientes/lista de cosas por hacer/lista de cosas/tareas/pendientes/calendario/recordatorios/papelito/quehaceres/cosas por hacer/cosas pendientes/listado)"
    };
}

/// What opens the clause of a reminder.
macro_rules! that {
    () => {
        "[de/que/del/sobre/lo de/acerca de/para/a] [que] [tengo que/hay que/tenemos que/debo/necesito/debemos/necesitamos/toca/me toca/tenia que] [:]"
    };
}

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (Add, 0.97, concat!(add!(), " [me/nos/te/-me/-nos/-te] [tambien/porfa/por favor] [(en/a) ", list!(), "] [una/un/otra/otro/la/el/como/esta/este] [nueva/nuevo/siguiente/pequeno] %task [nueva/nuevo/mas/urgente] [(en/a) ", list!(), "] (para/de/llamada/llamado/titulada/titulado/que diga/que se llame/que dice/con el titulo/con titulo/con nombre/sobre/por/que sea/:) [:] {title}")),
    (Add, 0.95, concat!(add!(), " [me/nos/-me/-nos] [una/un/otra/otro/la/como] [nueva/nuevo] %task [nueva/nuevo] {title}")),
    (Add, 0.96, concat!(put!(), " [me/nos/-me/-nos] (una/un/otra/otro) [nueva/nuevo] %task [nueva/nuevo] (para/de/llamada/titulada/que diga/que se llame/:) [:] {title}")),
    (Add, 0.97, concat!(add!(), " [me/-me] [estas/las siguientes/estos/los siguientes] [{number}] [nuevas/nuevos] [%task/cosas/puntos] [siguientes/nuevas] : {title}")),
    (Add, 0.96, concat!(add!(), " [me/-me] [estas/las] {number} (%task/cosas/puntos) [:] {title}")),
    (Add, 0.96, concat!(put!(), " [me/-me] (lo siguiente/estas cosas) [en/a] [", list!(), "] [:] {title}")),
    (Add, 0.96, concat!(add!(), " [me/-me] (lo siguiente/esto/estas cosas/estos puntos/estas tareas/las siguientes tareas) [(en/a) ", list!(), "] [:] {title}")),
    (Add, 0.95, "[una/un] (nueva/nuevo/otra/otro) (%task/aviso) [mas] [para/de/llamada/seria/:/mas] [:] {title}"),
    (Add, 0.95, "(%task/aviso) (nueva/nuevo) [:/para/de/llamada] {title}"),
    (Add, 0.95, "(%task/nota/recado/encargo/memo/apunte/todo) [para mi/para mi mismo/para mi misma/mia/mio/para la lista/a mi mismo/a mi misma] : {title}"),
    (Add, 0.9, "(nota/recado/encargo/recordatorio/idea/apunte) (para mi/para mi mismo/para mi misma/para la lista/a mi mismo) [:/que] {title}"),
    (AddNamed, 0.9, "[un/otro] recordatorio [{when}] (de/para/del/sobre) {title}"),
    (AddNamed, 0.9, "(necesito/quiero/quisiera/pon/pon -me/crea/crea -me/haz -me/programa/programa -me/da -me) (un/otro) (recordatorio/aviso) [{when}] (de/para/del/sobre/que diga) [que] {title}"),
    (AddNamed, 0.75, "(tarea/recordatorio/pendiente) {title}"),
    // To a list.
    (AddTo, 0.97, concat!(add!(), " [me/nos/le/-me/-nos/-le] [tambien] {title} (a/en/para) [la/mi/nuestra] lista (de/del/para) [la/el/los/las] {tag} [porfa/por favor]")),
    (AddTo, 0.97, concat!(put!(), " [me/nos/le/-me/-nos/-le] [tambien] {title} (a/en/para) [la/mi/nuestra] lista (de/del/para) [la/el/los/las] {tag} [porfa/por favor]")),
    (AddTo, 0.97, "(anade/agrega/apunta/anota/pon/mete/incluye) [me/-me] (a/en/para) [la/mi/nuestra] lista (de/del/para) [la/el/los/las] {tag} [:/lo siguiente/estas cosas] {title}"),
    (AddTo, 0.95, "(a/en/para) [la/mi/nuestra] lista (de/del/para) [la/el/los/las] {tag} [:] [anade/agrega/apunta/anota/pon/mete] {title}"),
    (AddTo, 0.95, "[la/mi] lista (de/del) [la/el/los/las] {tag} : {title}"),
    (AddTo, 0.95, "[la/el/las/los/mis/mi] {tag} : {title}"),
    (AddNamed, 0.98, concat!(add!(), " [me/nos/le/te/-me/-nos/-le/-te] [tambien] {title} (a/en/para) ", list!(), " [{when}]")),
    (AddNamed, 0.97, concat!(put!(), " [me/nos/le/te/-me/-nos/-le/-te] [tambien] {title} (a/en/para) ", list!(), " [{when}]")),
    (AddNamed, 0.97, concat!("(a/en/para) ", list!(), " [:] [anade/agrega/apunta/anota/pon/mete/falta/va/le falta] [me/tambien/-me] {title}")),
    (AddNamed, 0.9, concat!("{title} (a/en) ", list!())),
    (AddNamed, 0.85, "(a/en) mi lista (le falta/falta/va) {title}"),
    (AddNamed, 0.88, concat!(add!(), " [me/nos/te/le/-me/-nos/-te/-le] [tambien/ademas/porfa/por favor/ahi/lo siguiente/esto] [:] {title}")),
    (AddNamed, 0.93, concat!(add!(), " [me/nos/te/le/-me/-nos/-te/-le] [tambien/ademas/porfa/por favor/ahi] (que/lo de) [hay que/tengo que/tenemos que/debo/necesito/me toca] {title}")),
    (AddNamed, 0.55, concat!(put!(), " [me/nos/le/-me/-nos/-le] [tambien] {title}")),
    (AddNamed, 0.9, "(pon/mete/ponga) (me/nos/-me/-nos) {title} (tambien/en la lista)"),
    (AddEmpty, 0.95, concat!(add!(), " [me/nos/-me/-nos] [una/un/otra/otro/la] [nueva/nuevo] (%task/cosa/cosita/algo/nota/aviso) [nueva/nuevo] [mas] [(a/en) ", list!(), "]")),
    (AddEmpty, 0.9, concat!(add!(), " [me/lo/la/-me/-lo/-la] [algo/esto/eso/porfa/por favor]")),
    (AddEmpty, 0.9, "(tarea/recordatorio) (nueva/nuevo)"),
    (AddEmpty, 0.98, concat!(remind!(), " [de] (algo/una cosa/esto)")),
    (AddEmpty, 0.85, "(tengo que/quiero/necesito) (apuntar/anotar/anadir/agregar) (una cosa/algo/algo mas/otra cosa)"),
    // Reminders.
    (AddNamed, 0.97, concat!(remind!(), " [por favor/porfa/tambien/luego/despues/otra vez] [{when}] ", that!(), " {title}")),
    (AddNamed, 0.97, concat!(remind!(), " [por favor/porfa/tambien] ", that!(), " [{when}] {title}")),
    (AddNamed, 0.9, "(di -me/diga -me) {when} que {title}"),
    (AddNamed, 0.93, "(acuerda/acorda/acuerde/acordar) (te/me/se/-te/-me/-se) [por mi] [{when}] [de/del/que] [que] {title}"),
    (AddNamed, 0.95, "no (olvides/olvide/olvidar/olvidar -me/olvidemos/te olvides/se olvide/me dejes olvidar/me olvides) [de/del/que] [que] {title}"),
    (AddNamed, 0.94, "[que] no (se me olvide/se me pase/se nos olvide/se nos pase/falte/falten/me olvide/nos olvidemos) [de/del/que] {title}"),
    (AddNamed, 0.94, "[{when}] [yo/que] no (puedo olvidar/quiero olvidar/debo olvidar/puedo olvidar -me/quiero olvidar -me/me puedo olvidar/me quiero olvidar/debo olvidar -me/me debo olvidar/se me puede olvidar/se me puede pasar/se me debe olvidar/podemos olvidar) [de/del/que] {title}"),
    (AddNamed, 0.9, "(que me acuerde/quisiera no olvidar/quiero acordar -me/tengo que acordar -me/debo acordar -me/necesito acordar -me/hay que acordar -se/tengo que recordar/necesito recordar/debo recordar/quiero recordar) [de/del/que] {title}"),
];

#[rustfmt::skip] // one frame a line
pub(super) const OBLIGATIONS: &[Row] = &[
    (AddWish, 0.88, "[yo/nosotros/aun/todavia/tambien] [me/nos/-me/-nos] (tengo que/tenemos que/hay que/debo/debemos/necesito/necesitamos/habra que/hace falta/toca/he de) [tambien/urgentemente/aun/todavia] {title}"),
    (AddWish, 0.84, "[yo/aun/todavia] [me/nos/-me/-nos] (deberia/tendria que/tendriamos que/deberiamos/habria que/falta/faltan/queda por/queda/quedan por/falta por/convendria/tocaria) {title}"),
    (AddWish, 0.7, "[yo] (quiero/queria/quisiera/voy a/vamos a/pienso/me gustaria/tengo pensado/tengo previsto/me he propuesto/tengo la intencion de/me encantaria/planeo/tengo pendiente/tenemos pendiente) {title}"),
    (AddWish, 0.8, "(alguien tiene que/mi tarea es/el plan es/mi plan es/lo siguiente es/es hora de/por hacer/por comprar/queda pendiente/esta pendiente/pendiente) [:] {title}"),
    (AddNamed, 0.6, "[tambien/ya] (nos falta/nos faltan/me falta/me faltan/hace falta/hacen falta/se acabo/se acabaron/se nos acabo/se me acabo/se termino/se terminaron/ya no hay/ya no queda/ya no quedan/no queda/no quedan/no hay/necesitamos/haria falta/harian falta) {title}"),
    (AddNamed, 0.75, "(tengo/tenemos) (una/un) {title} {when}"),
];
