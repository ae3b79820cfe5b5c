import { create } from 'zustand'
import { useSession } from '../api/session'
import type { Task } from '../api/types'
import { browserZone } from '../i18n/format'
import type { Filter, Sort, View } from './model/view'
import { wallNow } from './model/wall'
import { useTasks } from './store/cache'

/** What the panel shows. It lives here and not in the panel, so that shortcuts, links and the phone's tabs keep it. */
interface ViewStore {
  view: View
  /** The task that is open for editing, as it was when it was opened. */
  edited: Task | null
}

const KEY = 'tasktalk.list'
const START: View = { filter: 'all', search: '', tag: null, sort: null }

/** The filter and order that this device last used; never the trash, and no search. */
function remembered(): View {
  try {
    const { filter, sort } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<View>
    const known = filter === 'today' || filter === 'upcoming' || filter === 'overdue' ? filter : 'all'
    return { ...START, filter: known, sort: sort ?? null }
  } catch {
    return START
  }
}

export const useViewStore = create<ViewStore>(() => ({ view: remembered(), edited: null }))

function change(part: Partial<View>) {
  const view = { ...useViewStore.getState().view, ...part }
  useViewStore.setState({ view, edited: null })
  try {
    localStorage.setItem(KEY, JSON.stringify({ filter: view.filter, sort: view.sort }))
  } catch {
    // Not remembered, then.
  }
}

export const showFilter = (filter: Filter) => change({ filter })
export const showTag = (tag: string | null) => change({ tag })
export const sortBy = (sort: Sort | null) => change({ sort })
export const searchFor = (search: string) => change({ search })
/** Everything that is open, without search and tag. */
export const showEverything = () => change({ filter: 'all', search: '', tag: null })

/** Opens a task for editing; null closes the one that is open. */
export const openTask = (id: number | null) =>
  useViewStore.setState({ edited: (id !== null && useTasks.getState().byId.get(id)) || null })

/** The person's zone: the profile's, else the browser's. */
export const useZone = () => useSession(session => session.user?.timezone ?? null) ?? browserZone()

/** The same, outside of components. */
export const currentZone = () => useSession.getState().user?.timezone ?? browserZone()

/** The view and the day, outside of components. */
export function currentView(): { view: View; today: string } {
  return { view: useViewStore.getState().view, today: wallNow(currentZone()).slice(0, 10) }
}

/** Begins as on a new day: nothing searched, nothing open. */
export const resetView = () => useViewStore.setState({ view: remembered(), edited: null })

/** Puts the cursor into the quick-add box; false when there is none on the page. */
export function focusQuickAdd(): boolean {
  const input = document.querySelector<HTMLInputElement>('[data-quick-add]')
  input?.focus()
  return input !== null
}
