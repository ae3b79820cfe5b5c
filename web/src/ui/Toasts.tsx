import { useEffect, useState } from 'react'
import { useText } from '../i18n/language'
import { Button, IconButton } from './Button'
import styles from './Toasts.module.css'
import { dismissToast, TOAST_MS, type Toast, useToasts } from './toast'

/** What was just done or failed, in the place that it is given. Plain ones are told politely, errors at once. */
export function Toasts() {
  const toasts = useToasts(store => store.toasts)
  return (
    <div className={styles.stack} role="status" aria-live="polite">
      {toasts.map(toast => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

/** Toasts where there is no layout with a place for them: over the page's end. */
export function FloatingToasts() {
  return (
    <div className={styles.floating}>
      <Toasts />
    </div>
  )
}

function OneToast({ toast }: { toast: Toast }) {
  const text = useText()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismissToast(toast.id), TOAST_MS)
    return () => clearTimeout(timer)
  }, [held, toast.id])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while someone is at it; its buttons act.
    <div
      className={styles.toast}
      data-tone={toast.tone}
      role={toast.tone === 'error' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.message}>{toast.message}</span>
      {toast.action && (
        <Button
          small
          kind="quiet"
          className={styles.action}
          onClick={() => {
            dismissToast(toast.id)
            toast.action?.run()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton small icon="close" label={text('action.close')} onClick={() => dismissToast(toast.id)} />
    </div>
  )
}
