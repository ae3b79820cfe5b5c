import type { PendingQuestion } from '../../api/types'

/** A reply without the lines that the buttons below it say again: the candidates, and the question of a confirmation. */
export function withoutQuestion(content: string, pending: PendingQuestion): string {
  const labels = new Set(pending.options.map(option => option.label))
  const reply = pending.kind === 'confirm' ? withoutConfirmation(content, pending.question) : content
  return reply
    .split('\n')
    .filter(line => !labels.has(line.replace(/^\d+\. /, '')))
    .join('\n')
    .trim()
}

/** The question may have several lines, such as one with the new date: they go together, or not at all. */
function withoutConfirmation(content: string, question: string): string {
  const lines = content.split('\n')
  const asked = question.split('\n')
  const bare = (line: string | undefined) => line?.replace(/^🤔 /, '').trim()
  const at = lines.findIndex((_, first) =>
    asked.every((line, next) => bare(lines[first + next]) === bare(line)),
  )
  if (at < 0) return content
  return [...lines.slice(0, at), ...lines.slice(at + asked.length)].join('\n')
}
