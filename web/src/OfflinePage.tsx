import { useEffect } from 'react'
import { resume } from './api/session'
import styles from './CrashGuard.module.css'
import { useDraft } from './chat/composer/drafts'
import { NEW } from './chat/threads'
import { useText } from './i18n/language'
import { Button } from './ui/Button'
import { Icon } from './ui/Icon'

const AGAIN_MS = 10_000

/** The page was opened and the server does not answer: says so, keeps a draft, and tries again by itself. */
export function OfflinePage() {
  const text = useText()
  const [draft, setDraft] = useDraft(NEW)
  useEffect(() => {
    const again = () => void resume()
    const timer = setInterval(again, AGAIN_MS)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [])
  return (
    <main className={styles.page}>
      <Icon name="offline" size={32} />
      <h1>{text('offline.start')}</h1>
      <p>{text('offline.startText')}</p>
      <label>
        {text('chat.message')}
        <textarea dir="auto" value={draft} onChange={event => setDraft(event.target.value)} />
      </label>
      <Button kind="primary" icon="retry" onClick={resume}>
        {text('action.retry')}
      </Button>
    </main>
  )
}
