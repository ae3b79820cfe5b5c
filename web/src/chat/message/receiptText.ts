import type { Receipt, Task } from '../../api/types'
import { formatDue } from '../../i18n/format'
import { text, useLanguage } from '../../i18n/language'
import { ruleText } from '../../tasks/useLabels'

const due = (task: Task) => (task.due ? formatDue(task.due) : null)
const rule = ({ recurrence }: Task) =>
  recurrence ? ruleText(recurrence.rrule, useLanguage.getState().locale) : null
const priority = (task: Task) => (task.priority === 'none' ? null : text(`priority.${task.priority}`))
const tags = (task: Task) => task.tags.map(tag => `#${tag}`).join(' ') || null

/** What a change did, in a few words each: what a new task has, or what is different now. */
export function receiptDetails({ op, before, after }: Receipt): string[] {
  if (!after) return []
  if (op !== 'updated' || !before) {
    return op === 'created'
      ? [due(after), rule(after), priority(after), tags(after)].filter(part => part !== null)
      : []
  }
  const parts: string[] = []
  const changed = (was: string | null, is: string | null) => {
    if (was !== is) parts.push(`${was ?? text('receipt.nothing')} → ${is ?? text('receipt.nothing')}`)
  }
  changed(before.title, after.title)
  changed(due(before), due(after))
  changed(rule(before), rule(after))
  changed(priority(before), priority(after))
  changed(tags(before), tags(after))
  if (before.description !== after.description) parts.push(text('receipt.description'))
  if (before.recurrence?.rrule !== after.recurrence?.rrule && rule(before) === rule(after)) {
    parts.push(text('receipt.recurrence'))
  }
  return parts
}
