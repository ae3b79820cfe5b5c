import { beforeEach, describe, expect, it, vi } from 'vitest'
import { listTasks, listTrash } from '../../api/client'
import type { TaskList } from '../../api/types'
import { testTask } from '../model/testTask'
import type { View } from '../model/view'
import { clearTasks, dropTask, putTasks, useTasks } from './cache'
import { afterPage, clearPages, loadFirst, loadMore, pagesKey, reloadEverything, usePages } from './pages'
import { visible } from './useTaskView'

vi.mock('../../api/client')

const DAY = '2026-11-28'
const NOW = `${DAY}T09:00:00`
const view: View = { filter: 'all', search: '', tag: null, sort: 'created' }
const pages = () => usePages.getState().views[pagesKey(view, DAY)]

beforeEach(() => {
  vi.resetAllMocks()
  clearTasks()
  clearPages()
})

describe('pages', () => {
  it('are loaded one after the other, to the end', async () => {
    vi.mocked(listTasks).mockResolvedValueOnce({
      tasks: [testTask(9), testTask(8)],
      count: 3,
      next_cursor: 'c1',
    })
    vi.mocked(listTasks).mockResolvedValueOnce({ tasks: [testTask(7)], count: 3, next_cursor: null })
    await loadFirst(view, DAY)
    expect(pages()).toMatchObject({ status: 'ready', cursor: 'c1', beyond: 1, frontier: { id: 8 } })
    await loadMore(view, DAY)
    expect(pages()).toMatchObject({ status: 'ready', cursor: null, beyond: 0, frontier: null })
    expect(vi.mocked(listTasks).mock.calls[1]?.[0]).toMatchObject({ cursor: 'c1', status: 'pending' })
    await loadMore(view, DAY)
    expect(vi.mocked(listTasks)).toHaveBeenCalledTimes(2)
  })

  it('are asked for once, however often the end comes into sight', async () => {
    vi.mocked(listTasks).mockResolvedValue({ tasks: [testTask(9)], count: 2, next_cursor: 'c1' })
    await loadFirst(view, DAY)
    await Promise.all([loadMore(view, DAY), loadMore(view, DAY)])
    expect(vi.mocked(listTasks)).toHaveBeenCalledTimes(2)
  })

  it('that fail can be tried again', async () => {
    vi.mocked(listTasks).mockRejectedValueOnce(new Error('down'))
    await loadFirst(view, DAY)
    expect(pages()?.status).toBe('failed')
    vi.mocked(listTasks).mockResolvedValueOnce({ tasks: [testTask(1)], count: 1, next_cursor: null })
    await loadFirst(view, DAY)
    expect(pages()?.status).toBe('ready')
  })

  it('that were loading when everything was to be fetched anew don’t load for ever', async () => {
    vi.mocked(listTasks).mockRejectedValue(new Error('down'))
    const first = loadFirst(view, DAY)
    await Promise.all([first, reloadEverything(view, DAY)])
    expect(pages()?.status).toBe('failed')
  })

  it('of the trash come from the trash', async () => {
    vi.mocked(listTrash).mockResolvedValue({ tasks: [], count: 0, next_cursor: null })
    await loadFirst({ ...view, filter: 'trash' }, DAY)
    expect(vi.mocked(listTrash)).toHaveBeenCalledOnce()
    expect(vi.mocked(listTasks)).not.toHaveBeenCalled()
  })

  it('fetched anew forget what is no longer there', async () => {
    vi.mocked(listTasks).mockResolvedValueOnce({
      tasks: [testTask(1), testTask(2)],
      count: 2,
      next_cursor: null,
    })
    await loadFirst(view, DAY)
    vi.mocked(listTasks).mockResolvedValueOnce({ tasks: [testTask(2)], count: 1, next_cursor: null })
    await reloadEverything(view, DAY)
    expect([...useTasks.getState().byId.keys()]).toEqual([2])
  })

  it('fetched anew keep what came while they were fetched', async () => {
    vi.mocked(listTasks).mockResolvedValueOnce({
      tasks: [testTask(1), testTask(2)],
      count: 2,
      next_cursor: null,
    })
    await loadFirst(view, DAY)
    let answer = (_page: TaskList) => {}
    vi.mocked(listTasks).mockReturnValueOnce(new Promise(resolve => (answer = resolve)))
    const reloaded = reloadEverything(view, DAY)
    putTasks([testTask(1, { title: 'Later', version: 2 }), testTask(3)])
    dropTask(2)
    answer({ tasks: [testTask(1), testTask(2)], count: 2, next_cursor: null })
    await reloaded
    const { byId } = useTasks.getState()
    expect([...byId.keys()].sort()).toEqual([1, 3])
    expect(byId.get(1)?.title).toBe('Later')
  })
})

describe('what is shown', () => {
  const tasks = [testTask(1), testTask(5), testTask(9)]
  const ids = (...[frontier, held]: [Parameters<typeof visible>[3], Parameters<typeof visible>[4]?]) =>
    visible(tasks, view, NOW, frontier, held).map(task => task.id)

  it('ends where the loaded pages end: what lies beyond may have gaps', () => {
    expect(ids(null)).toEqual([9, 5, 1])
    expect(ids(testTask(5))).toEqual([9, 5])
    expect(afterPage({ tasks: [testTask(5)], count: 10, next_cursor: 'c' }, 4).beyond).toBe(5)
  })

  it('keeps a task that was just checked off, for a moment', () => {
    const done = [...tasks.slice(0, 2), testTask(9, { completed: true })]
    expect(visible(done, view, NOW, null).map(task => task.id)).toEqual([5, 1])
    expect(visible(done, view, NOW, null, { staying: new Set([9]) }).map(task => task.id)).toEqual([9, 5, 1])
  })

  it('keeps a task in its place while it is edited, unless it is put into the trash', () => {
    const byTitle: View = { ...view, sort: 'title' }
    const before = testTask(1, { title: 'A' })
    const list = [testTask(1, { title: 'Z' }), testTask(2, { title: 'M' })]
    expect(visible(list, byTitle, NOW, null).map(task => task.id)).toEqual([2, 1])
    expect(visible(list, byTitle, NOW, null, { edited: before }).map(task => task.id)).toEqual([1, 2])
    const trashed = [testTask(1, { deleted_at: NOW }), testTask(2)]
    expect(visible(trashed, byTitle, NOW, null, { edited: before }).map(task => task.id)).toEqual([2])
  })
})
