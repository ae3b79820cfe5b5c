//! Spanish words that carry grammar rather than meaning. Without accents.

/// Words before a noun.
pub(super) const DETERMINERS: &str = "
    el la los las un una unos unas mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta estos estas ese esa esos
    esas aquel aquella algun alguna cada otro otra todo toda todos todas lo al del";

/// Words that say nothing about which task is meant.
pub(super) const FILLERS: &str = "
    el la los las un una unos unas mi mis tu tus su sus este esta estos estas ese esa de del a al en con por para y o sobre
    tarea tareas pendiente pendientes punto recordatorio entrada cosa asunto lo es son que me se le les numero favor";

/// Function words: a name of a task or a tag is none of them.
pub(super) const STOP: &str = "
    el la los las un una unos unas mi mis tu tus su sus nuestro nuestra este esta estos estas ese esa esos esas eso esto todo
    toda todos todas cada otro otra algun alguna a al de del en con sin por para sobre entre hasta desde segun y e o u pero si
    que cual cuales quien cuando donde como cuanto cuanta cuantos cuantas porque aunque mientras es son era fue ser estar
    esta estan estaba hay ha he han has hemos yo tu el ella nosotros ustedes ellos ellas me te se le les lo nos os no ni
    ya aun todavia tambien tampoco muy mas menos solo aqui ahi alli puedo puedes puede podria podrias debo tengo tiene
    voy va favor gracias ahora luego despues antes";

/// Words by which Spanish is known, beside those above.
pub(super) const SIGNS: &str = "
    manana hoy ayer noche tarde semana mes lunes martes miercoles jueves viernes sabado domingo pendiente pendientes tarea
    tareas lista hecho hecha hechas hechos listo gracias hola recuerda recuerdame anade anademe agrega agregame apunta
    apuntame anota anotame borra borrala borralo borralas elimina eliminala quita quitala marca marcala muestra muestrame
    ensename dame dime pon ponme ponlo ponla mueve muevela pasa pasalo pasala cambia cambiala cambialo tacha tachala dejala dejalo dejalas dejalos
    deshaz deshacer completa completada terminada acabo acabe termine hice compre pague llame llamado enciende apaga
    urgente prioridad vencidas necesito quiero quisiera tenemos falta faltan queda quedan hay que olvides olvidar
    perdon perdona digo mejor vale bueno buenos buenas dias cuantas cuantos ayuda estoy eres comprado fui saque olvidalo dejalo
    tachalo borralos quitalo elimina eliminalo anotalo apuntalo recuerdamelo cuentame importa igual vuelve atras ropa compra
    leche pan cita lunes casi nada algo alguien siguiente listas comprar llamar pagar";

/// Words that ask.
pub(super) const QUESTIONS: &str =
    "que cual cuales quien quienes cuando donde como cuanto cuanta cuantos cuantas";

/// Auxiliary verbs: first in a sentence they ask.
pub(super) const AUXILIARIES: &str = "
    es son era fue esta estan ha he han has hemos puedo puede puedes podria podrias debo deberia tengo tienes tiene hay";

/// Words of negation.
pub(super) const NEGATIONS: &str = "no ni nunca jamas tampoco nadie nada sin ningun ninguna";

/// People one calls, writes to or visits.
pub(super) const PEOPLE: &str = "
    mama papa madre padre mami papi abuela abuelo hermana hermano tia tio prima primo hija hijo esposa esposo mujer marido
    novia novio amiga amigo amigos jefe jefa casero vecino vecina dentista medico doctor doctora fontanero plomero
    electricista mecanico contador gestor abogado abogada banco seguro veterinario suegra suegro cunado sobrino";

/// How people shorten words, and what they stand for.
pub(super) const SHORTENED: &[(&str, &str)] = &[
    ("q", "que"),
    ("k", "que"),
    ("xq", "porque"),
    ("xfa", "porfa"),
    ("porfis", "porfa"),
    ("porfavor", "porfa"),
    ("tb", "tambien"),
    ("tmb", "tambien"),
    ("pa", "para"),
    ("urjente", "urgente"),
    ("remindame", "recuerdame"),
    ("recuerdeme", "recuerdame"),
    ("mñn", "manana"),
];
