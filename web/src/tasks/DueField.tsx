import type { Due, Task } from '../api/types'
import { useLanguage, useText } from '../i18n/language'
import { IconButton } from '../ui/Button'
import { change } from './actions'
import { dayOf, dueFrom, onDay, quickDays, timeOf } from './model/due'
import type { Wall } from './model/wall'
import { firstWeekday } from './model/week'
import styles from './TaskEditor.module.css'
import { useDraft } from './useDraft'

/** Typing a date rests so long before it is taken: a year has four digits. */
const REST_MS = 900
/** Earlier years are only on their way to a later one. */
const plausible = (day: string) => day === '' || Number(day.slice(0, 4)) >= 1970

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
  const date = useDraft(day, typed => plausible(typed) && set(dueFrom(typed, time ?? '', own)), REST_MS)
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
        <input
          type="date"
          className={styles.input}
          aria-label={text('tasks.due.date')}
          value={date.text}
          max="9999-12-31"
          onChange={event => date.change(event.target.value)}
          onBlur={date.commit}
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
