import { type FormEvent, useState } from 'react'
import { ApiError } from '../api/problem'
import type { Reminder } from '../api/types'
import { readerZone } from '../i18n/format'
import { useText } from '../i18n/language'
import { wallNow } from '../tasks/model/wall'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { reschedule } from './store'

/** Gives the task another due; its reminder comes again then. */
export function RescheduleDialog({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const text = useText()
  const [error, setError] = useState<string>()
  const zone = readerZone()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const moment = String(new FormData(event.currentTarget).get('due') ?? '').slice(0, 16)
    if (moment <= wallNow(zone).slice(0, 16)) return setError(text('reminder.past'))
    try {
      await reschedule(reminder, { date_time: `${moment}:00`, timezone: zone })
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
          defaultValue={nextHour(zone)}
          required
          error={error}
        />
      </form>
    </Dialog>
  )
}

/** The next full hour that is at least half an hour away, in a zone. */
const nextHour = (zone: string) => `${wallNow(zone, new Date(Date.now() + 90 * 60_000)).slice(0, 13)}:00`
