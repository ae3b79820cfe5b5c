import { expect, test } from 'vitest'
import { readEventStream } from './sse'

/** A body that arrives in these pieces. */
function body(...pieces: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) {
        controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
      }
      controller.close()
    },
  })
}

async function read(...pieces: (string | Uint8Array)[]) {
  const messages = []
  for await (const message of readEventStream(body(...pieces))) messages.push(message)
  return messages
}

test('messages are read however the network cuts them', async () => {
  const whole = 'id: 7\ndata: {"a":1}\n\ndata: two\n\n'
  const expected = [
    { id: '7', data: '{"a":1}' },
    { id: '7', data: 'two' },
  ]
  expect(await read(whole)).toEqual(expected)
  expect(await read(...whole)).toEqual(expected)
})

test('a character cut in two arrives whole', async () => {
  const bytes = new TextEncoder().encode('data: ✅ Käse\n\n')
  const pieces = [...bytes].map(byte => Uint8Array.of(byte))
  expect(await read(...pieces)).toEqual([{ id: null, data: '✅ Käse' }])
})

test('all three kinds of line end are one', async () => {
  expect(await read('data: a\r', '\n\r\ndata: b\r\rdata: c\n\n')).toEqual([
    { id: null, data: 'a' },
    { id: null, data: 'b' },
    { id: null, data: 'c' },
  ])
})

test('heartbeats are passed over and lines of one message joined', async () => {
  expect(await read(': connected\n\ndata: a\n: heartbeat\ndata: b\n\n')).toEqual([{ id: null, data: 'a\nb' }])
})

test('what the connection cut off is no message', async () => {
  expect(await read('data: whole\n\ndata: ha')).toEqual([{ id: null, data: 'whole' }])
})
