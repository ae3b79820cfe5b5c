import { type KeyboardEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { formatMoment } from '../../i18n/format'
import { useText } from '../../i18n/language'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import styles from './Finder.module.css'
import { useFound } from './useFound'

/** Finds conversations by their titles and messages (Ctrl/Cmd+K). A combobox: arrows move, Enter opens. */
export default function Finder({ onClose }: { onClose: () => void }) {
  const text = useText()
  const id = useId()
  const [, navigate] = useLocation()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { found, state } = useFound(words)
  const chosen = Math.min(at, found.length - 1)

  const open = (index: number) => {
    const conversation = found[index]
    if (!conversation) return
    onClose()
    navigate(`/c/${conversation.id}`)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || found.length === 0) return
    if (event.key === 'ArrowDown') setAt((chosen + 1) % found.length)
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + found.length) % found.length)
    else if (event.key === 'Enter') open(chosen)
    else return
    event.preventDefault()
  }

  return (
    <Dialog title={text('finder.title')} onClose={onClose}>
      <div className={styles.box}>
        <Icon name="search" />
        <input
          type="text"
          inputMode="search"
          role="combobox"
          aria-label={text('finder.title')}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          placeholder={text('finder.placeholder')}
          value={words}
          onChange={event => {
            setWords(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className={styles.note} role="status">
        {state === 'failed' && text('error.unreachable')}
        {state === 'ready' && found.length === 0 && text('finder.nothing')}
      </p>
      <div
        className={styles.list}
        role="listbox"
        id={`${id}-list`}
        aria-label={text('pane.conversations')}
        tabIndex={-1}
      >
        {found.map((conversation, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search box's, as in every combobox.
          <div
            key={conversation.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={styles.option}
            onClick={() => open(index)}
          >
            <span dir="auto">{conversation.title}</span>
            <time dateTime={conversation.updated_at}>{formatMoment(conversation.updated_at)}</time>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
