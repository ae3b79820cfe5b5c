import { account } from './en/account'
import { chat } from './en/chat'
import { common } from './en/common'
import { conversations } from './en/conversations'
import { reminders } from './en/reminders'
import { settings } from './en/settings'
import { tasks } from './en/tasks'
import type { Translation } from './text'

/** English is the catalogue that the others translate: a missing or an extra key does not compile. */
export const english = {
  ...common,
  ...account,
  ...chat,
  ...conversations,
  ...reminders,
  ...tasks,
  ...settings,
}
export type Key = keyof typeof english
export type Catalogue = Translation<typeof english>
