import { useEffect } from 'react'
import { AccountPage } from './account/AccountPage'
import { listen } from './api/events'
import { useSession } from './api/session'
import { Layout } from './Layout'
import { loadTasks, syncTasks } from './tasks/store'
import { Toasts } from './ui/Toasts'

/** What is shown depends on who is signed in. */
export function App() {
  const status = useSession(session => session.status)
  return (
    <>
      {status === 'signed-out' && <AccountPage />}
      {status === 'signed-in' && <SignedIn />}
      <Toasts />
    </>
  )
}

function SignedIn() {
  const userId = useSession(session => session.user?.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: everything starts anew for another person.
  useEffect(() => {
    void loadTasks()
    const ends = [syncTasks(), listen()]
    return () => {
      for (const end of ends) end()
    }
  }, [userId])
  return <Layout />
}
