import { useConnection } from '../api/events'
import { useText } from '../i18n/language'
import { Icon } from '../ui/Icon'
import { useOnline } from '../ui/useOnline'
import styles from './ConnectionNote.module.css'

/** Says when the page is not in step with the server. It lies over the messages, so that nothing jumps. */
export function ConnectionNote() {
  const text = useText()
  const online = useOnline()
  const lost = useConnection(store => store.state === 'lost')
  return (
    <div className={styles.place} role="status">
      {(!online || lost) && (
        <p className={styles.note}>
          <Icon name="offline" size={16} />
          {text(online ? 'offline.lost' : 'offline.banner')}
        </p>
      )}
    </div>
  )
}
