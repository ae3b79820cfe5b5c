import { create } from 'zustand'
import { send } from './http'
import { ApiError } from './problem'
import { readEventStream } from './sse'
import type { ServerEvent } from './types'

/**
 * The one event stream of this tab: what changed through chat, REST, MCP, other tabs and other instances.
 * It reconnects by itself and has the server replay what it missed; `reset` means: fetch everything anew.
 */
type Listener = (event: ServerEvent) => void

const listeners = new Set<Listener>()
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** The server sends a heartbeat every 15 s; after three missed ones the connection is dead. */
const SILENCE_MS = 45_000

/** Whether the server is being heard. `lost` is set after the first failure, not by the first connecting. */
export const useConnection = create<{ state: 'connecting' | 'open' | 'lost' }>(() => ({
  state: 'connecting',
}))

/** Calls `listener` for every change. Answers with the function that ends that. */
export function onServerEvent(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const tell = (event: ServerEvent) => {
  for (const listener of listeners) listener(event)
}

/** Listens until the returned function is called. */
export function listen(): () => void {
  const stop = new AbortController()
  void run(stop.signal)
  return () => stop.abort()
}

async function run(stop: AbortSignal) {
  let lastId: string | null = null
  let wait = FIRST_WAIT_MS
  while (!stop.aborted) {
    try {
      const resumed: boolean = lastId !== null
      const wasLost = useConnection.getState().state === 'lost'
      for await (const { id, opened, event } of connection(lastId, stop)) {
        if (opened) {
          wait = FIRST_WAIT_MS
          useConnection.setState({ state: 'open' })
          // Lost before any id was known: nothing can be replayed.
          if (wasLost && !resumed) tell({ type: 'reset' })
        }
        if (id) lastId = id
        if (event) tell(event)
      }
    } catch (error) {
      if (stop.aborted) return
      // Signed out: there is nothing to listen to. A server without events is asked again, but rarely.
      if (error instanceof ApiError && error.status === 401) return
      if (error instanceof ApiError && error.status === 404) wait = LONGEST_WAIT_MS
    }
    if (stop.aborted) return
    useConnection.setState({ state: 'lost' })
    await pause(wait * (0.75 + Math.random() / 2), stop)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }
}

interface Heard {
  id?: string | null
  opened?: true
  event?: ServerEvent
}

async function* connection(lastId: string | null, stop: AbortSignal): AsyncGenerator<Heard> {
  const silence = new AbortController()
  const signal = AbortSignal.any([stop, silence.signal])
  let timer = setTimeout(() => silence.abort(), SILENCE_MS)
  try {
    const response = await send('GET', '/api/me/events', {
      headers: { accept: 'text/event-stream', ...(lastId === null ? {} : { 'last-event-id': lastId }) },
      signal,
    })
    if (!response.body) return
    yield { opened: true }
    const heard = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          clearTimeout(timer)
          timer = setTimeout(() => silence.abort(), SILENCE_MS)
          controller.enqueue(chunk)
        },
      }),
    )
    for await (const { id, data } of readEventStream(heard))
      yield { id, event: JSON.parse(data) as ServerEvent }
  } finally {
    clearTimeout(timer)
  }
}

/** Waits, but not longer than until the network is back. */
function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    addEventListener('online', done, { signal: stop })
    stop.addEventListener('abort', done, { once: true })
  })
}
