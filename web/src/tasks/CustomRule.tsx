import { useLanguage, useText } from '../i18n/language'
import {
  type Frequency,
  type Rule,
  readRule,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
  writeRule,
} from './model/rule'
import { weekdayName } from './model/ruleLabel'
import { firstWeekday } from './model/week'
import styles from './TaskEditor.module.css'
import { useDraft } from './useDraft'

const UNITS: Frequency[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

interface CustomRuleProps {
  rrule: string
  /** The day the task is due. */
  day: string
  onChange: (rrule: string) => void
}

/** A rule in its parts: every so many days, weeks, months or years, and on which weekdays. */
export function CustomRule({ rrule, day, onChange }: CustomRuleProps) {
  const text = useText()
  const locale = useLanguage(store => store.locale)
  const rule = readRule(rrule)
  const save = (part: Partial<Rule>) => rule && onChange(writeRule({ ...rule, ...part }))
  const interval = useDraft(
    String(rule?.interval ?? 1),
    typed => Number(typed) >= 1 && save({ interval: Math.min(999, Math.floor(Number(typed))) }),
    900,
  )
  if (!rule) return <p className={styles.note}>{text('tasks.repeat.kept')}</p>

  const toggle = (weekday: Weekday) => {
    const days = rule.days.includes(weekday)
      ? rule.days.filter(each => each !== weekday)
      : [...rule.days, weekday]
    save({ days: days.length > 0 ? days : [weekdayOf(day)] })
  }
  const start = firstWeekday(locale) - 1
  const week = [...WEEKDAYS.slice(start), ...WEEKDAYS.slice(0, start)]
  return (
    <div className={styles.inputs}>
      <span className={styles.word}>{text('tasks.repeat.every')}</span>
      <input
        type="number"
        min={1}
        max={999}
        className={styles.interval}
        aria-label={text('tasks.repeat.every')}
        value={interval.text}
        onChange={event => interval.change(event.target.value)}
        onBlur={interval.commit}
      />
      <select
        className={styles.input}
        aria-label={text('tasks.repeat.unit')}
        value={rule.frequency}
        onChange={event => {
          const frequency = event.target.value as Frequency
          save({ frequency, days: frequency === 'WEEKLY' ? [weekdayOf(day)] : [], monthDays: [] })
        }}
      >
        {UNITS.map(unit => (
          <option key={unit} value={unit}>
            {text(`tasks.repeat.${unit as 'DAILY'}`)}
          </option>
        ))}
      </select>
      {rule.frequency === 'WEEKLY' && (
        <fieldset className={styles.week} aria-label={text('tasks.repeat.on')}>
          {week.map(weekday => (
            <button
              key={weekday}
              type="button"
              className={styles.day}
              aria-pressed={rule.days.includes(weekday)}
              aria-label={weekdayName(weekday, locale, 'long')}
              onClick={() => toggle(weekday)}
            >
              {weekdayName(weekday, locale, 'narrow')}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
