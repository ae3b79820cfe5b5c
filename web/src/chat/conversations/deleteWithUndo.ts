import { navigate } from 'wouter/use-browser-location'
import type { Conversation } from '../../api/types'
import { text } from '../../i18n/language'
import { TOAST_MS, toast, toastError } from '../../ui/toast'
import { writeDraft } from '../composer/drafts'
import { bringBack, deleteForGood, leave } from './store'

/** Deletions that still can be taken back, by conversation. */
const waiting = new Map<string, ReturnType<typeof setTimeout>>()
/** A little longer than the toast is there, since it waits while someone is at it. */
const WAIT_MS = TOAST_MS + 5_000

/**
 * Deletes a conversation. The server forgets it for good, so it is told only when the time for Undo is over, or when
 * the page is left. Its tasks stay.
 */
export function deleteWithUndo({ id, title }: Conversation) {
  leave(id)
  const here = location.pathname === `/c/${id}`
  if (here) navigate('/')
  waiting.set(
    id,
    setTimeout(() => finish(id), WAIT_MS),
  )
  toast(text('conversation.deleted', { title }), {
    label: text('action.undo'),
    run: () => {
      clearTimeout(waiting.get(id))
      waiting.delete(id)
      bringBack(id)
      if (here) navigate(`/c/${id}`)
    },
  })
}

async function finish(id: string) {
  waiting.delete(id)
  try {
    await deleteForGood(id)
    writeDraft(id, '')
  } catch {
    toastError(text('conversation.notDeleted'))
  }
}

/** Whoever leaves the page has made up their mind. */
addEventListener('pagehide', () => {
  for (const [id, timer] of waiting) {
    clearTimeout(timer)
    void finish(id)
  }
})
