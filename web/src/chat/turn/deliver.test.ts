import { beforeEach, expect, test, vi } from 'vitest'
import { ApiError, UnreachableError } from '../../api/problem'
import type { Chunk } from './chunks'
import { deliver } from './deliver'

vi.mock('../../api/session', () => ({ accessToken: async () => 'token' }))

const delivery = { key: 'k', request: { message: 'buy milk' } }
const never = new AbortController().signal

/** The server's answers, one request after the other. */
function server(...answers: (() => Response)[]) {
  const requests: { method: string; path: string; key: string | null }[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    requests.push({
      method: init.method ?? 'GET',
      path,
      key: new Headers(init.headers).get('idempotency-key'),
    })
    const answer = answers.shift()
    if (!answer) throw new Error('asked more often than expected')
    return answer()
  })
  return requests
}

const stream = (...chunks: object[]) =>
  new Response(chunks.map(chunk => `data: ${JSON.stringify(chunk)}\n\n`).join(''), {
    headers: { 'content-type': 'text/event-stream' },
  })
const broken = () => {
  throw new TypeError('network')
}
const problem = (status: number, code: string, headers = {}) =>
  new Response(JSON.stringify({ code, detail: code }), { status, headers })

async function hear() {
  const heard: (Chunk | 'again')[] = []
  const end = deliver(
    delivery,
    { chunk: chunk => void heard.push(chunk), again: () => void heard.push('again') },
    never,
  ).catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  return { heard, end: await end }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

test('a server that answers in JSON gives the turn in one piece', async () => {
  server(() => Response.json({ response: 'ok' }))
  expect((await hear()).heard).toEqual([{ type: 'data-turn', data: { response: 'ok' } }, { type: 'finish' }])
})

test('a request that was lost is sent again under the same key', async () => {
  const requests = server(broken, broken, () => stream({ type: 'finish' }))
  const { heard, end } = await hear()
  expect(end).toBeUndefined()
  expect(heard).toEqual(['again', 'again', { type: 'finish' }])
  expect(requests.map(request => request.key)).toEqual(['k', 'k', 'k'])
})

test('a stream that broke is picked up from the running turn', async () => {
  const requests = server(
    () => stream({ type: 'data-conversation', data: { id: 'c1', title: 'Buy milk', new: true } }),
    () => stream({ type: 'text-delta', id: 't', delta: 'whole' }, { type: 'finish' }),
  )
  const { heard } = await hear()
  expect(requests[1]).toMatchObject({ method: 'GET', path: '/api/me/conversations/c1/stream' })
  expect(heard.slice(1)).toEqual([
    'again',
    { type: 'text-delta', id: 't', delta: 'whole' },
    { type: 'finish' },
  ])
})

test('when nothing runs any more, the stored answer is asked for', async () => {
  const requests = server(
    () => stream({ type: 'data-conversation', data: { id: 'c1', title: 'Buy milk', new: true } }),
    () => new Response(null, { status: 204 }),
    () => stream({ type: 'finish' }),
  )
  expect((await hear()).end).toBeUndefined()
  expect(requests[2]).toMatchObject({ method: 'POST', key: 'k' })
})

test('while the first attempt is still being answered, it waits as long as the server says', async () => {
  server(
    () => problem(409, 'still_answering', { 'retry-after': '2' }),
    () => stream({ type: 'finish' }),
  )
  expect((await hear()).end).toBeUndefined()
})

test('a refusal is told, not repeated', async () => {
  const requests = server(() => problem(422, 'invalid_message'))
  const { end } = await hear()
  expect(end).toBeInstanceOf(ApiError)
  expect(requests).toHaveLength(1)
})

test('a server that stays away is given up on', async () => {
  server(...Array.from({ length: 8 }, () => broken))
  expect((await hear()).end).toBeInstanceOf(UnreachableError)
})
