import { useEffect } from 'react'
import { isRunning, NEW } from './chat/threads'
import { stop } from './chat/turn/turn'
import type { Key } from './i18n/en'
import { openOverlay } from './overlay'
import { TASK_SHORTCUTS } from './tasks/shortcuts'

/** What `Mod` is called on this keyboard. */
export const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

/** The keys that the list of keys shows. `Mod` is Ctrl, on a Mac Cmd. */
export const SHORTCUTS: readonly { keys: readonly string[]; what: Key }[] = [
  { keys: ['Enter'], what: 'keys.send' },
  { keys: ['Shift', 'Enter'], what: 'keys.line' },
  { keys: ['↑'], what: 'keys.edit' },
  { keys: ['Esc'], what: 'keys.stop' },
  { keys: ['Mod', 'K'], what: 'keys.find' },
  { keys: ['/'], what: 'keys.box' },
  { keys: ['?'], what: 'keys.list' },
  ...TASK_SHORTCUTS,
]

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))

/** Keys that work anywhere on the page, unless a dialog is open. */
export function useShortcuts() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const mod = event.ctrlKey || event.metaKey
      if (mod && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        openOverlay('finder')
      } else if (mod || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]'))
        return
      else if (event.key === '?') openOverlay('keys')
      else if (event.key === '/') {
        event.preventDefault()
        document.querySelector<HTMLTextAreaElement>('[data-message-box]')?.focus()
      } else if (event.key === 'Escape') {
        const id = /^\/c\/([^/]+)/.exec(location.pathname)?.[1] ?? NEW
        if (isRunning(id)) void stop(id)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
