/**
 * Due dates as the API has them: a whole day, or a wall-clock time in a zone. They are compared as text, exactly as the
 * server sorts them, so that no time zone can move a day.
 */
import type { Due, Task } from '../../api/types'
import { addDays, asUtc, type Wall } from './wall'

/** The day a task is due, `2026-11-28`. */
export function dayOf(due: Due): string {
  return 'date' in due ? due.date : due.date_time.slice(0, 10)
}

/** The time of day, `17:00`, or null for a whole day. */
export function timeOf(due: Due): string | null {
  return 'date' in due ? null : due.date_time.slice(11, 16)
}

/** A due date from the fields of a form; null without a day. A zone that the task has already is kept. */
export function dueFrom(day: string, time: string, zone?: string | null): Due | null {
  if (!day) return null
  if (!time) return { date: day }
  const date_time = `${day}T${time.length === 5 ? `${time}:00` : time}`
  return zone ? { date_time, timezone: zone } : { date_time }
}

/** The key by which tasks sort: the times of a day, then the whole day, then the next day; without a date, last. */
export function dueKey(due: Due | null | undefined): string {
  if (!due) return '~'
  return 'date' in due ? `${due.date}~` : due.date_time
}

/** Whether an open task's due date has passed, by the owner's clock. */
export function isOverdue(task: Pick<Task, 'due' | 'completed'>, now: Wall): boolean {
  const { due } = task
  if (!due || task.completed) return false
  return 'date' in due ? due.date < now.slice(0, 10) : due.date_time <= now
}

/** The same due date on another day; its time and zone stay. */
export function onDay(due: Due | null | undefined, day: string): Due {
  if (!due || 'date' in due) return { date: day }
  return { ...due, date_time: `${day}${due.date_time.slice(10)}` }
}

/** Days for one click: today, tomorrow, and the day on which the next week begins where the reader lives. */
export function quickDays(now: Wall, firstWeekday = 1): Record<'today' | 'tomorrow' | 'nextWeek', string> {
  const today = now.slice(0, 10)
  const weekday = asUtc(today).getUTCDay()
  const ahead = ((firstWeekday % 7) - weekday + 7) % 7 || 7
  return { today, tomorrow: addDays(today, 1), nextWeek: addDays(today, ahead) }
}
