//! Help, greetings, thanks.

use crate::frames::{
    Act::{Greeting, Help, Thanks},
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (Help, 0.97, "(ayuda/ayuda -me/necesito ayuda/socorro/auxilio/?/comandos/instrucciones/ejemplos/manual/menu/opciones/ayuda por favor/muestra -la ayuda/muestra -me la ayuda/puedes ayudar me/me puedes ayudar/me ayudas)"),
    (Help, 0.95, "[ayuda/ayuda -me] (que/que mas/que cosas) (puedes/sabes/haces/puedo/se puede/podes) [hacer/decir/decir te/pedir/pedir te/hacer aqui/hacer por mi/preguntar te]"),
    (Help, 0.95, "[ayuda/ayuda -me] (como funciona esto/como funcionas/como funciona/como se usa/como se usa esto/como te uso/como uso esto/como va esto/no se usar esto/no se como funciona/no entiendo como funciona/que comandos hay/cuales son los comandos/explica -me tus comandos/explica -me como funcionas/que es esto/quien eres/que eres/para que sirves/que sabes hacer)"),
    (Help, 0.96, "(como) (puedo/se puede/hago para/se hace para/podria/hago) (anadir/agregar/crear/borrar/eliminar/completar/marcar/cambiar/editar/renombrar/deshacer/usar/etiquetar/mover/buscar/poner) [{filter}]"),
    (Help, 0.93, "como (anado/agrego/creo/borro/elimino/completo/marco/cambio/edito/renombro/deshago/uso/etiqueto/muevo/busco) {filter}"),
    (Help, 0.97, "(puedes/sabes/se puede/se pueden) (anadir/agregar/crear/borrar/eliminar/completar/cambiar/editar/renombrar/deshacer/listar/buscar/etiquetar/ordenar/repetir/programar/recordar/gestionar) (tareas/recordatorios/cosas/fechas/etiquetas/listas/prioridades/notas)"),
    (Greeting, 0.97, "(hola/holi/holis/buenas/buenos dias/buen dia/buenas tardes/buenas noches/hey/ey/alo/que tal/que hubo/que onda/que pasa/saludos/hello/hi/quiubo/epa/que mas/como estas/como andas/como va/como te va) [que tal/buen dia/buenos dias/buenas tardes/buenas noches/a todos/como estas/como va/como andas/pues/de nuevo/otra vez/amigo/tasktalk/que mas/hola]"),
    (Greeting, 0.9, "(adios/chao/chau/hasta luego/hasta manana/nos vemos/bye/hasta pronto)"),
    (Thanks, 0.97, "[ok/vale/perfecto/genial/muy bien/que majo/que bien/bueno/no/si/super/ah] (gracias/graciaas/graciaaas/mil gracias/muchas gracias/muchisimas gracias/te lo agradezco/se lo agradezco/te agradezco/dios se lo pague/se agradece/muy amable/thanks/agradecido/agradecida) [por todo/por la ayuda/por tu ayuda/de corazon/de verdad/maquina/amigo/crack/a ti/mil/eso es todo/tio]"),
    (Thanks, 0.85, "(genial/perfecto/estupendo/excelente/fantastico/buenisimo/que bien/muy bien/buen trabajo/bien hecho/eres genial/eres el mejor/eres la mejor/maravilloso/increible/chevere/barbaro) [gracias/trabajo]"),
];
