//! Completing, deleting, changing, taking back and setting right.

#[rustfmt::skip] // one message a line
const COMPLETING: &[(&str, &str)] = &[
    ("marca la 3 como hecha", "done <#3>"),
    ("marca la tarea 3 como completada", "done <#3>"),
    ("completa la 4", "done <#4>"),
    ("tacha la segunda", "done <nth 2>"),
    ("márcala como hecha", "done <it>"),
    ("marca las dos como hechas", "done <both>"),
    ("la tarea 6 está terminada", "done <#6>"),
    ("ya pagué el alquiler", "done <pagar alquiler>"),
    ("he comprado la leche", "done <comprar la leche>"),
    ("he llamado a mamá", "done <llamar a mamá>"),
    ("terminé el informe", "done <informe>"),
    ("el informe está listo", "done <informe>"),
    ("alquiler pagado", "done <alquiler>"),
    ("ya está hecha la 5", "done <#5>"),
    ("marca todo como hecho", "done <all>"),
    ("marca todo como hecho menos el informe", "done <all except informe>"),
    ("#2 hecha", "done <#2>"),
    ("la 2 ya la hice", "done <#2>"),
    ("reabre la 3", "reopen <#3>"),
    ("marca la 3 como pendiente", "reopen <#3>"),
];

#[rustfmt::skip] // one message a line
const DELETING: &[(&str, &str)] = &[
    ("borra la 3", "delete <#3>"),
    ("borra la tarea 3", "delete <#3>"),
    ("elimina la tarea del dentista", "delete <dentista>"),
    ("quita el pan de la lista", "delete <pan>"),
    ("bórrala", "delete <it>"),
    ("bórralas", "delete <them>"),
    ("borra la última", "delete <last 1th>"),
    ("borra todo", "delete <all>"),
    ("borra las completadas", "delete <[done]>"),
    ("borra la 1 y la 4", "delete <#1, #4>"),
    ("borra todo excepto el pan", "delete <all except pan>"),
    ("el dentista bórralo", "delete <dentista>"),
    ("elimina todas las tareas con #casa", "delete <[#casa]>"),
    ("puedes borrar la 7", "delete <#7>"),
    ("borra lo de mamá", "delete <mamá>"),
    ("borra la leche o el pan", "delete <leche or pan>"),
];

#[rustfmt::skip] // one message a line
const UPDATING: &[(&str, &str)] = &[
    ("pasa la 3 al lunes", "update <#3> 2026-11-23"),
    ("mueve el dentista al viernes a las 15:00", "update <dentista> 2026-11-27 15:00"),
    ("muévela al martes", "update <it> 2026-11-24"),
    ("pásalo a mañana", "update <it> 2026-11-23"),
    ("cambia la fecha de la 2 al 5 de diciembre", "update <#2> 2026-12-05"),
    ("retrasa la 4 una semana", "update <#4> by 0m7d0min"),
    ("adelanta la reunión una hora", "update <reunión> by 0m0d-60min"),
    ("pon prioridad alta a la 2", "update <#2> p1"),
    ("ponle prioridad baja", "update <it> p3"),
    ("marca la 2 como urgente", "update <#2> p1"),
    ("renombra la 3 a Llamar a Juan", "update <#3> 'Llamar a Juan'"),
    ("cambia el nombre de la 3 a Llamar a Juan", "update <#3> 'Llamar a Juan'"),
    ("etiqueta la 3 con #casa", "update <#3> #casa"),
    ("añade #casa a la 3", "update <#3> #casa"),
    ("quita #casa de la 3", "update <#3> -#casa"),
    ("quita la fecha de la 3", "update <#3> due-"),
    ("quítale la fecha", "update <it> due-"),
    ("la 3 ya no se repite", "update <#3> repeat-"),
    ("repite la 3 todos los lunes", "update <#3> 2026-11-23 FREQ=WEEKLY;BYDAY=MO"),
    ("añade una nota a la 3: llevar el DNI", "update <#3> note 'Llevar el DNI'"),
    ("quita la nota de la 3", "update <#3> note-"),
    ("pasa la reunión del lunes al martes", "update <['reunión' 2026-11-23]> 2026-11-24"),
    ("mueve todo lo de hoy a mañana", "update <[2026-11-22]> 2026-11-23"),
    ("aplaza el dentista al jueves", "update <dentista> 2026-11-26"),
    ("la leche ya no es urgente", "update <leche> p4"),
];

#[rustfmt::skip] // one message a line
const TAKING_BACK: &[(&str, &str)] = &[
    ("deshaz", "undo"),
    ("deshacer", "undo"),
    ("deshazlo", "undo"),
    ("deshaz los últimos dos cambios", "undo 2"),
    ("deshaz lo último", "undo"),
    ("recupera la tarea del dentista", "undo <dentista>"),
    ("no, el sábado", "correct 2026-11-28"),
    ("no, a las 6", "correct 2026-11-22 18:00"),
    ("quería decir el jueves", "correct 2026-11-26"),
    ("perdón, quise decir mañana", "correct 2026-11-23"),
    ("no, la otra", "correct <others>"),
];

#[test]
fn tasks_are_completed() {
    super::check(COMPLETING);
}

#[test]
fn tasks_are_deleted() {
    super::check(DELETING);
}

#[test]
fn tasks_are_changed() {
    super::check(UPDATING);
}

#[test]
fn changes_are_taken_back() {
    super::check(TAKING_BACK);
}
