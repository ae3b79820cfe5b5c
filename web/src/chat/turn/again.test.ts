import { expect, test } from 'vitest'
import type { Message } from '../../api/types'
import { withoutRepetition } from './again'

const message = (id: string, role: Message['role']): Message => ({
  id,
  role,
  content: 'add milk',
  tool_calls: [],
  metadata: {},
  created_at: '2026-11-28T09:00:00Z',
})
const ids = (again: string[]) =>
  withoutRepetition(
    [message('1', 'user'), message('2', 'assistant'), message('3', 'user'), message('4', 'assistant')],
    new Set(again),
  ).map(({ id }) => id)

test('what was answered again is said once', () => {
  expect(ids(['4'])).toEqual(['1', '2', '4'])
})

test('what was said twice is there twice', () => {
  expect(ids([])).toEqual(['1', '2', '3', '4'])
})

test('without the answer before it, the words are needed', () => {
  expect(ids(['2'])).toEqual(['1', '2', '3', '4'])
})
