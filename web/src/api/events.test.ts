import { beforeEach, expect, test, vi } from 'vitest'
import type { listenToServer } from './eventStream'

// Whether a page that fetched too early fetches again; the stream itself has its own tests.
type Ear = Parameters<typeof listenToServer>[0]
const stream = vi.hoisted(() => ({ listenToServer: async (_ear: unknown) => {} }))
vi.mock('./eventStream', () => ({ listenToServer: (ear: unknown) => stream.listenToServer(ear) }))

/** Whether another tab has the connection. */
let held = false

/** Says something to this tab as another one would. */
let elsewhere = (_notice: unknown) => {}

/** A page that has just been loaded; `ear` is what the stream tells things to. */
async function page() {
  vi.resetModules()
  let told = (_ear: Ear) => {}
  const ear = new Promise<Ear>(resolve => (told = resolve))
  stream.listenToServer = async heard => told(heard as Ear)
  const events = await import('./events')
  const heard: string[] = []
  events.onServerEvent(event => heard.push(event.type))
  return { ...events, ear, heard }
}

beforeEach(() => {
  vi.useFakeTimers()
  held = false
  vi.stubGlobal('navigator', {
    locks: {
      query: async () => ({ held: held ? [{ name: 'tasktalk.events.1' }] : [] }),
      request: async (_name: string, _options: unknown, hold: () => Promise<void>) => held || hold(),
    },
  })
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage() {}
      close() {}
      addEventListener(_type: string, hear: (message: { data: unknown }) => void) {
        elsewhere = data => hear({ data })
      }
    },
  )
  return () => vi.useRealTimers()
})

test('what is fetched once changes are heard is not fetched again', async () => {
  const { listen, listening, ear, heard } = await page()
  const end = listen('1')
  const ready = listening('1')
  const { state } = await ear
  state('open')
  await ready
  state('open')
  expect(heard).toEqual([])
  end()
})

test('what is fetched before changes are heard is fetched again, once', async () => {
  const { listen, listening, ear, heard } = await page()
  const end = listen('1')
  const ready = listening('1')
  const { state } = await ear
  await vi.advanceTimersByTimeAsync(1000)
  await ready
  expect(heard).toEqual([])
  state('open')
  state('open')
  expect(heard).toEqual(['reset'])
  end()
})

test('a tab beside one that only just connects fetches again as well', async () => {
  held = true
  const { listen, listening, heard } = await page()
  const end = listen('1')
  await listening('1')
  expect(heard).toEqual([])
  elsewhere({ kind: 'state', state: 'open' })
  expect(heard).toEqual(['reset'])
  end()
})
