import type { Catalogue } from './en'
import { account } from './es/account'
import { chat } from './es/chat'
import { common } from './es/common'
import { conversations } from './es/conversations'
import { reminders } from './es/reminders'
import { settings } from './es/settings'
import { tasks } from './es/tasks'

export const spanish: Catalogue = {
  ...common,
  ...account,
  ...chat,
  ...conversations,
  ...reminders,
  ...tasks,
  ...settings,
}
