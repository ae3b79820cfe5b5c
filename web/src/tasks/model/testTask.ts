import type { Task } from '../../api/types'

/** A task for tests: open, without a date, unless said otherwise. */
export function testTask(id: number, more: Partial<Task> = {}): Task {
  return {
    id,
    user_id: '1',
    title: `Task ${id}`,
    description: null,
    completed: false,
    completed_at: null,
    due: null,
    recurrence: null,
    priority: 'none',
    tags: [],
    created_at: '2026-11-01T08:00:00Z',
    updated_at: '2026-11-01T08:00:00Z',
    version: 1,
    ...more,
  }
}
