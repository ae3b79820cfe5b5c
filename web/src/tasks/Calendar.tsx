import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLanguage, useText } from '../i18n/language'
import { IconButton } from '../ui/Button'
import styles from './Calendar.module.css'
import { addMonths, dayAfterKey, weeksOf } from './model/month'
import { WEEKDAYS } from './model/rule'
import { weekdayName } from './model/ruleLabel'
import { asUtc } from './model/wall'
import { firstWeekday } from './model/week'

interface CalendarProps {
  /** The chosen day; none is the empty text. */
  value: string
  today: string
  label: string
  onPick: (day: string) => void
}

/** A month to pick a day from as the ARIA date grid does it: one day is in the tab order, arrows and page keys move. */
export function Calendar({ value, today, label, onPick }: CalendarProps) {
  const text = useText()
  const locale = useLanguage(store => store.locale)
  const [day, setDay] = useState(value || today)
  const grid = useRef<HTMLTableElement>(null)
  const start = firstWeekday(locale)
  const weeks = weeksOf(day, start)
  const names = [...WEEKDAYS.slice(start - 1), ...WEEKDAYS.slice(0, start - 1)]
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })

  const focus = (to: string) => {
    setDay(to)
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus())
  }
  // Opened by a person, who goes on here.
  useEffect(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const week = weeks.find(each => each.includes(day)) ?? []
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const to = dayAfterKey(day, event.key, week, rtl)
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    focus(to)
  }

  return (
    <fieldset className={styles.calendar} aria-label={label}>
      <div className={styles.header}>
        <IconButton
          small
          icon="left"
          label={text('tasks.month.before')}
          onClick={() => setDay(addMonths(day, -1))}
        />
        <span className={styles.month} role="status">
          {month.format(asUtc(day))}
        </span>
        <IconButton
          small
          icon="right"
          label={text('tasks.month.after')}
          onClick={() => setDay(addMonths(day, 1))}
        />
      </div>
      <table ref={grid} className={styles.grid} aria-label={month.format(asUtc(day))}>
        <thead>
          <tr>
            {names.map(name => (
              <th key={name} scope="col" abbr={weekdayName(name, locale, 'long')}>
                {weekdayName(name, locale, 'narrow')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(each => (
                <td key={each}>
                  <button
                    type="button"
                    className={styles.day}
                    data-day={each}
                    data-outside={each.slice(0, 7) !== day.slice(0, 7) || undefined}
                    tabIndex={each === day ? 0 : -1}
                    aria-pressed={each === value}
                    onKeyDown={onKeyDown}
                    aria-label={whole.format(asUtc(each))}
                    aria-current={each === today ? 'date' : undefined}
                    onClick={() => onPick(each)}
                  >
                    {Number(each.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
