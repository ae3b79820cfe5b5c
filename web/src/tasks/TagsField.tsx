import { useId, useState } from 'react'
import type { Task } from '../api/types'
import { useText } from '../i18n/language'
import { Icon } from '../ui/Icon'
import { change } from './actions'
import { useTasks } from './store/cache'
import styles from './TaskEditor.module.css'

/** The tags as chips; a new one is typed, with those that are in use offered. */
export function TagsField({ task }: { task: Task }) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const list = useId()
  const add = () => {
    const tag = typed.trim().replace(/^#/, '')
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
          #{tag}
          <Icon name="close" size={12} />
        </button>
      ))}
      <input
        className={styles.tagInput}
        list={list}
        value={typed}
        aria-label={text('tasks.tags.add')}
        placeholder={text('tasks.tags.add')}
        autoComplete="off"
        onChange={event => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ',')) return
          event.preventDefault()
          add()
        }}
      />
      <KnownTags id={list} without={task.tags} />
    </div>
  )
}

function KnownTags({ id, without }: { id: string; without: readonly string[] }) {
  const tasks = useTasks(store => store.known)
  const tags = [...new Set([...tasks.values()].flatMap(task => task.tags))].filter(
    tag => !without.includes(tag),
  )
  return (
    <datalist id={id}>
      {tags.sort().map(tag => (
        <option key={tag} value={tag} />
      ))}
    </datalist>
  )
}
