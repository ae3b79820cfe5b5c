import type { Reminder } from '../api/types'
import { formatDue } from '../i18n/format'
import { text } from '../i18n/language'
import { showTask } from '../tasks/showTask'

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
    data: { task: reminder.task_id },
  }
  const worker = await navigator.serviceWorker?.getRegistration()
  // Phones allow notifications from the service worker only.
  if (worker?.active) return worker.showNotification(reminder.title, options)
  const notification = new Notification(reminder.title, options)
  notification.onclick = () => {
    window.focus()
    notification.close()
    void showTask(reminder.task_id)
  }
}

/** Follows clicks on notifications: those of the service worker, and the one that opened this page. Answers with the function that ends that. */
export function followClicks(): () => void {
  const asked = new URLSearchParams(location.search).get('task')
  if (asked) {
    history.replaceState(null, '', location.pathname)
    void showTask(Number(asked))
  }
  const heard = ({ data }: MessageEvent) => {
    if (data?.type === 'show-task') void showTask(data.task)
  }
  navigator.serviceWorker?.addEventListener('message', heard)
  return () => navigator.serviceWorker?.removeEventListener('message', heard)
}
