import { create } from 'zustand'
import { undo } from '../../api/client'
import { ApiError } from '../../api/problem'
import type { Receipt } from '../../api/types'
import { applyReceipts } from '../../tasks/store'

/** What this browser knows of a receipt: whether it was taken back, and the token that changes that. */
export interface Taken {
  back: boolean
  /** Null: there is no way from here. */
  token: string | null
}

const KEY = 'tasktalk.undone'
/** More than this many are not remembered: the server says of the older ones that they were taken back before. */
const MOST = 300

function stored(): [string, Taken][] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}

export const useUndone = create<{ taken: ReadonlyMap<string, Taken> }>(() => ({ taken: new Map(stored()) }))

function remember(receiptToken: string, taken: Taken) {
  useUndone.setState(before => {
    const next = [...before.taken].filter(([token]) => token !== receiptToken)
    next.push([receiptToken, taken])
    const kept = next.slice(-MOST)
    try {
      localStorage.setItem(KEY, JSON.stringify(kept))
    } catch {
      // Not kept beyond this tab.
    }
    return { taken: new Map(kept) }
  })
}

/**
 * Where a receipt stands: as this browser knows it, which may have taken it back and made it again; else as the server
 * says, and then the token that makes it again is known elsewhere.
 */
export function standing(receipt: Receipt, taken = useUndone.getState().taken): Taken {
  const known = taken.get(receipt.undo_token)
  if (known) return known
  return receipt.undone ? { back: true, token: null } : { back: false, token: receipt.undo_token }
}

export const isTakenBack = (receipt: Receipt) => standing(receipt).back

/**
 * Takes a change back, or makes it again when it was taken back.
 * @throws ApiError with a sentence for the person, UnreachableError.
 */
export async function toggleUndo(receipt: Receipt): Promise<void> {
  const { back, token } = standing(receipt)
  if (!token) return
  try {
    const reversal = await undo(token)
    applyReceipts(reversal)
    remember(receipt.undo_token, { back: !back, token: reversal[0]?.undo_token ?? null })
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'already_undone') throw error
    remember(receipt.undo_token, { back: !back, token: null })
  }
}

/** Takes all these changes back, the last one first. */
export async function takeBack(receipts: readonly Receipt[]): Promise<void> {
  for (const receipt of receipts.toReversed()) if (!isTakenBack(receipt)) await toggleUndo(receipt)
}

/** Makes all these changes again that were taken back, the first one first. */
export async function makeAgain(receipts: readonly Receipt[]): Promise<void> {
  for (const receipt of receipts) if (isTakenBack(receipt)) await toggleUndo(receipt)
}
