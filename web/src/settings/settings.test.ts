import { describe, expect, it, vi } from 'vitest'
import * as api from '../api/client'
import type { Message } from '../api/types'
import { testTask } from '../tasks/model/testTask'
import { collectExport } from './exportData'
import { plausibleMinutes, readReminderSetting } from './reminderSetting'
import { SNIPPETS } from './tokens/snippets'
import { groupZones } from './zones'

vi.mock('../api/client')

describe('zones', () => {
  it('are grouped by region, with UTC last and the person’s own in it', () => {
    const groups = groupZones(['Europe/Berlin', 'America/Argentina/Buenos_Aires'], ['Asia/Calcutta', ''])
    expect(groups.map(group => group.region)).toEqual(['America', 'Asia', 'Europe', ''])
    expect(groups[0]?.zones[0]).toEqual({
      id: 'America/Argentina/Buenos_Aires',
      city: 'Argentina, Buenos Aires',
    })
    expect(groups.at(-1)?.zones).toEqual([{ id: 'UTC', city: 'UTC' }])
  })
})

describe('reminders', () => {
  it('are at the time unless said otherwise', () => {
    expect(readReminderSetting(undefined)).toEqual({ when: 'at_time', minutes_before: 10 })
    expect(readReminderSetting({ reminders: { when: 'sometimes', minutes_before: -3 } }).when).toBe('at_time')
    expect(readReminderSetting({ reminders: { when: 'before', minutes_before: 30 } })).toEqual({
      when: 'before',
      minutes_before: 30,
    })
  })

  it('come whole minutes before, up to a day', () => {
    expect([0, 1, 1440, 1441, 2.5].map(plausibleMinutes)).toEqual([false, true, true, false, false])
  })
})

describe('snippets', () => {
  it('name this server and the token; the one to be shared names no token', () => {
    for (const { name, text } of SNIPPETS) {
      const snippet = text('https://tasks.example.com', 'tt_secret')
      expect(snippet).toContain('https://tasks.example.com/')
      expect(snippet.includes('tt_secret')).toBe(name !== 'VS Code')
    }
  })

  it('in files are JSON', () => {
    for (const { file, text } of SNIPPETS) {
      if (file) expect(() => JSON.parse(text('https://x.example', 'tt_1'))).not.toThrow()
    }
  })
})

describe('the export', () => {
  it('holds every page of everything, messages in the order they were said', async () => {
    const message = (id: string): Message => ({
      id,
      role: 'user',
      content: id,
      tool_calls: [],
      metadata: {},
      created_at: '2026-11-28T09:00:00Z',
    })
    vi.mocked(api.getProfile).mockResolvedValue({ id: '1' } as Awaited<ReturnType<typeof api.getProfile>>)
    vi.mocked(api.listTasks).mockImplementation(async ({ cursor }) =>
      cursor
        ? { tasks: [testTask(2)], count: 2, next_cursor: null }
        : { tasks: [testTask(1)], count: 2, next_cursor: 'more' },
    )
    vi.mocked(api.listTrash).mockResolvedValue({ tasks: [testTask(3)], count: 1, next_cursor: null })
    vi.mocked(api.listConversations).mockResolvedValue({
      conversations: [{ id: 'c', title: 'Milk', created_at: '', updated_at: '' }],
      next_cursor: null,
    })
    vi.mocked(api.listMessages).mockImplementation(async (_id, cursor) =>
      cursor
        ? { messages: [message('1'), message('2')], next_cursor: null }
        : { messages: [message('3'), message('4')], next_cursor: 'older' },
    )
    const progress: number[] = []
    const data = await collectExport('2026-11-28T09:00:00Z', count => progress.push(count))
    expect(data.tasks.map(task => task.id)).toEqual([1, 2])
    expect(data.trash.map(task => task.id)).toEqual([3])
    expect(data.conversations[0]?.messages.map(each => each.id)).toEqual(['1', '2', '3', '4'])
    expect(progress.at(-1)).toBe(8)
  })
})
