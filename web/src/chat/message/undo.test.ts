import { beforeEach, expect, test, vi } from 'vitest'
import type { Receipt } from '../../api/types'
import { isTakenBack, makeAgain, standing, takeBack, useUndone } from './undo'

const server = vi.hoisted(() => ({ asked: [] as string[] }))
vi.mock('../../api/client', () => ({
  undo: async (token: string) => {
    server.asked.push(token)
    return [{ undo_token: `back of ${token}` }]
  },
}))
vi.mock('../../tasks/store', () => ({ applyReceipts: () => {} }))

const receipt = (undo_token: string, undone?: boolean): Receipt => ({
  op: 'created',
  task_id: 1,
  title: 'Buy milk',
  before: null,
  after: null,
  undo_token,
  expires_at: '2099-01-01T00:00:00Z',
  ...(undone === undefined ? {} : { undone }),
})

beforeEach(() => {
  useUndone.setState({ taken: new Map() })
  server.asked = []
})

test('what was taken back elsewhere shows so, and nothing is asked of the server for it', async () => {
  expect(standing(receipt('a', true))).toEqual({ back: true, token: null })
  await takeBack([receipt('a', true)])
  await makeAgain([receipt('a', true)])
  expect(server.asked).toEqual([])
})

test('many are taken back, the last one first, and made again, the first one first', async () => {
  const both = [receipt('a'), receipt('b')]
  await takeBack(both)
  expect(both.map(isTakenBack)).toEqual([true, true])
  await makeAgain(both)
  expect(both.map(isTakenBack)).toEqual([false, false])
  expect(server.asked).toEqual(['b', 'a', 'back of a', 'back of b'])
})

test('what this browser has made again stays made, though the server knows its first receipt as taken back', async () => {
  await takeBack([receipt('a')])
  await makeAgain([receipt('a', true)])
  expect(isTakenBack(receipt('a', true))).toBe(false)
})
