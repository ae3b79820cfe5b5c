import { memo } from 'react'
import type { Task } from '../api/types'
import { formatMoment } from '../i18n/format'
import { useText } from '../i18n/language'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { complete, restore } from './actions'
import { isOverdue, timeOf } from './model/due'
import { dueTitle, timeLabel, zoneLabel } from './model/dueLabel'
import type { Wall } from './model/wall'
import { TaskEditor } from './TaskEditor'
import styles from './TaskRow.module.css'
import { TitleField } from './TitleField'
import { useLabels } from './useLabels'
import { openTask } from './viewStore'

interface TaskRowProps {
  task: Task
  now: Wall
  zone: string
  /** Whether the heading above tells the day already. */
  undated: boolean
  trash: boolean
  open: boolean
  /** Whether it is the row that the Tab key reaches. */
  active: boolean
}

/** One task: a box to check it off, and a button that opens it in place. */
export const TaskRow = memo(function TaskRow({
  task,
  now,
  zone,
  undated,
  trash,
  open,
  active,
}: TaskRowProps) {
  const text = useText()
  const tabIndex = active || open ? 0 : -1
  return (
    <li
      className={styles.row}
      data-task={task.id}
      data-open={open || undefined}
      data-editor={open || undefined}
      data-done={task.completed || undefined}
    >
      <div className={styles.line}>
        {!trash && (
          <label className={styles.check} data-priority={task.priority}>
            <input
              type="checkbox"
              tabIndex={tabIndex}
              checked={task.completed}
              aria-label={task.title}
              onChange={event => void complete(task, event.target.checked)}
            />
            <Icon name="check" size={14} />
          </label>
        )}
        {open && !trash && <TitleField task={task} />}
        {trash ? (
          <div className={styles.main}>
            <span className={styles.title} dir="auto">
              {task.title}
            </span>
            {task.deleted_at && (
              <span className={styles.meta}>
                {text('tasks.trash.deleted', { date: formatMoment(task.deleted_at) })}
              </span>
            )}
          </div>
        ) : open ? null : (
          <button
            type="button"
            className={styles.main}
            data-row
            tabIndex={tabIndex}
            aria-expanded={false}
            onClick={() => openTask(task.id)}
          >
            <span className={styles.title} dir="auto">
              {task.title}
            </span>
            <Meta task={task} now={now} zone={zone} undated={undated} />
          </button>
        )}
        {trash && (
          <Button small icon="undo" data-row tabIndex={tabIndex} onClick={() => void restore(task)}>
            {text('tasks.trash.restore')}
          </Button>
        )}
      </div>
      {open && !trash && <TaskEditor task={task} now={now} zone={zone} />}
    </li>
  )
})

/** The line under the title: when, how often, how urgent, which tags. */
function Meta({ task, now, zone, undated }: Pick<TaskRowProps, 'task' | 'now' | 'zone' | 'undated'>) {
  const text = useText()
  const labels = useLabels(now)
  const { due, recurrence, priority, tags, description } = task
  const late = isOverdue(task, now)
  const time = due && timeOf(due)
  const when =
    due &&
    (undated && !late ? time && timeLabel(time, labels.locale) + zoneLabel(due, zone) : labels.due(due))
  if (!when && !recurrence && priority === 'none' && tags.length === 0 && !description) return null
  return (
    <span className={styles.meta}>
      {due && when && (
        <span className={styles.due} data-late={late || undefined} title={dueTitle(due, labels.locale, zone)}>
          <Icon name={time ? 'clock' : 'calendar'} size={13} />
          {when}
        </span>
      )}
      {recurrence && (
        <span>
          <Icon name="repeat" size={13} />
          {labels.rule(recurrence.rrule)}
        </span>
      )}
      {priority !== 'none' && (
        <span className={styles.priority} data-priority={priority}>
          <Icon name="flag" size={13} />
          <span className="visually-hidden">
            {text('tasks.priority.of', { priority: labels.priority(priority) })}
          </span>
          <span aria-hidden="true">{labels.priority(priority)}</span>
        </span>
      )}
      {tags.map(tag => (
        <span key={tag} className={styles.tag}>
          <bdi>#{tag}</bdi>
        </span>
      ))}
      {description && (
        <span title={description}>
          <Icon name="menu" size={13} />
          <span className="visually-hidden">{text('tasks.edit.description')}</span>
        </span>
      )}
    </span>
  )
}
