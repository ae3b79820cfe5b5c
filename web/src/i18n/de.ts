import { account } from './de/account'
import { chat } from './de/chat'
import { common } from './de/common'
import { conversations } from './de/conversations'
import { reminders } from './de/reminders'
import { settings } from './de/settings'
import { tasks } from './de/tasks'
import type { Catalogue } from './en'

export const german: Catalogue = {
  ...common,
  ...account,
  ...chat,
  ...conversations,
  ...reminders,
  ...tasks,
  ...settings,
}
