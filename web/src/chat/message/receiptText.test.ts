import { expect, test } from 'vitest'
import type { Receipt, Task } from '../../api/types'
import { testTask } from '../../tasks/model/testTask'
import { receiptDetails } from './receiptText'

const weekly = { rrule: 'FREQ=WEEKLY;BYDAY=SA' }
const receipt = (op: Receipt['op'], before: Task | null, after: Task): Receipt => ({
  op,
  task_id: 1,
  title: after.title,
  before,
  after,
  undo_token: 't',
  expires_at: '2099-01-01T00:00:00Z',
})

test('a new task that repeats says how', () => {
  expect(receiptDetails(receipt('created', null, testTask(1, { recurrence: weekly })))).toEqual([
    'every week on Sat',
  ])
})

test('a change of the repetition says from what to what', () => {
  const after = testTask(1, { recurrence: weekly })
  expect(receiptDetails(receipt('updated', testTask(1), after))).toEqual(['none → every week on Sat'])
})
