import { beforeEach, expect, test } from 'vitest'
import type { Message } from '../../api/types'
import { forgetThreads, LOCAL, setThread } from '../threads'
import { receiptsAfter } from './sayInstead'

const receipt = { undo_token: 'token' }

function message(id: string, role: Message['role']): Message {
  const metadata = role === 'assistant' ? { receipts: [receipt] } : {}
  return {
    id,
    role,
    content: id,
    tool_calls: [],
    metadata,
    created_at: '2026-11-27T10:00:00Z',
  } as unknown as Message
}

beforeEach(forgetThreads)

test('the changes of a message that has its own id by now are found by the id it had before', () => {
  const justSaid = message(`${LOCAL}2`, 'user')
  setThread('c', () => ({ messages: [justSaid, message('2', 'assistant')] }))
  expect(receiptsAfter('c', justSaid)).toEqual([receipt])
  setThread('c', () => ({ messages: [message('1', 'user'), message('2', 'assistant')] }))
  expect(receiptsAfter('c', justSaid)).toEqual([receipt])
  expect(receiptsAfter('c', message('1', 'user'))).toEqual([receipt])
})
