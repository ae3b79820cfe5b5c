import { useSyncExternalStore } from 'react'
import { create } from 'zustand'

/** Which of the two panes a phone shows; wider screens show both. */
export const usePane = create<{ pane: 'chat' | 'tasks' }>(() => ({ pane: 'chat' }))

export const showPane = (pane: 'chat' | 'tasks') => usePane.setState({ pane })

/** As in `Layout.module.css`: here one pane is all there is. */
const NARROW = '(width < 48rem)'

function subscribe(change: () => void) {
  const narrow = matchMedia(NARROW)
  narrow.addEventListener('change', change)
  return () => narrow.removeEventListener('change', change)
}

/** Whether the tasks are all that is shown: then they are the page's main part. */
export function useTasksAlone(): boolean {
  const pane = usePane(store => store.pane)
  const narrow = useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches)
  return narrow && pane === 'tasks'
}
