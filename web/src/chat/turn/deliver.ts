import { useConnection } from '../../api/events'
import { send } from '../../api/http'
import { pause } from '../../api/pause'
import { ApiError, UnreachableError } from '../../api/problem'
import type { ChatRequest } from '../../api/types'
import { type Chunk, readChunks } from './chunks'

/** A turn to deliver: what is needed to send it again and have it act once. */
export interface Delivery {
  /** The `Idempotency-Key`: the server acts once for it, and answers a repetition from storage. */
  key: string
  request: ChatRequest
  /** It was sent before, by a page that was loaded again since. */
  wasSent?: boolean
  /** The conversation that it began, when that is known already; the request stays as it was. */
  conversation?: string
}

interface Ear {
  /** The next piece of the answer. */
  chunk: (chunk: Chunk) => void
  /** The answer is fetched again, from its beginning: the connection was lost, or the server still waits for it. */
  again: (reason: 'lost' | 'still-answering') => void
}

/** Waits between attempts, in milliseconds; after the last one it is given up. */
const WAITS = [400, 1000, 2000, 4000, 8000, 15_000, 30_000]

/**
 * Sends a turn and hears its answer to the end. What the network loses is picked up again: the running answer from
 * its beginning, or the same request under the same key.
 * @throws ApiError when the server refuses it, UnreachableError when it stays out of reach.
 */
export async function deliver(delivery: Delivery, ear: Ear, signal: AbortSignal): Promise<void> {
  let conversation = delivery.conversation ?? delivery.request.conversation_id ?? null
  let begun = delivery.wasSent ?? false
  const hear = (chunk: Chunk) => {
    begun = true
    if (chunk.type === 'data-conversation') conversation = chunk.data.id
    ear.chunk(chunk)
  }
  for (let attempt = 0; ; attempt++) {
    try {
      const running = begun && conversation ? await runningTurn(conversation, signal) : null
      if (await hearToEnd(running ?? (await post(delivery, signal)), hear)) return
      throw new UnreachableError('the stream ended early')
    } catch (error) {
      if (signal.aborted) throw error
      const wait = waitAfter(error, attempt)
      if (wait === null) throw error
      ear.again(isStillAnswering(error) ? 'still-answering' : 'lost')
      await pauseUntilBack(wait, signal)
      signal.throwIfAborted()
    }
  }
}

/** Waits, but not longer than until the server is heard again. */
async function pauseUntilBack(wait: number, signal: AbortSignal) {
  const back = new AbortController()
  const end = useConnection.subscribe((now, before) => {
    if (now.state === 'open' && before.state === 'lost') back.abort()
  })
  await pause(wait, AbortSignal.any([signal, back.signal])).finally(end)
}

const post = ({ key, request }: Delivery, signal: AbortSignal) =>
  send('POST', '/api/me/chat', {
    body: request,
    headers: { accept: 'text/event-stream', 'idempotency-key': key },
    signal,
  })

/** The answer that is being given in this conversation, if there is one. */
async function runningTurn(conversation: string, signal: AbortSignal): Promise<Response | null> {
  try {
    const response = await send('GET', `/api/me/conversations/${conversation}/stream`, {
      headers: { accept: 'text/event-stream' },
      signal,
    })
    return response.status === 204 ? null : response
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

/** Whether the answer came to its end. */
async function hearToEnd(response: Response, hear: (chunk: Chunk) => void): Promise<boolean> {
  let isOver = false
  try {
    for await (const chunk of readChunks(response)) {
      hear(chunk)
      isOver ||= chunk.type === 'finish' || chunk.type === 'abort' || chunk.type === 'error'
    }
    return isOver
  } catch (cause) {
    if (isOver) return true
    throw new UnreachableError(cause)
  }
}

/** How long to wait before another attempt; null when there is no use in one. */
function waitAfter(error: unknown, attempt: number): number | null {
  const wait = WAITS[attempt]
  if (wait === undefined) return null
  if (error instanceof UnreachableError) return wait
  if (!(error instanceof ApiError)) return null
  // Still being answered, too busy, or restarting: the server says when to ask again.
  const isPassing = isStillAnswering(error) || error.status === 503 || error.status === 502
  return isPassing ? Math.max(wait, (error.retryAfterSeconds ?? 0) * 1000) : null
}

/** The server holds the answer for a process that may be gone. */
const isStillAnswering = (error: unknown) => error instanceof ApiError && error.code === 'still_answering'
