import type { ReactNode } from 'react'
import { formatMoment, formatMomentInFull } from '../../i18n/format'
import { useText } from '../../i18n/language'
import styles from './Message.module.css'

interface UserMessageProps {
  words: string
  at: string
  /** Buttons beside the time. */
  actions?: ReactNode
  faded?: boolean
}

/** What the person said. */
export function UserMessage({ words, at, actions, faded }: UserMessageProps) {
  const text = useText()
  return (
    <article className={styles.said} data-faded={faded || undefined}>
      <h2 className="visually-hidden">{text('chat.youSaid')}</h2>
      <p className={styles.bubble} dir="auto">
        {words}
      </p>
      <footer className={styles.footer}>
        {actions}
        <time dateTime={at} title={formatMomentInFull(at)}>
          {formatMoment(at)}
        </time>
      </footer>
    </article>
  )
}
