import { create } from 'zustand'
import { listTasks, listTrash } from '../../api/client'
import type { Task, TaskList } from '../../api/types'
import { queryOf, type View, viewKey } from '../model/view'
import { onlyTasks, putTasks } from './cache'

/** How far each view is loaded. The tasks themselves are in the cache. */
export interface Pages {
  status: 'loading' | 'more' | 'ready' | 'failed'
  /** Where the next page begins; null at the end. */
  cursor: string | null
  /** The last task loaded, as it was then: what comes after it is not known yet. Null: nothing is hidden. */
  frontier: Task | null
  /** How many tasks of the view the server has beyond what is loaded. */
  beyond: number
}

interface Store {
  /** By view and day. */
  views: Readonly<Record<string, Pages>>
  /** Grows when everything has to be fetched anew. */
  epoch: number
}

const PAGE = 100
export const usePages = create<Store>(() => ({ views: {}, epoch: 0 }))

/** A view on a day; another day is another list. */
export const pagesKey = (view: View, today: string) => `${today} ${viewKey(view)}`

function put(key: string, pages: Pages) {
  usePages.setState(({ views }) => ({ views: { ...views, [key]: pages } }))
}

function fetchPage(view: View, today: string, cursor?: string): Promise<TaskList> {
  const page = { ...queryOf(view, today), limit: PAGE, ...(cursor ? { cursor } : {}) }
  return view.filter === 'trash' ? listTrash(page) : listTasks(page)
}

/** How far a view is after a page of it. */
export function afterPage(page: TaskList, loadedBefore: number): Pages {
  const last = page.tasks.at(-1)
  return {
    status: 'ready',
    cursor: page.next_cursor,
    frontier: page.next_cursor && last ? last : null,
    beyond: page.next_cursor ? Math.max(0, page.count - loadedBefore - page.tasks.length) : 0,
  }
}

const loaded = new Map<string, number>()
const underWay = new Set<string>()

async function load(
  key: string,
  status: 'loading' | 'more',
  fetched: () => Promise<TaskList>,
  first: boolean,
) {
  const { epoch, views } = usePages.getState()
  const request = `${epoch} ${key}`
  if (underWay.has(request)) return
  underWay.add(request)
  const before = views[key]
  const empty: Pages = { status, cursor: null, frontier: null, beyond: 0 }
  put(
    key,
    before ? { ...before, status: before.status === 'failed' || !first ? status : before.status } : empty,
  )
  try {
    const page = await fetched()
    if (usePages.getState().epoch !== epoch) return
    const sofar = first ? 0 : (loaded.get(key) ?? 0)
    loaded.set(key, sofar + page.tasks.length)
    putTasks(page.tasks)
    put(key, afterPage(page, sofar))
  } catch {
    if (usePages.getState().epoch === epoch) put(key, { ...(before ?? empty), status: 'failed' })
  } finally {
    underWay.delete(request)
  }
}

/** Loads the first page of a view, or loads it again. */
export function loadFirst(view: View, today: string): Promise<void> {
  return load(pagesKey(view, today), 'loading', () => fetchPage(view, today), true)
}

/** Loads the next page of a view, if there is one and none is on its way. */
export async function loadMore(view: View, today: string): Promise<void> {
  const key = pagesKey(view, today)
  const pages = usePages.getState().views[key]
  const cursor = pages?.cursor
  if (!cursor || (pages.status !== 'ready' && pages.status !== 'failed')) return
  await load(key, 'more', () => fetchPage(view, today, cursor), false)
}

/**
 * Everything may have changed: the view that is shown is fetched anew, the others when they are looked at. What is on
 * the screen stays until then.
 */
export async function reloadEverything(view: View, today: string): Promise<void> {
  usePages.setState(({ epoch }) => ({ epoch: epoch + 1 }))
  const { epoch } = usePages.getState()
  try {
    const page = await fetchPage(view, today)
    if (usePages.getState().epoch !== epoch) return
    const key = pagesKey(view, today)
    loaded.clear()
    loaded.set(key, page.tasks.length)
    onlyTasks(page.tasks)
    usePages.setState({ views: { [key]: afterPage(page, 0) } })
  } catch {
    if (usePages.getState().epoch === epoch) keepReady(pagesKey(view, today))
  }
}

/** Not reached: what was loaded stays; what was loading before is given up, and can be tried again. */
function keepReady(shownKey: string) {
  const views = { ...usePages.getState().views }
  for (const [key, pages] of Object.entries(views)) if (pages.status === 'loading') delete views[key]
  const shown = views[shownKey] ?? { cursor: null, frontier: null, beyond: 0, status: 'failed' as const }
  usePages.setState({ views: { ...views, [shownKey]: shown } })
}

/** When another person signs in. */
export function clearPages(): void {
  loaded.clear()
  usePages.setState(({ epoch }) => ({ views: {}, epoch: epoch + 1 }))
}
