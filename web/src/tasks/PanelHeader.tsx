import { useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/language'
import { IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Menu, type MenuItem } from '../ui/Menu'
import { undoLast } from './actions'
import { orderOf, SORTS } from './model/view'
import styles from './PanelHeader.module.css'
import { useTags } from './store/useTags'
import { useUndoStack } from './undoStack'
import { searchFor, showFilter, showTag, sortBy, useViewStore } from './viewStore'

/** The panel's name and number, the search, and the menus for tags, order and trash. */
export function PanelHeader({ count, known }: { count: number; known: boolean }) {
  const text = useText()
  const view = useViewStore(store => store.view)
  const [searching, setSearching] = useState(false)
  const open = searching || view.search !== ''
  return (
    <header className={styles.header}>
      {open ? (
        <SearchBox onClose={() => setSearching(false)} />
      ) : (
        <>
          <h2 className={styles.title}>
            {text(view.filter === 'trash' ? 'tasks.filter.trash' : 'tasks.title')}
          </h2>
          <span className={styles.count} role="status">
            {known && text('tasks.count', { count })}
          </span>
          <IconButton icon="search" label={text('tasks.search.label')} onClick={() => setSearching(true)} />
        </>
      )}
      {view.filter !== 'trash' && <TagMenu />}
      <OrderMenu />
    </header>
  )
}

function SearchBox({ onClose }: { onClose: () => void }) {
  const text = useText()
  const search = useViewStore(store => store.view.search)
  const [words, setWords] = useState(search)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    if (words === useViewStore.getState().view.search) return
    const timer = setTimeout(() => searchFor(words), 150)
    return () => clearTimeout(timer)
  }, [words])
  const close = () => {
    searchFor('')
    onClose()
  }
  return (
    <search className={styles.search}>
      <Icon name="search" size={18} />
      <input
        ref={input}
        type="search"
        className={styles.input}
        value={words}
        maxLength={200}
        aria-label={text('tasks.search.label')}
        placeholder={text('tasks.search.label')}
        autoComplete="off"
        enterKeyHint="search"
        onChange={event => setWords(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && close()}
      />
      <IconButton small icon="close" label={text('tasks.search.clear')} onClick={close} />
    </search>
  )
}

/** The tags in use, those of tasks that are not loaded too. */
function TagMenu() {
  const text = useText()
  const tag = useViewStore(store => store.view.tag)
  const tags = useTags()
  if (tags.length === 0 && !tag) return null
  const items: MenuItem[] = tags.map(name => ({
    label: name,
    checked: name === tag,
    onSelect: () => showTag(name === tag ? null : name),
  }))
  if (tag) items.unshift({ label: text('tasks.filter.clearTag'), onSelect: () => showTag(null) })
  return <Menu icon="tag" label={text('tasks.filter.tag')} items={items} />
}

function OrderMenu() {
  const text = useText()
  const view = useViewStore(store => store.view)
  const canUndo = useUndoStack(store => store.tokens.length > 0)
  const trash = view.filter === 'trash'
  const current = orderOf(view).sort
  const orders: MenuItem[] = SORTS.map(sort => ({
    label: text(`tasks.sort.${sort}`),
    checked: sort === current,
    onSelect: () => sortBy(sort),
  }))
  const toTrash: MenuItem = {
    label: text(trash ? 'tasks.trash.back' : 'tasks.filter.trash'),
    icon: trash ? 'list' : 'trash',
    onSelect: () => showFilter(trash ? 'all' : 'trash'),
  }
  const undo: MenuItem[] = canUndo
    ? [{ label: text('tasks.keys.undo'), icon: 'undo', onSelect: () => void undoLast() }]
    : []
  return <Menu label={text('tasks.sort.label')} items={[...(trash ? [] : orders), ...undo, toTrash]} />
}
