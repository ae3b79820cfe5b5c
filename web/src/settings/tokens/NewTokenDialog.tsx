import { type FormEvent, useId, useState } from 'react'
import { ApiError } from '../../api/problem'
import { useText } from '../../i18n/language'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { reasonOf } from '../profile'
import styles from '../Settings.module.css'
import { type CreatedToken, createToken, LIFETIMES, type Lifetime, SCOPES, type Scope } from './api'
import own from './Tokens.module.css'

interface NewTokenDialogProps {
  onClose: () => void
  onCreated: (token: CreatedToken) => void
}

/** Asks what a token is for, what it may do, and when it ends. Deleting is never chosen beforehand. */
export function NewTokenDialog({ onClose, onCreated }: NewTokenDialogProps) {
  const text = useText()
  const id = useId()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set(['tasks:read', 'tasks:write']))
  const [lifetime, setLifetime] = useState<Lifetime>('90d')
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const toggle = (scope: Scope) => {
    const next = new Set(scopes)
    if (!next.delete(scope)) next.add(scope)
    setScopes(next)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      const chosen = SCOPES.filter(scope => scopes.has(scope))
      onCreated(await createToken({ name: name.trim(), scopes: chosen, expires_in: lifetime }))
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  const nameProblem = problem instanceof ApiError ? problem.fields.name : undefined
  return (
    <Dialog title={text('settings.tokens.new')} onClose={onClose}>
      <form className={styles.fields} onSubmit={submit}>
        <Field
          label={text('settings.tokens.name')}
          hint={text('settings.tokens.nameHint')}
          error={nameProblem}
          value={name}
          required
          maxLength={100}
          autoComplete="off"
          onChange={event => setName(event.target.value)}
        />
        <fieldset className={styles.choices}>
          <legend>{text('settings.tokens.scopes')}</legend>
          {SCOPES.map(scope => (
            <label key={scope} className={own.scope}>
              <input type="checkbox" checked={scopes.has(scope)} onChange={() => toggle(scope)} />
              {text(`settings.tokens.scope.${scope}`)}
            </label>
          ))}
        </fieldset>
        <div className={styles.field}>
          <label htmlFor={id}>{text('settings.tokens.expires')}</label>
          <select
            id={id}
            className={styles.select}
            value={lifetime}
            onChange={event => setLifetime(event.target.value as Lifetime)}
          >
            {LIFETIMES.map(each => (
              <option key={each} value={each}>
                {text(`settings.tokens.expires.${each}`)}
              </option>
            ))}
          </select>
        </div>
        {problem !== null && !nameProblem && (
          <p className={own.problem} role="alert">
            {reasonOf(problem)}
          </p>
        )}
        <div className={own.actions}>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button type="submit" kind="primary" disabled={busy || !name.trim() || scopes.size === 0}>
            {text('settings.tokens.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
