import { expect, test } from 'vitest'
import { quoteSpan } from './quote'

const span = (text: string, start: number) => ({
  kind: 'due',
  text,
  start,
  end: start + Array.from(text).length,
})

test('a rejected piece stands in quotation marks', () => {
  expect(quoteSpan('call mum tomorrow at 5 #home', span('tomorrow at 5', 9))).toBe(
    'call mum "tomorrow at 5" #home',
  )
})

test('characters outside the basic plane count once', () => {
  expect(quoteSpan('🎉🎉 party friday', span('friday', 9))).toBe('🎉🎉 party "friday"')
})

test('words that have moved since are left alone', () => {
  expect(quoteSpan('please call mum tomorrow', span('tomorrow', 9))).toBeNull()
})

test('quotation marks are not put into quotation marks', () => {
  expect(quoteSpan('buy "today" now', span('"today"', 4))).toBeNull()
})
