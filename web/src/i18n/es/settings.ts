import type { settings as english } from '../en/settings'
import type { Translation } from '../text'

export const settings: Translation<typeof english> = {
  'settings.title': 'Ajustes',
}
