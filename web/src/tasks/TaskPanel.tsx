import { useText } from '../i18n/language'
import { Button } from '../ui/Button'
import { EmptyState } from './EmptyState'
import { FilterBar } from './FilterBar'
import { PanelHeader } from './PanelHeader'
import { QuickAdd } from './QuickAdd'
import { useNow } from './store/useNow'
import { useTaskView } from './store/useTaskView'
import { TaskList } from './TaskList'
import styles from './TaskPanel.module.css'
import { useLingering } from './useLingering'
import { usePanelKeys } from './usePanelKeys'
import { showFilter, useViewStore, useZone } from './viewStore'

/** The list beside the conversation. */
export function TaskPanel() {
  const text = useText()
  const zone = useZone()
  const now = useNow(zone)
  const view = useViewStore(store => store.view)
  const edited = useViewStore(store => store.edited)
  const staying = useLingering(view)
  const list = useTaskView(view, now, { staying, edited })
  usePanelKeys()

  return (
    <section className={styles.panel} aria-label={text('pane.tasks')}>
      <PanelHeader count={list.count} known={list.status !== 'loading'} />
      {view.filter === 'trash' ? (
        <div className={styles.note}>
          <p>{text('tasks.trash.note')}</p>
          <Button small icon="left" onClick={() => showFilter('all')}>
            {text('tasks.trash.back')}
          </Button>
        </div>
      ) : (
        <QuickAdd now={now} zone={zone} />
      )}
      <FilterBar now={now} />
      <div className={styles.scroll} data-scroll>
        {/* Nothing left of what is loaded is not the end, as long as there is more. */}
        {list.tasks.length > 0 || list.more ? (
          <TaskList list={list} now={now} zone={zone} view={view} />
        ) : (
          <EmptyState status={list.status} onRetry={list.retry} zone={zone} />
        )}
      </div>
    </section>
  )
}
