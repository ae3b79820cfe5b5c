import type { ParseResponse } from '../../api/types'
import { useText } from '../../i18n/language'
import { Icon } from '../../ui/Icon'
import styles from './Chips.module.css'
import { type Chip, chipsOf } from './chips'

interface ChipsProps {
  parsed: ParseResponse | null
  onReject: (chip: Chip) => void
}

/** What was recognised in the words so far. The row keeps its height when there is nothing, so that nothing jumps. */
export function Chips({ parsed, onReject }: ChipsProps) {
  const text = useText()
  const chips = parsed ? chipsOf(parsed) : []
  if (chips.length === 0) return <Hint />
  return (
    <ul className={styles.chips} aria-label={text('chat.recognised')}>
      {chips.map(chip => (
        <li key={chip.key} className={styles.chip} data-intent={chip.isIntent || undefined}>
          <Icon name={chip.icon} size={14} />
          <span className={styles.label} dir="auto">
            {chip.label}
          </span>
          {chip.span && (
            <button
              type="button"
              className={styles.reject}
              aria-label={text('chat.literally', { words: chip.span.text })}
              title={text('chat.literally', { words: chip.span.text })}
              onClick={() => onReject(chip)}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the keys do, where there are keys. */
function Hint() {
  const text = useText()
  return (
    <p className={styles.hint}>
      <span className={styles.forKeys}>{text('chat.hint')}</span>
      <span className={styles.forTouch}>{text('chat.hintTouch')}</span>
    </p>
  )
}
