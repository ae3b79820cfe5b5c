/** What the HTTP API sends and takes. The reference is `openapi.json`; only what the page uses is here. */

export type Priority = 'none' | 'low' | 'medium' | 'high'

export interface DueDate {
  date: string
}
export interface DueDateTime {
  date_time: string
  timezone?: string
}
/** A whole day, or a local time in a zone; never a date disguised as midnight. */
export type Due = DueDate | DueDateTime

export interface Recurrence {
  rrule: string
  mode?: 'fixed' | 'catch_up' | 'after_completion'
  strict?: boolean
}

export interface Task {
  id: number
  user_id: string
  title: string
  description: string | null
  completed: boolean
  completed_at: string | null
  due: Due | null
  recurrence: Recurrence | null
  exceptions?: { moved_from?: Due | null; later?: { slot: string; to?: Due | null }[] }
  priority: Priority
  tags: string[]
  created_at: string
  updated_at: string
  /** Only in the trash. */
  deleted_at?: string | null
  /** Counts its changes, from 1; also its ETag. */
  version: number
}

export interface NewTask {
  title: string
  description?: string | null
  due?: Due | null
  recurrence?: Recurrence | null
  priority?: Priority
  tags?: string[]
}
/** Absent keeps, `null` clears. */
export type TaskPatch = Partial<NewTask>

/** A tag in use, and how many tasks have it. */
export interface TagUse {
  tag: string
  pending: number
  completed: number
}

export interface TaskList {
  tasks: Task[]
  count: number
  next_cursor: string | null
}

export interface TaskQuery {
  status?: 'all' | 'pending' | 'completed'
  q?: string
  tag?: string
  priority?: Priority
  due_before?: string
  due_after?: string
  due_on?: string
  sort?: string
  order?: 'asc' | 'desc'
  limit?: number
  cursor?: string
}

export type Operation = 'created' | 'updated' | 'completed' | 'reopened' | 'deleted' | 'restored'

/** What one change did, and how to take it back. */
export interface Receipt {
  op: Operation
  task_id: number
  title: string
  before: Task | null
  after: Task | null
  undo_token: string
  expires_at: string
  /** In stored messages: it was taken back since, through whichever door. */
  undone?: boolean
}

export interface ToolCall {
  name: string
  arguments: Record<string, unknown>
  result: Record<string, unknown>
}

export interface PendingOption {
  id: string
  label: string
  task_id?: number
}
/** A question that waits for an answer, by words or by a click. */
export interface PendingQuestion {
  id: string
  kind: 'choice' | 'confirm' | 'add'
  question: string
  options: PendingOption[]
  expires_at: string
}

export interface ChatRequest {
  message?: string
  answer?: { pending_id: string; option_id: string }
  conversation_id?: string
  timezone?: string
}

export interface ChatResponse {
  conversation_id: string
  message_id: string
  response: string
  success: boolean
  tool_calls: ToolCall[]
  receipts: Receipt[]
  pending?: PendingQuestion | null
  engine: string
  confidence: number
}

export interface MessageMetadata {
  engine?: string | null
  confidence?: number | null
  success?: boolean | null
  receipts?: Receipt[]
  /** Which language model took part, if one did. */
  model?: { model: string; outcome: string } | null
  pending?: PendingQuestion | null
}
export interface Message {
  id: string
  role: 'user' | 'assistant'
  content: string
  tool_calls: ToolCall[]
  metadata: MessageMetadata
  created_at: string
}
export interface MessageList {
  messages: Message[]
  next_cursor: string | null
}

export interface Conversation {
  id: string
  title: string
  created_at: string
  updated_at: string
}
export interface ConversationList {
  conversations: Conversation[]
  next_cursor: string | null
}

export interface Span {
  kind: 'title' | 'due' | 'recurrence' | 'priority' | 'tag' | 'reference' | 'filter' | (string & {})
  text: string
  /** In characters (Unicode scalar values), the end excluded. */
  start: number
  end: number
}
export interface Command {
  intent: string
  confidence: number
  parameters: {
    title?: string | null
    due?: Due | null
    recurrence?: string | null
    priority?: Priority | null
    tags?: string[]
  } & Record<string, unknown>
  spans: Span[]
}
export interface ParseResponse {
  commands: Command[]
  confidence: number
  language: string | null
  question: string | null
  text: string
}

export interface User {
  id: string
  email: string | null
  name: string | null
  timezone: string | null
  locale: string | null
  model_consent: boolean
  settings: Record<string, unknown>
  created_at: string
  updated_at: string
}
export interface Session {
  access_token: string
  expires_in: number
  user: User
}

export interface Reminder {
  id: string
  task_id: number
  title: string
  due: Due
  fired_at: string
  late_by_seconds: number
  occurrence?: string | null
}

/** One change, as `GET /api/{user_id}/events` tells it. */
export type ServerEvent =
  | { type: 'reset' }
  | { type: 'reminder.due'; seq: number; id: number; reminder: Reminder }
  | { type: string; seq: number; id: number | string; version?: number; at?: string }
