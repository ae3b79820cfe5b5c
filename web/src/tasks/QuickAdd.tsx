import { type FormEvent, useRef, useState } from 'react'
import { UnreachableError } from '../api/problem'
import { randomUuid } from '../api/random'
import type { NewTask } from '../api/types'
import { useLanguage, useText } from '../i18n/language'
import { Button } from '../ui/Button'
import { Icon, type IconName } from '../ui/Icon'
import { toastError } from '../ui/toast'
import { add, problemText } from './actions'
import { draftOf, type Piece, pieceKey, piecesOf, type Understood } from './model/draft'
import { timeOf } from './model/due'
import { timeLabel } from './model/dueLabel'
import type { Wall } from './model/wall'
import styles from './QuickAdd.module.css'
import { useLabels } from './useLabels'
import { understand, useUnderstood } from './useUnderstood'

const ICONS: Record<Piece['kind'], IconName> = {
  due: 'calendar',
  recurrence: 'repeat',
  priority: 'flag',
  tag: 'tag',
}

/** A due with a time is in the zone it was understood in. */
function inZone(draft: NewTask, zone: string): NewTask {
  const { due } = draft
  return due && 'date_time' in due && !due.timezone ? { ...draft, due: { ...due, timezone: zone } } : draft
}

/** One line that becomes a task: what is recognised in it is shown, and can be rejected, before it is added. */
export function QuickAdd({ now, zone }: { now: Wall; zone: string }) {
  const text = useText()
  const language = useLanguage(store => store.language)
  const [words, setWords] = useState('')
  const [rejected, setRejected] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  /** The last attempt, until it is known to have been heard: the same line again is the same task. */
  const attempt = useRef<{ asked: string; draft: NewTask; key: string } | null>(null)
  const understood = useUnderstood(words, zone)

  /** What the line says: what is on the screen may be a keystroke behind. */
  const read = async (line: string) => {
    if (understood?.text === line) return draftOf(understood, rejected)
    const current = await understand(line, zone, language).catch((error: unknown) => {
      if (error instanceof UnreachableError) throw error
      return null
    })
    return draftOf(current ?? { text: line, command: null, offset: 0 }, rejected)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const line = words.trim()
    if (!line || busy) return
    setBusy(true)
    const asked = JSON.stringify([line, [...rejected].sort()])
    try {
      if (attempt.current?.asked !== asked) {
        const draft = await read(line)
        attempt.current = draft && { asked, draft: inZone(draft, zone), key: randomUuid() }
      }
    } catch (error) {
      toastError(problemText(error))
    }
    const again = attempt.current
    const added = again?.asked === asked && (await add(again.draft, again.key))
    setBusy(false)
    if (!added) return
    attempt.current = null
    setWords('')
    setRejected(new Set())
    input.current?.focus()
  }

  const toggle = (piece: Piece) => {
    const next = new Set(rejected)
    if (!next.delete(pieceKey(piece))) next.add(pieceKey(piece))
    setRejected(next)
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.line}>
        <Icon name="plus" size={18} />
        <input
          ref={input}
          data-quick-add
          className={styles.input}
          value={words}
          dir="auto"
          maxLength={1000}
          aria-label={text('tasks.add.label')}
          aria-describedby="quick-add-hint"
          placeholder={text('tasks.add.placeholder')}
          autoComplete="off"
          enterKeyHint="done"
          onChange={event => setWords(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape' || !words) return
            event.stopPropagation()
            setWords('')
          }}
        />
        {words.trim() && (
          <Button type="submit" kind="primary" small disabled={busy}>
            {text('tasks.add.button')}
          </Button>
        )}
      </div>
      <Recognised understood={understood} rejected={rejected} now={now} onToggle={toggle} />
    </form>
  )
}

interface RecognisedProps {
  understood: Understood | null
  rejected: ReadonlySet<string>
  now: Wall
  onToggle: (piece: Piece) => void
}

/** The line below the box: a hint, or what was recognised. It has its place always, so that nothing jumps. */
function Recognised({ understood, rejected, now, onToggle }: RecognisedProps) {
  const text = useText()
  const labels = useLabels(now)
  const pieces = understood ? piecesOf(understood) : []
  const label = (piece: Piece) => {
    const parameters = understood?.command?.parameters
    if (piece.kind === 'due' && parameters?.due) return labels.due(parameters.due)
    if (piece.kind === 'recurrence' && parameters?.recurrence) {
      const time = parameters.due && timeOf(parameters.due)
      return labels.rule(parameters.recurrence) + (time ? `, ${timeLabel(time, labels.locale)}` : '')
    }
    if (piece.kind === 'priority' && parameters?.priority) return labels.priority(parameters.priority)
    return piece.text
  }
  return (
    <div className={styles.below}>
      {pieces.length === 0 && (
        <p className={styles.hint} id="quick-add-hint">
          {text('tasks.add.hint')}
        </p>
      )}
      <fieldset className={styles.chips} aria-label={text('tasks.add.many')}>
        {pieces.map(piece => {
          const taken = !rejected.has(pieceKey(piece))
          return (
            <button
              key={pieceKey(piece)}
              type="button"
              className={styles.chip}
              aria-pressed={taken}
              aria-label={`${text(`tasks.kind.${piece.kind}`)}: ${label(piece)}`}
              title={text(taken ? 'tasks.add.leave' : 'tasks.add.take', { what: piece.text })}
              onClick={() => onToggle(piece)}
            >
              <Icon name={ICONS[piece.kind]} size={14} />
              {label(piece)}
              <Icon name={taken ? 'close' : 'plus'} size={12} />
            </button>
          )
        })}
      </fieldset>
    </div>
  )
}
