/**
 * A view of the list: a filter, a search, a tag and an order. Each is at once a query to the server and the same
 * condition here, so that a changed task appears, moves or leaves without asking again.
 */
import type { Task } from '../../api/types'
import { dayOf, dueKey, isOverdue } from './due'
import { addDays, type Wall } from './wall'
import { finds, fold } from './words'

export const FILTERS = ['today', 'upcoming', 'overdue', 'all', 'done', 'trash'] as const
export type Filter = (typeof FILTERS)[number]
export const SORTS = ['due', 'priority', 'created', 'title', 'updated'] as const
export type Sort = (typeof SORTS)[number]

export interface View {
  filter: Filter
  search: string
  tag: string | null
  /** Null is the filter's own order. */
  sort: Sort | null
}

/** By what a view is sorted and in which direction: urgent, new and changed first, everything else ascending. */
export function orderOf(view: View): { sort: Sort; descending: boolean } {
  const sort = view.sort ?? (view.filter === 'done' ? 'updated' : 'due')
  return { sort, descending: sort === 'priority' || sort === 'created' || sort === 'updated' }
}

/** The view as query parameters of `GET /api/me/tasks`, or of `/trash`, which has one order and can be searched. */
export function queryOf(view: View, today: string): Record<string, string> {
  const search: Record<string, string> = view.search.trim() ? { q: view.search.trim() } : {}
  if (view.filter === 'trash') return search
  const { sort, descending } = orderOf(view)
  const query: Record<string, string> = { ...search, sort, order: descending ? 'desc' : 'asc' }
  query.status = view.filter === 'done' ? 'completed' : 'pending'
  if (view.filter === 'today') query.due_before = addDays(today, 1)
  if (view.filter === 'upcoming') query.due_after = today
  if (view.filter === 'overdue') query.due = 'overdue'
  if (view.tag) query.tag = view.tag
  return query
}

/** Whether a task belongs in a view. */
export function matches(task: Task, view: View, now: Wall): boolean {
  const trashed = Boolean(task.deleted_at)
  if (trashed !== (view.filter === 'trash')) return false
  if (view.tag && !trashed && !task.tags.includes(view.tag)) return false
  if (view.search.trim() && !finds(view.search, [task.title, ...task.tags, task.description ?? ''].join(' ')))
    return false
  return trashed || inFilter(task, view.filter, now)
}

function inFilter(task: Task, filter: Filter, now: Wall): boolean {
  if (task.completed !== (filter === 'done')) return false
  const today = now.slice(0, 10)
  switch (filter) {
    case 'today':
      return task.due != null && dayOf(task.due) <= today
    case 'upcoming':
      return task.due != null && dayOf(task.due) > today
    case 'overdue':
      return isOverdue(task, now)
    default:
      return true
  }
}

const PRIORITY = { none: 0, low: 1, medium: 2, high: 3 } as const

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Instants have as many decimals as they need; as text they compare only with equally many. */
function instantKey(instant: string): string {
  const [second = '', decimals = ''] = instant.replace('Z', '').split('.')
  return `${second}.${decimals.padEnd(9, '0')}`
}

function byKey(sort: Sort, a: Task, b: Task): number {
  switch (sort) {
    case 'due':
      return text(dueKey(a.due), dueKey(b.due))
    case 'priority':
      return PRIORITY[a.priority] - PRIORITY[b.priority]
    case 'title':
      return text(fold(a.title), fold(b.title))
    case 'updated':
      return text(instantKey(a.updated_at), instantKey(b.updated_at))
    case 'created':
      return 0
  }
}

/** The order of a view; tasks that are equal in it go by their number, as the server has it. */
export function comparator(view: View): (a: Task, b: Task) => number {
  if (view.filter === 'trash') return (a, b) => text(b.deleted_at ?? '', a.deleted_at ?? '') || b.id - a.id
  const { sort, descending } = orderOf(view)
  const sign = descending ? -1 : 1
  return (a, b) => sign * (byKey(sort, a, b) || a.id - b.id)
}

/** The view as text: the same for equal views. */
export function viewKey(view: View): string {
  return JSON.stringify([view.filter, view.search.trim(), view.tag, orderOf(view).sort])
}
