import { describe, expect, it } from 'vitest'
import { type Preset, presetOf, readRule, ruleOf, writeRule } from './rule'
import { type RuleText, ruleLabel, weekdayName } from './ruleLabel'

const say = (key: RuleText, values: Record<string, string | number> = {}) =>
  `${key}${Object.values(values)
    .map(value => `(${value})`)
    .join('')}`

describe('recurrence presets', () => {
  const day = '2026-12-01' // a Tuesday

  it('are the rules of the day they are chosen on', () => {
    expect(writeRule(ruleOf('weekly', day))).toBe('FREQ=WEEKLY;BYDAY=TU')
    expect(writeRule(ruleOf('biweekly', day))).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU')
    expect(writeRule(ruleOf('monthly', day))).toBe('FREQ=MONTHLY;BYMONTHDAY=1')
    expect(writeRule(ruleOf('weekdays', day))).toBe('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')
  })

  it('are found again in their rules', () => {
    const presets: Exclude<Preset, 'none'>[] = [
      'daily',
      'weekdays',
      'weekly',
      'biweekly',
      'monthly',
      'yearly',
    ]
    for (const preset of presets) expect(presetOf(writeRule(ruleOf(preset, day)), day)).toBe(preset)
  })

  it('are found when the rule leaves the day to the due date', () => {
    expect(presetOf('FREQ=WEEKLY', day)).toBe('weekly')
    expect(presetOf('FREQ=WEEKLY;INTERVAL=2', day)).toBe('biweekly')
    expect(presetOf(null, day)).toBe('none')
  })

  it('give way to a custom rule', () => {
    expect(presetOf('FREQ=WEEKLY;BYDAY=MO,WE', day)).toBe('custom')
    expect(presetOf('FREQ=MONTHLY;BYDAY=1MO', day)).toBe('custom')
  })
})

describe('rules', () => {
  it('survive reading and writing', () => {
    for (const text of [
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=WEEKLY;BYDAY=MO,FR;COUNT=5',
      'FREQ=MONTHLY;BYMONTHDAY=1,15;UNTIL=20271231',
    ]) {
      const rule = readRule(text)
      expect(rule && writeRule(rule)).toBe(text)
    }
  })

  it("that the page can't edit are left alone", () => {
    expect(readRule('FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1')).toBeNull()
    expect(readRule('FREQ=YEARLY;BYMONTH=3')).toBeNull()
  })

  it('are told in words', () => {
    expect(ruleLabel('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'en', say)).toBe('every_workday')
    expect(ruleLabel('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', 'en', say)).toBe(
      'every_weeks(2) on_days(Mon & Wed)',
    )
    expect(ruleLabel('FREQ=MONTHLY;BYMONTHDAY=-1', 'en', say)).toBe('every_month on_last_day')
    expect(ruleLabel('FREQ=MONTHLY;BYDAY=1MO', 'en', say)).toBe('custom')
    expect(weekdayName('MO', 'de', 'long')).toBe('Montag')
  })
})
