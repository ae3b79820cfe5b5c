import { watchSilence } from '../../api/silence'
import { readEventStream } from '../../api/sse'
import type { ChatResponse, PendingQuestion, Receipt } from '../../api/types'

/** What the chat stream says: the AI SDK's *UI message stream v1*, and our own data in its `data-*` parts. */
export type Chunk =
  | { type: 'data-conversation'; data: { id: string; title: string; new: boolean } }
  | { type: 'tool-input-start'; toolCallId: string; toolName: string }
  | { type: 'tool-input-available'; toolCallId: string; toolName: string; input: Record<string, unknown> }
  | { type: 'tool-output-available'; toolCallId: string; output: Record<string, unknown> }
  | { type: 'tool-output-error'; toolCallId: string; errorText: string }
  | { type: 'text-delta'; id: string; delta: string }
  | { type: 'data-receipt'; id: string; data: Receipt }
  | { type: 'data-pending'; data: PendingQuestion }
  | { type: 'data-turn'; data: ChatResponse }
  | { type: 'error'; errorText: string }
  | { type: 'abort' }
  | { type: 'finish' }
  /** Parts that mean nothing to this page, today's and later ones. */
  | { type: 'start' | 'start-step' | 'finish-step' | 'text-start' | 'text-end' }

/**
 * Reads an answer to its end. A server that answers in JSON gives the same turn in one piece.
 * @throws when the connection breaks, or falls silent for too long.
 */
export async function* readChunks(response: Response): AsyncGenerator<Chunk> {
  const kind = response.headers.get('content-type') ?? ''
  if (!kind.startsWith('text/event-stream') || !response.body) {
    yield { type: 'data-turn', data: (await response.json()) as ChatResponse }
    yield { type: 'finish' }
    return
  }
  const silence = new AbortController()
  const watch = watchSilence(() => silence.abort(new Error('the server fell silent')))
  const watched = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, controller) => {
        watch.heard()
        controller.enqueue(piece)
      },
    }),
    { signal: silence.signal },
  )
  try {
    for await (const { data } of readEventStream(watched)) {
      if (data === '[DONE]') return
      yield JSON.parse(data) as Chunk
    }
  } finally {
    watch.over()
  }
}
