import { type FormEvent, useState } from 'react'
import { ApiError } from '../../api/problem'
import type { Conversation } from '../../api/types'
import { useText } from '../../i18n/language'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { rename } from './store'

export function RenameDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const text = useText()
  const [error, setError] = useState<string>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const title = String(new FormData(event.currentTarget).get('title') ?? '').trim()
    if (!title) return
    try {
      await rename(conversation.id, title)
      onClose()
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.detail : text('error.unreachable'))
    }
  }
  return (
    <Dialog
      title={text('conversation.rename')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="rename">
            {text('action.save')}
          </Button>
        </>
      }
    >
      <form id="rename" onSubmit={submit}>
        <Field
          label={text('conversation.title')}
          name="title"
          defaultValue={conversation.title}
          maxLength={200}
          required
          error={error}
          onFocus={event => event.target.select()}
        />
      </form>
    </Dialog>
  )
}
