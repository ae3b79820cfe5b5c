//! Spanish verbs, by what it means when a message begins with one. Without accents.

/// Things people put on a to-do list, in the infinitive, with what is irregular about them (see `inflection.rs`).
pub(super) const CHORES: &str = "
    abonar abrir:abierto abrochar acabar aceptar acercar acompanar acordar+ue activar actualizar adelantar administrar
    adoptar afeitar afilar afinar agradecer:,,agradezca ahorrar aislar ajustar alimentar alinear almorzar+ue almacenar alquilar amarrar ampliar
    analizar apagar aparcar apilar aplicar apostar+ue aprender apretar+ie aprobar+ue arar archivar armar arrancar arreglar arrendar+ie
    asar aspirar asegurar asesorar asistir atar atender+ie aumentar avisar averiguar ayudar bailar bajar banar barrer barnizar batir
    beber bloquear borrar bordar brindar bucear buscar calcular calentar+ie calibrar cambiar caminar cancelar canjear cantar capacitar captar
    cargar casar cavar cazar celebrar cenar cepillar cerrar+ie certificar charlar checar chequear citar clasificar clavar
    cobrar cocer+ue cocinar coger:,,coja colar+ue colgar+ue colocar colorear combinar comentar comer comenzar+ie comparar compartir compilar completar
    componer:compuesto,compuse comprar comprobar+ue comunicar concertar+ie concluir:,,concluya conectar confeccionar confirmar congelar conseguir+i:,,consiga consolar+ue construir:,,construya consultar
    contactar contar+ue contestar contratar controlar convencer:,,convenza convocar coordinar copiar corregir+i:,,corrija correr cortar cosechar coser cotizar crear criar cruzar
    cuadrar cubrir:cubierto cuidar cultivar cumplir curar dar:dado,di,doy,de,demos,dimos debatir decidir declarar decorar dedicar defender+ie degustar dejar demostrar+ue depilar depositar
    depurar derivar desarmar desatascar desayunar descalcificar descansar descargar descongelar descontar+ue desembalar desempacar desenredar
    desenchufar deshacer:deshecho,deshice deshelar+ie desherbar+ie desinfectar desinstalar desmontar despedir+i despejar desplegar+ie despachar destapar destornillar
    devolver+ue:devuelto diagnosticar dibujar digitalizar discutir disenar disfrutar distribuir:,,distribuya doblar documentar domiciliar donar
    dormir+ue duchar echar editar ejecutar elaborar elegir+i:,,elija embalar embotellar empacar empadronar empapelar empaquetar empezar+ie:,empece empolvar encargar
    encender+ie encerar encoger encontrar+ue encuadernar enchufar endulzar enfriar engrasar enjuagar enmarcar enmendar+ie ensanchar ensayar ensenar ensillar entablar
    enterrar+ie entregar entrenar entrevistar enviar envolver+ue:envuelto escanear escayolar escoger:,,escoja esconder escribir:escrito escuchar esmerilar esperar
    esquilar esquiar estacionar esterilizar estirar estudiar etiquetar evaluar examinar explicar exponer:expuesto,expuse exportar extender+ie fabricar facturar fertilizar festejar
    fichar filmar filtrar finalizar firmar fotocopiar fotografiar fregar+ie freir:frito frenar fumigar fundir ganar gastar gestionar girar grabar graduar
    guardar guiar hablar hacer:hecho,hice,hago,haga,hagamos hallar helar+ie hervir+ie hidratar hilar hinchar hornear hospedar identificar imprimir:impreso importar impulsar
    incluir:,,incluya ingresar inflar iniciar injertar inscribir:inscrito inspeccionar instalar integrar intercambiar investigar invertir+ie invitar inventariar
    ir:ido,fui,voy,vaya,vamos,vayamos,fuimos jugar+ue juntar justificar lanzar largar lavar leer:leido,lei legalizar levantar liberar lijar limar limpiar liquidar llamar llegar llenar llevar
    localizar lubricar lustrar machacar madrugar mandar manejar mantener:,mantuve,mantenga maquillar marcar marinar masticar matar matricular mecanografiar medir+i meditar mejorar
    merendar+ie meter mezclar mirar modificar mojar moler+ue montar mostrar+ue mover+ue mudar multiplicar nadar navegar negociar nombrar notificar numerar
    obtener:,obtuve,obtenga ocultar ofrecer:,,ofrezca oler operar optimizar ordenar organizar orinar ofertar pactar pagar parar parchear parquear participar pasar pasear patinar
    pedalear pedir+i pegar peinar pelar pensar+ie perforar permutar persuadir pescar pesar picar pilotar pinchar pintar planchar planear planificar plantar
    plastificar platicar podar poner:puesto,puse,ponga,pongo,pongamos posponer:pospuesto,pospuse postular practicar precalentar+ie preguntar prender preparar presentar prestar presupuestar prevenir probar+ue
    procesar programar prometer promover+ue proponer:propuesto,propuse proteger:,,proteja proyectar publicar pulir purgar quedar quemar quitar rallar raspar rastrillar rasurar
    realizar rebajar rebobinar recalentar+ie recargar recaudar recibir reciclar recitar reclamar recoger:,,recoja,recojo recolocar recomendar+ie reconciliar reconstruir recordar+ue recorrer
    recortar rectificar recuperar redactar redecorar redimir reducir:,reduje,reduzca reembolsar reemplazar referir+ie reforzar+ue refrescar refrigerar regalar regar+ie registrar regresar regular
    rehacer:rehecho,rehice reinstalar relajar rellenar remendar+ie remojar remodelar remover+ue renovar+ue rendir+i reorganizar repasar reparar repartir repetir+i replantar reponer:repuesto,repuse
    reportar rescatar rescindir reservar resolver+ue:resuelto respaldar responder restar restaurar retirar retocar reunir revelar revisar revocar rezar rotular rodar+ue
    saber saborear sacar sacudir saldar salir:salido,sali,salga,salgo salar saltar saludar salvar sanear secar seguir+i:,,siga segar+ie seleccionar sellar sembrar+ie separar serrar+ie servir+i silenciar
    simplificar sincronizar soldar+ue solicitar solucionar sonreir sortear subastar subir subrayar sujetar sumar suministrar supervisar suscribir:suscrito
    sustituir:,,sustituya tachar taladrar tapar tapizar tasar teclear tejer telefonear templar tender+ie tenir:tenido,,tina tener:tenido,tuve,tenga,tengamos terminar testear tirar titular tocar tomar tostar+ue
    trabajar traducir:,traduje,traduzca traer:traido,traje,traiga,traigo tramitar transcribir:transcrito transferir+ie transportar trasladar trasplantar tratar triturar ubicar unir untar usar
    vaciar vacunar validar valorar velar vender ventilar ver:visto,vi,vea,veo,veamos,vimos verificar vestir+i viajar vigilar visitar volar+ue volcar+ue voltear volver+ue:vuelto votar
    zurcir aplazar anular contribuir pitar apuntar encargar estrenar inaugurar reagendar repintar sanjar zanjar tunear";

/// Chores a home assistant could be asked for as well: alone they are only offered.
pub(super) const SERVICES: &str = "
    encender apagar activar desactivar silenciar cancelar anular borrar cambiar poner quitar buscar leer ver escuchar
    mostrar tocar cantar contar calcular traducir grabar bloquear desbloquear";

/// Chores too, unless their object belongs to machines: "mandar un tuit".
pub(super) const REMOTE: &str =
    "enviar mandar escribir llevar compartir subir descargar transferir responder solicitar";

/// Things only a machine is asked for.
pub(super) const MACHINE: &str = "
    reproducir desactivar pausar reanudar navegar conectar desconectar actualizar reiniciar tuitear googlear";

/// Orders to machines, in the imperative: "pon jazz", "enciende la luz". They are no chores.
pub(super) const ORDERS: &str = "
    reproduce enciende apaga prende pausa silencia sube baja abre cierra llama envia manda calcula traduce reinicia
    activa desactiva conecta desconecta lanza transfiere compra reserva encarga pide busca toca canta explica";

/// The verbs of commands.
pub(super) const COMMANDS: &str = "
    anadir agregar apuntar anotar crear borrar eliminar marcar completar listar renombrar deshacer reabrir etiquetar";

/// Words worth recognising when they are misspelt: commands hang on them.
pub(super) const KEYWORDS: &str = "
    recuerda recordatorio anade agrega apunta anota borra elimina marca completada completa pendientes vencidas tareas
    deshacer renombra pospon prioridad urgente muestra";

/// Verbs of motion that only begin a chore: in "ir a la tienda y comprar leche" the two halves are one task.
pub(super) const LEADING: &str = "ir pasar salir volver acercar bajar subir correr intentar";

/// Verbs and words that ask to see something.
pub(super) const SHOW: &str = "
    muestra mostrar muestre mostra ensena ensenar ensene lista listar liste ver veo dame dime da di lee leer abre saca trae
    busca buscar encuentra encontrar cuenta contar localiza que cual cuales cuantas cuantos cuanto hay tengo tenemos
    resume revisa repasa consulta filtra ordena quiero echa pasa";

/// Past forms after which nothing is done: "olvidé la leche".
pub(super) const UNDONE: &str = "
    olvide olvidado intente intentado empece empezado comence comenzado decidi decidido perdi perdido pense pensado dije
    dicho pregunte oi oido escuche escuchado senti estuve estado era tuve tenido quise querido supe conoci conocido quedado
    quede quedamos sabido esperado espere visto pasado
    apunte apuntado anote anotado anadi anadido agregue agregado cree creado borre borrado elimine eliminado puse";

/// Verbs whose object can be a task's number: "mueve la 4 al viernes".
pub(super) const MOVES: &str = "
    mueve mover mueva pasa pasar pase cambia cambiar cambie pospon posponer aplaza aplazar retrasa retrasar adelanta
    adelantar pon poner marca marcar borra borrar elimina eliminar renombra edita reprograma etiqueta completa tacha";

/// Verbs of buying a service: only a plain appointment makes them a chore.
pub(super) const BOOKINGS: &str = "reservar contratar";

/// Verbs to which a pronoun is attached that is a word of its own for us: "márcala" is "marca la".
pub(super) const ATTACHING: &str = "
    recuerda recuerde recorda recordar avisa avise avisar acuerda acorda acuerde acordar olvida olvide olvidar
    anade anadi anada anadir agrega agregue agregar apunta apunte apuntar anota anote anotar pon ponga poner mete meta
    meter crea cree crear registra registre registrar guarda guarde guardar escribe escriba escribir agenda agende agendar
    programa programar incluye incluir bloquea encaja carga suma haz haga hacer
    muestra mostra muestre mostrar ensena ensene ensenar lista listar da de dar di decir lee leer echa saca trae cuenta
    busca encuentra localiza
    marca marque marcar completa completar tacha tachar termina terminar acaba palomea cierra cerrar raya
    borra borre borrar elimina elimine eliminar quita quite quitar descarta descartar tira retira saque sacar cancela
    cancelar suprime
    mueve mueva mover pasa pase pasar cambia cambie cambiar pospon posponer aplaza aplazar retrasa retrasar adelanta
    adelantar reprograma reprogramar corre deja dejar llama llamar renombra renombrar edita editar modifica modificar etiqueta
    etiquetar sube baja agendala asigna repite convierte actualiza corrige
    deshaz deshacer restaura restaurar recupera recuperar devuelve devolver reabre reabrir regresa desmarca desmarcar
    salta saltar omite ayuda ayudar explica ver";

/// The pronouns that are attached.
pub(super) const ATTACHED: &[&str] = &[
    "me", "te", "se", "nos", "lo", "la", "los", "las", "le", "les",
];

/// Forms of verbs that are nouns far oftener: "informe" is a report before it is what somebody informed.
pub(super) const NOUNS: &str = "
    viaje viajes baile corte cierre pase ajuste reporte desfile debate cheque transporte cruce embarque envase remate aporte
    llamada llamadas entrada entradas comida comidas salida parada subida bajada partida partido recogida pedido pedidos recado
    asado helado pescado mercado cuidado lavado resultado contenido vestido sentido tejido seguro visita entrega cita compra
    compras reserva cena limpieza revision firma paga cobro pago regalo trabajo cambio cargo";
