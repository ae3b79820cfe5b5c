import { create } from 'zustand'
import type { Task } from '../../api/types'

/**
 * The tasks this tab knows, from whichever door they came: the newest version wins. Changes that the server has not
 * confirmed yet lie on top and fall off when it answers, whatever it answers.
 */
interface Cache {
  /** As the server has them. */
  known: ReadonlyMap<number, Task>
  /** What this tab is changing right now. */
  unconfirmed: ReadonlyMap<number, Partial<Task>>
  /** What to show: the two together. */
  byId: ReadonlyMap<number, Task>
}

export const useTasks = create<Cache>(() => ({
  known: new Map(),
  unconfirmed: new Map(),
  byId: new Map(),
}))

function shown(known: Cache['known'], unconfirmed: Cache['unconfirmed']): Cache['byId'] {
  if (unconfirmed.size === 0) return known
  const tasks = new Map(known)
  for (const [id, change] of unconfirmed) {
    const task = known.get(id)
    if (task) tasks.set(id, { ...task, ...change })
  }
  return tasks
}

function set(known: Cache['known'], unconfirmed: Cache['unconfirmed']) {
  useTasks.setState({ known, unconfirmed, byId: shown(known, unconfirmed) })
}

/** Takes in tasks as the server sent them. An older version than the one known is dropped. */
export function putTasks(tasks: readonly Task[]): void {
  const { known, unconfirmed } = useTasks.getState()
  const newer = tasks.filter(task => (known.get(task.id)?.version ?? 0) < task.version)
  if (newer.length === 0) return
  const next = new Map(known)
  for (const task of newer) next.set(task.id, task)
  set(next, unconfirmed)
}

/** These tasks are all that is known from now on, besides what came after `before`, when they were asked for. */
export function onlyTasks(tasks: readonly Task[], before: Cache['known']): void {
  const { known, unconfirmed } = useTasks.getState()
  const next = new Map(tasks.map(task => [task.id, task]))
  for (const [id, task] of known) {
    if (before.get(id) !== task && (next.get(id)?.version ?? 0) < task.version) next.set(id, task)
  }
  for (const id of before.keys()) if (!known.has(id)) next.delete(id)
  set(next, unconfirmed)
}

/** A task that is gone for good. */
export function dropTask(id: number): void {
  const { known, unconfirmed } = useTasks.getState()
  if (!known.has(id)) return
  const next = new Map(known)
  next.delete(id)
  set(next, unconfirmed)
}

/** Shows a change before it is confirmed; answers with the function that takes it off again. */
export function showUnconfirmed(id: number, change: Partial<Task>): () => void {
  const { known, unconfirmed } = useTasks.getState()
  const next = new Map(unconfirmed).set(id, { ...unconfirmed.get(id), ...change })
  set(known, next)
  return () => {
    const now = useTasks.getState()
    const left = new Map(now.unconfirmed)
    const rest = without(left.get(id), change)
    if (rest) left.set(id, rest)
    else left.delete(id)
    set(now.known, left)
  }
}

/** What is left of some changes when one is over. A later change of the same field stays. */
function without(all: Partial<Task> | undefined, change: Partial<Task>): Partial<Task> | null {
  const left = Object.entries(all ?? {}).filter(([name, value]) => change[name as keyof Task] !== value)
  return left.length > 0 ? (Object.fromEntries(left) as Partial<Task>) : null
}

/** For tests, and when another person signs in. */
export function clearTasks(): void {
  set(new Map(), new Map())
}
