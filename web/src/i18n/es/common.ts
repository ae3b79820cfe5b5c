import type { common as english } from '../en/common'
import type { Translation } from '../text'

export const common: Translation<typeof english> = {
  'app.name': 'Tasktalk',
  'app.tagline': 'La lista de tareas con la que hablas.',
  'app.skip': 'Ir al cuadro de mensaje',
  'action.cancel': 'Cancelar',
  'action.close': 'Cerrar',
  'action.save': 'Guardar',
  'action.delete': 'Eliminar',
  'action.undo': 'Deshacer',
  'action.retry': 'Intentar de nuevo',
  'action.copy': 'Copiar',
  'action.copied': 'Copiado',
  'action.more': 'Más',
  'action.back': 'Atrás',
  'action.loadMore': 'Mostrar más',
  'state.loading': 'Cargando …',
  'pane.chat': 'Chat',
  'pane.tasks': 'Tareas',
  'pane.conversations': 'Conversaciones',
  'offline.banner':
    'Sin conexión. Lo que escribes se guarda; no se envía nada hasta que vuelvas a estar en línea.',
  'offline.lost': 'Se perdió la conexión con el servidor. Reintentando …',
  'offline.start': 'No se puede llegar a Tasktalk',
  'offline.startText':
    'No se muestra nada hasta que el servidor responda. Puedes escribir lo que quieras decir; se guarda en este dispositivo.',
  'error.unreachable': 'No se pudo llegar al servidor. Comprueba tu conexión e inténtalo de nuevo.',
  'error.crash': 'Algo se rompió en esta página',
  'error.crashText': 'Tus tareas están a salvo en el servidor. Vuelve a cargar la página para continuar.',
  'error.reload': 'Volver a cargar',
  'notFound.title': 'Aquí no hay nada',
  'notFound.home': 'A tus conversaciones',
}
