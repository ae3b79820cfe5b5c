import { expect, test } from 'vitest'
import type { PendingQuestion } from '../../api/types'
import { withoutQuestion } from './withoutQuestion'

const pending = (kind: PendingQuestion['kind'], question: string, ...labels: string[]): PendingQuestion => ({
  id: 'p',
  kind,
  question,
  options: labels.map((label, index) => ({ id: String(index + 1), label })),
  expires_at: '2026-11-28T12:00:00Z',
})

test('candidates are not listed above their buttons', () => {
  const content = '🤔 Which task did you mean?\n1. #1 Call mum\n2. #4 Call the plumber'
  const question = pending(
    'choice',
    'Which task did you mean?',
    '#1 Call mum',
    '#4 Call the plumber',
    'None of these',
  )
  expect(withoutQuestion(content, question)).toBe('🤔 Which task did you mean?')
})

test('what else a reply says stays', () => {
  const content = '📋 Your tasks (1):\n⬜ #1: Call mum\n\nStill open:\n🤔 Delete 4 tasks?'
  expect(withoutQuestion(content, pending('confirm', 'Delete 4 tasks?', 'Yes'))).toBe(
    '📋 Your tasks (1):\n⬜ #1: Call mum\n\nStill open:',
  )
})

test('a confirmation with several lines is asked once, in its card', () => {
  const question = "Change 12 tasks? For example #9 'Call mum'.\n📅 Sun 29 Nov 2026"
  expect(withoutQuestion(`🤔 ${question}`, pending('confirm', question, 'Yes', 'No'))).toBe('')
  expect(withoutQuestion(`Still open:\n🤔 ${question}`, pending('confirm', question))).toBe('Still open:')
})
