import { useText } from '../i18n/language'

/** One conversation; a new one when `id` is null. */
export function ConversationPage({ id }: { id: string | null }) {
  const text = useText()
  return <p>{id ?? text('chat.message')}</p>
}
