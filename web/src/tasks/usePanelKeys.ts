import { useEffect } from 'react'
import { undoLast } from './actions'
import { focusQuickAdd } from './viewStore'

const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')

/** Keys that work from everywhere but a text box or a dialog: `q` begins a new task, Ctrl or Cmd with Z undoes. */
export function usePanelKeys() {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.shiftKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const mod = event.ctrlKey || event.metaKey
      if (mod && event.key.toLowerCase() === 'z' && undoLast()) event.preventDefault()
      if (!mod && event.key === 'q' && focusQuickAdd()) event.preventDefault()
    }
    document.addEventListener('keydown', key)
    return () => document.removeEventListener('keydown', key)
  }, [])
}
