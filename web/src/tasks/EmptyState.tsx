import { useState } from 'react'
import { randomUuid } from '../api/random'
import { useLanguage, useText } from '../i18n/language'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { add } from './actions'
import styles from './EmptyState.module.css'
import { draftOf } from './model/draft'
import type { Pages } from './store/pages'
import { understand } from './useUnderstood'
import { showEverything, showFilter, useViewStore } from './viewStore'

/** What an empty list says: why, and what to do next. */
export function EmptyState({
  status,
  onRetry,
  zone,
}: {
  status: Pages['status']
  onRetry: () => void
  zone: string
}) {
  const text = useText()
  const view = useViewStore(store => store.view)
  if (status === 'loading' || status === 'more') return <Skeleton />
  if (status === 'failed') {
    return (
      <div className={styles.empty} role="alert">
        <Icon name="warning" size={28} />
        <p className={styles.title}>{text('tasks.problem.load')}</p>
        <Button icon="retry" onClick={onRetry}>
          {text('action.retry')}
        </Button>
      </div>
    )
  }
  if (view.search.trim() || view.tag) {
    return (
      <div className={styles.empty}>
        <Icon name="search" size={28} />
        <p className={styles.title}>{text('tasks.empty.search')}</p>
        <p>{text('tasks.empty.searchText')}</p>
        <Button onClick={showEverything}>{text('tasks.empty.showAll')}</Button>
      </div>
    )
  }
  return (
    <div className={styles.empty}>
      <Icon name={view.filter === 'trash' ? 'trash' : 'check'} size={28} />
      <p className={styles.title}>{text(`tasks.empty.${view.filter}`)}</p>
      {view.filter !== 'trash' && <p>{text(`tasks.empty.${view.filter}Text`)}</p>}
      {view.filter === 'all' && <Examples zone={zone} />}
      {view.filter === 'today' && (
        <Button onClick={() => showFilter('upcoming')}>{text('tasks.empty.showUpcoming')}</Button>
      )}
    </div>
  )
}

/** Three tasks that one click adds: they go through the engine, as what is typed does. */
function Examples({ zone }: { zone: string }) {
  const text = useText()
  const language = useLanguage(store => store.language)
  const [busy, setBusy] = useState(false)
  const take = async (words: string) => {
    setBusy(true)
    const understood = await understand(words, zone, language).catch(() => ({
      text: words,
      command: null,
      offset: 0,
    }))
    const draft = draftOf(understood, new Set())
    if (draft) await add(draft, randomUuid())
    setBusy(false)
  }
  return (
    <ul className={styles.examples}>
      {(['tasks.example.1', 'tasks.example.2', 'tasks.example.3'] as const).map(key => (
        <li key={key}>
          <Button icon="plus" small disabled={busy} onClick={() => void take(text(key))}>
            {text(key)}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Where rows will be, so that nothing jumps when they come. */
function Skeleton() {
  const text = useText()
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{text('state.loading')}</span>
      {[72, 54, 83, 61].map(width => (
        <span key={width} className={styles.bar} style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  )
}
