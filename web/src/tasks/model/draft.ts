/** What quick add makes of the words typed: the task it would add, and the pieces that can be rejected. */
import type { Command, NewTask } from '../../api/types'

/** A piece of the text that means something besides the title. Positions are in characters (code points), end exclusive. */
export interface Piece {
  kind: 'due' | 'recurrence' | 'priority' | 'tag'
  start: number
  end: number
  text: string
}

/** What was understood; `offset` is how many characters were put in front of the text before it was parsed. */
export interface Understood {
  text: string
  command: Command | null
  offset: number
}

const PIECES = ['due', 'recurrence', 'priority', 'tag']

/** The pieces of what was understood, in the order of the text. */
export function piecesOf({ command, offset }: Understood): Piece[] {
  if (!command) return []
  return command.spans
    .filter(span => PIECES.includes(span.kind) && span.start >= offset)
    .map(span => ({
      ...span,
      kind: span.kind as Piece['kind'],
      start: span.start - offset,
      end: span.end - offset,
    }))
    .sort((a, b) => a.start - b.start)
}

/** A piece's identity: what was rejected stays so while the words around it change. */
export function pieceKey(piece: Pick<Piece, 'kind' | 'text'>): string {
  return `${piece.kind}:${piece.text.toLowerCase()}`
}

function tagOf(piece: Piece): string {
  return piece.text.replace(/^[#@]/, '').toLowerCase()
}

/** The title with the rejected pieces left in it, as they were typed. */
function titleWith(understood: Understood, accepted: Piece[], rejected: Piece[]): string {
  const characters = [...understood.text]
  const titles = understood.command?.spans.filter(span => span.kind === 'title') ?? []
  const kept = [
    ...titles.map(({ start, end }) => ({ start: start - understood.offset, end: end - understood.offset })),
    ...rejected,
  ]
  const from = Math.max(0, Math.min(...kept.map(span => span.start)))
  const to = Math.max(...kept.map(span => span.end))
  const left = characters.map((character, at) => {
    const inside = at >= from && at < to && !accepted.some(piece => at >= piece.start && at < piece.end)
    return inside ? character : at >= from && at < to ? ' ' : ''
  })
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
  const has = (kind: Piece['kind']) => out.some(piece => piece.kind === kind)
  const title = out.length > 0 ? titleWith(understood, kept, out) : parameters.title
  if (!title) return null
  const draft: NewTask = { title }
  const undated = has('due') || has('recurrence')
  if (parameters.due && !undated) draft.due = parameters.due
  if (parameters.recurrence && !undated) draft.recurrence = { rrule: parameters.recurrence }
  if (parameters.priority && !has('priority')) draft.priority = parameters.priority
  const gone = out.filter(piece => piece.kind === 'tag').map(tagOf)
  const tags = (parameters.tags ?? []).filter(tag => !gone.includes(tag.toLowerCase()))
  if (tags.length > 0) draft.tags = tags
  return draft
}
