import { useEffect, useState } from 'react'
import { listTasks } from '../../api/client'
import { queryOf, type View } from '../model/view'
import type { Wall } from '../model/wall'
import { useTasks } from './cache'

/** Counted again when the tasks have been quiet for so long. */
const QUIET_MS = 300

const view = (filter: 'today' | 'overdue'): View => ({ filter, search: '', tag: null, sort: null })

async function count(filter: 'today' | 'overdue', today: string): Promise<number> {
  return (await listTasks({ ...queryOf(view(filter), today), limit: 1 })).count
}

/** How many tasks are due by the end of today, and how many are overdue, whatever is loaded. */
export function useCounts(now: Wall): { today: number; overdue: number } {
  const known = useTasks(store => store.known)
  const [counts, setCounts] = useState({ today: 0, overdue: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of any task, or another minute, counts again
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const day = now.slice(0, 10)
      const [today, overdue] = await Promise.all([count('today', day), count('overdue', day)]).catch(() => [
        null,
        null,
      ])
      if (current && today !== null && overdue !== null) setCounts({ today, overdue })
    }, QUIET_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [known, now])
  return counts
}
