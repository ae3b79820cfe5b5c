/** Due dates in words: "today, 17:00", "tomorrow", "Friday", "4 Dec", "4 Dec 2027", in the language of the page. */
import type { Due } from '../../api/types'
import { dayOf, timeOf } from './due'
import { asUtc, daysBetween, type Wall } from './wall'

function format(locale: string, options: Intl.DateTimeFormatOptions, wall: string): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(asUtc(wall))
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

/** A day in words, seen from today: a name up to a week ahead, a date beyond. */
export function dayLabel(day: string, today: string, locale: string): string {
  const ahead = daysBetween(today, day)
  if (Math.abs(ahead) <= 1) {
    return capital(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(ahead, 'day'), locale)
  }
  if (ahead > 1 && ahead < 7) return capital(format(locale, { weekday: 'long' }, day), locale)
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric'
  return format(
    locale,
    { weekday: ahead > 0 && ahead < 30 ? 'short' : undefined, day: 'numeric', month: 'short', year },
    day,
  )
}

/** A time of day, `07:00` or `17:00`, as replies write it too. */
export function timeLabel(time: string, locale: string): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, `2000-01-01T${time}:00`)
}

/** Behind a time: its zone, when it is not the reader's. */
export function zoneLabel(due: Due, zone?: string): string {
  return 'date_time' in due && due.timezone && zone && due.timezone !== zone ? ` (${due.timezone})` : ''
}

/** When a task is due, short, for its line in the list. */
export function dueLabel(due: Due, now: Wall, locale: string, zone?: string): string {
  const day = dayLabel(dayOf(due), now.slice(0, 10), locale)
  const time = timeOf(due)
  return time ? `${day}, ${timeLabel(time, locale)}${zoneLabel(due, zone)}` : day
}

/** When a task is due, whole: weekday, date, year, time, and the zone when it is not the reader's. */
export function dueTitle(due: Due, locale: string, zone?: string): string {
  const day = format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, dayOf(due))
  const time = timeOf(due)
  return time ? `${day}, ${timeLabel(time, locale)}${zoneLabel(due, zone)}` : day
}
