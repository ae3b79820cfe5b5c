/** Recurrence rules in words; the words come from the catalogue, names of days and numbers from Intl. */
import { type Rule, readRule, WEEKDAYS, type Weekday } from './rule'
import { asUtc } from './wall'

/** The texts this needs, with `{n}`, `{days}` and `{date}` to fill in. */
export type Say = (key: RuleText, values?: Record<string, string | number>) => string
export type RuleText =
  | 'every_day'
  | 'every_days'
  | 'every_week'
  | 'every_weeks'
  | 'every_month'
  | 'every_months'
  | 'every_year'
  | 'every_years'
  | 'every_workday'
  | 'on_days'
  | 'on_monthdays'
  | 'on_last_day'
  | 'until'
  | 'times'
  | 'custom'

const UNIT = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const

/** The name of a weekday in a language. */
export function weekdayName(
  day: Weekday,
  locale: string,
  width: 'long' | 'short' | 'narrow' = 'short',
): string {
  const monday = Date.UTC(2024, 0, 1)
  const date = new Date(monday + WEEKDAYS.indexOf(day) * 86_400_000)
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(date)
}

function list(items: string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: 'short', type: 'conjunction' }).format(items)
}

function base(rule: Rule, say: Say): string {
  const unit = UNIT[rule.frequency]
  return rule.interval === 1 ? say(`every_${unit}`) : say(`every_${unit}s`, { n: rule.interval })
}

function detail(rule: Rule, locale: string, say: Say): string {
  if (rule.days.length > 0)
    return ` ${say('on_days', {
      days: list(
        rule.days.map(day => weekdayName(day, locale)),
        locale,
      ),
    })}`
  if (rule.monthDays.length === 1 && rule.monthDays[0] === -1) return ` ${say('on_last_day')}`
  if (rule.monthDays.length > 0)
    return ` ${say('on_monthdays', { days: list(rule.monthDays.map(String), locale) })}`
  return ''
}

function end(rule: Rule, locale: string, say: Say): string {
  if (rule.count) return `, ${say('times', { n: rule.count })}`
  if (!rule.until) return ''
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return `, ${say('until', { date: date.format(asUtc(rule.until)) })}`
}

/** A rule in words: "every 2 weeks on Mon and Wed". */
export function ruleLabel(rrule: string, locale: string, say: Say): string {
  const rule = readRule(rrule)
  if (!rule) return say('custom')
  const workdays = rule.frequency === 'WEEKLY' && rule.interval === 1 && rule.days.join() === 'MO,TU,WE,TH,FR'
  const what = workdays ? say('every_workday') : base(rule, say) + detail(rule, locale, say)
  return what + end(rule, locale, say)
}
