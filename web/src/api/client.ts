import { json, query, send } from './http'
import type {
  Conversation,
  ConversationList,
  Due,
  Message,
  MessageList,
  NewTask,
  ParseResponse,
  Receipt,
  Reminder,
  TagUse,
  Task,
  TaskList,
  TaskPatch,
  TaskQuery,
  User,
} from './types'

/** The HTTP API, one function for each operation. Errors: see `send`. */
const me = '/api/me'

/** Refuses to overwrite what someone else has changed since: 412. */
const ifMatch = (version?: number) =>
  version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }

/** A change over REST: the task as it is now, and what takes the change back (null when nothing changed). */
export interface Changed {
  task: Task
  undoToken: string | null
}
async function changed(method: string, path: string, body?: unknown, version?: number): Promise<Changed> {
  return told(await send(method, path, { body, ...ifMatch(version) }))
}
async function told(response: Response): Promise<Changed> {
  return { task: await response.json(), undoToken: response.headers.get('undo-token') }
}

export const listTasks = (filter: TaskQuery, signal?: AbortSignal) =>
  json<TaskList>('GET', `${me}/tasks${query(filter)}`, signal && { signal })
export const getTask = (id: number) => json<Task>('GET', `${me}/tasks/${id}`)
/** Adds it once for each key, however often it is asked for. */
export const createTask = async (task: NewTask, key: string) =>
  told(await send('POST', `${me}/tasks`, { body: task, headers: { 'idempotency-key': key } }))
export const updateTask = (id: number, patch: TaskPatch, version?: number) =>
  changed('PATCH', `${me}/tasks/${id}`, patch, version)
export const completeTask = (id: number, completed: boolean, version?: number) =>
  changed('PATCH', `${me}/tasks/${id}/complete`, { completed }, version)
export const changeOccurrence = (
  id: number,
  action: { action: 'done' | 'skip' | 'move'; on?: string; to?: Due },
) => changed('POST', `${me}/tasks/${id}/occurrence`, action)
/** Into the trash. Answers with the token that takes it out again. */
export const deleteTask = async (id: number, version?: number) =>
  (await send('DELETE', `${me}/tasks/${id}`, ifMatch(version))).headers.get('undo-token')
export const restoreTask = (id: number) => changed('POST', `${me}/tasks/${id}/restore`)
export const listTrash = (filter: { q?: string; cursor?: string }) =>
  json<TaskList>('GET', `${me}/trash${query(filter)}`)
/** Those of the most open tasks first. */
export const listTags = async () => (await json<{ tags: TagUse[] }>('GET', `${me}/tags`)).tags
export const undo = async (undo_token: string) =>
  (await json<{ receipts: Receipt[] }>('POST', `${me}/undo`, { body: { undo_token } })).receipts

export const listConversations = (
  filter: { q?: string; cursor?: string; limit?: number },
  signal?: AbortSignal,
) => json<ConversationList>('GET', `${me}/conversations${query(filter)}`, signal && { signal })
export const getConversation = (id: string) => json<Conversation>('GET', `${me}/conversations/${id}`)
export const renameConversation = (id: string, title: string) =>
  json<Conversation>('PATCH', `${me}/conversations/${id}`, { body: { title } })
/** Gets there even when the page is being left. */
export const deleteConversation = (id: string) =>
  send('DELETE', `${me}/conversations/${id}`, { keepalive: true })
export const listMessages = (id: string, cursor?: string) =>
  json<MessageList>('GET', `${me}/conversations/${id}/messages${query({ cursor, limit: 50 })}`)
export const stopTurn = (id: string) => send('POST', `${me}/conversations/${id}/stop`)
export const parse = (message: string, timezone: string, signal?: AbortSignal) =>
  json<ParseResponse>('POST', `${me}/parse`, { body: { message, timezone }, ...(signal ? { signal } : {}) })

export const listReminders = () => json<{ reminders: Reminder[] }>('GET', `${me}/reminders`)
export const snoozeReminder = (id: string, to: { minutes: number } | { until: string }) =>
  send('POST', `${me}/reminders/${id}/snooze`, { body: to })
export const dismissReminder = (id: string) => send('POST', `${me}/reminders/${id}/dismiss`)

export const getProfile = () => json<User>('GET', me)
export const updateProfile = (
  patch: Partial<Pick<User, 'name' | 'timezone' | 'locale' | 'model_consent' | 'settings'>>,
) => json<User>('PATCH', me, { body: patch })

export type { Message }
