import type { Span } from '../../api/types'

/**
 * The message with a piece of it in quotation marks, which the engine takes literally: "call mum tomorrow" with
 * `tomorrow` rejected is `call mum "tomorrow"`, a task with that word in its title. Null when the words are no longer
 * where the engine saw them.
 */
export function quoteSpan(message: string, span: Span): string | null {
  // Spans count characters; a JavaScript string counts UTF-16 units.
  const characters = Array.from(message)
  const words = characters.slice(span.start, span.end).join('')
  if (words !== span.text || words.includes('"')) return null
  return `${characters.slice(0, span.start).join('')}"${words}"${characters.slice(span.end).join('')}`
}
