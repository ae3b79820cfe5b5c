import { navigate } from 'wouter/use-browser-location'
import { stopTurn } from '../../api/client'
import { ApiError, UnreachableError } from '../../api/problem'
import { randomUuid } from '../../api/random'
import { useSession } from '../../api/session'
import type { ChatRequest, Message } from '../../api/types'
import { browserZone } from '../../i18n/format'
import { text } from '../../i18n/language'
import { applyReceipts } from '../../tasks/store'
import { moveDraft } from '../composer/drafts'
import { conversationBegan, refreshConversation } from '../conversations/store'
import { giveId, isRunning, LOCAL, loadThread, NEW, setThread, thread, useThreads } from '../threads'
import { rememberAgain } from './again'
import type { Chunk } from './chunks'
import { type Delivery, deliver } from './deliver'
import { applyChunk, EMPTY_REPLY, type Reply } from './reply'
import { forgetUnderWay, rememberUnderWay, underWay } from './underWay'

/** One turn of this tab: what was said, and the answer as far as it has come. */
export interface Turn {
  delivery: Delivery
  /** What the person said, or the label of what they clicked. */
  said: string
  saidAt: string
  reply: Reply
  /** `lost`: the connection broke, and the answer is being picked up again. */
  phase: 'running' | 'lost' | 'stopping' | 'stopped' | 'failed'
  /** While it is `lost`: the server is there, and waits for an answer that it began before. */
  isHeld?: boolean
  /** Why it failed, in a sentence. */
  error: string | null
  /** The same words are answered another time. */
  isAgain?: boolean
  /** It failed because the server was not reached. */
  isUnreached?: boolean
}

const aborts = new Map<string, AbortController>()

/** Says something in a conversation; `isAgain`, for another answer to the same words. */
export function say(id: string, message: string, { isAgain = false } = {}): Promise<void> {
  return begin(id, { message }, message, isAgain)
}

/** Answers the waiting question with a click. */
export function choose(id: string, pendingId: string, option: { id: string; label: string }): Promise<void> {
  return begin(id, { answer: { pending_id: pendingId, option_id: option.id } }, option.label)
}

/** Sends a failed turn again, under the same key: if the server got it after all, it acts only once. */
export function retry(id: string, { delivery, said, isAgain }: Turn): Promise<void> {
  return run(id, delivery, said, isAgain)
}

/** Sends again what was said while the server was out of reach, in the order in which it was said. */
export async function retryUnreached(): Promise<void> {
  for (const [id, { failed, turn }] of useThreads.getState().byId) {
    const unreached = [...failed, ...(turn?.phase === 'failed' ? [turn] : [])].filter(
      known => known.isUnreached,
    )
    // A new conversation gets its id by the first; what was said after it in vain keeps its button.
    for (const known of id === NEW ? unreached.slice(0, 1) : unreached)
      if (!isRunning(id)) await retry(id, known)
  }
}

/** Takes a failed or stopped turn off the page, to have its text back in the message box. */
export function discard(id: string, { delivery: { key } }: Turn) {
  setThread(id, ({ turn, failed }) => ({
    turn: turn?.delivery.key === key ? null : turn,
    failed: failed.filter(other => other.delivery.key !== key),
  }))
  forgetUnderWay(id)
}

/** After the page was loaded again: goes on with what was under way. */
export function takeUp(id: string) {
  const found = underWay(id)
  if (!found || thread(id).turn) return
  const begun = id === NEW ? {} : { conversation: id }
  void run(id, { ...found.delivery, ...begun, wasSent: true }, found.said)
}

function begin(id: string, what: ChatRequest, said: string, isAgain = false): Promise<void> {
  // The zone of the profile counts; without one, this browser's.
  const zone = useSession.getState().user?.timezone ? {} : { timezone: browserZone() }
  const request = { ...what, ...zone, ...(id === NEW ? {} : { conversation_id: id }) }
  return run(id, { key: randomUuid(), request }, said, isAgain)
}

async function run(startId: string, delivery: Delivery, said: string, isAgain = false): Promise<void> {
  let id = startId
  if (isRunning(id)) return
  const abort = new AbortController()
  const saidAt = new Date().toISOString()
  aborts.set(delivery.key, abort)
  rememberUnderWay(id, { delivery, said })
  setThread(id, before => ({
    failed: [...before.failed, ...(before.turn ? [before.turn] : [])].filter(
      other => other.phase === 'failed' && other.delivery.key !== delivery.key,
    ),
    turn: { delivery, said, saidAt, reply: EMPTY_REPLY, phase: 'running', error: null, isAgain },
  }))
  const hear = (chunk: Chunk) => {
    if (chunk.type === 'data-conversation' || chunk.type === 'data-turn') {
      id = settle(id, chunk, { delivery, said })
    }
    if (chunk.type === 'data-receipt') applyReceipts([chunk.data])
    if (chunk.type === 'data-turn') applyReceipts(chunk.data.receipts)
    setTurn(id, turn => ({
      reply: applyChunk(turn.reply, chunk),
      phase: turn.phase === 'lost' ? 'running' : turn.phase,
    }))
  }
  const again = (reason: 'lost' | 'still-answering') =>
    setTurn(id, ({ phase }) =>
      phase === 'running' || phase === 'lost'
        ? { phase: 'lost', reply: EMPTY_REPLY, isHeld: reason === 'still-answering' }
        : {},
    )
  try {
    await deliver(delivery, { chunk: hear, again }, abort.signal)
    ended(id)
  } catch (error) {
    if (abort.signal.aborted) setTurn(id, () => ({ phase: 'stopped' }))
    else {
      const isUnreached = error instanceof UnreachableError
      setTurn(id, () => ({ phase: 'failed', error: sentence(error), isUnreached }))
    }
  } finally {
    aborts.delete(delivery.key)
    if (thread(id).turn?.phase !== 'failed') forgetUnderWay(id)
  }
}

/**
 * A new conversation has an id now: everything that was kept under `new` moves. A server that fell over while it gave
 * the first answer of a conversation has closed that turn, and answers the repeated request in another one: the page
 * follows.
 */
function settle(
  id: string,
  chunk: Extract<Chunk, { type: 'data-conversation' | 'data-turn' }>,
  found: { delivery: Delivery; said: string },
): string {
  const settled = chunk.type === 'data-turn' ? chunk.data.conversation_id : chunk.data.id
  if (id === settled) return settled
  giveId(id, settled)
  moveDraft(id, settled)
  forgetUnderWay(id)
  rememberUnderWay(settled, found)
  conversationBegan(settled, chunk.type === 'data-conversation' ? chunk.data.title : found.said)
  if (location.pathname === (id === NEW ? '/' : `/c/${id}`)) navigate(`/c/${settled}`, { replace: true })
  if (thread(settled).turn?.phase === 'stopping') void stopTurn(settled).catch(() => {})
  return settled
}

/** The answer came to its end: it is a pair of messages now, or it was stopped, or it failed. */
function ended(id: string) {
  const turn = thread(id).turn
  if (!turn) return
  const { reply } = turn
  if (reply.turn && turn.isAgain) rememberAgain(reply.turn.message_id)
  if (reply.turn)
    setThread(id, before => ({ messages: [...before.messages, ...messagesOf(turn)], turn: null }))
  else if (reply.end === 'stopped') setTurn(id, () => ({ phase: 'stopped' }))
  else setTurn(id, () => ({ phase: 'failed', error: reply.error ?? text('chat.failed') }))
  if (id === NEW) return
  // With their ids, and with what another tab has said meanwhile.
  void loadThread(id)
  void refreshConversation(id)
}

function messagesOf({ said, saidAt, reply }: Turn): Message[] {
  const { turn } = reply
  if (!turn) return []
  const { message_id, response, tool_calls, receipts, pending, engine, confidence, success } = turn
  const metadata = { receipts, pending: pending ?? null, engine, confidence, success }
  return [
    {
      id: `${LOCAL}${message_id}`,
      role: 'user',
      content: said,
      tool_calls: [],
      metadata: {},
      created_at: saidAt,
    },
    {
      id: message_id,
      role: 'assistant',
      content: response,
      tool_calls,
      metadata,
      created_at: new Date().toISOString(),
    },
  ]
}

function setTurn(id: string, change: (turn: Turn) => Partial<Turn>) {
  setThread(id, ({ turn }) => (turn ? { turn: { ...turn, ...change(turn) } } : {}))
}

/** Stops the running turn. What it has done already stays done, and is told. */
export async function stop(id: string) {
  const turn = thread(id).turn
  if (!turn || !isRunning(id)) return
  const wasLost = turn.phase === 'lost'
  setTurn(id, () => ({ phase: 'stopping' }))
  if (id === NEW && !wasLost) return
  try {
    if (!wasLost) return void (await stopTurn(id))
  } catch (error) {
    if (!(error instanceof ApiError)) console.warn(error)
  }
  // The server can't be told: at least this tab waits no longer.
  aborts.get(turn.delivery.key)?.abort()
  if (id !== NEW) void loadThread(id)
}

function sentence(error: unknown): string {
  return error instanceof ApiError ? error.detail : text('error.unreachable')
}
