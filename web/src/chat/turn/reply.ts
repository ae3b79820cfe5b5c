import type { ChatResponse, PendingQuestion, Receipt } from '../../api/types'
import type { Chunk } from './chunks'

/** One tool call, running (no result yet) or done. */
export interface Step {
  id: string
  name: string
  arguments: Record<string, unknown>
  result: Record<string, unknown> | null
  error: string | null
}

/** An answer as far as it has come. */
export interface Reply {
  steps: readonly Step[]
  receipts: readonly Receipt[]
  text: string
  /** The text part that is growing. When a model fails in the middle, another one begins, and only that one counts. */
  textId: string | null
  pending: PendingQuestion | null
  /** The turn as it was stored; there once it is complete. */
  turn: ChatResponse | null
  end: 'finished' | 'stopped' | 'failed' | null
  error: string | null
}

export const EMPTY_REPLY: Reply = {
  steps: [],
  receipts: [],
  text: '',
  textId: null,
  pending: null,
  turn: null,
  end: null,
  error: null,
}

/** The answer after one more piece of the stream. Pure; unknown pieces change nothing. */
export function applyChunk(reply: Reply, chunk: Chunk): Reply {
  switch (chunk.type) {
    case 'tool-input-start':
    case 'tool-input-available':
      return {
        ...reply,
        steps: withStep(reply.steps, chunk.toolCallId, {
          name: chunk.toolName,
          ...('input' in chunk ? { arguments: chunk.input } : {}),
        }),
      }
    case 'tool-output-available':
      return { ...reply, steps: withStep(reply.steps, chunk.toolCallId, { result: chunk.output }) }
    case 'tool-output-error':
      return { ...reply, steps: withStep(reply.steps, chunk.toolCallId, { error: chunk.errorText }) }
    case 'text-delta':
      return {
        ...reply,
        text: chunk.id === reply.textId ? reply.text + chunk.delta : chunk.delta,
        textId: chunk.id,
      }
    case 'data-receipt':
      return { ...reply, receipts: withReceipt(reply.receipts, chunk.data) }
    case 'data-pending':
      return { ...reply, pending: chunk.data }
    case 'data-turn':
      return whole(reply, chunk.data)
    case 'finish':
      return { ...reply, end: reply.end ?? 'finished' }
    case 'abort':
      return { ...reply, end: 'stopped' }
    case 'error':
      return { ...reply, end: 'failed', error: chunk.errorText }
    default:
      return reply
  }
}

function withStep(steps: readonly Step[], id: string, change: Partial<Step>): readonly Step[] {
  if (steps.some(step => step.id === id)) {
    return steps.map(step => (step.id === id ? { ...step, ...change } : step))
  }
  return [...steps, { id, name: '', arguments: {}, result: null, error: null, ...change }]
}

function withReceipt(receipts: readonly Receipt[], receipt: Receipt): readonly Receipt[] {
  return [...receipts.filter(known => known.undo_token !== receipt.undo_token), receipt]
}

/** The stored turn is what counts, whatever the stream has said before it. */
function whole(reply: Reply, turn: ChatResponse): Reply {
  return {
    ...reply,
    steps: turn.tool_calls.map((call, index) => ({
      id: `${turn.message_id}-${index}`,
      name: call.name,
      arguments: call.arguments,
      result: call.result,
      error: null,
    })),
    receipts: turn.receipts,
    text: turn.response,
    pending: turn.pending ?? null,
    turn,
  }
}
