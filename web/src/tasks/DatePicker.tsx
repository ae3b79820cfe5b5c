import { useId, useRef, useState } from 'react'
import { useLanguage, useText } from '../i18n/language'
import { Icon } from '../ui/Icon'
import { Calendar } from './Calendar'
import { asUtc } from './model/wall'
import styles from './TaskEditor.module.css'

interface DatePickerProps {
  /** The day, `2026-12-01`; none is the empty text. */
  value: string
  today: string
  label: string
  onPick: (day: string) => void
}

/** A button that says the day and opens a month below it, in the language of the page. */
export function DatePicker({ value, today, label, onPick }: DatePickerProps) {
  const text = useText()
  const locale = useLanguage(store => store.locale)
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const said = value ? format.format(asUtc(value)) : text('tasks.due.pick')
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is for the calendar inside
    <div
      className={styles.picker}
      data-open={open || undefined}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        ref={button}
        type="button"
        data-date
        className={styles.input}
        aria-label={`${label}: ${said}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {said}
        <Icon name="down" size={14} />
      </button>
      {open && (
        <div id={id}>
          <Calendar
            value={value}
            today={today}
            label={label}
            onPick={day => {
              close()
              if (day !== value) onPick(day)
            }}
          />
        </div>
      )}
    </div>
  )
}
