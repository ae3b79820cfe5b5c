import { showPane } from '../pane'
import { matches } from './model/view'
import { wallNow } from './model/wall'
import { useTasks } from './store/cache'
import { refreshTask } from './store/changes'
import { currentView, currentZone, openTask, showEverything, showFilter } from './viewStore'

/** Brings a task forward, open, wherever the page is; one that is gone is left alone. */
export async function showTask(id: number): Promise<void> {
  if (!Number.isSafeInteger(id)) return
  await refreshTask(id)
  const task = useTasks.getState().byId.get(id)
  if (!task || task.deleted_at) return
  showPane('tasks')
  if (!matches(task, currentView().view, wallNow(currentZone()))) {
    showEverything()
    if (task.completed) showFilter('done')
  }
  openTask(id)
  requestAnimationFrame(() =>
    document.querySelector(`[data-task="${id}"]`)?.scrollIntoView({ block: 'center' }),
  )
}
