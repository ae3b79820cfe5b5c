import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../api/problem'
import type { Message } from '../api/types'
import { useText } from '../i18n/language'
import { Button } from '../ui/Button'
import { toastError } from '../ui/toast'
import { Announcer } from './Announcer'
import { ChatHeader } from './ChatHeader'
import styles from './ConversationPage.module.css'
import { Composer } from './composer/Composer'
import { writeDraft } from './composer/drafts'
import { EmptyState } from './EmptyState'
import { Log } from './Log'
import { lastSaid } from './lastSaid'
import { Missing } from './Missing'
import { isRunning, loadThread, NEW, useThread } from './threads'
import { sayInstead } from './turn/sayInstead'
import { choose, say, takeUp } from './turn/turn'
import { useStickToEnd } from './useStickToEnd'

/** One conversation; a new one when `id` is null. */
export function ConversationPage({ id: given }: { id: string | null }) {
  const id = given ?? NEW
  const text = useText()
  const thread = useThread(id)
  const box = useRef<HTMLTextAreaElement>(null)
  const [editing, setEditing] = useState<Message | null>(null)
  const [restored, setRestored] = useState(0)
  const { scroller, away, toEnd } = useStickToEnd<HTMLDivElement>()
  const last = lastSaid(thread.messages)
  const running = isRunning(id)
  const isEmpty =
    thread.status === 'ready' && thread.messages.length === 0 && !thread.turn && thread.failed.length === 0

  useEffect(() => {
    if (id !== NEW && !isRunning(id)) void loadThread(id)
    takeUp(id)
    setEditing(null)
    // On a touch screen a focused box would open the keyboard over the conversation.
    if (matchMedia('(pointer: fine)').matches) box.current?.focus()
  }, [id])

  const saidAt = thread.turn?.saidAt
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever says something wants to see the answer.
  useEffect(() => toEnd(), [saidAt, id, toEnd])

  const again = (message: Message) =>
    sayInstead(id, message, message.content, { isAgain: true }).catch(error =>
      toastError(error instanceof ApiError ? error.detail : text('error.unreachable')),
    )

  const putBack = (words: string) => {
    writeDraft(id, words)
    setRestored(count => count + 1)
    // The box is a new one then.
    setTimeout(() => box.current?.focus())
  }

  return (
    <section className={styles.page} aria-label={text('pane.chat')}>
      <ChatHeader id={given} />
      <div className={styles.scroller} ref={scroller}>
        <div className={styles.column}>
          {thread.status === 'missing' && <Missing />}
          {thread.status === 'failed' && (
            <div className={styles.failed} role="alert">
              <p>{text('error.unreachable')}</p>
              <Button icon="retry" onClick={() => loadThread(id)}>
                {text('action.retry')}
              </Button>
            </div>
          )}
          {thread.status === 'loading' && !thread.turn && (
            <p className={styles.loading}>{text('state.loading')}</p>
          )}
          {isEmpty && <EmptyState onSay={words => say(id, words)} disabled={running} />}
          {(thread.messages.length > 0 || thread.turn || thread.failed.length > 0) && (
            <Log
              id={id}
              thread={thread}
              last={last}
              onEdit={setEditing}
              onAgain={again}
              onChoose={(pendingId, option) => choose(id, pendingId, option)}
              onTakeBack={putBack}
            />
          )}
        </div>
      </div>
      {thread.status !== 'missing' && (
        <div className={styles.foot}>
          {away && (
            <Button small icon="down" className={styles.toEnd} onClick={toEnd}>
              {text('chat.newest')}
            </Button>
          )}
          <Composer
            key={restored}
            id={id}
            running={running}
            box={box}
            editing={editing}
            onEdit={setEditing}
            last={last}
          />
        </div>
      )}
      <Announcer thread={thread} />
    </section>
  )
}
