import { useEffect, useRef } from 'react'
import type { Task } from '../api/types'
import { text as say, useText } from '../i18n/language'
import { toastError } from '../ui/toast'
import { change } from './actions'
import styles from './TaskEditor.module.css'
import { useDraft } from './useDraft'
import { focusRow } from './useListKeys'
import { openTask } from './viewStore'

/** Longest title that the server takes, in characters. */
const LONGEST = 200

/** The title, edited in its place. Enter saves and closes, Esc leaves it as it was. */
export function TitleField({ task }: { task: Task }) {
  const text = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(task.title, typed => {
    const title = typed.replace(/\s+/g, ' ').trim()
    if (!title) toastError(say('tasks.edit.titleEmpty'))
    else if (title !== task.title) void change(task, { title })
  })
  useEffect(() => {
    const row = field.current?.closest('[data-task]')
    // Opened by `d`, the date has the focus already.
    if (!row?.contains(document.activeElement)) field.current?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [])
  const close = () => {
    openTask(null)
    requestAnimationFrame(() => focusRow(task.id))
  }
  return (
    <textarea
      ref={field}
      className={styles.title}
      dir="auto"
      rows={1}
      value={draft.text}
      maxLength={LONGEST}
      aria-label={text('tasks.edit.title')}
      onChange={event => draft.change(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={event => {
        if (event.key === 'Escape') draft.discard()
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        draft.commit()
        close()
      }}
    />
  )
}
