import { useEffect, useState } from 'react'
import { useText } from '../i18n/language'
import { IconButton } from '../ui/Button'
import styles from './ChatHeader.module.css'
import { ConversationMenu } from './conversations/ConversationMenu'
import { Drawer } from './conversations/Drawer'
import { useConversations } from './conversations/store'

/** Which conversation this is, and the way to the others where the sidebar has no room. */
export function ChatHeader({ id }: { id: string | null }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const found = useConversations(store => store.conversations.find(known => known.id === id))
  const title = found?.title ?? text('chat.new')
  useEffect(() => {
    document.title = `${title} · ${text('app.name')}`
  }, [title, text])
  return (
    <header className={styles.header}>
      <div className={styles.menu}>
        <IconButton icon="menu" label={text('pane.conversations')} onClick={() => setOpen(true)} />
      </div>
      <h1 className={styles.title} dir="auto" title={title}>
        {title}
      </h1>
      {found && <ConversationMenu conversation={found} />}
      {open && <Drawer onClose={() => setOpen(false)} />}
    </header>
  )
}
