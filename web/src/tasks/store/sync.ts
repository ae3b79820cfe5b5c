import { onServerEvent } from '../../api/events'
import type { ServerEvent } from '../../api/types'
import { useTasks } from './cache'
import { markTrashed, refreshTask } from './changes'

/** Keeps the tasks in step with the event stream: what another tab, an agent or the conversation changed. */

/** Changes that come close together are fetched together. */
const GATHER_MS = 40
/** More than so many at once, and the whole list is fetched instead. */
const MOST = 25

type TaskEvent = { type: string; id: number; version?: number; at?: string }

function taskEvent(event: ServerEvent): TaskEvent | null {
  if (!event.type.startsWith('task.') || !('id' in event)) return null
  return { ...event, id: Number(event.id) } as TaskEvent
}

/** Whether an event tells something that this tab does not know yet, perhaps because it made the change itself. */
export function isNews(event: TaskEvent): boolean {
  const known = useTasks.getState().known.get(event.id)
  return !known || event.version === undefined || known.version < event.version
}

/** Listens until the returned function is called. `reload` fetches what is shown anew. */
export function keepInStep(reload: () => void): () => void {
  const waiting = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const fetchWaiting = () => {
    const ids = [...waiting]
    waiting.clear()
    timer = undefined
    if (ids.length > MOST) reload()
    else for (const id of ids) void refreshTask(id)
  }
  const stop = onServerEvent(event => {
    if (event.type === 'reset') return reload()
    const change = taskEvent(event)
    if (!change || !isNews(change)) return
    if (change.type === 'task.deleted' && useTasks.getState().known.has(change.id)) {
      return markTrashed(change.id, change.at ?? new Date().toISOString(), change.version)
    }
    waiting.add(change.id)
    timer ??= setTimeout(fetchWaiting, GATHER_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
