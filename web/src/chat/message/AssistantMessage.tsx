import { useState } from 'react'
import type { Message, PendingOption } from '../../api/types'
import { formatMoment, formatMomentInFull } from '../../i18n/format'
import { useText } from '../../i18n/language'
import { IconButton } from '../../ui/Button'
import { copyText } from '../../ui/clipboard'
import type { Step } from '../turn/reply'
import { Markdown } from './Markdown'
import styles from './Message.module.css'
import { Pending } from './Pending'
import { plainText } from './plainText'
import { Receipts } from './Receipts'
import { Steps } from './Steps'
import { withoutQuestion } from './withoutQuestion'

interface AssistantMessageProps {
  message: Message
  /** The newest answer: only its question can be answered, and only it can be asked for again. */
  isLast: boolean
  busy: boolean
  onChoose: (option: PendingOption) => void
  /** Null: what it answers can't be said again. */
  onAgain: (() => void) | null
}

/** A stored answer. */
export function AssistantMessage({ message, isLast, busy, onChoose, onAgain }: AssistantMessageProps) {
  const text = useText()
  const { receipts = [], pending, model } = message.metadata
  const steps: Step[] = message.tool_calls.map((call, index) => ({
    id: `${message.id}-${index}`,
    name: call.name,
    arguments: call.arguments,
    result: call.result,
    error: null,
  }))
  const waits = isLast && pending ? pending : null
  const words = waits ? withoutQuestion(message.content, waits) : message.content
  return (
    <article className={styles.answer}>
      <h2 className="visually-hidden">{text('chat.tasktalkSaid')}</h2>
      <Steps steps={steps} />
      {words && <Markdown text={words} />}
      <Receipts receipts={receipts} />
      {waits && <Pending pending={waits} onChoose={onChoose} disabled={busy} />}
      <footer className={styles.footer}>
        <time dateTime={message.created_at} title={formatMomentInFull(message.created_at)}>
          {formatMoment(message.created_at)}
        </time>
        {model && <span title={text('chat.byModel')}>{model.model}</span>}
        <CopyButton words={plainText(message.content)} />
        {isLast && onAgain && (
          <IconButton small icon="retry" label={text('chat.again')} disabled={busy} onClick={onAgain} />
        )}
      </footer>
    </article>
  )
}

function CopyButton({ words }: { words: string }) {
  const text = useText()
  const [copied, setCopied] = useState(false)
  return (
    <IconButton
      small
      icon={copied ? 'check' : 'copy'}
      label={text(copied ? 'action.copied' : 'action.copy')}
      onClick={async () => setCopied(await copyText(words))}
      onBlur={() => setCopied(false)}
      onPointerLeave={() => setCopied(false)}
    />
  )
}
