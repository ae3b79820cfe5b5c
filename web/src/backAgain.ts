import { useConnection } from './api/events'
import { retryUnreached } from './chat/turn/turn'
import { text } from './i18n/language'
import { dismissToasts } from './ui/toast'

/**
 * When the server is heard again: complaints that it was not reached go, and what was said meanwhile is sent. Answers
 * with the function that ends that.
 */
export function followConnection(): () => void {
  return useConnection.subscribe((now, before) => {
    if (now.state !== 'open' || before.state === 'open') return
    dismissToasts(({ tone, message }) => tone === 'error' && message.includes(text('error.unreachable')))
    void retryUnreached()
  })
}
