import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as api from '../../api/client'
import { ApiError, UnreachableError } from '../../api/problem'
import type { Task } from '../../api/types'
import { testTask } from '../model/testTask'
import { clearTasks, putTasks, useTasks } from './cache'
import { addTask, completeTask, restoreTask, trashTask, undoChange, updateTask } from './changes'

vi.mock('../../api/client')

const shown = (id: number) => useTasks.getState().byId.get(id)
const task = testTask(1, { title: 'Buy milk', version: 3 })

/** An answer that the test gives when it likes. */
function later<T>() {
  let answer: (value: T) => void = () => {}
  let refuse: (error: unknown) => void = () => {}
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve
    refuse = reject
  })
  return { promise, answer, refuse }
}

const changed = (after: Task) => ({ task: after, undoToken: 'undo-1' })

beforeEach(() => {
  vi.resetAllMocks()
  clearTasks()
  putTasks([task])
})

describe('a change', () => {
  it('is shown before the server answers, and stays as the server has it', async () => {
    const server = later<api.Changed>()
    vi.mocked(api.completeTask).mockReturnValue(server.promise)
    const done = completeTask(task, true)
    expect(shown(1)?.completed).toBe(true)
    server.answer(changed({ ...task, completed: true, completed_at: '2026-11-28T09:00:00Z', version: 4 }))
    expect(await done).toBe('undo-1')
    expect(shown(1)).toMatchObject({ completed: true, version: 4 })
    expect(vi.mocked(api.completeTask)).toHaveBeenCalledWith(1, true, 3)
  })

  it('is taken back when the server refuses it', async () => {
    const server = later<api.Changed>()
    vi.mocked(api.updateTask).mockReturnValue(server.promise)
    const saved = updateTask(task, { title: 'Buy oat milk', due: null })
    expect(shown(1)?.title).toBe('Buy oat milk')
    server.refuse(new ApiError(422, 'invalid_request', 'No.'))
    await expect(saved).rejects.toThrow('No.')
    expect(shown(1)).toEqual(task)
  })

  it('that would overwrite a newer one is taken back, and the newer one is shown', async () => {
    vi.mocked(api.updateTask).mockRejectedValue(new ApiError(412, 'version_mismatch', 'Changed.'))
    vi.mocked(api.getTask).mockResolvedValue({ ...task, title: 'Buy soy milk', version: 9 })
    await expect(updateTask(task, { priority: 'high' })).rejects.toThrow('Changed.')
    expect(shown(1)).toMatchObject({ title: 'Buy soy milk', priority: 'none', version: 9 })
  })

  it('waits for the one before it, and is sent with the version that one made', async () => {
    const first = later<api.Changed>()
    vi.mocked(api.updateTask).mockReturnValueOnce(first.promise)
    vi.mocked(api.updateTask).mockImplementationOnce(async () =>
      changed({ ...task, title: 'Two', priority: 'high', version: 5 }),
    )
    const one = updateTask(task, { title: 'Two' })
    const two = updateTask(task, { priority: 'high' })
    expect(shown(1)).toMatchObject({ title: 'Two', priority: 'high' })
    first.answer(changed({ ...task, title: 'Two', version: 4 }))
    await Promise.all([one, two])
    expect(vi.mocked(api.updateTask).mock.calls.map(([, , version]) => version)).toEqual([3, 4])
    expect(shown(1)).toMatchObject({ title: 'Two', priority: 'high', version: 5 })
  })

  it('is sent even when the one before it failed', async () => {
    vi.mocked(api.updateTask).mockRejectedValueOnce(new ApiError(422, 'invalid_request', 'No.'))
    vi.mocked(api.updateTask).mockResolvedValueOnce(changed({ ...task, priority: 'low', version: 4 }))
    const one = updateTask(task, { title: '' })
    const two = updateTask(task, { priority: 'low' })
    await expect(one).rejects.toThrow()
    expect(await two).toBe('undo-1')
    expect(shown(1)).toMatchObject({ title: 'Buy milk', priority: 'low' })
  })
})

describe('the trash', () => {
  it('takes a task off the list, and gives it back', async () => {
    vi.mocked(api.deleteTask).mockResolvedValue('undo-2')
    expect(await trashTask(task)).toBe('undo-2')
    expect(shown(1)?.deleted_at).toBeTruthy()
    vi.mocked(api.restoreTask).mockResolvedValue(changed({ ...task, version: 5 }))
    await restoreTask(task)
    expect(shown(1)?.deleted_at).toBeFalsy()
  })

  it('keeps a task that could not be put into it', async () => {
    vi.mocked(api.deleteTask).mockRejectedValue(new ApiError(503, 'busy', 'Busy.'))
    await expect(trashTask(task)).rejects.toThrow('Busy.')
    expect(shown(1)?.deleted_at).toBeFalsy()
  })
})

describe('undo', () => {
  it('shows the tasks as they are afterwards', async () => {
    vi.mocked(api.undo).mockResolvedValue([
      {
        op: 'updated',
        task_id: 1,
        title: 'Buy milk',
        before: null,
        after: { ...task, title: 'Old title', version: 6 },
        undo_token: 'redo',
        expires_at: '',
      },
    ])
    await undoChange('undo-1')
    expect(shown(1)?.title).toBe('Old title')
  })

  it('of an added task takes it away', async () => {
    vi.mocked(api.createTask).mockResolvedValue(changed(testTask(2)))
    await addTask({ title: 'Task 2' }, 'k')
    expect(shown(2)).toBeDefined()
    vi.mocked(api.undo).mockResolvedValue([
      {
        op: 'deleted',
        task_id: 2,
        title: 'Task 2',
        before: null,
        after: null,
        undo_token: 'x',
        expires_at: '',
      },
    ])
    vi.mocked(api.getTask).mockRejectedValue(new ApiError(404, 'task_not_found', 'Gone.'))
    await undoChange('undo-1')
    expect(shown(2)).toBeUndefined()
  })
})

describe('adding', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })

  it('asks again under the same key when the answer was lost, and gives up in the end', async () => {
    const lost = new UnreachableError()
    vi.mocked(api.createTask)
      .mockRejectedValueOnce(lost)
      .mockResolvedValue(changed(testTask(2)))
    const added = addTask({ title: 'Task 2' }, 'k')
    await vi.runAllTimersAsync()
    expect((await added).task.id).toBe(2)
    expect(vi.mocked(api.createTask).mock.calls.map(([, key]) => key)).toEqual(['k', 'k'])

    vi.mocked(api.createTask).mockReset().mockRejectedValue(lost)
    const failed = addTask({ title: 'Task 3' }, 'k3').catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    expect(await failed).toBe(lost)
    expect(api.createTask).toHaveBeenCalledTimes(3)
  })

  it('is not repeated when it was refused', async () => {
    vi.mocked(api.createTask).mockRejectedValue(new ApiError(422, 'invalid_request', 'No'))
    await expect(addTask({ title: '' }, 'k')).rejects.toThrow('No')
    expect(api.createTask).toHaveBeenCalledTimes(1)
  })
})
