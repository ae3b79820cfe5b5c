import { useState } from 'react'
import type { Task } from '../api/types'
import { useText } from '../i18n/language'
import { Icon } from '../ui/Icon'
import { change } from './actions'
import { fold } from './model/words'
import { useTasks } from './store/cache'
import styles from './TaskEditor.module.css'

/** So many tags that are in use are offered. */
const OFFERED = 4

/** The tags as chips; a new one is typed, with those that are in use offered. */
export function TagsField({ task }: { task: Task }) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const add = (words: string) => {
    const tag = words.trim().replace(/^#/, '')
    setTyped('')
    if (tag && !task.tags.includes(tag)) void change(task, { tags: [...task.tags, tag] })
  }
  return (
    <div className={styles.quick}>
      {task.tags.map(tag => (
        <button
          key={tag}
          type="button"
          className={styles.tag}
          aria-label={text('tasks.tags.remove', { tag })}
          title={text('tasks.tags.remove', { tag })}
          onClick={() => void change(task, { tags: task.tags.filter(each => each !== tag) })}
        >
          <bdi>#{tag}</bdi>
          <Icon name="close" size={12} />
        </button>
      ))}
      <input
        className={styles.tagInput}
        value={typed}
        aria-label={text('tasks.tags.add')}
        placeholder={text('tasks.tags.add')}
        autoComplete="off"
        autoCapitalize="off"
        enterKeyHint="done"
        dir="auto"
        onChange={event => setTyped(event.target.value)}
        onBlur={event => {
          // On the way to one that is offered, what was typed was only a search.
          if (!event.relatedTarget?.closest('[data-offered]')) add(typed)
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ',')) return
          event.preventDefault()
          add(typed)
        }}
      />
      {typed.trim() && <Offered typed={typed} without={task.tags} onPick={add} />}
    </div>
  )
}

/** Tags in use that begin as what is typed. */
function Offered({
  typed,
  without,
  onPick,
}: {
  typed: string
  without: readonly string[]
  onPick: (tag: string) => void
}) {
  const tasks = useTasks(store => store.known)
  const beginning = fold(typed.trim().replace(/^#/, ''))
  const known = new Set([...tasks.values()].flatMap(task => task.tags))
  const offered = [...known].filter(tag => fold(tag).startsWith(beginning) && !without.includes(tag))
  return offered
    .sort()
    .slice(0, OFFERED)
    .map(tag => (
      <button
        key={tag}
        type="button"
        data-offered
        className={`${styles.tag} ${styles.suggested}`}
        onClick={() => onPick(tag)}
      >
        <bdi>#{tag}</bdi>
      </button>
    ))
}
