import { create } from 'zustand'
import { completeTask, dismissReminder, listReminders, snoozeReminder, updateTask } from '../api/client'
import { onServerEvent } from '../api/events'
import { ApiError } from '../api/problem'
import type { DueDateTime, Reminder } from '../api/types'
import { formatDue, formatMoment } from '../i18n/format'
import { text } from '../i18n/language'
import { tell } from '../tasks/actions'
import { putTasks } from '../tasks/store'
import { toast } from '../ui/toast'
import { notify } from './notify'

/** Reminders that were told and not yet answered. */
export const useReminders = create<{ reminders: readonly Reminder[] }>(() => ({ reminders: [] }))

const set = useReminders.setState

/** How often the server was asked for them: only the answer to the last question counts. */
let asked = 0
/** How many of these questions are not answered yet. */
let waiting = 0

/** Something has become of them. An answer that is on its way may not know it yet, so the server is asked again. */
function change(make: (reminders: readonly Reminder[]) => readonly Reminder[]) {
  set(({ reminders }) => ({ reminders: make(reminders) }))
  if (waiting > 0) void loadReminders()
}

const add = (reminder: Reminder) =>
  change(reminders => [reminder, ...reminders.filter(known => known.id !== reminder.id)])

const drop = (id: string) => change(reminders => reminders.filter(known => known.id !== id))

/** Those that fired while the page was closed. */
export async function loadReminders() {
  const question = ++asked
  waiting += 1
  try {
    const { reminders } = await listReminders()
    if (question === asked) set({ reminders })
  } catch {
    // They come with the next connection.
  } finally {
    waiting -= 1
  }
}

/** Listens for reminders. Answers with the function that ends that. */
export function syncReminders(): () => void {
  void loadReminders()
  return onServerEvent(event => {
    if (event.type === 'reset') void loadReminders()
    else if (event.type === 'reminder.due' && 'reminder' in event) {
      add(event.reminder)
      notify(event.reminder)
    } else if (event.type.startsWith('reminder.') || event.type === 'task.completed') void loadReminders()
  })
}

/** What is gone on the server is gone here too. Answers whether it was done: it may have been answered elsewhere. */
async function answer(id: string, work: () => Promise<unknown>): Promise<boolean> {
  let isDone = true
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ApiError) || ![404, 409, 410].includes(error.status)) throw error
    isDone = false
  }
  drop(id)
  return isDone
}

/** Puts it off, and says until when. */
export async function snooze(reminder: Reminder, to: { minutes: number } | { until: string }) {
  if (!(await answer(reminder.id, () => snoozeReminder(reminder.id, to)))) return
  const until = 'until' in to ? to.until : new Date(Date.now() + to.minutes * 60_000).toISOString()
  toast(text('reminder.snoozed', { title: reminder.title, when: formatMoment(until) }))
}

export async function dismiss(reminder: Reminder) {
  const isDone = await answer(reminder.id, () => dismissReminder(reminder.id))
  if (isDone) toast(text('reminder.dismissed', { title: reminder.title }))
}

/** Checks the task off, which ends its reminder. */
export const done = (reminder: Reminder) =>
  answer(reminder.id, async () => {
    const { title } = reminder
    const { task, undoToken } = await completeTask(reminder.task_id, true)
    putTasks([task])
    const next = !task.completed && task.due && formatDue(task.due)
    tell(next ? text('tasks.told.next', { title, due: next }) : text('tasks.told.done', { title }), undoToken)
  })

/** Makes the task due at another time; it reminds again then. */
export async function reschedule(reminder: Reminder, due: DueDateTime) {
  const { task, undoToken } = await updateTask(reminder.task_id, { due })
  putTasks([task])
  tell(text('reminder.moved', { title: task.title, when: formatDue(due) }), undoToken)
  await answer(reminder.id, () => dismissReminder(reminder.id))
}
