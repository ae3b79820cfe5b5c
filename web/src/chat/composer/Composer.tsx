import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/problem'
import type { Message } from '../../api/types'
import { useText } from '../../i18n/language'
import { Button, IconButton } from '../../ui/Button'
import { useGrowing } from '../../ui/useGrowing'
import { useOnline } from '../../ui/useOnline'
import { ConnectionNote, useOutOfStep } from '../ConnectionNote'
import { receiptsAfter, sayInstead } from '../turn/sayInstead'
import { say, stop } from '../turn/turn'
import { Chips } from './Chips'
import styles from './Composer.module.css'
import type { Chip } from './chips'
import { useDraft } from './drafts'
import { quoteSpan } from './quote'
import { useParse } from './useParse'

/** The server's limit, in characters. */
const LONGEST = 4000

interface ComposerProps {
  id: string
  running: boolean
  box: RefObject<HTMLTextAreaElement | null>
  /** The message being edited, if one is. */
  editing: Message | null
  onEdit: (message: Message | null) => void
  /** The person's last message, which ↑ edits. */
  last: Message | null
}

/** The message box. Enter sends, Shift+Enter begins a line, Esc stops or ends editing, ↑ edits the last message. */
export function Composer({ id, running, box, editing, onEdit, last }: ComposerProps) {
  const text = useText()
  const online = useOnline()
  const outOfStep = useOutOfStep()
  const [draft, setDraft] = useDraft(id)
  const [edited, setEdited] = useState('')
  const [error, setError] = useState<string | null>(null)
  const words = editing ? edited : draft
  const setWords = editing ? setEdited : setDraft
  const parsed = useParse(words)
  useGrowing(box, words)
  const tooLong = words.trim().length > LONGEST && Array.from(words.trim()).length > LONGEST
  const canSend = words.trim() !== '' && !tooLong && online && !running

  const editingId = editing?.id
  const content = useRef('')
  content.current = editing?.content ?? ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins with each message that is edited.
  useEffect(() => {
    setError(null)
    if (editingId === undefined) return
    setEdited(content.current)
    box.current?.focus()
  }, [editingId])

  const send = async () => {
    const message = words.trim()
    if (!canSend) return
    setError(null)
    if (!editing) {
      setDraft('')
      return void say(id, message)
    }
    try {
      await sayInstead(id, editing, message)
      onEdit(null)
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.detail : text('error.unreachable'))
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, its keys are its own (229: Safari ends composing before the key).
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      void send()
    } else if (event.key === 'Escape') {
      if (editing) onEdit(null)
      else if (running) void stop(id)
      else return
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'ArrowUp' && words === '' && last && !running) {
      event.preventDefault()
      onEdit(last)
    }
  }

  const reject = ({ span }: Chip) => {
    if (!span || !parsed) return
    const before = words.slice(0, words.indexOf(words.trim()))
    const quoted = quoteSpan(words.trim(), span)
    if (quoted !== null) setWords(before + quoted)
    box.current?.focus()
  }

  return (
    <form
      className={styles.composer}
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      {editing && <EditingNote id={id} message={editing} onEnd={() => onEdit(null)} />}
      {(error ?? tooLong) && (
        <p className={styles.error} role="alert">
          {error ?? text('chat.tooLong', { count: LONGEST })}
        </p>
      )}
      <div className={styles.box}>
        <textarea
          ref={box}
          data-message-box
          className={styles.input}
          rows={1}
          value={words}
          dir="auto"
          placeholder={text('chat.placeholder')}
          aria-label={text('chat.message')}
          enterKeyHint="send"
          onChange={event => setWords(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {running ? (
          <IconButton kind="primary" icon="stop" label={text('chat.stop')} onClick={() => stop(id)} />
        ) : (
          <IconButton
            kind="primary"
            icon="send"
            label={text('chat.send')}
            type="submit"
            disabled={!canSend}
          />
        )}
      </div>
      <div>
        <ConnectionNote />
        {!outOfStep && <Chips parsed={parsed} onReject={reject} />}
      </div>
    </form>
  )
}

/** Says what editing will do before it does it. */
function EditingNote({ id, message, onEnd }: { id: string; message: Message; onEnd: () => void }) {
  const text = useText()
  const changes = receiptsAfter(id, message).length
  return (
    <p className={styles.editing}>
      <span>{changes > 0 ? text('chat.editingWithChanges', { count: changes }) : text('chat.editing')}</span>
      <Button small kind="quiet" onClick={onEnd}>
        {text('action.cancel')}
      </Button>
    </p>
  )
}
