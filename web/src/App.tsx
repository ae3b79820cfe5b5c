import { useEffect } from 'react'
import { AccountPage } from './account/AccountPage'
import { listen, listening } from './api/events'
import { useSession } from './api/session'
import { followConnection } from './backAgain'
import { CrashGuard } from './CrashGuard'
import { loadConversations, syncConversations } from './chat/conversations/store'
import { preloadMarkdown } from './chat/message/Markdown'
import { forgetThreads, reloadThreads, syncThreads } from './chat/threads'
import { Layout } from './Layout'
import { OfflinePage } from './OfflinePage'
import { followClicks } from './reminders/notify'
import { loadReminders, syncReminders } from './reminders/store'
import { loadTasks, syncTasks } from './tasks/store'
import { FloatingToasts } from './ui/Toasts'

/** What is shown depends on who is signed in. */
export function App() {
  const status = useSession(session => session.status)
  return (
    <CrashGuard>
      {status === 'signed-out' && <SignedOut />}
      {status === 'signed-in' && <SignedIn />}
      {status === 'unreachable' && <OfflinePage />}
      {status !== 'signed-in' && <FloatingToasts />}
    </CrashGuard>
  )
}

function SignedOut() {
  useEffect(() => {
    forgetThreads()
  }, [])
  return <AccountPage />
}

function SignedIn() {
  const userId = useSession(session => session.user?.id)
  useEffect(() => {
    if (userId === undefined) return
    const ends = [syncTasks(), syncConversations(), syncThreads(), syncReminders(), listen(userId)]
    ends.push(followClicks(), followConnection())
    void listening(userId).then(() => {
      void loadTasks()
      void loadConversations()
      // Shown as soon as they were there; what was said and told until changes were heard is still missing.
      reloadThreads()
      void loadReminders()
      // After the first view, and before the first answer.
      void preloadMarkdown().catch(() => {})
    })
    return () => {
      for (const end of ends) end()
    }
  }, [userId])
  return <Layout />
}
