import { useEffect, useMemo } from 'react'
import type { Task } from '../../api/types'
import { type Group, groupTasks } from '../model/groups'
import { comparator, matches, type View } from '../model/view'
import type { Wall } from '../model/wall'
import { useTasks } from './cache'
import { loadFirst, loadMore, type Pages, pagesKey, usePages } from './pages'

export interface TaskView {
  groups: Group[]
  tasks: Task[]
  /** How many tasks the view has, the ones beyond the loaded pages included. */
  count: number
  status: Pages['status']
  more: boolean
  loadMore: () => void
  retry: () => void
}

/** The tasks of a view that are certain: those up to where its pages are loaded. */
export function visible(
  all: Iterable<Task>,
  view: View,
  now: Wall,
  frontier: Task | null,
  stay?: ReadonlySet<number>,
): Task[] {
  const compare = comparator(view)
  const shown: Task[] = []
  for (const task of all) {
    if (stay?.has(task.id) || matches(task, view, now)) {
      if (!frontier || compare(task, frontier) <= 0) shown.push(task)
    }
  }
  return shown.sort(compare)
}

/** A view of the list, loaded as far as asked, and in step with every change. */
export function useTaskView(view: View, now: Wall, stay?: ReadonlySet<number>): TaskView {
  const today = now.slice(0, 10)
  const key = pagesKey(view, today)
  const pages = usePages(state => state.views[key])
  const epoch = usePages(state => state.epoch)
  const cache = useTasks(state => state.byId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for view and day; an epoch asks again
  useEffect(() => {
    if (!usePages.getState().views[key]) void loadFirst(view, today)
  }, [key, epoch])
  const frontier = pages?.frontier ?? null
  const tasks = useMemo(
    () => visible(cache.values(), view, now, frontier, stay),
    [cache, view, now, frontier, stay],
  )
  const groups = useMemo(() => groupTasks(tasks, view, now), [tasks, view, now])
  return {
    groups,
    tasks,
    count: tasks.length + (pages?.beyond ?? 0),
    status: pages?.status ?? 'loading',
    more: Boolean(pages?.cursor),
    loadMore: () => void loadMore(view, today),
    retry: () => void (pages?.cursor ? loadMore(view, today) : loadFirst(view, today)),
  }
}
