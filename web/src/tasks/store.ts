import { useSession } from '../api/session'
import type { Receipt } from '../api/types'
import { clearTasks, putTasks, useTasks } from './store/cache'
import { markTrashed, refreshTask } from './store/changes'
import { clearPages, reloadEverything } from './store/pages'
import { keepInStep } from './store/sync'
import { clearUndo } from './undoStack'
import { currentView, resetView } from './viewStore'

/**
 * The tasks that this tab knows, by number: what every view shows, so that chat, list and other tabs agree.
 * Fed by answers of the API, by receipts of the conversation and by the event stream; a newer version always wins.
 */
export { putTasks, useTasks }

/** Takes in what a turn, an undo or a change over REST did. */
export function applyReceipts(receipts: readonly Receipt[]) {
  putTasks(receipts.flatMap(receipt => (receipt.after && receipt.op !== 'deleted' ? [receipt.after] : [])))
  for (const receipt of receipts) {
    if (receipt.op === 'deleted')
      markTrashed(receipt.task_id, new Date().toISOString(), receipt.after?.version)
    else if (!receipt.after) void refreshTask(receipt.task_id)
  }
}

/** Whose tasks are known. */
let owner: string | undefined

/** Fetches what is shown anew; what was known of another person is forgotten first. */
export async function loadTasks() {
  const userId = useSession.getState().user?.id
  if (owner !== undefined && owner !== userId) {
    clearTasks()
    clearUndo()
    resetView()
    clearPages()
  }
  owner = userId
  const { view, today } = currentView()
  await reloadEverything(view, today)
}

/** Keeps the tasks in step with the server. Answers with the function that ends that. */
export function syncTasks(): () => void {
  return keepInStep(() => {
    const { view, today } = currentView()
    void reloadEverything(view, today)
  })
}
