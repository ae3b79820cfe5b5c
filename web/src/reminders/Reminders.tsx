import { useText } from '../i18n/language'
import { ReminderCard } from './ReminderCard'
import styles from './Reminders.module.css'
import { useReminders } from './store'

/** Reminders that wait for an answer, over the page's edge. They stay until they are answered. */
export function Reminders() {
  const text = useText()
  const reminders = useReminders(store => store.reminders)
  return (
    <section
      className={styles.stack}
      aria-label={text('reminder.list')}
      aria-live="assertive"
      aria-relevant="additions"
    >
      {reminders.slice(-3).map(reminder => (
        <ReminderCard key={reminder.id} reminder={reminder} />
      ))}
      {reminders.length > 3 && (
        <p className={styles.more}>{text('reminder.more', { count: reminders.length - 3 })}</p>
      )}
    </section>
  )
}
