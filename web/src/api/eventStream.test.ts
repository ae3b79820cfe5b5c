import { beforeEach, expect, test, vi } from 'vitest'
import { listenToServer } from './eventStream'

vi.mock('./session', () => ({ accessToken: async () => 'token' }))

const stream = (text: string) => new Response(text, { headers: { 'content-type': 'text/event-stream' } })
const frame = (seq: number) =>
  `id: ${seq}\ndata: {"seq":${seq},"type":"task.created","id":${seq},"version":1}\n\n`

/** The answers to one request after the other; after the last one the listener is stopped. */
async function listen(...answers: (() => Response)[]) {
  const stop = new AbortController()
  const asked: (string | null)[] = []
  const heard: string[] = []
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    asked.push(new Headers(init.headers).get('last-event-id'))
    const answer = answers.shift()
    if (answer) return answer()
    stop.abort()
    throw new TypeError('network')
  })
  const end = listenToServer({
    stop: stop.signal,
    lastId: null,
    event: event => heard.push('seq' in event ? `${event.type} ${event.seq}` : event.type),
    state: state => heard.push(state),
  })
  let over = false
  void end.finally(() => {
    over = true
  })
  while (!over) await vi.advanceTimersByTimeAsync(200)
  return { asked, heard }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => vi.useRealTimers()
})

test('what was missed is asked for by the last number', async () => {
  const { asked, heard } = await listen(
    () => stream(`: connected\n\n${frame(7)}`),
    () => stream(frame(8)),
  )
  expect(asked).toEqual([null, '7', '8'])
  expect(heard).toEqual(['open', 'task.created 7', 'open', 'task.created 8'])
})

test('a stream that ends with its token is not told as lost', async () => {
  const { heard } = await listen(
    () => stream(frame(1)),
    () => stream(''),
  )
  expect(heard).not.toContain('lost')
})

test('a server that does not answer is told as lost until it does', async () => {
  const { heard } = await listen(
    () => stream(frame(1)),
    () => {
      throw new TypeError('network')
    },
    () => stream(''),
  )
  expect(heard).toEqual(['open', 'task.created 1', 'lost', 'open'])
})

test('without a number, everything is fetched anew after a gap', async () => {
  const { heard } = await listen(
    () => stream(': connected\n\n'),
    () => stream(''),
  )
  expect(heard).toEqual(['open', 'open', 'reset'])
})
