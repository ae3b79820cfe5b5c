import { send } from './http'
import { pause } from './pause'
import { ApiError } from './problem'
import { watchSilence } from './silence'
import { readEventStream } from './sse'
import type { ServerEvent } from './types'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

interface Ear {
  stop: AbortSignal
  /** The last event that is known already, if any is: what came after it is told first. */
  lastId: string | null
  event: (event: ServerEvent, id: string | null) => void
  state: (state: 'open' | 'lost') => void
}

/** Listens to `GET /api/me/events`, and comes back whenever the connection ends, until it is stopped. */
export async function listenToServer({ stop, lastId, event, state }: Ear): Promise<void> {
  let last = lastId
  let wait = FIRST_WAIT_MS
  let before = false
  while (!stop.aborted) {
    let opened = false
    try {
      const body = await open(last, stop)
      opened = true
      wait = FIRST_WAIT_MS
      state('open')
      // Something may have happened in between, and without a number nothing of it is told again.
      if (before && last === null) event({ type: 'reset' }, null)
      before = true
      for await (const message of readEventStream(body)) {
        last = message.id ?? last
        event(JSON.parse(message.data) as ServerEvent, message.id)
      }
    } catch (error) {
      if (stop.aborted || isSignedOut(error)) return
      if (error instanceof ApiError) wait = LONGEST_WAIT_MS
    }
    if (stop.aborted) return
    // A stream ends with its token, every ten minutes: only one that does not come back is lost.
    if (!opened) state('lost')
    await pause(wait * (0.75 + Math.random() / 2), stop)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }
}

const isSignedOut = (error: unknown) => error instanceof ApiError && error.status === 401

/** The stream; it breaks off when nothing was heard for too long. */
async function open(lastId: string | null, stop: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const silence = new AbortController()
  const watch = watchSilence(() => silence.abort())
  const response = await send('GET', '/api/me/events', {
    headers: { accept: 'text/event-stream', ...(lastId === null ? {} : { 'last-event-id': lastId }) },
    signal: AbortSignal.any([stop, silence.signal]),
  }).catch(error => {
    watch.over()
    throw error
  })
  return (response.body ?? new Blob().stream()).pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, controller) => {
        watch.heard()
        controller.enqueue(piece)
      },
      flush: watch.over,
    }),
  )
}
