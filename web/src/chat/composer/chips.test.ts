import { expect, test } from 'vitest'
import type { Command, ParseResponse } from '../../api/types'
import { chipsOf } from './chips'

const parsed = (...commands: Command[]): ParseResponse => ({
  commands,
  confidence: 0.99,
  language: 'en',
  question: null,
  text: '',
})
const add = (change: Partial<Command> = {}): Command => ({
  intent: 'add_task',
  confidence: 0.99,
  parameters: { title: 'Call mum', due: { date: '2027-03-05' }, priority: 'high', tags: ['home'] },
  spans: [
    { kind: 'title', text: 'call mum', start: 0, end: 8 },
    { kind: 'due', text: 'on 5 March', start: 9, end: 19 },
    { kind: 'tag', text: '#home', start: 20, end: 25 },
    { kind: 'priority', text: 'p1', start: 26, end: 28 },
  ],
  ...change,
})

test('what is asked for comes first, then what was recognised, with what it means', () => {
  const labels = chipsOf(parsed(add())).map(chip => chip.label)
  expect(labels).toHaveLength(4)
  expect(labels[0]).toBe('Add: Call mum')
  expect(labels[1]).toContain('2027')
  expect(labels.slice(2)).toEqual(['#home', 'High priority'])
})

test('only what was recognised in words can be rejected', () => {
  expect(chipsOf(parsed(add())).map(chip => chip.span !== null)).toEqual([false, true, true, true])
})

test('what the engine is not sure of is a question', () => {
  expect(chipsOf(parsed(add({ confidence: 0.5, spans: [] })))[0]?.label).toBe('Add?: Call mum')
})

test('small talk has no chips', () => {
  expect(chipsOf(parsed(add({ intent: 'thanks', spans: [] })))).toEqual([])
})

test('a repetition says what was understood, not the words it was said in', () => {
  const label = chipsOf(
    parsed(
      add({
        parameters: {
          title: 'Water',
          recurrence: 'FREQ=WEEKLY;BYDAY=SA',
          due: { date_time: '2027-12-04T09:00:00' },
        },
        spans: [{ kind: 'recurrence', text: 'each saturday at 9', start: 6, end: 24 }],
      }),
    ),
  )[1]?.label
  expect(label).toMatch(/^every week on Sat, first .*4.*2027, 09:00$/)
})
