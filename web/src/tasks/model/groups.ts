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

/** The days that groups begin at, worked out once for a whole list. */
interface Days {
  today: string
  tomorrow: string
  later: string
}

function groupOf(task: Task, now: Wall, days: Days): Omit<Group, 'tasks'> {
  // One that was just checked off stays where it was, until it leaves.
  if (isOverdue({ due: task.due, completed: false }, now)) return { key: 'overdue', name: 'overdue' }
  if (!task.due) return { key: 'undated', name: 'undated' }
  const day = dayOf(task.due)
  if (day <= days.today) return { key: 'today', name: 'today', day: days.today }
  if (day === days.tomorrow) return { key: day, name: 'tomorrow', day }
  if (day < days.later) return { key: day, name: 'week', day }
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
  const today = now.slice(0, 10)
  const days = { today, tomorrow: addDays(today, 1), later: addDays(today, NAMED_DAYS) }
  const groups = new Map<string, Group>()
  for (const task of tasks) {
    const identity = groupOf(placed(task), now, days)
    const group = groups.get(identity.key)
    if (group) group.tasks.push(task)
    else groups.set(identity.key, { ...identity, tasks: [task] })
  }
  return [...groups.values()]
}
