import type { Key } from '../i18n/en'

/** The keys of the task list. Letters work on the row that has the focus, `q` everywhere but in text boxes. */
export const TASK_SHORTCUTS: readonly { keys: readonly string[]; what: Key }[] = [
  { keys: ['Q'], what: 'tasks.keys.add' },
  { keys: ['↑', '↓'], what: 'tasks.keys.move' },
  { keys: ['Enter'], what: 'tasks.keys.edit' },
  { keys: ['X'], what: 'tasks.keys.check' },
  { keys: ['D'], what: 'tasks.keys.date' },
  { keys: ['Delete'], what: 'tasks.keys.trash' },
  { keys: ['Mod', 'Z'], what: 'tasks.keys.undo' },
]
