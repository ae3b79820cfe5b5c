import { useState } from 'react'
import { ApiError } from '../api/problem'
import type { Reminder } from '../api/types'
import { formatDue } from '../i18n/format'
import { useText } from '../i18n/language'
import { Button, IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { toastError } from '../ui/toast'
import { askToNotify, notificationState } from './notify'
import styles from './Reminders.module.css'
import { RescheduleDialog } from './RescheduleDialog'
import { dismiss, done, snooze } from './store'

/** From this on it is told as late, in seconds. */
const LATE_SECONDS = 60

/** One reminder: done, later, at another time, or away with it. */
export function ReminderCard({ reminder, isFirst }: { reminder: Reminder; isFirst: boolean }) {
  const text = useText()
  const [busy, setBusy] = useState(false)
  const [rescheduling, setRescheduling] = useState(false)
  const [mayAsk, setMayAsk] = useState(() => notificationState() === 'default')

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      setBusy(false)
      toastError(error instanceof ApiError ? error.detail : text('error.unreachable'))
    }
  }

  return (
    <article className={styles.card} aria-busy={busy}>
      <header>
        <span className={styles.bell}>
          <Icon name="bell" />
        </span>
        <div className={styles.what}>
          <h3 dir="auto">{reminder.title}</h3>
          <p>
            {formatDue(reminder.due)}
            {reminder.late_by_seconds >= LATE_SECONDS && (
              <span className={styles.late}>
                {' '}
                · {text('reminder.late', { minutes: Math.floor(reminder.late_by_seconds / 60) })}
              </span>
            )}
          </p>
        </div>
        <IconButton
          small
          icon="close"
          label={text('reminder.dismiss')}
          disabled={busy}
          onClick={() => run(() => dismiss(reminder))}
        />
      </header>
      <div className={styles.actions}>
        <Button small kind="primary" icon="check" disabled={busy} onClick={() => run(() => done(reminder))}>
          {text('reminder.done')}
        </Button>
        <Button
          small
          icon="clock"
          disabled={busy}
          onClick={() => run(() => snooze(reminder, { minutes: 10 }))}
        >
          {text('reminder.snooze', { count: 10 })}
        </Button>
        <Menu
          small
          label={text('reminder.later')}
          items={[
            {
              label: text('reminder.snooze', { count: 30 }),
              icon: 'clock',
              onSelect: () => run(() => snooze(reminder, { minutes: 30 })),
            },
            {
              label: text('reminder.hour'),
              icon: 'clock',
              onSelect: () => run(() => snooze(reminder, { minutes: 60 })),
            },
            {
              label: text('reminder.tomorrow'),
              icon: 'clock',
              onSelect: () => run(() => snooze(reminder, { until: tomorrowMorning() })),
            },
            { label: text('reminder.reschedule'), icon: 'calendar', onSelect: () => setRescheduling(true) },
          ]}
        />
      </div>
      {isFirst && mayAsk && (
        <Button
          small
          kind="quiet"
          icon="bell"
          onClick={() => askToNotify().then(state => setMayAsk(state === 'default'))}
        >
          {text('reminder.allow')}
        </Button>
      )}
      {rescheduling && <RescheduleDialog reminder={reminder} onClose={() => setRescheduling(false)} />}
    </article>
  )
}

/** Nine o'clock on the next day, here. */
function tomorrowMorning(): string {
  const moment = new Date()
  moment.setDate(moment.getDate() + 1)
  moment.setHours(9, 0, 0, 0)
  return moment.toISOString()
}
