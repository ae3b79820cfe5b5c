import type { common as english } from '../en/common'
import type { Translation } from '../text'

export const common: Translation<typeof english> = {
  'app.name': 'Tasktalk',
  'app.tagline': 'Die To-do-Liste, mit der man spricht.',
  'app.skip': 'Zum Eingabefeld springen',
  'action.cancel': 'Abbrechen',
  'action.close': 'Schließen',
  'action.save': 'Speichern',
  'action.delete': 'Löschen',
  'action.undo': 'Rückgängig',
  'action.retry': 'Noch einmal versuchen',
  'action.copy': 'Kopieren',
  'action.copied': 'Kopiert',
  'action.more': 'Mehr',
  'action.back': 'Zurück',
  'action.loadMore': 'Mehr anzeigen',
  'state.loading': 'Wird geladen …',
  'pane.chat': 'Gespräch',
  'pane.tasks': 'Aufgaben',
  'pane.conversations': 'Gespräche',
  'offline.banner':
    'Keine Verbindung. Was du schreibst, bleibt erhalten; gesendet wird erst, wenn du wieder verbunden bist.',
  'offline.lost': 'Die Verbindung zum Server ist abgerissen. Neuer Versuch …',
  'offline.start': 'Tasktalk ist nicht erreichbar',
  'offline.startText':
    'Angezeigt wird erst etwas, wenn der Server antwortet. Du kannst aufschreiben, was du sagen willst; es bleibt auf diesem Gerät.',
  'error.unreachable': 'Der Server war nicht erreichbar. Prüfe deine Verbindung und versuche es noch einmal.',
  'error.crash': 'Auf dieser Seite ist etwas kaputtgegangen',
  'error.crashText': 'Deine Aufgaben sind sicher auf dem Server. Lade die Seite neu, um weiterzumachen.',
  'error.reload': 'Neu laden',
  'notFound.title': 'Hier ist nichts',
  'notFound.home': 'Zu deinen Gesprächen',
}
