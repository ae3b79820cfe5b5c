import { expect, test } from 'vitest'
import type { ChatResponse } from '../../api/types'
import type { Chunk } from './chunks'
import { applyChunk, EMPTY_REPLY } from './reply'

const after = (...chunks: Chunk[]) => chunks.reduce(applyChunk, EMPTY_REPLY)

const turn: ChatResponse = {
  conversation_id: 'c',
  message_id: 'm',
  response: '✅ Task #1 created: **Buy milk**',
  success: true,
  tool_calls: [{ name: 'add_task', arguments: { title: 'Buy milk' }, result: { success: true } }],
  receipts: [],
  engine: 'embedded',
  confidence: 0.99,
}

test('text grows by its pieces', () => {
  const reply = after(
    { type: 'start' },
    { type: 'text-start' },
    { type: 'text-delta', id: 't', delta: '✅ Task' },
    { type: 'text-delta', id: 't', delta: ' #1' },
  )
  expect(reply.text).toBe('✅ Task #1')
  expect(reply.end).toBeNull()
})

test('when a second text part begins, it is the answer', () => {
  const reply = after(
    { type: 'text-delta', id: 'text-1', delta: 'You should fir' },
    { type: 'text-delta', id: 'text-2', delta: 'The model ' },
    { type: 'text-delta', id: 'text-2', delta: 'failed.' },
  )
  expect(reply.text).toBe('The model failed.')
})

test('a tool call is one step, running until its result is there', () => {
  const started = after(
    { type: 'tool-input-start', toolCallId: '1', toolName: 'add_task' },
    { type: 'tool-input-available', toolCallId: '1', toolName: 'add_task', input: { title: 'Buy milk' } },
  )
  expect(started.steps).toEqual([
    { id: '1', name: 'add_task', arguments: { title: 'Buy milk' }, result: null, error: null },
  ])
  const done = applyChunk(started, {
    type: 'tool-output-available',
    toolCallId: '1',
    output: { success: true },
  })
  expect(done.steps[0]?.result).toEqual({ success: true })
})

test('the stored turn counts, whatever was streamed before', () => {
  const reply = after({ type: 'text-delta', id: 't', delta: 'half a sen' }, { type: 'data-turn', data: turn })
  expect(reply.text).toBe(turn.response)
  expect(reply.steps).toHaveLength(1)
})

test('a stopped turn stays stopped when the stream finishes', () => {
  expect(after({ type: 'abort' }, { type: 'finish' }).end).toBe('stopped')
})

test('an error says why', () => {
  expect(after({ type: 'error', errorText: 'The model is gone.' })).toMatchObject({
    end: 'failed',
    error: 'The model is gone.',
  })
})

test('parts of later versions change nothing', () => {
  expect(applyChunk(EMPTY_REPLY, { type: 'data-something-new' } as unknown as Chunk)).toEqual(EMPTY_REPLY)
})
