import { useEffect, useState } from 'react'
import { useText } from '../../i18n/language'
import { Button } from '../../ui/Button'
import { toastError } from '../../ui/toast'
import { reasonOf } from '../profile'
import styles from '../Settings.module.css'
import { type CreatedToken, listTokens, type Token } from './api'
import { CreatedDialog } from './CreatedDialog'
import { NewTokenDialog } from './NewTokenDialog'
import { TokenRow } from './TokenRow'
import own from './Tokens.module.css'

/** The tokens there are, and a new one. */
export function TokensSection() {
  const text = useText()
  const [tokens, setTokens] = useState<Token[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [making, setMaking] = useState(false)
  const [created, setCreated] = useState<CreatedToken | null>(null)

  const load = () => {
    setFailed(false)
    listTokens().then(setTokens, () => setFailed(true))
  }
  useEffect(load, [])

  return (
    <div className={styles.fields}>
      <p className={styles.note}>{text('settings.tokens.intro')}</p>
      {failed && (
        <div className={styles.row} role="alert">
          <span className={styles.note}>{text('settings.tokens.failed')}</span>
          <Button small icon="retry" onClick={load}>
            {text('action.retry')}
          </Button>
        </div>
      )}
      {tokens?.length === 0 && <p className={styles.note}>{text('settings.tokens.none')}</p>}
      {tokens && tokens.length > 0 && (
        <ul className={own.list}>
          {tokens.map(token => (
            <TokenRow
              key={token.id}
              token={token}
              onRevoked={() => setTokens(tokens.filter(each => each.id !== token.id))}
              onFailed={error => toastError(text('settings.notSaved', { reason: reasonOf(error) }))}
            />
          ))}
        </ul>
      )}
      <div>
        <Button icon="key" onClick={() => setMaking(true)}>
          {text('settings.tokens.new')}
        </Button>
      </div>
      {making && (
        <NewTokenDialog
          onClose={() => setMaking(false)}
          onCreated={token => {
            setMaking(false)
            setCreated(token)
            load()
          }}
        />
      )}
      {created && <CreatedDialog token={created} onClose={() => setCreated(null)} />}
    </div>
  )
}
