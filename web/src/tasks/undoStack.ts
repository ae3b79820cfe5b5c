import { create } from 'zustand'

/** So many changes of this tab can be taken back one after the other, after their toasts are gone. */
const DEPTH = 20

/** What takes back the changes made in this tab, the newest last. */
export const useUndoStack = create<{ tokens: readonly string[] }>(() => ({ tokens: [] }))

export function pushUndo(token: string): void {
  useUndoStack.setState(({ tokens }) => ({ tokens: [...tokens, token].slice(-DEPTH) }))
}

/** A change that was taken back, or can't be any more. */
export function dropUndo(token: string): void {
  useUndoStack.setState(({ tokens }) => ({ tokens: tokens.filter(each => each !== token) }))
}

/** When another person signs in. */
export const clearUndo = () => useUndoStack.setState({ tokens: [] })
