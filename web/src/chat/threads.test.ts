import { beforeEach, expect, test, vi } from 'vitest'
import type { Message, Receipt, ServerEvent } from '../api/types'
import {
  forgetThreads,
  giveId,
  LOCAL,
  loadOlder,
  loadThread,
  NEW,
  setThread,
  syncThreads,
  thread,
} from './threads'

const message = (id: string): Message => ({
  id,
  role: 'user',
  content: id,
  tool_calls: [],
  metadata: {},
  created_at: '2026-11-28T09:00:00Z',
})
const pages = vi.hoisted(() => ({ answers: [] as unknown[], asked: [] as string[] }))
const events = vi.hoisted(() => ({ tell: (_event: unknown) => {} }))

vi.mock('../api/client', () => ({
  listMessages: async (id: string) => {
    pages.asked.push(id)
    return pages.answers.shift()
  },
}))
vi.mock('../api/events', () => ({
  onServerEvent: (listener: (event: unknown) => void) => {
    events.tell = listener
    return () => {}
  },
}))

const server = (...answers: { messages: Message[]; next_cursor: string | null }[]) => {
  pages.answers = answers
}
const page = (ids: string[], next_cursor: string | null = null) => ({
  messages: ids.map(message),
  next_cursor,
})
const ids = () => thread('c').messages.map(known => known.id)
const tell = (event: ServerEvent) => events.tell(event)

beforeEach(() => {
  forgetThreads()
  pages.asked = []
})

test('earlier messages stay when the newest are fetched again', async () => {
  server(page(['3', '4'], 'before 3'), page(['1', '2']), page(['3', '4', '5'], 'before 3'))
  await loadThread('c')
  await loadOlder('c')
  expect(ids()).toEqual(['1', '2', '3', '4'])
  await loadThread('c')
  expect(ids()).toEqual(['1', '2', '3', '4', '5'])
  expect(thread('c').older).toBeNull()
})

test('an answer that comes after the one to a later question is not shown', async () => {
  let late = (_page: unknown) => {}
  pages.answers = [new Promise(resolve => (late = resolve)), page(['1', '2'])]
  const first = loadThread('c')
  await loadThread('c')
  late(page(['1']))
  await first
  expect(ids()).toEqual(['1', '2'])
})

test('a local message gives way to the one that the server has', async () => {
  server(page(['01a-0', '01a-1']))
  setThread('c', () => ({ messages: [message(`${LOCAL}01a-1`), message('01a-1')], status: 'ready' }))
  await loadThread('c')
  expect(ids()).toEqual(['01a-0', '01a-1'])
})

test('what another tab says is fetched, in conversations that are open here', async () => {
  server(page(['1']), page(['1', '2']))
  syncThreads()
  await loadThread('c')
  tell({ type: 'conversation.message', seq: 1, id: 'elsewhere' })
  tell({ type: 'conversation.message', seq: 2, id: 'c' })
  await vi.waitFor(() => expect(ids()).toEqual(['1', '2']))
  expect(pages.asked).toEqual(['c', 'c'])
})

test('a conversation that was deleted elsewhere is gone here', async () => {
  server(page(['1']))
  syncThreads()
  await loadThread('c')
  tell({ type: 'conversation.deleted', seq: 1, id: 'c' })
  expect(thread('c')).toMatchObject({ status: 'missing', messages: [] })
})

test('when tasks of its receipts change through another door, a conversation is fetched once', async () => {
  vi.useFakeTimers()
  const receipt = { task_id: 7, undo_token: 't' } as Receipt
  const answered = (undone: boolean): Message => ({
    ...message('1'),
    metadata: { receipts: [{ ...receipt, undone }] },
  })
  server(
    { messages: [answered(false)], next_cursor: null },
    { messages: [answered(true)], next_cursor: null },
  )
  const end = syncThreads()
  await loadThread('c')
  tell({ type: 'task.updated', seq: 1, id: 8 })
  await vi.advanceTimersByTimeAsync(1000)
  expect(pages.asked).toEqual(['c'])
  tell({ type: 'task.deleted', seq: 2, id: 7 })
  tell({ type: 'task.updated', seq: 3, id: 7 })
  await vi.advanceTimersByTimeAsync(1000)
  expect(pages.asked).toEqual(['c', 'c'])
  expect(thread('c').messages[0]?.metadata.receipts?.[0]?.undone).toBe(true)
  end()
  vi.useRealTimers()
})

test('what was said in the new conversation moves to the one that it became', () => {
  setThread(NEW, () => ({ messages: [message('1')] }))
  giveId(NEW, 'c')
  expect(ids()).toEqual(['1'])
  expect(thread(NEW).messages).toEqual([])
})
