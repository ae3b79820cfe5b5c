import { useEffect, useMemo, useState } from 'react'
import { listTags } from '../../api/client'
import { useTasks } from './cache'
import { usePages } from './pages'

/** Asked again when the tags have been quiet for so long. */
const QUIET_MS = 300

/** The tags in use, in order: at once those of the tasks that are known here, then those of all. */
export function useTags(): string[] {
  const tasks = useTasks(store => store.byId)
  const epoch = usePages(store => store.epoch)
  const [everywhere, setEverywhere] = useState<readonly string[]>([])
  const here = useMemo(() => {
    const tags = new Set<string>()
    for (const task of tasks.values()) if (!task.deleted_at) for (const tag of task.tags) tags.add(tag)
    return [...tags].sort().join(' ')
  }, [tasks])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tags here, or everything read anew, ask again
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const tags = await listTags().catch(() => null)
      if (current && tags) setEverywhere(tags.map(({ tag }) => tag))
    }, QUIET_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [here, epoch])
  return useMemo(() => {
    const tags = new Set([...everywhere, ...here.split(' ').filter(Boolean)])
    return [...tags].sort((a, b) => a.localeCompare(b))
  }, [everywhere, here])
}
