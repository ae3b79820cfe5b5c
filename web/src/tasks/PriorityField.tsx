import { useId } from 'react'
import type { Priority, Task } from '../api/types'
import { useText } from '../i18n/language'
import { change } from './actions'
import styles from './TaskEditor.module.css'

const PRIORITIES: Priority[] = ['none', 'low', 'medium', 'high']

/** One of four, as radio buttons: arrow keys change it. */
export function PriorityField({ task }: { task: Task }) {
  const text = useText()
  const name = useId()
  return (
    <div className={styles.quick}>
      {PRIORITIES.map(priority => (
        <label key={priority} className={styles.choice} data-priority={priority}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={task.priority === priority}
            onChange={() => void change(task, { priority })}
          />
          {text(`tasks.priority.${priority}`)}
        </label>
      ))}
    </div>
  )
}
