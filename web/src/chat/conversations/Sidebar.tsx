import { AccountMenu } from '../../account/AccountMenu'
import { useText } from '../../i18n/language'
import { openOverlay } from '../../overlay'
import { ConversationList } from './ConversationList'
import styles from './Sidebar.module.css'

/** Conversations and account. In the drawer of narrow screens, `onGo` closes it. */
export function Sidebar({ onGo }: { onGo?: () => void }) {
  const text = useText()
  const find = () => {
    onGo?.()
    openOverlay('finder')
  }
  return (
    <div className={styles.sidebar}>
      {!onGo && (
        <p className={styles.brand}>
          <img src="/icons/icon.svg" alt="" width="24" height="24" />
          {text('app.name')}
        </p>
      )}
      <ConversationList onFind={find} {...(onGo ? { onGo } : {})} />
      <AccountMenu {...(onGo ? { onGo } : {})} />
    </div>
  )
}
