/** Wall-clock time in a zone as text, `2026-11-28T09:30:00`, and days as `2026-11-28`: both compare as text. */
export type Wall = string

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string | undefined): Intl.DateTimeFormat {
  const key = zone ?? ''
  let format = formats.get(key)
  if (!format) {
    const options: Intl.DateTimeFormatOptions = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
    }
    try {
      format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
    } catch {
      format = new Intl.DateTimeFormat('en-GB', options) // a zone that this browser does not know
    }
    formats.set(key, format)
  }
  return format
}

/** What a clock on the wall shows in a zone; without one, in the browser's. */
export function wallNow(zone?: string, at: Date = new Date()): Wall {
  const part: Record<string, string> = {}
  for (const { type, value } of formatFor(zone).formatToParts(at)) part[type] = value
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`
}

/** A day some days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** How many days after `from` a day is. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** A wall-clock text as a `Date` whose UTC fields are those of the wall: for `Intl` with `timeZone: "UTC"`. */
export function asUtc(wall: string): Date {
  return new Date(wall.length === 10 ? `${wall}T00:00:00Z` : `${wall}Z`)
}
