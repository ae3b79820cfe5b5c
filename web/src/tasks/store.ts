import { create } from 'zustand'
import { getTask, listTasks } from '../api/client'
import { onServerEvent } from '../api/events'
import { ApiError } from '../api/problem'
import type { Receipt, ServerEvent, Task } from '../api/types'

/**
 * The tasks that this tab knows, by number: what every view shows, so that chat, list and other tabs agree.
 * Fed by answers of the API, by receipts of the conversation and by the event stream; a newer version always wins.
 */
interface TaskStore {
  byId: ReadonlyMap<number, Task>
  status: 'idle' | 'loading' | 'ready' | 'failed'
}
export const useTasks = create<TaskStore>(() => ({ byId: new Map(), status: 'idle' }))

const PAGE = 200
/** More changed tasks than this at once are fetched as a list. */
const SINGLY = 8
const GATHER_MS = 40

/** Takes in tasks as the server sent them. An older version than the known one is passed over. */
export function putTasks(tasks: readonly Task[]) {
  if (tasks.length === 0) return
  useTasks.setState(({ byId }) => {
    const next = new Map(byId)
    for (const task of tasks) {
      const known = next.get(task.id)
      if (known && known.version > task.version) continue
      if (task.deleted_at) next.delete(task.id)
      else next.set(task.id, task)
    }
    return { byId: next }
  })
}

/** The task is in the trash, or gone. */
export function dropTask(id: number) {
  useTasks.setState(({ byId }) => {
    const next = new Map(byId)
    next.delete(id)
    return { byId: next }
  })
}

/** Takes in what a turn, an undo or a change over REST did. */
export function applyReceipts(receipts: readonly Receipt[]) {
  putTasks(receipts.flatMap(receipt => (receipt.after && receipt.op !== 'deleted' ? [receipt.after] : [])))
  for (const receipt of receipts) if (receipt.op === 'deleted' || !receipt.after) dropTask(receipt.task_id)
}

/** Fetches all open tasks. What is known and not among them is looked at when an event names it. */
export async function loadTasks() {
  useTasks.setState({ status: 'loading' })
  try {
    const tasks: Task[] = []
    let cursor: string | undefined
    do {
      const page = await listTasks({ status: 'pending', limit: PAGE, ...(cursor ? { cursor } : {}) })
      tasks.push(...page.tasks)
      cursor = page.next_cursor ?? undefined
    } while (cursor)
    useTasks.setState(({ byId }) => {
      const done = [...byId].filter(([, task]) => task.completed)
      return {
        byId: new Map([...done, ...tasks.map((task): [number, Task] => [task.id, task])]),
        status: 'ready',
      }
    })
  } catch {
    useTasks.setState({ status: 'failed' })
  }
}

/** Keeps the store in step with the server. Answers with the function that ends that. */
export function syncTasks(): () => void {
  const changed = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const gather = () => {
    timer = undefined
    const ids = [...changed]
    changed.clear()
    if (ids.length > SINGLY) void loadTasks()
    else for (const id of ids) void refetch(id)
  }
  const end = onServerEvent(event => {
    if (event.type === 'reset') void loadTasks()
    const id = changedTask(event)
    if (id === null) return
    changed.add(id)
    timer ??= setTimeout(gather, GATHER_MS)
  })
  return () => {
    end()
    clearTimeout(timer)
  }
}

/** The task that an event is about, unless that version is known already. */
function changedTask(event: ServerEvent): number | null {
  if (!('id' in event) || !event.type.startsWith('task.')) return null
  const id = Number(event.id)
  if (event.type === 'task.deleted') {
    dropTask(id)
    return null
  }
  const known = useTasks.getState().byId.get(id)
  const version = 'version' in event ? event.version : undefined
  return known && version !== undefined && known.version >= version ? null : id
}

async function refetch(id: number) {
  try {
    putTasks([await getTask(id)])
  } catch (error) {
    // In the trash, or erased.
    if (error instanceof ApiError && (error.status === 404 || error.status === 409)) dropTask(id)
  }
}
