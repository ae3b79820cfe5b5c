import { create } from 'zustand'
import { ApiError, problemOf, UnreachableError } from './problem'
import type { Session, User } from './types'

/**
 * Who is signed in. The access token is kept in memory only and lasts ten minutes; the refresh token is a cookie
 * that no script can read. One tab refreshes at a time, and tells the others what it got.
 */
type SessionState =
  | { status: 'starting'; user: null }
  | { status: 'unreachable'; user: null }
  | { status: 'signed-out'; user: null; isDeleted?: boolean }
  | { status: 'signed-in'; user: User }

export const useSession = create<SessionState>(() => ({ status: 'starting', user: null }))

/** The page's tabs talk over this channel; it never leaves the browser. */
type Notice = { kind: 'session'; session: Session } | { kind: 'signed-out' }

const SOON_MS = 30_000
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('tasktalk.session')
/** Whose data this page has in memory, also after signing out. */
let owner: string | null = null
let access: { token: string; expiresAt: number } | null = null
let running: Promise<string> | null = null

channel?.addEventListener('message', event => {
  const notice = event.data as Notice
  if (notice.kind === 'session') adopt(notice.session)
  else forget()
})

function adopt(session: Session) {
  access = { token: session.access_token, expiresAt: Date.now() + session.expires_in * 1000 }
  // Another account: nothing of the former one may stay in memory.
  if (owner !== null && owner !== session.user.id) location.reload()
  owner = session.user.id
  useSession.setState({ status: 'signed-in', user: session.user })
}

function forget(isDeleted = false) {
  access = null
  useSession.setState({ status: 'signed-out', user: null, isDeleted })
}

async function post(path: string, body: unknown): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  }).catch(cause => {
    throw new UnreachableError(cause)
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

async function begin(path: string, body: unknown): Promise<Session> {
  const session: Session = await (await post(path, body)).json()
  adopt(session)
  channel?.postMessage({ kind: 'session', session } satisfies Notice)
  return session
}

/** Tabs take turns, where the browser can (on HTTPS and localhost); else the server's ten seconds of grace do. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work()
  return navigator.locks.request('tasktalk.refresh', work) as Promise<T>
}

const isFresh = (refused?: string) =>
  access !== null && access.token !== refused && access.expiresAt - Date.now() > SOON_MS

/**
 * The access token to send. Renewed when it is about to expire, or when the server refused `refused`.
 * @throws ApiError 401 when nobody is signed in; the session is signed out then.
 */
export function accessToken(refused?: string): Promise<string> {
  if (access && isFresh(refused)) return Promise.resolve(access.token)
  running ??= inTurn(async () => {
    // While this tab waited for its turn, another may have told it a new token.
    if (access && isFresh(refused)) return access.token
    return (await begin('/api/auth/refresh', {})).access_token
  })
    .catch(error => {
      if (error instanceof ApiError && error.status < 500 && error.status !== 429) forget()
      throw error
    })
    .finally(() => {
      running = null
    })
  return running
}

/** Looks whether the browser still has a session. */
export async function resume(): Promise<void> {
  try {
    await accessToken()
  } catch {
    if (useSession.getState().status !== 'signed-out') {
      useSession.setState({ status: 'unreachable', user: null })
    }
  }
}

export const signIn = (email: string, password: string) => begin('/api/auth/signin', { email, password })

export const signUp = (account: { email: string; password: string; name?: string; timezone?: string }) =>
  begin('/api/auth/signup', account)

/** Ends the session here and in the other tabs. When the server can't be reached, it says so and stays. */
export async function signOut(): Promise<void> {
  await post('/api/auth/signout', {})
  ended()
}

/** The session is over: signed out, or the account deleted. */
export function ended({ isDeleted = false } = {}) {
  forget(isDeleted)
  channel?.postMessage({ kind: 'signed-out' } satisfies Notice)
}

/** The profile was changed. */
export function profileChanged(user: User) {
  if (useSession.getState().status === 'signed-in') useSession.setState({ status: 'signed-in', user })
}
