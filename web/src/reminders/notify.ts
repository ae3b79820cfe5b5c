import type { Reminder } from '../api/types'
import { formatDue } from '../i18n/format'
import { text } from '../i18n/language'

/** Whether the browser can notify at all, and whether it may. */
export const notificationState = (): NotificationPermission | 'unsupported' =>
  'Notification' in window && isSecureContext ? Notification.permission : 'unsupported'

/** Must be called from a click: browsers ask only then. */
export async function askToNotify(): Promise<NotificationPermission | 'unsupported'> {
  return notificationState() === 'unsupported' ? 'unsupported' : Notification.requestPermission()
}

/**
 * Tells a reminder through the browser, when nobody looks at this tab. Tabs share the tag, so that several of them
 * show one notification.
 */
export async function notify(reminder: Reminder) {
  if (notificationState() !== 'granted' || document.visibilityState === 'visible') return
  const options: NotificationOptions = {
    body: `${text('reminder.title')} · ${formatDue(reminder.due)}`,
    tag: reminder.id,
    icon: '/icons/icon-192.png',
    data: { url: '/' },
  }
  const worker = await navigator.serviceWorker?.getRegistration()
  // Phones allow notifications from the service worker only.
  if (worker?.active) return worker.showNotification(reminder.title, options)
  const notification = new Notification(reminder.title, options)
  notification.onclick = () => {
    window.focus()
    notification.close()
  }
}
