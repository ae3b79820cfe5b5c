import { create } from 'zustand'
import { deleteConversation, getConversation, listConversations, renameConversation } from '../../api/client'
import { onServerEvent } from '../../api/events'
import { ApiError } from '../../api/problem'
import type { Conversation } from '../../api/types'

/** The list of conversations, the one used last first, as far as it is loaded. */
interface ConversationStore {
  conversations: readonly Conversation[]
  /** Where the next page begins; null on the last one. */
  next: string | null
  status: 'idle' | 'loading' | 'ready' | 'failed'
  /** Deleted here a moment ago, and not yet on the server: undo brings them back. */
  leaving: ReadonlySet<string>
}
export const useConversations = create<ConversationStore>(() => ({
  conversations: [],
  next: null,
  status: 'idle',
  leaving: new Set(),
}))

const get = useConversations.getState
const set = useConversations.setState

export const conversation = (id: string) => get().conversations.find(known => known.id === id)

function put(conversation: Conversation) {
  set(({ conversations }) => ({
    conversations: [conversation, ...conversations.filter(known => known.id !== conversation.id)].sort(
      (a, b) => b.updated_at.localeCompare(a.updated_at),
    ),
  }))
}

function drop(id: string) {
  set(({ conversations, leaving }) => ({
    conversations: conversations.filter(known => known.id !== id),
    leaving: new Set([...leaving].filter(other => other !== id)),
  }))
}

export async function loadConversations() {
  set({ status: 'loading' })
  try {
    const page = await listConversations({})
    set({ conversations: page.conversations, next: page.next_cursor, status: 'ready' })
  } catch {
    set({ status: 'failed' })
  }
}

export async function loadMoreConversations() {
  const { next } = get()
  if (!next) return
  const page = await listConversations({ cursor: next })
  const fresh = page.conversations.filter(found => !conversation(found.id))
  set(({ conversations }) => ({ conversations: [...conversations, ...fresh], next: page.next_cursor }))
}

/** The first message of a conversation was sent. */
export function conversationBegan(id: string, title: string) {
  const now = new Date().toISOString()
  put({ id, title, created_at: now, updated_at: now })
}

export async function refreshConversation(id: string) {
  try {
    put(await getConversation(id))
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) drop(id)
  }
}

export async function rename(id: string, title: string) {
  put(await renameConversation(id, title))
}

/** Takes it off the list; it is deleted for good by `deleteForGood`, unless it is brought back before. */
export const leave = (id: string) => set(({ leaving }) => ({ leaving: new Set(leaving).add(id) }))

export const bringBack = (id: string) =>
  set(({ leaving }) => ({ leaving: new Set([...leaving].filter(other => other !== id)) }))

/** @throws ApiError, UnreachableError: then it is back on the list. */
export async function deleteForGood(id: string) {
  if (!get().leaving.has(id)) return
  try {
    await deleteConversation(id)
    drop(id)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return drop(id)
    bringBack(id)
    throw error
  }
}

/** Keeps the list in step with other tabs and doors. Answers with the function that ends that. */
export function syncConversations(): () => void {
  return onServerEvent(event => {
    if (event.type === 'reset') void loadConversations()
    else if (!('id' in event)) return
    else if (event.type === 'conversation.deleted') drop(String(event.id))
    else if (event.type.startsWith('conversation.')) void refreshConversation(String(event.id))
  })
}
