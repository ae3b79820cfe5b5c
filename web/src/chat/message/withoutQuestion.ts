import type { PendingQuestion } from '../../api/types'

/** A reply without the lines that the buttons below it say again: the candidates, and the question of a confirmation. */
export function withoutQuestion(content: string, pending: PendingQuestion): string {
  const labels = new Set(pending.options.map(option => option.label))
  return content
    .split('\n')
    .filter(line => !labels.has(line.replace(/^\d+\. /, '')))
    .filter(line => pending.kind !== 'confirm' || line.replace(/^🤔 /, '') !== pending.question)
    .join('\n')
    .trim()
}
