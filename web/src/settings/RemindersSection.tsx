import { useId, useState } from 'react'
import { useText } from '../i18n/language'
import { askToNotify, notificationState } from '../reminders/notify'
import { useDraft } from '../tasks/useDraft'
import { Button } from '../ui/Button'
import { Choices } from './Choices'
import { saveSetting, useProfile } from './profile'
import {
  LONGEST_BEFORE,
  plausibleMinutes,
  type ReminderSetting,
  readReminderSetting,
} from './reminderSetting'
import styles from './Settings.module.css'

const WHEN: ReminderSetting['when'][] = ['at_time', 'before', 'never']

/** When tasks with a time remind, and whether this browser may show it. */
export function RemindersSection() {
  const text = useText()
  const profile = useProfile()
  const setting = readReminderSetting(profile?.settings)
  const id = useId()
  const save = (part: Partial<ReminderSetting>) => void saveSetting('reminders', { ...setting, ...part })
  const minutes = useDraft(
    String(setting.minutes_before),
    typed => plausibleMinutes(Number(typed)) && save({ minutes_before: Number(typed) }),
    900,
  )
  return (
    <div className={styles.fields}>
      <Choices
        label={text('settings.reminders.when')}
        value={setting.when}
        options={WHEN.map(value => ({ value, label: text(`settings.reminders.${value}`) }))}
        onChange={when => save({ when })}
      />
      {setting.when === 'before' && (
        <div className={styles.field}>
          <label htmlFor={id}>{text('settings.reminders.minutes')}</label>
          <input
            id={id}
            type="number"
            min={1}
            max={LONGEST_BEFORE}
            step={1}
            className={styles.number}
            value={minutes.text}
            onChange={event => minutes.change(event.target.value)}
            onBlur={minutes.commit}
          />
        </div>
      )}
      <Permission />
    </div>
  )
}

function Permission() {
  const text = useText()
  const [permission, setPermission] = useState(notificationState)
  return (
    <div className={styles.field}>
      <h3>{text('settings.reminders.notify')}</h3>
      <p className={styles.note} role="status">
        {text(`settings.reminders.notify.${permission}`)}
      </p>
      {permission === 'default' && (
        <Button small icon="bell" onClick={async () => setPermission(await askToNotify())}>
          {text('settings.reminders.notify.allow')}
        </Button>
      )}
    </div>
  )
}
