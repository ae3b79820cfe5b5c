import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, UnreachableError } from '../api/problem'
import { useToasts } from '../ui/toast'
import { complete, problemText, trash, undoLast } from './actions'
import { testTask } from './model/testTask'
import { clearTasks, putTasks } from './store/cache'
import * as changes from './store/changes'
import { useUndoStack } from './undoStack'

vi.mock('./store/changes')

const task = testTask(1, { title: 'Buy milk' })
const newest = () => useToasts.getState().toasts.at(-1)

beforeEach(() => {
  vi.resetAllMocks()
  useToasts.setState({ toasts: [] })
  useUndoStack.setState({ tokens: [] })
  clearTasks()
  putTasks([task])
})

describe('a change in the list', () => {
  it('is told, with an undo that takes exactly it back', async () => {
    vi.mocked(changes.completeTask).mockResolvedValue('token-1')
    expect(await complete(task, true)).toBe(true)
    expect(newest()).toMatchObject({ message: 'Done: Buy milk', tone: 'plain', action: { label: 'Undo' } })
    newest()?.action?.run()
    expect(vi.mocked(changes.undoChange)).toHaveBeenCalledWith('token-1')
  })

  it('of a repeating task tells when it is due next', async () => {
    const gym = testTask(2, {
      title: 'Gym',
      recurrence: { rrule: 'FREQ=DAILY' },
      due: { date: '2999-12-31' },
    })
    putTasks([gym])
    vi.mocked(changes.completeTask).mockResolvedValue('token-1')
    await complete(gym, true)
    expect(newest()?.message).toMatch(/^Done: Gym\. Next: .*2999/)
  })

  it('that changed nothing says nothing', async () => {
    vi.mocked(changes.completeTask).mockResolvedValue(null)
    await complete(task, true)
    expect(newest()).toBeUndefined()
  })

  it('that failed says why and offers no undo', async () => {
    vi.mocked(changes.trashTask).mockRejectedValue(new UnreachableError())
    expect(await trash(task)).toBe(false)
    expect(newest()).toMatchObject({ tone: 'error', action: undefined })
    expect(undoLast()).toBe(false)
  })

  it('can be undone after its toast is gone, the newest first', async () => {
    vi.mocked(changes.completeTask).mockResolvedValueOnce('token-1').mockResolvedValueOnce('token-2')
    await complete(task, true)
    await complete(task, false)
    useToasts.setState({ toasts: [] })
    expect([undoLast(), undoLast(), undoLast()]).toEqual([true, true, false])
    expect(vi.mocked(changes.undoChange).mock.calls).toEqual([['token-2'], ['token-1']])
  })
})

describe('failures', () => {
  it('are told as what to do', () => {
    expect(problemText(new ApiError(412, 'version_mismatch', 'v5'))).toMatch(/changed somewhere else/)
    expect(problemText(new ApiError(404, 'task_not_found', 'x'))).toMatch(/no longer there/)
    expect(problemText(new ApiError(422, 'invalid_request', 'Bad', { tags: 'Too long' }))).toContain(
      'Too long',
    )
    expect(problemText(new UnreachableError())).toMatch(/connection/)
  })
})
