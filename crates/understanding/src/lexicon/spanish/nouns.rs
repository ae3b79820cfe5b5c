//! Spanish nouns that decide what a message is about. Without accents.

/// Words for a task.
pub(super) const TASKS: &str = "
    tarea tareas recordatorio recordatorios pendiente pendientes punto puntos entrada entradas asunto asuntos cosa cosas
    cosita cositas quehacer quehaceres elemento elementos item items todo-s task tasks actividad actividades";

/// Words for the whole list.
pub(super) const LISTS: &str =
    "lista listas agenda tareas pendientes listado listita papelito calendario";

/// What makes of a list simply the list: "mi lista", "lista de tareas".
pub(super) const PLAIN_LIST_NAMES: &str = "
    mi la una esta esa nuestra mis las tareas pendientes recordatorios quehaceres cosas completa entera principal
    general de hacer por del dia todo to-do";

/// Names that people give to tags.
pub(super) const TAG_NAMES: &str = "
    trabajo casa hogar personal compra compras super supermercado mercado escuela cole colegio oficina familia salud
    gimnasio finanzas jardin ninos coche viaje universidad uni negocio proyecto iglesia navidad deseos peliculas libros
    boda fiesta farmacia ferreteria";

/// Nouns that stand for something to be done or attended: with a date they are a task.
pub(super) const EVENTS: &str = "
    cita reunion reuniones junta dentista medico doctor doctora gimnasio gym yoga alquiler renta deberes tareas compras colada
    peluqueria fisio fisioterapia terapia entrevista examen examenes control seminario clase clases practica ensayo
    entrenamiento veterinario vacuna vacunacion revision chequeo cumpleanos cumple aniversario fiesta boda cena comida
    almuerzo desayuno merienda barbacoa asado concierto vuelo pasaporte visado presentacion informe trabajo entrega plazo
    platos basura reciclaje fontanero plomero electricista mecanico optica oftalmologo ortodoncista pintor farmacia receta
    medicacion pastilla pastillas insulina conferencia factura facturas nomina impuestos renta seguro hipoteca futbol tenis
    padel baloncesto guarderia iglesia misa itv inspeccion paquete recogida plancha jardineria reserva taller boletin pago
    tintoreria natacion coro masaje ecografia analisis analitica quirofano operacion piano guitarra ballet podologo
    logopeda psicologo psicologa pediatra ginecologo mamografia colonoscopia tutoria excursion mudanza llamada zoom
    videollamada webinar turno guardia ensayo feria tertulia simulacro oposicion torneo partido carrera audiencia notario
    pilates zumba spinning limpieza cuota recibo matricula manicura tatuaje bautizo comunion funeral entierro";

/// What belongs to machines, media and the world: a message about these is not about tasks.
pub(super) const WORLD: &str = "
    luz luces lampara lamparas bombilla brillo volumen altavoz altavoces bocina tele television radio emisora cadena canal musica
    cancion canciones playlist disco album audiolibro podcast podcasts episodio pelicula peliculas serie series
    tiempo clima pronostico temperatura lluvia nieve humedad paraguas noticias noticia titulares bolsa acciones cambio
    dolar dolares euro euros peso pesos trafico atasco taxi taxis uber cabify tren trenes metro bus buses autobus vuelos avion billete
    boletos restaurante restaurantes pizza sushi hamburguesa alarma alarmas despertador temporizador cronometro enchufe
    termostato calefaccion aire aspiradora robot cafe chiste chistes facebook twitter instagram whatsapp youtube netflix
    spotify correo correos email emails mensaje mensajes sms tuit hora reloj receta recetas juego juegos
    ajedrez internet wifi bluetooth siri alexa google cortana jazz rock pop reggaeton salsa sonido foto fotos selfie video
    videos poema cuento historia ubicacion mapa ruta direccion definicion significado persianas pantalla captura";

/// Words of the assistant itself: "borra mi cuenta" is not a task.
pub(super) const ACCOUNT: &str = "
    cuenta contrasena perfil ajustes configuracion conversacion historial chat aplicacion app datos servidor token";

/// Words for urgency.
pub(super) const URGENCY: &str = "urgente urgentes urgentisimo urgentisima importante importantisimo critico critica prioritario";

/// Devices and their settings: never tasks.
pub(super) const DEVICES: &str = "
    luz luces lampara brillo volumen altavoz altavoces tele television radio musica cancion canciones playlist alarma alarmas
    temporizador cronometro termostato calefaccion aire enchufe aspiradora podcast wifi bluetooth siri alexa
    google pantalla temperatura ventilador idioma tema canal voz navegador cache persianas";

/// What one is driven in: calling one is asked of a machine.
pub(super) const RIDES: &str = "taxi taxis uber cabify didi";

/// Numbers in words.
pub(super) const NUMBERS: &[(&str, i64)] = &[
    ("cero", 0),
    ("un", 1),
    ("uno", 1),
    ("una", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("once", 11),
    ("doce", 12),
    ("trece", 13),
    ("catorce", 14),
    ("quince", 15),
    ("veinte", 20),
];

/// Places in words.
pub(super) const ORDINALS: &[(&str, u32)] = &[
    ("primero", 1),
    ("primera", 1),
    ("primer", 1),
    ("1º", 1),
    ("1ª", 1),
    ("segundo", 2),
    ("segunda", 2),
    ("2º", 2),
    ("2ª", 2),
    ("tercero", 3),
    ("tercera", 3),
    ("tercer", 3),
    ("3º", 3),
    ("3ª", 3),
    ("cuarto", 4),
    ("cuarta", 4),
    ("quinto", 5),
    ("quinta", 5),
    ("sexto", 6),
    ("sexta", 6),
    ("septimo", 7),
    ("septima", 7),
    ("octavo", 8),
    ("octava", 8),
    ("noveno", 9),
    ("novena", 9),
    ("decimo", 10),
    ("decima", 10),
];
