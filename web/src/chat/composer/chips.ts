import type { Command, ParseResponse, Span } from '../../api/types'
import type { Key } from '../../i18n/en'
import { formatDue } from '../../i18n/format'
import { text, useLanguage } from '../../i18n/language'
import { ruleText } from '../../tasks/useLabels'
import type { IconName } from '../../ui/Icon'

/** One thing that was recognised. With a span, its words can be taken literally instead. */
export interface Chip {
  key: string
  icon: IconName
  label: string
  span: Span | null
  /** What is asked for, as opposed to a detail of it. */
  isIntent: boolean
}

const INTENTS: Record<string, { icon: IconName; key: Key }> = {
  add_task: { icon: 'plus', key: 'intent.add_task' },
  list_tasks: { icon: 'search', key: 'intent.list_tasks' },
  complete_task: { icon: 'check', key: 'intent.complete_task' },
  update_task: { icon: 'edit', key: 'intent.update_task' },
  delete_task: { icon: 'trash', key: 'intent.delete_task' },
  undo: { icon: 'undo', key: 'intent.undo' },
}
/** Below this the engine asks instead of acting. */
const SURE = 0.7
/** More commands than this are counted, not listed. */
const MOST = 3

export function chipsOf(parsed: ParseResponse): Chip[] {
  const shown = parsed.commands.slice(0, MOST)
  const chips = shown.flatMap((command, index) => [
    ...intentChip(command, index),
    ...command.spans.flatMap((span, at) => detailChip(command, span, `${index}.${at}`)),
  ])
  const rest = parsed.commands.length - shown.length
  if (rest > 0) chips.push({ key: 'rest', icon: 'more', label: `+ ${rest}`, span: null, isIntent: true })
  return chips
}

function intentChip(command: Command, index: number): Chip[] {
  const intent = INTENTS[command.intent]
  if (!intent) return []
  const title = command.intent === 'add_task' ? command.parameters.title : null
  const name = text(intent.key)
  const label = command.confidence < SURE ? text('intent.unsure', { intent: name }) : name
  return [
    {
      key: `${index}`,
      icon: intent.icon,
      label: title ? `${label}: ${title}` : label,
      span: null,
      isIntent: true,
    },
  ]
}

function detailChip({ parameters }: Command, span: Span, key: string): Chip[] {
  const chip = (icon: IconName, label: string): Chip[] => [{ key, icon, label, span, isIntent: false }]
  switch (span.kind) {
    case 'due':
      return chip('calendar', parameters.due ? formatDue(parameters.due) : span.text)
    case 'recurrence':
      return chip('repeat', recurrence(parameters) ?? span.text)
    case 'priority':
      return chip('flag', parameters.priority ? text(`priority.${parameters.priority}`) : span.text)
    case 'tag':
      return chip('tag', span.text.startsWith('#') ? span.text : `#${parameters.tags?.[0] ?? span.text}`)
    default:
      return []
  }
}

/** How it repeats, and when it comes first, as they were understood. */
function recurrence({ recurrence, due }: Command['parameters']): string | null {
  if (!recurrence) return null
  const rule = ruleText(recurrence, useLanguage.getState().locale)
  return due ? `${rule}, ${text('chat.first', { due: formatDue(due) })}` : rule
}
