import type { ReactNode } from 'react'
import type { Task } from '../api/types'
import { useText } from '../i18n/language'
import { Button } from '../ui/Button'
import { Icon, type IconName } from '../ui/Icon'
import { change, trash } from './actions'
import { DueField } from './DueField'
import type { Wall } from './model/wall'
import { OccurrenceField } from './OccurrenceField'
import { PriorityField } from './PriorityField'
import { RepeatField } from './RepeatField'
import { TagsField } from './TagsField'
import styles from './TaskEditor.module.css'
import { useDraft } from './useDraft'
import { focusRow } from './useListKeys'
import { openTask } from './viewStore'

/** Everything of a task, edited in its place in the list. Each field is saved by itself, and can be undone. */
export function TaskEditor({ task, now, zone }: { task: Task; now: Wall; zone: string }) {
  const text = useText()
  const notes = useDraft(
    task.description ?? '',
    typed => void change(task, { description: typed.trim() || null }),
  )
  const close = () => {
    openTask(null)
    requestAnimationFrame(() => focusRow(task.id))
  }
  return (
    <div className={styles.editor}>
      <textarea
        className={styles.notes}
        dir="auto"
        rows={2}
        value={notes.text}
        maxLength={2000}
        aria-label={text('tasks.edit.description')}
        placeholder={text('tasks.edit.descriptionHint')}
        onChange={event => notes.change(event.target.value)}
        onBlur={notes.commit}
        onKeyDown={event => event.key === 'Escape' && notes.discard()}
      />
      <div className={styles.fields}>
        <Row icon="calendar" label={text('tasks.due.label')}>
          <DueField task={task} now={now} zone={zone} />
        </Row>
        <Row icon="repeat" label={text('tasks.repeat.label')}>
          <RepeatField task={task} now={now} />
        </Row>
        {task.recurrence && (
          <Row icon="right" label={text('tasks.this.label')}>
            <OccurrenceField task={task} now={now} />
          </Row>
        )}
        <Row icon="flag" label={text('tasks.priority.label')}>
          <PriorityField task={task} />
        </Row>
        <Row icon="tag" label={text('tasks.tags.label')}>
          <TagsField task={task} />
        </Row>
      </div>
      <footer className={styles.footer}>
        <span className={styles.number}>{text('tasks.edit.number', { id: String(task.id) })}</span>
        <Button small kind="quiet" icon="trash" onClick={() => void trash(task)}>
          {text('action.delete')}
        </Button>
        <Button small onClick={close}>
          {text('action.close')}
        </Button>
      </footer>
    </div>
  )
}

/** The controls of one field behind its sign; its name is told to who can't see that, and in a tooltip. */
function Row({ icon, label, children }: { icon: IconName; label: string; children: ReactNode }) {
  return (
    <fieldset className={styles.field}>
      <legend className="visually-hidden">{label}</legend>
      <span className={styles.sign} title={label}>
        <Icon name={icon} size={17} />
      </span>
      <div className={styles.controls}>{children}</div>
    </fieldset>
  )
}
