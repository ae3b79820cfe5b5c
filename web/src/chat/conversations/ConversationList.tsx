import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useText } from '../../i18n/language'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './ConversationList.module.css'
import { ConversationMenu } from './ConversationMenu'
import { loadConversations, loadMoreConversations, useConversations } from './store'

/** New conversation, search, and the conversations, the one used last first. */
export function ConversationList({ onFind, onGo }: { onFind: () => void; onGo?: () => void }) {
  const text = useText()
  const [location] = useLocation()
  const { conversations, next, status, leaving } = useConversations()
  const [busy, setBusy] = useState(false)
  const shown = conversations.filter(known => !leaving.has(known.id))
  const more = () => {
    setBusy(true)
    loadMoreConversations()
      .catch(() => {})
      .finally(() => setBusy(false))
  }
  return (
    <nav className={styles.nav} aria-label={text('pane.conversations')}>
      <div className={styles.top}>
        <Link href="/" className={styles.new} onClick={onGo}>
          <Icon name="plus" size={18} />
          {text('chat.new')}
        </Link>
        <button type="button" className={styles.find} onClick={onFind}>
          <Icon name="search" size={18} />
          <span>{text('finder.open')}</span>
          <kbd>{MODIFIER} K</kbd>
        </button>
      </div>
      <ul className={styles.list}>
        {shown.map(known => (
          <li key={known.id} className={styles.item} data-here={location === `/c/${known.id}` || undefined}>
            <Link
              href={`/c/${known.id}`}
              dir="auto"
              title={known.title}
              aria-current={location === `/c/${known.id}` ? 'page' : undefined}
              onClick={onGo}
            >
              {known.title}
            </Link>
            <ConversationMenu conversation={known} small />
          </li>
        ))}
      </ul>
      {status === 'failed' && (
        <Button small icon="retry" onClick={loadConversations}>
          {text('action.retry')}
        </Button>
      )}
      {status === 'ready' && shown.length === 0 && <p className={styles.none}>{text('conversation.none')}</p>}
      {next && (
        <Button small kind="quiet" disabled={busy} onClick={more}>
          {text('action.loadMore')}
        </Button>
      )}
    </nav>
  )
}

/** The key that the platform's shortcuts begin with. */
const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
