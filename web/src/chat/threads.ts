import { create } from 'zustand'
import { listMessages } from '../api/client'
import { onServerEvent } from '../api/events'
import { ApiError } from '../api/problem'
import type { Message } from '../api/types'
import type { Turn } from './turn/turn'

/** A conversation's messages as far as they are loaded, and the turn that this tab has under way in it. */
export interface Thread {
  /** Oldest first. */
  messages: readonly Message[]
  /** Where the page before these begins; null when there is none. */
  older: string | null
  status: 'loading' | 'ready' | 'failed' | 'missing'
  turn: Turn | null
  /** Turns before it that were not answered, and can be sent again. */
  failed: readonly Turn[]
}

/** The key of a conversation that has no id yet, because nothing has been said in it. */
export const NEW = 'new'

/** Begins the ids of messages whose own ids only the server knows yet. */
export const LOCAL = 'local:'

const NEW_THREAD: Thread = { messages: [], older: null, status: 'ready', turn: null, failed: [] }
const LOADING: Thread = { messages: [], older: null, status: 'loading', turn: null, failed: [] }

export const useThreads = create<{ byId: ReadonlyMap<string, Thread> }>(() => ({ byId: new Map() }))

const unloaded = (id: string) => (id === NEW ? NEW_THREAD : LOADING)

/** One conversation's thread, for components. */
export const useThread = (id: string): Thread => useThreads(store => store.byId.get(id)) ?? unloaded(id)

export const thread = (id: string): Thread => useThreads.getState().byId.get(id) ?? unloaded(id)

export function setThread(id: string, change: (thread: Thread) => Partial<Thread>) {
  useThreads.setState(({ byId }) => {
    const before = byId.get(id) ?? unloaded(id)
    return { byId: new Map(byId).set(id, { ...before, ...change(before) }) }
  })
}

/** What was said in the new conversation belongs to one with an id now. */
export function giveId(before: string, id: string) {
  useThreads.setState(({ byId }) => {
    const next = new Map(byId)
    const begun = next.get(before)
    next.delete(before)
    if (begun) next.set(id, begun)
    return { byId: next }
  })
}

export function forgetThread(id: string) {
  useThreads.setState(({ byId }) => {
    const next = new Map(byId)
    next.delete(id)
    return { byId: next }
  })
}

export const forgetThreads = () => useThreads.setState({ byId: new Map() })

/** How often messages were asked for. */
let asked = 0
/** For each conversation, the question whose answer is shown: an answer to an earlier one comes too late. */
const answered = new Map<string, number>()

/** Fetches the newest messages, and keeps older ones that are loaded already. */
export async function loadThread(id: string) {
  const question = ++asked
  try {
    const page = await listMessages(id)
    if (question < (answered.get(id) ?? 0)) return
    answered.set(id, question)
    setThread(id, before => {
      const first = page.messages[0]
      const kept = first ? before.messages.filter(({ id }) => !id.startsWith(LOCAL) && id < first.id) : []
      const joins = kept.length > 0 && before.status === 'ready'
      return {
        messages: joins ? [...kept, ...page.messages] : page.messages,
        older: joins ? before.older : page.next_cursor,
        status: 'ready',
      }
    })
  } catch (error) {
    const missing = error instanceof ApiError && [404, 422, 400].includes(error.status)
    setThread(id, before => ({
      status: missing ? 'missing' : before.messages.length > 0 ? before.status : 'failed',
    }))
  }
}

/** Fetches the page before the oldest loaded message. */
export async function loadOlder(id: string) {
  const { older } = thread(id)
  if (!older) return
  const page = await listMessages(id, older)
  setThread(id, before =>
    before.older === older
      ? { messages: [...page.messages, ...before.messages], older: page.next_cursor }
      : {},
  )
}

/** Fetches every loaded conversation anew. A turn of this tab brings its own messages. */
export function reloadThreads() {
  for (const id of useThreads.getState().byId.keys()) if (id !== NEW && !isRunning(id)) void loadThread(id)
}

/** Changes of many tasks come one by one; what is fetched for them is fetched once they rest, in milliseconds. */
const REST_MS = 400

const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** A task was changed: the receipts that name it may have been taken back. Theirs are fetched anew. */
function taskChanged(taskId: unknown) {
  for (const [id, { messages, status }] of useThreads.getState().byId) {
    if (id === NEW || status !== 'ready') continue
    const isNamed = messages.some(({ metadata }) =>
      metadata.receipts?.some(({ task_id }) => task_id === taskId),
    )
    if (!isNamed) continue
    clearTimeout(waiting.get(id))
    waiting.set(
      id,
      setTimeout(() => {
        waiting.delete(id)
        // A turn of this tab fetches them when it ends.
        if (useThreads.getState().byId.has(id) && !isRunning(id)) void loadThread(id)
      }, REST_MS),
    )
  }
}

/** Keeps loaded threads in step with other tabs and doors. Answers with the function that ends that. */
export function syncThreads(): () => void {
  return onServerEvent(event => {
    const loaded = useThreads.getState().byId
    if (event.type === 'reset') reloadThreads()
    else if (event.type === 'conversation.message' && 'id' in event) {
      const id = String(event.id)
      // A turn of this tab brings its own messages.
      if (loaded.has(id) && !isRunning(id)) void loadThread(id)
    } else if (event.type === 'conversation.deleted' && 'id' in event) {
      const id = String(event.id)
      if (loaded.has(id)) setThread(id, () => ({ status: 'missing', messages: [], turn: null }))
    } else if (event.type.startsWith('task.') && 'id' in event) taskChanged(event.id)
  })
}

export function isRunning(id: string): boolean {
  const phase = thread(id).turn?.phase
  return phase === 'running' || phase === 'lost' || phase === 'stopping'
}
