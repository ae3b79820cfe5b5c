import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useText } from '../i18n/language'
import { IconButton } from './Button'
import styles from './Dialog.module.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons, in a row at the end. */
  actions?: ReactNode
  /** `side`: a drawer along the edge where lines begin. */
  shape?: 'box' | 'side'
}

/**
 * A modal dialog. The browser keeps the focus inside, closes it by Esc, and gives the focus back to what had it.
 * It is shown as long as it is rendered.
 */
export function Dialog({ title, onClose, children, actions, shape = 'box' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const text = useText()

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    // Whoever opens a dialog with a box wants to type, not to close it.
    element?.querySelector<HTMLElement>('input, textarea')?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, as Esc does.
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${styles[shape]}`}
      aria-labelledby={heading}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClick={event => event.target === dialog.current && onClose()}
    >
      <div className={styles.content}>
        <header className={styles.header}>
          <h2 id={heading}>{title}</h2>
          <IconButton icon="close" label={text('action.close')} onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {actions && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  )
}
