import { useText } from '../i18n/language'
import { Icon } from '../ui/Icon'
import styles from './FilterBar.module.css'
import type { Filter } from './model/view'
import type { Wall } from './model/wall'
import { useCounts } from './store/useCounts'
import { showFilter, showTag, useViewStore } from './viewStore'

const SHOWN: Filter[] = ['all', 'today', 'upcoming', 'overdue', 'done']

/** Which tasks are shown; the urgent filters say how many wait there. */
export function FilterBar({ now }: { now: Wall }) {
  const text = useText()
  const view = useViewStore(store => store.view)
  const counts = useCounts(now)
  return (
    <div className={styles.bar}>
      <nav className={styles.filters} aria-label={text('tasks.filter.label')}>
        {SHOWN.map(filter => (
          <button
            key={filter}
            type="button"
            className={styles.filter}
            data-filter={filter}
            aria-current={view.filter === filter ? 'true' : undefined}
            onClick={() => showFilter(filter)}
          >
            {text(`tasks.filter.${filter}`)}
            {(filter === 'today' || filter === 'overdue') && counts[filter] > 0 && (
              <span className={styles.number}>{counts[filter]}</span>
            )}
          </button>
        ))}
      </nav>
      {view.tag && (
        <button
          type="button"
          className={styles.tag}
          title={text('tasks.filter.clearTag')}
          onClick={() => showTag(null)}
        >
          <Icon name="tag" size={14} />
          {text('tasks.filter.tagged', { tag: view.tag })}
          <Icon name="close" size={12} />
        </button>
      )}
    </div>
  )
}
