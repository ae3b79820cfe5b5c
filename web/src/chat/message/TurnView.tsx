import type { Key } from '../../i18n/en'
import { useText } from '../../i18n/language'
import { Button } from '../../ui/Button'
import { discard, retry, type Turn } from '../turn/turn'
import { Markdown } from './Markdown'
import styles from './Message.module.css'
import { Receipts } from './Receipts'
import { Steps } from './Steps'
import { UserMessage } from './UserMessage'

/** What is being waited for. */
function waitingText({ phase, isHeld }: Turn): Key {
  if (phase === 'stopping') return 'chat.stopping'
  if (phase === 'lost') return isHeld ? 'chat.held' : 'chat.lost'
  return 'chat.answering'
}

interface TurnViewProps {
  id: string
  turn: Turn
  /** Another turn is under way. */
  busy: boolean
  /** Puts the words back into the message box. */
  onTakeBack: (words: string) => void
}

/** The turn under way: what was said, the answer as it comes, or why there is none. */
export function TurnView({ id, turn, busy, onTakeBack }: TurnViewProps) {
  const text = useText()
  const { reply, phase } = turn
  const over = phase === 'failed' || phase === 'stopped'
  const canEdit = turn.delivery.request.message !== undefined && reply.receipts.length === 0
  return (
    <>
      {!turn.isAgain && <UserMessage words={turn.said} at={turn.saidAt} faded={over} />}
      <article className={styles.answer} aria-busy={!over}>
        <Steps steps={reply.steps} />
        {reply.text && <Markdown text={reply.text} />}
        <Receipts receipts={reply.receipts} />
        {!over && (
          <p className={styles.thinking}>
            <span className={styles.dots} aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {text(waitingText(turn))}
          </p>
        )}
        {over && (
          <div className={styles.over} data-phase={phase} role={phase === 'failed' ? 'alert' : undefined}>
            <p>{phase === 'failed' ? turn.error : text('chat.stopped')}</p>
            <div className={styles.buttons}>
              <Button small icon="retry" disabled={busy} onClick={() => retry(id, turn)}>
                {text('action.retry')}
              </Button>
              {canEdit && (
                <Button
                  small
                  kind="quiet"
                  icon="edit"
                  onClick={() => {
                    onTakeBack(turn.said)
                    discard(id, turn)
                  }}
                >
                  {text('chat.edit')}
                </Button>
              )}
            </div>
          </div>
        )}
      </article>
    </>
  )
}
