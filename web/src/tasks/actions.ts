import { ApiError, UnreachableError } from '../api/problem'
import type { Due, NewTask, Task, TaskPatch } from '../api/types'
import { text, useLanguage } from '../i18n/language'
import { dismissToast, toast, toastError } from '../ui/toast'
import { dueLabel } from './model/dueLabel'
import { wallNow } from './model/wall'
import { useTasks } from './store/cache'
import * as changes from './store/changes'
import { dropUndo, pushUndo, useUndoStack } from './undoStack'
import { currentZone } from './viewStore'

/** What the list's buttons do: the change, a sentence about it with Undo, and a sentence when it failed. */

/** A failure in words that say what to do. */
export function problemText(error: unknown): string {
  if (error instanceof UnreachableError) return text('error.unreachable')
  if (!(error instanceof ApiError)) return text('error.crash')
  if (error.status === 412) return text('tasks.problem.conflict')
  if (error.status === 404) return text('tasks.problem.gone')
  return text('tasks.problem.notSaved', { reason: Object.values(error.fields)[0] ?? error.detail })
}

/** The toast of the last change. */
let told = 0

/** Tells of a change with Undo. It takes the place of the one before; what that offered stays on the stack of changes. */
export function tell(message: string, undoToken: string | null) {
  dismissToast(told)
  if (!undoToken) return
  pushUndo(undoToken)
  told = toast(message, { label: text('action.undo'), run: () => void undo(undoToken) })
}

async function undo(undoToken: string) {
  dropUndo(undoToken)
  try {
    await changes.undoChange(undoToken)
    dismissToast(told)
    told = toast(text('tasks.told.undone'))
  } catch (error) {
    toastError(problemText(error))
  }
}

/** Takes back the newest change made in the list, also when its toast is gone; false when there is none. */
export function undoLast(): boolean {
  const token = useUndoStack.getState().tokens.at(-1)
  if (!token) return false
  void undo(token)
  return true
}

/** Answers whether it worked. */
async function attempt(change: () => Promise<string | null>, message: () => string): Promise<boolean> {
  try {
    const undoToken = await change()
    tell(message(), undoToken)
    return true
  } catch (error) {
    toastError(problemText(error))
    return false
  }
}

/** The due date that a task has by now, in words. */
function dueNow(id: number): string | null {
  const due = useTasks.getState().byId.get(id)?.due
  return due ? dueLabel(due, wallNow(currentZone()), useLanguage.getState().locale, currentZone()) : null
}

export function complete(task: Task, completed: boolean) {
  const { title } = task
  return attempt(
    () => changes.completeTask(task, completed),
    () => {
      if (!completed) return text('tasks.told.reopened', { title })
      const next = task.recurrence && !useTasks.getState().byId.get(task.id)?.completed && dueNow(task.id)
      return next ? text('tasks.told.next', { title, due: next }) : text('tasks.told.done', { title })
    },
  )
}

export function change(task: Task, patch: TaskPatch) {
  const title = patch.title ?? task.title
  return attempt(
    () => changes.updateTask(task, patch),
    () => text('tasks.told.changed', { title }),
  )
}

export function trash(task: Task) {
  return attempt(
    () => changes.trashTask(task),
    () => text('tasks.told.trashed', { title: task.title }),
  )
}

export function restore(task: Task) {
  return attempt(
    () => changes.restoreTask(task),
    () => text('tasks.told.restored', { title: task.title }),
  )
}

export function skip(task: Task) {
  return attempt(
    () => changes.changeOccurrence(task, 'skip'),
    () => text('tasks.told.skipped', { due: dueNow(task.id) ?? '–' }),
  )
}

export function moveOnce(task: Task, to: Due) {
  return attempt(
    () => changes.changeOccurrence(task, 'move', to),
    () => text('tasks.told.moved', { due: dueNow(task.id) ?? '' }),
  )
}

/** Answers with the new task, or null when it was not added; again under the same key, it is added once. */
export async function add(draft: NewTask, key: string): Promise<Task | null> {
  try {
    const { task, undoToken } = await changes.addTask(draft, key)
    tell(text('tasks.add.told', { title: task.title }), undoToken)
    return task
  } catch (error) {
    toastError(problemText(error))
    return null
  }
}
