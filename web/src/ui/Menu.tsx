import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { IconButton } from './Button'
import { Icon, type IconName } from './Icon'
import styles from './Menu.module.css'

export interface MenuItem {
  label: string
  icon?: IconName
  danger?: boolean
  /** Whether it is the one in use; absent where that is no question. */
  checked?: boolean
  onSelect: () => void
}

interface MenuProps {
  label: string
  icon?: IconName
  small?: boolean
  items: readonly MenuItem[]
}

/** A button that opens a menu (ARIA menu-button pattern): arrows, Home, End move, Esc and Tab close. */
export function Menu({ label, icon = 'more', small, items }: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()

  useLayoutEffect(() => {
    const element = list.current
    if (!open || !element) return
    // Without room below, it opens upwards.
    if (element.getBoundingClientRect().bottom > innerHeight) element.dataset.up = ''
  }, [open])

  useEffect(() => {
    if (!open) return
    list.current?.querySelector('button')?.focus()
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const close = () => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }

  const move = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab') setOpen(false)
    else if (to !== undefined) buttons.at(to % buttons.length)?.focus()
    else return
    if (event.key !== 'Tab') event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles.root} ref={root}>
      <IconButton
        icon={icon}
        label={label}
        small={small ?? false}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div
          className={styles.list}
          role="menu"
          id={id}
          aria-label={label}
          ref={list}
          tabIndex={-1}
          onKeyDown={move}
        >
          {items.map(item => (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only the role that takes it has it
            <button
              key={item.label}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              tabIndex={-1}
              className={item.danger ? `${styles.item} ${styles.danger}` : styles.item}
              onClick={() => {
                close()
                item.onSelect()
              }}
            >
              {item.icon && <Icon name={item.icon} size={18} />}
              {item.checked !== undefined && (
                <span className={styles.tick}>{item.checked && <Icon name="check" size={16} />}</span>
              )}
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
