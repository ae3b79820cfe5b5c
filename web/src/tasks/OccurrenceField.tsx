import { useId, useState } from 'react'
import type { Task } from '../api/types'
import { useText } from '../i18n/language'
import { complete, moveOnce, skip } from './actions'
import { DatePicker } from './DatePicker'
import { dayOf, onDay } from './model/due'
import type { Wall } from './model/wall'
import styles from './TaskEditor.module.css'
import { useLabels } from './useLabels'

/** What can happen to this one time of a repeating task; the series goes on as it is. */
export function OccurrenceField({ task, now }: { task: Task; now: Wall }) {
  const text = useText()
  const labels = useLabels(now)
  const [moving, setMoving] = useState(false)
  const [day, setDay] = useState(task.due ? dayOf(task.due) : now.slice(0, 10))
  const id = useId()
  const from = task.exceptions?.moved_from
  return (
    <>
      <div className={styles.quick}>
        <span className={styles.word}>{text('tasks.this.label')}</span>
        <button type="button" className={styles.choice} onClick={() => void complete(task, true)}>
          {text('tasks.this.done')}
        </button>
        <button type="button" className={styles.choice} onClick={() => void skip(task)}>
          {text('tasks.this.skip')}
        </button>
        <button
          type="button"
          className={styles.choice}
          aria-expanded={moving}
          aria-controls={moving ? id : undefined}
          onClick={() => setMoving(!moving)}
        >
          {text('tasks.this.move')}
        </button>
      </div>
      {moving && (
        <div className={styles.inputs} id={id}>
          <DatePicker
            value={day}
            today={now.slice(0, 10)}
            label={text('tasks.this.moveTo')}
            onPick={setDay}
          />
          <button
            type="button"
            className={styles.choice}
            disabled={!day || !task.due || day === dayOf(task.due)}
            onClick={() => {
              setMoving(false)
              void moveOnce(task, onDay(task.due, day))
            }}
          >
            {text('tasks.this.backTo')}
          </button>
        </div>
      )}
      {from && <p className={styles.note}>{text('tasks.this.moved', { date: labels.due(from) })}</p>}
    </>
  )
}
