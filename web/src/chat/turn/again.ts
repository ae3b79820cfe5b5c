import { create } from 'zustand'
import type { Message } from '../../api/types'

/**
 * Answers that this browser asked for again, by their ids. The words they answer were said before and are not shown
 * twice; on another device they are, as the server has them.
 */
const KEY = 'tasktalk.again'
/** More than this many are not remembered. */
const MOST = 200

function stored(): string[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}

export const useAgain = create<{ answers: ReadonlySet<string> }>(() => ({ answers: new Set(stored()) }))

export function rememberAgain(answerId: string) {
  const kept = [...useAgain.getState().answers, answerId].slice(-MOST)
  useAgain.setState({ answers: new Set(kept) })
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Not kept beyond this tab.
  }
}

/** The messages without what was said again for another answer. */
export function withoutRepetition(
  messages: readonly Message[],
  again: ReadonlySet<string>,
): readonly Message[] {
  return messages.filter(({ role }, at) => {
    const answer = messages[at + 1]
    return !(role === 'user' && at > 0 && answer?.role === 'assistant' && again.has(answer.id))
  })
}
