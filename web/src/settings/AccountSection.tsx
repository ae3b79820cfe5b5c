import { type FormEvent, useState } from 'react'
import { send } from '../api/http'
import { ended } from '../api/session'
import { useText } from '../i18n/language'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { reasonOf, useProfile } from './profile'
import styles from './Settings.module.css'

/** The end of the account, behind a typed confirmation. */
export function AccountSection() {
  const text = useText()
  const [asking, setAsking] = useState(false)
  return (
    <div className={styles.fields}>
      <p className={styles.note}>{text('settings.account.text')}</p>
      <div>
        <Button kind="danger" icon="trash" onClick={() => setAsking(true)}>
          {text('settings.account.delete')}
        </Button>
      </div>
      {asking && <Confirmation onClose={() => setAsking(false)} />}
    </div>
  )
}

function Confirmation({ onClose }: { onClose: () => void }) {
  const text = useText()
  const profile = useProfile()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const word = profile?.email ?? text('settings.account.word')
  const sure = typed.trim().toLowerCase() === word.toLowerCase()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!sure) return
    setBusy(true)
    try {
      await send('DELETE', '/api/me')
      ended({ isDeleted: true })
    } catch (error) {
      setProblem(reasonOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog title={text('settings.account.sure')} onClose={onClose}>
      <form className={styles.fields} onSubmit={submit}>
        <p>{text('settings.account.text')}</p>
        <p className={styles.note}>{text('settings.account.exportFirst')}</p>
        <Field
          label={text('settings.account.type', { word })}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typed}
          error={problem}
          onChange={event => setTyped(event.target.value)}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button type="submit" kind="danger" disabled={!sure || busy}>
            {text('settings.account.final')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
