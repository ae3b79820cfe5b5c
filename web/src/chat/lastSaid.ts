import type { Message } from '../api/types'

/**
 * The person's last message, if it is one that can be said differently: not a click on a candidate, whose words mean
 * nothing without the question before it.
 */
export function lastSaid(messages: readonly Message[]): Message | null {
  const at = messages.findLastIndex(message => message.role === 'user')
  const message = messages[at]
  if (!message) return null
  const pending = messages[at - 1]?.metadata.pending
  const isClick = pending?.options.some(option => option.label === message.content) ?? false
  return isClick ? null : message
}
