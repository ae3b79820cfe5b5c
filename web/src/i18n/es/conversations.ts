import type { conversations as english } from '../en/conversations'
import type { Translation } from '../text'

export const conversations: Translation<typeof english> = {
  'conversation.actions': 'Acciones para «{title}»',
  'conversation.rename': 'Cambiar nombre',
  'conversation.title': 'Título',
  'conversation.deleted': '«{title}» eliminada. Sus tareas se quedan.',
  'conversation.notDeleted': 'No se pudo eliminar la conversación; ha vuelto a la lista.',
  'conversation.none': 'Aún no hay conversaciones.',
  'finder.open': 'Buscar',
  'finder.title': 'Buscar una conversación',
  'finder.placeholder': 'Palabras del título o de los mensajes',
  'finder.nothing': 'No se encontró nada.',
  'keys.title': 'Teclado',
  'keys.send': 'Enviar el mensaje',
  'keys.line': 'Empezar una línea nueva',
  'keys.edit': 'Editar el último mensaje (con el cuadro vacío)',
  'keys.stop': 'Detener la respuesta, cerrar un diálogo',
  'keys.find': 'Buscar una conversación',
  'keys.box': 'Al cuadro de mensaje',
  'keys.list': 'Esta lista',
}
