import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { ConversationPage } from './chat/ConversationPage'
import { useText } from './i18n/language'
import styles from './Layout.module.css'
import { showPane, usePane } from './pane'
import { TaskPanel } from './tasks/TaskPanel'
import { Icon } from './ui/Icon'

const SettingsPage = lazy(() => import('./settings/SettingsPage'))

/** Conversations, conversation, tasks: side by side, or on a phone one at a time with tabs. */
export function Layout() {
  const text = useText()
  const pane = usePane(store => store.pane)
  return (
    <div className={styles.layout} data-pane={pane}>
      <main className={styles.main}>
        <Suspense fallback={<p className={styles.loading}>{text('state.loading')}</p>}>
          <Switch>
            <Route path="/settings" component={SettingsPage} />
            <Route path="/c/:id">{({ id }) => <ConversationPage key={id} id={id} />}</Route>
            <Route>
              <ConversationPage key="new" id={null} />
            </Route>
          </Switch>
        </Suspense>
      </main>
      <aside className={styles.tasks}>
        <TaskPanel />
      </aside>
      <nav className={styles.tabs} aria-label={text('app.name')}>
        {(['chat', 'tasks'] as const).map(name => (
          <button key={name} type="button" aria-current={pane === name} onClick={() => showPane(name)}>
            <Icon name={name === 'chat' ? 'chat' : 'list'} />
            {text(name === 'chat' ? 'pane.chat' : 'pane.tasks')}
          </button>
        ))}
      </nav>
    </div>
  )
}
