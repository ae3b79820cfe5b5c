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

interface Held {
  /** Tasks that stay although they don't belong any more, for a moment. */
  staying?: ReadonlySet<number>
  /** A task that is being edited, as it was before: it keeps its place until it is closed. */
  edited?: Task | null
}

/** Takes a task for what it is to be sorted and grouped by. */
const placed = (task: Task, { edited }: Held) => (edited?.id === task.id ? edited : task)

/** The tasks of a view that are certain, in order: those up to where its pages are loaded. */
export function visible(
  all: Iterable<Task>,
  view: View,
  now: Wall,
  frontier: Task | null,
  held: Held = {},
): Task[] {
  const compare = comparator(view)
  const shown: Task[] = []
  for (const task of all) {
    const trashed = Boolean(task.deleted_at) !== (view.filter === 'trash')
    const place = placed(task, held)
    const fits = held.staying?.has(task.id) || matches(place, view, now)
    if (!trashed && fits && (!frontier || compare(place, frontier) <= 0)) shown.push(task)
  }
  return shown.sort((a, b) => compare(placed(a, held), placed(b, held)))
}

/** A view of the list, loaded as far as asked, and in step with every change. */
export function useTaskView(view: View, now: Wall, held: Held): TaskView {
  const today = now.slice(0, 10)
  const key = pagesKey(view, today)
  const pages = usePages(state => state.views[key])
  const epoch = usePages(state => state.epoch)
  const cache = useTasks(state => state.byId)
  const missing = pages === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for view and day; an epoch asks again
  useEffect(() => {
    if (missing) void loadFirst(view, today)
  }, [key, epoch, missing])
  const frontier = pages?.frontier ?? null
  const { staying, edited } = held
  const [tasks, groups] = useMemo(() => {
    const holding = { ...(staying ? { staying } : {}), edited: edited ?? null }
    const tasks = visible(cache.values(), view, now, frontier, holding)
    return [tasks, groupTasks(tasks, view, now, task => placed(task, holding))] as const
  }, [cache, view, now, frontier, staying, edited])
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
