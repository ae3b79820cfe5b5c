import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { Task } from '../api/types'
import { complete, restore, trash } from './actions'
import { useTasks } from './store/cache'
import { openTask, useViewStore } from './viewStore'

/** The keys of the list. Letters work only while a row has the focus, so that no one who dictates sets them off. */
const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

const rowButtons = (root: HTMLElement | null) => [
  ...(root?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]

/** Puts the focus on a task's row, when it is on the page. */
export function focusRow(id: number): void {
  document.querySelector<HTMLElement>(`[data-task="${id}"] [data-row]`)?.focus()
}

/** To the first or last row. It may have to be brought into the page first, which takes the browser two frames. */
function toEdge(root: HTMLElement | null, first: boolean) {
  const scroll = root?.closest('[data-scroll]')
  if (scroll) scroll.scrollTop = first ? 0 : scroll.scrollHeight
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      rowButtons(root)
        .at(first ? 0 : -1)
        ?.focus({ preventScroll: false }),
    ),
  )
}

export function useListKeys(root: RefObject<HTMLElement | null>, tasks: readonly Task[]) {
  /** The row that has the focus, and its place: when it leaves, the next one in its place gets it. */
  const focused = useRef<{ id: number; place: number } | null>(null)

  useEffect(() => {
    const last = focused.current
    if (!last || document.activeElement !== document.body || tasks.some(task => task.id === last.id)) return
    const next = tasks[Math.min(last.place, tasks.length - 1)]
    if (next) focusRow(next.id)
  }, [tasks])

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const id = Number(event.target.closest<HTMLElement>('[data-task]')?.dataset.task)
    focused.current = { id, place: tasks.findIndex(task => task.id === id) }
  }
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (event.relatedTarget && !root.current?.contains(event.relatedTarget)) focused.current = null
  }

  const move = (from: Element, key: string): boolean => {
    if (key === 'Home' || key === 'End') {
      toEdge(root.current, key === 'Home')
      return true
    }
    const step = STEPS[key]
    if (step === undefined) return false
    const rows = rowButtons(root.current)
    rows[rows.findIndex(row => row.closest('[data-task]') === from) + step]?.focus()
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-task]')
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const id = Number(row.dataset.task)
    if ((event.target as Element).closest('[data-editor]')) {
      if (event.key !== 'Escape') return
      openTask(null)
      requestAnimationFrame(() => focusRow(id))
      event.stopPropagation()
      return
    }
    const task = useTasks.getState().byId.get(id)
    if (task && (move(row, event.key) || act(task, event.key))) event.preventDefault()
  }

  return { onFocus, onBlur, onKeyDown }
}

/** What a key does with a task; false when it is none of them. */
function act(task: Task, key: string): boolean {
  const trashed = useViewStore.getState().view.filter === 'trash'
  if (key === 'x' && !trashed) void complete(task, !task.completed)
  else if (key === 'e' && !trashed) openTask(task.id)
  else if (key === 'd' && !trashed) {
    openTask(task.id)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-editor] [data-date]')?.click())
  } else if (key === 'Delete' || key === 'Backspace') {
    if (trashed) return false
    void trash(task)
  } else if (key === 'r' && trashed) void restore(task)
  else return false
  return true
}
