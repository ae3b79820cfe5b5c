import { useState } from 'react'
import { useSession } from '../../api/session'

/** What was typed and not sent, by person and conversation; kept on this device until it is sent or they sign out. */
const PREFIX = 'tasktalk.draft.'
const LAST_USER = 'tasktalk.lastUser'

/** Offline nobody is known to be signed in; the draft is then the one of who was last. */
function owner(): string {
  const id = useSession.getState().user?.id
  if (!id) return localStorage.getItem(LAST_USER) ?? ''
  localStorage.setItem(LAST_USER, id)
  return id
}

function key(conversation: string): string | null {
  try {
    return `${PREFIX}${owner()}.${conversation}`
  } catch {
    return null
  }
}

export function readDraft(conversation: string): string {
  const name = key(conversation)
  return name === null ? '' : (localStorage.getItem(name) ?? '')
}

export function writeDraft(conversation: string, words: string) {
  const name = key(conversation)
  if (name === null) return
  try {
    if (words.trim()) localStorage.setItem(name, words)
    else localStorage.removeItem(name)
  } catch {
    // Full: it is still in the box.
  }
}

/** The new conversation has an id now: what was typed while it was answered stays in the box. */
export function moveDraft(from: string, to: string) {
  const words = readDraft(from)
  writeDraft(from, '')
  if (words) writeDraft(to, words)
}

/** The draft of a conversation, and how to change it. */
export function useDraft(conversation: string): [string, (words: string) => void] {
  const [draft, setDraft] = useState(() => ({ conversation, words: readDraft(conversation) }))
  // Another conversation: its own draft, at once.
  if (draft.conversation !== conversation) setDraft({ conversation, words: readDraft(conversation) })
  const change = (words: string) => {
    writeDraft(conversation, words)
    setDraft({ conversation, words })
  }
  return [draft.conversation === conversation ? draft.words : '', change]
}
