import { create } from 'zustand'
import { listenToServer } from './eventStream'
import type { ServerEvent } from './types'

/**
 * What changes on the server, as it changes: through chat, REST, agents, other tabs and other instances. `reset` means
 * that too much was missed: fetch everything anew.
 *
 * One tab holds the connection and tells the others, since a browser has six connections for a site over HTTP/1.1. When
 * it closes, another takes over where it was. Without locks (neither HTTPS nor localhost) each tab has its own.
 */
type Listener = (event: ServerEvent) => void
type State = 'connecting' | 'open' | 'lost'

/** What the tab with the connection tells the others. */
type Notice = { kind: 'event'; id: string | null; event: ServerEvent } | { kind: 'state'; state: State }

const listeners = new Set<Listener>()

/** Whether this tab has the connection. */
let isHolder = false

/** Whether this tab fetched what it shows before it was certain to hear of changes: then it may have missed some. */
let fetchedUnheard = false

/** Whether the server is being heard. `lost` is set only once it could not be reached again. */
export const useConnection = create<{ state: State }>(() => ({ state: 'connecting' }))

/** Calls `listener` for every change. Answers with the function that ends that. */
export function onServerEvent(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** At most this long a page waits to be listening before it fetches what it shows. */
const READY_MS = 1000

/**
 * Settles when changes are being heard, in this tab or in the one that tells it. What is fetched after that and told
 * after that leaves no gap in which a change is missed. Where that can't be known, or takes too long, everything is
 * fetched anew (`reset`) once they are heard for certain.
 */
export async function listening(userId: string): Promise<void> {
  const held = (await navigator.locks?.query())?.held ?? []
  if (!isHolder && held.some(lock => lock.name === lockName(userId))) {
    // The other tab may only just be connecting.
    fetchedUnheard = useConnection.getState().state !== 'open'
    return
  }
  await new Promise<void>(resolve => {
    const end = useConnection.subscribe(({ state }) => state !== 'connecting' && done())
    const timer = setTimeout(() => done(), READY_MS)
    const done = () => {
      clearTimeout(timer)
      end()
      fetchedUnheard = useConnection.getState().state !== 'open'
      resolve()
    }
    if (useConnection.getState().state !== 'connecting') done()
  })
}

const lockName = (userId: string) => `tasktalk.events.${userId}`

/** Listens for one person until the returned function is called. */
export function listen(userId: string): () => void {
  const stop = new AbortController()
  const name = lockName(userId)
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  let lastId: string | null = null

  const hear = (notice: Notice) => {
    if (notice.kind === 'state') {
      useConnection.setState({ state: notice.state })
      if (notice.state !== 'open' || !fetchedUnheard) return
      fetchedUnheard = false
      for (const listener of listeners) listener({ type: 'reset' })
      return
    }
    lastId = notice.id ?? lastId
    for (const listener of listeners) listener(notice.event)
  }
  channel?.addEventListener('message', message => hear(message.data as Notice))

  const hold = () => {
    isHolder = true
    return listenToServer({
      stop: stop.signal,
      lastId,
      event: (event, id) => {
        const notice: Notice = { kind: 'event', event, id }
        hear(notice)
        channel?.postMessage(notice)
      },
      state: state => {
        hear({ kind: 'state', state })
        channel?.postMessage({ kind: 'state', state } satisfies Notice)
      },
    })
  }
  if (channel && navigator.locks) {
    navigator.locks.request(name, { signal: stop.signal }, hold).catch(() => {
      // Stopped while it waited for its turn.
    })
  } else void hold()

  return () => {
    stop.abort()
    isHolder = false
    channel?.close()
  }
}
