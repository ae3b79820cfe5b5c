import { useState } from 'react'
import { Link } from 'wouter'
import { useSession } from '../api/session'
import { useText } from '../i18n/language'
import { openOverlay } from '../overlay'
import { IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { toastError } from '../ui/toast'
import styles from './AccountMenu.module.css'
import { leaveDevice } from './leaveDevice'

/** Who is signed in, settings, shortcuts, signing out. */
export function AccountMenu({ onGo }: { onGo?: () => void }) {
  const text = useText()
  const user = useSession(session => session.user)
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    try {
      await leaveDevice()
    } catch {
      setBusy(false)
      toastError(text('error.unreachable'))
    }
  }
  return (
    <div className={styles.account}>
      <Link href="/settings" className={styles.who} onClick={onGo} title={user?.email ?? undefined}>
        <Icon name="settings" size={18} />
        <span>
          <span className="visually-hidden">{text('settings.title')}: </span>
          {user?.name ?? user?.email ?? text('settings.title')}
        </span>
      </Link>
      <IconButton
        small
        icon="keyboard"
        label={text('keys.title')}
        className={styles.keys}
        onClick={() => {
          onGo?.()
          openOverlay('keys')
        }}
      />
      <IconButton small icon="signOut" label={text('account.signOut')} disabled={busy} onClick={leave} />
    </div>
  )
}
