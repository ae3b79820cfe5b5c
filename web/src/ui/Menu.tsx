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
    if (!open || !list.current || !root.current) return
    place(list.current, root.current.getBoundingClientRect())
    // What it belongs to moves away from under it.
    const scrolled = (event: Event) => list.current?.contains(event.target as Node) || setOpen(false)
    const resized = () => setOpen(false)
    document.addEventListener('scroll', scrolled, true)
    addEventListener('resize', resized)
    return () => {
      document.removeEventListener('scroll', scrolled, true)
      removeEventListener('resize', resized)
    }
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

/** From the edges of the window, and from the button, in pixels. */
const MARGIN = 4

/**
 * Puts an open menu below its button, or above it when there is no room; always whole inside the window, also when the
 * button is in something that scrolls.
 */
function place(list: HTMLElement, button: DOMRect) {
  const { width, height } = list.getBoundingClientRect()
  const isRtl = getComputedStyle(list).direction === 'rtl'
  const below = button.bottom + MARGIN
  const above = button.top - MARGIN - height
  const within = (at: number, most: number) => Math.max(MARGIN, Math.min(at, most - MARGIN))
  const top = below + height <= innerHeight - MARGIN || above < MARGIN ? below : above
  list.style.top = `${within(top, innerHeight - height)}px`
  list.style.left = `${within(isRtl ? button.left : button.right - width, innerWidth - width)}px`
}
