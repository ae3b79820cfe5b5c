import { useState } from 'react'
import type { Message, PendingOption } from '../api/types'
import { useText } from '../i18n/language'
import { Button, IconButton } from '../ui/Button'
import styles from './Log.module.css'
import { AssistantMessage } from './message/AssistantMessage'
import { TurnView } from './message/TurnView'
import { UserMessage } from './message/UserMessage'
import { isRunning, loadOlder, type Thread } from './threads'
import { useAgain, withoutRepetition } from './turn/again'

interface LogProps {
  id: string
  thread: Thread
  /** The person's last message, if it can be edited. */
  last: Message | null
  onEdit: (message: Message) => void
  onAgain: (message: Message) => void
  onChoose: (pendingId: string, option: PendingOption) => void
  onTakeBack: (words: string) => void
}

/** The messages of a conversation, oldest first, and the turn under way. */
export function Log({ id, thread, last, onEdit, onAgain, onChoose, onTakeBack }: LogProps) {
  const text = useText()
  const busy = isRunning(id)
  const newest = thread.messages.at(-1)
  const again = useAgain(store => store.answers)
  const shown = withoutRepetition(thread.messages, again)
  // Said again for another answer, the last message is that of before.
  const editable = last && shown.findLast(({ role }) => role === 'user')
  return (
    <div className={styles.log} role="log" aria-live="off" aria-label={text('chat.messages')}>
      {thread.older && <OlderButton id={id} />}
      {shown.map(message =>
        message.role === 'user' ? (
          <UserMessage
            key={message.id}
            words={message.content}
            at={message.created_at}
            actions={
              message === editable &&
              last &&
              !busy && <IconButton small icon="edit" label={text('chat.edit')} onClick={() => onEdit(last)} />
            }
          />
        ) : (
          <AssistantMessage
            key={message.id}
            message={message}
            isLast={message === newest && !thread.turn}
            busy={busy}
            onChoose={option => message.metadata.pending && onChoose(message.metadata.pending.id, option)}
            onAgain={last && (() => onAgain(last))}
          />
        ),
      )}
      {[...thread.failed, ...(thread.turn ? [thread.turn] : [])].map(turn => (
        <TurnView key={turn.delivery.key} id={id} turn={turn} busy={busy} onTakeBack={onTakeBack} />
      ))}
    </div>
  )
}

function OlderButton({ id }: { id: string }) {
  const text = useText()
  const [busy, setBusy] = useState(false)
  return (
    <Button
      kind="quiet"
      small
      className={styles.older}
      disabled={busy}
      onClick={() => {
        setBusy(true)
        loadOlder(id)
          .catch(() => {})
          .finally(() => setBusy(false))
      }}
    >
      {text(busy ? 'state.loading' : 'chat.older')}
    </Button>
  )
}
