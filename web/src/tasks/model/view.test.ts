import { describe, expect, it } from 'vitest'
import { groupTasks } from './groups'
import { testTask } from './testTask'
import { comparator, type Filter, matches, orderOf, queryOf, type View, viewKey } from './view'
import { finds } from './words'

const NOW = '2026-11-28T09:30:00'
const view = (filter: Filter, more: Partial<View> = {}): View => ({
  filter,
  search: '',
  tag: null,
  sort: null,
  ...more,
})

const overdue = testTask(1, { due: { date: '2026-11-20' } })
const early = testTask(2, { due: { date_time: '2026-11-28T08:00:00' } })
const today = testTask(3, { due: { date: '2026-11-28' } })
const tomorrow = testTask(4, { due: { date: '2026-11-29' } })
const far = testTask(5, { due: { date: '2027-05-01' } })
const undated = testTask(6)
const done = testTask(7, { completed: true, due: { date: '2026-11-28' } })
const trashed = testTask(8, { deleted_at: '2026-11-27T10:00:00Z' })
const everything = [far, undated, done, today, trashed, tomorrow, overdue, early]

function ids(of: View): number[] {
  return everything
    .filter(task => matches(task, of, NOW))
    .sort(comparator(of))
    .map(task => task.id)
}

describe('filters', () => {
  it('hold exactly their tasks, in order of their due dates', () => {
    expect(ids(view('today'))).toEqual([1, 2, 3])
    expect(ids(view('upcoming'))).toEqual([4, 5])
    expect(ids(view('overdue'))).toEqual([1, 2])
    expect(ids(view('all'))).toEqual([1, 2, 3, 4, 5, 6])
    expect(ids(view('done'))).toEqual([7])
    expect(ids(view('trash'))).toEqual([8])
  })

  it('ask the server for the same', () => {
    expect(queryOf(view('today'), '2026-11-28')).toMatchObject({
      status: 'pending',
      due_before: '2026-11-29',
      sort: 'due',
    })
    expect(queryOf(view('upcoming'), '2026-11-28')).toMatchObject({
      status: 'pending',
      due_after: '2026-11-28',
    })
    expect(queryOf(view('done'), '2026-11-28')).toMatchObject({
      status: 'completed',
      sort: 'updated',
      order: 'desc',
    })
    expect(queryOf(view('all', { search: ' milk ', tag: 'home' }), '2026-11-28')).toMatchObject({
      q: 'milk',
      tag: 'home',
    })
  })

  it('find by the beginnings of words, in title, tags and description, accents aside', () => {
    expect(finds('caf mu', 'Café with Mum')).toBe(true)
    expect(finds('um', 'Café with Mum')).toBe(false)
    expect(finds('?!', 'anything')).toBe(false)
    const tagged = testTask(9, { tags: ['home'], description: 'blue paint' })
    expect(matches(tagged, view('all', { search: 'paint ho' }), NOW)).toBe(true)
    expect(matches(tagged, view('all', { tag: 'work' }), NOW)).toBe(false)
  })

  it('have the same key when they are equal', () => {
    expect(viewKey(view('all', { search: 'x ' }))).toBe(viewKey(view('all', { search: 'x', sort: 'due' })))
    expect(viewKey(view('all'))).not.toBe(viewKey(view('today')))
  })
})

describe('sorting', () => {
  it('puts the urgent and the new first', () => {
    const tasks = [testTask(1, { priority: 'low' }), testTask(2, { priority: 'high' }), testTask(3)]
    const order = (of: View) => [...tasks].sort(comparator(of)).map(task => task.id)
    expect(order(view('all', { sort: 'priority' }))).toEqual([2, 1, 3])
    expect(order(view('all', { sort: 'created' }))).toEqual([3, 2, 1])
    expect(orderOf(view('done')).sort).toBe('updated')
  })
})

describe('the order of changes', () => {
  it('goes by the instant, however many decimals it is written with', () => {
    const early = testTask(1, { updated_at: '2026-11-28T09:00:00.5Z' })
    const late = testTask(2, { updated_at: '2026-11-28T09:00:00.500001Z' })
    const whole = testTask(3, { updated_at: '2026-11-28T09:00:00Z' })
    const order = [early, late, whole].sort(comparator(view('all', { sort: 'updated' })))
    expect(order.map(task => task.id)).toEqual([2, 1, 3])
  })
})

describe('groups', () => {
  it('are the days, when sorted by due date', () => {
    const sorted = everything.filter(task => matches(task, view('all'), NOW)).sort(comparator(view('all')))
    expect(
      groupTasks(sorted, view('all'), NOW).map(group => [group.name, group.tasks.map(task => task.id)]),
    ).toEqual([
      ['overdue', [1, 2]],
      ['today', [3]],
      ['tomorrow', [4]],
      ['later', [5]],
      ['undated', [6]],
    ])
  })

  it('are one, when sorted by anything else', () => {
    expect(groupTasks([far, today], view('all', { sort: 'title' }), NOW)).toHaveLength(1)
    expect(groupTasks([], view('all'), NOW)).toEqual([])
  })
})
