//! What surrounds a command: politeness, connectives, wishes, and what takes everything back.

/// Taken off before a command, again and again; they change nothing.
pub(super) const PREFACES: &[&str] = &[
    "(porfa/hola/oye/oiga/hey/ey/ok/okey/vale/bueno/bien/pues/entonces/ah/eh/mmm/este/ahora/ya/venga/dale/si/claro/perfecto/genial/y/tambien/ademas/luego/despues/che/wey/guey/mijo/po/oe/anda/mira/a ver/por cierto/joven/por favor/gracias/buenas/mejor/igualmente/hijole/uy/ay/parce)",
    "(hola/oye/hey/ok) (tasktalk/bot/asistente/google/siri/alexa/amigo)",
    "(alexa/siri/computadora/asistente/tasktalk/bot)",
    "(buenos dias/buenas tardes/buenas noches/buen dia)",
    "(si puedes/si es posible/si no es molestia/cuando puedas/una cosa mas/otra cosa/otra mas/una mas/por ultimo/para terminar/y luego/y tambien/sabes que/favor de/a proposito)",
];

/// Taken off as well: what follows is asked of the machine, so that a bare chore after it is no reminder.
pub(super) const ADDRESSED: &[&str] = &[
    "(puedes/podrias/puede/podria/podes/me puedes/me podrias/te importaria/le importaria/serias tan amable de/seria tan amable de/podria usted/puede usted) [porfa/por favor/tambien/usted]",
    "(te puedo pedir que/quiero que/quisiera que/necesito que/me gustaria que/te pido que/le pido que/estaria bien que/estaria genial que/te encargo/hazme el favor de/haz -me el favor de/tenga la bondad de/ten la bondad de/seria posible)",
];

/// Taken off only before an unmistakable command: "quiero ver mis tareas", but not "quiero cancelar el gimnasio".
pub(super) const WISHES: &[&str] = &[
    "(quiero/quisiera/necesito/me gustaria/querria/tengo que/hay que/vamos a/voy a/deseo/necesitaria) (ver/saber)",
    "(puedo/podria/podemos) (ver/saber)",
    "(deja/deja -me/deja -me/permite/permite -me)",
    "(muestra -me/di -me/di -me/da -me) (que/saber)",
];

/// Between two commands.
pub(super) const CONNECTIVES: &[&str] = &[
    "y", "e", "luego", "despues", "tambien", "ademas", "&", "pero",
];

/// Taken off after a command.
pub(super) const AFTERWORDS: &[&str] = &[
    "por favor",
    "porfa",
    "porfavor",
    "gracias",
    "muchas gracias",
    "please",
    "si puedes",
    "cuando puedas",
    "si es posible",
    "tambien",
    "ya",
    "ahora",
    "ahora mismo",
    "vale",
    "ok",
    "anda",
    "pues",
    "po",
    "che",
    "parce",
    "si",
    "eh",
    "no",
    "de una vez",
    "cuanto antes",
    "sin falta",
    "jaja",
    "(anota/apunta/registra/agrega/guarda/anade) [lo/la/me/melo/-lo/-la/-me]",
    "(recuerda/recorda) me [lo/la/-lo/-la]",
    "(anota/apunta) me [lo/la/-lo/-la]",
    "(pon/mete) (lo/la/los/las/-lo/-la/-los/-las) [en la lista/en mi lista]",
    "(que quede en mi lista/a la lista/en la lista/no lo olvides/no te olvides/que no se me olvide)",
];

/// Alone after a command, they take the whole message back.
pub(super) const ABORTS: &[&str] = &[
    "[no/ay/bah/uy/ah/bueno/mejor/pero/espera/perdon] [no/mejor/espera] (deja -lo/dejalo/olvida -lo/olvidalo/olvida eso/nada/cancela/cancela eso/no hagas nada/no lo hagas/mejor no/da igual/no importa/era broma/es broma/me equivoque de aplicacion/no nada/espera/deja/nada nada/ya no/no hagas caso) [no hagas nada/nada]",
];
