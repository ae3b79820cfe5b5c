import * as api from '../../api/client'
import { pause } from '../../api/pause'
import { ApiError, UnreachableError } from '../../api/problem'
import type { Due, NewTask, Task, TaskPatch } from '../../api/types'
import { dropTask, putTasks, showUnconfirmed, useTasks } from './cache'

/**
 * Changes of tasks: shown at once, sent one after the other for each task with the version that was seen, and taken
 * back when the server refuses. Each answers with the token that undoes it; null when nothing changed.
 */

/** The last request of each task that is still under way. */
const underWay = new Map<number, Promise<unknown>>()

/** Runs after everything else that was begun for this task, so that each request knows the version before it. */
function inOrder<T>(id: number, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(id) ?? Promise.resolve()
  const mine = before.then(work, work)
  underWay.set(id, mine)
  const done = () => {
    if (underWay.get(id) === mine) underWay.delete(id)
  }
  mine.then(done, done)
  return mine
}

const versionOf = (id: number) => useTasks.getState().known.get(id)?.version

async function change(
  id: number,
  looksLike: Partial<Task>,
  request: () => Promise<{ task: Task | null; undoToken: string | null }>,
): Promise<string | null> {
  const takeOff = showUnconfirmed(id, looksLike)
  return inOrder(id, async () => {
    try {
      const { task, undoToken } = await request()
      if (task) putTasks([task])
      return undoToken
    } catch (error) {
      if (
        error instanceof ApiError &&
        (error.status === 412 || error.status === 404 || error.status === 409)
      ) {
        await refreshTask(id)
      }
      throw error
    } finally {
      takeOff()
    }
  })
}

/** Marks a task done or open. A repeating task moves on instead, which only the server can tell. */
export function completeTask(task: Task, completed: boolean): Promise<string | null> {
  const looksLike = { completed, completed_at: completed ? new Date().toISOString() : null }
  return change(task.id, looksLike, () => api.completeTask(task.id, completed, versionOf(task.id)))
}

/** Changes fields of a task. */
export function updateTask(task: Task, patch: TaskPatch): Promise<string | null> {
  const looksLike = Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [name, value ?? (name === 'tags' ? [] : null)]),
  )
  return change(task.id, looksLike, () => api.updateTask(task.id, patch, versionOf(task.id)))
}

/** Puts a task into the trash. */
export function trashTask(task: Task): Promise<string | null> {
  const deleted_at = new Date().toISOString()
  return change(task.id, { deleted_at }, async () => {
    const before = versionOf(task.id)
    const undoToken = await api.deleteTask(task.id, before)
    const known = useTasks.getState().known.get(task.id)
    // The answer has no body; one change is one version.
    const gone = known && known.version === before && { ...known, deleted_at, version: known.version + 1 }
    return { task: gone || null, undoToken }
  })
}

/** Takes a task out of the trash. */
export function restoreTask(task: Task): Promise<string | null> {
  return change(task.id, { deleted_at: null }, () => api.restoreTask(task.id))
}

/** Does, skips or moves the present occurrence of a repeating task. */
export function changeOccurrence(
  task: Task,
  action: 'done' | 'skip' | 'move',
  to?: Due,
): Promise<string | null> {
  const looksLike = action === 'move' && to ? { due: to } : {}
  return change(task.id, looksLike, () => api.changeOccurrence(task.id, to ? { action, to } : { action }))
}

/** Waits before another attempt to add a task, in milliseconds; after the last one it is given up. */
const WAITS = [400, 1500]

/** Adds a task. What the network loses is asked for again; under one key it is added once. */
export async function addTask(task: NewTask, key: string): Promise<api.Changed> {
  for (let attempt = 0; ; attempt++) {
    try {
      const added = await api.createTask(task, key)
      putTasks([added.task])
      return added
    } catch (error) {
      const wait = WAITS[attempt]
      if (wait === undefined || !isPassing(error)) throw error
      await pause(wait)
    }
  }
}

/** Not reached, too busy or restarting. */
const isPassing = (error: unknown) =>
  error instanceof UnreachableError || (error instanceof ApiError && [502, 503].includes(error.status))

/** Takes a change back; the tasks are told as they are afterwards. */
export async function undoChange(undoToken: string): Promise<void> {
  for (const receipt of await api.undo(undoToken)) {
    if (receipt.after) putTasks([receipt.after])
    else await refreshTask(receipt.task_id)
  }
}

/** Reads a task anew; one that is gone is forgotten, one in the trash is marked so. */
export async function refreshTask(id: number): Promise<void> {
  try {
    putTasks([await api.getTask(id)])
  } catch (error) {
    if (!(error instanceof ApiError)) return
    if (error.status === 404) dropTask(id)
    if (error.status === 409) markTrashed(id, new Date().toISOString())
  }
}

/** A task that went into the trash somewhere else. */
export function markTrashed(id: number, at: string, version?: number): void {
  const known = useTasks.getState().known.get(id)
  if (!known || known.deleted_at) return
  putTasks([{ ...known, deleted_at: at, version: Math.max(version ?? 0, known.version + 1) }])
}
