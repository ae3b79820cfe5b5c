import { create } from 'zustand'

/** Which of the two panes a phone shows; wider screens show both. */
export const usePane = create<{ pane: 'chat' | 'tasks' }>(() => ({ pane: 'chat' }))

export const showPane = (pane: 'chat' | 'tasks') => usePane.setState({ pane })
