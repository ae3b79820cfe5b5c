import { useText } from '../i18n/language'
import { ReminderCard } from './ReminderCard'
import styles from './Reminders.module.css'
import { useReminders } from './store'

/** More than these are not read at once; the others come when these are answered. */
const MOST = 5

/** Reminders that wait for an answer, newest first. They stay until they are answered. */
export function Reminders() {
  const text = useText()
  const reminders = useReminders(store => store.reminders)
  const shown = reminders.slice(0, MOST)
  return (
    <section
      className={styles.stack}
      aria-label={text('reminder.list')}
      aria-live="assertive"
      aria-relevant="additions"
    >
      {shown.map((reminder, index) => (
        <ReminderCard key={reminder.id} reminder={reminder} isFirst={index === 0} />
      ))}
      {reminders.length > MOST && (
        <p className={styles.more}>{text('reminder.more', { count: reminders.length - MOST })}</p>
      )}
    </section>
  )
}
