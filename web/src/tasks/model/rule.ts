/** Recurrence rules (RFC 5545) as the page edits them: the parts it knows, and the text again. */

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export interface Rule {
  frequency: Frequency
  interval: number
  days: Weekday[]
  monthDays: number[]
  /** `COUNT`, when the rule ends so. */
  count?: number
  /** `UNTIL` as a day. */
  until?: string
}

const KNOWN = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL', 'WKST'])
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

/** Reads a rule; null when it has parts that the page can't edit (it keeps them as they are). */
export function readRule(text: string): Rule | null {
  const parts = new Map(
    text
      .replace(/^RRULE:/i, '')
      .split(';')
      .filter(Boolean)
      .map(part => {
        const [name = '', value = ''] = part.toUpperCase().split('=')
        return [name, value] as const
      }),
  )
  if ([...parts.keys()].some(name => !KNOWN.has(name))) return null
  const frequency = parts.get('FREQ') ?? ''
  const days = parts.get('BYDAY')?.split(',') ?? []
  const monthDays = (parts.get('BYMONTHDAY')?.split(',') ?? []).map(Number)
  if (!FREQUENCIES.includes(frequency) || days.some(day => !WEEKDAYS.includes(day as Weekday))) return null
  if (days.length > 0 && frequency !== 'WEEKLY') return null
  if (monthDays.length > 0 && frequency !== 'MONTHLY') return null
  const rule: Rule = {
    frequency: frequency as Frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: days as Weekday[],
    monthDays,
  }
  const count = parts.get('COUNT')
  if (count) rule.count = Number(count)
  const until = parts.get('UNTIL')
  if (until) rule.until = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`
  return rule
}

/** A rule as RFC 5545 text. */
export function writeRule(rule: Rule): string {
  const parts = [`FREQ=${rule.frequency}`]
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`)
  if (rule.frequency === 'WEEKLY' && rule.days.length > 0) {
    parts.push(`BYDAY=${WEEKDAYS.filter(day => rule.days.includes(day)).join(',')}`)
  }
  if (rule.frequency === 'MONTHLY' && rule.monthDays.length > 0)
    parts.push(`BYMONTHDAY=${rule.monthDays.join(',')}`)
  if (rule.count) parts.push(`COUNT=${rule.count}`)
  if (rule.until) parts.push(`UNTIL=${rule.until.replaceAll('-', '')}`)
  return parts.join(';')
}

/** The weekday of a day. */
export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'
}

/** Presets for one click. */
export const PRESETS = ['none', 'daily', 'weekdays', 'weekly', 'biweekly', 'monthly', 'yearly'] as const
export type Preset = (typeof PRESETS)[number]

const WORKDAYS: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR']

/** A preset as a rule for a task that is due on a day: "weekly" is on that weekday, "monthly" on that day of the month. */
export function ruleOf(preset: Exclude<Preset, 'none'>, day: string): Rule {
  const rule = (frequency: Frequency, more: Partial<Rule> = {}): Rule => ({
    frequency,
    interval: 1,
    days: [],
    monthDays: [],
    ...more,
  })
  switch (preset) {
    case 'daily':
      return rule('DAILY')
    case 'weekdays':
      return rule('WEEKLY', { days: [...WORKDAYS] })
    case 'weekly':
      return rule('WEEKLY', { days: [weekdayOf(day)] })
    case 'biweekly':
      return rule('WEEKLY', { interval: 2, days: [weekdayOf(day)] })
    case 'monthly':
      return rule('MONTHLY', { monthDays: [Number(day.slice(8, 10))] })
    case 'yearly':
      return rule('YEARLY')
  }
}

/** Which preset a rule is, for a task due on a day; `custom` when none. */
export function presetOf(rrule: string | null | undefined, day: string): Preset | 'custom' {
  if (!rrule) return 'none'
  const rule = readRule(rrule)
  if (!rule) return 'custom'
  const bare = writeRule(rule)
  for (const preset of PRESETS) {
    if (preset === 'none') continue
    const own = ruleOf(preset, day)
    if (writeRule(own) === bare) return preset
    const implied = preset !== 'weekdays' && writeRule({ ...own, days: [], monthDays: [] }) // the due date says the day
    if (implied === bare) return preset
  }
  return 'custom'
}
