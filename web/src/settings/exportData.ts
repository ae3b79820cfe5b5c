import { getProfile, listConversations, listMessages, listTasks, listTrash } from '../api/client'
import type { Conversation, Message, Task, User } from '../api/types'

/** Everything a person has here, as the API tells it. */
export interface Export {
  format: 'tasktalk-export'
  version: 1
  exported_at: string
  profile: User
  tasks: Task[]
  trash: Task[]
  conversations: (Conversation & { messages: Message[] })[]
}

type Page<Item> = { items: Item[]; next: string | null }

/** Walks all pages of a list. */
async function all<Item>(
  fetchPage: (cursor?: string) => Promise<Page<Item>>,
  onMore: (count: number) => void,
) {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: Page<Item> = await fetchPage(cursor ?? undefined)
    items.push(...page.items)
    onMore(page.items.length)
    cursor = page.next
  } while (cursor)
  return items
}

const PAGE = 200

/** Collects it, page after page; `onProgress` tells how many things there are so far. */
export async function collectExport(
  exportedAt: string,
  onProgress: (count: number) => void,
): Promise<Export> {
  let count = 0
  const more = (by: number) => {
    count += by
    onProgress(count)
  }
  const after = (cursor?: string) => (cursor ? { cursor } : {})
  const profile = await getProfile()
  const tasks = await all<Task>(async cursor => {
    const page = await listTasks({ status: 'all', limit: PAGE, ...after(cursor) })
    return { items: page.tasks, next: page.next_cursor }
  }, more)
  const trash = await all<Task>(async cursor => {
    const page = await listTrash(after(cursor))
    return { items: page.tasks, next: page.next_cursor }
  }, more)
  const list = await all<Conversation>(async cursor => {
    const page = await listConversations({ limit: PAGE, ...after(cursor) })
    return { items: page.conversations, next: page.next_cursor }
  }, more)
  const conversations: Export['conversations'] = []
  for (const conversation of list)
    conversations.push({ ...conversation, messages: await messagesOf(conversation.id, more) })
  return {
    format: 'tasktalk-export',
    version: 1,
    exported_at: exportedAt,
    profile,
    tasks,
    trash,
    conversations,
  }
}

/** Pages of messages go backwards, each of them forwards. */
async function messagesOf(id: string, onMore: (count: number) => void): Promise<Message[]> {
  const pages: Message[][] = []
  await all<Message>(async cursor => {
    const page = await listMessages(id, cursor)
    pages.unshift(page.messages)
    return { items: page.messages, next: page.next_cursor }
  }, onMore)
  return pages.flat()
}

/** Has the browser save a file. */
export function saveFile(name: string, contents: string, type: string): void {
  const url = URL.createObjectURL(new Blob([contents], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
