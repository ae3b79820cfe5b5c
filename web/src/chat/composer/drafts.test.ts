import { beforeEach, expect, test } from 'vitest'
import { useSession } from '../../api/session'
import type { User } from '../../api/types'
import { moveDraft, readDraft, writeDraft } from './drafts'

const signIn = (id: string) => useSession.setState({ status: 'signed-in', user: { id } as User })

beforeEach(() => localStorage.clear())

test('each conversation has its draft, and each person theirs', () => {
  signIn('anna')
  writeDraft('c1', 'buy milk')
  expect(readDraft('c2')).toBe('')
  signIn('ben')
  expect(readDraft('c1')).toBe('')
  signIn('anna')
  expect(readDraft('c1')).toBe('buy milk')
})

test('offline, where nobody is known to be signed in, the draft of the last person is there', () => {
  signIn('anna')
  writeDraft('new', 'buy bread')
  useSession.setState({ status: 'unreachable', user: null })
  expect(readDraft('new')).toBe('buy bread')
})

test('what is typed while a new conversation begins stays in the box', () => {
  signIn('anna')
  writeDraft('new', 'and eggs')
  moveDraft('new', 'c1')
  expect([readDraft('new'), readDraft('c1')]).toEqual(['', 'and eggs'])
})

test('an empty box leaves nothing behind', () => {
  signIn('anna')
  writeDraft('c1', 'x')
  writeDraft('c1', '  ')
  expect(Object.keys(localStorage).filter(name => name.includes('draft'))).toEqual([])
})
