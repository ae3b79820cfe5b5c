import { useSession } from '../api/session'
import { useText } from '../i18n/language'
import { Icon } from '../ui/Icon'
import styles from './EmptyState.module.css'

const EXAMPLES = ['example.remind', 'example.repeat', 'example.ask'] as const

/** A new conversation: what one can say, by three examples that work as they stand. */
export function EmptyState({ onSay, disabled }: { onSay: (words: string) => void; disabled: boolean }) {
  const text = useText()
  const name = useSession(session => session.user?.name)
  return (
    <div className={styles.empty}>
      <h2>{name ? text('empty.helloName', { name }) : text('empty.hello')}</h2>
      <p>{text('empty.text')}</p>
      <ul>
        {EXAMPLES.map(key => (
          <li key={key}>
            <button type="button" disabled={disabled} onClick={() => onSay(text(key))}>
              <span>{text(key)}</span>
              <Icon name="send" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
