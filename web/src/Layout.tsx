import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { ConversationPage } from './chat/ConversationPage'
import { Sidebar } from './chat/conversations/Sidebar'
import { Missing } from './chat/Missing'
import { useText } from './i18n/language'
import styles from './Layout.module.css'
import { closeOverlay, useOverlay } from './overlay'
import { showPane, usePane, useTasksAlone } from './pane'
import { Reminders } from './reminders/Reminders'
import { useShortcuts } from './shortcuts'
import { TaskPanel } from './tasks/TaskPanel'
import { Icon } from './ui/Icon'
import { Toasts } from './ui/Toasts'

const SettingsPage = lazy(() => import('./settings/SettingsPage'))
const Finder = lazy(() => import('./chat/conversations/Finder'))
const Keys = lazy(() => import('./Keys'))

/** A new conversation, or one with an id: one route, so that the message box stays when the new one gets its id. */
const CONVERSATION = /^\/(?:c\/(?<id>[^/]+))?$/

/** Conversations, conversation, tasks: side by side, or on a phone one at a time with tabs. */
export function Layout() {
  const text = useText()
  const pane = usePane(store => store.pane)
  const tasksAlone = useTasksAlone()
  useShortcuts()
  return (
    <div className={styles.layout} data-pane={pane}>
      <SkipLink />
      <aside className={styles.side} aria-label={text('pane.conversations')}>
        <Sidebar />
      </aside>
      <main className={styles.main}>
        <Suspense fallback={<p className={styles.loading}>{text('state.loading')}</p>}>
          <Switch>
            <Route path={CONVERSATION}>{({ id }) => <ConversationPage id={id ?? null} />}</Route>
            <Route path="/settings/*?" component={SettingsPage} />
            <Route>
              <Missing heading="h1" />
            </Route>
          </Switch>
        </Suspense>
      </main>
      <div className={styles.reminders}>
        <Reminders />
      </div>
      {/* Its role changes and not the element, so that the panel keeps what is typed there. */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name */}
      <div
        className={styles.tasks}
        role={tasksAlone ? 'main' : 'complementary'}
        aria-label={text('pane.tasks')}
      >
        {tasksAlone && <h1 className="visually-hidden">{text('pane.tasks')}</h1>}
        <TaskPanel />
      </div>
      <div className={styles.toasts}>
        <Toasts />
      </div>
      <nav className={styles.tabs} aria-label={text('app.name')}>
        {(['chat', 'tasks'] as const).map(name => (
          <button key={name} type="button" aria-current={pane === name} onClick={() => showPane(name)}>
            <Icon name={name === 'chat' ? 'chat' : 'list'} />
            {text(name === 'chat' ? 'pane.chat' : 'pane.tasks')}
          </button>
        ))}
      </nav>
      <Overlay />
    </div>
  )
}

/** For the keyboard: past the conversations, to where one talks. */
function SkipLink() {
  const text = useText()
  return (
    <button
      type="button"
      className={styles.skip}
      onClick={() => document.querySelector<HTMLElement>('[data-message-box]')?.focus()}
    >
      {text('app.skip')}
    </button>
  )
}

function Overlay() {
  const overlay = useOverlay(store => store.overlay)
  return (
    <Suspense fallback={null}>
      {overlay === 'finder' && <Finder onClose={closeOverlay} />}
      {overlay === 'keys' && <Keys onClose={closeOverlay} />}
    </Suspense>
  )
}
