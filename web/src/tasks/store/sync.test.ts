import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { getTask } from '../../api/client'
import * as events from '../../api/events'
import type { ServerEvent } from '../../api/types'
import { testTask } from '../model/testTask'
import { clearTasks, putTasks, useTasks } from './cache'
import { keepInStep } from './sync'

vi.mock('../../api/client')
vi.mock('../../api/events')

let tell: (event: ServerEvent) => void
const reload = vi.fn()
let stop: () => void

beforeEach(() => {
  vi.resetAllMocks()
  vi.useFakeTimers()
  clearTasks()
  putTasks([testTask(1, { version: 4 })])
  vi.mocked(events.onServerEvent).mockImplementation(listener => {
    tell = listener
    return () => {}
  })
  vi.mocked(getTask).mockImplementation(async id => testTask(id, { title: 'From afar', version: 8 }))
  stop = keepInStep(reload)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const event = (id: number, version: number, type = 'task.updated'): ServerEvent => ({
  type,
  seq: version,
  id,
  version,
})

describe('events', () => {
  it('bring what another tab changed', async () => {
    tell(event(1, 8))
    await vi.runAllTimersAsync()
    expect(useTasks.getState().byId.get(1)?.title).toBe('From afar')
  })

  it('of changes that are known already ask for nothing', async () => {
    tell(event(1, 4))
    await vi.runAllTimersAsync()
    expect(vi.mocked(getTask)).not.toHaveBeenCalled()
  })

  it('that come together are asked for together, each task once', async () => {
    tell(event(1, 7))
    tell(event(1, 8))
    tell(event(2, 1, 'task.created'))
    await vi.runAllTimersAsync()
    expect(vi.mocked(getTask).mock.calls.map(([id]) => id)).toEqual([1, 2])
  })

  it('of a deletion take the task off the list without asking', async () => {
    tell(event(1, 5, 'task.deleted'))
    await vi.runAllTimersAsync()
    expect(useTasks.getState().byId.get(1)?.deleted_at).toBeTruthy()
    expect(vi.mocked(getTask)).not.toHaveBeenCalled()
  })

  it('of very many changes, and a reset, fetch the list instead', async () => {
    for (let id = 10; id < 60; id++) tell(event(id, 1))
    await vi.runAllTimersAsync()
    expect(reload).toHaveBeenCalledTimes(1)
    expect(vi.mocked(getTask)).not.toHaveBeenCalled()
    tell({ type: 'reset' })
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('of conversations are none of the list’s business', async () => {
    tell({ type: 'conversation.updated', seq: 1, id: 'abc', version: 2 })
    await vi.runAllTimersAsync()
    expect(vi.mocked(getTask)).not.toHaveBeenCalled()
  })
})
