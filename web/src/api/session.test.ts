import { beforeEach, expect, test, vi } from 'vitest'

const user = { id: '1', email: 'anna@example.com' }
const session = (token: string, expires_in = 600) =>
  Response.json({ access_token: token, token_type: 'bearer', expires_in, user })

/** Each test is a tab that was just opened. */
async function tab() {
  vi.resetModules()
  return import('./session')
}

beforeEach(() => {
  vi.stubGlobal('BroadcastChannel', undefined)
})

test('requests that need a token at the same time refresh once', async () => {
  const fetching = vi.fn(async () => session('a'))
  vi.stubGlobal('fetch', fetching)
  const { accessToken } = await tab()
  expect(await Promise.all([accessToken(), accessToken(), accessToken()])).toEqual(['a', 'a', 'a'])
  expect(await accessToken()).toBe('a')
  expect(fetching).toHaveBeenCalledTimes(1)
})

test('a token that the server refuses is renewed', async () => {
  const tokens = ['a', 'b']
  vi.stubGlobal('fetch', async () => session(tokens.shift() ?? ''))
  const { accessToken } = await tab()
  expect(await accessToken()).toBe('a')
  expect(await accessToken('a')).toBe('b')
})

test('a token about to expire is renewed before it is used', async () => {
  const tokens = ['a', 'b']
  vi.stubGlobal('fetch', async () => session(tokens.shift() ?? '', 20))
  const { accessToken } = await tab()
  await accessToken()
  expect(await accessToken()).toBe('b')
})

test('without a session one is signed out', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 401 }))
  const { resume, useSession } = await tab()
  await resume()
  expect(useSession.getState().status).toBe('signed-out')
})

test('a server that does not answer signs nobody out', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('network')
  })
  const { resume, useSession } = await tab()
  await resume()
  expect(useSession.getState().status).toBe('unreachable')
})

test('signing in keeps the token out of every storage', async () => {
  vi.stubGlobal('fetch', async () => session('secret-token'))
  const { signIn, accessToken } = await tab()
  await signIn('anna@example.com', 'correct horse')
  expect(await accessToken()).toBe('secret-token')
  const stored = [...Object.values({ ...localStorage }), ...Object.values({ ...sessionStorage })].join()
  expect(stored + document.cookie).not.toContain('secret-token')
})
