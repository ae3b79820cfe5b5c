import { useEffect, useState } from 'react'
import { listConversations } from '../../api/client'
import type { Conversation } from '../../api/types'
import { useConversations } from './store'

const QUIET_MS = 150
const MOST = 20

/** The conversations that words find on the server; without words, the ones used last. */
export function useFound(words: string) {
  const recent = useConversations(store => store.conversations)
  const leaving = useConversations(store => store.leaving)
  const [found, setFound] = useState<readonly Conversation[]>([])
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('ready')
  const q = words.trim()

  useEffect(() => {
    if (!q) return
    setState('loading')
    const abort = new AbortController()
    const timer = setTimeout(() => {
      listConversations({ q, limit: MOST }, abort.signal).then(
        page => {
          setFound(page.conversations)
          setState('ready')
        },
        () => abort.signal.aborted || setState('failed'),
      )
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [q])

  const shown = q ? found : recent.slice(0, MOST)
  return { found: shown.filter(known => !leaving.has(known.id)), state: q ? state : ('ready' as const) }
}
