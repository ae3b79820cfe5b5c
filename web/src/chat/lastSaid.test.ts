import { expect, test } from 'vitest'
import type { Message, PendingQuestion } from '../api/types'
import { lastSaid } from './lastSaid'

const message = (role: Message['role'], content: string, pending?: PendingQuestion): Message => ({
  id: content,
  role,
  content,
  tool_calls: [],
  metadata: pending ? { pending } : {},
  created_at: '2026-11-28T09:00:00Z',
})
const question: PendingQuestion = {
  id: 'p',
  kind: 'choice',
  question: 'Which task did you mean?',
  options: [{ id: '1', label: '#1 Call mum' }],
  expires_at: '2026-11-28T09:05:00Z',
}

test('the last message of the person is the one to edit', () => {
  expect(lastSaid([message('user', 'a'), message('assistant', 'b')])?.content).toBe('a')
  expect(lastSaid([])).toBeNull()
})

test('a click on a candidate is not', () => {
  const asked = [message('user', 'complete call'), message('assistant', 'Which?', question)]
  expect(lastSaid([...asked, message('user', '#1 Call mum'), message('assistant', 'Done')])).toBeNull()
  expect(lastSaid([...asked, message('user', 'the one with mum')])?.content).toBe('the one with mum')
})
