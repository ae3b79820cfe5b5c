import { describe, expect, it } from 'vitest'
import { dueFrom, dueKey, isOverdue, onDay, quickDays } from './due'
import { dayLabel, dueLabel, dueTitle, timeLabel } from './dueLabel'
import { addDays, wallNow } from './wall'

const NOW = '2026-11-28T09:30:00' // a Saturday

describe('due dates', () => {
  it('sort as the server sorts them: times, then the whole day, then the next day, then none', () => {
    const keys = [
      dueKey({ date: '2026-11-27' }),
      dueKey({ date_time: '2026-11-28T09:00:00' }),
      dueKey({ date_time: '2026-11-28T15:30:00' }),
      dueKey({ date: '2026-11-28' }),
      dueKey({ date: '2026-11-29' }),
      dueKey(null),
    ]
    expect([...keys].sort()).toEqual(keys)
  })

  it('are overdue when the time, or the whole day, has passed', () => {
    const open = (due: Parameters<typeof dueKey>[0]) => isOverdue({ due: due ?? null, completed: false }, NOW)
    expect(open({ date_time: '2026-11-28T09:30:00' })).toBe(true)
    expect(open({ date_time: '2026-11-28T09:31:00' })).toBe(false)
    expect(open({ date: '2026-11-28' })).toBe(false)
    expect(open({ date: '2026-11-27' })).toBe(true)
    expect(open(null)).toBe(false)
    expect(isOverdue({ due: { date: '2026-11-01' }, completed: true }, NOW)).toBe(false)
  })

  it("come out of a form with the task's own zone", () => {
    expect(dueFrom('2026-12-01', '17:00', 'Asia/Tokyo')).toEqual({
      date_time: '2026-12-01T17:00:00',
      timezone: 'Asia/Tokyo',
    })
    expect(dueFrom('2026-12-01', '', 'Asia/Tokyo')).toEqual({ date: '2026-12-01' })
    expect(dueFrom('', '17:00')).toBeNull()
  })

  it('keep their time on another day', () => {
    expect(onDay({ date_time: '2026-11-28T17:00:00', timezone: 'Europe/Berlin' }, '2026-12-01')).toEqual({
      date_time: '2026-12-01T17:00:00',
      timezone: 'Europe/Berlin',
    })
    expect(onDay(null, '2026-12-01')).toEqual({ date: '2026-12-01' })
  })
})

describe('days for one click', () => {
  it('are in the week of the reader, which begins on Monday or on Sunday', () => {
    expect(quickDays(NOW)).toEqual({ today: '2026-11-28', tomorrow: '2026-11-29', nextWeek: '2026-11-30' })
    expect(quickDays(NOW, 7).nextWeek).toBe('2026-11-29')
    expect(quickDays('2026-11-30T08:00:00').nextWeek).toBe('2026-12-07')
  })
})

describe('labels', () => {
  it('name near days and date far ones', () => {
    expect(dayLabel('2026-11-28', '2026-11-28', 'en')).toBe('Today')
    expect(dayLabel('2026-11-27', '2026-11-28', 'en')).toBe('Yesterday')
    expect(dayLabel('2026-12-01', '2026-11-28', 'en')).toBe('Tuesday')
    expect(dayLabel('2026-12-25', '2026-11-28', 'en-GB')).toBe('Fri 25 Dec')
    expect(dayLabel('2027-03-01', '2026-11-28', 'en-GB')).toBe('1 Mar 2027')
  })

  it("speak the page's language", () => {
    expect(dueLabel({ date_time: '2026-11-29T17:00:00' }, NOW, 'de')).toBe('Morgen, 17:00')
    expect(dueLabel({ date: '2026-11-28' }, NOW, 'es')).toBe('Hoy')
  })

  it("tell a zone that is not the reader's", () => {
    const due = { date_time: '2026-11-29T17:00:00', timezone: 'Asia/Tokyo' }
    expect(dueTitle(due, 'en-GB', 'Europe/Berlin')).toMatch(
      /Sunday.* 29 November 2026, 17:00 \(Asia\/Tokyo\)/,
    )
    expect(dueTitle(due, 'en-GB', 'Asia/Tokyo')).not.toContain('Tokyo')
    expect(dueLabel(due, NOW, 'en-GB', 'Europe/Berlin')).toBe('Tomorrow, 17:00 (Asia/Tokyo)')
    expect(dueLabel(due, NOW, 'en-GB', 'Asia/Tokyo')).toBe('Tomorrow, 17:00')
  })

  it('write a time as replies do, whatever the locale', () => {
    expect(timeLabel('07:00', 'en-US')).toBe('07:00')
    expect(timeLabel('00:05', 'en-GB')).toBe('00:05')
  })
})

describe('wall clocks', () => {
  it('show the day of the zone, not of UTC', () => {
    const at = new Date('2026-11-28T23:30:00Z')
    expect(wallNow('Europe/Berlin', at)).toBe('2026-11-29T00:30:00')
    expect(wallNow('America/New_York', at)).toBe('2026-11-28T18:30:00')
  })

  it('count days over the end of a month and a change of the clock', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
  })
})
