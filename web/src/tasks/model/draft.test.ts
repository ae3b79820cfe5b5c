import { describe, expect, it } from 'vitest'
import type { Command } from '../../api/types'
import { draftOf, pieceKey, piecesOf, type Understood } from './draft'

const command: Command = {
  intent: 'add_task',
  confidence: 0.99,
  parameters: {
    title: 'Gym',
    due: { date_time: '2026-11-30T07:00:00' },
    priority: 'medium',
    recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE',
    tags: ['health'],
  },
  spans: [
    { start: 0, end: 3, kind: 'title', text: 'gym' },
    { start: 4, end: 25, kind: 'recurrence', text: 'every mon, wed at 7am' },
    { start: 26, end: 33, kind: 'tag', text: '#health' },
    { start: 34, end: 36, kind: 'priority', text: 'p2' },
  ],
}
const understood: Understood = { text: 'gym every mon, wed at 7am #health p2', command, offset: 0 }

function rejecting(...kinds: string[]) {
  return new Set(
    piecesOf(understood)
      .filter(piece => kinds.includes(piece.kind))
      .map(pieceKey),
  )
}

describe('quick add', () => {
  it('takes what was recognised', () => {
    expect(draftOf(understood, new Set())).toEqual({
      title: 'Gym',
      due: { date_time: '2026-11-30T07:00:00' },
      recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=MO,WE' },
      priority: 'medium',
      tags: ['health'],
    })
  })

  it('leaves what was rejected in the title, and out of the rest', () => {
    expect(draftOf(understood, rejecting('recurrence'))).toEqual({
      title: 'Gym every mon, wed at 7am',
      priority: 'medium',
      tags: ['health'],
    })
    const plain = draftOf(understood, rejecting('tag', 'priority'))
    expect(plain).toMatchObject({ title: 'Gym #health p2' })
    expect(plain).not.toHaveProperty('tags')
    expect(plain).not.toHaveProperty('priority')
  })

  it('counts characters, not code units, and what was put in front', () => {
    const offset = 'add task: '.length
    const shifted: Understood = {
      text: '🎂 party tomorrow',
      offset,
      command: {
        intent: 'add_task',
        confidence: 0.9,
        parameters: {
          title: '🎂 party',
          due: { date: '2026-11-29' },
          priority: null,
          recurrence: null,
          tags: [],
        },
        spans: [
          { start: offset, end: offset + 7, kind: 'title', text: '🎂 party' },
          { start: offset + 8, end: offset + 16, kind: 'due', text: 'tomorrow' },
        ],
      },
    }
    expect(piecesOf(shifted)).toEqual([
      { kind: 'due', text: 'tomorrow', spans: [{ start: 8, end: 16, text: 'tomorrow' }] },
    ])
    expect(draftOf(shifted, new Set(['due:tomorrow']))).toEqual({ title: '🎂 party tomorrow' })
  })

  it('offers what was read from no particular words, such as "!!"', () => {
    const urgent: Understood = {
      text: 'Milk !!',
      offset: 0,
      command: {
        intent: 'add_task',
        confidence: 0.9,
        parameters: { title: 'Milk', due: null, priority: 'high', recurrence: null, tags: [] },
        spans: [{ start: 0, end: 4, kind: 'title', text: 'Milk' }],
      },
    }
    expect(draftOf(urgent, new Set())).toEqual({ title: 'Milk', priority: 'high' })
    expect(draftOf(urgent, new Set(['priority:high']))).toEqual({ title: 'Milk' })
  })

  it('keeps a title in two parts together', () => {
    const split: Understood = {
      text: 'Mama morgen anrufen #familie',
      offset: 0,
      command: {
        intent: 'add_task',
        confidence: 0.9,
        parameters: { title: 'Mama anrufen', due: { date: '2026-11-29' }, tags: ['familie'] },
        spans: [
          { start: 5, end: 11, kind: 'due', text: 'morgen' },
          { start: 20, end: 28, kind: 'tag', text: '#familie' },
        ],
      },
    }
    expect(draftOf(split, new Set(['due:morgen']))).toEqual({
      title: 'Mama morgen anrufen',
      tags: ['familie'],
    })
  })

  it('is the bare words when nothing was understood', () => {
    expect(draftOf({ text: ' Report ', command: null, offset: 0 }, new Set())).toEqual({ title: 'Report' })
    expect(draftOf({ text: '  ', command: null, offset: 0 }, new Set())).toBeNull()
  })
})
