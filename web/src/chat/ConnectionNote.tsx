import { useConnection } from '../api/events'
import { useText } from '../i18n/language'
import { Icon } from '../ui/Icon'
import { useOnline } from '../ui/useOnline'
import styles from './ConnectionNote.module.css'

/** Whether the page is out of step with the server. */
export function useOutOfStep(): boolean {
  const online = useOnline()
  const lost = useConnection(store => store.state === 'lost')
  return !online || lost
}

/** Says when the page is out of step with the server: in the line below the message box, where nothing moves for it. */
export function ConnectionNote() {
  const text = useText()
  const online = useOnline()
  const outOfStep = useOutOfStep()
  return (
    <div role="status">
      {outOfStep && (
        <p className={styles.note}>
          <Icon name="offline" size={16} />
          {text(online ? 'offline.lost' : 'offline.banner')}
        </p>
      )}
    </div>
  )
}
