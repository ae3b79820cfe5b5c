/** What quick add makes of the words typed: the task it would add, and the pieces that can be rejected. */
import type { Command, NewTask, Span } from '../../api/types'

/** Something recognised besides the title. */
export interface Piece {
  kind: 'due' | 'recurrence' | 'priority' | 'tag'
  /** The words it was read from, or the tag itself when it was read from elsewhere. */
  text: string
  /** Where, in characters (code points) of the text typed. Empty when the engine does not say. */
  spans: Range[]
}

interface Range {
  start: number
  end: number
}

/** What was understood; `offset` is how many characters were put in front of the text before it was parsed. */
export interface Understood {
  text: string
  command: Command | null
  offset: number
}

function rangesOf(
  { command, offset }: Understood,
  fits: (span: Span) => boolean,
): (Range & { text: string })[] {
  const spans = command?.spans.filter(span => span.start >= offset && fits(span)) ?? []
  return spans.map(({ start, end, text }) => ({ start: start - offset, end: end - offset, text }))
}

const tagOf = (words: string) => words.replace(/^[#@]/, '').toLowerCase()

/** What was recognised, one piece for each field and tag that is set. */
export function piecesOf(understood: Understood): Piece[] {
  const { due, recurrence, priority, tags } = understood.command?.parameters ?? {}
  const piece = (kind: Piece['kind'], otherwise: string, fits: (span: Span) => boolean): Piece => {
    const spans = rangesOf(understood, fits)
    return { kind, text: spans.map(span => span.text).join(' ') || otherwise, spans }
  }
  const pieces: Piece[] = []
  // "every monday at 7" is both, in one piece: without the rule there is no date.
  if (recurrence) {
    pieces.push(piece('recurrence', recurrence, span => span.kind === 'recurrence' || span.kind === 'due'))
  } else if (due) {
    pieces.push(piece('due', JSON.stringify(due), span => span.kind === 'due'))
  }
  if (priority && priority !== 'none')
    pieces.push(piece('priority', priority, span => span.kind === 'priority'))
  for (const tag of tags ?? []) {
    const own = (span: Span) => span.kind === 'tag' && tagOf(span.text) === tag.toLowerCase()
    pieces.push({ ...piece('tag', tag, own), text: tag })
  }
  return pieces
}

/** A piece's identity: what was rejected stays so while the words around it change. */
export const pieceKey = (piece: Pick<Piece, 'kind' | 'text'>) => `${piece.kind}:${piece.text.toLowerCase()}`

/** The title with the rejected pieces left in it, as they were typed. */
function titleWith(understood: Understood, accepted: Piece[], rejected: Piece[]): string {
  const titles = rangesOf(understood, span => span.kind === 'title')
  const cut = accepted.flatMap(piece => piece.spans)
  const kept = [...titles, ...rejected.flatMap(piece => piece.spans)]
  // A title in two parts ("Mama morgen anrufen") has no place of its own: then it is all that is not cut.
  const from = titles.length > 0 ? Math.min(...kept.map(range => range.start)) : 0
  const to = titles.length > 0 ? Math.max(...kept.map(range => range.end)) : Number.POSITIVE_INFINITY
  const inside = (at: number) => !cut.some(range => at >= range.start && at < range.end)
  const left = [...understood.text]
    .slice(from, to)
    .map((character, at) => (inside(from + at) ? character : ' '))
  const title = left.join('').replace(/\s+/g, ' ').trim()
  return title.charAt(0).toLocaleUpperCase() + title.slice(1)
}

/** The task to add, without what was rejected; null while there is no title. */
export function draftOf(understood: Understood, rejected: ReadonlySet<string>): NewTask | null {
  const { command, text } = understood
  if (!command) return text.trim() ? { title: text.trim() } : null
  const pieces = piecesOf(understood)
  const out = pieces.filter(piece => rejected.has(pieceKey(piece)))
  const kept = pieces.filter(piece => !out.includes(piece))
  const { parameters } = command
  const back = out.some(piece => piece.spans.length > 0)
  const title = back ? titleWith(understood, kept, out) : parameters.title
  if (!title) return null
  const has = (kind: Piece['kind']) => kept.some(piece => piece.kind === kind)
  const draft: NewTask = { title }
  if (parameters.due && (has('due') || has('recurrence'))) draft.due = parameters.due
  if (parameters.recurrence && has('recurrence')) draft.recurrence = { rrule: parameters.recurrence }
  if (parameters.priority && has('priority')) draft.priority = parameters.priority
  const tags = kept.filter(piece => piece.kind === 'tag').map(piece => piece.text)
  if (tags.length > 0) draft.tags = tags
  return draft
}
