import { addDays, asUtc } from './wall'

/** The weeks that a month touches, each with its seven days; days of the months beside it fill the ends. */
export function weeksOf(month: string, firstWeekday: number): string[][] {
  const first = `${month.slice(0, 7)}-01`
  const before = (asUtc(first).getUTCDay() - (firstWeekday % 7) + 7) % 7
  const next = addMonths(first, 1)
  const weeks: string[][] = []
  for (let day = addDays(first, -before); day < next; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)))
  }
  return weeks
}

/** The same day some months later; in a shorter month its last day. */
export function addMonths(day: string, months: number): string {
  const date = asUtc(`${day.slice(0, 7)}-01`)
  date.setUTCMonth(date.getUTCMonth() + months)
  const first = date.toISOString().slice(0, 10)
  date.setUTCMonth(date.getUTCMonth() + 1)
  date.setUTCDate(0)
  const dayOfMonth = Math.min(Number(day.slice(8)), date.getUTCDate())
  return `${first.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`
}

/** Where a key of a calendar leads (ARIA date grid); null for any other key. `rtl`: the days run from right to left. */
export function dayAfterKey(day: string, key: string, week: readonly string[], rtl: boolean): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, rtl ? 1 : -1)
    case 'ArrowRight':
      return addDays(day, rtl ? -1 : 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    case 'Home':
      return week[0] ?? day
    case 'End':
      return week.at(-1) ?? day
    default:
      return null
  }
}
