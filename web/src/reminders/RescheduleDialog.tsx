import { type FormEvent, useState } from 'react'
import { updateTask } from '../api/client'
import { ApiError } from '../api/problem'
import type { Reminder } from '../api/types'
import { useText } from '../i18n/language'
import { putTasks } from '../tasks/store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { rescheduled } from './store'

/** Gives the task another due; its reminder comes again then. */
export function RescheduleDialog({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const text = useText()
  const [error, setError] = useState<string>()
  const before = 'date' in reminder.due ? `${reminder.due.date}T09:00` : reminder.due.date_time.slice(0, 16)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const moment = String(new FormData(event.currentTarget).get('due') ?? '')
    try {
      const { task } = await updateTask(reminder.task_id, { due: { date_time: `${moment.slice(0, 16)}:00` } })
      putTasks([task])
      await rescheduled(reminder)
      onClose()
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.detail : text('error.unreachable'))
    }
  }
  return (
    <Dialog
      title={text('reminder.reschedule')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="reschedule">
            {text('action.save')}
          </Button>
        </>
      }
    >
      <form id="reschedule" onSubmit={submit}>
        <Field
          label={text('reminder.newDue', { title: reminder.title })}
          name="due"
          type="datetime-local"
          defaultValue={before}
          required
          error={error}
        />
      </form>
    </Dialog>
  )
}
