import type { conversations as english } from '../en/conversations'
import type { Translation } from '../text'

export const conversations: Translation<typeof english> = {
  'conversation.actions': 'Aktionen für „{title}“',
  'conversation.rename': 'Umbenennen',
  'conversation.title': 'Titel',
  'conversation.deleted': '„{title}“ gelöscht. Die Aufgaben bleiben.',
  'conversation.notDeleted': 'Das Gespräch konnte nicht gelöscht werden; es steht wieder in der Liste.',
  'conversation.none': 'Noch keine Gespräche.',
  'finder.open': 'Suchen',
  'finder.title': 'Gespräch suchen',
  'finder.placeholder': 'Wörter aus Titel oder Nachrichten',
  'finder.nothing': 'Nichts gefunden.',
  'keys.title': 'Tastatur',
  'keys.send': 'Nachricht senden',
  'keys.line': 'Neue Zeile beginnen',
  'keys.edit': 'Letzte Nachricht bearbeiten (im leeren Feld)',
  'keys.stop': 'Antwort anhalten, Dialog schließen',
  'keys.find': 'Gespräch suchen',
  'keys.box': 'Zum Eingabefeld',
  'keys.list': 'Diese Liste',
}
