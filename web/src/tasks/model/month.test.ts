import { describe, expect, it } from 'vitest'
import { addMonths, dayAfterKey, weeksOf } from './month'

describe('a month', () => {
  it('is whole weeks, from the reader’s first weekday', () => {
    const monday = weeksOf('2026-12', 1)
    expect(monday[0]).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
      '2026-12-06',
    ])
    expect(monday).toHaveLength(5)
    expect(weeksOf('2026-12', 7)[0]?.[0]).toBe('2026-11-29')
    expect(weeksOf('2027-02', 1)).toHaveLength(4)
  })

  it('later ends no later than it has days', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addMonths('2026-12-15', -12)).toBe('2025-12-15')
  })
})

describe('the keys of a calendar', () => {
  const week = weeksOf('2026-12', 1)[1] ?? []

  it('move by day, week and month', () => {
    const to = (key: string, rtl = false) => dayAfterKey('2026-12-09', key, week, rtl)
    expect(to('ArrowRight')).toBe('2026-12-10')
    expect(to('ArrowRight', true)).toBe('2026-12-08')
    expect(to('ArrowUp')).toBe('2026-12-02')
    expect(to('PageDown')).toBe('2027-01-09')
    expect(to('Home')).toBe('2026-12-07')
    expect(to('End')).toBe('2026-12-13')
    expect(to('x')).toBeNull()
  })
})
