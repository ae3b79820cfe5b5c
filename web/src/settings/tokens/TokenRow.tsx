import { useState } from 'react'
import { formatDate, formatMoment } from '../../i18n/format'
import { useText } from '../../i18n/language'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import { toast } from '../../ui/toast'
import { revokeToken, type Token } from './api'
import own from './Tokens.module.css'

interface TokenRowProps {
  token: Token
  onRevoked: () => void
  onFailed: (error: unknown) => void
}

/** One token: what it may do, when it ends, when it was used; and its end. */
export function TokenRow({ token, onRevoked, onFailed }: TokenRowProps) {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const { name, prefix, scopes, expires_at, last_used_at } = token
  const over = expires_at !== null && Date.parse(expires_at) < Date.now()
  const end = expires_at
    ? text(over ? 'settings.tokens.ended' : 'settings.tokens.ends', {
        date: formatDate(expires_at.slice(0, 10)),
      })
    : text('settings.tokens.noEnd')
  const used = last_used_at
    ? text('settings.tokens.used', { date: formatMoment(last_used_at) })
    : text('settings.tokens.unused')
  const revoke = async () => {
    setAsking(false)
    try {
      await revokeToken(token.id)
      toast(text('settings.tokens.revoked', { name }))
      onRevoked()
    } catch (error) {
      onFailed(error)
    }
  }
  return (
    <li className={own.token}>
      <Icon name="key" size={18} />
      <div className={own.about}>
        <span className={own.name}>
          {name} <code>{prefix}…</code>
        </span>
        <span className={own.detail}>
          {scopes.map(scope => text(`settings.tokens.scope.${scope}`)).join(' · ')}
        </span>
        <span className={own.detail} data-over={over || undefined}>
          {end} · {used}
        </span>
      </div>
      <Button
        small
        kind="danger"
        aria-label={text('settings.tokens.revokeOf', { name })}
        onClick={() => setAsking(true)}
      >
        {text('settings.tokens.revoke')}
      </Button>
      {asking && (
        <Dialog
          title={text('settings.tokens.sure', { name })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{text('action.cancel')}</Button>
              <Button kind="danger" onClick={() => void revoke()}>
                {text('settings.tokens.revoke')}
              </Button>
            </>
          }
        >
          <p>{text('settings.tokens.sureText')}</p>
        </Dialog>
      )}
    </li>
  )
}
