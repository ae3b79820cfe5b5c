import { expect, test, vi } from 'vitest'
import { useConnection } from './api/events'
import { followConnection } from './backAgain'
import { text } from './i18n/language'
import { toast, toastError, useToasts } from './ui/toast'

const turns = vi.hoisted(() => ({ retryUnreached: vi.fn(async () => {}) }))
vi.mock('./chat/turn/turn', () => turns)

test('when the server is back, complaints that it was not reached go, and what waited is sent', () => {
  const end = followConnection()
  useConnection.setState({ state: 'lost' })
  toast('Done: Buy milk')
  toastError(`Not saved: ${text('error.unreachable')}`)
  toastError('Choose a title.')
  expect(turns.retryUnreached).not.toHaveBeenCalled()
  useConnection.setState({ state: 'open' })
  expect(useToasts.getState().toasts.map(({ message }) => message)).toEqual([
    'Done: Buy milk',
    'Choose a title.',
  ])
  expect(turns.retryUnreached).toHaveBeenCalledOnce()
  end()
})
