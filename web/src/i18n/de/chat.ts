import type { chat as english } from '../en/chat'
import type { Translation } from '../text'

export const chat: Translation<typeof english> = {
  'chat.message': 'Nachricht',
}
