import type { Due, Task } from '../api/types'
import { useLanguage, useText } from '../i18n/language'
import { IconButton } from '../ui/Button'
import { change } from './actions'
import { DatePicker } from './DatePicker'
import { dayOf, dueFrom, onDay, quickDays, timeOf } from './model/due'
import type { Wall } from './model/wall'
import { firstWeekday } from './model/week'
import styles from './TaskEditor.module.css'
import { useDraft } from './useDraft'

/** Typing a time rests so long before it is taken. */
const REST_MS = 900
/** The date and, if wanted, the time; the usual days by one click. */
export function DueField({ task, now, zone }: { task: Task; now: Wall; zone: string }) {
  const text = useText()
  const locale = useLanguage(store => store.locale)
  const { due } = task
  const day = due ? dayOf(due) : ''
  const time = due ? timeOf(due) : null
  const days = quickDays(now, firstWeekday(locale))
  const own = due && 'date_time' in due ? (due.timezone ?? zone) : zone

  const set = (next: Due | null) => {
    // Without a date nothing can repeat.
    void change(task, next || !task.recurrence ? { due: next } : { due: null, recurrence: null })
  }
  const clock = useDraft(time ?? '', typed => set(dueFrom(day || days.today, typed, own)), REST_MS)

  return (
    <>
      <div className={styles.quick}>
        {(['today', 'tomorrow', 'nextWeek'] as const).map(name => (
          <button
            key={name}
            type="button"
            className={styles.choice}
            aria-pressed={day === days[name]}
            onClick={() => day !== days[name] && set(onDay(due, days[name]))}
          >
            {text(`tasks.due.${name}`)}
          </button>
        ))}
        <button type="button" className={styles.choice} aria-pressed={!due} onClick={() => due && set(null)}>
          {text('tasks.due.none')}
        </button>
      </div>
      <div className={styles.inputs}>
        <DatePicker
          value={day}
          today={days.today}
          label={text('tasks.due.date')}
          onPick={picked => set(dueFrom(picked, time ?? '', own))}
        />
        <input
          type="time"
          className={styles.input}
          aria-label={text('tasks.due.time')}
          value={clock.text}
          onChange={event => clock.change(event.target.value)}
          onBlur={clock.commit}
        />
        {time && (
          <IconButton
            small
            icon="close"
            label={text('tasks.due.clearTime')}
            onClick={() => set(dueFrom(day, ''))}
          />
        )}
      </div>
    </>
  )
}
