import { create } from 'zustand'
import { completeTask, dismissReminder, listReminders, snoozeReminder } from '../api/client'
import { onServerEvent } from '../api/events'
import { ApiError } from '../api/problem'
import type { Reminder } from '../api/types'
import { putTasks } from '../tasks/store'
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

/** What is gone on the server is gone here too. */
async function answer(id: string, work: () => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ApiError) || ![404, 409, 410].includes(error.status)) throw error
  }
  drop(id)
}

export const snooze = (reminder: Reminder, to: { minutes: number } | { until: string }) =>
  answer(reminder.id, () => snoozeReminder(reminder.id, to))

export const dismiss = (reminder: Reminder) => answer(reminder.id, () => dismissReminder(reminder.id))

/** Checks the task off, which ends its reminder. */
export const done = (reminder: Reminder) =>
  answer(reminder.id, async () => {
    const { task } = await completeTask(reminder.task_id, true)
    putTasks([task])
  })

/** The task is due at another time now, and reminds again then. */
export const rescheduled = (reminder: Reminder) => answer(reminder.id, () => dismissReminder(reminder.id))
