import type { Due } from '../api/types'
import { useLanguage } from './language'

/** Dates and times in the person's locale, by Intl. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { locale } = useLanguage.getState()
  const key = `${locale} ${JSON.stringify(options)}`
  let found = formatters.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale, options)
    formatters.set(key, found)
  }
  return found
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
const TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }

/** The zone of this browser. */
export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** Today in this browser's zone, as `2026-11-27`. */
export function today(now = new Date()): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days from today to a date: 0 is today, -1 yesterday. */
export function daysFromToday(date: string, now = new Date()): number {
  return Math.round((Date.parse(date) - Date.parse(today(now))) / 86_400_000)
}

/** `Fri, 27 Nov`, with the year when it is another one than this. */
export function formatDate(date: string): string {
  const withYear = date.slice(0, 4) !== today().slice(0, 4)
  const options = { ...DAY, ...(withYear ? { year: 'numeric' as const } : {}), timeZone: 'UTC' }
  return formatter(options).format(new Date(`${date}T00:00:00Z`))
}

/** `today`, `tomorrow`, `yesterday`, a weekday within a week, else the date. */
export function formatDay(date: string): string {
  const days = daysFromToday(date)
  if (Math.abs(days) <= 1) {
    const { locale } = useLanguage.getState()
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
  }
  return formatDate(date)
}

/** A due as people say it. The zone is told when it is not this browser's. */
export function formatDue(due: Due, day: (date: string) => string = formatDay): string {
  if ('date' in due) return day(due.date)
  const [date = '', time = ''] = due.date_time.split('T')
  const clock = formatter({ ...TIME, timeZone: 'UTC' }).format(new Date(`1970-01-01T${time}Z`))
  const zone = due.timezone && due.timezone !== browserZone() ? ` (${due.timezone})` : ''
  return `${day(date)}, ${clock}${zone}`
}

/** When a message was said: the time today, else day and time. */
export function formatMoment(instant: string): string {
  const moment = new Date(instant)
  return formatter(today(moment) === today() ? TIME : { ...DAY, ...TIME }).format(moment)
}

/** In full, for a tooltip. */
export const formatMomentInFull = (instant: string) =>
  formatter({ dateStyle: 'full', timeStyle: 'short' }).format(new Date(instant))
