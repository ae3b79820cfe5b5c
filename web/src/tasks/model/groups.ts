/** The list in groups: by day when it is sorted by due date, one group otherwise. */
import type { Task } from '../../api/types'
import { dayOf, isOverdue } from './due'
import { orderOf, type View } from './view'
import { addDays, type Wall } from './wall'

export type GroupName = 'overdue' | 'today' | 'tomorrow' | 'week' | 'later' | 'undated' | 'flat'

export interface Group {
  /** Unique in the list. */
  key: string
  name: GroupName
  /** The day of a group that is one day. */
  day?: string
  tasks: Task[]
}

/** Days that have a heading of their own, from today. */
const NAMED_DAYS = 7

function groupOf(task: Task, now: Wall): Omit<Group, 'tasks'> {
  const today = now.slice(0, 10)
  // One that was just checked off stays where it was, until it leaves.
  if (isOverdue({ due: task.due, completed: false }, now)) return { key: 'overdue', name: 'overdue' }
  if (!task.due) return { key: 'undated', name: 'undated' }
  const day = dayOf(task.due)
  if (day <= today) return { key: 'today', name: 'today', day: today }
  if (day === addDays(today, 1)) return { key: day, name: 'tomorrow', day }
  if (day < addDays(today, NAMED_DAYS)) return { key: day, name: 'week', day }
  return { key: 'later', name: 'later' }
}

/**
 * Groups sorted tasks; each group's tasks keep their order, and groups come as the first of their tasks does. `placed`
 * says what a task is grouped by, if not by itself.
 */
export function groupTasks(
  tasks: Task[],
  view: View,
  now: Wall,
  placed: (task: Task) => Task = task => task,
): Group[] {
  if (tasks.length === 0) return []
  const dated = view.filter !== 'done' && view.filter !== 'trash' && orderOf(view).sort === 'due'
  if (!dated) return [{ key: 'flat', name: 'flat', tasks }]
  const groups = new Map<string, Group>()
  for (const task of tasks) {
    const identity = groupOf(placed(task), now)
    const group = groups.get(identity.key)
    if (group) group.tasks.push(task)
    else groups.set(identity.key, { ...identity, tasks: [task] })
  }
  return [...groups.values()]
}
