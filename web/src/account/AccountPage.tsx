import { type FormEvent, useState } from 'react'
import { ApiError } from '../api/problem'
import { signIn, signUp, useSession } from '../api/session'
import { browserZone } from '../i18n/format'
import { useText } from '../i18n/language'
import { Button, IconButton } from '../ui/Button'
import { Field } from '../ui/Field'
import { Icon } from '../ui/Icon'
import styles from './AccountPage.module.css'

type Mode = 'sign-in' | 'sign-up'

/** Signing in and signing up: one form, since they differ in one field. */
export function AccountPage() {
  const text = useText()
  const [mode, setMode] = useState<Mode>('sign-in')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(false)
  const isDeleted = useSession(session => session.status === 'signed-out' && session.isDeleted)
  const isNew = mode === 'sign-up'
  const problem = error instanceof ApiError ? error : null
  const hasFields = problem !== null && Object.keys(problem.fields).length > 0

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name) ?? '')
    setBusy(true)
    setError(null)
    try {
      const email = field('email').trim()
      const name = field('name').trim()
      if (isNew) {
        const account = { email, password: field('password'), timezone: browserZone() }
        await signUp(name ? { ...account, name } : account)
      } else await signIn(email, field('password'))
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <header className={styles.brand}>
          <span className={styles.mark}>
            <Icon name="check" size={24} />
          </span>
          <h1>{text('app.name')}</h1>
          <p>{text('app.tagline')}</p>
        </header>
        {isDeleted && (
          <p className={styles.told} role="status">
            {text('account.deleted')}
          </p>
        )}
        <form className={styles.form} onSubmit={submit}>
          <Field
            label={text('account.email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            error={problem?.fields.email}
          />
          {isNew && (
            <Field
              label={text('account.name')}
              name="name"
              autoComplete="name"
              maxLength={100}
              error={problem?.fields.name}
            />
          )}
          <Field
            label={text('account.password')}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            required
            minLength={isNew ? 8 : 1}
            maxLength={128}
            hint={isNew ? text('account.passwordHint') : undefined}
            error={problem?.fields.password}
            end={
              <IconButton
                icon="eye"
                label={text(shown ? 'account.passwordHide' : 'account.passwordShow')}
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
              />
            }
          />
          {error !== null && !hasFields && (
            <p className={styles.error} role="alert">
              {problem?.detail ?? text('error.unreachable')}
            </p>
          )}
          <Button kind="primary" type="submit" disabled={busy}>
            {text(busy ? 'account.working' : isNew ? 'account.signUp' : 'account.signIn')}
          </Button>
        </form>
        <Button
          kind="quiet"
          onClick={() => {
            setMode(isNew ? 'sign-in' : 'sign-up')
            setError(null)
          }}
        >
          {text(isNew ? 'account.toSignIn' : 'account.toSignUp')}
        </Button>
      </div>
    </main>
  )
}
