import { useSession } from '../api/session'
import type { Due } from '../api/types'
import { wallNow } from '../tasks/model/wall'
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
/** As replies write it, through every door: `07:00`, `17:00`. */
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

/** The zone of this browser. */
export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** The person's zone: that of the profile, as for their tasks; without one, this browser's. */
export function readerZone(): string {
  const zone = useSession.getState().user?.timezone
  return zone && isKnown(zone) ? zone : browserZone()
}

/** Whether this browser knows a zone: it may be older than the server. */
function isKnown(zone: string): boolean {
  try {
    return formatter({ timeZone: zone }) !== undefined
  } catch {
    return false
  }
}

/** Today in the person's zone, as `2026-11-27`. */
export const today = (now = new Date()) => wallNow(readerZone(), now).slice(0, 10)

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

/** A due as people say it. The zone is told when it is not the person's. */
export function formatDue(due: Due, day: (date: string) => string = formatDay): string {
  if ('date' in due) return day(due.date)
  const [date = '', time = ''] = due.date_time.split('T')
  const clock = formatter({ ...TIME, timeZone: 'UTC' }).format(new Date(`1970-01-01T${time}Z`))
  const zone = due.timezone && due.timezone !== readerZone() ? ` (${due.timezone})` : ''
  return `${day(date)}, ${clock}${zone}`
}

/** When a message was said: the time today, else day and time. */
export function formatMoment(instant: string): string {
  const moment = new Date(instant)
  const timeZone = readerZone()
  return formatter(today(moment) === today() ? { ...TIME, timeZone } : { ...DAY, ...TIME, timeZone }).format(
    moment,
  )
}

/** In full, for a tooltip. */
export const formatMomentInFull = (instant: string) =>
  formatter({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...TIME,
    timeZone: readerZone(),
  }).format(new Date(instant))
