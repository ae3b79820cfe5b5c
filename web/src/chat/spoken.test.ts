import { expect, test } from 'vitest'
import { spoken } from './spoken'

test('marks and pictures are not read out', () => {
  expect(spoken('✅ Task #2 created: **Call mum**\n📅 Sun 29 Nov, 17:00')).toBe(
    'Task #2 created: Call mum\nSun 29 Nov, 17:00',
  )
  expect(spoken('See [the docs](https://example.com) and `add`')).toBe('See the docs and add')
})
