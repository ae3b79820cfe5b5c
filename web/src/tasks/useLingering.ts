import { useEffect, useState } from 'react'
import type { View } from './model/view'
import { viewKey } from './model/view'
import { useTasks } from './store/cache'

/** How long a task that was just checked off stays where it was: long enough to see it, and to take it back. */
const LINGER_MS = 1400

/** The tasks that were checked off, or opened again, a moment ago in this tab or elsewhere. */
export function useLingering(view: View): ReadonlySet<number> {
  const [staying, setStaying] = useState<ReadonlySet<number>>(new Set())
  const key = viewKey(view)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins without what lingered in the last
  useEffect(() => {
    setStaying(new Set())
    const timers = new Map<number, ReturnType<typeof setTimeout>>()
    const leave = (id: number) => {
      timers.delete(id)
      setStaying(ids => new Set([...ids].filter(each => each !== id)))
    }
    const stop = useTasks.subscribe((state, before) => {
      for (const [id, task] of state.byId) {
        const was = before.byId.get(id)
        if (!was || was === task || was.completed === task.completed || task.deleted_at) continue
        clearTimeout(timers.get(id))
        timers.set(
          id,
          setTimeout(() => leave(id), LINGER_MS),
        )
        setStaying(ids => new Set(ids).add(id))
      }
    })
    return () => {
      stop()
      for (const timer of timers.values()) clearTimeout(timer)
    }
  }, [key])
  return staying
}
