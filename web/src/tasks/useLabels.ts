import type { Due, Task } from '../api/types'
import { text, useLanguage } from '../i18n/language'
import { dueLabel } from './model/dueLabel'
import { ruleLabel } from './model/ruleLabel'
import type { Wall } from './model/wall'
import { currentZone } from './viewStore'

/** A recurrence rule in the page's language. */
export const ruleText = (rrule: string, locale: string) =>
  ruleLabel(rrule, locale, (key, values) => text(`tasks.rule.${key}`, values))

/** The locale, and words for what a task has. */
export function useLabels(now: Wall) {
  const locale = useLanguage(store => store.locale)
  useLanguage(store => store.language)
  return {
    locale,
    due: (due: Due) => dueLabel(due, now, locale, currentZone()),
    rule: (rrule: string) => ruleText(rrule, locale),
    priority: (priority: Task['priority']) => text(`tasks.priority.${priority}`),
  }
}
