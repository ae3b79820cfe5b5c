import { expect, test } from 'vitest'
import { plainText } from './plainText'

test('a reply is copied as it is read', () => {
  expect(plainText('✅ Task #2 created: **Call mum**\n📅 Sun 29 Nov 2026, 17:00')).toBe(
    '✅ Task #2 created: Call mum\n📅 Sun 29 Nov 2026, 17:00',
  )
  expect(plainText('## Plan\nSee [the docs](https://example.com), `add` and ~~more~~')).toBe(
    'Plan\nSee the docs (https://example.com), add and more',
  )
})

test('signs that a title has stay', () => {
  expect(plainText('**Pay \\*all\\* bills\\_2026**')).toBe('Pay *all* bills_2026')
})
